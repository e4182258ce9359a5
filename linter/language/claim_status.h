// SPDX-License-Identifier: Apache-2.0
//
// How a page means what it says at one place: as its own assertion, or in one
// of the ways in which an article can name a claim without making it.

#ifndef LINTER_LANGUAGE_CLAIM_STATUS_H_
#define LINTER_LANGUAGE_CLAIM_STATUS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/language/reading.h"
#include "linter/text/span.h"

namespace medlint {

enum class ClaimStatus : std::uint8_t {
  kAsserted,
  kHedged,       // "may cure"; not "can cure", which reads as a promise
  kNegated,      // "does not cure"
  kAsked,        // "Does it cure?"
  kReported,     // "Sellers say that it cures"
  kMyth,         // "Myth: it cures"
  kDebunked,     // "Sellers say that it cures, but no evidence supports this"
  kConditional,  // "if it cures"
  kHistorical,   // "was once thought to cure"
  kSought,       // "the search for a cure"
  kMentioned,    // "avoid the word cure"
};

inline constexpr std::size_t kClaimStatuses = 11;

std::string_view ClaimStatusName(ClaimStatus status);  // "asserted"

struct ClaimReading {
  ClaimStatus status = ClaimStatus::kAsserted;

  // How much is taken back, after Adams, Sumner et al. (2017), who found that
  // readers tell three strengths apart: 1 "can", 2 "may", 3 "the evidence is
  // limited".  0 where nothing is; also set under other statuses.  A booster
  // ("proven to", "definitely") takes back 1 and 2.
  int hedge = 0;

  TextSpan cue;  // what gives the status away; empty if asserted
};

// Reads the words at "head": of the statuses that apply, the one that takes the
// most back.  Cost: a few binary searches; a sentence with cues is read once.
ClaimReading ReadClaim(const Reading& reading, TextSpan head);

// The words that hold the claim at "head" up as wrong, if any: a warning that
// reaches it, a report with a disapproval in its sentence or the next, or a
// sentence that takes it back.
std::optional<TextSpan> DebunkingOf(const Reading& reading, TextSpan head);

// How strongly the words at "head" are hedged (0 to 3), and by what.
struct Hedge {
  int grade = 0;
  TextSpan cue;
};
Hedge HedgeOf(const Reading& reading, TextSpan head);

}  // namespace medlint

#endif  // LINTER_LANGUAGE_CLAIM_STATUS_H_
