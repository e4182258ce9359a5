// SPDX-License-Identifier: Apache-2.0

#include "linter/document/legitimate_hiding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/document.h"
#include "linter/document/labels.h"
#include "linter/document/links.h"
#include "linter/document/markup.h"
#include "linter/document/name_words.h"
#include "linter/document/tags.h"

namespace medlint {
namespace {

constexpr int kMaxForScreenReaders = 12;  // words
constexpr int kMaxLogo = 8;
constexpr int kMaxNoscript = 25;

// Attributes with the id of what an element shows or explains.
constexpr auto kReferences = std::to_array<AttributeName>(
    {AttributeName::kAriaControls, AttributeName::kAriaDescribedby,
     AttributeName::kDataTarget, AttributeName::kDataBsTarget});

constexpr auto kRoles = std::to_array<std::string_view>(
    {"alert", "alertdialog", "dialog", "listbox", "menu", "menubar", "search",
     "status", "tabpanel", "tooltip"});

// Words of classes and ids of what opens on a click, waits for a script or is
// not for the screen.
constexpr auto kShownLater = std::to_array<std::string_view>(
    {"accordion", "alert",    "answer",     "autocomplete", "carousel",
     "cart",      "collapse", "collapsed",  "collapsible",  "consent",
     "cookie",    "cookies",  "dialog",     "drawer",       "dropdown",
     "error",     "expand",   "expandable", "fancybox",     "faq",
     "flyout",    "gdpr",     "lightbox",   "loader",       "loading",
     "megamenu",  "menu",     "message",    "mfp",          "modal",
     "nav",       "navbar",   "navigation", "notice",       "notification",
     "offcanvas", "overlay",  "panel",      "popover",      "popup",
     "preloader", "print",    "search",     "sidenav",      "slide",
     "slider",    "spinner",  "submenu",    "success",      "tab",
     "tabpanel",  "tabs",     "toast",      "toggle",       "tooltip",
     "transcript"});

constexpr auto kScreenReaderNames = std::to_array<std::string_view>(
    {"a11y", "assistive", "element invisible", "hidden visually",
     "screen reader", "screenreader", "sr only", "sronly", "visually hidden",
     "visuallyhidden"});

static_assert(std::ranges::is_sorted(kRoles));
static_assert(std::ranges::is_sorted(kShownLater));

bool IsShownLaterTag(Tag tag) {
  return tag == Tag::k_select || tag == Tag::k_datalist || tag == Tag::k_nav ||
         tag == Tag::k_menu || tag == Tag::k_form || tag == Tag::k_button ||
         tag == Tag::k_video || tag == Tag::k_audio || tag == Tag::k_object ||
         tag == Tag::k_canvas;
}

}  // namespace

LegitimateHiding::LegitimateHiding(const Markup& markup)
    : markup_(markup), shown_later_(markup.elements.size(), Answer::kUnknown) {
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    if (markup.elements[i].attribute_set == 0) continue;
    for (const AttributeName name : kReferences) {
      std::string id = markup.AttributeValue(i, name);
      if (id.starts_with('#')) id.erase(0, 1);
      if (!id.empty()) controlled_.insert(std::move(id));
    }
  }
}

bool LegitimateHiding::IsInsideShownLater(ElementIndex element) {
  // Up to an ancestor whose answer is known, then down again.
  Answer answer = Answer::kNo;
  ElementIndex at = element;
  for (; at != kNoElement; at = markup_.elements[at].parent) {
    if (shown_later_[at] != Answer::kUnknown) answer = shown_later_[at];
    if (ShowsLater(at)) answer = Answer::kYes;
    if (answer == Answer::kYes || shown_later_[at] != Answer::kUnknown) break;
  }
  for (ElementIndex i = element; i != at; i = markup_.elements[i].parent)
    shown_later_[i] = answer;
  if (at != kNoElement) shown_later_[at] = answer;
  return answer == Answer::kYes;
}

