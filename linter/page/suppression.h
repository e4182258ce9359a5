// SPDX-License-Identifier: Apache-2.0
//
// Suppressions: what a page says about the rules that are not to speak of parts
// of it, and why.
//
//   <!-- medlint-disable-next-block claims/cure, claims/*: we quote an advert
//        until=2027-01-31 -->
//   <p data-medlint-ignore="claims/cure" data-medlint-reason="we quote ...">
//
// After the name of the form come selectors of rules (selector.h), separated by
// commas, then, after a colon, the reason.  "until=YYYY-MM-DD", anywhere after
// the name, is the last day on which the suppression holds.  The attributes
// take the same two texts: selectors (a reason may follow here too) and the
// reason.  "*" stands for all rules; to name none is a mistake, but for
// medlint-enable.
//
// What each form covers, in bytes of the source:
//
//   disable-next-block  from the end of the comment to the end of the next
//                       block to begin (see Block; in the middle of a block,
//                       the one after it).  Where the comment stands before
//                       its element, that is covered whole; and so is the
//                       outermost list, table, quotation, figure or the like
//                       around it that begins after the comment.
//   disable-next-line   the line after the one on which the comment ends
//   disable-line        the lines on which the comment stands
//   disable ... enable  from the end of the one to the beginning of the other.
//                       "enable" ends all that is open, or the selectors it
//                       names, which must be written as they were disabled.
//                       What is never enabled goes to the end of the page.
//   disable-file        the page, wherever the comment stands
//   data-medlint-ignore its element, both tags included
//
// A finding is covered if its first byte is; that of a document finding is the
// first byte of what it is shown at (Document::DocumentAnchor).  So what covers
// the h1 covers "section missing" too.
//
// Plain text has no comments and so no suppressions.

#ifndef LINTER_PAGE_SUPPRESSION_H_
#define LINTER_PAGE_SUPPRESSION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/page/date.h"
#include "linter/text/span.h"

namespace medlint {

// What can be wrong with a suppression.  The first two are found by reading the
// page, the others by linting it (engine/suppressor.h).
enum class SuppressionProblem : std::uint8_t {
  kMalformed,    // it cannot be understood, and suppresses nothing
  kUnclosed,     // "disable" without "enable"
  kUnknownRule,  // a selector names no rule
  kUnexplained,  // a reason is required, and there is none
  kForbidden,    // the rule is not the page's to suppress
  kExpired,      // "until" is over
  kUnused,       // nothing is there to suppress
};
inline constexpr std::size_t kSuppressionProblemCount = 7;

// "unused"; for rules and messages.
std::string_view SuppressionProblemName(SuppressionProblem problem);
std::optional<SuppressionProblem> SuppressionProblemNamed(
    std::string_view name);

struct SuppressionMistake {
  SuppressionProblem problem = SuppressionProblem::kMalformed;
  CleanSpan where;   // the comment, the attribute, or the part at fault
  std::string what;  // "`2026-13-01` is no day"
  std::string hint;  // "did you mean `claims/cure`?"; may be empty
};

struct Suppression {
  struct Target {
    std::string selector;
    CleanSpan where;   // of the selector
    CleanSpan covers;  // see above
  };
  CleanSpan where;              // the comment, or the attribute with its value
  std::vector<Target> targets;  // in the order written; not empty
  std::string reason;           // white space made single spaces; may be empty
  std::optional<Date> until;
  CleanSpan until_where;  // "until=2027-01-31"; if there is one
};

struct Suppressions {
  std::vector<Suppression> list;             // in order of place
  std::vector<SuppressionMistake> mistakes;  // in any order
};

// Whether the selectors are those of rules is not looked at.  Linear in the
// page's elements, attributes and comments, but for sorting.
Suppressions ReadSuppressions(const Document& document);

}  // namespace medlint

#endif  // LINTER_PAGE_SUPPRESSION_H_
