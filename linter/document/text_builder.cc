// SPDX-License-Identifier: Apache-2.0

#include "linter/document/text_builder.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/character_references.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

enum class ByteClass : std::uint8_t { kWord, kSpace, kReference, kInvisible };

constexpr char kDelete = 0x7F;

consteval std::array<ByteClass, 256> MakeByteClasses() {
  std::array<ByteClass, 256> classes = {};
  for (const char c : {' ', '\t', '\n', '\r', '\f'})
    classes[static_cast<unsigned char>(c)] = ByteClass::kSpace;
  classes[static_cast<unsigned char>('&')] = ByteClass::kReference;
  classes[static_cast<unsigned char>(kDelete)] = ByteClass::kInvisible;
  return classes;
}

constexpr auto kByteClasses = MakeByteClasses();

ByteClass ClassOf(char c) {
  return kByteClasses[static_cast<unsigned char>(c)];
}

std::uint64_t Load(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof(word));
  return word;
}

constexpr std::uint64_t kEach = 0x0101010101010101U;
constexpr std::uint64_t kHigh = kEach * 0x80U;

// The high bit of each byte of "word" that is "c", and no other.
constexpr std::uint64_t Equal(std::uint64_t word, char c) {
  const std::uint64_t zero = word ^ (kEach * static_cast<unsigned char>(c));
  return ~(((zero & ~kHigh) + ~kHigh) | zero) & kHigh;
}

// The high bit of each byte under ' ', and no other.
constexpr std::uint64_t Control(std::uint64_t word) {
  return ~(((word & ~kHigh) + kEach * (0x80U - ' ')) | word) & kHigh;
}

// True if the nine "bytes" are of words joined by single spaces; the last of
// them is looked at only to see that it is no space.
bool IsPlainText(const char* bytes) {
  const std::uint64_t word = Load(bytes);
  const std::uint64_t next = Load(bytes + 1);
  const std::uint64_t stop =
      Control(word) | Equal(word, '&') | Equal(word, kDelete);
  const std::uint64_t stop_next =
      Control(next) | Equal(next, '&') | Equal(next, kDelete);
  return (stop | (Equal(word, ' ') & (Equal(next, ' ') | stop_next))) == 0;
}

Offset ToOffset(std::size_t offset) {
  return static_cast<Offset>(offset);
}

// Latin, Greek and Cyrillic; other scripts that have lower case are rare on
// the pages medlint reads, and for them a <br> just ends the block.
bool IsLowerCase(char32_t c) {
  if (c < 0x80) return IsAsciiLower(static_cast<char>(c));
  if (0xDF <= c && c <= 0xFF) return c != 0xF7;
  if (0x100 <= c && c <= 0x17F) {
    const bool odd_is_upper =
        (0x139 <= c && c <= 0x148) || (0x179 <= c && c <= 0x17E);
    return odd_is_upper ? c % 2 == 0 : c % 2 == 1;
  }
  return (0x3AC <= c && c <= 0x3CE) || (0x430 <= c && c <= 0x45F);
}

}  // namespace

void TextBuilder::Widen(Gap gap, CleanSpan cause) {
  assert(!cause.empty());
  if (gap <= gap_) return;
  // Of two line ends the first is the one that ended the block.
  if (gap_ < Gap::kLineBreak) gap_origin_ = cause;
  gap_ = gap;
}

void TextBuilder::AddLineBreak(CleanSpan cause) {
  Widen(gap_ == Gap::kLineBreak ? Gap::kBlockEnd : Gap::kLineBreak, cause);
}

bool TextBuilder::IsSoftWrap(std::string_view next) const {
  static constexpr std::string_view kEndsSentence = ".!?:;";
  return kEndsSentence.find(text_.back()) == std::string_view::npos &&
         IsLowerCase(DecodeUtf8(next, 0).value);
}

void TextBuilder::CloseGap(std::string_view next) {
  if (gap_ == Gap::kNone) return;
  if (text_.size() > base_) {
    const bool space =
        gap_ < Gap::kLineBreak || (gap_ == Gap::kLineBreak && IsSoftWrap(next));
    text_ += space ? ' ' : '\n';
    if (gap_ == Gap::kWhiteSpace) {
      map_.AppendVerbatim(1, gap_origin_.begin);
    } else {
      map_.AppendAtomic(1, gap_origin_);
    }
  }
  gap_ = Gap::kNone;
}

// Copies words that are joined by single spaces; returns where it stopped.
std::size_t TextBuilder::AddWords(std::size_t begin, std::size_t end) {
  std::size_t at = begin + 1;
  // The byte before "at" is of a word, or a space before one at "at".
  while (at + 9 <= end && IsPlainText(source_.data() + at))
    at += 8;
  for (;;) {
    while (at < end && ClassOf(source_[at]) == ByteClass::kWord)
      ++at;
    const bool joined = at + 1 < end && source_[at] == ' ' &&
                        ClassOf(source_[at + 1]) == ByteClass::kWord;
    if (!joined) break;
    at += 2;
  }
  const std::string_view words = source_.substr(begin, at - begin);
  CloseGap(words);
  map_.AppendVerbatim(ToOffset(words.size()), ToOffset(begin));
  text_ += words;
  return at;
}

std::size_t TextBuilder::AddWhiteSpace(std::size_t begin, std::size_t end) {
  Widen(Gap::kWhiteSpace, {ToOffset(begin), ToOffset(begin + 1)});
  std::size_t at = begin + 1;
  while (at < end && ClassOf(source_[at]) == ByteClass::kSpace)
    ++at;
  return at;
}

std::size_t TextBuilder::AddReference(std::size_t begin, std::size_t end,
                                      References references) {
  if (references == References::kNone) return AddWords(begin, end);
  const CharacterReference reference = ReadCharacterReference(
      source_.substr(0, end), begin, references == References::kAttribute);
  if (reference.size == 0) return AddWords(begin, end);  // just an '&'
  const CleanSpan origin = {ToOffset(begin), ToOffset(begin + reference.size)};
  if (reference.text.size() == 1 && IsAsciiSpace(reference.text[0])) {
    Widen(Gap::kSpace, origin);
  } else if (!reference.text.empty()) {
    CloseGap(reference.text);
    map_.AppendAtomic(ToOffset(reference.text.size()), origin);
    text_ += reference.text;
  }
  return begin + reference.size;
}

void TextBuilder::AddText(CleanSpan run, References references) {
  const std::size_t end = run.end;
  std::size_t at = run.begin;
  while (at < end) {
    switch (ClassOf(source_[at])) {
      case ByteClass::kWord:
        at = AddWords(at, end);
        break;
      case ByteClass::kSpace:
        at = AddWhiteSpace(at, end);
        break;
      case ByteClass::kReference:
        at = AddReference(at, end, references);
        break;
      case ByteClass::kInvisible:
        ++at;
        break;
    }
  }
}

}  // namespace medlint
