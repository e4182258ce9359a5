// SPDX-License-Identifier: Apache-2.0

#include "tests/support/decode.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint::testing {
namespace {

const std::map<std::string_view, std::string_view>& NamedReferences() {
  static const auto* const kTable =
      new std::map<std::string_view, std::string_view>{
#define MEDLINT_REFERENCE(name, text) {name, text},
#include "linter/document/character_references.inc"
#undef MEDLINT_REFERENCE
      };
  return *kTable;
}

bool Has(std::initializer_list<std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

enum class Flow : std::uint8_t { kInline, kBlock, kBreak, kSpace, kSkip };

// True unless letters on both sides of the tag are of one word.
bool Breaks(std::string_view name) {
  static const auto* const kBreaking = new std::set<std::string_view>{
#define MEDLINT_TAG(name, flow) Flow::flow == Flow::kInline ? "" : #name,
#include "linter/document/tags.def"
#undef MEDLINT_TAG
  };
  const bool skipped = Has({"script", "style", "template", "noembed"}, name);
  if (Has({"desc", "text"}, name)) return true;  // of <svg>
  return !name.empty() && !skipped && kBreaking->contains(name);
}

// One pass over the slice; Emit() collapses white space.
class Decoder {
 public:
  explicit Decoder(std::string_view slice) : in_(slice) {}

  std::string Run(Writing writing) {
    while (at_ < in_.size()) {
      const char c = in_[at_];
      const bool markup = writing == Writing::kRunningText && c == '<';
      const bool reference = writing != Writing::kVerbatim &&
                             writing != Writing::kJsonString && c == '&';
      const bool escape = writing == Writing::kJsonString && c == '\\';
      if (markup && Markup()) continue;
      if (reference && Reference(writing == Writing::kAttribute)) continue;
      if (escape && Escape()) continue;
      Emit(in_.substr(at_++, 1));
    }
    return out_;
  }

 private:
  void Emit(std::string_view text) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (IsAsciiSpace(c)) {
        space_ = true;
      } else if (byte >= 0x20 && byte != 0x7F) {
        if (space_ && !out_.empty()) out_ += ' ';
        space_ = false;
        out_ += c;
      }
    }
  }

  void EmitCode(char32_t value) {
    std::string text;
    AppendUtf8(value, text);
    Emit(text);
  }

  // Moves behind the next "end", or to the end of the slice.
  void SkipPast(std::string_view end) {
    const std::size_t found = in_.find(end, at_);
    at_ = found == std::string_view::npos ? in_.size() : found + end.size();
  }

  bool Markup() {
    const std::string_view rest = in_.substr(at_);
    if (rest.size() < 2) return false;
    if (rest.starts_with("<!--")) return Comment();
    if (rest.starts_with("<![CDATA[")) return at_ += 9, true;
    const bool closes = rest[1] == '/';
    if (closes && rest.size() < 3) return false;
    if (rest[1] == '!' || rest[1] == '?' || (closes && !IsAsciiAlpha(rest[2])))
      return SkipPast(">"), true;
    if (!closes && !IsAsciiAlpha(rest[1])) return false;
    at_ += closes ? 2 : 1;
    Tag(closes);
    return true;
  }

  bool Comment() {
    const std::string_view rest = in_.substr(at_);
    if (rest.starts_with("<!-->")) return at_ += 5, true;
    if (rest.starts_with("<!--->")) return at_ += 6, true;
    at_ += 4;
    const std::size_t plain = in_.find("-->", at_);
    const std::size_t bang = in_.find("--!>", at_);
    SkipPast(bang < plain ? "--!>" : "-->");
    return true;
  }

  void Tag(bool closes) {
    std::string name;
    while (at_ < in_.size() && !IsAsciiSpace(in_[at_]) && in_[at_] != '/' &&
           in_[at_] != '>')
      name += ToAsciiLower(in_[at_++]);
    while (SkipTo([](char c) { return !IsAsciiSpace(c) && c != '/'; }),
           at_ < in_.size() && in_[at_] != '>')
      Attribute();
    if (at_ < in_.size()) ++at_;
    if (Breaks(name)) space_ = true;
    if (!closes &&
        Has({"script", "style", "template", "iframe", "noembed", "noframes"},
            name))
      SkipContent(name);
  }

  template <typename Predicate>
  void SkipTo(Predicate stop) {
    while (at_ < in_.size() && !stop(in_[at_]))
      ++at_;
  }

