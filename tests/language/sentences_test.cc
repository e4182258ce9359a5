// SPDX-License-Identifier: Apache-2.0

#include "linter/language/sentences.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/language/cpu_time.h"
#include "tests/support/english.h"

namespace medlint::testing {
namespace {

std::vector<TextSpan> Split(std::string_view text) {
  return SplitSentences(text, {0, static_cast<Offset>(text.size())},
                        English().data);
}

// Puts "|" before every sentence but the first.
std::string Bars(std::string_view text) {
  std::string bars;
  for (const TextSpan sentence : Split(text)) {
    if (!bars.empty()) bars += '|';
    bars += sentence.In(text);
  }
  return bars;
}

// Sentences parted by "|", which stands for the space between them.
constexpr std::string_view kSplitCases[] = {
    // Plain.
    "Massage is pleasant.",
    "Massage is pleasant.|It eases tension.",
    "Does it hurt?|Rarely.|Ask first!",
    "It helps!!|Try it.",
    "Really?!|Yes.",
    "no stop at all",
    "Benefits of massage",
    "the page knows no capitals.|it goes on like this.",
    "does it work?|yes it does",
    // People and titles.
    "Dr. Smith wrote this.|She is a physician.",
    "Ask Prof. Jones or Mrs. Lee.|They know.",
    "St. John's wort is a herb.|It interacts with the pill.",
    "Take St. John's wort with care.",
    "J. Smith and M. L. Jones agree.|Others do not.",
    "The author is George W. Bell.|He lives in Leeds.",
    "Written by Anna Lee, M.D.|She practises in Ohio.",
    "Dr. A. B. Carter, Ph.D., leads the unit.",
    "She works for Acme Inc. in Ohio.",
    "Written by Ann Lee, Ph.D.|The text was reviewed.",
    // Species and letters.
    "E. coli is common.|H. pylori is too.",
    "The stomach may harbour H. pylori.|It can be treated.",
    "C. difficile and S. aureus spread in wards.",
    "Oranges hold vitamin C.|Lemons do as well.",
    "He was tested for hepatitis B.|Results came later.",
    "This was plan B.|It failed.",
    // Numbers and doses.
    "Take 0.5 mg.|Repeat after four hours.",
    "Take 0.5 mg. daily.",
    "The dose is 2.5 ml.|The maximum is 10 ml.",
    "It costs $3.50.|Shipping is free.",
    "It happened in 2019.|30 people fell ill.",
    "Use approx. 30 g of oats.",
    "Add 2 tbsp. of honey and 1 tsp. of salt.",
    "Rest for 10 min. before you stand.",
    "Values of .5 and 1.2.3 are odd.",
    "See No. 5 on the list.",
    "Does it work?|No.|Massage only relaxes.",
    "See fig. 3 and vol. 2 of the atlas.",
    "1. Drink water.",
    "2. Rest well.|Sleep helps.",
    "There are 3.|Choose one.",
    // Time and place.
    "Take it at 8 a.m. and at 8 p.m. daily.",
    "The clinic opens at 8 a.m.|Patients queue early.",
    "In the U.S. it is sold freely.",
    "The U.S. Food and Drug Administration warned sellers.",
    "It is banned in the U.K.|The seller moved abroad.",
    "It opened on Jan. 5 and closed on Sept. 9.",
    // Latin.
    "Some herbs, e.g. ginger, are mild.",
    "Some herbs (e.g. Ginger, i.e. the root) are mild.",
    "Massage vs. Acupuncture is a common question.",
    "Furlan et al. found little.|Others found more.",
    "Eat nuts, seeds, etc.|Drink water.",
    "Eat nuts, seeds, etc. every day.",
    "Take one tablet b.i.d. with food.",
    // Ellipses.
    "Wait... then breathe.",
    "And then… the pain was gone.",
    "It hurt…|Then it stopped.",
    "I waited...|Nothing came.",
    // Brackets and quotation marks.
    "It helps (see below. It is short.) many people.",
    "It helps (a little).|Not more.",
    "(It is short.)|Then it ends.",
    "She said “It works. I love it.” and left.",
    "“It works.”|She left.",
    "“Does it work?” she asked.",
    "\"It works.\"|She left.",
    "\"It works. Truly,\" she said.|He nodded.",
    "‘It works. It’s easy,’ he said.|I doubt it.",
    "Don’t stop.|It’s fine.",
    "The patients’ pain eased.|They slept.",
    "A 5'10\" man fell.|He rose.",
    "An open “mark never closes.|It splits.",
    "An open (bracket never closes.|It splits.",
    // Addresses.
    "Visit www.example.org for more.|It is free.",
    "See https://example.org/a.b?c=d.|It is free.",
    "Mail info@example.org.|We answer.",
    "Node.js and Booking.com are names.",
    // Citations and missing spaces.
    "Massage helps.[1]|It is cheap.",
    "Massage helps. [1]|It is cheap. [2]",
    "Massage helps.[1][2]|It is cheap.",
    "Massage helps.3,4|It is cheap.",
    "Massage helps [5].|It is cheap.",
    // Words that begin small.
    "The skin is acidic.|pH matters.",
    "Doses vary.|mRNA vaccines differ.",
    // Lists in a line.
    "Good for:|• sleep|• mood",
    // Other scripts.
    "Ça marche.|Étirez-vous.",
};

TEST_CASE("sentences end where a reader thinks they do") {
  for (const std::string_view expected : kSplitCases) {
    std::string text(expected);
    for (char& c : text) {
      if (c == '|') c = ' ';
    }
    CAPTURE(text);
    CHECK(Bars(text) == expected);
  }
}

TEST_CASE("sentences without a space between them") {
  CHECK(Bars("It brings relief.The pain goes.") ==
        "It brings relief.|The pain goes.");
  CHECK(Bars("Does it work?Yes it does.") == "Does it work?|Yes it does.");
  CHECK(Bars("first line\nsecond line") == "first line|second line");
  CHECK(Bars("不要停药。请咨询医生。") == "不要停药。|请咨询医生。");
}

TEST_CASE("sentences are trimmed, in order and leave out only space") {
  constexpr std::string_view kText =
      "  One (two. Three) four.  “Five.” Six… seven! \xC2\xA0 8. Nine  ";
  Offset end = 0;
  for (const TextSpan sentence : Split(kText)) {
    CHECK(sentence.begin >= end);
    CHECK_FALSE(sentence.empty());
    CHECK(kText[sentence.begin] != ' ');
    CHECK(kText[sentence.end - 1] != ' ');
    const std::string_view between = kText.substr(end, sentence.begin - end);
    CHECK(between.find_first_not_of(" \xC2\xA0") == std::string_view::npos);
    end = sentence.end;
  }
  CHECK(kText.substr(end) == "  ");
}

TEST_CASE("a block within a text keeps its offsets") {
  constexpr std::string_view kText = "Before. One. Two. After.";
  const std::vector<TextSpan> sentences =
      SplitSentences(kText, {8, 17}, English().data);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0] == TextSpan{8, 12});
  CHECK(sentences[1] == TextSpan{13, 17});
  CHECK(SplitSentences(kText, {8, 8}, English().data).empty());
  CHECK(SplitSentences(kText, {7, 8}, English().data).empty());
}

TEST_CASE("a language without data: full stops end sentences") {
  PatternPlan::Builder builder;
  const LanguageData none = LanguageData::None(builder);
  constexpr std::string_view kText = "Dr. Smith left. He went home.";
  CHECK(SplitSentences(kText, {0, 29}, none).size() == 3);
}

TEST_CASE("splitting is linear on hostile text") {
  constexpr std::string_view kUnits[] = {
      "a",   " a",  ".",      ". ",        ".) ",
      "(",   "(a.", "\u201C", "\u201Ca. ", "\u2018a s\u2019 b. ",
      "\" ", "'a ", "[1].",   "\u2026",    "a.A",
  };
  for (const std::string_view unit : kUnits) {
    CAPTURE(unit);
    const auto seconds = [unit](std::size_t bytes) {
      std::string text;
      while (text.size() < bytes) {
        text += unit;
      }
      const double start = ThreadSeconds();
      (void)Split(text);
      return ThreadSeconds() - start;
    };
    CHECK(GrowsLinearly(seconds));
  }
}

}  // namespace
}  // namespace medlint::testing
