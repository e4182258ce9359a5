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
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/kinds/frame/rate.h"
#include "linter/language/clause_scanner.h"
#include "linter/language/word.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::frame {
namespace {

enum class AgentNeed { kNone, kSentence, kContext };
enum class Reach { kClause, kSentence, kParagraph };

struct Settings {
  std::vector<PatternId> any;     // whole claims
  std::vector<PatternId> lead;    // predicates that stand before their object
  std::vector<PatternId> follow;  // predicates that stand after it
  std::vector<PatternId> above;   // what leads into a list of objects
  std::vector<PatternId> object;
  std::vector<PatternId> not_object;  // longer terms that are none
  std::vector<PatternId> answer;      // a sentence that opens so, after ...
  std::vector<PatternId> asked;       // ... one of these
  std::vector<PatternId> agent;
  std::vector<PatternId> not_agent;
  std::vector<PatternId> without;
  std::vector<PatternId> with;
  AgentNeed need = AgentNeed::kNone;
  bool open = false;      // any verb between an agent and an object will do
  int objects = 1;        // different ones in the sentence, at least
  bool pronouns = false;  // "it" may stand for an object named before
  int gap = 4;            // words between a predicate and its object, at most
  int follow_gap = 2;     // the same where the object comes first
  Reach reach = Reach::kClause;  // what holds a predicate and its object
  std::optional<RateLimit> rate;
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

class Frame {
 public:
  explicit Frame(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const {
    for (const Claim& claim : FindClaims(page)) {
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
    if (settings_.open) {
      each(settings_.agent,
           [&](const Hit& hit) { AddOpenClaim(page, hit, claims); });
    }
    each(settings_.above,
         [&](const Hit& hit) { AddListed(page, hit, claims); });
    each(settings_.answer, [&](const Hit& hit) {
      if (!AnswersAsked(page, hit)) return;
      claims.push_back({.where = hit.where,
                        .predicate = hit.where,
                        .object = {},
                        .hit = &hit});
    });
    return claims;
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
    if (labelled && Occurs(page, settings_.asked, block.label)) {
      return IsShort(page, {block.label.end, hit.where.begin});
    }
    if (!IsShort(page, {sentence.begin, hit.where.begin})) return false;
    if (sentence.begin > block.text.begin) {
      const TextSpan before = page.reading.SentenceAt(
          std::max(block.text.begin, sentence.begin - 2));
      return Occurs(page, settings_.asked, before);
    }
    const BlockIndex asked =
        block.lead_in != kNoBlock ? block.lead_in : hit.line - 1;
    return asked < hit.line &&
           Occurs(page, settings_.asked, page.document.blocks()[asked].text);
  }

  static bool IsShort(const Page& page, TextSpan words) {
    constexpr int kMostWords = 4;
    return words.empty() ||
           CountWords(page.document.Slice(words)) <= kMostWords;
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

  int CountObjects(const Page& page, TextSpan where) const {
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
        CountObjects(page, sentence) < settings_.objects)
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

  // "with", "by", "using", and a few words more.
  static bool IsInstrument(const Page& page, TextSpan gap) {
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

  // What a reader has in mind at "sentence", the nearest first: the block so
  // far, what leads into it, its headings, the headline.
  static std::vector<TextSpan> Context(const Page& page, TextSpan sentence) {
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

// Reads a frame.  What it does not say is as in "rule".
Settings ReadFrame(CompileContext context, const PatternSpec& options,
                   const Settings& rule) {
  Settings settings = rule;
  const auto read = [&](std::string_view key,
                        std::vector<PatternId>& patterns) {
    if (!context.keys.Has(key)) return;
    patterns = ReadPatterns(context, key, Presence::kOptional, options);
  };
  settings.any.clear();
  settings.lead.clear();
  settings.follow.clear();
  settings.above.clear();
  settings.answer.clear();
  settings.asked.clear();
  settings.rate.reset();
  settings.open = false;
  read("any", settings.any);
  read("lead", settings.lead);
  read("follow", settings.follow);
  read("above", settings.above);
  read("answer", settings.answer);
  read("asked", settings.asked);
  if (context.keys.Has("rate")) settings.rate = RateLimit::Read(context.keys);
  read("object", settings.object);
  read("not-object", settings.not_object);
  read("agent", settings.agent);
  read("not-agent", settings.not_agent);
  read("with", settings.with);
  read("without", settings.without);
  if (context.keys.Has("agent-in")) {
    static constexpr std::string_view kNeeds[] = {"none", "sentence",
                                                  "context"};
    const std::string need = context.keys.ChoiceOr("agent-in", "none", kNeeds);
    settings.need = need == "sentence"  ? AgentNeed::kSentence
                    : need == "context" ? AgentNeed::kContext
                                        : AgentNeed::kNone;
  }
  settings.objects = context.keys.IntOr("objects", settings.objects, 1, 20);
  settings.open = context.keys.BoolOr("open", settings.open);
  settings.pronouns = context.keys.BoolOr("pronouns", settings.pronouns);
  settings.gap = context.keys.IntOr("gap", settings.gap, 0, 60);
  settings.follow_gap =
      context.keys.IntOr("follow-gap", settings.follow_gap, 0, 60);
  if (context.keys.Has("reach")) {
    static constexpr std::string_view kReaches[] = {"clause", "sentence",
                                                    "paragraph"};
    const std::string reach =
        context.keys.ChoiceOr("reach", "clause", kReaches);
    settings.reach = reach == "sentence"    ? Reach::kSentence
                     : reach == "paragraph" ? Reach::kParagraph
                                            : Reach::kClause;
  }
  return settings;
}

bool IsFramed(const Settings& settings) {
  return settings.open || !settings.lead.empty() || !settings.follow.empty() ||
         !settings.above.empty();
}

bool LooksForNothing(const Settings& settings) {
  return settings.any.empty() && settings.answer.empty() && !IsFramed(settings);
}

// Reports what makes no frame of "settings" to the keys that it was read from.
void CheckFrame(TableReader& keys, const Settings& settings) {
  if (LooksForNothing(settings)) {
    keys.Reject("lead", "nothing to look for",
                "list predicates in `lead`, `follow` or `above` and objects in "
                "`object`, or whole claims in `any`");
  } else if ((IsFramed(settings) || settings.pronouns) &&
             settings.object.empty()) {
    keys.Reject("object",
                "a frame has predicates (`lead`, `follow`, `above`) and an "
                "`object`");
  }
  if (settings.answer.empty() != settings.asked.empty()) {
    keys.Reject(settings.answer.empty() ? "answer" : "asked",
                "an `answer` counts after what is `asked`");
  }
  if (settings.need != AgentNeed::kNone && settings.agent.empty()) {
    keys.Reject("agent-in", "no agents are listed", "list them in `agent`");
  } else if (settings.open && settings.agent.empty()) {
    keys.Reject("open", "no agents are listed", "list them in `agent`");
  }
}

std::unique_ptr<const Check> Compile(CompileContext context) {
  const PatternSpec options = ReadPatternOptions(context);
  Settings rule = ReadFrame(context, options, {});
  rule.zones = ReadZones(context, ReadingZones());
  std::vector<TableReader> tables = context.keys.TablesOrNone("frame");
  std::vector<Frame> frames;
  if (tables.empty() || !LooksForNothing(rule)) {
    CheckFrame(context.keys, rule);
    frames.emplace_back(rule);
  }
  for (TableReader& keys : tables) {
    Settings settings =
        ReadFrame({keys, context.plan, context.page_data}, options, rule);
    CheckFrame(keys, settings);
    keys.Finish();
    frames.emplace_back(std::move(settings));
  }
  return std::make_unique<const FrameCheck>(std::move(frames));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "frame",
    .summary = "Flags a predicate and its object within a clause",
    .compile = Compile,
};

}  // namespace medlint::frame
