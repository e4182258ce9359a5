// SPDX-License-Identifier: Apache-2.0

#include "linter/kinds/frame/claims.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "linter/document/labels.h"
#include "linter/language/clause_scanner.h"
#include "linter/language/word.h"

namespace medlint::frame {
namespace {

class ClaimFinder {
 public:
  explicit ClaimFinder(const Settings& settings) : settings_(settings) {}

  std::vector<Claim> Find(const Page& page) const {
    std::vector<Claim> claims;
    const auto each = [&](const std::vector<PatternId>& patterns, auto add) {
      for (const PatternId pattern : patterns) {
        for (const Hit& hit : page.hits.Of(pattern)) {
          if (page.IsIn(hit, settings_.zones)) add(hit);
        }
      }
    };
    each(settings_.any, [&](const Hit& hit) {
      if (settings_.pronouns && !IsObjectNear(page, hit.where)) return;
      if (!IsRateEnough(page, hit)) return;
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
    each(settings_.answer, [&](const Hit& hit) {
      if (!AnswersAsked(page, hit)) return;
      claims.push_back({.where = hit.where,
                        .predicate = hit.where,
                        .object = {},
                        .hit = &hit});
    });
    if (settings_.open) {
      each(settings_.agent,
           [&](const Hit& hit) { AddOpenClaim(page, hit, claims); });
    }
    each(settings_.above,
         [&](const Hit& hit) { AddListed(page, hit, claims); });
    return claims;
  }

  int Count(const Page& page, TextSpan where) const {
    std::set<std::string_view> texts;
    for (const PatternId pattern : settings_.object) {
      for (const Hit& hit : page.hits.Within(pattern, where)) {
        if (!IsNoObject(page, hit.where)) {
          texts.insert(FoldedWord(page, hit.where));
        }
      }
    }
    return static_cast<int>(texts.size());
  }

 private:
  // False for an amount per time that the limit allows.
  bool IsRateEnough(const Page& page, const Hit& hit) const {
    if (!settings_.rate) return true;
    const std::vector<Capture> captures =
        page.plan.Captures(hit, page.document.text(), page.folded);
    const auto words = [&](std::string_view name) -> std::string_view {
      const auto it = std::ranges::find(captures, name, &Capture::name);
      if (it == captures.end()) return {};
      return page.folded.FromText(it->where).In(page.folded.text());
    };
    const std::string_view unit = words("unit");
    return unit.empty() ||
           settings_.rate->IsExceededBy({.amount = words("amount"),
                                         .unit = unit,
                                         .count = words("count"),
                                         .period = words("period")});
  }

  // True if "hit" is, but for a few words, a sentence that answers what was
  // asked: the label or the sentence before it, what leads into its list, or
  // the block before it.
  bool AnswersAsked(const Page& page, const Hit& hit) const {
    const TextSpan sentence = page.reading.SentenceAt(hit.where.begin);
    const Block& block = page.document.blocks()[hit.line];
    if (!IsShort(page, {hit.where.end, sentence.end})) return false;
    const bool labelled =
        block.label.end > sentence.begin && block.label.end < hit.where.begin;
    if (labelled && OccursIn(page, settings_.asked, block.label)) {
      return IsShort(page, {block.label.end, hit.where.begin});
    }
    if (!IsShort(page, {sentence.begin, hit.where.begin})) return false;
    if (sentence.begin > block.text.begin) {
      const TextSpan before = page.reading.SentenceAt(
          std::max(block.text.begin, sentence.begin - 2));
      return OccursIn(page, settings_.asked, before);
    }
    const BlockIndex asked =
        block.lead_in != kNoBlock ? block.lead_in : hit.line - 1;
    return asked < hit.line &&
           OccursIn(page, settings_.asked, page.document.blocks()[asked].text);
  }

  static bool IsShort(const Page& page, TextSpan words) {
    constexpr int kMostWords = 4;
    return words.empty() ||
           CountWords(page.document.Slice(words)) <= kMostWords;
  }

  static bool OccursIn(const Page& page, const std::vector<PatternId>& patterns,
                       TextSpan where) {
    return std::ranges::any_of(patterns, [&](PatternId pattern) {
      return !page.hits.Within(pattern, where).empty();
    });
  }

  // What the agent at "hit" does to the object after it, or what the object
  // before it does on it ("eczema clears on tea"), if the sentence says so
  // straight out.
  void AddOpenClaim(const Page& page, const Hit& hit,
                    std::vector<Claim>& claims) const {
    const TextSpan sentence = page.reading.SentenceAt(hit.where.begin);
    if (!IsPlain(page, sentence)) return;
    const auto add = [&](TextSpan where, TextSpan object) {
      claims.push_back(
          {.where = where, .predicate = where, .object = object, .hit = &hit});
    };
    const ClauseScanner scanner = ScannerOf(page, sentence);
    if (const auto object = FirstObject(page, {hit.where.end, sentence.end})) {
      const auto verb = VerbIn(page, scanner, {hit.where.end, object->begin});
      if (verb && Joins(page, {verb->end, object->begin}, settings_.gap)) {
        add({verb->begin, object->end}, *object);
        return;
      }
    }
    const auto object = LastObject(page, {sentence.begin, hit.where.begin});
    if (!object) return;
    const TextSpan gap = {object->end, hit.where.begin};
    const auto verb = scanner.WordAfter(gap.begin);
    if (!verb || verb->where.end > gap.end || verb->comma) return;
    const std::string_view form = verb->where.In(page.document.text());
    if (form.size() < 4 || !(form.ends_with('s') || form.ends_with("ed"))) {
      return;
    }
    if (IsInstrument(page, gap) &&
        Joins(page, {verb->where.end, gap.end}, settings_.gap)) {
      add({object->begin, verb->where.end}, *object);
    }
  }

  // True if the sentence neither denies, asks, hedges, reports, doubts, nor
  // sets a condition, anywhere.
  static bool IsPlain(const Page& page, TextSpan sentence) {
    constexpr CueFamily kDistances[] = {
        CueFamily::kNegation, CueFamily::kHedge2, CueFamily::kHedge3,
        CueFamily::kReport,   CueFamily::kDoubt,  CueFamily::kCondition,
        CueFamily::kHistory,  CueFamily::kSearch, CueFamily::kMention};
    return !page.reading.IsQuestion(sentence) &&
           std::ranges::none_of(kDistances, [&](CueFamily family) {
             return page.reading.CueIn(family, sentence).has_value();
           });
  }

  static std::optional<TextSpan> SkipAdverbs(std::string_view text,
                                             const ClauseScanner& scanner,
                                             Offset at) {
    auto word = scanner.WordAfter(at);
    while (word && word->where.In(text).ends_with("ly")) {
      word = scanner.WordAfter(word->where.end);
    }
    if (!word) return std::nullopt;
    return word->where;
  }

  // The first finite verb in "gap", or the verb after "can" and its like.
  static std::optional<TextSpan> VerbIn(const Page& page,
                                        const ClauseScanner& scanner,
                                        TextSpan gap) {
    const WordSet& auxiliaries = page.reading.clause_words().auxiliaries;
    for (auto word = scanner.WordAfter(gap.begin);
         word && word->where.end <= gap.end;
         word = scanner.WordAfter(word->where.end)) {
      if (word->comma) return std::nullopt;
      if (scanner.Is(*word, auxiliaries)) {
        const std::string_view text = page.document.text();
        const auto verb = SkipAdverbs(text, scanner, word->where.end);
        const ShortWord auxiliary(word->where.In(text));
        const bool opens_group = auxiliary.view() == "can" ||
                                 auxiliary.view() == "will" ||
                                 auxiliary.view() == "has";
        if (!opens_group || !verb || verb->end > gap.end) return std::nullopt;
        return verb;
      }
      if (scanner.LooksFinite(*word)) return word->where;
    }
    return std::nullopt;
  }

  // The objects that open the items of the list that "hit" leads into.
  void AddListed(const Page& page, const Hit& hit,
                 std::vector<Claim>& claims) const {
    const std::span<const Block> blocks = page.document.blocks();
    const BlockIndex lead_in = page.document.BlockAt(hit.where.begin);
    for (BlockIndex i = lead_in + 1;
         i < blocks.size() && blocks[i].lead_in == lead_in; ++i) {
      const auto object = FirstObject(page, blocks[i].text);
      if (!object) continue;
      if (!Joins(page, {blocks[i].text.begin, object->begin}, settings_.gap)) {
        continue;
      }
      claims.push_back({.where = *object,
                        .predicate = hit.where,
                        .object = *object,
                        .hit = &hit});
    }
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

  static std::string_view FoldedWord(const Page& page, TextSpan word) {
    return page.folded.FromText(word).In(page.folded.text());
  }

  bool Joins(const Page& page, TextSpan gap, int most_words) const {
    return CountWords(page.document.Slice(gap)) <= most_words &&
           (settings_.reach != Reach::kClause ||
            !page.reading.BreaksClause(gap));
  }

  // Where the object of the predicate at "predicate" may stand.
  TextSpan Around(const Page& page, TextSpan predicate) const {
    if (settings_.reach == Reach::kParagraph) {
      const BlockIndex index = page.document.BlockAt(predicate.begin);
      if (index != kNoBlock) return page.document.blocks()[index].text;
    }
    return page.reading.SentenceAt(predicate.begin);
  }

  // The first in "where", the longest that begins there.
  std::optional<TextSpan> FirstObject(const Page& page, TextSpan where) const {
    std::optional<TextSpan> best;
    for (const PatternId pattern : settings_.object) {
      for (const Hit& object : page.hits.Within(pattern, where)) {
        if (best && object.where.begin > best->begin) break;
        if (IsNoObject(page, object.where)) continue;
        if (!best || object.where.begin < best->begin ||
            object.where.end > best->end) {
          best = object.where;
        }
        break;
      }
    }
    return best;
  }

  // The last in "where", the longest that ends there.
  std::optional<TextSpan> LastObject(const Page& page, TextSpan where) const {
    std::optional<TextSpan> best;
    for (const PatternId pattern : settings_.object) {
      const std::span<const Hit> objects = page.hits.Within(pattern, where);
      for (std::size_t i = objects.size(); i-- > 0;) {
        const TextSpan object = objects[i].where;
        if (best && object.end < best->end) break;
        if (IsNoObject(page, object)) continue;
        if (!best || object.end > best->end || object.begin < best->begin) {
          best = object;
        }
        break;
      }
    }
    return best;
  }

  std::optional<TextSpan> ObjectAfter(const Page& page, const Hit& hit) const {
    const TextSpan sentence = Around(page, hit.where);
    if (sentence.end <= hit.where.end) return std::nullopt;
    const TextSpan rest = {hit.where.end, sentence.end};
    const auto object = FirstObject(page, rest);
    if (object && Joins(page, {rest.begin, object->begin}, settings_.gap)) {
      return object;
    }
    const auto word = ScannerOf(page, sentence).WordAfter(rest.begin);
    return word ? PronounAt(page, word->where, {rest.begin, word->where.begin})
                : std::nullopt;
  }

  std::optional<TextSpan> ObjectBefore(const Page& page, const Hit& hit) const {
    const TextSpan sentence = Around(page, hit.where);
    if (sentence.begin >= hit.where.begin) return std::nullopt;
    const ClauseScanner scanner = ScannerOf(page, sentence);
    const Offset end = SkipAuxiliaries(page, scanner, hit.where.begin);
    const auto object = LastObject(page, {sentence.begin, end});
    if (object && Joins(page, {object->end, end}, settings_.follow_gap)) {
      return object;
    }
    const auto word = scanner.WordBefore(end, sentence.begin);
    return word ? PronounAt(page, word->where, {word->where.end, end})
                : std::nullopt;
  }

  static ClauseScanner ScannerOf(const Page& page, TextSpan sentence) {
    return {page.document.text(), sentence, page.reading.clause_words()};
  }

  // Where the auxiliaries and adverbs begin that stand right before "verb":
  // "eczema [has simply] gone".
  static Offset SkipAuxiliaries(const Page& page, const ClauseScanner& scanner,
                                Offset verb) {
    const ClauseWords& clause = page.reading.clause_words();
    const Offset begin = page.reading.SentenceAt(verb).begin;
    Offset end = verb;
    while (const auto word = scanner.WordBefore(end, begin)) {
      const bool skipped = scanner.Is(*word, clause.auxiliaries) ||
                           scanner.Is(*word, clause.adverbs) ||
                           word->where.In(page.document.text()).ends_with("ly");
      if (!skipped || !IsBlank(page, {word->where.end, end})) break;
      end = word->where.begin;
    }
    return end;
  }

  static bool IsBlank(const Page& page, TextSpan gap) {
    return page.document.Slice(gap).find_first_not_of(' ') ==
           std::string_view::npos;
  }

  // Returns "word" if it may stand for an object that was named before, with
  // nothing but the blanks of "gap" between it and the predicate.
  std::optional<TextSpan> PronounAt(const Page& page, TextSpan word,
                                    TextSpan gap) const {
    if (!settings_.pronouns || !IsBlank(page, gap)) return std::nullopt;
    constexpr std::string_view kPronouns[] = {"it",   "them", "they", "this",
                                              "that", "both", "these"};
    const ShortWord folded(page.document.Slice(word));
    if (std::ranges::find(kPronouns, folded.view()) == std::end(kPronouns) ||
        !IsObjectNear(page, word)) {
      return std::nullopt;
    }
    return word;
  }

  // True if an object stands in the sentence of "where" or is what a reader has
  // in mind there.
  bool IsObjectNear(const Page& page, TextSpan where) const {
    const TextSpan sentence = page.reading.SentenceAt(where.begin);
    if (LastObject(page, sentence)) return true;
    return std::ranges::any_of(Context(page, sentence), [&](TextSpan text) {
      return LastObject(page, text).has_value();
    });
  }

  const Settings& settings_;
};

}  // namespace

std::vector<Claim> FindClaims(const Page& page, const Settings& settings) {
  return ClaimFinder(settings).Find(page);
}

int CountObjects(const Page& page, const Settings& settings, TextSpan where) {
  return ClaimFinder(settings).Count(page, where);
}

std::vector<TextSpan> Context(const Page& page, TextSpan sentence) {
  const Document& document = page.document;
  const BlockIndex index = document.BlockAt(sentence.begin);
  if (index == kNoBlock) return {};
  const std::span<const Block> blocks = document.blocks();
  const Block& block = blocks[index];
  std::vector<TextSpan> context;
  if (block.text.begin < sentence.begin) {
    context.push_back({block.text.begin, sentence.begin});
  }
  const auto add = [&](BlockIndex i) {
    if (i != kNoBlock) context.push_back(blocks[i].text);
  };
  add(block.lead_in);
  if (index > 0 && blocks[index - 1].section == block.section) add(index - 1);
  const std::span<const Section> sections = document.sections();
  for (SectionIndex at = block.section; at != 0; at = sections[at].parent)
    add(sections[at].heading);
  add(document.headline());
  return context;
}

bool IsInstrument(const Page& page, TextSpan gap) {
  constexpr int kMostWords = 16;
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

}  // namespace medlint::frame