  void Attribute() {
    ++at_;  // whatever it is
    SkipTo([](char c) {
      return IsAsciiSpace(c) || c == '/' || c == '>' || c == '=';
    });
    const std::size_t name_end = at_;
    SkipTo([](char c) { return !IsAsciiSpace(c); });
    if (at_ == in_.size() || in_[at_] != '=') {
      at_ = name_end;
      return;
    }
    ++at_;
    SkipTo([](char c) { return !IsAsciiSpace(c); });
    if (at_ == in_.size()) return;
    const char quote = in_[at_];
    if (quote == '"' || quote == '\'') {
      ++at_;
      SkipPast({&quote, 1});
    } else {
      SkipTo([](char c) { return IsAsciiSpace(c) || c == '>'; });
    }
  }

  void SkipContent(const std::string& name) {
    while (at_ < in_.size()) {
      SkipPast("</");
      const std::string found = ToAsciiLower(in_.substr(at_, name.size()));
      if (found != name) continue;
      SkipPast(">");
      return;
    }
  }

  bool Reference(bool in_attribute) {
    if (in_.substr(at_, 2) == "&#") return Number();
    std::size_t end = at_ + 1;
    while (end < in_.size() && IsAsciiAlnum(in_[end]))
      ++end;
    if (end < in_.size() && in_[end] == ';') ++end;
    for (; end > at_ + 1; --end) {
      const auto found =
          NamedReferences().find(in_.substr(at_ + 1, end - at_ - 1));
      if (found == NamedReferences().end()) continue;
      const bool followed = end < in_.size() && in_[end - 1] != ';' &&
                            (in_[end] == '=' || IsAsciiAlnum(in_[end]));
      if (in_attribute && followed) return false;
      Emit(found->second);
      at_ = end;
      return true;
    }
    return false;
  }

  bool Number() {
    std::size_t at = at_ + 2;
    const bool hex = at < in_.size() && (in_[at] == 'x' || in_[at] == 'X');
    if (hex) ++at;
    const std::string_view digits = hex ? "0123456789abcdef" : "0123456789";
    std::uint64_t value = 0;
    const std::size_t first = at;
    for (; at < in_.size(); ++at) {
      const std::size_t digit = digits.find(ToAsciiLower(in_[at]));
      if (digit == std::string_view::npos) break;
      value = std::min<std::uint64_t>(value * digits.size() + digit, 0x110000);
    }
    if (at == first) return false;
    if (at < in_.size() && in_[at] == ';') ++at;
    at_ = at;
    EmitNumber(static_cast<char32_t>(value));
    return true;
  }

  void EmitNumber(char32_t value) {
    static constexpr std::u32string_view kFrom128 =
        U"\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160"
        U"\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013"
        U"\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";
    const bool surrogate = 0xD800 <= value && value <= 0xDFFF;
    if (value == 0 || surrogate || value > 0x10FFFF) value = 0xFFFD;
    if (0x80 <= value && value < 0xA0) value = kFrom128[value - 0x80];
    EmitCode(value);
  }

  bool Escape() {
    if (at_ + 1 >= in_.size()) return false;
    const char c = in_[at_ + 1];
    if (c == 'u') return UnicodeEscape();
    at_ += 2;
    switch (c) {
      case 'b':
        break;
      case 'f':
      case 'n':
      case 'r':
      case 't':
        Emit(" ");
        break;
      default:
        Emit({&c, 1});
        break;
    }
    return true;
  }

  bool UnicodeEscape() {
    char32_t value = FourDigits(at_ + 2);
    if (value > 0xFFFF) return false;
    at_ += 6;
    if (0xD800 <= value && value < 0xDC00 && in_.substr(at_, 2) == "\\u") {
      const char32_t low = FourDigits(at_ + 2);
      if (0xDC00 <= low && low < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
        at_ += 6;
      }
    }
    if (0xD800 <= value && value < 0xE000) value = 0xFFFD;
    EmitCode(value);
    return true;
  }

  // Returns a value over 0xFFFF if there are no four digits.
  char32_t FourDigits(std::size_t at) const {
    if (at + 4 > in_.size()) return 0x10000;
    char32_t value = 0;
    for (const char c : in_.substr(at, 4)) {
      const std::size_t digit =
          std::string_view("0123456789abcdef").find(ToAsciiLower(c));
      if (digit == std::string_view::npos) return 0x10000;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  bool space_ = false;
};

}  // namespace

std::string Decode(std::string_view slice, Writing writing) {
  return Decoder(slice).Run(writing);
}

}  // namespace medlint::testing
