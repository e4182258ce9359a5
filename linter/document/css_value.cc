// SPDX-License-Identifier: Apache-2.0

#include "linter/document/css_value.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

using Name = std::pair<std::string_view, CssProperty>;
constexpr auto kProperties = std::to_array<Name>({
    {"-webkit-animation", CssProperty::kMotion},
    {"-webkit-background-clip", CssProperty::kBackgroundClip},
    {"-webkit-transform", CssProperty::kMotion},
    {"animation", CssProperty::kMotion},
    {"background", CssProperty::kBackground},
    {"background-clip", CssProperty::kBackgroundClip},
    {"background-color", CssProperty::kBackground},
    {"background-image", CssProperty::kBackground},
    {"bottom", CssProperty::kBottom},
    {"clip", CssProperty::kClip},
    {"clip-path", CssProperty::kClipPath},
    {"color", CssProperty::kColor},
    {"display", CssProperty::kDisplay},
    {"font-size", CssProperty::kFontSize},
    {"height", CssProperty::kHeight},
    {"left", CssProperty::kLeft},
    {"margin-left", CssProperty::kMarginLeft},
    {"margin-top", CssProperty::kMarginTop},
    {"max-height", CssProperty::kMaxHeight},
    {"opacity", CssProperty::kOpacity},
    {"overflow", CssProperty::kOverflow},
    {"overflow-y", CssProperty::kOverflow},
    {"position", CssProperty::kPosition},
    {"right", CssProperty::kRight},
    {"text-indent", CssProperty::kTextIndent},
    {"top", CssProperty::kTop},
    {"transform", CssProperty::kMotion},
    {"transition", CssProperty::kMotion},
    {"visibility", CssProperty::kVisibility},
    {"width", CssProperty::kWidth},
    {"will-change", CssProperty::kMotion},
});
static_assert(std::ranges::is_sorted(kProperties, {}, &Name::first));

using NamedColor = std::pair<std::string_view, std::uint32_t>;
constexpr auto kColors = std::to_array<NamedColor>({
    {"aqua", 0x00FFFF},       {"beige", 0xF5F5DC},     {"black", 0x000000},
    {"blue", 0x0000FF},       {"brown", 0xA52A2A},     {"cyan", 0x00FFFF},
    {"darkgray", 0xA9A9A9},   {"darkgrey", 0xA9A9A9},  {"fuchsia", 0xFF00FF},
    {"ghostwhite", 0xF8F8FF}, {"gold", 0xFFD700},      {"gray", 0x808080},
    {"green", 0x008000},      {"grey", 0x808080},      {"ivory", 0xFFFFF0},
    {"lightgray", 0xD3D3D3},  {"lightgrey", 0xD3D3D3}, {"lime", 0x00FF00},
    {"magenta", 0xFF00FF},    {"maroon", 0x800000},    {"navy", 0x000080},
    {"olive", 0x808000},      {"orange", 0xFFA500},    {"pink", 0xFFC0CB},
    {"purple", 0x800080},     {"red", 0xFF0000},       {"silver", 0xC0C0C0},
    {"snow", 0xFFFAFA},       {"teal", 0x008080},      {"white", 0xFFFFFF},
    {"whitesmoke", 0xF5F5F5}, {"yellow", 0xFFFF00},
});
static_assert(std::ranges::is_sorted(kColors, {}, &NamedColor::first));

// What FindInCss has to look at: always, or when asked to stop there.
consteval std::array<std::uint8_t, 256> MakeMarks() {
  std::array<std::uint8_t, 256> marks = {};
  for (const char c : {'/', '"', '\'', '(', ')'})
    marks[static_cast<unsigned char>(c)] = 1;
  std::uint8_t bit = 1;
  for (const char c : {'{', '}', ';', ':', ','})
    marks[static_cast<unsigned char>(c)] = bit =
        static_cast<std::uint8_t>(bit * 2);
  return marks;
}

constexpr auto kCssMarks = MakeMarks();

