// SPDX-License-Identifier: Apache-2.0

#include <string_view>

#include <doctest/doctest.h>

#include "linter/language/reading.h"
#include "tests/support/english.h"

namespace medlint::testing {
namespace {

struct QuestionCase {
  std::string_view html;
  std::string_view words;  // of the sentence that is asked about
  bool question;
};

constexpr QuestionCase kQuestionCases[] = {
    {"<p>Does massage cure gout?</p>", "cure", true},
    {"<p>Massage cures gout.</p>", "cures", false},
    {"<p>Massage cures gout?!</p>", "cures", true},
    {"<p>He asked “does it cure gout?”</p>", "cure", true},
    {"<p>“Does it cure?” he asked.</p>", "cure", false},
    {"<p>It is cheap. Does it cure?</p>", "cheap", false},
    {"<p>It cures (does it?) gout.</p>", "cures", false},
    // Headings and titles.
    {"<h2>Does massage cure gout</h2>", "cure", true},
    {"<h2>How massage cures gout</h2>", "cures", true},
    {"<h2>What’s a cure for gout</h2>", "cure", true},
    {"<h2>Can’t it cure gout</h2>", "cure", true},
    {"<h2>3. Will it cure gout</h2>", "cure", true},
    {"<h2>Turmeric: can it cure gout</h2>", "cure", true},
    {"<h2>Turmeric: a cure for gout</h2>", "cure", false},
    {"<h2>Massage cures gout</h2>", "cures", false},
    {"<h2>Is your gout cured? Yes!</h2>", "cured", false},
    {"<h2>Can you believe it cures gout!</h2>", "cures", false},
    {"<title>Does massage cure gout</title><p>x</p>", "cure", true},
    {"<h2>Doesty massage cures gout</h2>", "cures", false},
    {"<p>Does massage cure gout</p>", "cure", false},
    {"<ul><li>Does massage cure gout</li></ul>", "cure", false},
    // A plain yes.
    {"<p>Does massage cure gout? Yes.</p>", "cure", false},
    {"<p>Does massage cure gout? Yes!</p>", "cure", false},
    {"<p>Does massage cure gout? “Yes.”</p>", "cure", false},
    {"<p>Does massage cure gout? Yes, and fast.</p>", "cure", false},
    {"<p>Does massage cure gout? Yes – and fast.</p>", "cure", false},
    {"<p>Does massage cure gout? ABSOLUTELY!</p>", "cure", false},
    {"<p>Does massage cure gout? Of course it", "cure", true},
    {"<p>Does massage cure gout? Of course.</p>", "cure", false},
    {"<p>Does massage cure gout? Without a doubt.</p>", "cure", false},
    {"<p>Does massage cure gout? Definitely not.</p>", "cure", true},
    {"<p>Does massage cure gout? No.</p>", "cure", true},
    {"<p>Does massage cure gout? Yes and no.</p>", "cure", true},
    {"<p>Does massage cure gout? It eases pain. Yes.</p>", "cure", true},
    {"<p>Does massage cure gout?</p><p>Yes.</p>", "cure", true},
};

TEST_CASE("questions") {
  for (const QuestionCase& c : kQuestionCases) {
    CAPTURE(c.html);
    const ReadPage page(c.html, English());
    const TextSpan sentence = page.reading.SentenceAt(page.Find(c.words).begin);
    CHECK(page.reading.IsQuestion(sentence) == c.question);
  }
}

TEST_CASE("sentences of a page") {
  const ReadPage page("<h1>Gout</h1><p>It hurts. It swells.</p>", English());
  const TextSpan swells = page.Find("swells");
  CHECK(page.document.Slice(page.reading.SentenceAt(swells.begin)) ==
        "It swells.");
  // The space between two sentences goes with the first.
  CHECK(page.document.Slice(page.reading.SentenceAt(
            page.Find(" It swells").begin)) == "It hurts.");
  // The newline between two blocks is in none.
  const Offset newline = page.Find("\n").begin;
  CHECK(page.reading.SentenceAt(newline) == TextSpan{newline, newline});
  CHECK_FALSE(page.reading.IsQuestion({newline, newline}));
  CHECK_FALSE(page.reading.NegationOver({newline, newline}));
  CHECK_FALSE(page.reading.QuotationOver({newline, newline}));
}

}  // namespace
}  // namespace medlint::testing
