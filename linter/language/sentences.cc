// SPDX-License-Identifier: Apache-2.0

#include "linter/language/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "linter/base/utf8.h"
#include "linter/language/byte_set.h"
#include "linter/language/quotation.h"
#include "linter/language/word.h"

namespace medlint {
namespace {

// A bracket or quotation longer than this protects no stop inside it: its
// partner is probably not its partner.
constexpr Offset kLongestAside = 500;
// No abbreviation is longer.
constexpr Offset kLongestToken = 32;

// All that matters begins with one of these: stops, what opens an aside, line
// ends and bullets.  The last six are lead bytes.
constexpr ByteSet kMarkBytes("\n.!?([\"'\xC2\xD8\xDB\xE0\xE2\xE3\xEF");

struct Stop {
  bool full = false;       // "."
  bool ellipsis = false;   // "..", "…"
  bool strong = false;     // "!", "?" and their like in other scripts
  bool spaceless = false;  // needs no space after it: "。"
};

// Adds what the character "c" means at the end of a sentence; false if nothing.
bool AddStop(char32_t c, Stop& stop) {
  switch (c) {
    case U'.':
      stop.ellipsis = stop.full;
      stop.full = true;
      return true;
    case U'\u2026':  // …
      stop.full = stop.ellipsis = true;
      return true;
    case U'!':
    case U'?':
    case U'\u203C':  // ‼
    case U'\u203D':  // ‽
    case U'\u2047':  // ⁇
    case U'\u2048':  // ⁈
    case U'\u2049':  // ⁉
    case U'\u061F':  // Arabic
    case U'\u06D4':
    case U'\u0964':  // danda
    case U'\u0965':
      stop.strong = true;
      return true;
    case U'\u3002':  // 。
    case U'\uFF01':
    case U'\uFF1F':
    case U'\uFF61':
      stop.strong = stop.spaceless = true;
      return true;
    default:
      return false;
  }
}

bool IsOpeningMark(char32_t c) {
  return std::u32string_view(U"([{\"'\u201C\u2018\u00AB\u201E").find(c) !=
         std::u32string_view::npos;
}

bool IsClosingMark(char32_t c) {
  return std::u32string_view(U")]}\"'\u201D\u2019\u00BB").find(c) !=
         std::u32string_view::npos;
}

// Pairs "(" and "[" with their partners, at most 32 deep.
std::vector<TextSpan> FindBrackets(std::string_view text, TextSpan where) {
  constexpr ByteSet kBrackets("()[]");
  std::vector<TextSpan> pairs;
  std::array<Offset, 32> open{};
  std::size_t depth = 0;
  for (Offset at = kBrackets.FindIn(text, where); at < where.end;
       at = kBrackets.FindIn(text, {at + 1, where.end})) {
    const char c = text[at];
    if (c == '(' || c == '[') {
      if (depth == open.size()) {
        std::ranges::copy(open.begin() + 1, open.end(), open.begin());
        --depth;
      }
      open[depth++] = at;
    } else if (depth > 0) {
      pairs.push_back({open[--depth], at + 1});
    }
  }
  return pairs;
}

// Adds "more" to "asides", which are in order and do not overlap: stops inside
// them end nothing.
void AddAsides(std::span<const TextSpan> more, std::vector<TextSpan>& asides) {
  for (const TextSpan aside : more) {
    if (aside.size() <= kLongestAside) asides.push_back(aside);
  }
  std::ranges::sort(asides);
  std::size_t merged = 0;
  for (const TextSpan aside : asides) {
    if (merged > 0 && aside.begin < asides[merged - 1].end) {
      asides[merged - 1].end = std::max(asides[merged - 1].end, aside.end);
    } else {
      asides[merged++] = aside;
    }
  }
  asides.resize(merged);
}

class Splitter {
 public:
  // Appends to "sentences".
  Splitter(std::string_view text, TextSpan block, const LanguageData& data,
           std::vector<TextSpan>& sentences)
      : text_(text), block_(block), data_(data), sentences_(sentences) {}

