// SPDX-License-Identifier: Apache-2.0
//
// The plan against brute force: every pattern run by plain RE2 over every line,
// every lexicon tried at every place.
//
// With MEDLINT_CORPUS set to a folder, the bytes of its .html and .txt files
// are scanned as well, line by line as they are.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"
#include "linter/match/pattern_plan.h"
#include "linter/text/fold.h"
#include "tests/match/brute_force.h"

namespace medlint {
namespace {

// A small generator of our own: std distributions differ between libraries.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::size_t Below(std::size_t n) { return engine_() % n; }
  bool OneIn(std::size_t n) { return Below(n) == 0; }
  template <typename T, std::size_t N>
  const T& Of(const T (&items)[N]) {
    return items[Below(N)];
  }

 private:
  std::mt19937 engine_;
};

// A pattern as its author writes it, and as it reads on the folded text.
struct Written {
  PatternSpec spec;
  std::string folded;
};

constexpr const char* kWords[] = {
    "cure",  "cures",   "heal",    "cancer", "miracle", "natural",
    "detox", "liver",   "safe",    "the",    "of",      "a",
    "no",    "art",     "heart",   "doctor", "doctors", "café",
    "naïve", "don't",   "studies", "remedy", "toxin",   "toxins",
    "xx",    "effects", "side",    "risk",   "covid-19"};

std::string MakeText(Random& random, std::size_t words) {
  static constexpr const char* kBetween[] = {
      " ",   " ", " ",        " ",        " ",  " ",  ", ",
      ". ",  "-", "\n",       "\xC2\xA0", "  ", " “", "” ",
      "’s ", "'", "\xC2\xAD", "",         "%",  "™ ", " – "};
  static constexpr const char* kOther[] = {
      "5",      "100",        "12.5", "50%",  "100 %",        "MD",
      "US",     "RN",         "5mg",  "é",    "cafe\xCC\x81", "DON’T",
      "ﬁn",     "µg",         "½",    "Cure", "CURES",        "сure",
      "heal_s", "2020-01-02", "!",    "•"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    std::string word = random.OneIn(4) ? random.Of(kOther) : random.Of(kWords);
    if (random.OneIn(8)) word[0] = static_cast<char>(word[0] & ~0x20);
    if (ValidUtf8Prefix(word) != word.size()) word = "cure";
    text += word;
    text += random.OneIn(2) ? " " : random.Of(kBetween);
  }
  return text;
}

// Lexicons, and the alternations that they stand for.
struct ListedLexicon {
  const char* name;
  std::vector<std::string> terms;
  std::string_view re2;
};
const std::vector<ListedLexicon>& Lexicons() {
  static const std::vector<ListedLexicon> kLexicons = {
      {"verb",
       {"cure", "cures", "heal", "heal the", "a cure"},
       "heal the|a cure|cures|cure|heal"},
      {"ill",
       {"cancer", "heart", "side effects", "-tor", "café", "a"},
       "side effects|cancer|café|heart|\\pL{3,}tor|a"},
  };
  return kLexicons;
}

std::string SpellOut(std::string regexp, bool exact_case) {
  for (const ListedLexicon& lexicon : Lexicons()) {
    const std::string mark = std::string("@") + lexicon.name;
    for (std::size_t at = regexp.find(mark); at != std::string::npos;
         at = regexp.find(mark)) {
      regexp.replace(
          at, mark.size(),
          (exact_case ? "(?i:" : "(?:") + std::string(lexicon.re2) + ")");
    }
  }
  return regexp;
}

// Parts are written in folded form, so that the oracle takes them as they are.
class PatternMaker {
 public:
  explicit PatternMaker(Random& random) : random_(random) {}

