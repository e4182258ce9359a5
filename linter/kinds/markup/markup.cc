// SPDX-License-Identifier: Apache-2.0
//
// markup: flags elements by name, attribute and value, links by host and rel,
// and text that the page hides.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/base/utf8.h"
#include "linter/document/links.h"
#include "linter/kinds/markup/glob.h"
#include "linter/page/evidence.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::markup {
namespace {

struct Settings {
  std::vector<std::string> elements;  // lower case; empty: any
  std::string attribute;
  std::vector<std::string> values;
  std::vector<std::string> not_values;
  std::string lacks;
  std::vector<std::string> lacks_rel;
  std::vector<std::string> hosts;
  std::vector<std::string> not_hosts;
  std::vector<PatternId> text;
  ZoneFilter zones;
  bool has_zones = false;
  bool inconspicuous = false;
};

bool MatchesAny(const std::vector<std::string>& globs, std::string_view value) {
  return std::ranges::any_of(
      globs, [&](const std::string& glob) { return MatchesGlob(glob, value); });
}

class ElementCheck : public Check {
 public:
  explicit ElementCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    if (settings_.inconspicuous || !settings_.hosts.empty() ||
        !settings_.lacks_rel.empty()) {
      const std::vector<std::string> own_hosts =
          settings_.inconspicuous ? OwnHosts(page.document)
                                  : std::vector<std::string>();
      for (const Link& link : page.document.links()) {
        if (settings_.inconspicuous && IsInconspicuous(page, link, own_hosts)) {
          out.push_back(
              {.where = {},
               .source =
                   page.document.markup().elements[link.element].start_tag,
               .status = "present"});
        } else if (IsLinkAtFault(link)) {
          Examine(page, link.element, link.text, out);
        }
      }
      return;
    }
    const std::vector<Element>& elements = page.document.markup().elements;
    for (ElementIndex i = 0; i < elements.size(); ++i) {
      Examine(page, i, elements[i].text, out);
    }
  }

 private:
  bool IsLinkAtFault(const Link& link) const {
    if (settings_.hosts.empty() && settings_.lacks_rel.empty()) return false;
    const bool host =
        settings_.hosts.empty() ||
        std::ranges::any_of(settings_.hosts, [&](const std::string& h) {
          return IsHostOf(link.host, h);
        });
    const bool allowed = std::ranges::any_of(
        settings_.lacks_rel,
        [&](const std::string& word) { return HasRel(link, word); });
    return host && !allowed;
  }

  // True if the link leads to another site and a reader cannot tell that it is
  // there: nothing stands in it but punctuation, or a piece of a word.  What a
  // style sheet or a script may fill (other attributes, elements inside) is
  // left alone.
  bool IsInconspicuous(const Page& page, const Link& link,
                       const std::vector<std::string>& own_hosts) const {
    if (link.element == kNoElement || link.host.empty() ||
        std::ranges::find(own_hosts, link.host) != own_hosts.end()) {
      return false;
    }
    const bool is_excepted = std::ranges::any_of(
        settings_.not_hosts,
        [&](const std::string& h) { return IsHostOf(link.host, h); });
    if (is_excepted) return false;
    const Markup& markup = page.document.markup();
    const Element& element = markup.elements[link.element];
    const bool is_plain =
        element.tag == Tag::k_a && element.subtree_end == link.element + 1;
    if (!is_plain) return false;
    for (const char* const name : {"aria-label", "title", "class", "id", "name",
                                   "role", "aria-labelledby"}) {
      if (markup.FindAttribute(link.element, name) != nullptr) return false;
    }
    constexpr std::size_t kPieceOfWord = 2;
    // An empty link stands where the text before it does.
    const TextSpan place = link.text.empty() && link.text.begin > 0
                               ? TextSpan{link.text.begin - 1, link.text.begin}
                               : link.text;
    if (!page.IsIn(place, settings_.zones)) return false;
    const std::string_view text = page.document.Slice(link.text);
    if (std::ranges::all_of(text, IsPlainPunctuation)) return true;
    return text.size() <= kPieceOfWord &&
           std::ranges::all_of(text, IsAsciiAlpha) &&
           IsInsideWord(page.document, link.text);
  }

