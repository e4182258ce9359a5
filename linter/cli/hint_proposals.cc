// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/hint_proposals.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr int kLeastPages = 3;
constexpr int kLeastShare = 80;  // per cent
constexpr std::string_view kSection = "article:section";

// A name that a selector can say without quotes, and that is no number: those
// (post-123) are of one page.
bool IsPlainName(std::string_view name) {
  return !name.empty() && !IsAsciiDigit(name.front()) &&
         std::ranges::all_of(name, [](char c) {
           return IsAsciiAlpha(c) || c == '-' || c == '_';
         });
}

// "p.byline", "div#content": the element itself or the nearest around it that
// has such a name and no more text than twice its own; "" if there is none.
std::string SelectorFor(const Markup& markup, ElementIndex element) {
  if (element == kNoElement) return "";
  const std::size_t most =
      2 * std::size_t{markup.elements[element].text.size()};
  for (ElementIndex at = element; at != kNoElement;
       at = markup.elements[at].parent) {
    if (markup.elements[at].text.size() > most) break;
    if (markup.elements[at].tag == Tag::k_body) break;
    const std::string classes = markup.AttributeValue(at, "class");
    const std::string first = classes.substr(0, classes.find(' '));
    if (IsPlainName(first)) return markup.NameOf(at) + "." + first;
    const std::string id = markup.AttributeValue(at, "id");
    if (IsPlainName(id)) return markup.NameOf(at) + "#" + id;
  }
  return "";
}

// "meta[name='author']@content", or "" for what is no <meta>.
std::string MetaSelector(const Markup& markup, ElementIndex element) {
  if (element == kNoElement || markup.elements[element].tag != Tag::k_meta) {
    return "";
  }
  for (const std::string_view attribute : {"name", "property", "itemprop"}) {
    const std::string value = markup.AttributeValue(element, attribute);
    if (value.empty() || value.find('\'') != std::string::npos) continue;
    return "meta[" + std::string(attribute) + "='" + value + "']@content";
  }
  return "";
}

std::string SelectorOf(const Document& document, const Credit& credit) {
  const BlockIndex index = document.BlockAt(credit.where.begin);
  if (index == kNoBlock) return "";
  const Block& block = document.blocks()[index];
  return credit.visible ? SelectorFor(document.markup(), block.element)
                        : MetaSelector(document.markup(), block.element);
}

// The element that holds the main content, unless that is <article> or <main>:
// those are found without a hint.
std::string MainPlace(const Document& document) {
  const Markup& markup = document.markup();
  if (document.main().empty()) return "";
  const ElementIndex around = markup.InnermostAround(document.main());
  if (around == kNoElement) return "";
  const ElementIndex article =
      markup.Closest(around, [&](ElementIndex element) {
        const Tag tag = markup.elements[element].tag;
        return tag == Tag::k_article || tag == Tag::k_main;
      });
  return article == kNoElement ? SelectorFor(markup, around) : "";
}

}  // namespace

void HintProposals::AddPage(const Page& page) {
  const PageFacts& facts = page.facts;
  const Document& document = page.document;
  CountCredits(page, HintField::kAuthor, facts.authors);
  CountCredits(page, HintField::kReviewer, facts.reviewers);
  CountCredits(page, HintField::kPublished, facts.published);
  CountCredits(page, HintField::kModified, facts.modified);
  CountCredits(page, HintField::kReviewed, facts.reviewed);
  for (const Property& property : document.properties()) {
    if (property.name != "meta:" + std::string(kSection)) continue;
    Count(HintField::kType,
          {MetaSelector(document.markup(), property.element)});
    ++sections_[property.value];
    break;
  }
  if (!document.main().empty()) Count(HintField::kMain, {MainPlace(document)});
  std::vector<std::string> disclaimers;
  for (const Disclaimer& disclaimer : facts.disclaimers) {
    const BlockIndex block = document.BlockAt(disclaimer.not_advice.begin);
    if (block == kNoBlock) continue;
    disclaimers.push_back(
        SelectorFor(document.markup(), document.blocks()[block].element));
  }
  if (!disclaimers.empty()) Count(HintField::kDisclaimer, disclaimers);
}

void HintProposals::CountCredits(const Page& page, HintField field,
                                 const std::vector<Credit>& credits) {
  if (credits.empty()) return;
  std::vector<std::string> places;
  for (const Credit& credit : credits)
    places.push_back(SelectorOf(page.document, credit));
  Count(field, places);
}

void HintProposals::Count(HintField field,
                          const std::vector<std::string>& places) {
  Tally& tally = tallies_[field];
  ++tally.having;
  for (const std::string& place :
       std::set<std::string>(places.begin(), places.end())) {
    if (!place.empty()) ++tally.places[place];
  }
}

std::vector<HintProposal> HintProposals::Proposals() const {
  std::vector<HintProposal> proposals;
  for (const auto& [field, tally] : tallies_) {
    const auto best = std::ranges::max_element(
        tally.places, {}, &std::pair<const std::string, int>::second);
    if (best == tally.places.end() || best->second < kLeastPages ||
        best->second * 100 < tally.having * kLeastShare) {
      continue;
    }
    proposals.push_back({.field = field,
                         .selector = best->first,
                         .pages = best->second,
                         .having = tally.having});
  }
  return proposals;
}

std::vector<std::string> HintProposals::Sections() const {
  std::vector<std::pair<std::string, int>> counts(sections_.begin(),
                                                  sections_.end());
  std::ranges::stable_sort(counts, std::ranges::greater(),
                           &std::pair<std::string, int>::second);
  std::vector<std::string> words;
  for (auto& [word, unused] : counts)
    words.push_back(std::move(word));
  return words;
}

}  // namespace medlint