unsigned MarkOf(char c) {
  return kCssMarks[static_cast<unsigned char>(c)];
}

// The end of the comment or string that begins at "at", else "at".
Offset SkipQuiet(std::string_view source, Offset at, Offset end) {
  const std::string_view rest = source.substr(at, end - at);
  if (rest.starts_with("/*")) {
    const std::size_t close = rest.find("*/", 2);
    return close == std::string_view::npos
               ? end
               : at + static_cast<Offset>(close + 2);
  }
  if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return at;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '\\') {
      ++i;
    } else if (rest[i] == rest[0] || rest[i] == '\n') {
      return at + static_cast<Offset>(i + 1);
    }
  }
  return end;
}

// Lower case, comments out, runs of white space one space, none at the ends.
std::string NormalizeValue(std::string_view source, CleanSpan where) {
  std::string value;
  for (Offset at = where.begin; at < where.end;) {
    const char c = source[at];
    if (source.substr(at, 2) == "/*") {
      at = SkipQuiet(source, at, where.end);
      continue;
    }
    if (!IsAsciiSpace(c)) {
      value += ToAsciiLower(c);
    } else if (!value.empty() && value.back() != ' ') {
      value += ' ';
    }
    ++at;
  }
  if (value.ends_with(' ')) value.pop_back();
  return value;
}

bool TakeImportant(std::string& value) {
  const std::size_t mark = value.rfind('!');
  if (mark == std::string::npos) return false;
  const bool important = value.find("important", mark) != std::string::npos;
  value.erase(mark);
  while (value.ends_with(' '))
    value.pop_back();
  return important;
}

int HexDigit(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  return 'a' <= c && c <= 'f' ? c - 'a' + 10 : -1;
}

CssColor Opaque(int red, int green, int blue) {
  return {CssColor::Kind::kOpaque, red, green, blue};
}

CssColor ReadHexColor(std::string_view digits) {
  std::array<int, 8> d{};
  if (digits.size() > d.size()) return {};
  for (std::size_t i = 0; i < digits.size(); ++i) {
    d[i] = HexDigit(digits[i]);
    if (d[i] < 0) return {};
  }
  const bool is_short = digits.size() == 3 || digits.size() == 4;
  if (is_short && !(digits.size() == 4 && d[3] == 0))
    return Opaque(d[0] * 17, d[1] * 17, d[2] * 17);
  if (digits.size() == 6 || (digits.size() == 8 && (d[6] > 0 || d[7] > 9)))
    return Opaque(d[0] * 16 + d[1], d[2] * 16 + d[3], d[4] * 16 + d[5]);
  if (is_short || digits.size() == 8)
    return {CssColor::Kind::kTransparent, 0, 0, 0};
  return {};
}

// The numbers between the parentheses of rgb() and rgba().
CssColor ReadRgb(std::string_view arguments) {
  std::array<std::int64_t, 4> part = {0, 0, 0, 1000};
  std::size_t count = 0;
  for (std::size_t at = 0; at < arguments.size() && count < part.size();) {
    const std::size_t begin = arguments.find_first_not_of(" ,/", at);
    if (begin == std::string_view::npos) break;
    at = std::min(arguments.find_first_of(" ,/", begin), arguments.size());
    const auto number = ReadLength(arguments.substr(begin, at - begin));
    if (!number) return {};
    std::int64_t value = number->thousandths;
    if (number->unit == "%")
      value = count < 3 ? value * 255 / 100 : value / 100;
    part[count++] = value;
  }
  if (count < 3) return {};
  if (part[3] <= 40) return {CssColor::Kind::kTransparent, 0, 0, 0};
  return Opaque(static_cast<int>(part[0] / 1000),
                static_cast<int>(part[1] / 1000),
                static_cast<int>(part[2] / 1000));
}

}  // namespace

