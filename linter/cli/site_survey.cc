// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/site_survey.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/rule/rule.h"

namespace medlint {
namespace {

struct Trace {
  std::string_view text;
  std::string_view language;
};

constexpr Trace kTraces[] = {
    {"<?php", "PHP"},
    {"<?=", "PHP"},
    {"{{ .", "Hugo"},
    {"{{ partial", "Hugo"},
    {"{% include", "Jinja or Liquid"},
    {"{% if", "Jinja or Liquid"},
    {"{% for", "Jinja or Liquid"},
    {"{% block", "Jinja or Liquid"},
};

// "p.byline": the element that holds a block, by name and first class.
std::string ElementName(const Document& document, const Block& block) {
  if (block.element == kNoElement) return "text";
  const Markup& markup = document.markup();
  std::string name(markup.NameOf(block.element));
  const std::string classes = markup.AttributeValue(block.element, "class");
  const std::string first = classes.substr(0, classes.find(' '));
  return first.empty() ? name : name + "." + first;
}

std::string PlaceOf(const Document& document, const Credit& credit) {
  const BlockIndex index = document.BlockAt(credit.where.begin);
  if (index == kNoBlock) return "text";
  const Block& block = document.blocks()[index];
  if (credit.visible) return ElementName(document, block);
  const auto properties = document.properties();
  return block.property < properties.size() ? properties[block.property].name
                                            : "text";
}

// One more page for each place where it has one of "credits".
void Count(const Document& document,
           std::span<const std::vector<Credit>* const> lists,
           std::map<std::string, int>& tally) {
  std::set<std::string> places;
  for (const std::vector<Credit>* const credits : lists) {
    for (const Credit& credit : *credits)
      places.insert(PlaceOf(document, credit));
  }
  for (const std::string& place : places)
    ++tally[place];
}

}  // namespace

void SiteSurvey::AddPage(const Page& page) {
  ++pages_;
  hints_.AddPage(page);
  const Document& document = page.document;
  const PageFacts& facts = page.facts;
  const std::vector<Credit>* const authors[] = {&facts.authors};
  const std::vector<Credit>* const reviewers[] = {&facts.reviewers};
  const std::vector<Credit>* const dates[] = {&facts.published, &facts.modified,
                                              &facts.reviewed};
  Count(document, authors, authors_);
  Count(document, reviewers, reviewers_);
  Count(document, dates, dates_);
  const std::string_view source = document.source().clean();
  std::set<std::string> languages;
  for (const Trace& trace : kTraces) {
    if (source.find(trace.text) != std::string_view::npos) {
      languages.emplace(trace.language);
    }
  }
  for (const std::string& language : languages)
    ++templates_[language];
}

void SiteSurvey::AddReport(const FileReport& report) {
  std::set<std::string> seen;
  for (const Finding& finding : report.findings) {
    ++findings_;
    RuleCount& count = rules_[finding.rule->id];
    count.rule = finding.rule->id;
    ++count.findings;
    if (seen.insert(count.rule).second) ++count.pages;
  }
}

std::vector<SiteSurvey::RuleCount> SiteSurvey::Rules() const {
  std::vector<RuleCount> counts;
  for (const auto& [id, count] : rules_)
    counts.push_back(count);
  std::ranges::stable_sort(counts, std::ranges::greater(),
                           &RuleCount::findings);
  return counts;
}

SiteSurvey::Counts SiteSurvey::Sorted(const Tally& tally) {
  Counts counts(tally.begin(), tally.end());
  std::ranges::stable_sort(counts, std::ranges::greater(),
                           &std::pair<std::string, int>::second);
  return counts;
}

}  // namespace medlint
