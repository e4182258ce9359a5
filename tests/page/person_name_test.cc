// SPDX-License-Identifier: Apache-2.0

#include "linter/page/person_name.h"

#include <string_view>

#include <doctest/doctest.h>

#include "tests/support/load_rules.h"

namespace medlint {
namespace {

TEST_CASE("names of people by their look") {
  struct Case {
    std::string_view text;
    std::string_view name;
  };
  constexpr Case kCases[] = {
      {"Ann Lee", "Ann Lee"},
      {"Ann Lee, Leeds", "Ann Lee"},
      {"Ann Lee is a nurse", "Ann Lee"},
      {"Ann Lee in Leeds", "Ann Lee"},
      {"Dr. W. Lee", "Dr. W. Lee"},
      {"Dr. med. W. Lee", "Dr. med. W. Lee"},
      {"Sister Ruth", "Sister Ruth"},
      {"J.R. Moss", "J.R. Moss"},
      {"Aoife Ní Bhriain", "Aoife Ní Bhriain"},
      {"Órla O’Neill", "Órla O’Neill"},
      {"Ana de la Cruz", "Ana de la Cruz"},
      {"Šárka Nováková", "Šárka Nováková"},
      {"Ann McCall RN, BMid, says", "Ann McCall RN, BMid"},
      {"Anne-Marie Roe, MRCP, London", "Anne-Marie Roe, MRCP"},
      {"Ann Lee. She is", "Ann Lee"},
      {"Dr. Ann Lee, MBBS. Checked", "Dr. Ann Lee, MBBS"},
      {"Ann Lee, Leeds Lane", "Ann Lee"},
      // None.
      {"", ""},
      {"Ann", ""},
      {"ann lee", ""},
      {"By Ann Lee", ""},
      {"Tackles Diversity Issues In Art", ""},
      {"Why We're Picking Tea", ""},
      {"Will Price", "Will Price"},
      {"The author", ""},
      {"RN MD", ""},
      {"de la Cruz", ""},
      {"Dr", ""},
      {"3 May", ""},
  };
  static const RuleSet::Loaded loaded = testing::LoadText("");
  const NameWords& words = loaded.rules.page_data().names;
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(c.text.substr(0, PersonNamePrefix(c.text, words)) == c.name);
  }
}

}  // namespace
}  // namespace medlint
