// SPDX-License-Identifier: Apache-2.0

#include "linter/match/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/word_edge.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

constexpr char32_t kLastCodePoint = 0x10FFFF;
constexpr std::uint32_t kAllCategories = 0xFFFFFFFFU;

// Wider ranges are left as they are: whoever writes one means an alphabet,
// whose capitals come with it or are written out.
constexpr char32_t kLargestFoldedRange = 1024;

struct PosixClass {
  std::string_view name;
  bool (*holds)(unsigned char);
};
bool IsGraphic(unsigned char c) {
  return 0x20 < c && c < 0x7F;
}
bool IsAlnum(unsigned char c) {
  return IsAsciiAlnum(static_cast<char>(c));
}
constexpr PosixClass kPosixClasses[] = {
    {"alnum", IsAlnum},
    {"alpha",
     [](unsigned char c) { return IsAsciiAlpha(static_cast<char>(c)); }},
    {"ascii", [](unsigned char) { return true; }},
    {"blank", [](unsigned char c) { return c == ' ' || c == '\t'; }},
    {"cntrl", [](unsigned char c) { return c < 0x20 || c == 0x7F; }},
    {"digit",
     [](unsigned char c) { return IsAsciiDigit(static_cast<char>(c)); }},
    {"graph", IsGraphic},
    {"lower",
     [](unsigned char c) { return IsAsciiLower(static_cast<char>(c)); }},
    {"print", [](unsigned char c) { return c == ' ' || IsGraphic(c); }},
    {"punct", [](unsigned char c) { return IsGraphic(c) && !IsAlnum(c); }},
    {"space",
     [](unsigned char c) { return c == ' ' || (0x09 <= c && c <= 0x0D); }},
    {"upper",
     [](unsigned char c) { return IsAsciiUpper(static_cast<char>(c)); }},
    {"word", [](unsigned char c) { return IsAlnum(c) || c == '_'; }},
    {"xdigit",
     [](unsigned char c) {
       const char lower = ToAsciiLower(static_cast<char>(c));
       return IsAsciiDigit(lower) || ('a' <= lower && lower <= 'f');
     }},
};

const PosixClass* FindPosix(std::string_view name) {
  const auto* const it =
      std::ranges::find(kPosixClasses, name, &PosixClass::name);
  return it == std::end(kPosixClasses) ? nullptr : it;
}

void AppendHex(char32_t c, std::string& out) {
  std::array<char, 16> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "\\x{%X}",
                                 static_cast<unsigned>(c));
  out.append(buffer.data(), static_cast<std::size_t>(size));
}

std::string Encode(char32_t c) {
  std::string bytes;
  AppendUtf8(c, bytes);
  return bytes;
}

// Returns the one character that "c" folds to, or "c" if there is not one.
char32_t FoldOne(char32_t c) {
  if (c < 0x80) {
    return static_cast<unsigned char>(ToAsciiLower(static_cast<char>(c)));
  }
  if (0xD800 <= c && c <= 0xDFFF) return c;
  const std::string folded = medlint::Fold(Encode(c));
  if (folded.empty()) return c;
  const CodePoint point = DecodeUtf8(folded, 0);
  return point.valid && point.size == folded.size() ? point.value : c;
}

}  // namespace

CharKinds KindOf(char32_t c) {
  if (c >= 0x80) return IsWordCharacter(c) ? kWideWord : kWideSign;
  const char byte = static_cast<char>(c);
  if (IsAsciiDigit(byte)) return kDigit;
  if (IsAsciiUpper(byte)) return kCapital;
  return IsAsciiLower(byte) || byte == '_' ? kSmall : kSign;
}

CharClass CharClass::Any() {
  CharClass any;
  any.AddRange('\n', '\n');
  any.Negate();
  return any;
}

void CharClass::AddPerl(char letter) {
  const char lower = ToAsciiLower(letter);
  const PosixClass* const members = FindPosix(lower == 'd'   ? "digit"
                                              : lower == 's' ? "space"
                                                             : "word");
  const bool negated = lower != letter;
  for (unsigned char c = 0; c < 128; ++c) {
    // \s is [\t\n\f\r ]: no vertical tab.
    const bool holds = members->holds(c) && !(lower == 's' && c == '\v');
    if (holds != negated) named_ascii_.set(c);
  }
  named_all_wide_ |= negated;
  if (negated) named_categories_ = kAllCategories;
  has_space_ |= letter == 's';
  named_ += '\\';
  named_ += letter;
}

