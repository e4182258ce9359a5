// SPDX-License-Identifier: Apache-2.0

#include "linter/match/lexicon.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/inflection.h"
#include "linter/match/lexicon_index.h"
#include "linter/match/literal_cost.h"
#include "linter/match/word_edge.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

// Fold() costs an allocation or two and ICU; most terms are plain already.
std::string FoldTerm(std::string_view term) {
  bool plain = true;
  for (std::size_t i = 0; i < term.size() && plain; ++i) {
    const char c = term[i];
    plain = IsAsciiLower(c) || IsAsciiDigit(c) || c == '-' || c == '\'' ||
            (c == ' ' && i > 0 && term[i - 1] != ' ');
  }
  return plain ? std::string(term) : Fold(term);
}

// A form before it has its place among those of its lexicon.
struct Form {
  std::string text;
  std::uint32_t term = 0;
  bool is_ending = false;
};
// What follows the inflected word: " its bags" of "pack~ its bags".
std::string FoldRest(std::string_view rest) {
  const std::string folded = FoldTerm(rest);
  const bool spaced = rest.starts_with(' ') && !folded.starts_with(' ');
  return spaced ? " " + folded : folded;
}

void AddForms(std::string_view term, std::uint32_t index,
              std::vector<Form>& forms) {
  const bool is_ending = term.size() > 1 && term.front() == '-';
  if (is_ending) term.remove_prefix(1);
  const std::size_t mark =
      term.size() > 1 ? term.find('~') : std::string_view::npos;
  const std::string folded = FoldTerm(term.substr(0, mark));
  if (folded.empty()) return;
  if (mark == std::string_view::npos) {
    forms.push_back({folded, index, is_ending});
    return;
  }
  const std::string rest = FoldRest(term.substr(mark + 1));
  for (std::string& form : Inflect(folded)) {
    form += rest;
    forms.push_back({std::move(form), index, is_ending});
  }
}

// The forms of all terms, longest first, then as defined; distinct.
std::vector<Form> SpellOut(const std::vector<std::string>& terms) {
  // A term as written wins over the same word as an inflection of another, so
  // it comes first; the sort below is stable.
  std::vector<Form> all;
  std::vector<Form> inflections;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    std::vector<Form> forms;
    AddForms(terms[i], static_cast<std::uint32_t>(i), forms);
    if (forms.empty()) continue;
    all.push_back(std::move(forms.front()));
    std::move(forms.begin() + 1, forms.end(), std::back_inserter(inflections));
  }
  std::ranges::move(inflections, std::back_inserter(all));
  // Equal forms come to stand together, for unique: by length, then text.
  std::ranges::stable_sort(all, [](const Form& a, const Form& b) {
    if (a.text.size() != b.text.size()) return a.text.size() > b.text.size();
    if (a.text != b.text) return a.text < b.text;
    return a.is_ending < b.is_ending;
  });
  const auto repeats =
      std::ranges::unique(all, [](const Form& a, const Form& b) {
        return a.is_ending == b.is_ending && a.text == b.text;
      });
  all.erase(repeats.begin(), repeats.end());
  return all;
}

std::string_view NameOf(const PlanArrays& arrays, std::uint32_t i) {
  return TextOf(arrays.lexicon_text, arrays.lexicons[i].name);
}

std::optional<std::uint32_t> FindIn(const PlanArrays& arrays,
                                    std::string_view name) {
  const auto by_name = arrays.lexicons_by_name;
  const auto it = std::ranges::lower_bound(
      by_name, name, {},
      [&arrays](std::uint32_t i) { return NameOf(arrays, i); });
  if (it == by_name.end() || NameOf(arrays, *it) != name) return std::nullopt;
  return *it;
}

}  // namespace

std::size_t CountLetters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    if (IsLetter(point.value)) ++letters;
    i += point.size;
  }
  return letters;
}

void Lexicon::AppendRe2(std::string& out) const {
  bool first_form = true;
  for (const LexiconForm& form : forms()) {
    if (!first_form) out += '|';
    first_form = false;
    const std::string_view text = TextOf(form);
    if (form.is_ending != 0) {
      const std::size_t letters = CountLetters(text);
      const std::size_t more = letters < kLettersBeforeAndInEnding
                                   ? kLettersBeforeAndInEnding - letters
                                   : 0;
      out += "\\pL{" + std::to_string(more) + ",}";
    }
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint point = DecodeUtf8(text, i);
      AppendRe2Literal(point.value, out);
      i += point.size;
    }
  }
}

void LexiconTable::Define(std::string_view name,
                          const std::vector<std::string>& terms) {
  assert(!Find(name));
  // Before the text grows, which names are views of.
  const auto after = std::ranges::lower_bound(
      view_.lexicons_by_name, name, {},
      [this](std::uint32_t i) { return NameOf(view_, i); });
  const auto place = after - view_.lexicons_by_name.begin();
  LexiconEntry lexicon;
  lexicon.name = AppendText(name, own_.lexicon_text);
  lexicon.forms.begin = static_cast<std::uint32_t>(own_.forms.size());
  for (const Form& form : SpellOut(terms)) {
    const std::string& text = form.text;
    own_.forms.push_back({.text = AppendText(text, own_.lexicon_text),
                          .term = form.term,
                          .is_ending = form.is_ending ? 1U : 0U});
    ++lexicon.forms.size;
    const auto size = static_cast<std::uint32_t>(text.size());
    lexicon.occurrences += EstimateOccurrences(text);
    lexicon.total_size += size;
    lexicon.max_size = std::max(lexicon.max_size, size);
    lexicon.has_ending |= form.is_ending;
    const CharKinds first = KindOf(DecodeUtf8(text, 0).value);
    lexicon.first |= form.is_ending ? CharKinds{kSmall | kWideWord} : first;
    lexicon.last |= KindOf(DecodeUtf8Before(text, text.size()).value);
  }
  IndexForms(lexicon, own_);
  own_.lexicons_by_name.insert(
      own_.lexicons_by_name.begin() + place,
      static_cast<std::uint32_t>(own_.lexicons.size()));
  own_.lexicons.push_back(lexicon);
  view_ = ViewOf(own_);
}

std::optional<std::uint32_t> LexiconTable::Find(std::string_view name) const {
  if (const auto own = FindIn(view_, name)) {
    return static_cast<std::uint32_t>(base_.lexicons.size()) + *own;
  }
  return FindIn(base_, name);
}

std::optional<std::uint32_t> LexiconTable::FindInBase(
    std::string_view name) const {
  return FindIn(base_, name);
}

std::vector<std::string_view> LexiconTable::Names() const {
  std::vector<std::string_view> names;
  for (const PlanArrays* arrays : {&base_, &view_}) {
    for (const std::uint32_t i : arrays->lexicons_by_name)
      names.push_back(NameOf(*arrays, i));
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace medlint
