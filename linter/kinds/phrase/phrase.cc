// SPDX-License-Identifier: Apache-2.0
//
// phrase: flags patterns and lexicon terms in zones, one by one or counted by
// sentence, block or page, with or without others nearby.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/page/page.h"
#include "linter/rule/kind.h"
#include "linter/text/leftmost_longest.h"

namespace medlint::phrase {
namespace {

enum class Unit { kMatch, kSentence, kBlock, kSection, kPage };

constexpr std::string_view kUnitNames[] = {"match", "sentence", "block",
                                           "section", "page"};

Unit UnitNamed(std::string_view name) {
  const auto* const it = std::ranges::find(kUnitNames, name);
  return static_cast<Unit>(it - std::begin(kUnitNames));
}

// The stretch of text around "hit" that "unit" stands for.
TextSpan Around(const Page& page, const Hit& hit, Unit unit) {
  const Document& document = page.document;
  switch (unit) {
    case Unit::kMatch:
      return hit.where;
    case Unit::kSentence:
      return page.reading.SentenceAt(hit.where.begin);
    case Unit::kBlock:
      return document.blocks()[hit.line].text;
    case Unit::kSection: {
      const Section& section =
          document.sections()[document.blocks()[hit.line].section];
      return {document.blocks()[section.first_block].text.begin,
              document.blocks()[section.end_block - 1].text.end};
    }
    case Unit::kPage:
      return {0, document.reading_end()};
  }
  return hit.where;
}

// True if some other hit may be in the same unit; to find out for sure costs
// more.
bool MayShare(const Hit& a, const Hit& b, Unit unit) {
  switch (unit) {
    case Unit::kMatch:
      return false;
    case Unit::kSentence:
    case Unit::kBlock:
      return a.line == b.line;
    case Unit::kSection:
    case Unit::kPage:
      break;
  }
  return true;
}

struct Settings {
  std::vector<PatternId> any;
  std::vector<PatternId> any_label;  // whole labels of label-dash items
  std::vector<PatternId> with;
  std::vector<PatternId> without;
  ZoneFilter zones;
  Unit per = Unit::kSentence;
  Unit within = Unit::kSentence;
  int min_distinct = 1;
  bool uses_captures = true;  // the message or a guard has use for them
};

class PhraseCheck : public Check {
 public:
  explicit PhraseCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    const std::vector<Hit> hits = Matches(page);
    for (std::size_t begin = 0; begin < hits.size();) {
      // One that stands alone is its own unit, for all that it matters.
      TextSpan unit = hits[begin].where;
      std::size_t end = begin + 1;
      if (end < hits.size() &&
          MayShare(hits[begin], hits[end], settings_.per)) {
        // What is not seen in place (comments, attributes) is of the page, too.
        unit =
            settings_.per == Unit::kPage
                ? TextSpan{0, static_cast<Offset>(page.document.text().size())}
                : Around(page, hits[begin], settings_.per);
        while (end < hits.size() && unit.Contains(hits[end].where))
          ++end;
      }
      Report(page, unit, std::span(hits).subspan(begin, end - begin), out);
      begin = end;
    }
  }

 private:
  // What matches in the right places, in order, the longer of two that overlap.
  std::vector<Hit> Matches(const Page& page) const {
    std::vector<Hit> hits;
    for (const PatternId pattern : settings_.any) {
      for (const Hit& hit : page.hits.Of(pattern)) {
        if (page.IsIn(hit, settings_.zones) && Fits(page, hit)) {
          hits.push_back(hit);
        }
      }
    }
    const ZoneFilter labels = LabelsIn(settings_.zones);
    for (const PatternId pattern : settings_.any_label) {
      for (const Hit& hit : page.hits.Of(pattern)) {
        if (page.IsIn(hit, labels) && IsLabel(page, hit) && Fits(page, hit)) {
          hits.push_back(hit);
        }
      }
    }
    KeepLeftmostLongest(hits);
    return hits;
  }

  static bool IsLabel(const Page& page, const Hit& hit) {
    return page.document.blocks()[hit.line].label == hit.where;
  }