  static bool IsPlainPunctuation(char c) {
    return std::string_view(" .,;:'-_").find(c) != std::string_view::npos;
  }

  // The rest of the word being no link: writers split one by mistake.
  static bool IsInsideWord(const Document& document, TextSpan span) {
    const std::string_view text = document.text();
    const auto is_plain_letter = [&](Offset at) {
      return IsAsciiAlpha(text[at]) && document.LinkAt(at) == nullptr;
    };
    return (span.begin > 0 && is_plain_letter(span.begin - 1)) ||
           (span.end < text.size() && is_plain_letter(span.end));
  }

  // Those of the addresses that the page names as its own.
  static std::vector<std::string> OwnHosts(const Document& document) {
    std::vector<std::string> hosts;
    for (const char* const name : {"link:canonical", "meta:og:url"}) {
      const Property* const address = document.FindProperty(name);
      if (address != nullptr) hosts.push_back(HostOf(address->value));
    }
    return hosts;
  }

  void Examine(const Page& page, ElementIndex index, TextSpan text,
               std::vector<Candidate>& out) const {
    if (index == kNoElement) return;
    const Markup& markup = page.document.markup();
    const Element& element = markup.elements[index];
    if (element.start_tag.empty()) return;
    if (!settings_.attribute.empty() && element.attribute_count == 0) return;
    if (!settings_.elements.empty() &&
        std::ranges::find(settings_.elements, markup.NameOf(index)) ==
            settings_.elements.end()) {
      return;
    }
    if (!settings_.lacks.empty() &&
        markup.FindAttribute(index, settings_.lacks) != nullptr) {
      return;
    }
    const Attribute* attribute = nullptr;
    if (!settings_.attribute.empty()) {
      attribute = markup.FindAttribute(index, settings_.attribute);
      if (attribute == nullptr) return;
    }
    CleanSpan where = element.start_tag;
    Candidate candidate{.where = {}, .status = "present"};
    if (attribute != nullptr) {
      const std::string value =
          markup.AttributeValue(index, settings_.attribute);
      if (!settings_.values.empty() && !MatchesAny(settings_.values, value)) {
        return;
      }
      if (MatchesAny(settings_.not_values, value)) return;
      where = attribute->value.empty() ? attribute->name : attribute->value;
      candidate.source_text = attribute->value.empty() ? "" : value;
      candidate.captures["value"] = value;
    }
    if (!HasText(page, text)) return;
    if (settings_.has_zones && !page.IsIn(text, settings_.zones)) return;
    candidate.source = where;
    candidate.captures["text"] = std::string(page.document.Slice(text));
    out.push_back(std::move(candidate));
  }

  bool HasText(const Page& page, TextSpan text) const {
    return settings_.text.empty() ||
           std::ranges::any_of(settings_.text, [&](PatternId pattern) {
             return !page.hits.Within(pattern, text).empty();
           });
  }

  Settings settings_;
};

// Hidden text: the finding is the text, for that is what is wrong.
class HiddenCheck : public Check {
 public:
  HiddenCheck(std::vector<HidingTechnique> techniques, int min_words,
              std::vector<PatternId> with)
      : techniques_(std::move(techniques)),
        min_words_(min_words),
        with_(std::move(with)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    for (const HiddenText& hidden : page.document.hidden()) {
      if (hidden.legitimate || hidden.text.empty()) continue;
      if (!techniques_.empty() &&
          std::ranges::find(techniques_, hidden.technique) ==
              techniques_.end()) {
        continue;
      }
      const std::string_view text = page.document.Slice(hidden.text);
      if (1 + std::ranges::count(text, ' ') < min_words_) continue;
      if (!HasWith(page, hidden)) continue;
      // A finding lies in one block; the first is where an author looks.
      const BlockIndex block = page.document.BlockAt(hidden.text.begin);
      if (block == kNoBlock) continue;
      const TextSpan shown = {
          hidden.text.begin,
          std::min(hidden.text.end, page.document.blocks()[block].text.end)};
      const std::string technique(HidingTechniqueName(hidden.technique));
      out.push_back({.where = shown,
                     .captures = {{"technique", technique}},
                     .status = "present",
                     .related = {{.where = hidden.evidence,
                                  .message = "hidden by " + technique}}});
    }
  }

