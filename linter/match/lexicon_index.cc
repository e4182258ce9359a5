// SPDX-License-Identifier: Apache-2.0

#include "linter/match/lexicon_index.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

constexpr std::size_t kPrefix = 4;
constexpr std::size_t kMaxIgnoringCase = 160;  // bytes of a form

std::uint32_t BucketOf(std::uint32_t prefix, std::uint32_t shift) {
  return (prefix * 0x9E3779B1U) >> shift;
}

// Which bytes of Load4() are those of a text of "size" bytes.
std::uint32_t MaskOf(std::size_t size) {
  std::array<char, kPrefix> mask{};
  std::fill_n(mask.begin(), std::min(size, kPrefix), static_cast<char>(0xFF));
  return Load4({mask.data(), mask.size()});
}

ShortForm MakeShort(std::string_view text) {
  return {.bytes = LoadUpTo4(text),
          .mask = MaskOf(text.size()),
          .size = static_cast<std::uint32_t>(text.size())};
}

// Appends "more" and tells where it is.
template <typename T>
Stretch Append(const std::vector<T>& more, std::vector<T>& to) {
  const Stretch stretch = {.begin = static_cast<std::uint32_t>(to.size()),
                           .size = static_cast<std::uint32_t>(more.size())};
  to.insert(to.end(), more.begin(), more.end());
  return stretch;
}

}  // namespace

void IndexForms(LexiconEntry& lexicon, PlanVectors& vectors) {
  std::uint32_t bits = 1;
  while (bits < 16 && (std::uint32_t{1} << bits) < lexicon.forms.size)
    ++bits;
  lexicon.shift = 32 - bits;
  std::vector<LongForm> found;
  std::vector<ShortForm> shorts;  // longest first, as the others
  std::vector<EndingForm> endings;
  for (std::uint32_t i = 0; i < lexicon.forms.size; ++i) {
    const LexiconForm& form = vectors.forms[lexicon.forms.begin + i];
    const std::string_view text = TextOf(vectors.lexicon_text, form.text);
    if (form.is_ending != 0) {
      const std::size_t own = CountLetters(text);
      constexpr std::size_t kAll = Lexicon::kLettersBeforeAndInEnding;
      endings.push_back({.form = i,
                         .letters_before = static_cast<std::uint32_t>(
                             own < kAll ? kAll - own : 0),
                         .bytes = LoadUpTo4(text),
                         .mask = MaskOf(text.size())});
      lexicon.first_of_endings.Add(static_cast<unsigned char>(text.front()));
    } else if (text.size() < kPrefix) {
      shorts.push_back(MakeShort(text));
    } else {
      found.push_back({.prefix = Load4(text), .form = i});
    }
  }
  // Where each bucket begins, and one past the last.
  std::vector<std::uint32_t> buckets((std::size_t{1} << bits) + 1, 0);
  for (const LongForm& form : found)
    ++buckets[BucketOf(form.prefix, lexicon.shift) + 1];
  for (std::size_t i = 1; i < buckets.size(); ++i)
    buckets[i] += buckets[i - 1];
  std::vector<LongForm> by_bucket(found.size());
  std::vector<std::uint32_t> next = buckets;
  for (const LongForm& form : found)
    by_bucket[next[BucketOf(form.prefix, lexicon.shift)]++] = form;

  lexicon.buckets = Append(buckets, vectors.form_buckets);
  lexicon.long_forms = Append(by_bucket, vectors.long_forms);
  lexicon.short_forms = Append(shorts, vectors.short_forms);
  lexicon.ending_forms = Append(endings, vectors.ending_forms);
}

