// SPDX-License-Identifier: Apache-2.0

#include <cstddef>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/match/pattern_plan.h"

namespace medlint {
namespace {

TEST_CASE("AddPattern says what is wrong and where") {
  struct Case {
    PatternSpec spec;
    std::string_view fault;  // the bytes of the regexp that are pointed at
    std::string_view what;   // a part of the message
    std::string_view hint;   // a part of the hint
  };
  const Case cases[] = {
      {{.regexp = "cures?(?! (?:not|no)) it"},
       "(?! (?:not|no))",
       "lookahead",
       "`not-after`"},
      {{.regexp = "cure(?=[)] x)"},
       "(?=[)] x)",
       "lookahead",
       "into the pattern itself"},
      {{.regexp = "(?<!no )cure"}, "(?<!no )", "lookbehind", "`not-before`"},
      {{.regexp = "a(?<=\\))cure"}, "(?<=\\))", "lookbehind", "before"},
      {{.regexp = "(a)cure\\1"}, "\\1", "backreference", "write out"},
      {{.regexp = "(?P<a>x)(?P=a)"}, "(?P=a)", "backreference", ""},
      {{.regexp = "a++b"}, "++", "possessive", "last `+`"},
      {{.regexp = "ab{2}+"}, "{2}+", "possessive", ""},
      {{.regexp = "(?>a|b)c"}, "(?>a|b)", "atomic", "`(?:`"},
      {{.regexp = "(?i)cure"}, "(?i)", "flags", "case"},
      {{.regexp = "cure**"}, "**", "a repeat is repeated", ""},
      {{.regexp = "+cure"}, "+", "nothing before it", "\\"},
      {{.regexp = "a|{2}"}, "{2}", "nothing before it", ""},
      {{.regexp = "^*cure"}, "^*", "repeats nothing", ""},
      {{.regexp = "cure(d"}, "(", "not closed", "\\("},
      {{.regexp = "cure)d"}, ")", "closes nothing", "\\)"},
      {{.regexp = "[ab"}, "[", "not closed", "\\["},
      {{.regexp = "cure[z-a]"}, "z-a", "upside down", ""},
      {{.regexp = "[[:foo:]]x"}, "[:", "no such class", ""},
      {{.regexp = "cure\\"}, "\\", "ends in", ""},
      {{.regexp = "cure\\y"}, "\\y", "not an escape", "leave out"},
      {{.regexp = "a\\nb"}, "\\n", "never matches", ""},
      {{.regexp = "a\\x00"}, "\\x00", "never matches", ""},
      {{.regexp = "a\nb"}, "\n", "never matches", "one line"},
      {{.regexp = "a\\x{110000}b"}, "\\x{110000}", "not a character", ""},
      {{.regexp = "a\\x4"}, "\\x4", "not a character", ""},
      {{.regexp = "a\\p{Elvish}"}, "\\p{Elvish}", "category or script", ""},
      {{.regexp = "x\\p{Lu}"}, "\\p{Lu}", "never matches", "exact"},
      {{.regexp = "[[:upper:]]x"}, "[[:upper:]]", "never matches", "exact"},
      {{.regexp = "a{1001}"}, "{1001}", "1000", ""},
      {{.regexp = "a{3,2}"}, "{3,2}", "ends before", ""},
      {{.regexp = "x(?:a{100}){11}"}, "a{100}", "nested", ""},
      {{.regexp = "(?P<a>x)(?P<a>y)"}, "a", "second group", ""},
      {{.regexp = "(?P<a"}, "(?P<a", "name", ""},
      {{.regexp = "x @vreb"}, "@vreb", "no lexicon", "did you mean"},
      {{.regexp = "x @none"}, "@none", "is empty", ""},
      {{.regexp = "a?b*"}, "a?b*", "empty string", "required"},
      {{.regexp = "^$"}, "^$", "empty string", ""},
      {{.regexp = ".+"}, ".+", "nothing that can be looked for", "exact"},
      {{.regexp = "[a-z]+ [a-z]+"}, "[a-z]+ [a-z]+", "looked for", "word"},
      {{.regexp = "cure|\\w+"}, "cure|\\w+", "looked for", ""},
      {{.regexp = "a \\bé"}, "\\b", "ASCII", "whole words"},
      {{.regexp = "a\xFFz"}, "\xFF", "UTF-8", ""},
      {{.regexp = "a", .not_before = "x(?!y)"},
       "",
       "`not-before`: lookahead",
       ""},
      {{.regexp = "a", .not_after = "x?"},
       "",
       "`not-after`: the pattern can",
       ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.spec.regexp);
    PatternPlan::Builder builder;
    builder.DefineLexicon("verb", {"cure"});
    builder.DefineLexicon("none", {});
    PatternId id = 0;
    const auto error = builder.AddPattern(c.spec, id);
    REQUIRE(error.has_value());
    CAPTURE(error->what);
    CAPTURE(error->hint);
    CHECK(error->what.find(c.what) != std::string::npos);
    CHECK(error->hint.find(c.hint) != std::string::npos);
    CHECK(error->begin < error->end);
    if (!c.fault.empty()) {
      REQUIRE(error->end <= c.spec.regexp.size());
      CHECK(c.spec.regexp.substr(error->begin, error->end - error->begin) ==
            c.fault);
    }
    CHECK(builder.Build().size() == 0);
  }
}

TEST_CASE("what RE2 would refuse for its size is refused at once") {
  PatternPlan::Builder builder;
  std::string huge = "cure";
  for (int i = 0; i < 100; ++i)
    huge += "(?:\\pL{9,99}\\p{Greek}{1,99})?";
  PatternId id = 0;
  const auto error = builder.AddPattern({.regexp = huge}, id);
  REQUIRE(error.has_value());
  CHECK(error->what.starts_with("RE2 refuses the pattern"));
}

TEST_CASE("syntax that is accepted") {
  for (const char* regexp : {"a{",
                             "a{,5}",
                             "a{x}",
                             "a]",
                             "a}",
                             "x[]a]",
                             "x[^]a]",
                             "x[a-]",
                             "x[-a]",
                             "x[\\]\\-]",
                             "cure(?:d|)",
                             "(?:|a)b",
                             "x\\pL",
                             "x\\p{^Greek}",
                             "x\\PN",
                             "x[\\d\\pL[:punct:]]",
                             "a\\.b\\/c",
                             "a\\x41",
                             "ab??",
                             "a.*?b",
                             "a{2,}?",
                             "\\d+",
                             "#1",
                             "\\x{1F48A}",
                             "x[\\x{4E00}-\\x{9FFF}]",
                             "[\\x{400}-\\x{4FF}]+",
                             "(?:a{10}){100}x",
                             "a[^\\n]b",
                             "a[^\\x00-\\x7F]",
                             "a\\Bb",
                             "don['’]t"}) {
    CAPTURE(regexp);
    PatternPlan::Builder builder;
    PatternId id = 0;
    const auto error = builder.AddPattern({.regexp = regexp}, id);
    CHECK_MESSAGE(!error, (error ? error->what : ""));
  }
}

}  // namespace
}  // namespace medlint
