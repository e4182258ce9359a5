// SPDX-License-Identifier: Apache-2.0

#include "linter/document/hiding.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/css_value.h"
#include "linter/document/document.h"
#include "linter/document/style_sheet.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

// Thousandths of a pixel.
constexpr std::int64_t kUnseenSize = 1'000;  // 1px
constexpr std::int64_t kFarAway = -900'000;  // -900px

std::optional<std::int64_t> PixelsOf(const ElementStyle& style,
                                     CssProperty property) {
  const auto length = ReadLength(style.Value(property));
  if (!length) return std::nullopt;
  return length->Pixels();
}

// "opacity: .04" and less.
bool IsFaint(std::string_view value) {
  const auto number = ReadLength(value);
  if (!number) return false;
  return number->thousandths <= (number->unit == "%" ? 4'000 : 40);
}

const CssDeclaration* FindOffScreen(const ElementStyle& style) {
  const auto far = [&](CssProperty property) -> const CssDeclaration* {
    const auto pixels = PixelsOf(style, property);
    return pixels && *pixels <= kFarAway ? style.Find(property) : nullptr;
  };
  for (const CssProperty property :
       {CssProperty::kTextIndent, CssProperty::kMarginLeft,
        CssProperty::kMarginTop}) {
    if (const CssDeclaration* found = far(property)) return found;
  }
  const std::string_view position = style.Value(CssProperty::kPosition);
  if (position != "absolute" && position != "fixed" && position != "relative")
    return nullptr;
  for (const CssProperty property :
       {CssProperty::kLeft, CssProperty::kTop, CssProperty::kRight,
        CssProperty::kBottom}) {
    if (const CssDeclaration* found = far(property)) return found;
  }
  return nullptr;
}

const CssDeclaration* FindZeroSize(const ElementStyle& style) {
  const std::string_view overflow = style.Value(CssProperty::kOverflow);
  if (overflow != "hidden" && overflow != "clip") return nullptr;
  for (const CssProperty property :
       {CssProperty::kWidth, CssProperty::kHeight, CssProperty::kMaxHeight}) {
    const auto pixels = PixelsOf(style, property);
    if (pixels && *pixels <= kUnseenSize) return style.Find(property);
  }
  return nullptr;
}

// clip: rect(0 0 0 0), rect(1px, 1px, 1px, 1px): all four the same or nothing.
bool ClipsAll(std::string_view value) {
  if (!value.starts_with("rect(")) return false;
  value.remove_prefix(5);
  int count = 0;
  for (std::size_t at = value.find_first_not_of(" ,"); at < value.size();
       at = value.find_first_not_of(" ,", at)) {
    if (value[at] == ')') break;
    const auto length = ReadLength(value.substr(at));
    if (!length || length->Pixels() > kUnseenSize || length->thousandths < 0)
      return false;
    ++count;
    at = std::min(value.find_first_of(" ,)", at), value.size());
  }
  return count == 4;
}

const CssDeclaration* FindClip(const ElementStyle& style) {
  if (ClipsAll(style.Value(CssProperty::kClip)))
    return style.Find(CssProperty::kClip);
  const std::string_view path = style.Value(CssProperty::kClipPath);
  if (path.starts_with("inset(100%") || path.starts_with("inset(50%") ||
      path.starts_with("circle(0"))
    return style.Find(CssProperty::kClipPath);
  return nullptr;
}

Hiding By(HidingTechnique technique, const CssDeclaration& declaration) {
  return {technique, declaration.source};
}

}  // namespace

std::optional<Hiding> HidingOf(const ElementStyle& style) {
  if (style.Value(CssProperty::kDisplay) == "none") {
    return By(HidingTechnique::kDisplayNone,
              *style.Find(CssProperty::kDisplay));
  }
  if (IsFaint(style.Value(CssProperty::kOpacity))) {
    return By(HidingTechnique::kTransparent,
              *style.Find(CssProperty::kOpacity));
  }
  if (const CssDeclaration* clip = FindClip(style))
    return By(HidingTechnique::kClipped, *clip);
  if (const CssDeclaration* place = FindOffScreen(style))
    return By(HidingTechnique::kOffScreen, *place);
  if (const CssDeclaration* size = FindZeroSize(style))
    return By(HidingTechnique::kZeroSize, *size);
  return std::nullopt;
}

void Inherit(const ElementStyle& style, InheritedStyle& inherited) {
  if (const CssDeclaration* font = style.Find(CssProperty::kFontSize)) {
    const auto size = ReadLength(font->value);
    // "1em" of nothing is nothing, but nobody writes that to show text.
    const bool none = size && size->Pixels() <= kUnseenSize;
    inherited.no_font = none ? std::optional(font->source) : std::nullopt;
  }
  if (const CssDeclaration* seen = style.Find(CssProperty::kVisibility)) {
    const bool hidden = seen->value == "hidden" || seen->value == "collapse";
    inherited.invisible = hidden ? std::optional(seen->source) : std::nullopt;
  }
  const CssDeclaration* color = style.Find(CssProperty::kColor);
  if (color != nullptr && color->value != "inherit") {
    inherited.color = ReadColor(color->value);
    inherited.color_source = color->source;
    // Letters cut out of a picture.
    if (style.Value(CssProperty::kBackgroundClip) == "text")
      inherited.color = {};
  }
  const CssDeclaration* back = style.Find(CssProperty::kBackground);
  if (back == nullptr || back->value == "none" || back->value == "inherit")
    return;
  const std::string_view value = back->value;
  // Of a shorthand the colour counts if no picture covers it.
  const bool picture = value.find("url(") != std::string_view::npos ||
                       value.find("gradient(") != std::string_view::npos;
  CssColor own = picture ? CssColor{} : ReadColor(value);
  if (own.kind == CssColor::Kind::kUnknown && !picture) {
    const bool function = value.starts_with("rgb");
    const std::size_t end = function ? value.find(')') + 1 : value.find(' ');
    own = ReadColor(value.substr(0, end));
  }
  if (own.kind != CssColor::Kind::kTransparent) inherited.background = own;
}

std::optional<Hiding> HidingOf(const InheritedStyle& style) {
  if (style.no_font) return Hiding{HidingTechnique::kZeroFont, *style.no_font};
  if (style.invisible)
    return Hiding{HidingTechnique::kVisibilityHidden, *style.invisible};
  if (style.color_source.empty()) return std::nullopt;
  if (style.color.kind == CssColor::Kind::kTransparent)
    return Hiding{HidingTechnique::kTransparent, style.color_source};
  if (style.color.LooksLike(style.background))
    return Hiding{HidingTechnique::kSameColor, style.color_source};
  return std::nullopt;
}

}  // namespace medlint
