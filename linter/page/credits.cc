// SPDX-License-Identifier: Apache-2.0

#include "linter/page/credits.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/page/date.h"
#include "linter/page/person_name.h"
#include "linter/page/roles.h"

namespace medlint {
namespace {

using CreditList = std::vector<Credit> PageFacts::*;

struct PropertyField {
  std::string_view property;
  CreditList list;
  bool is_date;
};
// What pages use, by how often it is seen.
constexpr PropertyField kPropertyFields[] = {
    {"jsonld:author.name", &PageFacts::authors, false},
    {"jsonld:author", &PageFacts::authors, false},
    {"meta:author", &PageFacts::authors, false},
    {"meta:article:author", &PageFacts::authors, false},
    {"meta:dc.creator", &PageFacts::authors, false},
    {"meta:citation_author", &PageFacts::authors, false},
    {"meta:parsely-author", &PageFacts::authors, false},
    {"meta:sailthru.author", &PageFacts::authors, false},
    {"meta:reviewer", &PageFacts::reviewers, false},
    {"meta:medical-reviewer", &PageFacts::reviewers, false},
    {"jsonld:reviewedby.name", &PageFacts::reviewers, false},
    {"jsonld:reviewedBy.name", &PageFacts::reviewers, false},
    {"jsonld:reviewedBy", &PageFacts::reviewers, false},
    {"jsonld:datePublished", &PageFacts::published, true},
    {"meta:article:published_time", &PageFacts::published, true},
    {"meta:datepublished", &PageFacts::published, true},
    {"meta:date", &PageFacts::published, true},
    {"meta:dc.date", &PageFacts::published, true},
    {"meta:dcterms.issued", &PageFacts::published, true},
    {"meta:citation_publication_date", &PageFacts::published, true},
    {"meta:parsely-pub-date", &PageFacts::published, true},
    {"meta:article:published", &PageFacts::published, true},
    {"meta:dc.date.issued", &PageFacts::published, true},
    {"jsonld:dateModified", &PageFacts::modified, true},
    {"meta:article:modified_time", &PageFacts::modified, true},
    {"meta:datemodified", &PageFacts::modified, true},
    {"meta:last-modified", &PageFacts::modified, true},
    {"meta:dcterms.modified", &PageFacts::modified, true},
    {"meta:og:updated_time", &PageFacts::modified, true},
    {"meta:dc.date.modified", &PageFacts::modified, true},
    {"jsonld:lastReviewed", &PageFacts::reviewed, true},
    {"meta:dc.date.reviewed", &PageFacts::reviewed, true},
    {"meta:lastreviewed", &PageFacts::reviewed, true},
};

bool LooksLikeUrl(std::string_view value) {
  return value.starts_with("http://") || value.starts_with("https://") ||
         value.starts_with('/');
}

class CreditFinder {
 public:
  CreditFinder(const Document& document, const FoldedText& folded,
               const PatternPlan& plan, const Hits& hits, const PageData& data,
               PageFacts& facts)
      : document_(document),
        folded_(folded),
        plan_(plan),
        hits_(hits),
        data_(data),
        byline_(data.FindRole("byline")),
        last_of_main_(LastOfRunningText(document)),
        facts_(facts) {}

  void Run() {
    AddByline(data_.byline.author, &PageFacts::authors);
    AddByline(data_.byline.reviewer, &PageFacts::reviewers);
    AddNamed();
    AddByline(data_.byline.published, &PageFacts::published);
    AddByline(data_.byline.modified, &PageFacts::modified);
    AddByline(data_.byline.reviewed, &PageFacts::reviewed);
    AddLabelled(data_.byline.author_labels, &PageFacts::authors);
    AddLabelled(data_.byline.reviewer_labels, &PageFacts::reviewers);
    AddLabelled(data_.byline.published_labels, &PageFacts::published);
    AddLabelled(data_.byline.modified_labels, &PageFacts::modified);
    AddLabelled(data_.byline.reviewed_labels, &PageFacts::reviewed);
    AddLinkedAuthors();
    AddMarked();
    for (const PropertyField& field : kPropertyFields)
      AddProperties(field);
    if (facts_.published.empty() && facts_.modified.empty() &&
        facts_.reviewed.empty()) {
      AddByline(data_.byline.dates, &PageFacts::published);
      KeepFirst(facts_.published);
    }
    // "Reviewed 4 May 2025 by Dr Li Wei": "2025 by" makes no author.
    std::erase_if(facts_.authors, [&](const Credit& author) {
      return std::ranges::any_of(facts_.reviewers, [&](const Credit& reviewer) {
        return reviewer.visible && reviewer.where == author.where;
      });
    });
    for (const CreditList list :
         {&PageFacts::authors, &PageFacts::reviewers, &PageFacts::published,
          &PageFacts::modified, &PageFacts::reviewed}) {
      Tidy(facts_.*list);
    }
  }