  Written Make() {
    Written written;
    std::string regexp = Sequence();
    if (random_.OneIn(6)) regexp += '|' + Sequence();
    if (random_.OneIn(12)) regexp = "^(?:" + regexp + ')';
    if (random_.OneIn(12)) regexp = "(?:" + regexp + ")$";
    written.folded = regexp;
    written.spec.regexp = regexp;
    written.spec.whole_words = !random_.OneIn(4);
    if (written.spec.whole_words && random_.OneIn(8)) {
      written.spec.not_before = random_.Of(kWords);
    }
    if (written.spec.whole_words && random_.OneIn(8)) {
      written.spec.not_after = Word();
    }
    written.spec.exact_case = random_.OneIn(6);
    // An ending in the exact text is left to RE2, whose word edges are rougher.
    if (regexp.find("@ill") != std::string::npos) {
      written.spec.exact_case = false;
    }
    if (!written.spec.exact_case) {
      Disguise(written.spec.regexp);
    } else {
      SpellSpaces(written.folded);
    }
    written.folded = SpellOut(written.folded, written.spec.exact_case);
    return written;
  }

 private:
  std::string Word() {
    std::string word = random_.Of(kWords);
    if (random_.OneIn(3)) word += "s?";
    if (random_.OneIn(12)) word += "(?:es|ed|ing)?";
    if (random_.OneIn(12)) word.insert(0, "(?:un|re)?");
    return word;
  }

  std::string Choice() {
    std::string choice = "(?:";
    const std::size_t n = 2 + random_.Below(4);
    for (std::size_t i = 0; i < n; ++i)
      choice += (i > 0 ? "|" : "") + Word();
    return choice + ')';
  }

  std::string Part() {
    static constexpr const char* kParts[] = {"\\d{1,3}",
                                             "\\d+ ?%",
                                             "[ch]eal",
                                             ".{0,12}",
                                             ".*",
                                             ".{0,20}?",
                                             "(?:the |a )?",
                                             "[a-z]+",
                                             "(?:100 ?(?:%|percent))",
                                             "\\s?",
                                             "[^a-c]{1,3}",
                                             "(?:heal|heals)",
                                             "\\w{2,5}",
                                             "(?:toxin){1,2}",
                                             "[0-9]",
                                             "%",
                                             "€|™?s",
                                             "é",
                                             "a??",
                                             "(cure)",
                                             "x+",
                                             "-?",
                                             "'s"};
    static constexpr const char* kTerms[] = {
        "(?:@verb)",        "(?:@ill)",          "(?:@verb (?:the |a )?@ill)",
        "(@verb)",          "(?:@ill)??",        "(?:@verb ?){1,3}",
        "(?:[a-z]+ ){0,3}", "(?:(?:no|the) ?)*", "(?:@ill|@verb|the)",
        "(?:[^ ,]+ ){0,4}?"};
    if (random_.OneIn(2)) return Word();
    if (random_.OneIn(3)) return Choice();
    if (random_.OneIn(2)) return random_.Of(kTerms);
    return std::string("(?:") + random_.Of(kParts) + ')';
  }

  std::string Sequence() {
    std::string sequence = Part();
    const std::size_t more = random_.Below(3);
    for (std::size_t i = 0; i < more; ++i) {
      if (!random_.OneIn(5)) sequence += ' ';
      sequence += Part();
    }
    return sequence;
  }

  // Writes what folds back to the same: capitals, curly quotes.
  void Disguise(std::string& regexp) {
    std::string out;
    for (std::size_t i = 0; i < regexp.size(); ++i) {
      const char c = regexp[i];
      const bool escaped = i > 0 && regexp[i - 1] == '\\';
      if (c == '\'' && random_.OneIn(2)) {
        out += "’";
      } else if (IsAsciiLower(c) && !escaped && random_.OneIn(6)) {
        out += static_cast<char>(c - 'a' + 'A');
      } else {
        out += c;
      }
    }
    // "[A-z]" is not "[a-z]", "@Ill" is not "@ill"; leave these alone.
    if (regexp.find_first_of("[@") == std::string::npos) regexp = out;
  }

