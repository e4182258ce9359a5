// SPDX-License-Identifier: Apache-2.0
//
// frame: flags who does what to what, within a clause: a predicate and its
// object, in either order, and perhaps an agent.  Or an answer that is a claim
// by what it answers: "Side effects? None."  Or more of something in less time
// than can be (rate.h).
//
// A rule may have several frames: each [[rule.frame]] has predicates of its
// own, and takes from the rule what else it does not say.
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

#include "linter/document/labels.h"
#include "linter/kinds/frame/claims.h"
#include "linter/kinds/frame/settings.h"
#include "linter/language/word.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::frame {
namespace {

class Frame {
 public:
  explicit Frame(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const {
    for (const Claim& claim : FindClaims(page, settings_)) {
      const TextSpan sentence = page.reading.SentenceAt(claim.where.begin);
      if (!Fits(page, claim, sentence)) continue;
      const std::optional<TextSpan> agent = AgentOf(page, claim, sentence);
      if (!agent) continue;
      Candidate& candidate = out.emplace_back();
      candidate.where = WithCompany(page, claim.where, sentence);
      candidate.head = HeadOf(page, claim);
      candidate.claims = sentence;
      if (!claim.object.empty()) {
        candidate.captures["object"] =
            std::string(page.document.Slice(claim.object));
      }
      candidate.captures["agent"] = std::string(page.document.Slice(*agent));
    }
  }

 private:
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
    if (Occurs(page, settings_.without, sentence)) return false;
    if (settings_.objects > 1 &&
        CountObjects(page, settings_, sentence) < settings_.objects)
      return false;
    if (sentence.Contains(claim.predicate)) {
      return !HasOtherAgent(page, claim, sentence);
    }
    const TextSpan lead_in = page.reading.SentenceAt(claim.predicate.begin);
    return !Occurs(page, settings_.without, lead_in) &&
           !Occurs(page, settings_.not_agent, lead_in);
  }

  // "where" and the first words of `with`, which are at fault, too.
  TextSpan WithCompany(const Page& page, TextSpan where,
                       TextSpan sentence) const {
    std::optional<TextSpan> company;
    for (const PatternId pattern : settings_.with) {
      const std::span<const Hit> hits = page.hits.Within(pattern, sentence);
      if (hits.empty()) continue;
      if (!company || hits.front().where.begin < company->begin) {
        company = hits.front().where;
      }
    }
    if (!company) return where;
    return {std::min(where.begin, company->begin),
            std::max(where.end, company->end)};
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
    const bool listed = !sentence.Contains(claim.predicate);
    if (!listed && !RefersBack(page, claim, sentence)) return std::nullopt;
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

  // The nearest agent in what a reader has in mind.
  std::optional<TextSpan> AgentAround(const Page& page,
                                      TextSpan sentence) const {
    for (const TextSpan text : Context(page, sentence)) {
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

class FrameCheck : public Check {
 public:
  explicit FrameCheck(std::vector<Frame> frames) : frames_(std::move(frames)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    for (const Frame& frame : frames_)
      frame.Run(page, out);
    std::ranges::stable_sort(out, {}, [](const Candidate& candidate) {
      return std::pair(candidate.where.begin, ~candidate.where.end);
    });
  }

 private:
  std::vector<Frame> frames_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  std::vector<Frame> frames;
  for (Settings& settings : ReadFrames(context))
    frames.emplace_back(std::move(settings));
  return std::make_unique<const FrameCheck>(std::move(frames));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "frame",
    .summary = "Flags a predicate and its object within a clause",
    .compile = Compile,
};

}  // namespace medlint::frame
