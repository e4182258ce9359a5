// SPDX-License-Identifier: Apache-2.0
//
// The values of CSS that decide whether text can be seen: declarations, lengths
// and colours (https://www.w3.org/TR/css-syntax-3/, the simple part of it).
//
// Pure functions, linear in what they read.

#ifndef LINTER_DOCUMENT_CSS_VALUE_H_
#define LINTER_DOCUMENT_CSS_VALUE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace medlint {

// The properties that matter, in alphabetical order.
enum class CssProperty : std::uint8_t {
  kBackground,  // also background-color
  kBackgroundClip,
  kBottom,
  kClip,
  kClipPath,
  kColor,
  kDisplay,
  kFontSize,
  kHeight,
  kLeft,
  kMarginLeft,
  kMarginTop,
  kMaxHeight,
  kMotion,  // animation, transform, transition, will-change
  kOpacity,
  kOverflow,
  kPosition,
  kRight,
  kTextIndent,
  kTop,
  kVisibility,
  kWidth,
};
inline constexpr std::size_t kCssPropertyCount = 22;

struct CssDeclaration {
  CssProperty property = CssProperty::kDisplay;
  bool important = false;
  std::string value;  // lower case, no comments, single spaces
  CleanSpan source;   // "display: none"
};

// Reads the declarations between braces, or of a style attribute.  Properties
// that do not matter are left out.
std::vector<CssDeclaration> ReadDeclarations(std::string_view source,
                                             CleanSpan where);

// Returns the first offset in [begin, end) of one of "stops" outside of
// comments, strings and parentheses, or "end".  REQUIRES: "stops" is one or
// two of {};:,
Offset FindInCss(std::string_view source, Offset begin, Offset end,
                 std::string_view stops);

// A length in thousandths of its unit.
struct CssLength {
  std::int64_t thousandths = 0;
  std::string_view unit;  // "px", "em", "%", ""

  // Thousandths of a pixel, an em taken as 16 pixels, a percent as ten.
  std::int64_t Pixels() const;
};

// Reads a length at the beginning of "value".
std::optional<CssLength> ReadLength(std::string_view value);

struct CssColor {
  enum class Kind : std::uint8_t { kUnknown, kTransparent, kOpaque };
  Kind kind = Kind::kUnknown;
  int red = 0;
  int green = 0;
  int blue = 0;

  // True if no eye tells the two apart: at most 8 of 255 in each channel.
  bool LooksLike(const CssColor& other) const;
};

// Reads a colour: #rgb, #rrggbb, #rrggbbaa, rgb(), rgba(), the basic names,
// "transparent".  Also without '#', as in <font color>.  Anything else, an
// image too, is unknown.
CssColor ReadColor(std::string_view value);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_CSS_VALUE_H_