  static void SpellSpaces(std::string& regexp) {
    std::string out;
    for (std::size_t i = 0; i < regexp.size(); ++i) {
      const std::string_view rest = std::string_view(regexp).substr(i);
      if (regexp[i] == ' ') {
        out += "(?:\\p{Zs}+)";
      } else if (rest.starts_with("\\s")) {
        out += "[\\s\\p{Zs}]";
        ++i;
      } else {
        out += regexp[i];
      }
    }
    regexp = out;
  }

  Random& random_;
};

struct Counts {
  std::size_t patterns = 0;
  std::size_t hits = 0;
  std::size_t missing = 0;
  std::size_t extra = 0;
};

// Compares what the plan and brute force find for each pattern.
class Comparison {
 public:
  Comparison(std::uint32_t seed, std::size_t patterns) {
    Random random(seed);
    PatternMaker maker(random);
    PatternPlan::Builder builder;
    for (const ListedLexicon& lexicon : Lexicons()) {
      builder.DefineLexicon(lexicon.name, lexicon.terms);
    }
    while (ids_.size() < patterns) {
      auto written = std::make_unique<Written>(maker.Make());
      PatternId id = 0;
      if (builder.AddPattern(written->spec, id)) continue;
      ids_.push_back(id);
      oracles_.push_back(
          std::make_unique<BruteForce>(written->spec, written->folded));
      written_.push_back(std::move(written));
    }
    plan_.emplace(builder.Build());
    counts_.patterns = patterns;
  }

  void Compare(std::string_view text) {
    const FoldedText folded(text);
    const Hits hits = plan_->Scan(text, folded);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      const bool exact = written_[i]->spec.exact_case;
      Ranges expected;
      const std::string_view haystack = exact ? text : folded.text();
      for (std::size_t from = 0; from <= haystack.size();) {
        const std::size_t end =
            std::min(haystack.find('\n', from), haystack.size());
        oracles_[i]->Find(haystack.substr(from, end - from), from, expected);
        from = end + 1;
      }
      std::vector<TextSpan> spans;
      for (const auto& [begin, end] : expected) {
        const FoldedSpan span = {static_cast<Offset>(begin),
                                 static_cast<Offset>(end)};
        spans.push_back(exact ? TextSpan{span.begin, span.end}
                              : folded.ToText(span));
      }
      Count(i, text, spans, hits.Of(ids_[i]));
    }
    CompareLines(text, folded, hits);
  }

  const Counts& counts() const { return counts_; }

 private:
  // Line by line, asked before anybody asks for all, the hits are the same.
  void CompareLines(std::string_view text, const FoldedText& folded,
                    const Hits& all) {
    const Hits hits = plan_->Scan(text, folded);
    for (const PatternId id : ids_) {
      std::vector<Hit> by_line;
      for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const TextSpan line = {static_cast<Offset>(from),
                               static_cast<Offset>(end)};
        const auto found = hits.Within(id, line);
        by_line.insert(by_line.end(), found.begin(), found.end());
        from = end + 1;
      }
      CHECK(std::ranges::equal(by_line, all.Of(id)));
      CHECK(std::ranges::equal(hits.Of(id), all.Of(id)));
    }
  }

  void Count(std::size_t i, std::string_view text,
             const std::vector<TextSpan>& expected,
             std::span<const Hit> found) {
    const auto has = [](const auto& list, TextSpan span, auto where) {
      return std::ranges::find(list, span, where) != list.end();
    };
    counts_.hits += expected.size();
    for (const TextSpan span : expected) {
      if (has(found, span, &Hit::where)) continue;
      ++counts_.missing;
      Show("missing", i, text, span);
    }
    for (const Hit& hit : found) {
      if (has(expected, hit.where, std::identity())) continue;
      ++counts_.extra;
      Show("extra", i, text, hit.where);
    }
  }

  void Show(const char* what, std::size_t i, std::string_view text,
            TextSpan span) {
    if (++shown_ > 10) return;
    const PatternSpec& spec = written_[i]->spec;
    const std::size_t from = span.begin < 20 ? 0 : span.begin - 20;
    std::string line = std::string(what) + ' ' + spec.regexp;
    line += spec.exact_case ? " (exact)" : "";
    line += spec.whole_words ? "" : " (parts)";
    line += " not before «" + spec.not_before + "» not after «";
    line += spec.not_after + "»: " + std::to_string(span.size()) + " bytes «";
    line += span.In(text).substr(0, 60);
    line += "» in «" + std::string(text.substr(from, 100)) + "»";
    MESSAGE(line);
  }

  std::vector<PatternId> ids_;
  std::vector<std::unique_ptr<Written>> written_;
  std::vector<std::unique_ptr<BruteForce>> oracles_;
  std::optional<PatternPlan> plan_;
  Counts counts_;
  int shown_ = 0;
};

