// SPDX-License-Identifier: Apache-2.0

#include "linter/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "linter/base/eight_bytes.h"
#include "linter/base/utf8.h"

namespace medlint {
namespace {

// What a character is to the folder.  Most text is kVerbatim ASCII.
struct Folded {
  std::string text;  // "" for an invisible character
  bool is_space = false;
  bool is_disguise = false;
};

struct LookAlike {
  char32_t letter;
  char latin;
};
// Sorted by letter.  Only letters that are the same in most type faces.
constexpr LookAlike kLookAlikes[] = {
    {0x03B1, 'a'}, {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BD, 'v'}, {0x03BF, 'o'},
    {0x03C1, 'p'}, {0x03C4, 't'}, {0x03C5, 'u'}, {0x03C7, 'x'}, {0x0430, 'a'},
    {0x0432, 'b'}, {0x0433, 'r'}, {0x0435, 'e'}, {0x043A, 'k'}, {0x043C, 'm'},
    {0x043D, 'h'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0442, 't'},
    {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'},
    {0x0475, 'v'}, {0x04BB, 'h'}, {0x04CF, 'l'}, {0x0501, 'd'}, {0x051B, 'q'},
    {0x051D, 'w'}, {0x0261, 'g'}, {0x0131, 'i'},
};

char LookAlikeOf(char32_t c) {
  const auto* const it = std::ranges::find(kLookAlikes, c, &LookAlike::letter);
  return it == std::end(kLookAlikes) ? '\0' : it->latin;
}

bool IsQuote(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B ||
         c == 0x2032 || c == 0x02BC || c == 0x00B4 || c == 0x2035;
}

bool IsDoubleQuote(char32_t c) {
  return (0x201C <= c && c <= 0x201F) || c == 0x2033 || c == 0x00AB ||
         c == 0x00BB || c == 0x2036;
}

bool IsDash(char32_t c) {
  return (0x2010 <= c && c <= 0x2015) || c == 0x2212 || c == 0xFE58 ||
         c == 0xFE63 || c == 0xFF0D;
}

bool IsUnicodeSpace(char32_t c) {
  return c == 0x00A0 || c == 0x1680 || (0x2000 <= c && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0x0085;
}

// Characters for which simple case folding is not all: compatibility forms.
bool NeedsNormalization(char32_t c) {
  // The trade mark signs are signs, not the letters "tm".
  if (c == 0x2120 || c == 0x2122) return false;
  return (0x2100 <= c && c <= 0x214F) || (0x2460 <= c && c <= 0x24FF) ||
         (0xFB00 <= c && c <= 0xFB06) || (0xFF01 <= c && c <= 0xFF5E) ||
         (0x1D400 <= c && c <= 0x1D7FF) || (0x2070 <= c && c <= 0x209F) ||
         c == 0x00AA || c == 0x00BA || (0x00B2 <= c && c <= 0x00B5) ||
         c == 0x00B9 || (0x00BC <= c && c <= 0x00BE) || c == 0x00DF ||
         (0x3380 <= c && c <= 0x33DF) || c == 0x2126 || c == 0x212B;
}

std::string CompatibilityFold(char32_t c) {
  static constexpr std::string_view kNone;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const folder =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  std::string out(kNone);
  if (U_FAILURE(status)) {
    AppendUtf8(c, out);
    return out;
  }
  folder->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status)
      .toUTF8String(out);
  // ½ becomes 1⁄2 with a fraction slash.
  if (const auto slash = out.find("\xE2\x81\x84"); slash != std::string::npos) {
    out.replace(slash, 3, "/");
  }
  return out;
}

char32_t SimpleFold(char32_t c) {
  return static_cast<char32_t>(
      u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

Folded FoldNonAscii(char32_t c) {
  Folded folded;
  if (IsInvisible(c)) {
    folded.is_disguise = true;
  } else if (IsUnicodeSpace(c)) {
    folded.text = " ";
    folded.is_space = true;
  } else if (IsQuote(c)) {
    folded.text = "'";
  } else if (IsDoubleQuote(c)) {
    folded.text = "\"";
  } else if (IsDash(c)) {
    folded.text = "-";
  } else if (NeedsNormalization(c)) {
    folded.text = CompatibilityFold(c);
    const bool letter = (0xFF21 <= c && c <= 0xFF5A) || c >= 0x1D400;
    folded.is_disguise = letter;
  } else {
    AppendUtf8(SimpleFold(c), folded.text);
  }
  return folded;
}

bool IsCombining(char32_t c) {
  return 0x0300 <= c && c <= 0x036F;
}

// Returns the letter with the accent, or 0 if Unicode has no such character.
char32_t Compose(char32_t letter, char32_t accent) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const composer =
      icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return 0;
  const UChar32 both = composer->composePair(static_cast<UChar32>(letter),
                                             static_cast<UChar32>(accent));
  return both < 0 ? 0 : static_cast<char32_t>(both);
}

// False for some text that is folded, too.
bool IsFoldedAscii(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    const bool plain = IsAsciiLower(c) || IsAsciiDigit(c) || c == '-' ||
                       c == '\'' || c == '.' || (c == ' ' && before != ' ');
    if (!plain) return false;
    before = c;
  }
  return true;
}

}  // namespace

bool IsInvisible(char32_t c) {
  return c == 0x00AD || c == 0x7F || (0x200B <= c && c <= 0x200F) ||
         (0x202A <= c && c <= 0x202E) || (0x2060 <= c && c <= 0x2064) ||
         c == 0xFEFF || c == 0x034F || c == 0x061C || c == 0x180E ||
         (0xFE00 <= c && c <= 0xFE0F) || (0xE0000 <= c && c <= 0xE007F);
}

// Folds one text; a class so that each step can see what came before.
class Folder {
 public:
  Folder(std::string_view text, std::string& out,
         OffsetMap<FoldedSpace, TextSpace>& map)
      : text_(text), out_(out), map_(map) {}

