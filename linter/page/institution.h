// SPDX-License-Identifier: Apache-2.0
//
// Whether a public body or a hospital answers for a page: the NHS, a national
// institute, a university hospital.  Such a page needs no byline to say who
// stands behind it.
//
// Told by what a site says of itself, not by what a page talks about: its
// address; the name of the site, publisher or author in the metadata; the end
// of the title ("Heat rash - NHS"); the copyright line.

#ifndef LINTER_PAGE_INSTITUTION_H_
#define LINTER_PAGE_INSTITUTION_H_

#include <string>

#include "linter/document/document.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page.h"
#include "linter/page/page_data.h"

namespace medlint {

// Returns the name or host that says so; "" if none does.  "facts" has the
// authors.  Linear in properties, blocks and hits.
std::string FindInstitution(const Document& document, const Hits& hits,
                            const PageData& data, const PageFacts& facts);

}  // namespace medlint

#endif  // LINTER_PAGE_INSTITUTION_H_
