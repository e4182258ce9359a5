// SPDX-License-Identifier: Apache-2.0
//
// metadata: who wrote the page, who checked it and when, and in which language;
// what is not said, or said in a way that a rule does not accept.

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/document/running_text.h"
#include "linter/page/date.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::metadata {
namespace {

using CreditLists = std::vector<std::vector<Credit> PageFacts::*>;

struct Field {
  std::string_view name;
  CreditLists lists;
};

const std::vector<Field>& Fields() {
  static const std::vector<Field> kFields = {
      {"author", {&PageFacts::authors}},
      {"reviewer", {&PageFacts::reviewers}},
      {"published", {&PageFacts::published}},
      {"modified", {&PageFacts::modified}},
      {"reviewed", {&PageFacts::reviewed}},
      {"date",
       {&PageFacts::published, &PageFacts::modified, &PageFacts::reviewed}},
      {"structured-data", {}},
      {"language", {}},
  };
  return kFields;
}

struct Settings {
  const Field* field = nullptr;
  bool expects_presence = false;
  bool expects_consistency = false;
  bool expects_rules = false;    // for the language of the page
  bool one_excuses_all = false;  // "without" in one value is enough
  int max_years = 0;             // 0: of any age
  std::vector<PatternId> any;
  std::vector<PatternId> without;
};

bool HasStructuredData(const Document& document) {
  return std::ranges::any_of(document.properties(), [](const Property& p) {
    return p.name == "jsonld:@type";
  });
}

class MetadataCheck : public Check {
 public:
  explicit MetadataCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    const bool present = IsPresent(page);
    if (settings_.expects_presence && !present && !IsExcusedBySite(page)) {
      out.push_back({.where = {}, .status = "absent"});
    }
    if (settings_.max_years > 0) FindStale(page, out);
    if (settings_.expects_rules) FindUncovered(page, out);
    if (settings_.expects_consistency) FindInconsistent(page, out);
    if (settings_.any.empty()) return;
    if (settings_.one_excuses_all && IsExcused(page)) return;
    for (const auto list : settings_.field->lists) {
      for (const Credit& credit : page.facts.*list) {
        if (!Touches(page, settings_.any, credit.where) ||
            Touches(page, settings_.without, credit.where)) {
          continue;
        }
        out.push_back({.where = credit.where, .status = "present"});
      }
    }
  }

 private:
  struct Dated {
    Date date;
    const Credit* credit = nullptr;
  };

  static std::vector<Dated> DatesOf(const std::vector<Credit>& credits) {
    std::vector<Dated> dates;
    for (const Credit& credit : credits) {
      if (const auto date = ParseWrittenDate(credit.value)) {
        dates.push_back({*date, &credit});
      }
    }
    return dates;
  }

  // The newest date of the page, if it is too old.  One that lies in the future
  // tells nothing.
  void FindStale(const Page& page, std::vector<Candidate>& out) const {
    Dated newest;
    for (const auto list : settings_.field->lists) {
      for (const Dated& dated : DatesOf(page.facts.*list)) {
        if (dated.date <= page.as_of && newest.date < dated.date) {
          newest = dated;
        }
      }
    }
    if (newest.credit == nullptr) return;
    Date expiry = newest.date;
    expiry.year += settings_.max_years;
    if (page.as_of <= expiry) return;
    Candidate& stale = out.emplace_back();
    stale.where = newest.credit->where;
    stale.status = "present";
    stale.captures["date"] = newest.date.ToString();
  }

  // Dates in the future, and changes before the publication.  A review may come
  // before it.
  static void FindInconsistent(const Page& page, std::vector<Candidate>& out) {
    const PageFacts& facts = page.facts;
    std::optional<Date> first;
    for (const Dated& dated : DatesOf(facts.published)) {
      if (dated.date > page.as_of) {
        Report(dated, "is in the future", out);
        return;
      }
      // A page that was published twice was published first on the first day.
      if (!first || dated.date < *first) first = dated.date;
    }
    for (const auto* list : {&facts.modified, &facts.reviewed}) {
      for (const Dated& dated : DatesOf(*list)) {
        if (dated.date > page.as_of) {
          Report(dated, "is in the future", out);
          return;
        }
        if (list == &facts.modified && first && dated.date < *first) {
          Report(dated, "is before the publication", out);
          return;
        }
      }
    }
  }

  // A page in a language that no ruleset is written for.
  static void FindUncovered(const Page& page, std::vector<Candidate>& out) {
    const std::vector<std::string>& covered = page.data.rule_languages;
    const std::string& language = page.facts.language;
    if (language.empty() || covered.empty() ||
        std::ranges::find(covered, language) != covered.end()) {
      return;
    }
    const std::string_view name = page.data.detector.NameOf(language);
    Candidate& candidate = out.emplace_back();
    candidate.status = "present";
    candidate.captures["language"] =
        name.empty() ? "the language \"" + language + "\"" : std::string(name);
  }

  static void Report(const Dated& dated, std::string_view what,
                     std::vector<Candidate>& out) {
    Candidate& candidate = out.emplace_back();
    candidate.where = dated.credit->where;
    candidate.status = "present";
    candidate.captures["what"] = std::string(what);
    candidate.captures["date"] = dated.date.ToString();
  }

