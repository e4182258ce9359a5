// SPDX-License-Identifier: Apache-2.0
//
// frame: flags who does what to what, within a clause: a predicate and its
// object, in either order, and perhaps an agent.
//
// After the frames of Fillmore (1976), read as NegEx reads scopes: by function
// words and distance, without a parser.  What a rule names are the parts; the
// words between them are free.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/language/word.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::frame {
namespace {

enum class AgentNeed { kNone, kSentence, kContext };

struct Settings {
  std::vector<PatternId> any;     // whole claims
  std::vector<PatternId> lead;    // predicates that stand before their object
  std::vector<PatternId> follow;  // predicates that stand after it
  std::vector<PatternId> object;
  std::vector<PatternId> not_object;  // longer terms that are none
  std::vector<PatternId> agent;
  std::vector<PatternId> not_agent;
  std::vector<PatternId> without;
  std::vector<PatternId> with;
  AgentNeed need = AgentNeed::kNone;
  int gap = 4;         // words between a predicate and its object, at most
  int follow_gap = 2;  // the same where the object comes first
  ZoneFilter zones;
};

struct Claim {
  TextSpan where;
  TextSpan predicate;
  TextSpan object;
  const Hit* hit = nullptr;  // of the predicate
};

int CountWords(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

class FrameCheck : public Check {
 public:
  explicit FrameCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    const std::vector<Claim> claims = FindClaims(page);
    TextSpan reported;  // the last sentence that has a finding
    for (const Claim& claim : claims) {
      const TextSpan sentence = page.reading.SentenceAt(claim.predicate.begin);
      if (sentence == reported) continue;
      if (!Fits(page, claim, sentence)) continue;
      const std::optional<TextSpan> agent = AgentOf(page, claim, sentence);
      if (!agent) continue;
      Candidate& candidate = out.emplace_back();
      candidate.where = claim.where;
      candidate.head = HeadOf(page, claim);
      candidate.claims = sentence;
      if (!claim.object.empty()) {
        candidate.captures["object"] =
            std::string(page.document.Slice(claim.object));
      }
      candidate.captures["agent"] = std::string(page.document.Slice(*agent));
      reported = sentence;
    }
  }

 private:
  // In order of place, the longer first.
  std::vector<Claim> FindClaims(const Page& page) const {
    std::vector<Claim> claims;
    const auto each = [&](const std::vector<PatternId>& patterns, auto add) {
      for (const PatternId pattern : patterns) {
        for (const Hit& hit : page.hits.Of(pattern)) {
          if (page.IsIn(hit, settings_.zones)) add(hit);
        }
      }
    };
    each(settings_.any, [&](const Hit& hit) {
      claims.push_back({.where = hit.where,
                        .predicate = hit.where,
                        .object = {},
                        .hit = &hit});
    });
    each(settings_.lead, [&](const Hit& hit) {
      if (const auto object = ObjectAfter(page, hit)) {
        claims.push_back({.where = {hit.where.begin, object->end},
                          .predicate = hit.where,
                          .object = *object,
                          .hit = &hit});
      }
    });
    each(settings_.follow, [&](const Hit& hit) {
      if (const auto object = ObjectBefore(page, hit)) {
        claims.push_back({.where = {object->begin, hit.where.end},
                          .predicate = hit.where,
                          .object = *object,
                          .hit = &hit});
      }
    });
    std::ranges::sort(claims, {}, [](const Claim& claim) {
      return std::pair(claim.where.begin, ~claim.where.end);
    });
    return claims;
  }

  bool IsNoObject(const Page& page, TextSpan object) const {
    return std::ranges::any_of(settings_.not_object, [&](PatternId pattern) {
      const std::span<const Hit> hits = page.hits.Of(pattern);
      const auto after = std::ranges::upper_bound(
          hits, object.begin, {},
          [](const Hit& hit) { return hit.where.begin; });
      return after != hits.begin() && (after - 1)->where.Contains(object);
    });
  }

  bool Joins(const Page& page, TextSpan gap, int most_words) const {
    return CountWords(page.document.Slice(gap)) <= most_words &&
           !page.reading.BreaksClause(gap);
  }

  // The nearest object after the predicate, the longest that begins there.
  std::optional<TextSpan> ObjectAfter(const Page& page, const Hit& hit) const {
    const Offset end = page.reading.SentenceAt(hit.where.begin).end;
    std::optional<TextSpan> best;
    for (const PatternId pattern : settings_.object) {
      for (const Hit& object :
           page.hits.Within(pattern, {hit.where.end, end})) {
        if (best && object.where.begin > best->begin) break;
        if (IsNoObject(page, object.where)) continue;
        if (!best || object.where.begin < best->begin ||
            object.where.end > best->end) {
          best = object.where;
        }
        break;
      }
    }
    if (!best) return std::nullopt;
    if (!Joins(page, {hit.where.end, best->begin}, settings_.gap)) {
      return std::nullopt;
    }
    return best;
  }

  std::optional<TextSpan> ObjectBefore(const Page& page, const Hit& hit) const {
    const Offset begin = page.reading.SentenceAt(hit.where.begin).begin;
    if (begin >= hit.where.begin) return std::nullopt;
    std::optional<TextSpan> best;
    for (const PatternId pattern : settings_.object) {
      const std::span<const Hit> objects =
          page.hits.Within(pattern, {begin, hit.where.begin});
      for (std::size_t i = objects.size(); i-- > 0;) {
        const TextSpan where = objects[i].where;
        if (best && where.end < best->end) break;
        if (IsNoObject(page, where)) continue;
        if (!best || where.end > best->end || where.begin < best->begin) {
          best = where;
        }
        break;
      }
    }
    if (!best) return std::nullopt;
    if (!Joins(page, {best->end, hit.where.begin}, settings_.follow_gap)) {
      return std::nullopt;
    }
    return best;
  }

  static bool Occurs(const Page& page, const std::vector<PatternId>& patterns,
                     TextSpan where) {
    return std::ranges::any_of(patterns, [&](PatternId pattern) {
      return !page.hits.Within(pattern, where).empty();
    });
  }

  bool Fits(const Page& page, const Claim& claim, TextSpan sentence) const {
    if (!settings_.with.empty() && !Occurs(page, settings_.with, sentence)) {
      return false;
    }
    return !Occurs(page, settings_.without, sentence) &&
           !HasOtherAgent(page, claim, sentence);
  }

  // The last of "patterns" in the sentence that ends before "before".
  static std::optional<TextSpan> LastBefore(
      const Page& page, const std::vector<PatternId>& patterns,
      TextSpan sentence, Offset before) {
    std::optional<TextSpan> last;
    if (sentence.begin >= before) return last;
    for (const PatternId pattern : patterns) {
      const std::span<const Hit> hits =
          page.hits.Within(pattern, {sentence.begin, before});
      if (hits.empty()) continue;
      const TextSpan where = hits.back().where;
      if (!last || where.end > last->end) last = where;
    }
    return last;
  }

  // True if one that may do it is said to: "antibiotics cure cystitis",
  // "cystitis is cured with antibiotics", but not "cures cystitis without
  // antibiotics".
  bool HasOtherAgent(const Page& page, const Claim& claim,
                     TextSpan sentence) const {
    if (settings_.not_agent.empty()) return false;
    const auto other =
        LastBefore(page, settings_.not_agent, sentence, claim.where.begin);
    if (other && !IsSetAside(page, *other)) {
      const auto own =
          LastBefore(page, settings_.agent, sentence, claim.where.begin);
      if (!own || own->end <= other->end) return true;
    }
    for (const PatternId pattern : settings_.not_agent) {
      for (const Hit& hit :
           page.hits.Within(pattern, {claim.where.begin, sentence.end})) {
        if (hit.where.Overlaps(claim.predicate)) return true;
        if (hit.where.begin >= claim.where.end &&
            IsInstrument(page, {claim.where.end, hit.where.begin})) {
          return true;
        }
      }
    }
    return false;
  }

  // "without antibiotics", "instead of surgery", "than insulin"
  static bool IsSetAside(const Page& page, TextSpan words) {
    return page.reading.NegationOver(words).has_value();
  }

  // "with", "by", "using", and a few words more.
  static bool IsInstrument(const Page& page, TextSpan gap) {
    constexpr int kMostWords = 6;
    const std::string_view words = page.document.Slice(gap);
    if (CountWords(words) > kMostWords) return false;
    const WordSet& instruments = page.reading.clause_words().instruments;
    std::size_t begin = 0;
    while (begin < words.size()) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      if (Lists(instruments, words.substr(begin, end - begin))) return true;
      begin = end + 1;
    }
    return false;
  }