void LexiconIndex::FindSizes(std::string_view text,
                             std::vector<std::uint32_t>& sizes) const {
  const PlanArrays& arrays = lexicon_.arrays();
  const LexiconEntry& entry = lexicon_.entry();
  const std::uint32_t prefix = LoadUpTo4(text);
  if (text.size() >= kPrefix) {
    const std::uint32_t* const bucket =
        &arrays
             .form_buckets[entry.buckets.begin + BucketOf(prefix, entry.shift)];
    const auto long_forms = Slice(arrays.long_forms, entry.long_forms);
    for (std::uint32_t i = bucket[0]; i < bucket[1]; ++i) {
      if (long_forms[i].prefix != prefix) continue;
      const std::string_view form =
          lexicon_.TextOf(lexicon_.forms()[long_forms[i].form]);
      if (text.starts_with(form)) {
        sizes.push_back(static_cast<std::uint32_t>(form.size()));
      }
    }
  }
  for (const ShortForm& form : Slice(arrays.short_forms, entry.short_forms)) {
    if ((prefix & form.mask) == form.bytes && form.size <= text.size()) {
      sizes.push_back(form.size);
    }
  }
}

void LexiconIndex::FindEnds(std::string_view text, std::size_t begin,
                            std::size_t limit,
                            std::vector<std::uint32_t>& ends) const {
  ends.clear();
  FindSizes(text.substr(begin, limit - begin), ends);
  for (std::uint32_t& end : ends)
    end += static_cast<std::uint32_t>(begin);
  if (!lexicon_.entry().has_ending) return;
  std::vector<Found> found;
  FindEndings(text, begin, limit, found);
  if (found.empty()) return;
  // A form other than an ending is told by its size: sizes order the forms.
  for (const std::uint32_t end : ends) {
    const std::string_view form = text.substr(begin, end - begin);
    const auto forms = lexicon_.forms();
    const auto it =
        std::ranges::find_if(forms, [&](const LexiconForm& candidate) {
          return candidate.is_ending == 0 && lexicon_.TextOf(candidate) == form;
        });
    found.push_back({static_cast<std::uint32_t>(it - forms.begin()), end});
  }
  std::ranges::stable_sort(found, {}, &Found::form);
  ends.clear();
  for (const Found& one : found)
    ends.push_back(one.end);
}

void LexiconIndex::FindEndings(std::string_view text, std::size_t begin,
                               std::size_t limit,
                               std::vector<Found>& found) const {
  const LexiconEntry& entry = lexicon_.entry();
  const auto endings =
      Slice(lexicon_.arrays().ending_forms, entry.ending_forms);
  // Longest runs of letters first, as the greedy repeat has it.
  std::uint32_t letters = 0;
  for (std::size_t at = begin; at < limit; ++letters) {
    if (entry.first_of_endings.Has(static_cast<unsigned char>(text[at]))) {
      const std::string_view rest = text.substr(at, limit - at);
      const std::uint32_t prefix = LoadUpTo4(rest);
      for (const EndingForm& ending : endings) {
        if ((prefix & ending.mask) != ending.bytes) continue;
        if (letters < ending.letters_before) continue;
        const std::string_view form =
            lexicon_.TextOf(lexicon_.forms()[ending.form]);
        if (!rest.starts_with(form)) continue;
        found.insert(
            found.begin(),
            {ending.form, static_cast<std::uint32_t>(at + form.size())});
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
  ends.clear();
  // The text folded, with the place in "text" behind each folded byte.
  std::string folded;
  std::array<std::uint32_t, kMaxIgnoringCase + 8> behind{};
  std::size_t at = begin;
  while (at < limit && folded.size() < lexicon_.entry().max_size) {
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
  return !lexicon_.entry().has_ending &&
         lexicon_.entry().max_size <= kMaxIgnoringCase;
}

FirstBytes LexiconIndex::First(bool ignore_case) const {
  FirstBytes first;
  for (const LexiconForm& form : lexicon_.forms()) {
    first.Add(static_cast<unsigned char>(lexicon_.TextOf(form).front()));
  }
  if (lexicon_.entry().has_ending || ignore_case) first.AddWide();
  for (char c = 'a'; c <= 'z'; ++c) {
    const auto small = static_cast<unsigned char>(c);
    if (lexicon_.entry().has_ending) first.Add(small);
    if (ignore_case && first.Has(small)) {
      first.Add(static_cast<unsigned char>(c - 'a' + 'A'));
    }
  }
  if (lexicon_.entry().has_ending) {
    for (unsigned char c = 'A'; c <= 'Z'; ++c)
      first.Add(c);
  }
  return first;
}

}  // namespace medlint
