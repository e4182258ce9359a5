// SPDX-License-Identifier: Apache-2.0

#include "linter/page/institution.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/document/links.h"

namespace medlint {
namespace {

// Where a site names itself or its address.
constexpr std::string_view kNameProperties[] = {
    "meta:og:site_name",     "meta:application-name",
    "meta:dc.publisher",     "meta:dcterms.publisher",
    "meta:publisher",        "meta:source",
    "meta:dc.source",        "meta:citation_publisher",
    "meta:author",           "meta:dc.creator",
    "jsonld:publisher.name", "jsonld:sourceOrganization.name",
};
constexpr std::string_view kAddressProperties[] = {
    "link:canonical", "meta:og:url", "jsonld:publisher.url",
    "jsonld:mainEntityOfPage"};

// What stands between the title of a page and the name of its site.
constexpr std::string_view kSeparators[] = {" | ", " - ",  " – ", " — ",
                                            " · ", " :: ", " » "};

bool IsOneOf(std::string_view name, const auto& names) {
  return std::ranges::find(names, name) != std::end(names);
}

// The host, or the domain above it that "hosts" has; "" if there is none.
std::string KnownDomain(std::string_view host, const PageData& data) {
  while (!host.empty()) {
    if (data.institution.hosts.contains(host)) return std::string(host);
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return "";
}

// What follows the last separator of a title; empty if it has none.
TextSpan SiteIn(const Document& document, TextSpan title) {
  const std::string_view text = document.Slice(title);
  std::size_t begin = std::string_view::npos;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.rfind(separator);
    if (at == std::string_view::npos) continue;
    const std::size_t end = at + separator.size();
    if (begin == std::string_view::npos || end > begin) begin = end;
  }
  if (begin == std::string_view::npos) return {};
  return {title.begin + static_cast<Offset>(begin), title.end};
}

bool IsCopyrightLine(std::string_view text) {
  return text.find("©") != std::string_view::npos ||
         text.find("opyright") != std::string_view::npos;
}

}  // namespace

std::string FindInstitution(const Document& document, const Hits& hits,
                            const PageData& data, const PageFacts& facts) {
  for (const Property& property : document.properties()) {
    if (!IsOneOf(property.name, kAddressProperties)) continue;
    std::string domain = KnownDomain(HostOf(property.value), data);
    if (!domain.empty()) return domain;
  }
  // The place within a block in which its site would be named.
  const auto site_of = [&](BlockIndex index) -> TextSpan {
    const Block& block = document.blocks()[index];
    if (block.kind == BlockKind::kMeta || block.kind == BlockKind::kJsonLd) {
      const std::string& name = document.properties()[block.property].name;
      if (name == "title") return SiteIn(document, block.text);
      return IsOneOf(name, kNameProperties) ? block.text : TextSpan{};
    }
    if (block.zone == Zone::kTitle) return SiteIn(document, block.text);
    const bool is_small_print =
        block.zone == Zone::kBoilerplate || block.zone == Zone::kMain;
    return is_small_print && IsCopyrightLine(document.Slice(block.text))
               ? block.text
               : TextSpan{};
  };
  for (const PatternId pattern : data.institution.names) {
    for (const Hit& hit : hits.Of(pattern)) {
      const bool is_author =
          std::ranges::any_of(facts.authors, [&](const Credit& author) {
            return author.where.begin == hit.where.begin &&
                   author.where.end == hit.where.end;
          });
      if (is_author || site_of(hit.line).Contains(hit.where)) {
        return std::string(document.Slice(hit.where));
      }
    }
  }
  return "";
}

}  // namespace medlint
