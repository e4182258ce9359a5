// SPDX-License-Identifier: Apache-2.0

#include "linter/page/evidence.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

// "1", "[1-3]", "1, 4": what footnote marks are made of.
bool IsMarkerText(std::string_view text) {
  bool digit = false;
  for (const char c : text) {
    if (IsAsciiDigit(c)) {
      digit = true;
    } else if (std::string_view("[](),- \xE2\x80\x93").find(c) ==
               std::string_view::npos) {
      return false;
    }
  }
  return digit && text.size() <= 16;
}

// m<sup>2</sup> and 10<sup>9</sup> are no footnotes.
bool IsExponent(std::string_view text, TextSpan marker) {
  if (marker.begin == 0) return false;
  const char before = text[marker.begin - 1];
  if (IsAsciiDigit(before)) return true;
  const bool unit = before == 'm' || before == 'M';
  const bool word_before =
      marker.begin >= 2 && IsAsciiAlpha(text[marker.begin - 2]);
  return unit && (!word_before || text.substr(marker.begin - 2, 2) == "cm");
}

class EvidenceFinder {
 public:
  EvidenceFinder(const Document& document, const Hits& hits,
                 const PageData& data)
      : document_(document), hits_(hits), data_(data) {}

  std::vector<Evidence> Run() {
    for (const EvidenceData& source : data_.evidence) {
      for (const PatternId pattern : source.text) {
        for (const Hit& hit : hits_.Of(pattern)) {
          if (hit.where.end <= document_.reading_end()) {
            Add(source.tier, source.marker, hit.where);
          }
        }
      }
    }
    for (const Link& link : document_.links())
      AddLink(link);
    AddFootnoteMarks();
    std::ranges::sort(found_, {}, [](const Evidence& evidence) {
      return std::tuple(evidence.where, evidence.tier);
    });
    return found_;
  }

 private:
  void Add(int tier, bool marker, TextSpan where) {
    found_.push_back({.tier = tier, .marker = marker, .where = where});
  }

  void AddLink(const Link& link) {
    if (link.zone == Zone::kBoilerplate || link.zone == Zone::kHidden) return;
    const bool local = link.href.starts_with('#');
    if (local && IsMarkerText(document_.Slice(link.text))) {
      Add(0, true, link.text);
      return;
    }
    if (link.host.empty() || link.url == kNoBlock) return;
    const int tier = data_.TierOfHost(link.host);
    if (tier == 0) return;
    const TextSpan url = document_.blocks()[link.url].text;
    Add(tier, false, link.text.empty() ? url : link.text);
  }

  void AddFootnoteMarks() {
    for (const Element& element : document_.markup().elements) {
      if (element.tag != Tag::k_sup || element.text.empty()) continue;
      const std::string_view text = document_.Slice(element.text);
      if (IsMarkerText(text) && !IsExponent(document_.text(), element.text)) {
        Add(0, true, element.text);
      }
    }
  }

  const Document& document_;
  const Hits& hits_;
  const PageData& data_;
  std::vector<Evidence> found_;
};

}  // namespace

std::vector<Evidence> FindEvidence(const Document& document, const Hits& hits,
                                   const PageData& data) {
  return EvidenceFinder(document, hits, data).Run();
}

bool IsHostOf(std::string_view host, std::string_view domain) {
  if (!host.ends_with(domain)) return false;
  return host.size() == domain.size() ||
         host[host.size() - domain.size() - 1] == '.';
}

}  // namespace medlint
