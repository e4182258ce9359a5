// SPDX-License-Identifier: Apache-2.0
//
// Which roles the blocks of a page play besides their zone: byline,
// references, disclaimer, as [[page.role]] defines them.

#ifndef LINTER_PAGE_ROLES_H_
#define LINTER_PAGE_ROLES_H_

#include <vector>

#include "linter/document/document.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page_data.h"

namespace medlint {

// Returns the roles of every block, by BlockIndex.  Linear in blocks, elements
// and hits.
std::vector<RoleSet> FindRoles(const Document& document, const Hits& hits,
                               const PageData& data);

// True if "block" is at most "within" blocks from the headline; on a page
// without one, from its beginning.
bool IsNearHeadline(const Document& document, BlockIndex block, int within);

// The last block of the running text, or 0 if there is none.  Linear.
BlockIndex LastOfRunningText(const Document& document);

// True if "block" comes less than "within" blocks before "last" of the running
// text, or after it.
bool IsNearEnd(const Document& document, BlockIndex block, BlockIndex last,
               int within);

}  // namespace medlint

#endif  // LINTER_PAGE_ROLES_H_