  // Returns whether the block may hold quotations.
  bool Split() {
    start_ = SkipSpaces(block_.begin);
    Offset at = start_;
    while (at < block_.end) {
      at = kMarkBytes.FindIn(text_, {at, block_.end});
      if (at == block_.end) break;
      at = Step(at);
    }
    EndAt(block_.end);
    return may_quote_;
  }

 private:
  // Deals with the mark at "at"; returns where to go on.
  Offset Step(Offset at) {
    Stop stop;
    Offset next = at + 1;
    switch (text_[at]) {
      case '.':
        stop.full = true;
        break;
      case '!':
      case '?':
        stop.strong = true;
        break;
      case '\n':
        EndAt(at);
        return std::max(next, start_);
      case '(':
      case '[':
      case '"':
      case '\'':
      case '\xC2':
        NoteOpening(at);
        return next;
      default: {
        const CodePoint c = DecodeUtf8(text_, at);
        next = at + static_cast<Offset>(c.size);
        if (c.value == U'\u2022' && SpaceAt(next)) {
          EndAt(at);
          return std::max(next, start_);
        }
        if (!AddStop(c.value, stop)) {
          NoteOpening(at);
          return next;
        }
      }
    }
    return StepOverStop(stop, at, next);
  }

  // "stop" is from "at" to "stop_end", and may go on.
  Offset StepOverStop(Stop stop, Offset at, Offset stop_end) {
    while (stop_end < block_.end && !IsAsciiAlnum(text_[stop_end]) &&
           text_[stop_end] != ' ') {
      const CodePoint more = DecodeUtf8(text_, stop_end);
      if (!AddStop(more.value, stop)) break;
      stop_end += static_cast<Offset>(more.size);
    }
    Offset end = SkipClosingMarks(stop_end);
    NoteOpenings({stop_end, end});
    if (InsideAside(end)) return stop_end;
    if (end == stop_end && AfterWord(at)) {
      end = SkipCitation(end);
      NoteOpenings({stop_end, end});
    }
    if (!EndsSentence(stop, {at, stop_end}, end)) return stop_end;
    EndAt(end);
    return std::max(end, start_);
  }

  // Finds all asides of a sort as soon as one may begin, which most blocks
  // never see.
  void NoteOpening(Offset at) {
    if (text_[at] == '(' || text_[at] == '[') {
      if (know_brackets_) return;
      know_brackets_ = true;
      AddAsides(FindBrackets(text_, {at, block_.end}), asides_);
      next_aside_ = 0;
    } else if (!know_quotations_ && MayOpenQuotation(text_, block_, at)) {
      know_quotations_ = true;
      const Quotations quotations = FindQuotationsFrom(text_, block_, at, 1);
      for (const std::vector<TextSpan>& some : quotations.by_mark) {
        may_quote_ = may_quote_ || !some.empty();
        if (!some.empty()) AddAsides(some, asides_);
      }
      next_aside_ = 0;
    }
  }

  void NoteOpenings(TextSpan where) {
    for (Offset at = where.begin; at < where.end; ++at) {
      NoteOpening(at);
    }
  }

  // True if "end" lies inside an aside, so that the stop before it does.
  bool InsideAside(Offset end) {
    while (next_aside_ < asides_.size() &&
           asides_[next_aside_].end <= end - 1) {
      ++next_aside_;
    }
    return next_aside_ < asides_.size() && asides_[next_aside_].begin < end &&
           end < asides_[next_aside_].end;
  }

  bool EndsSentence(const Stop& stop, TextSpan mark, Offset end) const {
    if (end == block_.end || stop.spaceless) return true;
    if (!SpaceAt(end)) return GluedSentenceFollows(stop, mark, end);
    const Offset next = SkipOpeningMarks(SkipSpaces(end));
    if (next == block_.end) return true;
    const bool closed = end != mark.end;
    const bool small = BeginsSmall(next);
    if (stop.strong) return !(small && closed);
    if (stop.ellipsis) return !small;
    const TextSpan token = TokenBefore(mark.begin);
    const std::string_view before = token.In(text_);
    if (small) {
      // Pages that know no capitals.
      return !closed && before.size() >= 4 &&
             std::ranges::all_of(before, IsAsciiLower) &&
             !ListsWithStop(data_.abbreviations, before) &&
             !ListsWithStop(data_.abbreviations_at_end, before);
    }
    return EndsBefore(token, next);
  }

