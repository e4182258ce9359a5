// SPDX-License-Identifier: Apache-2.0
//
// A CharClass is a set of characters in a pattern: "[a-z’]", "\d", "\pL", ".".
//
// It is kept in two forms: as written (ranges and the names of Perl, POSIX and
// Unicode classes), to be given to RE2, and as what is known of its members,
// to choose anchors and to see whether a word edge is called for.  What is
// known errs on the side of more members, never fewer.

#ifndef LINTER_MATCH_CHAR_CLASS_H_
#define LINTER_MATCH_CHAR_CLASS_H_

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medlint {

// Kinds of characters, as a set of bits.
using CharKinds = std::uint8_t;
inline constexpr CharKinds kDigit = 1;      // 0-9
inline constexpr CharKinds kCapital = 2;    // A-Z
inline constexpr CharKinds kSmall = 4;      // a-z and _
inline constexpr CharKinds kSign = 8;       // the rest of ASCII
inline constexpr CharKinds kWideWord = 16;  // letters, digits, marks over U+7F
inline constexpr CharKinds kWideSign = 32;  // the rest over U+7F
inline constexpr CharKinds kAsciiWord = kDigit | kCapital | kSmall;
inline constexpr CharKinds kWide = kWideWord | kWideSign;

CharKinds KindOf(char32_t c);

// Characters from "first" to "last", both included.
struct CharRange {
  char32_t first = 0;
  char32_t last = 0;
  friend auto operator<=>(const CharRange&, const CharRange&) = default;
};

// The members of a CharClass, to be asked for one by one.  Those over U+7F that
// are ranges are in a list that many sets share.
struct CharSet {
  std::array<std::uint64_t, 2> ascii{};
  std::uint32_t first_range = 0;  // over U+7F
  std::uint32_t range_count = 0;
  std::uint32_t categories = 0;  // of Unicode, as bits; over U+7F
  std::uint32_t negated = 0;     // 1: those over U+7F are all others

  bool HasAscii(unsigned char c) const {
    return ((ascii[c >> 6U] >> (c & 63U)) & 1U) != 0;
  }
  // "ranges" is the list.
  bool Has(char32_t c, std::span<const CharRange> ranges) const {
    return c < 0x80 ? HasAscii(static_cast<unsigned char>(c))
                    : HasWide(c, ranges);
  }
  // False if no character over U+7F is a member.
  bool may_have_wide() const {
    return negated != 0 || range_count != 0 || categories != 0;
  }

 private:
  bool HasWide(char32_t c, std::span<const CharRange> ranges) const;
};

class CharClass {
 public:
  // Every character but '\n'.
  static CharClass Any();

  // Adds what a class escape stands for: 'd', 'D', 's', 'S', 'w' or 'W'.
  void AddPerl(char letter);
  // Adds "[:alpha:]" or "[:^alpha:]".  Returns false if there is no such class.
  bool AddPosix(std::string_view name);
  // Adds \p{name}, or \P{name} if "negated".  Returns false if Unicode has no
  // general category or script of that name.
  bool AddUnicode(std::string_view name, bool negated);
  void AddRange(char32_t first, char32_t last) {
    ranges_.push_back({first, last});
  }

  // Makes it the set of all other characters.  To be called last but for
  // Fold().
  void Negate() { negated_ = true; }

  // Makes the class match what its characters fold to.  Returns false if that
  // leaves out a class that holds capitals alone (\p{Lu}).
  bool Fold();
  // Makes \s include the spaces beyond ASCII.
  void WidenSpaces();

  // True if \p names a script, which this RE2 may not know yet.
  bool names_script() const { return names_script_; }

  // The members, exactly.  Appends to the list of ranges.
  // REQUIRES: !names_script()
  CharSet ToSet(std::vector<CharRange>& ranges) const;

  CharKinds kinds() const;

  // Returns all members as UTF-8 strings, in order, if there are no more than
  // "limit"; otherwise nothing.
  std::vector<std::string> Members(std::size_t limit) const;

  // Most bytes of a member: 1..4.
  std::size_t max_size() const;

  // Rough count of the RE2 instructions that it compiles to.
  std::size_t weight() const;

  // Appends it in RE2 syntax.
  void AppendRe2(std::string& out) const;

 private:
  std::bitset<128> Ascii() const;
  CharKinds WideKinds() const;

  std::vector<CharRange> ranges_;       // as written, then what Fold() added
  std::string named_;                   // "\d\pL", for RE2
  std::bitset<128> named_ascii_;        // members of these
  CharKinds named_wide_ = 0;            // kinds of their members over U+7F
  std::uint32_t named_categories_ = 0;  // what they are over U+7F
  bool named_all_wide_ = false;         // every character over U+7F is in them
  bool negated_ = false;
  bool folded_ = false;
  bool has_space_ = false;
  bool capitals_only_ = false;
  bool names_script_ = false;
};

// Appends "c" so that RE2 takes it for itself.
void AppendRe2Literal(char32_t c, std::string& out);

}  // namespace medlint

#endif  // LINTER_MATCH_CHAR_CLASS_H_