 private:
  // The value is the group "name" or "date", or the whole match.
  void AddByline(const std::vector<PatternId>& patterns, CreditList list) {
    for (const PatternId pattern : patterns) {
      for (const Hit& hit : hits_.Of(pattern)) {
        if (hit.where.end > document_.reading_end()) continue;
        if (byline_ && !IsByline(hit.line)) continue;
        Add(list, ValueOf(hit), true);
      }
    }
  }

  // Names known by their look, in blocks that stand where bylines do and have
  // not many more words.  No other block is looked into, for these patterns fit
  // the beginnings of many.
  void AddNamed() {
    if (!byline_) return;
    const std::size_t count = document_.blocks().size();
    for (BlockIndex block = 0; block < count; ++block) {
      if (!IsCreditPlace(block)) continue;
      AddNamedIn(block, data_.byline.named_author, &PageFacts::authors);
      AddNamedIn(block, data_.byline.named_reviewer, &PageFacts::reviewers);
    }
  }

  void AddNamedIn(BlockIndex block, const std::vector<PatternId>& patterns,
                  CreditList list) {
    for (const PatternId pattern : patterns) {
      for (const Hit& hit :
           hits_.Within(pattern, document_.blocks()[block].text)) {
        TextSpan name = ValueOf(hit);
        const std::size_t size =
            PersonNamePrefix(document_.Slice(name), data_.names);
        name.end = name.begin + static_cast<Offset>(size);
        Add(list, name, true);
      }
    }
  }

  // REQUIRES: byline_
  bool IsCreditPlace(BlockIndex index) const {
    constexpr int kMostSpaces = 60;
    const RoleData& role = data_.roles[*byline_];
    const Block& block = document_.blocks()[index];
    const bool placed =
        IsNearHeadline(document_, index, role.within_blocks) ||
        IsNearEnd(document_, index, last_of_main_, role.end_blocks) ||
        IsByline(index);
    return placed && block.kind != BlockKind::kHeading &&
           block.text.end <= document_.reading_end() &&
           std::ranges::count(document_.Slice(block.text), ' ') <= kMostSpaces;
  }

  TextSpan ValueOf(const Hit& hit) const {
    for (const Capture& capture :
         plan_.Captures(hit, document_.text(), folded_)) {
      if (capture.name == "name" || capture.name == "date")
        return capture.where;
    }
    return hit.where;
  }

  // A term, cell or heading that is such a label, and the value in the block
  // after it: <dt>Checked by</dt><dd>...</dd>, <th>Last reviewed</th><td>...
  // </td>, <h3>About the author</h3><p>...</p>.
  void AddLabelled(const std::vector<PatternId>& labels, CreditList list) {
    const std::span<const Block> blocks = document_.blocks();
    for (const PatternId pattern : labels) {
      for (const Hit& hit : hits_.Of(pattern)) {
        const BlockIndex value = hit.line + 1;
        const Block& label = blocks[hit.line];
        const bool labels_next = label.kind == BlockKind::kTerm ||
                                 label.kind == BlockKind::kTableCell ||
                                 label.kind == BlockKind::kHeading;
        if (!labels_next || value >= blocks.size() ||
            hit.where.begin != label.text.begin ||
            label.text.end - hit.where.end > 1 ||
            blocks[value].text.end > document_.reading_end()) {
          continue;
        }
        Add(list, blocks[value].text, true);
      }
    }
  }

  // <a rel="author">
  void AddLinkedAuthors() {
    for (const Link& link : document_.links()) {
      if (link.rel.find("author") != std::string::npos && !link.text.empty()) {
        Add(&PageFacts::authors, link.text, true);
      }
    }
  }

  void AddMarked() {
    const Markup& markup = document_.markup();
    for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
      const Element& element = markup.elements[i];
      if (element.text.empty()) continue;
      if (element.tag == Tag::k_time) AddTime(i);
      if (element.attribute_count == 0) continue;
      AddItem(element.text, markup.FindAttribute(i, "itemprop"));
      AddNamedByClass(element.text, markup.FindAttribute(i, "class"));
    }
  }

  // itemprop="author" with its own text.
  void AddItem(TextSpan text, const Attribute* itemprop) {
    if (itemprop == nullptr || !IsInOneBlock(text)) return;
    const std::string_view value =
        itemprop->value.In(document_.markup().source);
    if (value == "author") Add(&PageFacts::authors, text, true);
    if (value == "reviewedBy") Add(&PageFacts::reviewers, text, true);
  }

  // <span class="post-author">Ann</span>: few words, which are no label.
  void AddNamedByClass(TextSpan text, const Attribute* classes) {
    if (classes == nullptr || !IsInByline(text)) return;
    const std::string names =
        ToAsciiLower(classes->value.In(document_.markup().source));
    const bool author = names.find("author") != std::string::npos;
    const bool reviewer = names.find("reviewer") != std::string::npos;
    if (author == reviewer || !LooksLikeName(document_.Slice(text))) return;
    Add(author ? &PageFacts::authors : &PageFacts::reviewers, text, true);
  }

