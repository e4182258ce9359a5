// SPDX-License-Identifier: Apache-2.0
//
// phrase: flags patterns and lexicon terms in zones, one by one or counted by
// sentence, block or page, with or without others nearby.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::phrase {
namespace {

enum class Unit { kMatch, kSentence, kBlock, kSection, kPage };

constexpr std::string_view kUnitNames[] = {"match", "sentence", "block",
                                           "section", "page"};

Unit UnitNamed(std::string_view name) {
  const auto* const it = std::ranges::find(kUnitNames, name);
  return static_cast<Unit>(it - std::begin(kUnitNames));
}

// The stretch of text around "where" that "unit" stands for.
TextSpan Around(const Page& page, TextSpan where, Unit unit) {
  const Document& document = page.document;
  const BlockIndex index = document.BlockAt(where.begin);
  switch (unit) {
    case Unit::kMatch:
      return where;
    case Unit::kSentence:
      return page.reading.SentenceAt(where.begin);
    case Unit::kBlock:
      return index == kNoBlock ? where : document.blocks()[index].text;
    case Unit::kSection: {
      if (index == kNoBlock) return where;
      const Section& section =
          document.sections()[document.blocks()[index].section];
      return {document.blocks()[section.first_block].text.begin,
              document.blocks()[section.end_block - 1].text.end};
    }
    case Unit::kPage:
      return {0, document.reading_end()};
  }
  return where;
}

struct Settings {
  std::vector<PatternId> any;
  std::vector<PatternId> with;
  std::vector<PatternId> without;
  ZoneFilter zones;
  Unit per = Unit::kSentence;
  Unit within = Unit::kSentence;
  int min_distinct = 1;
};

class PhraseCheck : public Check {
 public:
  explicit PhraseCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    const std::vector<Hit> hits = Matches(page);
    for (std::size_t begin = 0; begin < hits.size();) {
      const TextSpan unit = Around(page, hits[begin].where, settings_.per);
      std::size_t end = begin + 1;
      while (end < hits.size() && unit.Contains(hits[end].where))
        ++end;
      Report(page, unit,
             {hits.begin() + static_cast<std::ptrdiff_t>(begin),
              hits.begin() + static_cast<std::ptrdiff_t>(end)},
             out);
      begin = end;
    }
  }

 private:
  // What matches in the right places, in order, the longer of two that overlap.
  std::vector<Hit> Matches(const Page& page) const {
    std::vector<Hit> hits;
    for (const PatternId pattern : settings_.any) {
      for (const Hit& hit : page.HitsIn(pattern, settings_.zones)) {
        if (Fits(page, hit.where)) hits.push_back(hit);
      }
    }
    std::ranges::sort(hits, {}, [](const Hit& hit) {
      return std::pair(hit.where.begin, ~hit.where.end);
    });
    const auto overlaps = [](const Hit& a, const Hit& b) {
      return a.where.Overlaps(b.where);
    };
    hits.erase(std::unique(hits.begin(), hits.end(), overlaps), hits.end());
    return hits;
  }

  bool Fits(const Page& page, TextSpan where) const {
    if (settings_.with.empty() && settings_.without.empty()) return true;
    const TextSpan around = Around(page, where, settings_.within);
    const auto occurs = [&](PatternId pattern) {
      return !page.hits.Within(pattern, around).empty();
    };
    if (std::ranges::any_of(settings_.without, occurs)) return false;
    return settings_.with.empty() ||
           std::ranges::any_of(settings_.with, occurs);
  }

  // "hits" are all of one unit.
  void Report(const Page& page, TextSpan unit, const std::vector<Hit>& hits,
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
    Candidate candidate{.where = hits.front().where};
    const bool together =
        settings_.min_distinct > 1 && settings_.per != Unit::kPage;
    if (together) {
      candidate.where.end = hits.back().where.end;
      candidate.claims = unit;
    }
    for (const Capture& capture :
         page.plan.Captures(hits.front(), page.document.text(), page.folded)) {
      candidate.captures[capture.name] =
          std::string(page.document.Slice(capture.where));
    }
    out.push_back(std::move(candidate));
  }

  Settings settings_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  const PatternSpec options = ReadPatternOptions(context);
  settings.any = ReadPatterns(context, "any", Presence::kRequired, options);
  settings.with = ReadPatterns(context, "with", Presence::kOptional, {});
  settings.without = ReadPatterns(context, "without", Presence::kOptional, {});
  settings.zones = ReadZones(context, ReadingZones());
  settings.per =
      UnitNamed(context.keys.ChoiceOr("per", "sentence", kUnitNames));
  settings.within =
      UnitNamed(context.keys.ChoiceOr("within", "sentence", kUnitNames));
  settings.min_distinct = context.keys.IntOr("min-distinct", 1, 1, 100);
  if (settings.min_distinct > 1 && settings.per == Unit::kMatch) {
    context.keys.Reject("min-distinct",
                        "one match cannot hold several different ones",
                        "set `per` to \"sentence\", \"block\" or \"page\"");
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
