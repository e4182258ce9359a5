// SPDX-License-Identifier: Apache-2.0
//
// Domains that a site has allowed its pages to link to.

#ifndef LINTER_ENGINE_ALLOWED_DOMAIN_H_
#define LINTER_ENGINE_ALLOWED_DOMAIN_H_

#include <span>
#include <string>
#include <string_view>

#include "linter/page/page.h"
#include "linter/rule/rule.h"

namespace medlint {

// What excuses a candidate then, as guards are named.
inline constexpr std::string_view kAllowedDomain = "allow-domains";

// True if the candidate is about a link to one of "domains" (lower case) or
// their subdomains: the words at fault are its address, or the place is in its
// start tag.  A part of an address, such as a parameter, is not about where the
// link leads.
// O(log links), for one without "domains" O(1).
bool LeadsTo(const Page& page, const Candidate& candidate,
             std::span<const std::string> domains);

}  // namespace medlint

#endif  // LINTER_ENGINE_ALLOWED_DOMAIN_H_
