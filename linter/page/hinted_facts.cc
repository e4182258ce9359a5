// SPDX-License-Identifier: Apache-2.0

#include "linter/page/hinted_facts.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/blocks.h"
#include "linter/page/date.h"

namespace medlint {
namespace {

struct CreditField {
  HintField field;
  std::vector<Credit> PageFacts::*list;
  std::vector<PatternId> BylineData::*patterns;
  bool is_date;
};
constexpr CreditField kCreditFields[] = {
    {HintField::kAuthor, &PageFacts::authors, &BylineData::author, false},
    {HintField::kReviewer, &PageFacts::reviewers, &BylineData::reviewer, false},
    {HintField::kPublished, &PageFacts::published, &BylineData::published,
     true},
    {HintField::kModified, &PageFacts::modified, &BylineData::modified, true},
    {HintField::kReviewed, &PageFacts::reviewed, &BylineData::reviewed, true},
};

// The date in "where": "Last updated on 3 May 2024" has one.
std::optional<TextSpan> DateIn(const Document& document, TextSpan where) {
  const std::string_view text = document.Slice(where);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!IsAsciiAlnum(text[i]) || (i > 0 && IsAsciiAlnum(text[i - 1]))) {
      continue;
    }
    if (!ParseWrittenDate(text.substr(i))) continue;
    return TextSpan{where.begin + static_cast<Offset>(i), where.end};
  }
  return std::nullopt;
}

class CreditReader {
 public:
  CreditReader(const Document& document, const FoldedText& folded,
               const PatternPlan& plan, const Hits& hits, const PageData& data)
      : document_(document),
        folded_(folded),
        plan_(plan),
        hits_(hits),
        data_(data) {}

  // Each block of the match is one, as several names are often written.
  void Read(const HintMatch& match, const CreditField& field,
            std::vector<Credit>& credits) const {
    const BlockRange blocks = BlocksIn(document_.blocks(), match.text);
    if (blocks.empty()) return ReadBlock(match.text, field, credits);
    for (BlockIndex i = blocks.begin; i < blocks.end; ++i)
      ReadBlock(document_.blocks()[i].text, field, credits);
  }

 private:
  void ReadBlock(TextSpan where, const CreditField& field,
                 std::vector<Credit>& credits) const {
    if (const auto named = InByline(where, data_.byline.*field.patterns)) {
      where = *named;
    } else if (field.is_date) {
      const std::optional<TextSpan> date = DateIn(document_, where);
      if (!date) return;
      where = *date;
    }
    credits.push_back({.value = std::string(document_.Slice(where)),
                       .where = where,
                       .visible = where.end <= document_.reading_end()});
  }

  // What a pattern of bylines calls the name or date.
  std::optional<TextSpan> InByline(
      TextSpan where, const std::vector<PatternId>& patterns) const {
    for (const PatternId pattern : patterns) {
      for (const Hit& hit : hits_.Within(pattern, where)) {
        for (const Capture& capture :
             plan_.Captures(hit, document_.text(), folded_)) {
          const bool is_value =
              capture.name == "name" || capture.name == "date";
          if (is_value && !capture.where.empty()) return capture.where;
        }
      }
    }
    return std::nullopt;
  }

  const Document& document_;
  const FoldedText& folded_;
  const PatternPlan& plan_;
  const Hits& hits_;
  const PageData& data_;
};

// REQUIRES: "where" begins and ends in blocks
void MarkBlocks(const Document& document, TextSpan where,
                std::optional<std::size_t> role, std::vector<RoleSet>& roles) {
  if (!role) return;
  const BlockIndex last = document.BlockAt(where.end - 1);
  for (BlockIndex i = document.BlockAt(where.begin); i <= last; ++i)
    roles[i] |= RoleSet{1} << *role;
}

}  // namespace

std::string HintedType(const Document& document, const HintMatch& match,
                       const ArticleHints& hints, const PageData& data) {
  const std::string_view word = document.Slice(match.text);
  std::string type = hints.TypeFor(word);
  const std::vector<std::string_view> ids = data.TypeIds();
  if (type.empty() && std::ranges::find(ids, word) != ids.end()) type = word;
  return type;
}

void TakeHintedType(const Document& document, const ArticleHints& hints,
                    const PageData& data, PageFacts& facts) {
  for (const HintMatch& match : document.hinted()) {
    if (match.field != HintField::kType) continue;
    std::string type = HintedType(document, match, hints, data);
    if (type.empty()) continue;
    facts.type = std::move(type);
    facts.type_is_clear = true;
    return;
  }
}

void AddHintedRoles(const Document& document, const PageData& data,
                    std::vector<RoleSet>& roles) {
  for (const HintMatch& match : document.hinted()) {
    const bool is_credit =
        std::ranges::find(kCreditFields, match.field, &CreditField::field) !=
        std::end(kCreditFields);
    if (is_credit) {
      MarkBlocks(document, match.text, data.FindRole("byline"), roles);
    } else if (match.field == HintField::kDisclaimer) {
      MarkBlocks(document, match.text, data.FindRole("disclaimer"), roles);
    }
  }
}

void TakeHintedCredits(const Document& document, const FoldedText& folded,
                       const PatternPlan& plan, const Hits& hits,
                       const PageData& data, PageFacts& facts) {
  const CreditReader reader(document, folded, plan, hits, data);
  for (const CreditField& field : kCreditFields) {
    std::vector<Credit> credits;
    for (const HintMatch& match : document.hinted()) {
      if (match.field == field.field) reader.Read(match, field, credits);
    }
    if (!credits.empty()) facts.*field.list = std::move(credits);
  }
}

void TakeHintedDisclaimers(const Document& document, const Hits& hits,
                           const PageData& data, PageFacts& facts) {
  std::vector<Disclaimer> disclaimers;
  for (const HintMatch& match : document.hinted()) {
    if (match.field != HintField::kDisclaimer) continue;
    Disclaimer& disclaimer = disclaimers.emplace_back();
    disclaimer.not_advice = match.text;
    for (const PatternId pattern : data.disclaimer.consults) {
      const auto within = hits.Within(pattern, match.text);
      if (!within.empty() && disclaimer.consult.empty()) {
        disclaimer.consult = within.front().where;
      }
    }
  }
  if (!disclaimers.empty()) facts.disclaimers = std::move(disclaimers);
}

}  // namespace medlint