  // <time> in a byline, whose words no pattern took for a date of some sort.
  void AddTime(ElementIndex index) {
    const Markup& markup = document_.markup();
    const TextSpan text = markup.elements[index].text;
    if (!IsInByline(text) || IsDated(text)) return;
    if (ParseWrittenDate(document_.Slice(text))) {
      Add(&PageFacts::published, text, true);
      return;
    }
    const Attribute* const datetime = markup.FindAttribute(index, "datetime");
    if (datetime == nullptr) return;
    const std::string_view day = datetime->value.In(markup.source);
    if (!ParseIsoDate(day)) return;
    facts_.published.push_back(  // "two days ago"
        {.value = std::string(day), .where = text, .visible = true});
  }

  // What comes after it may be when the next review is due.
  static void KeepFirst(std::vector<Credit>& dates) {
    if (dates.size() < 2) return;
    const auto first = std::ranges::min_element(
        dates, {}, [](const Credit& date) { return date.where; });
    dates = {*first};
  }

  bool IsDated(TextSpan where) const {
    const auto has = [&](const std::vector<Credit>& dates) {
      return std::ranges::any_of(dates, [&](const Credit& date) {
        return date.where.Overlaps(where);
      });
    };
    return has(facts_.published) || has(facts_.modified) ||
           has(facts_.reviewed);
  }

  bool IsInOneBlock(TextSpan where) const {
    return document_.BlockAt(where.begin) == document_.BlockAt(where.end - 1);
  }

  // In one block, which is a byline or stands as near the headline as one.
  bool IsInByline(TextSpan where) const {
    const BlockIndex block = document_.BlockAt(where.begin);
    if (!byline_ || block == kNoBlock || where.end > document_.reading_end() ||
        !IsInOneBlock(where)) {
      return false;
    }
    return IsByline(block) ||
           IsNearHeadline(document_, block,
                          data_.roles[*byline_].within_blocks);
  }

  // REQUIRES: byline_
  bool IsByline(BlockIndex block) const {
    return (facts_.roles[block] >> *byline_ & 1U) != 0;
  }

  static bool LooksLikeName(std::string_view text) {
    constexpr int kSpaces = 5;
    constexpr std::string_view kLabels[] = {"author", "reviewer", "about",
                                            "written", "profile"};
    const std::string lower = ToAsciiLower(text);
    return std::ranges::count(text, ' ') <= kSpaces && !text.ends_with(':') &&
           text.find_first_of("0123456789@") == std::string_view::npos &&
           std::ranges::none_of(kLabels, [&](std::string_view label) {
             return lower.find(label) != std::string::npos;
           });
  }

  void AddProperties(const PropertyField& field) {
    for (const Property& property : document_.properties()) {
      if (property.name != field.property || property.block == kNoBlock)
        continue;
      if (!field.is_date && LooksLikeUrl(property.value)) continue;
      Add(field.list, document_.blocks()[property.block].text, false);
    }
  }

  void Add(CreditList list, TextSpan where, bool visible) {
    constexpr std::string_view kBy = "by ";
    where = WithoutSpaces(where);
    // The word that brings a name is none of it: <a rel="author">By Ann Lee</a>
    if (EqualsIgnoringAsciiCase(document_.Slice(where).substr(0, kBy.size()),
                                kBy)) {
      where.begin += static_cast<Offset>(kBy.size());
      where = WithoutSpaces(where);
    }
    if (where.empty()) return;
    (facts_.*list)
        .push_back({.value = std::string(document_.Slice(where)),
                    .where = where,
                    .visible = visible});
  }

  TextSpan WithoutSpaces(TextSpan span) const {
    while (!span.empty() && document_.text()[span.begin] == ' ')
      ++span.begin;
    while (!span.empty() && document_.text()[span.end - 1] == ' ')
      --span.end;
    return span;
  }

  // Several patterns may read the same byline: the first and longest stays.
  static void Tidy(std::vector<Credit>& credits) {
    std::ranges::stable_sort(credits, {}, [](const Credit& credit) {
      return std::tuple(!credit.visible, credit.where.begin, ~credit.where.end);
    });
    std::vector<Credit> kept;
    for (Credit& credit : credits) {
      const bool known = std::ranges::any_of(kept, [&](const Credit& other) {
        return other.where.Overlaps(credit.where) ||
               EqualsIgnoringAsciiCase(other.value, credit.value);
      });
      if (!known) kept.push_back(std::move(credit));
    }
    credits = std::move(kept);
  }

  const Document& document_;
  const FoldedText& folded_;
  const PatternPlan& plan_;
  const Hits& hits_;
  const PageData& data_;
  const std::optional<std::size_t> byline_;  // the role
  const BlockIndex last_of_main_;
  PageFacts& facts_;
};

}  // namespace

void FindCredits(const Document& document, const FoldedText& folded,
                 const PatternPlan& plan, const Hits& hits,
                 const PageData& data, PageFacts& facts) {
  CreditFinder(document, folded, plan, hits, data, facts).Run();
}

}  // namespace medlint
