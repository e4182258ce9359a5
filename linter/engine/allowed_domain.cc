// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/allowed_domain.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "linter/document/links.h"
#include "linter/page/evidence.h"

namespace medlint {
namespace {

// The host of the link in whose start tag "place" is, or "".
std::string HostOfLinkAt(const Document& document, CleanSpan place) {
  const std::vector<Element>& elements = document.markup().elements;
  const std::span<const Link> links = document.links();
  const auto tag_of = [&](const Link& link) {
    return link.element == kNoElement ? CleanSpan()
                                      : elements[link.element].start_tag;
  };
  const auto after = std::ranges::upper_bound(
      links, place.begin, {},
      [&](const Link& link) { return tag_of(link).begin; });
  if (after == links.begin()) return "";
  const Link& link = *std::prev(after);
  return place.end <= tag_of(link).end ? link.host : "";
}

}  // namespace

bool LeadsTo(const Page& page, const Candidate& candidate,
             std::span<const std::string> domains) {
  if (domains.empty() || candidate.is_document()) return false;
  const std::string host = candidate.where.empty()
                               ? HostOfLinkAt(page.document, *candidate.source)
                               : HostOf(page.document.Slice(candidate.where));
  return !host.empty() &&
         std::ranges::any_of(domains, [&](const std::string& domain) {
           return IsHostOf(host, domain);
         });
}

}  // namespace medlint
