// SPDX-License-Identifier: Apache-2.0

#include "linter/language/quotation.h"

#include <algorithm>
#include <cstdint>

#include "linter/base/utf8.h"
#include "linter/language/byte_set.h"
#include "linter/language/word.h"

namespace medlint {
namespace {

enum class Mark : std::uint8_t {
  kCurlyDouble,
  kStraightDouble,
  kGuillemet,
  kCurlySingle,
  kStraightSingle,
};

constexpr Offset kNone = 0xFFFFFFFFU;
// Single marks are apostrophes more often than not, so they pair only nearby.
constexpr Offset kLongestSingle = 600;

// All marks begin with one of these; C2 and E2 are lead bytes.
constexpr ByteSet kQuoteBytes("\"'\xC2\xE2");

class QuotationFinder {
 public:
  QuotationFinder(std::string_view text, TextSpan block, int least_words)
      : text_(text), block_(block), least_words_(least_words) {}

  Quotations FindFrom(Offset begin) {
    for (Offset at = begin;; ++at) {
      at = kQuoteBytes.FindIn(text_, {at, block_.end});
      if (at == block_.end) break;
      Take(at);
    }
    for (std::size_t mark = 0; mark < open_.size(); ++mark) {
      CloseWeakly(mark);
    }
    return std::move(found_);
  }

 private:
  // A mark that waits for its partner.
  struct Open {
    Offset begin = kNone;
    Offset weak_at = kNone;  // a closing mark that may be an apostrophe
  };

  // REQUIRES: the byte at "at" is one of kQuoteBytes
  void Take(Offset at) {
    switch (text_[at]) {
      case '"':
        if (AfterSpace(at)) return OpenAt(Mark::kStraightDouble, at);
        return Close(Mark::kStraightDouble, at, at + 1);
      case '\'':
        return TakeStraightSingle(at);
      default:
        return TakeBeyondAscii(at);
    }
  }

  void TakeStraightSingle(Offset at) {
    const bool waiting = Waiting(Mark::kStraightSingle).begin != kNone;
    // "doesn't", whatever is open
    const bool in_word = at > block_.begin && IsAsciiAlnum(text_[at - 1]);
    if (in_word && !waiting) return;
    if (in_word || !AfterSpace(at)) {
      return CloseSingle(Mark::kStraightSingle, at, at + 1);
    }
    // '90s
    if (!DigitAt(at + 1)) OpenAt(Mark::kStraightSingle, at);
  }

  void TakeBeyondAscii(Offset at) {
    const CodePoint c = DecodeUtf8(text_, at);
    const Offset end = at + static_cast<Offset>(c.size);
    switch (c.value) {
      case U'\u201E':  // „
        return OpenAt(Mark::kCurlyDouble, at);
      case U'\u201C':  // “ also closes „
        if (Waiting(Mark::kCurlyDouble).begin != kNone && !AfterSpace(at) &&
            text_.substr(Waiting(Mark::kCurlyDouble).begin)
                .starts_with("\u201E")) {
          return Close(Mark::kCurlyDouble, at, end);
        }
        return OpenAt(Mark::kCurlyDouble, at);
      case U'\u201D':  // ”
        return Close(Mark::kCurlyDouble, at, end);
      case U'\u00AB':  // «
        return OpenAt(Mark::kGuillemet, at);
      case U'\u00BB':  // »
        return Close(Mark::kGuillemet, at, end);
      case U'\u2018':  // ‘
        return OpenAt(Mark::kCurlySingle, at);
      case U'\u2019':  // ’
        return CloseSingle(Mark::kCurlySingle, at, end);
      default:
        return;
    }
  }

  Open& Waiting(Mark mark) { return open_[static_cast<std::size_t>(mark)]; }

  void OpenAt(Mark mark, Offset at) {
    CloseWeakly(static_cast<std::size_t>(mark));
    Waiting(mark) = {.begin = at};
  }

  // The closing mark is from "at" to "end".
  void Close(Mark mark, Offset at, Offset end) {
    Open& open = Waiting(mark);
    if (open.begin == kNone) return;
    Add(mark, {open.begin, end}, at);
    open = {};
  }

