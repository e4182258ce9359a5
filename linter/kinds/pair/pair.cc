// SPDX-License-Identifier: Apache-2.0
//
// pair: flags two things that must not meet without a word of caution: a
// medicine and a herb, a hazard and a child, a warning sign and routine advice.
//
// Which two is data (`pairs`, `one` and `other`); so is what would make it
// right (`without`).  Caution is looked for farther than the two are: readers
// take a paragraph, and what leads into it, as one piece of advice.
//
// The finding runs from the one over all of the other in its sentence.
//
// Cost: for each hit of the two, some binary searches per pattern.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/page/page.h"
#include "linter/page/pattern_list.h"
#include "linter/rule/kind.h"

namespace medlint::pair {
namespace {

enum class Reach { kSentence, kNear, kPassage, kPage };

constexpr std::string_view kReachNames[] = {"sentence", "near", "passage",
                                            "page"};

struct Pair {
  std::vector<PatternId> one;
  std::vector<PatternId> other;    // none: the one is enough
  std::vector<PatternId> without;  // besides Settings::without
  std::string what;                // {what} of the message
};

struct Settings {
  std::vector<Pair> pairs;
  std::vector<PatternId> with;
  std::vector<PatternId> without;
  std::vector<PatternId> not_in;  // neither of the two may be part of these
  ZoneFilter zones;
  Reach within = Reach::kNear;             // how near the two are
  Reach caution_within = Reach::kPassage;  // and `with` and `without`
};

using Patterns = std::vector<PatternId>;

bool Occurs(const Page& page, const Patterns& patterns, TextSpan where) {
  return std::ranges::any_of(patterns, [&](PatternId pattern) {
    return !page.hits.Within(pattern, where).empty();
  });
}

bool OccursInAny(const Page& page, const Patterns& patterns,
                 std::span<const TextSpan> places) {
  return std::ranges::any_of(
      places, [&](TextSpan where) { return Occurs(page, patterns, where); });
}

Offset Distance(TextSpan a, TextSpan b) {
  return a.begin < b.begin ? b.begin - a.end : a.begin - b.end;
}

class PairCheck : public Check {
 public:
  explicit PairCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    std::vector<Candidate> found;
    for (const Pair& pair : settings_.pairs) {
      FindFrom(page, pair, /*from_one=*/true, found);
      FindFrom(page, pair, /*from_one=*/false, found);
    }
    std::ranges::stable_sort(found, {}, [](const Candidate& candidate) {
      return std::pair(candidate.where.begin, ~candidate.where.end);
    });
    TextSpan reported;  // what the last finding speaks for
    for (Candidate& candidate : found) {
      if (candidate.claims.Overlaps(reported)) continue;
      reported = candidate.claims;
      out.push_back(std::move(candidate));
    }
  }

 private:
  // From the hits of the one or, for those that meet the one in a heading or a
  // lead-in, from the hits of the other.
  void FindFrom(const Page& page, const Pair& pair, bool from_one,
                std::vector<Candidate>& found) const {
    for (const PatternId pattern : from_one ? pair.one : pair.other) {
      for (const Hit& hit : page.hits.Of(pattern)) {
        if (!page.IsIn(hit, settings_.zones)) continue;
        if (auto candidate = Meet(page, pair, hit, from_one)) {
          found.push_back(*std::move(candidate));
        }
      }
    }
  }

  std::optional<Candidate> Meet(const Page& page, const Pair& pair,
                                const Hit& hit, bool from_one) const {
    if (IsPart(page, hit.where)) return std::nullopt;
    const std::vector<TextSpan> near = Around(page, hit, settings_.within);
    const std::optional<TextSpan> partner =
        pair.other.empty()
            ? hit.where
            : Nearest(page, from_one ? pair.other : pair.one, hit.where, near);
    if (!partner) return std::nullopt;
    const bool apart =
        !page.document.blocks()[hit.line].text.Contains(*partner);
    if (!from_one && !apart) return std::nullopt;  // found from the one
    const std::vector<TextSpan> passage =
        Around(page, hit, settings_.caution_within);
    if (!settings_.with.empty() && !OccursInAny(page, settings_.with, passage))
      return std::nullopt;
    if (OccursInAny(page, settings_.without, passage) ||
        OccursInAny(page, pair.without, passage)) {
      return std::nullopt;
    }
    const TextSpan one = from_one ? hit.where : *partner;
    const TextSpan other = from_one ? *partner : hit.where;
    if (!apart) return Together(page, pair, one, other);
    // Of the two, the one in the running text says what is wrong.
    const bool in_heading =
        page.document.blocks()[hit.line].kind == BlockKind::kHeading;
    return At(page, pair, one, other, in_heading ? *partner : hit.where);
  }

  static Candidate At(const Page& page, const Pair& pair, TextSpan one,
                      TextSpan other, TextSpan where) {
    Candidate candidate;
    candidate.where = where;
    candidate.claims = page.reading.SentenceAt(where.begin);
    candidate.captures["one"] = std::string(page.document.Slice(one));
    candidate.captures["other"] = std::string(page.document.Slice(other));
    candidate.captures["what"] = pair.what;
    return candidate;
  }

