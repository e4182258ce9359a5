// SPDX-License-Identifier: Apache-2.0

#include "linter/page/page_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "linter/document/running_text.h"

namespace medlint {
namespace {

constexpr std::array<std::string_view, kPageKinds> kKindNames = {
    "article", "hub", "policy", "product", "other"};

// Fewer words do not tell what a page is about.
constexpr int kWordsToTell = 100;
// Mentions of health in a thousand words, below which a page is about something
// else.
constexpr int kMentionsInThousand = 4;
constexpr int kMentionsWithType = 2;
// A recipe has words of health (salt, ginger, "good for a cold") and is none.
constexpr int kMentionsOfRecipe = 25;
constexpr int kSortsOfRecipe = 5;

// A hub has more links than this in its main part, and little else.
constexpr std::size_t kLinksOfHub = 12;
constexpr std::size_t kProseOfHub = 900;  // bytes in sentences outside links
// So many links anywhere make a site's page, which has prose if it is an
// article.
constexpr std::size_t kLinksOfSite = 50;
constexpr std::size_t kMostOfTeaser = 250;  // bytes
constexpr std::size_t kLeastSentence = 40;  // bytes; less is a label

bool OccursIn(const Hits& hits, const std::vector<PatternId>& patterns,
              auto admits) {
  return std::ranges::any_of(patterns, [&](PatternId pattern) {
    return std::ranges::any_of(hits.Of(pattern), admits);
  });
}

bool IsPolicy(const Document& document, const Hits& hits,
              const PageData& data) {
  return OccursIn(hits, data.kinds.policy_titles, [&](const Hit& hit) {
    const Block& block = document.blocks()[hit.line];
    return block.zone == Zone::kTitle &&
           hit.where.end <= document.reading_end();
  });
}

bool IsProduct(const Document& document, const Hits& hits,
               const PageData& data) {
  bool product = false;
  bool article = false;
  for (const Property& property : document.properties()) {
    if (property.name != "jsonld:@type") continue;
    const auto lists = [&](const std::vector<std::string>& names) {
      return std::ranges::find(names, property.value) != names.end();
    };
    product = product || lists(data.kinds.product_jsonld);
    article = article || lists(data.kinds.article_jsonld);
  }
  if (product && !article) return true;
  std::set<PatternId> found;
  for (const PatternId pattern : data.kinds.product_text) {
    if (OccursIn(hits, {pattern}, [&](const Hit& hit) {
          return hit.where.end <= document.reading_end();
        })) {
      found.insert(pattern);
    }
  }
  return found.size() >= 2 && !article;
}

// True if all of the block is the text of one link.
bool IsLink(const Document& document, const Block& block) {
  if (block.text.empty()) return false;
  const Link* const link = document.LinkAt(block.text.begin);
  return link != nullptr && link->text.Contains(block.text);
}

// Bytes in sentences, outside links and what is said of where they lead.
std::size_t ProseOf(const Document& document) {
  std::size_t prose = 0;
  bool after_link = false;  // a line that is a link, then what it leads to
  for (const Block& block : document.blocks()) {
    const bool is_teaser = after_link && block.text.size() < kMostOfTeaser;
    after_link = IsLink(document, block);
    if (is_teaser) continue;
    const bool running = block.kind == BlockKind::kParagraph ||
                         block.kind == BlockKind::kListItem ||
                         block.kind == BlockKind::kTableCell ||
                         block.kind == BlockKind::kQuote;
    if (!running || !IsRunningText(block.zone) ||
        block.text.end > document.reading_end() ||
        block.text.size() < kLeastSentence) {
      continue;
    }
    const char last = document.Slice(block.text).back();
    const bool ends = last == '.' || last == '!' || last == '?' || last == ':';
    if (ends && document.LinkAt(block.text.begin) == nullptr) {
      prose += block.text.size();
    }
  }
  return prose;
}

bool IsHub(const Document& document) {
  std::size_t links = 0;
  std::size_t linked = 0;
  for (const Link& link : document.links()) {
    if (!IsRunningText(link.zone) || link.text.empty()) continue;
    ++links;
    linked += link.text.size();
  }
  const std::size_t prose = ProseOf(document);
  if (links >= kLinksOfHub && prose < linked + kProseOfHub) return true;
  return document.links().size() >= kLinksOfSite && prose < kProseOfHub;
}

bool IsRecipe(const Document& document) {
  return std::ranges::any_of(document.properties(), [](const Property& p) {
    return p.name == "jsonld:@type" && p.value == "Recipe";
  });
}

bool IsAboutHealth(const Document& document, const Hits& hits,
                   const PageData& data, bool has_type, int words) {
  if (words < kWordsToTell || data.kinds.health.empty()) return true;
  const bool is_recipe = IsRecipe(document);
  int mentions = 0;
  int sorts = 0;
  for (const PatternId pattern : data.kinds.health) {
    const int before = mentions;
    for (const Hit& hit : hits.Of(pattern)) {
      if (IsRunningText(document.blocks()[hit.line].zone)) ++mentions;
    }
    if (mentions > before) ++sorts;
  }
  if (is_recipe && sorts < kSortsOfRecipe) return false;
  const int least = is_recipe  ? kMentionsOfRecipe
                    : has_type ? kMentionsWithType
                               : kMentionsInThousand;
  return mentions * 1000 >= least * words;
}

}  // namespace

std::string_view PageKindName(PageKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<PageKind> PageKindNamed(std::string_view name) {
  const auto* const it = std::ranges::find(kKindNames, name);
  if (it == kKindNames.end()) return std::nullopt;
  return static_cast<PageKind>(it - kKindNames.begin());
}

PageKind FindPageKind(const Document& document, const Hits& hits,
                      const PageData& data, bool has_type, int words) {
  if (IsPolicy(document, hits, data)) return PageKind::kPolicy;
  if (IsProduct(document, hits, data)) return PageKind::kProduct;
  if (IsHub(document)) return PageKind::kHub;
  return IsAboutHealth(document, hits, data, has_type, words)
             ? PageKind::kArticle
             : PageKind::kOther;
}

}  // namespace medlint