bool CharClass::AddPosix(std::string_view name) {
  const bool negated = name.starts_with('^');
  const PosixClass* const members = FindPosix(negated ? name.substr(1) : name);
  if (members == nullptr) return false;
  for (unsigned char c = 0; c < 128; ++c) {
    if (members->holds(c) != negated) named_ascii_.set(c);
  }
  named_all_wide_ |= negated;
  if (negated) named_categories_ = kAllCategories;
  named_ += "[:";
  named_ += name;
  named_ += ":]";
  capitals_only_ |= name == "upper";
  return true;
}

bool CharClass::AddUnicode(std::string_view name, bool negated) {
  const std::string key(name);
  const auto holds_ascii = [&](auto test) {
    for (unsigned c = 0; c < 128; ++c) {
      if (test(static_cast<UChar32>(c)) != negated) named_ascii_.set(c);
    }
  };
  const std::int32_t mask =
      name.size() > 2
          ? UCHAR_INVALID_CODE
          : u_getPropertyValueEnum(UCHAR_GENERAL_CATEGORY_MASK, key.c_str());
  if (mask != UCHAR_INVALID_CODE) {
    const auto bits = static_cast<std::uint32_t>(mask);
    holds_ascii([&](UChar32 c) { return (U_GET_GC_MASK(c) & bits) != 0; });
    // RE2's \pC leaves out what is not assigned.
    const std::uint32_t assigned = bits & ~std::uint32_t{U_GC_CN_MASK};
    named_categories_ |= negated ? ~assigned : assigned;
    constexpr std::uint32_t kWordMask = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
    if (negated || (bits & kWordMask) != 0) named_wide_ |= kWideWord;
    if (negated || (bits & ~kWordMask) != 0) named_wide_ |= kWideSign;
    capitals_only_ |= !negated && (name == "Lu" || name == "Lt");
  } else {
    const std::int32_t script =
        u_getPropertyValueEnum(UCHAR_SCRIPT, key.c_str());
    if (script == UCHAR_INVALID_CODE) return false;
    holds_ascii([&](UChar32 c) {
      UErrorCode status = U_ZERO_ERROR;
      return uscript_getScript(c, &status) == script;
    });
    named_wide_ |= kWide;
    names_script_ = true;
  }
  named_ += negated ? "\\P{" : "\\p{";
  named_ += name;
  named_ += '}';
  return true;
}

bool CharClass::Fold() {
  if (capitals_only_) return false;
  folded_ = true;
  std::vector<char32_t> added;
  for (const CharRange& range : ranges_) {
    const bool large = range.last - range.first > kLargestFoldedRange;
    const char32_t last = large ? char32_t{0x7F} : range.last;
    for (char32_t c = range.first; c <= last; ++c) {
      const char32_t folded = FoldOne(c);
      if (folded != c) added.push_back(folded);
    }
  }
  std::ranges::sort(added);
  const auto repeats = std::ranges::unique(added);
  added.erase(repeats.begin(), repeats.end());
  const std::size_t written = ranges_.size();
  for (const char32_t c : added) {
    if (ranges_.size() > written && ranges_.back().last + 1 == c) {
      ranges_.back().last = c;
    } else {
      ranges_.push_back({c, c});
    }
  }
  return true;
}

void CharClass::WidenSpaces() {
  if (!has_space_) return;
  named_ += "\\p{Zs}";
  named_categories_ |= U_GC_ZS_MASK;
  named_wide_ |= kWideSign;
}

std::bitset<128> CharClass::Ascii() const {
  std::bitset<128> ascii = named_ascii_;
  for (const CharRange& range : ranges_) {
    for (char32_t c = range.first; c <= range.last && c < 0x80; ++c) {
      ascii.set(c);
    }
  }
  if (negated_) ascii.flip();
  return ascii;
}

