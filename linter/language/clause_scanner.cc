// SPDX-License-Identifier: Apache-2.0

#include "linter/language/clause_scanner.h"

#include <algorithm>

namespace medlint {
namespace {

constexpr Offset kLongestGap = 64;
constexpr int kWordsToVerb = 6;
constexpr int kWordsInBareSubject = 2;
constexpr int kWordsToAlternative = 4;

// The size of an apostrophe or hyphen at "at", or 0.
Offset JoinerAt(std::string_view text, Offset at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'' || text[at] == '-') return 1;
  const std::string_view rest = text.substr(at);
  return rest.starts_with("\u2019") || rest.starts_with("\u2010") ||
                 rest.starts_with("\u2011")
             ? 3
             : 0;
}

// True for nouns in the plural and verbs in the third person.
bool EndsLikePlural(std::string_view form) {
  return form.ends_with('s') && !form.ends_with("ss") &&
         !form.ends_with("us") && !form.ends_with("is") &&
         !form.ends_with("'s") && !form.ends_with("\u2019s");
}

}  // namespace

std::optional<ClauseScanner::Word> ClauseScanner::WordAfter(Offset at) const {
  Word word;
  word.gap = at;
  const Offset gap_end = GapEnd(at);
  while (at < gap_end && !IsWordByte(text_, at)) {
    // Not that of "1,000".
    word.comma = word.comma ||
                 (text_[at] == ',' &&
                  !(at + 1 < sentence_.end && IsAsciiDigit(text_[at + 1])));
    ++at;
  }
  if (at == gap_end) return std::nullopt;
  word.where.begin = at;
  while (at < sentence_.end) {
    if (IsWordByte(text_, at)) {
      ++at;
      continue;
    }
    const Offset joiner = JoinerAt(text_, at);
    if (joiner == 0 || at + joiner >= sentence_.end ||
        !IsWordByte(text_, at + joiner)) {
      break;
    }
    at += joiner;
  }
  word.where.end = at;
  return word;
}

Offset ClauseScanner::GapEnd(Offset at) const {
  return at +
         std::min(kLongestGap, sentence_.end - std::min(sentence_.end, at));
}

std::optional<ClauseScanner::Word> ClauseScanner::WordBefore(
    Offset at, Offset least) const {
  while (at > least && !IsWordByte(text_, at - 1)) {
    --at;
  }
  if (at == least) return std::nullopt;
  Word word;
  word.where.end = at;
  while (at > least) {
    if (IsWordByte(text_, at - 1)) {
      --at;
      continue;
    }
    const Offset one = text_[at - 1] == '\'' || text_[at - 1] == '-' ? 1 : 3;
    if (at < least + one + 1 || JoinerAt(text_, at - one) != one ||
        !IsWordByte(text_, at - one - 1)) {
      break;
    }
    at -= one;
  }
  word.where.begin = at;
  word.gap = at;
  return word;
}

std::optional<ClauseScanner::Word> ClauseScanner::Adjacent(
    const Word& word) const {
  std::optional<Word> next = WordAfter(word.where.end);
  if (!next) return std::nullopt;
  // Quotation marks do not part words: a simply “boosted” defence.
  const std::string_view between =
      text_.substr(next->gap, next->where.begin - next->gap);
  if (between.find_first_of(",;:()[].!?/") != std::string_view::npos ||
      between.find("\u2013") != std::string_view::npos ||
      between.find("\u2014") != std::string_view::npos) {
    return std::nullopt;
  }
  return next;
}

std::optional<ClauseScanner::Word> ClauseScanner::SkipAdverbs(
    std::optional<Word> word) const {
  for (int i = 0; i < 2 && word; ++i) {
    const std::string_view form = word->where.In(text_);
    const bool adverb =
        Is(*word, words_.adverbs) || (form.size() > 4 && form.ends_with("ly"));
    if (!adverb) break;
    word = Adjacent(*word);
  }
  return word;
}

bool ClauseScanner::LooksFinite(const Word& word) const {
  const std::string_view form = word.where.In(text_);
  if (form.size() < 4) return false;
  const bool in_s = EndsLikePlural(form);
  const bool in_ed = form.ends_with("ed");
  if (!in_s && !in_ed) return false;
  const std::optional<Word> next = SkipAdverbs(Adjacent(word));
  if (!next) return false;
  if (Is(*next, words_.determiners) || Is(*next, words_.subjects)) return true;
  if (in_ed || IsFunctionWord(*next)) return false;
  if (!next->where.In(text_).ends_with("ed")) return true;
  // "heals cracked lips", but "problems linked to stress"
  const std::optional<Word> last = Adjacent(*next);
  return last && !IsFunctionWord(*last);
}

bool ClauseScanner::IsFunctionWord(const Word& word) const {
  return Is(word, words_.links) || Is(word, words_.auxiliaries) ||
         Is(word, words_.coordinators) || Is(word, words_.alternatives);
}

bool ClauseScanner::ClauseBeginsAt(const Word& first) const {
  const std::optional<Word> word = SkipAdverbs(first);
  if (!word) return false;
  std::optional<Word> next = Adjacent(*word);
  if (Is(*word, words_.subjects)) {
    return next && !Is(*next, words_.coordinators) &&
           !Is(*next, words_.alternatives) && !Is(*next, words_.links);
  }
  if (Is(*word, words_.determiners)) {
    for (int i = 0; i < kWordsToVerb && next; ++i) {
      if (Is(*next, words_.auxiliaries)) return true;
      if (Is(*next, words_.coordinators) || Is(*next, words_.alternatives)) {
        return false;
      }
      if (LooksFinite(*next)) return true;
      next = Adjacent(*next);
    }
    return false;
  }
  // "massage relieves tension", "duct tape removes them".  Of two words in -s
  // the second is more likely a noun too.
  Word subject = *word;
  for (int i = 0; i < kWordsInBareSubject && next; ++i) {
    if (IsFunctionWord(subject)) return false;
    if (Is(*next, words_.auxiliaries)) return true;
    const std::string_view form = subject.where.In(text_);
    if (EndsLikePlural(form) || form.ends_with("ed")) return false;
    if (!next->where.In(text_).ends_with("ed") && LooksFinite(*next)) {
      return true;
    }
    subject = *next;
    next = Adjacent(*next);
  }
  return false;
}

bool ClauseScanner::FiniteVerbAt(const Word& first) const {
  const std::optional<Word> word = SkipAdverbs(first);
  if (!word) return false;
  if (Is(*word, words_.auxiliaries)) return Adjacent(*word).has_value();
  return word->where.In(text_).ends_with('s') && LooksFinite(*word);
}

bool ClauseScanner::AlternativeNear(const Word& first) const {
  std::optional<Word> word = first;
  for (int i = 0; i < kWordsToAlternative && word; ++i) {
    if (Is(*word, words_.alternatives)) return true;
    word = WordAfter(word->where.end);
  }
  return word && Is(*word, words_.alternatives);
}

bool ClauseScanner::DeterminerFollows(const Word& word) const {
  const std::optional<Word> next = Adjacent(word);
  return next && Is(*next, words_.determiners);
}

}  // namespace medlint
