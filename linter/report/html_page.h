// SPDX-License-Identifier: Apache-2.0
//
// What the page of the html format looks like and what it does: html_page.css
// and html_page.js, which the build embeds.  Neither holds '<' or '&', so that
// parsers of HTML and of XML read the same in them.

#ifndef LINTER_REPORT_HTML_PAGE_H_
#define LINTER_REPORT_HTML_PAGE_H_

#include <string_view>

namespace medlint {

// Among the first bytes of a report, so that it is known again.
inline constexpr std::string_view kHtmlReportGenerator =
    R"(<meta name="generator" content="medlint")";

std::string_view HtmlStyle();
std::string_view HtmlScript();

}  // namespace medlint

#endif  // LINTER_REPORT_HTML_PAGE_H_
