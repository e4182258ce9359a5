// SPDX-License-Identifier: Apache-2.0
//
// What a rule of the kind frame says.

#ifndef LINTER_KINDS_FRAME_SETTINGS_H_
#define LINTER_KINDS_FRAME_SETTINGS_H_

#include <optional>
#include <vector>

#include "linter/kinds/frame/rate.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::frame {

enum class AgentNeed { kNone, kSentence, kContext };
enum class Reach { kClause, kSentence, kParagraph };

struct Settings {
  std::vector<PatternId> any;     // whole claims
  std::vector<PatternId> lead;    // predicates that stand before their object
  std::vector<PatternId> follow;  // predicates that stand after it
  std::vector<PatternId> above;   // what leads into a list of objects
  std::vector<PatternId> object;
  std::vector<PatternId> not_object;  // longer terms that are none
  std::vector<PatternId> answer;      // a sentence that opens so, after ...
  std::vector<PatternId> asked;       // ... one of these
  std::vector<PatternId> agent;
  std::vector<PatternId> not_agent;
  std::vector<PatternId> without;
  std::vector<PatternId> with;
  AgentNeed need = AgentNeed::kNone;
  bool open = false;      // any verb between an agent and an object will do
  int objects = 1;        // different ones in the sentence, at least
  bool pronouns = false;  // "it" may stand for an object named before
  Reach reach = Reach::kClause;  // what holds a predicate and its object
  std::optional<RateLimit> rate;
  int gap = 4;         // words between a predicate and its object, at most
  int follow_gap = 2;  // the same where the object comes first
  ZoneFilter zones;
};

// The frames of a rule: that of its own keys, if they name any predicate, and
// those of [[rule.frame]].  Mistakes go to the keys.
std::vector<Settings> ReadFrames(CompileContext context);

}  // namespace medlint::frame

#endif  // LINTER_KINDS_FRAME_SETTINGS_H_
