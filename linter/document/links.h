// SPDX-License-Identifier: Apache-2.0
//
// Links and the addresses of what a page loads.

#ifndef LINTER_DOCUMENT_LINKS_H_
#define LINTER_DOCUMENT_LINKS_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/document/unseen_text.h"

namespace medlint {

// Returns <a href>, <area href> and <link> with rel canonical, alternate,
// amphtml, author, next, prev or shortlink, in order of source, and appends
// their addresses and the src of img, iframe, script, source, video, audio,
// embed and data of object as blocks of kind kUrl with properties "attribute:
// href" and "attribute:src"; that of canonical is "link:canonical" and kMeta.
// REQUIRES: "unseen" has the blocks of the reading text, with zones
std::vector<Link> ReadLinks(UnseenText& unseen);

// Returns the host of an absolute or protocol-relative URL in lower case,
// without user, port, "www." and a dot at the end; "" if there is none.
// Punycode is left as it is.  A backslash counts as a slash, as in browsers.
std::string HostOf(std::string_view url);

// True if "word", lower case, is one of the words of the link's rel.
bool HasRel(const Link& link, std::string_view word);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_LINKS_H_
