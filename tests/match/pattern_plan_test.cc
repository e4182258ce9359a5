// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_plan.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "linter/match/regexp.h"
#include "linter/text/fold.h"
#include "tests/match/scan_one.h"

namespace medlint {
namespace {

TEST_CASE("a pattern is matched against the folded text") {
  struct Case {
    const char* regexp;
    std::string_view text;
    std::string_view found;
  };
  static constexpr Case kCases[] = {
      {"cures?", "It CURES acne, a Cure.", "CURES|Cure"},
      {"CURES?", "it cures", "cures"},
      {"Crohn’s", "crohn's and CROHN’S", "crohn's|CROHN’S"},
      {"crohn's", "Crohn’s disease", "Crohn’s"},
      {"covid–19",
       "COVID-19, covid\xE2\x80\x91"
       "19",
       "COVID-19|covid\xE2\x80\x91"
       "19"},
      {"side effects", "side  effects", "side  effects"},
      {"side effects",
       "side\xC2\xA0"
       "effects",
       "side\xC2\xA0"
       "effects"},
      {"cure", "cu\xC2\xADre", "cu\xC2\xADre"},
      {"ÉCLAIR", "éclair", "éclair"},
      {"caf\x65\xCC\x81s?", "Café, cafés", "Café|cafés"},
      {"[A-C]ure", "bure Cure", "bure|Cure"},
      {"[^A-Z]cure", "xcure -cure", "-cure"},
      {"don[’]t", "don't, don’t", "don't|don’t"},
      {"don\\x{2019}t", "don't", "don't"},
      {"Ä[Ö]", "äö", "äö"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.regexp);
    CAPTURE(c.text);
    CHECK(FoundBy({.regexp = c.regexp}, c.text) == c.found);
  }
}

TEST_CASE("matches begin and end at word edges") {
  struct Case {
    const char* regexp;
    std::string_view text;
    std::string_view found;
    bool whole_words = true;
  };
  static constexpr Case kCases[] = {
      {"cures?", "a secure site, manicures", ""},
      {"cures?", "a secure site", "cure", false},
      {"cures?", "curesx cure", "cure"},
      {"heal|heals", "heals", "heals"},
      {"heals|heal", "heal", "heal"},
      {"(?:heal|heals).{0,3}", "heals!", "heals!"},
      {"heal(?:s|ed|)", "healed heal", "healed|heal"},
      {"100 ?%", "100% safe, 100%safe", "100%|100%"},
      {"%", "5%of", "%"},
      {"100 ?(?:%|percent)", "100 percentile 100%", "100%"},
      {"don", "don't", ""},
      {"t", "don't", ""},
      {"don't", "I don't.", "don't"},
      {"cure", "'cure'", "cure"},
      {"cure", "the ‘cure’ works", "cure"},
      {"cancer", "cancer's cancers' cancer", "cancer"},
      {"cancers", "cancers' end", "cancers"},
      {"cure", "self-cure", "cure"},
      {"cure", "cure_all", ""},
      {"cure", "écure curé", ""},
      {"caf", "café", ""},
      {"na\xC3\xAFve", "na\xC3\xAFve", "na\xC3\xAFve"},
      {"20", "2019 20 120", "20"},
      {"\\d+", "b12 12 1.5", "12|1|5"},
      {"\\bcure\\b", "secure cure", "cure"},
      {"\\bcur", "curing secures", "cur", false},
      {"ing\\b", "curing ings", "ing", false},
      {"\\b(?:heal|cure)s?\\b", "cures heal xheal", "cures|heal"},
      {"\\bécole\\b", "l école", "école"},
      {"cure\\b.{0,9}\\bcancer", "cures a cancer; cure a cancer",
       "cure a cancer"},
      {".{0,4}cure", "he secures; so cure", " so cure"},
      // The preferred match ends inside a word, a longer one does not.
      {"a.{0,9}?cure", "a cured cure", "a cured cure"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.regexp);
    CAPTURE(c.text);
    CHECK(FoundBy({.regexp = c.regexp, .whole_words = c.whole_words}, c.text) ==
          c.found);
  }
}

TEST_CASE("an exact pattern sees the text as the reader does") {
  struct Case {
    const char* regexp;
    std::string_view text;
    std::string_view found;
  };
  static constexpr Case kCases[] = {
      {"US", "tell us, US and U.S.", "US"},
      {"\\d+ ?µg", "5 µg, 5\xC2\xA0µg, 5 UG", "5 µg|5\xC2\xA0µg"},
      {"5 mg", "5  mg", "5  mg"},
      {"[A-Z]{2,}", "an MD or RN, Md", "MD|RN"},
      {"[A-Z]\\d", "B12 B1 b2", "B1"},
      {"½", "½ 1/2", "½"},
      {"“cure”", "\"cure\" “cure”", "“cure”"},
      {"5\\smg", "5\xC2\xA0mg", "5\xC2\xA0mg"},
      {"don’t", "don't don’t", "don’t"},
      {"don", "don’t", ""},
      {"Xanax", "Xanax™ works", "Xanax"},
      {"cu", "cu\xC2\xADre", ""},  // a soft hyphen does not end a word
      {"[\\x{E200}-\\x{E2FF}]+", "a\xEE\x88\x80\xEE\x88\x81z",
       "\xEE\x88\x80\xEE\x88\x81"},
      {"(?:MD|PhD)s?", "MDs, PHD, PhD", "MDs|PhD"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.regexp);
    CAPTURE(c.text);
    CHECK(FoundBy({.regexp = c.regexp, .exact_case = true}, c.text) == c.found);
  }
}

TEST_CASE("guards stand in for lookaround") {
  struct Case {
    PatternSpec spec;
    std::string_view text;
    std::string_view found;
  };
  const Case cases[] = {
      {{.regexp = "cure", .not_before = "no"}, "no cure, a cure", "cure"},
      {{.regexp = "cure", .not_before = "no"}, "no  cure\npiano cure", "cure"},
      {{.regexp = "cure", .not_before = "no"}, "no\ncure", "cure"},
      {{.regexp = "cures?", .not_after = "nothing"},
       "Cures NOTHING. cures",
       "cures"},
      {{.regexp = "cure", .not_after = "all"}, "cure allergies", "cure"},
      {{.regexp = "cure", .not_after = "-all"}, "a cure-all and cure", "cure"},
      {{.regexp = "cure", .not_before = "self-"}, "self-cure", ""},
      {{.regexp = "\\d+ mg", .not_before = "\\d+ ?(?:-|to)"},
       "5 to 10 mg and 7 mg",
       "7 mg"},
      {{.regexp = "(?:the )?cure", .not_before = "not"}, "not the cure", ""},
      {{.regexp = "US", .exact_case = true, .not_after = "dollars?"},
       "US\xC2\xA0"
       "dollar, US Dollar",
       "US"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.spec.regexp);
    CAPTURE(c.spec.not_before);
    CAPTURE(c.spec.not_after);
    CAPTURE(c.text);
    CHECK(FoundBy(c.spec, c.text) == c.found);
  }
}

TEST_CASE("no match crosses a block") {
  struct Case {
    const char* regexp;
    std::string_view text;
    std::string_view found;
  };
  static constexpr Case kCases[] = {
      {"cure.*cancer", "cure\ncancer", ""},
      {"cure.*cancer", "cure for\nmy cure of cancer", "cure of cancer"},
      {"cure[^x]{0,9}cancer", "cure a\ncancer", ""},
      {"cure\\s+cancer", "cure\ncancer cure cancer", "cure cancer"},
      {"^cure", "a cure\ncure cure", "cure"},
      {"cure$", "cure cure\ncure.", "cure"},
      {"^cure$", "cure\ncure a\na cure\ncure", "cure|cure"},
      {"(?:^|more )cure", "cure more cure a cure", "cure|more cure"},
      {"cure(?: now|$)", "cure now cure then cure", "cure now|cure"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.regexp);
    CAPTURE(c.text);
    CHECK(FoundBy({.regexp = c.regexp}, c.text) == c.found);
  }
}

TEST_CASE("matches of one pattern are leftmost-first and do not overlap") {
  CHECK(FoundBy({.regexp = "a b|a b c"}, "a b c") == "a b");
  CHECK(FoundBy({.regexp = "a (?:b )?c|b c d"}, "a b c d") == "a b c");
  CHECK(FoundBy({.regexp = "x y x"}, "x y x y x y x") == "x y x|x y x");
  CHECK(FoundBy({.regexp = "\\d\\d", .whole_words = false}, "12345") ==
        "12|34");
  CHECK(FoundBy({.regexp = "[ab]+c|bd"}, "aabc bd") == "aabc|bd");
}

TEST_CASE("patterns are independent of each other") {
  PatternPlan::Builder builder;
  PatternId cure = 0;
  PatternId phrase = 0;
  PatternId again = 0;
  PatternId looser = 0;
  REQUIRE_FALSE(builder.AddPattern({.regexp = "cure"}, cure));
  REQUIRE_FALSE(builder.AddPattern({.regexp = "miracle cure"}, phrase));
  REQUIRE_FALSE(builder.AddPattern({.regexp = "cure"}, again));
  REQUIRE_FALSE(
      builder.AddPattern({.regexp = "cure", .whole_words = false}, looser));
  CHECK(cure == again);
  CHECK(cure != looser);
  const PatternPlan plan = builder.Build();
  CHECK(plan.size() == 3);

  const std::string_view text = "a miracle cure\nsecure";
  const FoldedText folded(text);
  const Hits hits = plan.Scan(text, folded);
  CHECK(hits.size() == 4);
  CHECK(hits.Of(cure).size() == 1);
  CHECK(hits.Of(phrase).size() == 1);
  CHECK(hits.Of(looser).size() == 2);
  CHECK(hits.Within(looser, {.begin = 10, .end = 14}).size() == 1);
  CHECK(hits.Within(looser, {.begin = 11, .end = 21}).size() == 1);
  CHECK(hits.Within(looser, {.begin = 0, .end = 21}).size() == 2);
  CHECK(hits.Within(looser, {.begin = 11, .end = 20}).empty());
}

TEST_CASE("a lexicon is found by its terms, the longest first") {
  PatternPlan::Builder builder;
  builder.DefineLexicon("drug", {"-statin", "aspirin~", "St John’s wort",
                                 "Vitamin D", "vitamin d3", "statins", "-mab"});
  const PatternId id = builder.AddLexicon("drug");
  CHECK(builder.AddLexicon("drug") == id);
  const PatternPlan plan = builder.Build();
  CHECK(plan.compiled_count() == 0);

  struct Case {
    std::string_view text;
    std::string_view found;
  };
  static constexpr Case kCases[] = {
      {"Atorvastatin, a statin", "Atorvastatin|statin"},
      {"xstatins statins", "statins"},
      {"ASPIRINS aspirin aspirina", "ASPIRINS|aspirin"},
      {"st john's wort", "st john's wort"},
      {"vitamin D3 vitamin d vitamin d34", "vitamin D3|vitamin d"},
      {"mab amab trmab rituximab", "rituximab"},  // six letters or more
      {"pra-statin", "statin"},
      {"atorvastatin's", ""},
      {"vitamin\nd", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(FoundBy(plan, id, c.text) == c.found);
  }

  const std::string_view text = "aspirins vitamin d3 atorvastatin";
  const FoldedText folded(text);
  const Hits hits = plan.Scan(text, folded);
  REQUIRE(hits.Of(id).size() == 3);
  CHECK(hits.Of(id)[0].term == 1);
  CHECK(hits.Of(id)[1].term == 4);
  CHECK(hits.Of(id)[2].term == 0);
  CHECK(plan.Captures(hits.Of(id)[0], text, folded).empty());
}

TEST_CASE("@name stands for the terms of a lexicon") {
  PatternPlan::Builder builder;
  builder.DefineLexicon("verb", {"cure~", "get rid of", "pack~  its bags"});
  builder.DefineLexicon("disease", {"cancer", "cancer of the gut", "-itis"});
  struct Case {
    PatternSpec spec;
    std::string_view text;
    std::string_view found;
  };
  const Case cases[] = {
      {{.regexp = "@verb (?:your )?@disease"},
       "Cures your cancer of the gut; curing arthritis; get rid of itis",
       "Cures your cancer of the gut|curing arthritis"},
      {{.regexp = "@verb"}, "cured, cures.", "cured|cures"},
      {{.regexp = "@verb"},
       "It packs its bags, packed its bags, pack its bag.",
       "packs its bags|packed its bags"},
      {{.regexp = "(?:no|zero) @disease"}, "no cancer", "no cancer"},
      {{.regexp = "@disease{2}|x@verb"},
       "x@verb cancercancer",
       "x@verb|cancercancer"},
      {{.regexp = "mail@verb"}, "mail@verb mailcure", "mail@verb"},
      {{.regexp = "@ cure"}, "a @ cure", "@ cure"},
      {{.regexp = "\\@verb"}, "@verb", "@verb"},
      {{.regexp = "NOT @verb", .exact_case = true},
       "NOT Cured not cured",
       "NOT Cured"},
      {{.regexp = "cancer", .not_before = "@verb"},
       "cures cancer, a cancer",
       "cancer"},
  };
  std::vector<PatternId> ids;
  for (const Case& c : cases) {
    CAPTURE(c.spec.regexp);
    PatternId id = 0;
    REQUIRE_FALSE(builder.AddPattern(c.spec, id));
    ids.push_back(id);
  }
  const PatternPlan plan = builder.Build();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    CAPTURE(cases[i].spec.regexp);
    CHECK(FoundBy(plan, ids[i], cases[i].text) == cases[i].found);
  }
}

TEST_CASE("captures are places in the text") {
  struct Case {
    PatternSpec spec;
    std::string_view text;
    std::string_view captures;
  };
  const Case cases[] = {
      {{.regexp = "(?P<number>\\d+)\\s?(mg|g)"},
       "take 50 MG",
       "number=50 2=MG"},
      {{.regexp = "(?<a>cures?)(x)? (cancer)"},
       "Cu\xC2\xADres cancer",
       "a=Cu\xC2\xADres 3=cancer"},
      {{.regexp = "(a|(b)) c"}, "a c", "1=a"},
      {{.regexp = "^(cure) b"}, "x\ncure b", "1=cure"},
      {{.regexp = "(heal|heals)"}, "heals", "1=heals"},
      {{.regexp = "(\\d+) µg", .exact_case = true}, "é 5 µg", "1=5"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.spec.regexp);
    PatternPlan::Builder builder;
    PatternId id = 0;
    REQUIRE_FALSE(builder.AddPattern(c.spec, id));
    const PatternPlan plan = builder.Build();
    const FoldedText folded(c.text);
    const Hits hits = plan.Scan(c.text, folded);
    REQUIRE(hits.Of(id).size() == 1);
    std::string found;
    for (const Capture& capture :
         plan.Captures(hits.Of(id)[0], c.text, folded)) {
      if (!found.empty()) found += ' ';
      found += capture.name + '=' + std::string(capture.where.In(c.text));
    }
    CHECK(found == c.captures);
  }
}

TEST_CASE("expressions are compiled when first needed") {
  PatternPlan::Builder builder;
  PatternId id = 0;
  REQUIRE_FALSE(builder.AddPattern({.regexp = "cure.{0,20}cancer"}, id));
  REQUIRE_FALSE(builder.AddPattern({.regexp = "miracle (?:cure|drug)s?"}, id));
  const PatternPlan plan = builder.Build();
  CHECK(FoundBy(plan, 0, "nothing of note") == "");
  CHECK(plan.compiled_count() == 0);
  CHECK(FoundBy(plan, 1, "miracle drugs") == "miracle drugs");
  CHECK(plan.compiled_count() == 0);  // literals need none
  CHECK(FoundBy(plan, 0, "cure of cancer") == "cure of cancer");
  CHECK(plan.compiled_count() == 1);
}

// Words that share next to nothing.
std::vector<std::string> WordsOfTwentyLetters(std::size_t count) {
  std::vector<std::string> words;
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < count; ++i) {
    std::string& word = words.emplace_back();
    while (word.size() < 20) {
      state = state * 1664525U + 1013904223U;
      word += static_cast<char>('a' + (state >> 16U) % 26);
    }
  }
  return words;
}

TEST_CASE("a pattern of large lexicons is not compiled when it is added") {
  const std::vector<std::string> words = WordsOfTwentyLetters(5'000);
  PatternPlan::Builder builder;
  builder.DefineLexicon("large", words);
  PatternId id = 0;
  REQUIRE_FALSE(builder.AddPattern({.regexp = "@large of @large"}, id));
  const PatternPlan plan = builder.Build();
  CHECK(plan.compiled_count() == 0);
  const std::string text = words.front() + " of " + words.back();
  CHECK(FoundBy(plan, id, text + " of " + words[1]) == text);
}

TEST_CASE("RE2 has the memory for a pattern that may wait for it") {
  std::string regexp;
  for (const std::string& word : WordsOfTwentyLetters(15'000)) {
    if (!regexp.empty()) regexp += '|';
    regexp += word;
  }
  CHECK(Regexp(regexp, nullptr).Check() == "");
}

TEST_CASE("an empty plan and an empty text") {
  PatternPlan::Builder builder;
  const PatternPlan empty = builder.Build();
  CHECK(empty.size() == 0);
  CHECK(empty.Scan("cure", FoldedText("cure")).size() == 0);
  PatternId id = 0;
  REQUIRE_FALSE(builder.AddPattern({.regexp = "cure"}, id));
  CHECK(FoundBy(builder.Build(), id, "") == "");
}

TEST_CASE("threads share a plan") {
  PatternPlan::Builder builder;
  PatternId id = 0;
  for (const char* regexp : {"cure[sd]?.{0,9}cancer", "\\d+ ?%", "no .*cure"}) {
    REQUIRE_FALSE(builder.AddPattern({.regexp = regexp}, id));
  }
  const PatternPlan plan = builder.Build();
  const std::string text = "no cure 5 % cures cancer\nno cure";
  const FoldedText folded(text);
  std::atomic<std::size_t> hits = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { hits += plan.Scan(text, folded).size(); });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(hits == 4 * 4);
}

}  // namespace
}  // namespace medlint