  bool Run() {
    std::size_t i = 0;
    while (i < text_.size()) {
      i = FoldAsciiRun(i);
      if (i < text_.size()) i = FoldOne(i);
    }
    return disguised_;
  }

 private:
  // Lower-cases ASCII up to the next byte that needs thought: a second space,
  // DEL or a byte of a longer character.
  std::size_t FoldAsciiRun(std::size_t begin) {
    const std::size_t end = EndOfAsciiRun(begin);
    const std::size_t size = out_.size();
    out_.append(text_, begin, end - begin);
    char* c = out_.data() + size;
    char* const out_end = out_.data() + out_.size();
    for (; out_end - c >= kEight; c += kEight) {
      const EightBytes eight = EightBytes::Load(c);
      if ((eight.Equal('\t') | eight.Equal('`')) != 0) {
        std::transform(c, c + kEight, c, FoldAscii);
      } else {
        eight.ToLower().Store(c);
      }
    }
    std::transform(c, out_end, c, FoldAscii);
    map_.AppendVerbatim(static_cast<Offset>(end - begin),
                        static_cast<Offset>(begin));
    return end;
  }

  std::size_t EndOfAsciiRun(std::size_t begin) const {
    std::size_t i = begin;
    bool after_space = !out_.empty() && out_.back() == ' ';
    for (; i + EightBytes::kSize <= text_.size(); i += EightBytes::kSize) {
      const EightBytes eight = EightBytes::Load(text_.data() + i);
      const std::uint64_t spaces = eight.Equal(' ');
      const std::uint64_t blanks = spaces | eight.Equal('\t');
      const std::uint64_t stops =
          eight.Wide() | eight.Equal('\x7F') |
          (spaces & EightBytes::Before(blanks, after_space));
      if (stops != 0) return i + EightBytes::First(stops);
      after_space = blanks >> 63U != 0;
    }
    for (; i < text_.size(); ++i) {
      const char c = text_[i];
      if (static_cast<unsigned char>(c) >= 0x7F) break;
      if (c == ' ' && after_space) break;
      after_space = c == ' ' || c == '\t';
    }
    return i;
  }