bool LegitimateHiding::ShowsLater(ElementIndex element) const {
  const Element& candidate = markup_.elements[element];
  if (candidate.tag == Tag::k_details || candidate.tag == Tag::k_dialog)
    return true;
  // A <form> or class="panel" around everything says nothing.
  if (candidate.text.size() > markup_.text.size() / 3) return false;
  if (IsShownLaterTag(candidate.tag)) return true;
  if (candidate.attribute_count == 0) return false;
  const std::string role =
      ToAsciiLower(markup_.AttributeValue(element, AttributeName::kRole));
  if (std::ranges::binary_search(kRoles, std::string_view(role))) return true;
  const std::string id = markup_.AttributeValue(element, AttributeName::kId);
  if (!id.empty() && controlled_.contains(id)) return true;
  return HasNameWord(NameWordsOf(markup_, element), kShownLater);
}

bool LegitimateHiding::HasLinks(ElementIndex element) const {
  for (ElementIndex i = element; i < markup_.elements[element].subtree_end;
       ++i) {
    if (markup_.elements[i].tag == Tag::k_a &&
        !markup_.elements[i].text.empty())
      return true;
  }
  return false;
}

// Scripts find what they show by its class or id; what is put into a page to be
// hidden for good has neither.
bool LegitimateHiding::HasLinksElsewhere(ElementIndex element) const {
  for (ElementIndex i = element; i < markup_.elements[element].subtree_end;
       ++i) {
    if (markup_.elements[i].tag == Tag::k_a &&
        !HostOf(markup_.AttributeValue(i, AttributeName::kHref)).empty())
      return true;
  }
  return false;
}

// Most of the text, or half of it with the headline: a script shows it.
bool LegitimateHiding::HoldsPage(const HiddenText& hidden) const {
  const std::size_t size = hidden.text.size();
  const std::size_t whole = markup_.text.size();
  if (size * 10 >= whole * 9) return true;
  if (size * 2 < whole) return false;
  bool headline = false;
  for (ElementIndex i = 0; i < markup_.elements.size(); ++i) {
    if (markup_.elements[i].tag != Tag::k_h1) continue;
    if (!markup_.IsInside(i, hidden.element)) return false;
    headline = true;
  }
  return headline;
}

bool LegitimateHiding::Allows(const HiddenText& hidden, bool animated) {
  const ElementIndex element = hidden.element;
  const Element& hiding = markup_.elements[element];
  const std::string names = NameWordsOf(markup_, element);
  if (IsInsideShownLater(element) &&
      !(names.empty() && HasLinksElsewhere(element)))
    return true;
  if (HoldsPage(hidden)) return true;
  if (animated && hidden.technique == HidingTechnique::kTransparent)
    return true;
  const int words = CountWords(hidden.text.In(markup_.text));
  const bool for_screen_readers = std::ranges::any_of(
      kScreenReaderNames,
      [&](std::string_view phrase) { return HasNamePhrase(names, phrase); });
  if (for_screen_readers) return words <= kMaxForScreenReaders;
  switch (hidden.technique) {
    case HidingTechnique::kHiddenAttribute:
      return EqualsIgnoringAsciiCase(
          markup_.AttributeValue(element, AttributeName::kHidden),
          "until-found");
    case HidingTechnique::kNoscript:
      return words <= kMaxNoscript && !HasLinks(element);
    case HidingTechnique::kOffScreen:
      if (hiding.tag == Tag::k_a &&
          markup_.AttributeValue(element, AttributeName::kHref)
              .starts_with('#'))
        return words <= kMaxForScreenReaders;
      return words <= kMaxLogo &&
             hidden.evidence.In(markup_.source).starts_with("text-indent");
    default:
      return hiding.tag == Tag::k_a && words <= kMaxForScreenReaders &&
             markup_.AttributeValue(element, AttributeName::kHref)
                 .starts_with('#');
  }
}

}  // namespace medlint
