// SPDX-License-Identifier: Apache-2.0
//
// What a page is taken for: type, topics, roles, evidence, credits.

#include "linter/page/page.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/page/read_page.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

using testing::Join;
using testing::ReadPage;

// The texts of the blocks that play "role".
std::string BlocksWithRole(const Page& page, std::string_view role) {
  const auto index = page.data.FindRole(role);
  REQUIRE(index.has_value());
  std::string text;
  for (std::size_t i = 0; i < page.facts.roles.size(); ++i) {
    if ((page.facts.roles[i] >> *index & 1U) == 0) continue;
    text += (text.empty() ? "" : " | ") +
            std::string(page.document.Slice(page.document.blocks()[i].text));
  }
  return text;
}

TEST_CASE("an institution is known by its own name, not by being named") {
  struct Case {
    std::string_view html;
    std::string_view institution;
  };
  static constexpr Case kCases[] = {
      {"<title>Heat rash - NHS</title><h1>Heat rash</h1>", "NHS"},
      {"<title>Gout | Elm Vale University Hospitals</title>",
       "Elm Vale University Hospitals"},
      {"<link rel=canonical href='https://www.cdc.gov/flu'><h1>Flu</h1>",
       "gov"},
      {"<meta property=og:site_name content='Mayo Clinic'><h1>Flu</h1>",
       "Mayo Clinic"},
      {"<h1>Flu</h1><p>It passes.</p><footer><p>© 2025 Elm General "
       "Hospital</p></footer>",
       "Elm General Hospital"},
      {"<title>Gout | Joint Relief Clinic</title><h1>Gout</h1>", ""},
      {"<h1>Flu</h1><p>Ask the NHS, or go to Elm General Hospital.</p>", ""},
      {"<title>NHS waiting times | The Daily Post</title>", ""},
      {"<link rel=canonical href='https://cdc.gov.example/flu'>", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(ReadPage(std::string(c.html))->facts.institution == c.institution);
  }
}

TEST_CASE("the type follows title, headings and words") {
  struct Case {
    std::string_view html;
    std::string_view type;
  };
  static constexpr Case kCases[] = {
      {"<h1>Does acupuncture help migraine?</h1><h2>How acupuncture works</h2>"
       "<p>Acupuncture is a therapy in which needles are used.</p>"
       "<h2>Acupuncture treatment at home</h2><p>Therapy takes weeks.</p>",
       "treatment"},
      {"<h1>Ashwagandha supplement: benefits of this herb</h1>"
       "<h2>Which capsule or extract</h2><p>The supplement is an herb, sold as "
       "capsules, a tincture or gummies.</p>",
       "supplement"},
      {"<h1>Our town's new bridge</h1><p>It is long and made of steel.</p>",
       ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(ReadPage(std::string(c.html))->facts.type == c.type);
  }
}

TEST_CASE("the caller can decide on type and topics") {
  static const RuleSet::Loaded loaded = testing::LoadText("");
  auto source = SourceFile::FromBytes("t", "<h1>Tea</h1><p>Warm.</p>", {});
  const Page page(
      *ReadDocument(*source), loaded.rules.plan(), loaded.rules.page_data(),
      loaded.rules.language_data(),
      {.type = "drug", .topics = {"cancer"}, .language = "cy", .as_of = {}});
  CHECK(page.facts.type == "drug");
  CHECK(page.facts.type_is_clear);
  CHECK(page.facts.HasTopic("cancer"));
  CHECK(page.facts.language == "cy");
}

TEST_CASE("blocks play roles") {
  const auto page = ReadPage(
      "<h1>Yoga for backs</h1><p>Written by Ana Petrova, PT</p>"
      "<p>Stretch gently.</p>"
      "<p>Disclaimer: We are not your doctor.</p>"
      "<h2>References</h2><ol><li>Petrova A. Backs. 2020.</li></ol>");
  CHECK(BlocksWithRole(*page, "byline") == "Written by Ana Petrova, PT");
  CHECK(BlocksWithRole(*page, "disclaimer") ==
        "Disclaimer: We are not your doctor.");
  CHECK(BlocksWithRole(*page, "references").find("Petrova A. Backs. 2020.") !=
        std::string::npos);
}

TEST_CASE("evidence is graded by where it comes from") {
  struct Case {
    std::string_view html;
    int tier;  // -1: no evidence; 0: a marker
  };
  static constexpr Case kCases[] = {
      {"<p>See <a href='https://doi.org/10.1000/x'>this</a>.</p>", 1},
      {"<p>See <a href='https://www.nhs.uk/x'>this</a>.</p>", 2},
      {"<p>See <a href='https://nhs.uk.example.com/x'>this</a>.</p>", -1},
      {"<p>See <a href='/x'>this</a>.</p>", -1},
      {"<p>It fell.<sup>12</sup></p>", 0},
      {"<p>It fell.<a href='#ref-1'>1</a></p>", 0},
      {"<p>It covers 3 m<sup>2</sup> and 10<sup>9</sup>.</p>", -1},
      {"<p>The 1<sup>st</sup> of May.</p>", -1},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const auto page = ReadPage(std::string(c.html));
    const auto& evidence = page->facts.evidence;
    if (c.tier < 0) {
      CHECK(evidence.empty());
    } else {
      REQUIRE(evidence.size() == 1);
      CHECK(evidence[0].tier == c.tier);
      CHECK(evidence[0].marker == (c.tier == 0));
    }
  }
}

TEST_CASE("credits are read wherever pages put them") {
  struct Case {
    std::string_view html;
    std::string_view authors;
    std::string_view reviewers;
    std::string_view published;
    std::string_view modified;
  };
  static constexpr Case kCases[] = {
      {"<h1>Tea</h1><p>Written by Ana Petrova</p><p>Warm.</p>", "Ana Petrova",
       "", "", ""},
      {"<h1>Tea</h1><p>By Ana Petrova &nbsp;&raquo;&nbsp; Updated on: May 3, "
       "2025</p><p>Warm.</p>",
       "Ana Petrova", "", "", "May 3, 2025"},
      {"<h1>Tea</h1><p>Medically reviewed by Dr Li Wei</p><p>Warm.</p>", "",
       "Dr Li Wei", "", ""},
      {"<meta name='author' content='Ana Petrova'><meta "
       "property='article:published_time' content='2025-05-03'><h1>Tea</h1>",
       "Ana Petrova", "", "2025-05-03", ""},
      {"<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":"
       "[{\"name\":\"Ana Petrova\"}],\"reviewedBy\":{\"name\":\"Li Wei\"},"
       "\"dateModified\":\"2025-06-01\"}</script><h1>Tea</h1>",
       "Ana Petrova", "Li Wei", "", "2025-06-01"},
      {"<h1>Tea</h1><p>By <span itemprop='author'>Ana Petrova</span></p>",
       "Ana Petrova", "", "", ""},
      {"<h1>Tea</h1><p><a rel=author href=/a>By Ana Petrova</a></p>",
       "Ana Petrova", "", "", ""},
      {"<h1>Tea</h1><p>Stand by me.</p>", "", "", "", ""},
      // A name by its class, a date that nothing introduces.
      {"<h1>Tea</h1><div class=meta-line><span class=post-author>Ana</span> "
       "<span>Jun 5, 2025</span></div><p>Warm.</p>",
       "Ana", "", "Jun 5, 2025", ""},
      {"<h1>Tea</h1><p class=author-box>About the author</p><p>Warm.</p>", "",
       "", "", ""},
      {"<h1>Tea</h1><div>by <a href=/a>Ana</a> on <time "
       "datetime=2025-06-05>June 5, 2025</time></div><p>Warm.</p>",
       "Ana", "", "June 5, 2025", ""},
      {"<h1>Tea</h1><p class=byline>Ana, <time datetime=2025-06-05>two days "
       "ago</time></p>",
       "", "", "2025-06-05", ""},
      // At the end; a date in the text is none of the page.
      {"<h1>Tea</h1><p>In May 2020 tea was dear, and on 4 June 2020 it was "
       "dearer still, as all who drank it will remember well, even those who "
       "take no milk and no sugar with it, nor anything else that costs money "
       "in a bad year.</p>",
       "", "", "", ""},
      {"<h1>Tea</h1><p>Drink it warm.</p><p>Printed: June 2025. Next check "
       "due: June 2028.</p>",
       "", "", "June 2025", ""},
      {"<h1>Tea</h1><p>Drink it warm.</p><h3>About the author</h3><p>Ana "
       "Petrova is a nurse.</p>",
       "Ana Petrova is a nurse.", "", "", ""},
      {"<h1>Tea</h1><p>Drink it warm.</p><p>- Ana Petrova, Leeds</p>",
       "Ana Petrova", "", "", ""},
      {"<h1>Tea</h1><p>I'm Ana Petrova, a nurse in Leeds.</p><p>Warm.</p>",
       "Ana Petrova", "", "", ""},
      {"<h1>Tea</h1><p>I am tired and cold, and tea helps.</p>", "", "", "",
       ""},
      {"<h1>Tea</h1><p>First published June 2023; this version 9 July "
       "2025.</p>",
       "", "", "June 2023", "9 July 2025"},
      {"<h1>Tea</h1><p>Last reviewed 4 April 2025 by Dr Li Wei, MRCP.</p>", "",
       "Dr Li Wei, MRCP.", "", ""},
      {"<meta name='author' content='https://x.example/ana'><h1>Tea</h1>", "",
       "", "", ""},
      // By the look of the name, where bylines stand.
      {"<h1>Tea</h1><div>Our health writer <b>Ana Petrova</b></div>",
       "Ana Petrova", "", "", ""},
      {"<h1>Tea</h1><p>Text: Dr. Ana Petrova, MBBS. Clinical check: Dr. Li "
       "Wei, "
       "MS.</p>",
       "Dr. Ana Petrova, MBBS", "Dr. Li Wei, MS.", "", ""},
      {"<h1>Tea</h1><p>Warm.</p><p>Ana Petrova RM is a midwife in Leeds.</p>",
       "Ana Petrova RM", "", "", ""},
      {"<h1>Tea</h1><p>Warm.</p><p>Ana Petrova, our pharmacist, wrote this. Dr "
       "Li Wei, a GP, checked it.</p>",
       "Ana Petrova", "Dr Li Wei", "", ""},
      {"<h1>Tea</h1><p>Green tea is a drink.</p><p>Green tea is what every "
       "writer drinks.</p>",
       "", "", "", ""},
      {"<h1>Tea</h1><p>A guide from your Warm Cup team. Last checked: "
       "06/2019</p>",
       "Warm Cup team", "", "", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const auto page = ReadPage(std::string(c.html));
    CHECK(Join(page->facts.authors) == c.authors);
    CHECK(Join(page->facts.reviewers) == c.reviewers);
    CHECK(Join(page->facts.published) == c.published);
    CHECK(Join(page->facts.modified) == c.modified);
    // Where a credit stands is what it says.
    for (const Credit& credit : page->facts.authors) {
      CHECK(page->document.Slice(credit.where) == credit.value);
    }
  }
}

TEST_CASE("zones and roles filter places") {
  const auto page = ReadPage(
      "<article><h1>Yoga</h1><p>Some words first.</p><p>Stretch <a "
      "href='/x'>gently</a>.</p><ul><li><b>Backs</b> – Stretch.</li></ul>"
      "</article>");
  const auto span_of = [&](std::string_view words) {
    const auto at = static_cast<Offset>(page->document.text().find(words));
    return TextSpan{at, at + static_cast<Offset>(words.size())};
  };
  ZoneFilter main = {.zones = ZoneFilter::Bit(Zone::kMain)};
  CHECK(page->IsIn(span_of("gently"), main));
  CHECK_FALSE(page->IsIn(span_of("Yoga"), main));
  CHECK(page->IsIn(span_of("gently"), {.links = true}));
  CHECK_FALSE(page->IsIn(span_of("Stretch"), {.links = true}));
  CHECK(page->IsIn(span_of("Backs"), {.labels = true}));
  main.not_zones = main.zones;
  CHECK_FALSE(page->IsIn(span_of("gently"), main));
}

}  // namespace
}  // namespace medlint