  // Who does it; the predicate itself if nobody need be named.
  std::optional<TextSpan> AgentOf(const Page& page, const Claim& claim,
                                  TextSpan sentence) const {
    std::optional<TextSpan> agent =
        LastBefore(page, settings_.agent, sentence, claim.where.end);
    if (!agent) {
      for (const PatternId pattern : settings_.agent) {
        const auto hits =
            page.hits.Within(pattern, {claim.where.end, sentence.end});
        if (!hits.empty()) agent = hits.front().where;
      }
    }
    if (agent) return agent;
    switch (settings_.need) {
      case AgentNeed::kNone:
        return claim.predicate;
      case AgentNeed::kSentence:
        return std::nullopt;
      case AgentNeed::kContext:
        break;
    }
    if (!RefersBack(page, claim, sentence)) return std::nullopt;
    return AgentAround(page, sentence);
  }

  // True if the clause has a pronoun for its subject, or none: "It eases
  // pain", "This helps", "Relieves tension" in a list.
  static bool RefersBack(const Page& page, const Claim& claim,
                         TextSpan sentence) {
    constexpr int kMostWords = 2;
    const TextSpan before = {sentence.begin,
                             std::max(sentence.begin, claim.where.begin)};
    const std::string_view words = page.document.Slice(before);
    if (CountWords(words) <= kMostWords) return true;
    const ClauseWords& clause = page.reading.clause_words();
    const std::string_view first = words.substr(0, words.find(' '));
    return Lists(clause.subjects, first);
  }