TEST_CASE("a plan finds what brute force finds") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    Comparison comparison(seed, 150);
    Random random(seed + 100);
    for (int text = 0; text < 4; ++text) {
      comparison.Compare(MakeText(random, 250));
    }
    CHECK(comparison.counts().hits > 500);
    CHECK(comparison.counts().missing == 0);
    CHECK(comparison.counts().extra == 0);
  }
}

TEST_CASE("a lexicon finds what trying every place finds") {
  // Terms in folded form; tried from the longest to the shortest.
  const std::vector<std::string> terms = {
      "side effects", "miracle", "doctors", "doctor", "cancer",
      "covid-19",     "heart",   "don't",   "café",   "cures",
      "cure",         "safe",    "art",     "100 %",  "50%",
      "of the",       "the",     "of",      "a"};
  PatternPlan::Builder builder;
  builder.DefineLexicon("words", terms);
  const PatternId id = builder.AddLexicon("words");
  const PatternPlan plan = builder.Build();
  Random random(7);
  const std::string text = MakeText(random, 4000);
  const FoldedText folded(text);
  const std::string_view haystack = folded.text();
  std::vector<Hit> expected;
  for (std::size_t at = 0; at < haystack.size();) {
    const std::string* longest = nullptr;
    for (const std::string& term : terms) {
      const std::size_t end = at + term.size();
      const bool there =
          haystack.substr(at).starts_with(term) &&
          (!IsWord(DecodeUtf8(term, 0).value) || !CutsWord(haystack, at)) &&
          (!IsWord(DecodeUtf8Before(term, term.size()).value) ||
           !CutsWord(haystack, end));
      if (there && (longest == nullptr || term.size() > longest->size())) {
        longest = &term;
      }
    }
    if (longest == nullptr) {
      ++at;
      continue;
    }
    const auto end = at + longest->size();
    expected.push_back(
        {.pattern = id,
         .term = static_cast<std::uint32_t>(longest - terms.data()),
         .where = folded.ToText(
             FoldedSpan{static_cast<Offset>(at), static_cast<Offset>(end)})});
    at = end;
  }
  const Hits hits = plan.Scan(text, folded);
  const std::vector<Hit> found(hits.Of(id).begin(), hits.Of(id).end());
  CHECK(expected.size() > 500);
  CHECK((found == expected));
}

TEST_CASE("a plan finds what brute force finds in the corpus") {
  const char* const folder = std::getenv("MEDLINT_CORPUS");
  if (folder == nullptr) return;
  Comparison comparison(11, 120);
  std::size_t bytes = 0;
  std::size_t files = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".html" && extension != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    text.resize(std::min(ValidUtf8Prefix(text), std::size_t{60'000}));
    while (ValidUtf8Prefix(text) != text.size())
      text.pop_back();
    comparison.Compare(text);
    bytes += text.size();
    ++files;
  }
  const Counts& counts = comparison.counts();
  MESSAGE(files << " files, " << bytes << " bytes, " << counts.patterns
                << " patterns, " << counts.hits << " hits, " << counts.missing
                << " missing, " << counts.extra << " extra");
  CHECK(counts.missing == 0);
  CHECK(counts.extra == 0);
}

}  // namespace
}  // namespace medlint
