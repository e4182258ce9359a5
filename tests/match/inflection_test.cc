// SPDX-License-Identifier: Apache-2.0

#include "linter/match/inflection.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("Inflect") {
  struct Case {
    std::string_view term;
    std::string_view forms;
  };
  static constexpr Case kCases[] = {
      {"heal", "heal heals healed healing"},
      {"cure", "cure cures cured curing"},
      {"remedy", "remedy remedies remedied remedying"},
      {"spray", "spray sprays sprayed spraying"},
      {"banish", "banish banishes banished banishing"},
      {"fix", "fix fixes fixed fixing"},
      {"ban", "ban bans baned banned baning banning"},
      {"quit", "quit quits quited quitted quiting quitting"},
      {"target", "target targets targeted targetted targeting targetting"},
      {"treat", "treat treats treated treating"},
      {"grow", "grow grew grown grows growed growing"},
      {"die", "die dies died dying"},
      {"free", "free frees freed freeing"},
      {"veto", "veto vetos vetoes vetoed vetoing"},
      {"detox", "detox detoxes detoxed detoxing"},
      {"melt away", "melt away melt aways melt awayed melt awaying"},
      {"leave", "leave left leaves leaved leaving"},
      {"see off", "see off see offs see offed see offing"},
      {"go", "go went gone gos goes goed going"},
      {"md", "md"},
      {"covid-19", "covid-19"},
      {"café", "café"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.term);
    std::string joined;
    for (const std::string& form : Inflect(c.term)) {
      if (!joined.empty()) joined += ' ';
      joined += form;
    }
    CHECK(joined == c.forms);
  }
}

}  // namespace
}  // namespace medlint
