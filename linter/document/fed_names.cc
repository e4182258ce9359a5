// SPDX-License-Identifier: Apache-2.0

#include "linter/document/fed_names.h"

#include <array>
#include <cstddef>
#include <optional>
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

// What each start tag closes is from htmlStartClose in libxml2; fed_names_test
// holds this to the library.
bool IsPlainStart(Tag tag, std::optional<Tag> innermost) {
  using enum Tag;
  if (!KeepsName(tag) || tag == k_span || tag == k_font || tag == k_noscript)
    return true;
  if (!innermost) return false;
  const Tag in = *innermost;
  switch (tag) {
    case k_a:
      return in != k_a;
    case k_div:
    case k_p:
      return in != k_p;
    case k_li:
      return in != k_p && in != k_li;
    case k_dd:
      return in != k_p && in != k_dt;
    case k_dt:
      return in != k_p && in != k_dd;
    case k_table:
      return in != k_p && in != k_a;
    case k_td:
    case k_th:
    case k_tr:
      return in == k_table || in == k_tbody || in == k_thead ||
             (in == k_tr && tag != k_tr);
    default:
      return false;
  }
}

}  // namespace medlint
