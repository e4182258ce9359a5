// SPDX-License-Identifier: Apache-2.0
//
// The rules of <style> that can hide text, and the style of each element.
//
// Selectors of tags, classes, ids, descendants and children are understood
// (https://www.w3.org/TR/selectors-3/); rules with any other selector, and
// those of @media, @supports and the like, are left out, for whether they apply
// is not known.  The cascade (importance, specificity, order) is that of CSS.
// External style sheets are not read.
//
// Rules for names that the page does not have are dropped unread.  Matching
// looks the others up by the id, class or tag of their last part, as browsers
// do.  The number of rules per name and of ancestors visited is
// bounded, so that it is linear in elements.

#ifndef LINTER_DOCUMENT_STYLE_SHEET_H_
#define LINTER_DOCUMENT_STYLE_SHEET_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/document/css_value.h"
#include "linter/document/element_names.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {

// What applies to one element, inherited values apart.
class ElementStyle {
 public:
  // Null if nothing is declared.
  const CssDeclaration* Find(CssProperty property) const {
    return of_[static_cast<std::size_t>(property)].declaration;
  }
  // The value, or "".
  std::string_view Value(CssProperty property) const {
    const CssDeclaration* found = Find(property);
    return found == nullptr ? std::string_view() : found->value;
  }

  // True if nothing at all is declared.
  bool empty() const { return empty_; }

  // "declaration" is not copied.  "rank" is its specificity.
  void Add(const CssDeclaration& declaration, std::uint32_t rank);

 private:
  struct Winner {
    const CssDeclaration* declaration = nullptr;
    std::uint32_t rank = 0;
  };
  std::array<Winner, kCssPropertyCount> of_;
  bool empty_ = true;
};

class StyleSheet {
 public:
  // Reads all <style> of the page.  "markup" must outlive this.
  explicit StyleSheet(const Markup& markup);

  // Returns what the rules and "inline_style", read from the style attribute,
  // say of "element".  The result refers to both.
  ElementStyle StyleOf(ElementIndex element,
                       const std::vector<CssDeclaration>& inline_style);

  // True if a rule that was left out sets a background.
  bool has_unknown_background() const { return has_unknown_background_; }

  bool empty() const { return selectors_.empty(); }

 private:
  using SelectorIndex = std::uint32_t;
  struct Compound {          // "p.note#first"
    Tag tag = Tag::k_other;  // any
    bool child = false;      // joined to the one before by '>'
    NameNumber id = 0;
    std::vector<NameNumber> classes;

    bool HasKey() const {
      return tag != Tag::k_other || id != 0 || !classes.empty();
    }
  };
  struct Selector {
    std::vector<Compound> compounds;  // at least one
    std::uint32_t rank = 0;
    std::uint32_t rule = 0;  // index into rules_
  };
  // What a selector says of this page.
  enum class Use { kMatches, kNever, kNotUnderstood };

  void ReadRules(CleanSpan where);
  Offset SkipAtRule(Offset begin, Offset end);
  void NoteBackground(CleanSpan left_out);
  void AddRule(CleanSpan prelude, CleanSpan body);
  void AddSelector(Selector selector);
  // "selector" is complete if the result is kMatches.
  Use ReadSelector(std::string_view text, Selector& selector) const;
  Use ReadCompound(std::string_view text, Compound& compound) const;
  bool AddName(char mark, std::string_view name, Compound& compound) const;
  static std::uint32_t RankOf(const Selector& selector);
  void Collect(const std::vector<SelectorIndex>& candidates,
               ElementIndex element);
  bool Matches(const Selector& selector, ElementIndex element);
  bool MatchesCompound(const Compound& compound, ElementIndex element) const;

  const Markup& markup_;
  std::optional<ElementNames> names_;  // if there is a style sheet
  std::vector<std::vector<CssDeclaration>> rules_;
  std::vector<Selector> selectors_;
  // By what their last compound asks for.
  std::vector<std::vector<SelectorIndex>> by_id_;
  std::vector<std::vector<SelectorIndex>> by_class_;
  std::array<std::vector<SelectorIndex>, 256> by_tag_;
  std::vector<SelectorIndex> matching_;  // of one element
  std::uint64_t ancestor_budget_ = 0;
  bool has_unknown_background_ = false;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_STYLE_SHEET_H_
