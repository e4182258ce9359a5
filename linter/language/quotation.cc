// SPDX-License-Identifier: Apache-2.0

#include "linter/language/quotation.h"

#include <algorithm>
#include <cstdint>

#include "linter/base/utf8.h"
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

class QuotationFinder {
 public:
  QuotationFinder(std::string_view text, TextSpan block, int least_words)
      : text_(text), block_(block), least_words_(least_words) {}

  Quotations Find() {
    for (Offset at = block_.begin; at < block_.end;) {
      const auto size = static_cast<Offset>(DecodeUtf8(text_, at).size);
      Take(at, size);
      if (!IsWordByte(text_, at)) {
        in_word_ = false;
      } else if (!in_word_) {
        in_word_ = true;
        ++words_;
      }
      at += size;
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
    int words_before = 0;
    Offset weak_end = kNone;  // a closing mark that may be an apostrophe
    int words_until_weak = 0;
  };

  void Take(Offset at, Offset size) {
    const char32_t c = DecodeUtf8(text_, at).value;
    switch (c) {
      case U'\u201E':  // „
        return OpenAt(Mark::kCurlyDouble, at);
      case U'\u201C':  // “ also closes „
        if (Waiting(Mark::kCurlyDouble).begin != kNone && !AfterSpace(at) &&
            text_.substr(Waiting(Mark::kCurlyDouble).begin)
                .starts_with("\u201E")) {
          return Close(Mark::kCurlyDouble, at + size);
        }
        return OpenAt(Mark::kCurlyDouble, at);
      case U'\u201D':  // ”
        return Close(Mark::kCurlyDouble, at + size);
      case U'\u00AB':  // «
        return OpenAt(Mark::kGuillemet, at);
      case U'\u00BB':  // »
        return Close(Mark::kGuillemet, at + size);
      case U'\u2018':  // ‘
        return OpenAt(Mark::kCurlySingle, at);
      case U'\u2019':  // ’
        return CloseSingle(Mark::kCurlySingle, at, at + size);
      case U'"':
        if (AfterSpace(at)) return OpenAt(Mark::kStraightDouble, at);
        return Close(Mark::kStraightDouble, at + size);
      case U'\'':
        if (!AfterSpace(at)) {
          return CloseSingle(Mark::kStraightSingle, at, at + size);
        }
        // '90s
        if (!DigitAt(at + size)) OpenAt(Mark::kStraightSingle, at);
        return;
      default:
        return;
    }
  }

  Open& Waiting(Mark mark) { return open_[static_cast<std::size_t>(mark)]; }

  void OpenAt(Mark mark, Offset at) {
    CloseWeakly(static_cast<std::size_t>(mark));
    Waiting(mark) = {.begin = at, .words_before = words_};
  }

  void Close(Mark mark, Offset end) {
    Open& open = Waiting(mark);
    if (open.begin == kNone) return;
    Add(mark, {open.begin, end}, words_ - open.words_before);
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
      if (open.weak_end == kNone) {
        open.weak_end = end;
        open.words_until_weak = words_ - open.words_before;
      }
      return;
    }
    Close(mark, end);
  }

  void CloseWeakly(std::size_t mark) {
    Open& open = open_[mark];
    if (open.begin != kNone && open.weak_end != kNone) {
      Add(static_cast<Mark>(mark), {open.begin, open.weak_end},
          open.words_until_weak);
    }
    open = {};
  }

  void Add(Mark mark, TextSpan span, int words) {
    if (words < least_words_) return;
    found_.by_mark[static_cast<std::size_t>(mark)].push_back(span);
  }

  // True where an opening mark can stand: at the beginning, after a space, a
  // bracket, a dash or another opening mark.
  bool AfterSpace(Offset at) const {
    if (at == block_.begin) return true;
    const char32_t before = DecodeUtf8Before(text_, at).value;
    constexpr std::u32string_view kBefore =
        U" \n\t\u00A0\u202F([{\u2013\u2014-/\u201C\u2018\u00AB\"'";
    if (before == U'"' || before == U'\'') {
      return at - 1 == block_.begin || AfterSpaceOnly(at - 1);
    }
    return kBefore.find(before) != std::u32string_view::npos;
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
  int words_ = 0;
  bool in_word_ = false;
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
  return QuotationFinder(text, block, least_words).Find();
}

}  // namespace medlint
