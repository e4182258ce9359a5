// SPDX-License-Identifier: Apache-2.0
//
// The sources that a page points to, by tier: 1 primary literature, 2
// guidelines and public bodies, 3 other traceable sources, 4 secondary ones.

#ifndef LINTER_PAGE_EVIDENCE_H_
#define LINTER_PAGE_EVIDENCE_H_

#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page.h"
#include "linter/page/page_data.h"

namespace medlint {

// Returns links to known hosts, identifiers in the text and citation markers
// ("[1]", <sup>1</sup>, a link to #ref-1), in order of text.  The place of a
// link without text is its URL.
std::vector<Evidence> FindEvidence(const Document& document, const Hits& hits,
                                   const PageData& data);

// True if "host" is "domain" or one of its subdomains.
bool IsHostOf(std::string_view host, std::string_view domain);

}  // namespace medlint

#endif  // LINTER_PAGE_EVIDENCE_H_