 private:
  bool HasWith(const Page& page, const HiddenText& hidden) const {
    return with_.empty() || std::ranges::any_of(with_, [&](PatternId pattern) {
             return !page.hits.Within(pattern, hidden.text).empty();
           });
  }

  std::vector<HidingTechnique> techniques_;  // empty: any
  int min_words_;
  std::vector<PatternId> with_;
};

std::unique_ptr<const Check> CompileHidden(CompileContext& context) {
  static constexpr HidingTechnique kAll[] = {
      HidingTechnique::kDisplayNone,     HidingTechnique::kVisibilityHidden,
      HidingTechnique::kHiddenAttribute, HidingTechnique::kZeroFont,
      HidingTechnique::kZeroSize,        HidingTechnique::kOffScreen,
      HidingTechnique::kTransparent,     HidingTechnique::kSameColor,
      HidingTechnique::kClipped,         HidingTechnique::kNoscript,
  };
  std::vector<HidingTechnique> techniques;
  const TomlValue* const value = context.keys.Raw("hidden");
  if (std::holds_alternative<TomlArray>(value->data)) {
    for (const LocatedString& name : context.keys.StringsOrNone("hidden")) {
      const auto* const it =
          std::ranges::find(kAll, name.value, HidingTechniqueName);
      if (it != std::end(kAll)) {
        techniques.push_back(*it);
        continue;
      }
      std::vector<std::string_view> known;
      for (const HidingTechnique t : kAll) {
        known.push_back(HidingTechniqueName(t));
      }
      context.keys.RejectPart(
          name, 0, name.value.size(),
          "there is no way to hide text `" + std::string(name.value) + "`",
          DidYouMean(name.value, known));
    }
  } else if (!context.keys.BoolOr("hidden", false)) {
    context.keys.Reject("hidden", "`hidden` must be true or a list");
  }
  const int min_words = context.keys.IntOr("min-words", 1, 1, 10000);
  std::vector<PatternId> with = ReadPatterns(
      context, "with", Presence::kOptional, ReadPatternOptions(context));
  return std::make_unique<const HiddenCheck>(std::move(techniques), min_words,
                                             std::move(with));
}

std::vector<std::string> LowerStrings(CompileContext& context,
                                      std::string_view key) {
  std::vector<std::string> values;
  for (const LocatedString& value : context.keys.StringsOrNone(key)) {
    values.push_back(ToAsciiLower(value.value));
  }
  return values;
}

std::unique_ptr<const Check> Compile(CompileContext context) {
  if (context.keys.Has("hidden")) return CompileHidden(context);
  Settings settings;
  settings.elements = LowerStrings(context, "element");
  settings.attribute = context.keys.StringOr("attribute", "");
  settings.values = LowerStrings(context, "value");
  settings.not_values = LowerStrings(context, "not-value");
  settings.lacks = context.keys.StringOr("lacks", "");
  settings.lacks_rel = LowerStrings(context, "lacks-rel");
  settings.hosts = LowerStrings(context, "hosts");
  settings.not_hosts = LowerStrings(context, "not-hosts");
  settings.inconspicuous = context.keys.BoolOr("inconspicuous", false);
  settings.text = ReadPatterns(context, "text", Presence::kOptional,
                               ReadPatternOptions(context));
  settings.has_zones =
      context.keys.Has("zones") || context.keys.Has("not-zones");
  settings.zones = ReadZones(context, ReadingZones());
  const bool looks_for_nothing =
      settings.elements.empty() && settings.attribute.empty() &&
      settings.hosts.empty() && settings.lacks_rel.empty() &&
      !settings.inconspicuous;
  if (looks_for_nothing) {
    context.keys.Reject(
        "element",
        "a markup rule has none of `element`, `attribute`, `hosts`, "
        "`lacks-rel`, `inconspicuous`, `hidden`");
  }
  if (settings.attribute.empty() && context.keys.Has("value")) {
    context.keys.Reject("value", "`value` needs an `attribute`");
  }
  return std::make_unique<const ElementCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "markup",
    .summary = "Flags elements, attributes, links and hidden text",
    .compile = Compile,
};

}  // namespace medlint::markup
