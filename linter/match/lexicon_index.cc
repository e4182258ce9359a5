// SPDX-License-Identifier: Apache-2.0

#include "linter/match/lexicon_index.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/first_bytes.h"
#include "linter/match/lexicon.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

std::uint32_t Load4(std::string_view text) {
  std::uint32_t value = 0;
  std::memcpy(&value, text.data(), sizeof(value));
  return value;
}

// As Load4, with zeros for what is not there.
std::uint32_t LoadUpTo4(std::string_view text) {
  if (text.size() >= sizeof(std::uint32_t)) return Load4(text);
  std::uint32_t value = 0;
  std::memcpy(&value, text.data(), text.size());
  return value;
}

// Characters that RE2's (?i) takes for one another fold to the same.
char32_t FoldCase(char32_t c) {
  if (c < 0x80) {
    return static_cast<unsigned char>(ToAsciiLower(static_cast<char>(c)));
  }
  return static_cast<char32_t>(
      u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

}  // namespace

void LexiconIndex::Build() const {
  const auto& forms = lexicon_->forms;
  std::uint32_t bits = 1;
  while (bits < 16 && (std::size_t{1} << bits) < forms.size())
    ++bits;
  shift_ = 32 - bits;
  bucket_.assign((std::size_t{1} << bits) + 1, 0);
  std::size_t count = 0;
  for (const Lexicon::Form& form : forms) {
    if (form.is_ending || form.text.size() < kPrefix) continue;
    ++bucket_[BucketOf(Load4(form.text)) + 1];
    ++count;
  }
  for (std::size_t i = 1; i < bucket_.size(); ++i)
    bucket_[i] += bucket_[i - 1];
  entries_.resize(count);
  std::vector<std::uint32_t> next = bucket_;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string& text = forms[i].text;
    if (forms[i].is_ending) {
      const std::size_t own = CountLetters(text);
      constexpr std::size_t kAll = Lexicon::kLettersBeforeAndInEnding;
      endings_.push_back({.text = text,
                          .form = static_cast<std::uint32_t>(i),
                          .letters_before = static_cast<std::uint32_t>(
                              own < kAll ? kAll - own : 0)});
      first_of_endings_.Add(static_cast<unsigned char>(text.front()));
      continue;
    }
    if (text.size() < kPrefix) {
      const auto size = static_cast<std::uint32_t>(text.size());
      std::array<char, 4> mask{};
      std::fill_n(mask.begin(), size, static_cast<char>(0xFF));
      shorts_.push_back(
          {LoadUpTo4(text), Load4({mask.data(), mask.size()}), size});
      continue;
    }
    const std::uint32_t prefix = Load4(text);
    entries_[next[BucketOf(prefix)]++] = {prefix,
                                          static_cast<std::uint32_t>(i)};
  }
}

void LexiconIndex::FindSizes(std::string_view text,
                             std::vector<std::uint32_t>& sizes) const {
  const std::uint32_t prefix = LoadUpTo4(text);
  if (text.size() >= kPrefix) {
    const std::uint32_t bucket = BucketOf(prefix);
    for (std::uint32_t i = bucket_[bucket]; i < bucket_[bucket + 1]; ++i) {
      if (entries_[i].prefix != prefix) continue;
      const std::string& form = lexicon_->forms[entries_[i].form].text;
      if (text.starts_with(form)) {
        sizes.push_back(static_cast<std::uint32_t>(form.size()));
      }
    }
  }
  for (const Short& form : shorts_) {
    if ((prefix & form.mask) == form.bytes && form.size <= text.size()) {
      sizes.push_back(form.size);
    }
  }
}

void LexiconIndex::FindEnds(std::string_view text, std::size_t begin,
                            std::size_t limit,
                            std::vector<std::uint32_t>& ends) const {
  std::call_once(once_, [this] { Build(); });
  ends.clear();
  FindSizes(text.substr(begin, limit - begin), ends);
  for (std::uint32_t& end : ends)
    end += static_cast<std::uint32_t>(begin);
  if (endings_.empty()) return;
  std::vector<Found> found;
  FindEndings(text, begin, limit, found);
  if (found.empty()) return;
  // A form other than an ending is told by its size: sizes order the forms.
  for (const std::uint32_t end : ends) {
    const std::string_view form = text.substr(begin, end - begin);
    const auto it = std::ranges::find_if(
        lexicon_->forms, [form](const Lexicon::Form& candidate) {
          return !candidate.is_ending && candidate.text == form;
        });
    found.push_back(
        {static_cast<std::uint32_t>(it - lexicon_->forms.begin()), end});
  }
  std::ranges::stable_sort(found, {}, &Found::form);
  ends.clear();
  for (const Found& one : found)
    ends.push_back(one.end);
}

void LexiconIndex::FindEndings(std::string_view text, std::size_t begin,
                               std::size_t limit,
                               std::vector<Found>& found) const {
  // Longest runs of letters first, as the greedy repeat has it.
  std::uint32_t letters = 0;
  for (std::size_t at = begin; at < limit; ++letters) {
    if (first_of_endings_.Has(static_cast<unsigned char>(text[at]))) {
      const std::string_view rest = text.substr(at, limit - at);
      for (const Ending& ending : endings_) {
        if (letters < ending.letters_before || !rest.starts_with(ending.text)) {
          continue;
        }
        found.insert(
            found.begin(),
            {ending.form, static_cast<std::uint32_t>(at + ending.text.size())});
      }
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (!IsAsciiAlpha(text[at])) return;
      ++at;
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    if (!IsLetter(point.value)) return;
    at += point.size;
  }
}

void LexiconIndex::FindEndsIgnoringCase(
    std::string_view text, std::size_t begin, std::size_t limit,
    std::vector<std::uint32_t>& ends) const {
  std::call_once(once_, [this] { Build(); });
  ends.clear();
  // The text folded, with the place in "text" behind each folded byte.
  std::string folded;
  std::array<std::uint32_t, kMaxIgnoringCase + 8> behind{};
  std::size_t at = begin;
  while (at < limit && folded.size() < lexicon_->max_size) {
    const CodePoint point = DecodeUtf8(text, at);
    at += point.size;
    AppendUtf8(FoldCase(point.value), folded);
    behind[folded.size()] = static_cast<std::uint32_t>(at);
  }
  FindSizes(folded, ends);
  for (std::uint32_t& end : ends)
    end = behind[end];
}

bool LexiconIndex::CanIgnoreCase() const {
  return !lexicon_->has_ending && lexicon_->max_size <= kMaxIgnoringCase;
}

FirstBytes LexiconIndex::First(bool ignore_case) const {
  FirstBytes first;
  for (const Lexicon::Form& form : lexicon_->forms) {
    first.Add(static_cast<unsigned char>(form.text.front()));
  }
  if (lexicon_->has_ending || ignore_case) first.AddWide();
  for (char c = 'a'; c <= 'z'; ++c) {
    const auto small = static_cast<unsigned char>(c);
    if (lexicon_->has_ending) first.Add(small);
    if (ignore_case && first.Has(small)) {
      first.Add(static_cast<unsigned char>(c - 'a' + 'A'));
    }
  }
  if (lexicon_->has_ending) {
    for (unsigned char c = 'A'; c <= 'Z'; ++c)
      first.Add(c);
  }
  return first;
}

}  // namespace medlint
