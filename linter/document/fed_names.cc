// SPDX-License-Identifier: Apache-2.0

#include "linter/document/fed_names.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/tags.h"

namespace medlint {
namespace {

// Elements whose start and end libxml2 implies as HTML 5 does.
bool KeepsName(Tag tag) {
  using enum Tag;
  switch (tag) {
    case k_a:
    case k_body:
    case k_caption:
    case k_colgroup:
    case k_dd:
    case k_div:
    case k_dt:
    case k_font:
    case k_head:
    case k_html:
    case k_li:
    case k_noscript:
    case k_optgroup:
    case k_option:
    case k_p:
    case k_span:
    case k_table:
    case k_tbody:
    case k_td:
    case k_tfoot:
    case k_th:
    case k_thead:
    case k_tr:
      return true;
    default:
      return false;
  }
}

// Elements of HTML 4 that imply nothing.
constexpr auto kStandIns = std::to_array<std::string_view>(
    {"abbr", "acronym", "applet", "bdo", "button", "cite", "code",   "del",
     "dfn",  "em",      "ins",    "kbd", "label",  "map",  "object", "q",
     "samp", "select",  "strong", "sub", "sup",    "var"});

}  // namespace

std::string_view FedName(Tag tag, std::string_view name) {
  if (KeepsName(tag)) return TagName(tag);
  if (tag == Tag::k_template) return "object";  // may stand in <head>
  // </h2> ends <h3>.
  std::size_t hash = HeadingLevel(tag) > 0 ? static_cast<std::size_t>(Tag::k_h1)
                                           : static_cast<std::size_t>(tag);
  if (tag == Tag::k_other) {
    for (const char c : name)
      hash = hash * 31 + static_cast<unsigned char>(ToAsciiLower(c));
  }
  return kStandIns[hash % kStandIns.size()];
}

}  // namespace medlint
