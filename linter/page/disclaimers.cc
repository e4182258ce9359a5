// SPDX-License-Identifier: Apache-2.0

#include "linter/page/disclaimers.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace medlint {
namespace {

// Words between the substitution and the advice, at most.
constexpr int kGap = 9;
// Words before the substitution in which the content is named, at most.
constexpr int kSubjectReach = 16;

int CountSpaces(std::string_view text) {
  return static_cast<int>(std::ranges::count(text, ' '));
}

class DisclaimerFinder {
 public:
  DisclaimerFinder(const Document& document, const Hits& hits,
                   const Reading& reading, const DisclaimerData& data)
      : document_(document), hits_(hits), reading_(reading), data_(data) {}

  std::vector<Disclaimer> Find() const {
    std::vector<Disclaimer> found;
    for (const PatternId pattern : data_.formulas) {
      for (const Hit& hit : hits_.Of(pattern))
        if (IsReadingText(hit)) Add(hit.line, hit.where, found);
    }
    for (const PatternId pattern : data_.substitutes) {
      for (const Hit& hit : hits_.Of(pattern)) {
        if (!IsReadingText(hit)) continue;
        const TextSpan sentence = reading_.SentenceAt(hit.where.begin);
        if (!reading_.NegationOver(hit.where)) continue;
        const std::optional<TextSpan> advice = AdviceAfter(hit.where, sentence);
        if (!advice || !IsAboutContent(hit, sentence)) continue;
        Add(hit.line, {hit.where.begin, advice->end}, found);
      }
    }
    std::ranges::sort(found, {}, &Disclaimer::not_advice);
    return found;
  }

 private:
  bool IsReadingText(const Hit& hit) const {
    return hit.where.end <= document_.reading_end() &&
           document_.blocks()[hit.line].zone != Zone::kHidden;
  }

  // The nearest of "patterns" in "where".
  std::optional<TextSpan> FirstIn(const std::vector<PatternId>& patterns,
                                  TextSpan where) const {
    std::optional<TextSpan> first;
    for (const PatternId pattern : patterns) {
      const std::span<const Hit> hits = hits_.Within(pattern, where);
      if (hits.empty()) continue;
      if (!first || hits.front().where < *first) first = hits.front().where;
    }
    return first;
  }
  std::optional<TextSpan> LastIn(const std::vector<PatternId>& patterns,
                                 TextSpan where) const {
    std::optional<TextSpan> last;
    for (const PatternId pattern : patterns) {
      const std::span<const Hit> hits = hits_.Within(pattern, where);
      if (hits.empty()) continue;
      if (!last || last->end < hits.back().where.end) last = hits.back().where;
    }
    return last;
  }

  std::optional<TextSpan> AdviceAfter(TextSpan substitute,
                                      TextSpan sentence) const {
    if (substitute.end >= sentence.end) return std::nullopt;
    const auto advice = FirstIn(data_.advice, {substitute.end, sentence.end});
    if (!advice) return std::nullopt;
    const auto other =
        FirstIn(data_.not_advice, {substitute.begin, sentence.end});
    if (other && other->begin <= advice->end) return std::nullopt;
    const TextSpan gap = {substitute.end, advice->begin};
    return CountSpaces(document_.Slice(gap)) <= kGap + 1 ? advice
                                                         : std::nullopt;
  }

  // The nearest subject before the substitution must be content, or a pronoun
  // after a sentence about content; a treatment in between is the subject.
  bool IsAboutContent(const Hit& hit, TextSpan sentence) const {
    const TextSpan before = {sentence.begin,
                             std::max(sentence.begin, hit.where.begin)};
    const auto content = LastIn(data_.subjects, before);
    const auto treatment = LastIn(data_.treatments, before);
    if (content && (!treatment || treatment->end <= content->begin)) {
      const TextSpan gap = {content->end, hit.where.begin};
      return CountSpaces(document_.Slice(gap)) <= kSubjectReach;
    }
    if (treatment) return false;
    // "It does not replace ..."; "Educational content only. Not a substitute
    // ..."
    const TextSpan block = document_.blocks()[hit.line].text;
    const auto above = LastIn(data_.subjects, {block.begin, sentence.begin});
    const auto other = LastIn(data_.treatments, {block.begin, sentence.begin});
    return above && (!other || other->end <= above->begin);
  }

  void Add(BlockIndex block, TextSpan not_advice,
           std::vector<Disclaimer>& found) const {
    for (const Disclaimer& other : found) {
      if (other.not_advice.Overlaps(not_advice)) return;
    }
    found.push_back(
        {.not_advice = not_advice, .consult = ConsultNear(block, not_advice)});
  }

  // In the sentence, if it speaks of the reader's own clinician; else in the
  // block, the one after and the one before it, but in the words of the
  // disclaimer: "instead of asking a doctor".
  TextSpan ConsultNear(BlockIndex block, TextSpan not_advice) const {
    const TextSpan sentence = reading_.SentenceAt(not_advice.begin);
    for (const PatternId pattern : data_.own_clinicians) {
      const auto hits = hits_.Within(pattern, sentence);
      if (!hits.empty()) return hits.front().where;
    }
    const std::span<const Block> blocks = document_.blocks();
    for (const BlockIndex at : {block, block + 1, block - 1}) {
      if (at >= blocks.size() ||
          blocks[at].text.end > document_.reading_end()) {
        continue;
      }
      for (const PatternId pattern : data_.consults) {
        for (const Hit& hit : hits_.Within(pattern, blocks[at].text)) {
          const bool own =
              hit.where.Overlaps(not_advice) && hit.where.end <= not_advice.end;
          if (!own) return hit.where;
        }
      }
    }
    return {};
  }

  const Document& document_;
  const Hits& hits_;
  const Reading& reading_;
  const DisclaimerData& data_;
};

}  // namespace

std::vector<Disclaimer> FindDisclaimers(const Document& document,
                                        const Hits& hits,
                                        const Reading& reading,
                                        const DisclaimerData& data) {
  return DisclaimerFinder(document, hits, reading, data).Find();
}

}  // namespace medlint
