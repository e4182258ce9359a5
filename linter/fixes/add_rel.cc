// SPDX-License-Identifier: Apache-2.0
//
// add-rel: adds a word to the rel of the link that the finding is about.
//
//   fix = { do = "add-rel", rel = "sponsored", title = "...", safe = true }

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/fixes/elements.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::add_rel {
namespace {

bool IsQuote(char c) {
  return c == '"' || c == '\'';
}

class AddRelRepair : public Repair {
 public:
  explicit AddRelRepair(std::string rel) : rel_(std::move(rel)) {}

  std::vector<Edit> EditsFor(const RepairSite& site) const override {
    const Document& document = site.page.document;
    const ElementIndex index = ElementOf(document, site.candidate);
    if (index == kNoElement) return {};
    const Markup& markup = document.markup();
    const Attribute* const rel = markup.FindAttribute(index, "rel");
    if (rel != nullptr) return {Extend(document.source().clean(), *rel)};
    const Attribute* const href = markup.FindAttribute(index, "href");
    if (href == nullptr) return {};
    return {AddAfter(document.source().clean(), *href)};
  }

 private:
  Edit Extend(std::string_view source, const Attribute& rel) const {
    const std::string_view written = rel.value.In(source);
    if (written.empty()) {
      // "rel", "rel=" or "rel=''".
      const Offset end = EndOf(source, rel);
      return {.where = {rel.name.begin, end},
              .replacement = "rel=\"" + rel_ + "\""};
    }
    const bool is_quoted = IsQuote(source[rel.value.begin - 1]);
    if (!is_quoted) {
      return {.where = rel.value,
              .replacement = "\"" + std::string(written) + " " + rel_ + "\""};
    }
    const bool has_space = IsAsciiSpace(written.back());
    return {.where = {rel.value.end, rel.value.end},
            .replacement = (has_space ? "" : " ") + rel_};
  }

  Edit AddAfter(std::string_view source, const Attribute& href) const {
    const Offset end = EndOf(source, href);
    return {.where = {end, end}, .replacement = " rel=\"" + rel_ + "\""};
  }

  // Where an attribute ends: behind its value and the quotes.
  static Offset EndOf(std::string_view source, const Attribute& attribute) {
    if (!attribute.value.empty()) {
      const Offset end = attribute.value.end;
      return IsQuote(source[attribute.value.begin - 1]) ? end + 1 : end;
    }
    // The lexer does not say where an empty value stands.
    std::size_t at = attribute.name.end;
    const auto skip_space = [&] {
      while (at < source.size() && IsAsciiSpace(source[at]))
        ++at;
    };
    skip_space();
    if (at >= source.size() || source[at] != '=') return attribute.name.end;
    ++at;
    skip_space();
    const bool is_quoted = at + 1 < source.size() && IsQuote(source[at]) &&
                           source[at + 1] == source[at];
    return static_cast<Offset>(is_quoted ? at + 2 : at);
  }

  std::string rel_;
};

std::unique_ptr<const Repair> Compile(CompileContext context) {
  std::string rel = context.keys.String("rel");
  const bool is_word = !rel.empty() && std::ranges::all_of(rel, [](char c) {
    return IsAsciiLower(c) || c == '-';
  });
  if (!is_word && context.keys.Has("rel")) {
    context.keys.Reject("rel", "`rel` must be one word in lower case",
                        "sponsored, nofollow, ugc");
  }
  return std::make_unique<const AddRelRepair>(std::move(rel));
}

}  // namespace

extern constexpr RepairKind kRepair = {
    .name = "add-rel",
    .summary = "adds a word to what a link says of itself: `rel`",
    .compile = Compile,
};

}  // namespace medlint::add_rel
