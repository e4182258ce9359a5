// SPDX-License-Identifier: Apache-2.0

#include "linter/page/disclaimers.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/engine/linter.h"
#include "tests/support/load_rules.h"

namespace medlint::testing {
namespace {

struct Found {
  int count = 0;
  bool consults = false;
};

Found Find(std::string_view body) {
  auto source = SourceFile::FromBytes(
      "page.html", "<h1>Massage</h1>" + std::string(body), {});
  REQUIRE(source);
  const auto page = Linter(ShippedRules(), {}).Read(*source);
  REQUIRE(page);
  Found found;
  for (const Disclaimer& disclaimer : (*page)->facts.disclaimers) {
    ++found.count;
    CHECK_FALSE(disclaimer.not_advice.empty());
    found.consults = found.consults || !disclaimer.consult.empty();
  }
  return found;
}

struct Case {
  std::string_view html;
  bool is_disclaimer;
  bool consults;
};

constexpr Case kCases[] = {
    // The content, denied to stand in for those who give advice.
    {"<p>This page is general information and is no stand-in for a doctor.</p>",
     true, false},
    // Who has a doctor knows whom to ask.
    {"<p>This page is general information and is no stand-in for your own "
     "doctor.</p>",
     true, true},
    {"<p>What you read here cannot take the place of a consultation, so please "
     "speak to your GP.</p>",
     true, true},
    {"<p>Our leaflets don't replace what your team tells you.</p><p>If in "
     "doubt, ask a pharmacist.</p>",
     true, true},
    {"<p>Not medical advice.</p>", true, false},
    {"<p>Nothing on this site should be read as medical advice.</p>", true,
     false},
    {"<p>We write for everybody and cannot know you. It is never a substitute "
     "for professional care; talk to a nurse.</p>",
     true, true},
    // A page that cannot see who reads it.
    {"<p>A page can't know your skin; what your own doctor advises comes "
     "first.</p>",
     true, true},
    {"<p>This leaflet hasn't met you. Bring your questions to a nurse.</p>",
     true, true},
    {"<p>For orientation only; ask a pharmacist before you start.</p>", true,
     true},
    {"<p>For information only.</p>", false, false},
    {"<p>We are not doctors, and neither were our grandmothers.</p>", false,
     false},
    // The treatment is the subject.
    {"<p>Massage is not a substitute for medical treatment.</p>", false, false},
    {"<p>Herbs do not replace your tablets.</p>", false, false},
    // Advice to seek advice.
    {"<p>Do not ignore medical advice. If the pain does not improve, seek "
     "medical advice.</p>",
     false, false},
    // Another trade.
    {"<p>Nothing on this site constitutes legal advice.</p>", false, false},
    {"<p>This article is not financial advice.</p>", false, false},
    // Nothing is denied.
    {"<p>This article offers medical advice.</p>", false, false},
};

TEST_CASE("disclaimers by their slots") {
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const Found found = Find(c.html);
    CHECK((found.count > 0) == c.is_disclaimer);
    CHECK(found.consults == c.consults);
  }
}

}  // namespace
}  // namespace medlint::testing