  bool IsExcused(const Page& page) const {
    for (const auto list : settings_.field->lists) {
      for (const Credit& credit : page.facts.*list) {
        if (Touches(page, settings_.without, credit.where) ||
            IsExcusedBeside(page, credit.value)) {
          return true;
        }
      }
    }
    return false;
  }

  // Where there is no value, the title or the frame of the page may say why;
  // its text speaks of others.
  bool IsExcusedBySite(const Page& page) const {
    const Markup& markup = page.document.markup();
    const auto excuses = [&](const Hit& hit) {
      const Block& block = page.document.blocks()[hit.line];
      const bool framed = block.element != kNoElement &&
                          markup.Closest(block.element, [&](ElementIndex each) {
                            const Tag tag = markup.elements[each].tag;
                            return tag == Tag::k_footer || tag == Tag::k_header;
                          }) != kNoElement;
      return framed || block.zone == Zone::kTitle || !IsRunningText(block.zone);
    };
    return settings_.one_excuses_all &&
           std::ranges::any_of(settings_.without, [&](PatternId pattern) {
             return std::ranges::any_of(page.hits.Of(pattern), excuses);
           });
  }

  // What excuses may be said wherever the page introduces who is named: right
  // beside the name in a short block, or in the next one if the name has its
  // own.
  bool IsExcusedBeside(const Page& page, std::string_view name) const {
    constexpr Offset kMostOfBlock = 300;  // bytes
    constexpr Offset kBefore = 8;
    constexpr Offset kAfter = 48;
    if (name.find(' ') == std::string_view::npos) return false;
    const std::span<const Block> blocks = page.document.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const TextSpan block = blocks[i].text;
      if (block.size() > kMostOfBlock || block.size() < name.size()) continue;
      const std::size_t at = page.document.Slice(block).find(name);
      if (at == std::string_view::npos) continue;
      const TextSpan found =
          TextSpan::Of(block.begin + at, block.begin + at + name.size());
      const TextSpan beside{
          std::max(block.begin, found.begin - std::min(found.begin, kBefore)),
          EndOfPart(page.document,
                    {found.end, std::min(block.end, found.end + kAfter)})};
      if (Touches(page, settings_.without, beside)) return true;
      const bool goes_on = found == block && i + 1 < blocks.size() &&
                           blocks[i + 1].text.size() <= kMostOfBlock;
      if (goes_on && Touches(page, settings_.without, blocks[i + 1].text))
        return true;
    }
    return false;
  }

  // Where the next part of a byline begins, or the end of "after".
  static Offset EndOfPart(const Document& document, TextSpan after) {
    const std::string_view text = document.Slice(after);
    std::size_t end = text.size();
    for (const std::string_view separator : {"|", "\u00B7", "\u2022", ":"})
      end = std::min(end, text.find(separator));
    return after.begin + static_cast<Offset>(end);
  }

  bool IsPresent(const Page& page) const {
    if (settings_.field->lists.empty()) {
      return HasStructuredData(page.document);
    }
    return std::ranges::any_of(settings_.field->lists, [&](auto list) {
      return !(page.facts.*list).empty();
    });
  }

  static bool Touches(const Page& page, const std::vector<PatternId>& patterns,
                      TextSpan where) {
    return std::ranges::any_of(patterns, [&](PatternId pattern) {
      return !page.hits.Within(pattern, where).empty();
    });
  }

  Settings settings_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  std::vector<std::string_view> names;
  for (const Field& field : Fields())
    names.push_back(field.name);
  if (!context.keys.Has("field")) {
    context.keys.Reject("field", "a metadata rule needs a `field`");
  }
  Settings settings;
  const std::string name = context.keys.ChoiceOr("field", "author", names);
  settings.field = &*std::ranges::find(Fields(), name, &Field::name);

  static constexpr std::string_view kExpectations[] = {
      "present", "any", "consistent", "recent", "covered"};
  const std::string expected =
      context.keys.ChoiceOr("expect", "any", kExpectations);
  settings.expects_presence = expected == "present";
  settings.expects_consistency = expected == "consistent";
  settings.expects_rules = expected == "covered";
  if ((name == "language") != settings.expects_rules) {
    context.keys.Reject("expect",
                        "`expect = \"covered\"` goes with the language");
  }
  settings.max_years = context.keys.IntOr("max-years", 0, 1, 100);
  const bool by_value = expected == "any";
  if ((expected == "recent") != (settings.max_years > 0)) {
    context.keys.Reject("expect",
                        "`expect = \"recent\"` goes with `max-years`");
  }
  const PatternSpec options = ReadPatternOptions(context);
  settings.any = ReadPatterns(context, "any", Presence::kOptional, options);
  // What must not stand around a value says nothing of what excuses it.
  settings.without = ReadPatterns(
      context, "without", Presence::kOptional,
      {.exact_case = options.exact_case, .whole_words = options.whole_words});
  static constexpr std::string_view kScopes[] = {"value", "page"};
  settings.one_excuses_all =
      context.keys.ChoiceOr("without-in", "value", kScopes) == "page";
  if (by_value != context.keys.Has("any")) {
    context.keys.Reject(
        "field", "a metadata rule needs either `expect` or `any`",
        "expect = \"present\" flags what is not said, `any` what is");
  }
  return std::make_unique<const MetadataCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "metadata",
    .summary = "Flags an author, reviewer or date that is missing or unfit",
    .compile = Compile,
};

}  // namespace medlint::metadata