  static char FoldAscii(char c) {
    return c == '\t' ? ' ' : c == '`' ? '\'' : ToAsciiLower(c);
  }

  std::size_t FoldOne(std::size_t i) {
    const CodePoint point = DecodeUtf8(text_, i);
    const std::size_t end = i + point.size;
    if (point.value == ' ') return end;  // the second of two
    if (IsCombining(point.value) && JoinAccent(point.value, i, end)) return end;
    Folded folded = FoldNonAscii(point.value);
    if (const char latin = LookAlikeOf(SimpleFold(point.value));
        latin != '\0' && WordHasLatin(i, end)) {
      folded.text = latin;
      folded.is_disguise = true;
    }
    disguised_ = disguised_ || folded.is_disguise;
    if (folded.is_space && !out_.empty() && out_.back() == ' ') return end;
    Append(folded.text, i, end);
    return end;
  }

  void Append(std::string_view folded, std::size_t begin, std::size_t end) {
    out_ += folded;
    const auto origin = static_cast<Offset>(begin);
    // The same size maps byte by byte only if it is one whole character, which
    // is what callers ask about; atomic would cost a run for every é.
    if (folded.size() == end - begin && !folded.empty() &&
        DecodeUtf8(folded, 0).size == folded.size()) {
      map_.AppendVerbatim(static_cast<Offset>(folded.size()), origin);
    } else {
      map_.AppendAtomic(static_cast<Offset>(folded.size()),
                        {origin, static_cast<Offset>(end)});
    }
  }

  // "e" + U+0301 is "é".  The folded letter is taken back and replaced; the map
  // gives the accent's bytes to the second byte of the new letter, so that the
  // letter as a whole covers both.
  bool JoinAccent(char32_t accent, std::size_t begin, std::size_t end) {
    if (out_.empty()) return false;
    const CodePoint letter = DecodeUtf8Before(out_, out_.size());
    const char32_t both = letter.valid ? Compose(letter.value, accent) : 0;
    if (both == 0) return false;
    std::string joined;
    AppendUtf8(both, joined);
    if (joined.size() <= letter.size) return false;
    out_.replace(out_.size() - letter.size, letter.size, joined);
    map_.AppendAtomic(static_cast<Offset>(joined.size() - letter.size),
                      TextSpan::Of(begin, end));
    return true;
  }

  // True if the word around [begin, end) has an ASCII letter.
  bool WordHasLatin(std::size_t begin, std::size_t end) const {
    static constexpr std::size_t kFarthest = 64;  // bytes: longer is no word
    for (std::size_t i = begin; i > 0 && begin - i < kFarthest;) {
      const CodePoint point = DecodeUtf8Before(text_, i);
      if (!IsWordCharacter(point.value)) break;
      if (point.value < 0x80) return true;
      i -= point.size;
    }
    for (std::size_t i = end; i < text_.size() && i - end < kFarthest;) {
      const CodePoint point = DecodeUtf8(text_, i);
      if (!IsWordCharacter(point.value)) break;
      if (point.value < 0x80) return true;
      i += point.size;
    }
    return false;
  }

  static bool IsWordCharacter(char32_t c) {
    if (c < 0x80) return IsAsciiAlpha(static_cast<char>(c));
    return u_isalpha(static_cast<UChar32>(c)) != 0 || IsInvisible(c);
  }

  static constexpr std::ptrdiff_t kEight = EightBytes::kSize;

  std::string_view text_;
  std::string& out_;
  OffsetMap<FoldedSpace, TextSpace>& map_;
  bool disguised_ = false;
};

FoldedText::FoldedText(std::string_view text) {
  folded_.reserve(text.size());
  has_disguise_ = Folder(text, folded_, map_).Run();
}

std::string Fold(std::string_view text) {
  // Word lists are folded at every start, and most words are folded already.
  return IsFoldedAscii(text) ? std::string(text)
                             : std::string(FoldedText(text).text());
}

}  // namespace medlint