  void CloseSingle(Mark mark, Offset at, Offset end) {
    Open& open = Waiting(mark);
    if (open.begin == kNone) return;
    if (end - open.begin > kLongestSingle) {
      CloseWeakly(static_cast<std::size_t>(mark));
      return;
    }
    if (end < block_.end && IsWordByte(text_, end)) return;  // doesn’t
    if (AfterSpace(at)) return;                              // rock ’n roll
    const bool possessive =
        text_[at - 1] == 's' && end + 1 < block_.end && text_[end] == ' ' &&
        (IsAsciiLower(text_[end + 1]) || IsAsciiDigit(text_[end + 1]));
    if (possessive) {
      if (open.weak_at == kNone) open.weak_at = at;
      return;
    }
    Close(mark, at, end);
  }

  void CloseWeakly(std::size_t mark) {
    Open& open = open_[mark];
    if (open.begin != kNone && open.weak_at != kNone) {
      const Offset size = text_[open.weak_at] == '\'' ? 1 : 3;
      Add(static_cast<Mark>(mark), {open.begin, open.weak_at + size},
          open.weak_at);
    }
    open = {};
  }

  // "close" is where the closing mark of "span" begins.
  void Add(Mark mark, TextSpan span, Offset close) {
    if (!HasWords({span.begin, close})) return;
    found_.by_mark[static_cast<std::size_t>(mark)].push_back(span);
  }

  // True if enough words begin in "span".  Those of one sort of mark do not
  // overlap, so this reads each byte once for each.
  bool HasWords(TextSpan span) const {
    int words = 0;
    bool in_word =
        span.begin > block_.begin && IsWordByte(text_, span.begin - 1);
    for (Offset at = span.begin; at < span.end; ++at) {
      const bool word = IsWordByte(text_, at);
      if (word && !in_word && ++words >= least_words_) return true;
      in_word = word;
    }
    return words >= least_words_;
  }

  // True where an opening mark can stand: at the beginning, after a space, a
  // bracket, a dash or another opening mark.
  bool AfterSpace(Offset at) const {
    if (at == block_.begin || text_[at - 1] == ' ') return true;
    if (IsAsciiAlnum(text_[at - 1])) return false;
    switch (DecodeUtf8Before(text_, at).value) {
      case U'\n':
      case U'\t':
      case U'\u00A0':
      case U'\u202F':
      case U'(':
      case U'[':
      case U'{':
      case U'-':
      case U'\u2013':
      case U'\u2014':
      case U'/':
      case U'\u201C':
      case U'\u2018':
      case U'\u00AB':
        return true;
      case U'"':
      case U'\'':
        return at - 1 == block_.begin || AfterSpaceOnly(at - 1);
      default:
        return false;
    }
  }
  bool AfterSpaceOnly(Offset at) const {
    return at == block_.begin || IsAsciiSpace(text_[at - 1]);
  }
  bool DigitAt(Offset at) const {
    return at < block_.end && IsAsciiDigit(text_[at]);
  }

  std::string_view text_;
  TextSpan block_;
  int least_words_;
  std::array<Open, 5> open_;
  Quotations found_;
};

}  // namespace

std::optional<TextSpan> Quotations::Around(TextSpan span) const {
  std::optional<TextSpan> shortest;
  for (const std::vector<TextSpan>& quotations : by_mark) {
    const auto after =
        std::ranges::upper_bound(quotations, span.begin, {}, &TextSpan::begin);
    if (after == quotations.begin()) continue;
    const TextSpan around = *(after - 1);
    if (!around.Contains(span)) continue;
    if (!shortest || around.size() < shortest->size()) shortest = around;
  }
  return shortest;
}

Quotations FindQuotations(std::string_view text, TextSpan block,
                          int least_words) {
  return QuotationFinder(text, block, least_words).FindFrom(block.begin);
}

Quotations FindQuotationsFrom(std::string_view text, TextSpan block,
                              Offset begin, int least_words) {
  return QuotationFinder(text, block, least_words).FindFrom(begin);
}

bool MayOpenQuotation(std::string_view text, TextSpan block, Offset at) {
  switch (text[at]) {
    case '"':
      return true;
    case '\'':
      return at == block.begin || !IsAsciiAlnum(text[at - 1]);
    case '\xC2':
      return text.substr(at).starts_with("\u00AB");
    case '\xE2':
      return at + 2 < text.size() && text[at + 1] == '\x80' &&
             (text[at + 2] == '\x98' || text[at + 2] == '\x9C' ||
              text[at + 2] == '\x9E');
    default:
      return false;
  }
}

}  // namespace medlint