  // For a full stop after "token" and before "next", which is no small letter.
  bool EndsBefore(TextSpan token, Offset next) const {
    const std::string_view before = token.In(text_);
    if (before.empty()) return true;
    if (before.size() == 1 && IsAsciiUpper(before[0])) {
      return IsSentenceOpener(next) || IsLettered(token);
    }
    if (ListsWithStop(data_.abbreviations_at_end, before) ||
        ListsWithStop(data_.abbreviations_before_number, before)) {
      return !IsAsciiDigit(text_[next]);
    }
    if (ListsWithStop(data_.abbreviations, before) || IsDottedAcronym(before) ||
        (before.size() == 1 && IsAsciiAlpha(before[0]))) {
      return IsSentenceOpener(next);
    }
    // "1. Drink water."
    if (std::ranges::all_of(before, IsAsciiDigit) && before.size() <= 3 &&
        token.begin <= start_ + 1) {
      return false;
    }
    return true;
  }

  // "relief.The", "it?Yes"
  bool GluedSentenceFollows(const Stop& stop, TextSpan mark, Offset end) const {
    if (stop.ellipsis || end != mark.end || !AfterWord(mark.begin)) {
      return false;
    }
    if (end + 1 >= block_.end || !IsAsciiUpper(text_[end])) return false;
    if (stop.strong) return true;
    const std::string_view token = TokenBefore(mark.begin).In(text_);
    return IsAsciiLower(text_[end + 1]) && !token.empty() &&
           token.find_first_of("./@:") == std::string_view::npos &&
           token != "www";
  }

  // True if the two characters before "at" are small letters.
  bool AfterWord(Offset at) const {
    return at >= start_ + 2 && IsAsciiLower(text_[at - 1]) &&
           IsAsciiLower(text_[at - 2]);
  }

  // Past a citation right after a stop that ends at "at": "[12]", "[a][b]" or
  // "1,2".  Returns "at" if there is none, or no new sentence after it.
  Offset SkipCitation(Offset at) const {
    const Offset limit = std::min(block_.end, at + kLongestToken);
    Offset end = at;
    // "It helps. [1] It is cheap."
    if (at + 2 < limit && text_[at] == ' ' && text_[at + 1] == '[' &&
        IsAsciiDigit(text_[at + 2])) {
      ++end;
    }
    while (end < limit && text_[end] == '[') {
      const std::size_t close = text_.substr(0, limit).find(']', end);
      if (close == std::string_view::npos) return at;
      end = static_cast<Offset>(close) + 1;
    }
    while (end < limit && (IsAsciiDigit(text_[end]) || text_[end] == ',' ||
                           text_[end] == '-')) {
      ++end;
    }
    if (end == at || end == block_.end) return end;
    const bool sentence_follows =
        SpaceAt(end) > 0 && !BeginsSmall(SkipOpeningMarks(SkipSpaces(end)));
    return sentence_follows ? end : at;
  }

  Offset SkipClosingMarks(Offset at) const {
    while (at < block_.end) {
      if (text_[at] == ' ' || IsAsciiAlnum(text_[at])) break;
      const CodePoint c = DecodeUtf8(text_, at);
      if (!IsClosingMark(c.value)) break;
      at += static_cast<Offset>(c.size);
    }
    return at;
  }

  Offset SkipOpeningMarks(Offset at) const {
    while (at < block_.end) {
      if (text_[at] == ' ' || IsAsciiAlnum(text_[at])) break;
      const CodePoint c = DecodeUtf8(text_, at);
      if (!IsOpeningMark(c.value)) break;
      at += static_cast<Offset>(c.size);
    }
    return at;
  }

