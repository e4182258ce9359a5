// SPDX-License-Identifier: Apache-2.0

#include "linter/document/part_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/name_words.h"

namespace medlint {
namespace {

constexpr auto kSummaryHeadings = std::to_array<std::string_view>(
    {"at a glance", "highlights", "in brief", "in short", "key facts",
     "key messages", "key points", "key takeaway", "key takeaways",
     "quick summary", "summary", "takeaways", "tl;dr", "tldr"});

constexpr auto kSummaryNames = std::to_array<std::string_view>(
    {"at a glance", "key facts", "key messages", "key points", "key takeaways",
     "keypoints", "keytakeaways", "summary box", "takeaways", "tl dr", "tldr"});

// The last words of those, which are looked for first.
constexpr auto kSummaryWords = std::to_array<std::string_view>(
    {"box", "dr", "facts", "glance", "keypoints", "keytakeaways", "messages",
     "points", "takeaways", "tldr"});
static_assert(std::ranges::is_sorted(kSummaryWords));

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

constexpr auto kCommentWords = std::to_array<std::string_view>(
    {"comment", "commentlist", "comments", "disqus", "respond"});

constexpr auto kFrameWords = std::to_array<std::string_view>({"ad",
                                                              "ads",
                                                              "adsbygoogle",
                                                              "advert",
                                                              "advertisement",
                                                              "advertisements",
                                                              "adverts",
                                                              "breadcrumb",
                                                              "breadcrumbs",
                                                              "cookie",
                                                              "cookies",
                                                              "dropdown",
                                                              "footer",
                                                              "login",
                                                              "masthead",
                                                              "menu",
                                                              "modal",
                                                              "nav",
                                                              "navbar",
                                                              "navigation",
                                                              "newsletter",
                                                              "outbrain",
                                                              "pager",
                                                              "pagination",
                                                              "popular",
                                                              "popup",
                                                              "promo",
                                                              "promos",
                                                              "promotion",
                                                              "rail",
                                                              "recirc",
                                                              "recommendations",
                                                              "recommended",
                                                              "related",
                                                              "share",
                                                              "sharebar",
                                                              "sharedaddy",
                                                              "shares",
                                                              "sharing",
                                                              "sidebar",
                                                              "signup",
                                                              "sitemap",
                                                              "skip",
                                                              "social",
                                                              "socials",
                                                              "sponsor",
                                                              "sponsored",
                                                              "submenu",
                                                              "subscribe",
                                                              "subscription",
                                                              "taboola",
                                                              "tagcloud",
                                                              "tags",
                                                              "teaser",
                                                              "teasers",
                                                              "toolbar",
                                                              "topbar",
                                                              "topnav",
                                                              "trending",
                                                              "widget",
                                                              "widgets"});

static_assert(std::ranges::is_sorted(kSummaryHeadings));
static_assert(std::ranges::is_sorted(kReferenceHeadings));
static_assert(std::ranges::is_sorted(kTailHeadings));
static_assert(std::ranges::is_sorted(kCommentWords));
static_assert(std::ranges::is_sorted(kFrameWords));

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

bool IsSummaryName(std::string_view words) {
  return HasNameWord(words, kSummaryWords) &&
         std::ranges::any_of(kSummaryNames, [&](std::string_view phrase) {
           return HasNamePhrase(words, phrase);
         });
}

bool IsCommentName(std::string_view words) {
  return HasNameWord(words, kCommentWords);
}

bool IsFrameName(std::string_view words) {
  return HasNameWord(words, kFrameWords);
}

}  // namespace medlint
