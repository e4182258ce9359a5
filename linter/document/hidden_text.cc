// SPDX-License-Identifier: Apache-2.0

#include "linter/document/hidden_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/css_value.h"
#include "linter/document/document.h"
#include "linter/document/hiding.h"
#include "linter/document/labels.h"
#include "linter/document/legitimate_hiding.h"
#include "linter/document/markup.h"
#include "linter/document/style_sheet.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr CssColor kWhite = {CssColor::Kind::kOpaque, 255, 255, 255};

bool HasExternalStyle(const Markup& markup) {
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    if (markup.elements[i].tag == Tag::k_link &&
        ToAsciiLower(markup.AttributeValue(i, AttributeName::kRel))
                .find("stylesheet") != std::string::npos)
      return true;
  }
  return std::ranges::any_of(markup.raw_texts, [&](const RawText& raw) {
    return raw.content.In(markup.source).find("@import") !=
           std::string_view::npos;
  });
}

class Finder {
 public:
  explicit Finder(const Markup& markup)
      : markup_(markup),
        sheet_(markup),
        states_(markup.elements.size()),
        visible_inside_(markup.elements.size(), false) {}

  std::vector<HiddenText> Find() {
    ReadStates();
    MarkVisible();
    std::optional<LegitimateHiding> legitimate;
    std::vector<HiddenText> hidden;
    for (ElementIndex i = 0; i < states_.size();) {
      const Element& element = markup_.elements[i];
      const State& state = states_[i];
      const bool hides =
          state.own || (state.handed_down && !visible_inside_[i]);
      const TextSpan text =
          hides ? TrimSpan(markup_.text, element.text) : TextSpan{};
      if (text.empty()) {
        i = element.text.empty() ? element.subtree_end : i + 1;
        continue;
      }
      const Hiding& hiding = state.own ? *state.own : *state.handed_down;
      HiddenText part;
      part.element = i;
      part.technique = hiding.technique;
      part.text = text;
      part.evidence = hiding.evidence;
      if (!legitimate) legitimate.emplace(markup_);
      part.legitimate = legitimate->Allows(part, state.animated);
      hidden.push_back(part);
      i = element.subtree_end;
    }
    return hidden;
  }

 private:
  struct State {
    std::optional<Hiding> own;
    std::optional<Hiding> handed_down;
    bool animated = false;
  };

  // Finds text that shows in spite of what its ancestors hand down.
  void MarkVisible() {
    for (std::size_t i = states_.size(); i-- > 0;) {
      const Element& element = markup_.elements[i];
      if (element.parent == kNoElement || element.text.empty()) continue;
      const State& state = states_[i];
      const bool shows = !state.own && !state.handed_down;
      if (shows || (visible_inside_[i] && !state.own))
        visible_inside_[element.parent] = true;
    }
  }

  // One walk; "handed" is the stack of what open elements hand down.
  void ReadStates() {
    struct Open {
      ElementIndex end;
      InheritedStyle style;
    };
    InheritedStyle root;
    if (!HasExternalStyle(markup_) && !sheet_.has_unknown_background())
      root.background = kWhite;
    std::vector<Open> handed = {
        {std::numeric_limits<ElementIndex>::max(), root}};
    for (ElementIndex i = 0; i < states_.size();) {
      // Without text there is nothing to hide.
      if (markup_.elements[i].text.empty()) {
        i = markup_.elements[i].subtree_end;
        continue;
      }
      while (handed.back().end <= i)
        handed.pop_back();
      InheritedStyle style = handed.back().style;
      Enter(i, style);
      handed.push_back({markup_.elements[i].subtree_end, style});
      ++i;
    }
  }

  void Enter(ElementIndex index, InheritedStyle& inherited) {
    const Element& element = markup_.elements[index];
    State& state = states_[index];
    if (element.tag == Tag::k_noscript) {
      state.own = Hiding{HidingTechnique::kNoscript, element.start_tag};
    } else if (const Attribute* hidden =
                   markup_.FindAttribute(index, AttributeName::kHidden)) {
      state.own = Hiding{HidingTechnique::kHiddenAttribute, hidden->name};
    }
    // Browsers colour links themselves.
    if (element.tag == Tag::k_a) inherited.color_source = {};
    EnterColors(index, inherited);
    if (element.Has(AttributeName::kStyle) || !sheet_.empty())
      EnterStyle(index, inherited);
    state.handed_down = HidingOf(inherited);
  }

  void EnterStyle(ElementIndex index, InheritedStyle& inherited) {
    std::vector<CssDeclaration> inline_style;
    if (const Attribute* attribute =
            markup_.FindAttribute(index, AttributeName::kStyle))
      inline_style = ReadDeclarations(markup_.source, attribute->value);
    const ElementStyle style = sheet_.StyleOf(index, inline_style);
    if (style.empty()) return;
    State& state = states_[index];
    if (!state.own) state.own = HidingOf(style);
    state.animated = style.Find(CssProperty::kMotion) != nullptr;
    Inherit(style, inherited);
  }

  // <font color>, <body text>, bgcolor.
  void EnterColors(ElementIndex index, InheritedStyle& inherited) const {
    const Element& element = markup_.elements[index];
    if (element.attribute_count == 0) return;
    const Attribute* color = nullptr;
    if (element.tag == Tag::k_font)
      color = markup_.FindAttribute(index, AttributeName::kColor);
    if (element.tag == Tag::k_body)
      color = markup_.FindAttribute(index, AttributeName::kText);
    if (color != nullptr) {
      inherited.color =
          ReadColor(ToAsciiLower(color->value.In(markup_.source)));
      inherited.color_source = color->value;
    }
    const Attribute* back =
        markup_.FindAttribute(index, AttributeName::kBgcolor);
    if (back != nullptr) {
      inherited.background =
          ReadColor(ToAsciiLower(back->value.In(markup_.source)));
    }
    if (element.Has(AttributeName::kBackground)) inherited.background = {};
  }

  const Markup& markup_;
  StyleSheet sheet_;
  std::vector<State> states_;
  std::vector<bool> visible_inside_;
};

}  // namespace

std::vector<HiddenText> FindHiddenText(const Markup& markup) {
  return Finder(markup).Find();
}

}  // namespace medlint
