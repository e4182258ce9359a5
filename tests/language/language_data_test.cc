// SPDX-License-Identifier: Apache-2.0

#include "linter/language/language_data.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/toml/toml_value.h"
#include "tests/support/english.h"

namespace medlint::testing {
namespace {

struct Loaded {
  LanguageData data;
  std::vector<Error> errors;
  PatternPlan plan;
};

// "toml" is the content of [language.xx].
Loaded Load(const std::string& toml, const std::string& name) {
  std::vector<Error> errors;
  const auto file = TomlFile::Parse("cues.toml", toml, errors);
  TableReader reader(file, file->root(), {}, name, errors);
  PatternPlan::Builder builder;
  LanguageData data = LanguageData::Read(reader, builder);
  return {std::move(data), std::move(errors), builder.Build()};
}

TEST_CASE("a language is read and its cues are found") {
  const Loaded loaded = Load(
      "abbreviations = [\"Dr.\", \"z.B.\"]\n"
      "sentence-openers = [\"The\"]\n"
      "[clause]\nsubjects = [\"it\u2019s\"]\n"
      "[negation]\nbefore = [\"not\", \"no evidence\"]\nafter = [\"is a "
      "myth\"]\npseudo = [\"not only\"]\n"
      "[question]\nopeners = [\"Does\"]\nanswers = [\"Yes\"]\n",
      "[language.de]");
  CHECK(loaded.errors.empty());
  CHECK(loaded.data.language == "de");
  CHECK(loaded.data.abbreviations == WordSet({"dr.", "z.b."}));
  CHECK(loaded.data.sentence_openers == WordSet({"the"}));
  CHECK(loaded.data.clause.subjects == WordSet({"it's"}));
  CHECK(loaded.data.question_openers == WordSet({"does"}));
  CHECK(loaded.data.affirmative_answers == WordSet({"yes"}));

  const std::string text = "NOT only\u00A0that: No  evidence, not a knot.";
  const FoldedText folded(text);
  const Hits hits = loaded.plan.Scan(text, folded);
  const CueSet& negation = loaded.data.CuesOf(CueFamily::kNegation);
  CHECK(hits.Of(negation.before).size() == 3);
  CHECK(hits.Of(negation.pseudo).size() == 1);
  CHECK(hits.Of(negation.after).empty());
  CHECK(hits.Of(negation.terminator).empty());
  // A family without terminators of its own has negation's.
  CHECK(loaded.data.CuesOf(CueFamily::kReport).terminator ==
        negation.terminator);
}

struct Mistake {
  std::string toml;
  std::string message;  // part of it
};

TEST_CASE("mistakes are reported where they stand") {
  const std::vector<Mistake> mistakes = {
      {"abbreviations = [\"dr\"]", "cues.toml:1:"},
      {"abbreviations = [\"dr\"]", "write `dr.`"},
      {"sentence-openers = [\"\"]", "1 to 31 bytes"},
      {"[negation]\nbefore = [\"not\", \" \"]", "cues.toml:2:"},
      {"[negation]\nbefor = [\"not\"]", "before"},
      {"abbreviation = [\"dr.\"]", "abbreviations"},
      {"[clause]\nsubject = [\"it\"]", "subjects"},
      {"[question]\nanswers = \"yes\"", "answers"},
      {"[negation]\nbefore = [1]", "cues.toml:2:"},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.toml);
    const Loaded loaded = Load(mistake.toml, "[language.en]");
    REQUIRE(loaded.errors.size() == 1);
    CHECK(loaded.errors[0].ToText().find(mistake.message) != std::string::npos);
  }
}

TEST_CASE("a language that is defined twice is a mistake") {
  std::vector<Error> errors;
  const auto file = TomlFile::Parse("cues.toml", "", errors);
  PatternPlan::Builder builder;
  for (int i = 0; i < 3; ++i) {
    TableReader reader(file, file->root(), {}, "[language.en]", errors);
    (void)LanguageData::Read(reader, builder);
  }
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].what() == "language `en` is defined twice");
}

TEST_CASE("an empty language is a language") {
  const Loaded loaded = Load("", "[language.xx]");
  CHECK(loaded.errors.empty());
  CHECK(loaded.data.language == "xx");
  CHECK(loaded.data.abbreviations.empty());
}

TEST_CASE("no language: nothing is denied") {
  PatternPlan::Builder builder;
  const LanguageData first = LanguageData::None(builder);
  const LanguageData second = LanguageData::None(builder);
  CHECK(first.CuesOf(CueFamily::kNegation).before ==
        second.CuesOf(CueFamily::kNegation).before);
  const Language none = {builder.Build(), first};
  const ReadPage page("<h2>Does it hurt</h2><p>It does not cure gout.</p>",
                      none);
  CHECK_FALSE(page.reading.NegationOver(page.Find("cure")));
  CHECK_FALSE(page.reading.IsQuestion(page.Find("Does it hurt")));
}

TEST_CASE("the shipped cues of English are complete") {
  const LanguageData& data = English().data;
  CHECK(data.language == "en");
  CHECK(data.abbreviations.size() > 100);
  CHECK(data.question_openers.contains("does"));
  CHECK(data.affirmative_answers.contains("absolutely"));
  CHECK(data.clause.auxiliaries.contains("isn't"));
  CHECK(data.clause.coordinators.contains("and"));
  CHECK_FALSE(data.abbreviations.contains("no."));
}

}  // namespace
}  // namespace medlint::testing