Offset FindInCss(std::string_view source, Offset begin, Offset end,
                 std::string_view stops) {
  // One or two: cheaper than a call of find().
  const unsigned stop = MarkOf(stops.front()) | MarkOf(stops.back());
  int depth = 0;
  for (Offset at = begin; at < end;) {
    const char c = source[at];
    const unsigned mark = MarkOf(c);
    if ((mark & (stop | 1U)) == 0) {
      ++at;
      continue;
    }
    if (c == '/' || c == '"' || c == '\'') {
      const Offset after = SkipQuiet(source, at, end);
      if (after > at) {
        at = after;
        continue;
      }
    }
    if (depth == 0 && (mark & stop) != 0) return at;
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    ++at;
  }
  return end;
}

std::vector<CssDeclaration> ReadDeclarations(std::string_view source,
                                             CleanSpan where) {
  std::vector<CssDeclaration> declarations;
  for (Offset begin = where.begin; begin < where.end;) {
    const Offset end = FindInCss(source, begin, where.end, ";");
    const Offset colon = FindInCss(source, begin, end, ":");
    const std::string name = NormalizeValue(source, {begin, colon});
    const auto found =
        std::ranges::lower_bound(kProperties, name, {}, &Name::first);
    if (colon < end && found != kProperties.end() && found->first == name) {
      CssDeclaration declaration;
      declaration.property = found->second;
      declaration.value = NormalizeValue(source, {colon + 1, end});
      declaration.important = TakeImportant(declaration.value);
      CleanSpan span{begin, end};
      while (IsAsciiSpace(source[span.begin]))
        ++span.begin;
      while (IsAsciiSpace(source[span.end - 1]))
        --span.end;
      declaration.source = span;
      declarations.push_back(std::move(declaration));
    }
    begin = end + 1;
  }
  return declarations;
}

std::int64_t CssLength::Pixels() const {
  if (unit == "em" || unit == "rem") return thousandths * 16;
  if (unit == "%" || unit == "vw" || unit == "vh") return thousandths * 10;
  return thousandths;
}

std::optional<CssLength> ReadLength(std::string_view value) {
  std::size_t at = 0;
  const bool negative = value.starts_with('-');
  if (negative || value.starts_with('+')) ++at;
  CssLength length;
  const std::size_t digits = at;
  constexpr std::int64_t kMost = 1'000'000'000;
  std::int64_t scale = 1000;
  bool fraction = false;
  for (; at < value.size(); ++at) {
    if (value[at] == '.' && !fraction) {
      fraction = true;
    } else if (IsAsciiDigit(value[at])) {
      if (fraction) scale /= 10;
      const std::int64_t digit = value[at] - '0';
      length.thousandths = fraction ? length.thousandths + digit * scale
                                    : length.thousandths * 10 + digit * 1000;
      length.thousandths = std::min(length.thousandths, kMost);
    } else {
      break;
    }
  }
  if (at == digits || (fraction && at == digits + 1)) return std::nullopt;
  if (negative) length.thousandths = -length.thousandths;
  length.unit = value.substr(at, value.find_first_of(" ,)/", at) - at);
  return length;
}

bool CssColor::LooksLike(const CssColor& other) const {
  return kind == Kind::kOpaque && other.kind == Kind::kOpaque &&
         std::abs(red - other.red) <= 8 && std::abs(green - other.green) <= 8 &&
         std::abs(blue - other.blue) <= 8;
}

CssColor ReadColor(std::string_view value) {
  if (value == "transparent") return {CssColor::Kind::kTransparent, 0, 0, 0};
  if (value.starts_with('#')) return ReadHexColor(value.substr(1));
  const std::size_t open = value.find('(');
  if (open != std::string_view::npos) {
    const std::string_view name = value.substr(0, open);
    if (name != "rgb" && name != "rgba") return {};
    return ReadRgb(value.substr(open + 1, value.find(')') - open - 1));
  }
  const auto found =
      std::ranges::lower_bound(kColors, value, {}, &NamedColor::first);
  if (found != kColors.end() && found->first == value) {
    const auto rgb = static_cast<int>(found->second);
    return Opaque(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);
  }
  return value.size() == 6 ? ReadHexColor(value) : CssColor{};
}

}  // namespace medlint