  // Length of the space at "at" (no-break and thin ones too), or 0.
  Offset SpaceAt(Offset at) const {
    if (at >= block_.end) return 0;
    if (IsAsciiSpace(text_[at])) return 1;
    if (static_cast<unsigned char>(text_[at]) < 0x80U) return 0;
    const CodePoint c = DecodeUtf8(text_, at);
    const bool space = c.value == U'\u00A0' || c.value == U'\u202F' ||
                       (U'\u2000' <= c.value && c.value <= U'\u200B') ||
                       c.value == U'\u3000';
    return space ? static_cast<Offset>(c.size) : 0;
  }

  Offset SkipSpaces(Offset at) const {
    while (const Offset size = SpaceAt(at)) {
      at += size;
    }
    return at;
  }

  // True if the word at "at" begins with a small letter, and is not one like
  // "pH", "mRNA" or "iPhone" that does so always.
  bool BeginsSmall(Offset at) const {
    if (at >= block_.end || !IsAsciiLower(text_[at])) return false;
    return !(at + 1 < block_.end && IsAsciiUpper(text_[at + 1]));
  }

  // What stands before a stop, up to a space, without opening marks.  Empty if
  // it is too long to be an abbreviation.
  TextSpan TokenBefore(Offset end) const {
    Offset begin = end;
    while (begin > start_ && !IsAsciiSpace(text_[begin - 1])) {
      if (end - begin == kLongestToken) return {end, end};
      --begin;
    }
    while (begin < end && !IsWordByte(text_, begin)) {
      ++begin;
    }
    return {begin, end};
  }

  std::string_view WordAt(Offset at) const {
    Offset end = at;
    const Offset limit = std::min(block_.end, at + kLongestToken);
    while (end < limit && IsWordByte(text_, end)) {
      ++end;
    }
    return text_.substr(at, end - at);
  }

  // "The", but not the "A" of "A. B. Carter".
  bool IsSentenceOpener(Offset at) const {
    const std::string_view word = WordAt(at);
    const Offset end = at + static_cast<Offset>(word.size());
    return Lists(data_.sentence_openers, word) &&
           !(end < block_.end && text_[end] == '.');
  }

  // "U.S", "a.m", "b.i.d": letters with stops between them.
  static bool IsDottedAcronym(std::string_view token) {
    if (token.size() < 3 || token.size() % 2 == 0 || token[1] != '.') {
      return false;
    }
    for (std::size_t i = 0; i < token.size(); ++i) {
      const bool right = i % 2 == 0 ? IsAsciiAlpha(token[i]) : token[i] == '.';
      if (!right) return false;
    }
    return true;
  }

  // "vitamin C": the letter is a name and not an initial.
  bool IsLettered(TextSpan token) const {
    Offset end = token.begin;
    while (end > start_ && IsAsciiSpace(text_[end - 1])) {
      --end;
    }
    const std::string_view noun = TokenBefore(end).In(text_);
    return Lists(data_.lettered_nouns, noun);
  }

  void EndAt(Offset end) {
    const Offset next = SkipSpaces(std::min(end, block_.end));
    while (end > start_ && IsAsciiSpace(text_[end - 1])) {
      --end;
    }
    if (start_ < end) sentences_.push_back({start_, end});
    start_ = std::max(start_, next);
  }

  std::string_view text_;
  TextSpan block_;
  const LanguageData& data_;
  std::vector<TextSpan>& sentences_;
  bool may_quote_ = false;
  bool know_brackets_ = false;  // else there is none so far
  bool know_quotations_ = false;
  std::vector<TextSpan> asides_;
  std::size_t next_aside_ = 0;
  Offset start_ = 0;  // of the sentence that is being read
};

}  // namespace

std::vector<TextSpan> SplitSentences(std::string_view text, TextSpan block,
                                     const LanguageData& data) {
  std::vector<TextSpan> sentences;
  AppendSentences(text, block, data, sentences);
  return sentences;
}

bool AppendSentences(std::string_view text, TextSpan block,
                     const LanguageData& data,
                     std::vector<TextSpan>& sentences) {
  return Splitter(text, block, data, sentences).Split();
}

}  // namespace medlint
