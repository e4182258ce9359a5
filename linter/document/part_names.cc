// SPDX-License-Identifier: Apache-2.0

#include "linter/document/part_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/markup.h"
#include "linter/document/name_words.h"
#include "linter/document/word_index.h"

namespace medlint {
namespace {

constexpr auto kSummaryHeadings = std::to_array<std::string_view>(
    {"at a glance", "highlights", "in brief", "in short", "key facts",
     "key messages", "key points", "key takeaway", "key takeaways",
     "quick summary", "summary", "takeaways", "tl;dr", "tldr"});

constexpr auto kSummaryNames = std::to_array<std::string_view>(
    {"at a glance", "key facts", "key messages", "key points", "key takeaways",
     "keypoints", "keytakeaways", "summary box", "takeaways", "tl dr", "tldr"});

constexpr auto kReferenceHeadings = std::to_array<std::string_view>(
    {"article sources", "bibliography", "citations", "footnotes",
     "further reading", "literature", "notes", "publications", "reference",
     "references", "resources", "scientific references", "source", "sources",
     "works cited"});

constexpr auto kTailHeadings = std::to_array<std::string_view>(
    {"comments", "follow us", "like this", "newsletter", "popular posts",
     "post navigation", "related", "share", "share this", "sign up",
     "subscribe", "trending", "trending now", "up next"});

// A heading that begins with one of these is one, too.
constexpr auto kTailBeginnings = std::to_array<std::string_view>(
    {"add a comment", "add new comment", "articles you may", "explore more",
     "join the conversation", "keep reading", "latest articles", "latest from",
     "latest news", "latest posts", "leave a comment", "leave a reply",
     "more articles", "more from", "more like this", "more on this",
     "more stories", "most popular", "most read", "most viewed",
     "other articles", "popular articles", "read next", "recent articles",
     "recent comments", "recent posts", "recommended articles",
     "recommended for", "recommended reading", "related articles",
     "related content", "related coverage", "related items", "related links",
     "related news", "related pages", "related posts", "related products",
     "related reading", "related stories", "related topics", "share this page",
     "share this post", "share this story", "similar articles", "similar posts",
     "what to read next", "you may also", "you might also",
     // Pages in other languages have the same frame.
     "das k\u00F6nnte sie auch", "lo m\u00E1s le\u00EDdo", "leia tamb\u00E9m",
     "mais lidas", "te puede interesar", "viel gelesen", "\u00E0 lire aussi"});

static_assert(std::ranges::is_sorted(kSummaryHeadings));
static_assert(std::ranges::is_sorted(kReferenceHeadings));
static_assert(std::ranges::is_sorted(kTailHeadings));

// The words of classes and ids: first the last words of kSummaryNames, which
// are looked for before the whole names; then of readers' comments; the rest
// are of the frame.
constexpr auto kWords = std::to_array<std::string_view>(
    {"box", "dr", "facts", "glance", "keypoints", "keytakeaways", "messages",
     "points", "takeaways", "tldr",
     //
     "comment", "commentlist", "comments", "disqus", "respond",
     //
     "ad", "ads", "adsbygoogle", "advert", "advertisement", "advertisements",
     "adverts", "breadcrumb", "breadcrumbs", "cookie", "cookies", "dropdown",
     "footer", "login", "masthead", "menu", "modal", "nav", "navbar",
     "navigation", "newsletter", "outbrain", "pager", "pagination", "popular",
     "popup", "promo", "promos", "promotion", "rail", "recirc",
     "recommendations", "recommended", "related", "share", "sharebar",
     "sharedaddy", "shares", "sharing", "sidebar", "signup", "sitemap", "skip",
     "social", "socials", "sponsor", "sponsored", "submenu", "subscribe",
     "subscription", "taboola", "tagcloud", "tags", "teaser", "teasers",
     "toolbar", "topbar", "topnav", "trending", "widget", "widgets"});
constexpr std::size_t kSummaryEnd = 10;
constexpr std::size_t kCommentEnd = kSummaryEnd + 5;
static_assert(kWords[kSummaryEnd] == "comment" && kWords[kCommentEnd] == "ad");
constexpr std::size_t kMaxWord = 15;

constexpr WordIndex<kWords.size(), 512> kWordIndex(kWords);

// Lower case, without what stands around the words ("Sources:").  Headings of
// more than 60 bytes are none of ours.
std::string Normalize(std::string_view heading) {
  if (heading.size() > 60) return "";
  const std::string_view around = " :\t";
  const std::size_t begin = heading.find_first_not_of(around);
  if (begin == std::string_view::npos) return "";
  const std::size_t end = heading.find_last_not_of(around) + 1;
  return ToAsciiLower(heading.substr(begin, end - begin));
}

}  // namespace

bool IsSummaryHeading(std::string_view heading) {
  return std::ranges::binary_search(kSummaryHeadings,
                                    std::string_view(Normalize(heading)));
}

bool IsReferenceHeading(std::string_view heading) {
  const std::string words = Normalize(heading);
  return std::ranges::binary_search(kReferenceHeadings,
                                    std::string_view(words)) ||
         words.ends_with(" references") || words.ends_with(" sources");
}

bool IsTailHeading(std::string_view heading) {
  const std::string words = Normalize(heading);
  return std::ranges::binary_search(kTailHeadings, std::string_view(words)) ||
         std::ranges::any_of(kTailBeginnings, [&](std::string_view start) {
           return words.starts_with(start);
         });
}

PartSigns ReadPartSigns(const Markup& markup, ElementIndex element) {
  PartSigns signs;
  bool may_be_summary = false;
  for (const AttributeName name : {AttributeName::kClass, AttributeName::kId}) {
    const std::string_view value = markup.RawValue(element, name);
    for (std::size_t at = 0; at < value.size();) {
      const std::string_view word = NextNameWord(value, at);
      if (word.size() > kMaxWord) continue;
      const std::size_t found = kWordIndex.Find(word);
      if (found == kWords.size()) continue;
      if (found < kSummaryEnd)
        may_be_summary = true;
      else if (found < kCommentEnd)
        signs.comment = true;
      else
        signs.frame = true;
    }
  }
  if (!may_be_summary) return signs;
  const std::string words = NameWordsOf(markup, element);
  signs.summary = std::ranges::any_of(
      kSummaryNames,
      [&](std::string_view phrase) { return HasNamePhrase(words, phrase); });
  return signs;
}

}  // namespace medlint