bool CharSet::HasWide(char32_t c, std::span<const CharRange> ranges) const {
  bool has = categories != 0 &&
             (U_GET_GC_MASK(static_cast<UChar32>(c)) & categories) != 0;
  for (const CharRange& range : ranges.subspan(first_range, range_count)) {
    if (has) break;
    has = range.first <= c && c <= range.last;
  }
  return has != (negated != 0);
}

CharSet CharClass::ToSet(std::vector<CharRange>& ranges) const {
  CharSet set{.first_range = static_cast<std::uint32_t>(ranges.size()),
              .categories = named_categories_,
              .negated = negated_ ? 1U : 0U};
  const std::bitset<128> ascii = Ascii();
  for (std::size_t c = 0; c < 128; ++c) {
    if (ascii.test(c)) set.ascii[c >> 6U] |= std::uint64_t{1} << (c & 63U);
  }
  for (const CharRange& range : ranges_) {
    if (range.last < 0x80) continue;
    ranges.push_back(range);
    ++set.range_count;
  }
  return set;
}

CharKinds CharClass::WideKinds() const {
  constexpr char32_t kFewEnough = 64;
  CharKinds kinds = named_wide_;
  bool all = named_all_wide_;
  for (const CharRange& range : ranges_) {
    if (range.last < 0x80) continue;
    const char32_t first = std::max<char32_t>(range.first, 0x80);
    if (first == 0x80 && range.last == kLastCodePoint) all = true;
    if (range.last - first > kFewEnough) {
      kinds |= kWide;
      continue;
    }
    for (char32_t c = first; c <= range.last; ++c)
      kinds |= KindOf(c);
  }
  if (negated_) return all ? CharKinds{0} : kWide;
  return all ? kWide : kinds;
}

CharKinds CharClass::kinds() const {
  CharKinds kinds = WideKinds();
  const std::bitset<128> ascii = Ascii();
  for (unsigned char c = 0; c < 128; ++c) {
    if (ascii.test(c)) kinds |= KindOf(c);
  }
  // Folded text has no capitals.
  return folded_ ? static_cast<CharKinds>(kinds & ~kCapital) : kinds;
}

std::vector<std::string> CharClass::Members(std::size_t limit) const {
  if (negated_ || !named_.empty()) return {};
  std::vector<char32_t> members;
  for (const CharRange& range : ranges_) {
    if (range.last - range.first >= 4 * limit) return {};
    for (char32_t c = range.first; c <= range.last; ++c) {
      if (!folded_ || FoldOne(c) == c) members.push_back(c);
    }
  }
  std::ranges::sort(members);
  const auto repeats = std::ranges::unique(members);
  members.erase(repeats.begin(), repeats.end());
  std::vector<std::string> encoded;
  if (members.size() > limit) return encoded;
  for (const char32_t c : members)
    encoded.push_back(Encode(c));
  return encoded;
}

std::size_t CharClass::max_size() const {
  if ((WideKinds() & kWide) == 0) return 1;
  if (negated_ || !named_.empty()) return 4;
  std::size_t size = 1;
  for (const CharRange& range : ranges_) {
    size = std::max(size, Encode(range.last).size());
  }
  return size;
}

std::size_t CharClass::weight() const {
  const bool unicode = named_.find('p') != std::string::npos ||
                       named_.find('P') != std::string::npos;
  return (unicode ? 800 : 2) + 4 * ranges_.size();
}

void CharClass::AppendRe2(std::string& out) const {
  out += negated_ ? "[^" : "[";
  for (const CharRange& range : ranges_) {
    AppendHex(range.first, out);
    if (range.last == range.first) continue;
    out += '-';
    AppendHex(range.last, out);
  }
  out += named_;
  out += ']';
}

void AppendRe2Literal(char32_t c, std::string& out) {
  if (c < 0x20 || c == 0x7F) {
    AppendHex(c, out);
    return;
  }
  if (c < 0x80 && IsGraphic(static_cast<unsigned char>(c)) &&
      !IsAlnum(static_cast<unsigned char>(c)) && c != '_') {
    out += '\\';
  }
  AppendUtf8(c, out);
}

}  // namespace medlint
