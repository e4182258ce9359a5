// SPDX-License-Identifier: Apache-2.0

#include "linter/document/style_sheet.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/css_value.h"
#include "linter/document/element_names.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr std::size_t kMaxSelectors = 8192;
constexpr std::size_t kMaxPerKey = 64;
constexpr std::uint64_t kAncestorsPerElement = 64;
constexpr std::uint32_t kInlineRank = std::numeric_limits<std::uint32_t>::max();

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsAsciiSpace(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back()))
    text.remove_suffix(1);
  return text;
}

bool IsNameChar(char c) {
  return IsAsciiAlnum(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// After the brace that closes the one at "open".
Offset SkipBraces(std::string_view source, Offset open, Offset end) {
  int depth = 0;
  for (Offset at = open; at < end;) {
    at = FindInCss(source, at, end, "{}");
    if (at == end) return end;
    depth += source[at] == '{' ? 1 : -1;
    ++at;
    if (depth <= 0) return at;
  }
  return end;
}

bool IsCombinator(char c) {
  return c == '>' || IsAsciiSpace(c);
}

}  // namespace

void ElementStyle::Add(const CssDeclaration& declaration, std::uint32_t rank) {
  Winner& winner = of_[static_cast<std::size_t>(declaration.property)];
  if (winner.declaration != nullptr) {
    if (winner.declaration->important && !declaration.important) return;
    if (winner.declaration->important == declaration.important &&
        winner.rank > rank)
      return;
  }
  winner = {&declaration, rank};
  empty_ = false;
}

StyleSheet::StyleSheet(const Markup& markup)
    : markup_(markup),
      ancestor_budget_(100'000 + kAncestorsPerElement *
                                     std::uint64_t{markup.elements.size()}) {
  for (const RawText& raw : markup.raw_texts) {
    if (markup.elements[raw.element].tag != Tag::k_style) continue;
    const std::string_view media =
        markup.RawValue(raw.element, AttributeName::kMedia);
    if (!media.empty() && media != "all" && media != "screen") continue;
    if (!names_) {
      names_.emplace(markup);
      by_id_.resize(names_->id_count() + 1);
      by_class_.resize(names_->class_count() + 1);
    }
    ReadRules(raw.content);
  }
}

void StyleSheet::ReadRules(CleanSpan where) {
  const std::string_view source = markup_.source;
  for (Offset at = where.begin; at < where.end;) {
    if (IsAsciiSpace(source[at]) || source[at] == '}') {
      ++at;
      continue;
    }
    if (source[at] == '@') {
      at = SkipAtRule(at, where.end);
      continue;
    }
    const Offset open = FindInCss(source, at, where.end, "{");
    if (open == where.end) return;
    const Offset close = FindInCss(source, open + 1, where.end, "}");
    AddRule({at, open}, {open + 1, close});
    at = close + (close < where.end ? 1 : 0);
  }
}

// Returns where reading goes on: inside of "@media screen {", which always
// applies, and after any other.
Offset StyleSheet::SkipAtRule(Offset begin, Offset end) {
  const std::string_view source = markup_.source;
  const Offset stop = FindInCss(source, begin, end, "{;");
  if (stop == end || source[stop] == ';') return std::min(stop + 1, end);
  const std::string_view prelude = Trim(source.substr(begin, stop - begin));
  if (prelude == "@media screen" || prelude == "@media all" ||
      prelude == "@media only screen")
    return stop + 1;
  const Offset after = SkipBraces(source, stop, end);
  NoteBackground({stop, after});
  return after;
}

// One is enough to know, and most sheets have one early on.
void StyleSheet::NoteBackground(CleanSpan left_out) {
  if (has_unknown_background_) return;
  has_unknown_background_ =
      left_out.In(markup_.source).find("background") != std::string_view::npos;
}

void StyleSheet::AddRule(CleanSpan prelude, CleanSpan body) {
  if (selectors_.size() >= kMaxSelectors) return;
  const std::string_view source = markup_.source;
  std::vector<Selector> selectors;
  bool understood = true;
  for (Offset at = prelude.begin; at < prelude.end;) {
    const Offset end = FindInCss(source, at, prelude.end, ",");
    const std::string_view text = Trim(source.substr(at, end - at));
    at = end + 1;
    Selector selector;
    const Use use = ReadSelector(text, selector);
    if (use == Use::kMatches) selectors.push_back(std::move(selector));
    if (use == Use::kNotUnderstood) understood = false;
  }
  if (!understood) NoteBackground(body);
  if (selectors.empty()) return;
  std::vector<CssDeclaration> declarations = ReadDeclarations(source, body);
  if (declarations.empty()) return;
  for (Selector& selector : selectors) {
    selector.rule = static_cast<std::uint32_t>(rules_.size());
    AddSelector(std::move(selector));
  }
  rules_.push_back(std::move(declarations));
}

void StyleSheet::AddSelector(Selector selector) {
  const Compound& last = selector.compounds.back();
  auto& same_key = last.id != 0 ? by_id_[last.id]
                   : !last.classes.empty()
                       ? by_class_[last.classes.front()]
                       : by_tag_[static_cast<std::size_t>(last.tag)];
  if (same_key.size() >= kMaxPerKey) return;
  same_key.push_back(static_cast<SelectorIndex>(selectors_.size()));
  selectors_.push_back(std::move(selector));
}

StyleSheet::Use StyleSheet::ReadSelector(std::string_view text,
                                         Selector& selector) const {
  bool child = false;
  bool is_empty = true;
  Use use = Use::kMatches;
  for (std::size_t at = 0; at < text.size();) {
    if (IsCombinator(text[at])) {
      child = child || text[at] == '>';
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !IsCombinator(text[at]))
      ++at;
    Compound compound;
    const Use part = ReadCompound(text.substr(begin, at - begin), compound);
    if (part == Use::kNotUnderstood) return part;
    if (part == Use::kNever) use = part;
    compound.child = child && !is_empty;
    child = false;
    is_empty = false;
    if (use == Use::kMatches) selector.compounds.push_back(std::move(compound));
  }
  if (is_empty || child) return Use::kNotUnderstood;
  if (use == Use::kNever) return use;
  selector.rank = RankOf(selector);
  // "*" is for everything, and a reset.
  return selector.compounds.back().HasKey() ? use : Use::kNotUnderstood;
}

std::uint32_t StyleSheet::RankOf(const Selector& selector) {
  std::uint32_t ids = 0;
  std::uint32_t classes = 0;
  std::uint32_t tags = 0;
  for (const Compound& compound : selector.compounds) {
    ids += compound.id == 0 ? 0U : 1U;
    classes += static_cast<std::uint32_t>(compound.classes.size());
    tags += compound.tag == Tag::k_other ? 0U : 1U;
  }
  constexpr std::uint32_t kMost = 255;
  return (std::min(ids, kMost) << 16) | (std::min(classes, kMost) << 8) |
         std::min(tags, kMost);
}

StyleSheet::Use StyleSheet::ReadCompound(std::string_view text,
                                         Compound& compound) const {
  Use use = Use::kMatches;
  if (text.starts_with('*')) text.remove_prefix(1);
  while (!text.empty()) {
    const char mark = text.front();
    const bool marked = mark == '.' || mark == '#';
    if (marked) text.remove_prefix(1);
    std::size_t size = 0;
    while (size < text.size() && IsNameChar(text[size]))
      ++size;
    if (size == 0) return Use::kNotUnderstood;  // ':', '[', '+', '~', '\\'
    if (!AddName(marked ? mark : '\0', text.substr(0, size), compound))
      use = Use::kNever;
    text.remove_prefix(size);
  }
  return use;
}

// Adds a tag, or after '.' or '#' a class or id.  Returns false if the page has
// none such.
bool StyleSheet::AddName(char mark, std::string_view name,
                         Compound& compound) const {
  if (mark == '.') {
    const NameNumber number = names_->FindClass(name);
    if (number != 0) compound.classes.push_back(number);
    return number != 0;
  }
  if (mark == '#') {
    compound.id = names_->FindId(name);
    return compound.id != 0;
  }
  compound.tag = FindTag(name);
  return compound.tag != Tag::k_other;
}

ElementStyle StyleSheet::StyleOf(
    ElementIndex element, const std::vector<CssDeclaration>& inline_style) {
  ElementStyle style;
  if (!selectors_.empty()) {
    matching_.clear();
    Collect(by_tag_[static_cast<std::size_t>(markup_.elements[element].tag)],
            element);
    Collect(by_id_[names_->IdOf(element)], element);
    for (const NameNumber name : names_->ClassesOf(element))
      Collect(by_class_[name], element);
    std::ranges::sort(matching_);  // in order of the source
    for (const SelectorIndex index : matching_) {
      for (const CssDeclaration& each : rules_[selectors_[index].rule])
        style.Add(each, selectors_[index].rank);
    }
  }
  for (const CssDeclaration& each : inline_style)
    style.Add(each, kInlineRank);
  return style;
}

void StyleSheet::Collect(const std::vector<SelectorIndex>& candidates,
                         ElementIndex element) {
  for (const SelectorIndex index : candidates) {
    if (Matches(selectors_[index], element)) matching_.push_back(index);
  }
}

// Greedy from the right: with descendants only, the nearest ancestor that
// matches is as good as any.  After a '>' that fails, a farther one might match
// where this says no; such selectors are rare and the error is on the safe
// side.
bool StyleSheet::Matches(const Selector& selector, ElementIndex element) {
  std::size_t part = selector.compounds.size();
  if (!MatchesCompound(selector.compounds[--part], element)) return false;
  ElementIndex at = element;
  while (part > 0) {
    const bool child = selector.compounds[part].child;
    const Compound& wanted = selector.compounds[--part];
    do {
      at = markup_.elements[at].parent;
      if (at == kNoElement || ancestor_budget_ == 0) return false;
      --ancestor_budget_;
    } while (!child && !MatchesCompound(wanted, at));
    if (child && !MatchesCompound(wanted, at)) return false;
  }
  return true;
}

bool StyleSheet::MatchesCompound(const Compound& compound,
                                 ElementIndex element) const {
  if (compound.tag != Tag::k_other &&
      compound.tag != markup_.elements[element].tag)
    return false;
  if (compound.id != 0 && compound.id != names_->IdOf(element)) return false;
  return std::ranges::all_of(compound.classes, [&](NameNumber name) {
    return names_->HasClass(element, name);
  });
}

}  // namespace medlint