  static ZoneFilter LabelsIn(const ZoneFilter& zones) {
    return {.labels = true,
            .not_zones = zones.not_zones,
            .not_roles = zones.not_roles};
  }

  bool Fits(const Page& page, const Hit& hit) const {
    if (settings_.with.empty() && settings_.without.empty()) return true;
    const TextSpan around = Around(page, hit, settings_.within);
    const auto occurs = [&](PatternId pattern) {
      return !page.hits.Within(pattern, around).empty();
    };
    if (std::ranges::any_of(settings_.without, occurs)) return false;
    return settings_.with.empty() ||
           std::ranges::any_of(settings_.with, occurs);
  }

  // "hits" are all of one unit.
  void Report(const Page& page, TextSpan unit, std::span<const Hit> hits,
              std::vector<Candidate>& out) const {
    if (settings_.min_distinct > 1) {
      std::set<std::string_view> texts;
      for (const Hit& hit : hits) {
        texts.insert(page.folded.FromText(hit.where).In(page.folded.text()));
      }
      if (texts.size() < static_cast<std::size_t>(settings_.min_distinct)) {
        return;
      }
    }
    Candidate& candidate = out.emplace_back();
    candidate.where = hits.front().where;
    const bool together =
        settings_.min_distinct > 1 && settings_.per != Unit::kPage;
    if (together) {
      candidate.where.end = hits.back().where.end;
      candidate.claims = unit;
    }
    if (!settings_.uses_captures) return;
    for (const Capture& capture :
         page.plan.Captures(hits.front(), page.document.text(), page.folded)) {
      if (capture.name == "head") candidate.head = capture.where;
      // What else the pattern asks for is the context of what is at fault.
      if (capture.name == "match" && !together) candidate.where = capture.where;
      candidate.captures[capture.name] =
          std::string(page.document.Slice(capture.where));
    }
  }

  Settings settings_;
};

// True if the message of the rule names anything but {match}.
bool MessageUsesCaptures(const CompileContext& context) {
  constexpr std::string_view kMatch = "{match}";
  for (const std::string_view text : context.keys.Peek("message")) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos;
         at = text.find('{', at + 1)) {
      if (!text.substr(at).starts_with(kMatch)) return true;
    }
  }
  return false;
}

// True if a pattern of the list at "key" says which of its words count.
bool PatternsUseCaptures(const CompileContext& context, std::string_view key) {
  const std::vector<std::string_view> patterns = context.keys.Peek(key);
  return std::ranges::any_of(patterns, [](std::string_view pattern) {
    return pattern.find("<head>") != std::string_view::npos ||
           pattern.find("<match>") != std::string_view::npos;
  });
}

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  const PatternSpec options = ReadPatternOptions(context);
  const bool labels_alone =
      context.keys.Has("any-label") && !context.keys.Has("any");
  settings.any = ReadPatterns(
      context, "any", labels_alone ? Presence::kOptional : Presence::kRequired,
      options);
  settings.any_label =
      ReadPatterns(context, "any-label", Presence::kOptional, options);
  settings.with = ReadPatterns(context, "with", Presence::kOptional, {});
  settings.without = ReadPatterns(context, "without", Presence::kOptional, {});
  settings.zones = ReadZones(context, ReadingZones());
  settings.per =
      UnitNamed(context.keys.ChoiceOr("per", "sentence", kUnitNames));
  settings.within =
      UnitNamed(context.keys.ChoiceOr("within", "sentence", kUnitNames));
  settings.min_distinct = context.keys.IntOr("min-distinct", 1, 1, 100);
  settings.uses_captures = MessageUsesCaptures(context) ||
                           PatternsUseCaptures(context, "any") ||
                           PatternsUseCaptures(context, "any-label");
  if (settings.min_distinct > 1 && settings.per == Unit::kMatch) {
    context.keys.Reject("min-distinct",
                        "one match cannot hold several different ones",
                        R"(set `per` to "sentence", "block" or "page")");
  }
  return std::make_unique<const PhraseCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "phrase",
    .summary = "Flags patterns and lexicon terms in zones",
    .compile = Compile,
};

}  // namespace medlint::phrase
