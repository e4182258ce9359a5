// SPDX-License-Identifier: Apache-2.0
//
// The words of a suppression: "claims/cure, claims/*: reason until=2027-01-31".

#ifndef LINTER_PAGE_SUPPRESSION_STATEMENT_H_
#define LINTER_PAGE_SUPPRESSION_STATEMENT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/page/date.h"
#include "linter/page/suppression.h"
#include "linter/text/span.h"

namespace medlint {

// What an editor puts into a suppression for a person to replace with the
// reason.  It is none: where a reason is required, the suppression does not
// hold.
inline constexpr std::string_view kReasonPlaceholder = "REASON";

struct SuppressionStatement {
  struct Selector {
    std::string text;
    CleanSpan where;
  };
  std::vector<Selector> selectors;  // in the order written; may be empty
  std::string reason;  // white space made single spaces; no placeholder
  std::optional<Date> until;
  CleanSpan until_where;
};

// Reads the words at "where" in "source".  Nothing, after a mistake, if they
// cannot be understood.
std::optional<SuppressionStatement> ReadStatement(
    std::string_view source, CleanSpan where,
    std::vector<SuppressionMistake>& mistakes);

// Reads a reason on its own, "reason until=2027-01-31", into the statement.
// False, after a mistake, if it cannot be understood.
bool ReadReason(std::string_view source, CleanSpan where,
                SuppressionStatement& statement,
                std::vector<SuppressionMistake>& mistakes);

}  // namespace medlint

#endif  // LINTER_PAGE_SUPPRESSION_STATEMENT_H_
