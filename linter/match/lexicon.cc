// SPDX-License-Identifier: Apache-2.0

#include "linter/match/lexicon.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
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

void AddForms(std::string_view term, std::uint32_t index,
              std::vector<Lexicon::Form>& forms) {
  const bool is_ending = term.size() > 1 && term.front() == '-';
  if (is_ending) term.remove_prefix(1);
  const bool inflected = term.size() > 1 && term.back() == '~';
  if (inflected) term.remove_suffix(1);
  const std::string folded = FoldTerm(term);
  if (folded.empty()) return;
  if (!inflected) {
    forms.push_back({folded, index, is_ending});
    return;
  }
  for (std::string& form : Inflect(folded)) {
    forms.push_back({std::move(form), index, is_ending});
  }
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
  for (const Form& form : forms) {
    if (!first_form) out += '|';
    first_form = false;
    if (form.is_ending) {
      const std::size_t letters = CountLetters(form.text);
      const std::size_t more = letters < kLettersBeforeAndInEnding
                                   ? kLettersBeforeAndInEnding - letters
                                   : 0;
      out += "\\pL{" + std::to_string(more) + ",}";
    }
    for (std::size_t i = 0; i < form.text.size();) {
      const CodePoint point = DecodeUtf8(form.text, i);
      AppendRe2Literal(point.value, out);
      i += point.size;
    }
  }
}

LexiconTable::LexiconTable() = default;
LexiconTable::~LexiconTable() = default;
LexiconTable::LexiconTable(LexiconTable&&) noexcept = default;
LexiconTable& LexiconTable::operator=(LexiconTable&&) noexcept = default;

void LexiconTable::Define(std::string name,
                          const std::vector<std::string>& terms) {
  assert(!Find(name));
  Lexicon lexicon;
  lexicon.name = name;
  // A term as written wins over the same word as an inflection of another, so
  // it comes first; the sort below is stable.
  std::vector<Lexicon::Form> inflections;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    std::vector<Lexicon::Form> forms;
    AddForms(terms[i], static_cast<std::uint32_t>(i), forms);
    if (forms.empty()) continue;
    lexicon.forms.push_back(std::move(forms.front()));
    std::move(forms.begin() + 1, forms.end(), std::back_inserter(inflections));
  }
  std::ranges::move(inflections, std::back_inserter(lexicon.forms));
  // Equal forms come to stand together, for unique: by length, then text.
  std::ranges::stable_sort(lexicon.forms,
                           [](const Lexicon::Form& a, const Lexicon::Form& b) {
                             if (a.text.size() != b.text.size()) {
                               return a.text.size() > b.text.size();
                             }
                             if (a.text != b.text) return a.text < b.text;
                             return a.is_ending < b.is_ending;
                           });
  const auto repeats = std::ranges::unique(
      lexicon.forms, [](const Lexicon::Form& a, const Lexicon::Form& b) {
        return a.is_ending == b.is_ending && a.text == b.text;
      });
  lexicon.forms.erase(repeats.begin(), repeats.end());

  for (const Lexicon::Form& form : lexicon.forms) {
    lexicon.occurrences += EstimateOccurrences(form.text);
    lexicon.total_size += form.text.size();
    lexicon.max_size = std::max(lexicon.max_size, form.text.size());
    lexicon.has_ending |= form.is_ending;
    const CharKinds first = KindOf(DecodeUtf8(form.text, 0).value);
    lexicon.first |= form.is_ending ? CharKinds{kSmall | kWideWord} : first;
    lexicon.last |= KindOf(DecodeUtf8Before(form.text, form.text.size()).value);
  }
  by_name_.emplace(std::move(name),
                   static_cast<std::uint32_t>(lexicons_.size()));
  lexicons_.push_back(std::make_unique<const Lexicon>(std::move(lexicon)));
  indexes_.push_back(std::make_unique<const LexiconIndex>(*lexicons_.back()));
}

std::optional<std::uint32_t> LexiconTable::Find(std::string_view name) const {
  const auto it = by_name_.find(name);
  if (it == by_name_.end()) return std::nullopt;
  return it->second;
}

std::vector<std::string_view> LexiconTable::Names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, index] : by_name_)
    names.emplace_back(name);
  return names;
}

}  // namespace medlint
