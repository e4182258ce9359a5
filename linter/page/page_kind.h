// SPDX-License-Identifier: Apache-2.0
//
// Whether a page is an article at all: what an article must have is not asked
// of a list of links, a privacy policy or a shop's page, and claims are not
// looked for where nothing is about health.

#ifndef LINTER_PAGE_PAGE_KIND_H_
#define LINTER_PAGE_PAGE_KIND_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/document/document.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page_data.h"

namespace medlint {

enum class PageKind : std::uint8_t {
  kArticle,
  kHub,      // a front page, a category, search results
  kPolicy,   // privacy, terms, cookies
  kProduct,  // something to put into a basket
  kOther,    // not about health
};
inline constexpr std::size_t kPageKinds = 5;

std::string_view PageKindName(PageKind kind);  // "article"
std::optional<PageKind> PageKindNamed(std::string_view name);

// In this order: a title that says so makes a policy; structured data or the
// words of a shop a product; links in place of sentences a hub; and a page of
// 100 words and more that hardly names a condition, symptom, medicine or remedy
// is about something else.  What is left is an article, and so is a page that
// is too short to tell.
//
// "has_type": the page scores as some type of health article.  Linear in
// blocks, links and hits.
PageKind FindPageKind(const Document& document, const Hits& hits,
                      const PageData& data, bool has_type, int words);

}  // namespace medlint

#endif  // LINTER_PAGE_PAGE_KIND_H_
