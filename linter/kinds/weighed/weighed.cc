// SPDX-License-Identifier: Apache-2.0
//
// weighed: flags sentences by the weight of their words, where no single phrase
// gives them away: "you can throw the inhaler away".  A table of points (see
// match/word_weights.h) says what each word and pair of words counts for; the
// sum decides.  On a page that has few such sentences one must weigh more.  The
// message can name the words that counted for most.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/match/word_weights.h"
#include "linter/page/page.h"
#include "linter/page/sentence_features.h"
#include "linter/rule/kind.h"

namespace medlint::weighed {
namespace {

struct Settings {
  WeightsId weights = 0;
  ZoneFilter zones;
  int at_least = 0;  // points
  int alone = 0;     // points of one that has no company
  std::uint32_t min_words = 4;
  std::vector<PatternId> without;  // not denied, in the same sentence
};

// A page of so many sentences tells whether one of them has company: another
// one in kCompany that weighs something.  A careful page has few, and those are
// mostly sound.
constexpr std::size_t kLeastSentences = 15;
constexpr std::size_t kCompany = 10;

// How many words the message names.
constexpr std::size_t kMostReasons = 3;

class WeighedCheck : public Check {
 public:
  explicit WeighedCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    const auto sentences = page.points.sentences();
    const auto heavy = static_cast<std::size_t>(std::ranges::count_if(
        std::views::iota(std::size_t{0}, sentences.size()),
        [&](std::size_t i) { return PointsOf(page, i) >= 0; }));
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const int points = PointsOf(page, i);
      const std::size_t others = heavy - (points >= 0 ? 1 : 0);
      const bool alone = sentences.size() >= kLeastSentences &&
                         others * kCompany < sentences.size();
      if (points < (alone ? settings_.alone : settings_.at_least)) continue;
      if (sentences[i].words < settings_.min_words) continue;
      if (!page.IsIn(sentences[i].where, settings_.zones)) continue;
      if (IsExcused(page, sentences[i].where)) continue;
      out.push_back(CandidateFor(page, sentences[i]));
    }
  }

 private:
  int PointsOf(const Page& page, std::size_t i) const {
    return page.points.Of(i, settings_.weights);
  }

  bool IsExcused(const Page& page, TextSpan sentence) const {
    return std::ranges::any_of(settings_.without, [&](PatternId pattern) {
      return std::ranges::any_of(page.hits.Within(pattern, sentence),
                                 [&](const Hit& hit) {
                                   return !page.reading.NegationOver(hit.where);
                                 });
    });
  }

  Candidate CandidateFor(const Page& page,
                         const SentencePoints::Sentence& sentence) const {
    SentenceFeatures features;
    features.Read(page, page.document.blocks()[sentence.block], sentence.where);
    const std::vector<int> shares =
        page.plan.Weights(settings_.weights)
            .Shares(features.words(), features.row());
    Candidate candidate;
    candidate.where = sentence.where;
    candidate.head = HeaviestStretch(page, features.words(), shares);
    candidate.captures = {{"reasons", Reasons(page, features.words(), shares)}};
    return candidate;
  }

  // The run of words with the greatest sum (Bentley, "Programming Pearls",
  // 1984): what the finding is about, for guards.
  static TextSpan HeaviestStretch(const Page& page,
                                  std::span<const SentenceWord> words,
                                  std::span<const int> points) {
    std::size_t from = 1;
    std::size_t best_from = 1;
    std::size_t best_to = 1;
    int sum = 0;
    int best = 0;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (sum <= 0) {
        sum = 0;
        from = i;
      }
      sum += points[i];
      if (sum > best) {
        best = sum;
        best_from = from;
        best_to = i;
      }
    }
    return page.folded.ToText(
        {words[best_from].where.begin, words[best_to].where.end});
  }

  // The weightiest words, in order of text: “throw”, “inhaler”.
  static std::string Reasons(const Page& page,
                             std::span<const SentenceWord> words,
                             std::span<const int> points) {
    std::vector<std::size_t> order(words.size() - 2);
    std::iota(order.begin(), order.end(), 1U);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t i) { return points[i]; });
    if (order.size() > kMostReasons) order.resize(kMostReasons);
    std::ranges::sort(order);
    std::string reasons;
    for (const std::size_t i : order) {
      if (points[i] <= 0) continue;
      if (!reasons.empty()) reasons += ", ";
      reasons += "“";
      reasons += page.document.Slice(page.folded.ToText(words[i].where));
      reasons += "”";
    }
    return reasons;
  }

  Settings settings_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  const std::optional<WeightsId> weights = ReadWeightsName(context);
  settings.zones = ReadZones(context, ReadingZones());
  settings.at_least = context.keys.IntOr("at-least", 0, -100'000, 100'000);
  settings.alone =
      context.keys.IntOr("alone", settings.at_least, -100'000, 100'000);
  settings.min_words =
      static_cast<std::uint32_t>(context.keys.IntOr("min-words", 4, 1, 100));
  settings.without =
      ReadPatterns(context, "without", Presence::kOptional, {.regexp = ""});
  if (!weights) return nullptr;
  settings.weights = *weights;
  return std::make_unique<const WeighedCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "weighed",
    .summary = "Flags sentences by the weight of their words",
    .compile = Compile,
};

}  // namespace medlint::weighed