  // The nearest agent in what a reader has in mind: the block so far, what
  // leads into it, its headings, the headline.
  std::optional<TextSpan> AgentAround(const Page& page,
                                      TextSpan sentence) const {
    const Document& document = page.document;
    const BlockIndex index = document.BlockAt(sentence.begin);
    if (index == kNoBlock) return std::nullopt;
    const std::span<const Block> blocks = document.blocks();
    const Block& block = blocks[index];
    if (const auto agent =
            LastBefore(page, settings_.agent, block.text, sentence.begin)) {
      return agent;
    }
    std::vector<BlockIndex> around;
    if (block.lead_in != kNoBlock) around.push_back(block.lead_in);
    if (index > 0 && blocks[index - 1].section == block.section) {
      around.push_back(index - 1);
    }
    const std::span<const Section> sections = document.sections();
    for (SectionIndex at = block.section; at != 0; at = sections[at].parent)
      around.push_back(sections[at].heading);
    around.push_back(document.headline());
    for (const BlockIndex where : around) {
      if (where == kNoBlock) continue;
      const TextSpan text = blocks[where].text;
      if (const auto agent =
              LastBefore(page, settings_.agent, text, text.end)) {
        return agent;
      }
    }
    return std::nullopt;
  }

  static TextSpan HeadOf(const Page& page, const Claim& claim) {
    for (const Capture& capture :
         page.plan.Captures(*claim.hit, page.document.text(), page.folded)) {
      if (capture.name == "head") return capture.where;
    }
    return claim.predicate;
  }

  Settings settings_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  const PatternSpec options = ReadPatternOptions(context);
  const auto read = [&](std::string_view key) {
    return ReadPatterns(context, key, Presence::kOptional, options);
  };
  settings.any = read("any");
  settings.lead = read("lead");
  settings.follow = read("follow");
  settings.object = read("object");
  settings.not_object = read("not-object");
  settings.agent = read("agent");
  settings.not_agent = read("not-agent");
  settings.with = read("with");
  settings.without = read("without");
  static constexpr std::string_view kNeeds[] = {"none", "sentence", "context"};
  const std::string need = context.keys.ChoiceOr("agent-in", "none", kNeeds);
  settings.need = need == "sentence"  ? AgentNeed::kSentence
                  : need == "context" ? AgentNeed::kContext
                                      : AgentNeed::kNone;
  settings.gap = context.keys.IntOr("gap", settings.gap, 0, 20);
  settings.follow_gap =
      context.keys.IntOr("follow-gap", settings.follow_gap, 0, 20);
  settings.zones = ReadZones(context, ReadingZones());
  const bool framed = !settings.lead.empty() || !settings.follow.empty();
  if (framed == settings.object.empty() &&
      (framed || !settings.object.empty())) {
    context.keys.Reject(framed ? "object" : "lead",
                        "a frame has predicates (`lead`, `follow`) and an "
                        "`object`");
  } else if (!framed && settings.any.empty()) {
    context.keys.Reject("lead", "nothing to look for",
                        "list predicates in `lead` or `follow` and objects in "
                        "`object`, or whole claims in `any`");
  }
  if (settings.need != AgentNeed::kNone && settings.agent.empty()) {
    context.keys.Reject("agent-in", "no agents are listed",
                        "list them in `agent`");
  }
  return std::make_unique<const FrameCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "frame",
    .summary = "Flags a predicate and its object within a clause",
    .compile = Compile,
};

}  // namespace medlint::frame
