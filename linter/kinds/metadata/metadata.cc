// SPDX-License-Identifier: Apache-2.0
//
// metadata: who wrote the page, who checked it and when; what is not said, or
// said in a way that a rule does not accept.

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  static const std::vector<Field> fields = {
      {"author", {&PageFacts::authors}},
      {"reviewer", {&PageFacts::reviewers}},
      {"published", {&PageFacts::published}},
      {"modified", {&PageFacts::modified}},
      {"reviewed", {&PageFacts::reviewed}},
      {"date",
       {&PageFacts::published, &PageFacts::modified, &PageFacts::reviewed}},
      {"structured-data", {}},
  };
  return fields;
}

struct Settings {
  const Field* field = nullptr;
  bool expects_presence = false;
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
    if (settings_.expects_presence && !present) {
      out.push_back({.where = {}, .status = "absent"});
    }
    if (settings_.any.empty()) return;
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

  static constexpr std::string_view kExpectations[] = {"present", "any"};
  settings.expects_presence =
      context.keys.ChoiceOr("expect", "any", kExpectations) == "present";
  const PatternSpec options = ReadPatternOptions(context);
  settings.any = ReadPatterns(context, "any", Presence::kOptional, options);
  settings.without =
      ReadPatterns(context, "without", Presence::kOptional, options);
  if (settings.expects_presence == context.keys.Has("any")) {
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