  Candidate Together(const Page& page, const Pair& pair, TextSpan one,
                     TextSpan other) const {
    Candidate candidate = At(page, pair, one, other, one);
    const TextSpan sentence = page.reading.SentenceAt(other.begin);
    for (const PatternId pattern : pair.other) {
      for (const Hit& hit : page.hits.Within(pattern, sentence)) {
        if (IsPart(page, hit.where)) continue;
        candidate.where = {std::min(candidate.where.begin, hit.where.begin),
                           std::max(candidate.where.end, hit.where.end)};
      }
    }
    candidate.head = std::max(one, other);
    candidate.claims.begin = std::min(candidate.claims.begin, sentence.begin);
    candidate.claims.end = std::max(candidate.claims.end, sentence.end);
    return candidate;
  }

  bool IsPart(const Page& page, TextSpan where) const {
    return std::ranges::any_of(settings_.not_in, [&](PatternId pattern) {
      return std::ranges::any_of(
          page.hits.Within(pattern, page.reading.SentenceAt(where.begin)),
          [&](const Hit& hit) { return hit.where.Contains(where); });
    });
  }

  // Of the hits in "places", which come in order of weight, the nearest one in
  // the first that has any.
  std::optional<TextSpan> Nearest(const Page& page, const Patterns& patterns,
                                  TextSpan to,
                                  std::span<const TextSpan> places) const {
    for (const TextSpan place : places) {
      std::optional<TextSpan> nearest;
      for (const PatternId pattern : patterns) {
        for (const Hit& hit : page.hits.Within(pattern, place)) {
          if (hit.where.Overlaps(to) || IsPart(page, hit.where)) continue;
          if (!nearest || Distance(hit.where, to) < Distance(*nearest, to)) {
            nearest = hit.where;
          }
        }
      }
      if (nearest) return nearest;
    }
    return std::nullopt;
  }

  // What a reader takes together with "hit", the nearest first.
  static std::vector<TextSpan> Around(const Page& page, const Hit& hit,
                                      Reach reach) {
    const TextSpan sentence = page.reading.SentenceAt(hit.where.begin);
    std::vector<TextSpan> around = {sentence};
    if (reach == Reach::kSentence) return around;
    const Document& document = page.document;
    if (reach == Reach::kPage) return {{0, document.reading_end()}};
    const auto blocks = document.blocks();
    const Block& block = blocks[hit.line];
    around.push_back(reach == Reach::kPassage
                         ? block.text
                         : WithNeighbours(page, hit.line, sentence));
    if (block.kind == BlockKind::kHeading) {
      const std::size_t next = std::size_t{hit.line} + 1;
      if (next < blocks.size() && blocks[next].section == block.section)
        around.push_back(blocks[next].text);
    }
    for (BlockIndex at = block.lead_in; at != kNoBlock; at = blocks[at].lead_in)
      around.push_back(blocks[at].text);
    const auto sections = document.sections();
    for (SectionIndex at = block.section; at != 0; at = sections[at].parent)
      around.push_back(blocks[sections[at].heading].text);
    return around;
  }

  // From the sentence before to the one after, in the same block.
  static TextSpan WithNeighbours(const Page& page, BlockIndex block,
                                 TextSpan sentence) {
    const auto sentences = page.reading.SentencesOf(block);
    const auto it = std::ranges::find(sentences, sentence);
    if (it == sentences.end()) return sentence;
    const auto first = it == sentences.begin() ? it : it - 1;
    const auto last = it + 1 == sentences.end() ? it : it + 1;
    return {first->begin, last->end};
  }

  Settings settings_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  const auto read = [&](std::string_view key) {
    return ReadPatterns(context, key, Presence::kOptional, {});
  };
  const bool alone = context.keys.Has("one") || context.keys.Has("other");
  if (alone) {
    Pair& pair = settings.pairs.emplace_back();
    pair.one = ReadPatterns(context, "one", Presence::kRequired, {});
    pair.other = ReadPatterns(context, "other", Presence::kRequired, {});
  }
  for (TableReader& table : context.keys.TablesOrNone("pairs")) {
    Pair& pair = settings.pairs.emplace_back();
    const std::vector<LocatedString> one = table.Strings("one");
    pair.one = AddPatternList(table, one, {}, context.plan);
    pair.other = AddPatternList(table, "other", context.plan);
    pair.without = AddPatternList(table, "without", context.plan);
    pair.what = table.StringOr("what", "");
    table.Finish();
  }
  if (settings.pairs.empty()) {
    context.keys.Reject("pairs", "no two things are named",
                        "list them in `one` and `other`, or in `pairs`");
  }
  settings.with = read("with");
  settings.without = read("without");
  settings.not_in = read("not-in");
  settings.zones = ReadZones(context, ReadingZones());
  const auto reach = [&](std::string_view key, std::string_view fallback) {
    const std::string name = context.keys.ChoiceOr(key, fallback, kReachNames);
    return static_cast<Reach>(std::ranges::find(kReachNames, name) -
                              std::begin(kReachNames));
  };
  settings.within = reach("within", "near");
  settings.caution_within = reach("caution-within", "passage");
  return std::make_unique<const PairCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "pair",
    .summary = "Flags two things that must not meet without a caution",
    .compile = Compile,
};

}  // namespace medlint::pair
