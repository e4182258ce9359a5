// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/rule_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/spelling.h"
#include "linter/base/utf8.h"
#include "linter/guards/registry.h"
#include "linter/kinds/registry.h"
#include "linter/ruleset/example_reader.h"
#include "linter/ruleset/fix_reader.h"

namespace medlint {
namespace {

constexpr std::string_view kCategories[] = {
    "claims", "safety", "dosage",   "disclaimers", "trust",
    "spam",   "links",  "language", "structure",
};

constexpr std::string_view kSeverities[] = {"info", "warning", "error"};

Severity SeverityNamed(std::string_view name) {
  return name == "error"  ? Severity::kError
         : name == "info" ? Severity::kInfo
                          : Severity::kWarning;
}

bool IsKebab(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return IsAsciiLower(c) || IsAsciiDigit(c) || c == '-';
  });
}

// Reads one rule; a class so that each part can reach the table and the rule.
class RuleReader {
 public:
  RuleReader(TableReader& table, PatternPlan::Builder& plan,
             const PageData& page_data)
      : table_(table), plan_(plan), page_data_(page_data) {}

  Rule Read(std::string_view file, std::string_view language, bool examples) {
    rule_.info.file = file;
    ReadId();
    ReadTexts();
    rule_.info.severity =
        SeverityNamed(table_.ChoiceOr("severity", "warning", kSeverities));
    if (!table_.Has("severity")) {
      table_.Reject("severity", table_.name() + " has no `severity`");
    }
    static constexpr std::string_view kReviews[] = {"needed", "done"};
    rule_.info.needs_review =
        table_.ChoiceOr("review", "done", kReviews) == "needed";
    rule_.info.when.page_kinds = DefaultPageKinds();
    ReadGate();
    ReadLanguages(language);
    ReadSeverityIn();
    ReadSeverityWhen();
    for (const LocatedString& id : table_.StringsOrNone("supersedes")) {
      rule_.info.supersedes.emplace_back(id.value);
    }
    for (const LocatedString& glob : table_.StringsOrNone("yields-to")) {
      rule_.info.yields_to.emplace_back(glob.value);
    }
    if (examples) {
      rule_.info.examples = ReadExamples(table_);
    } else {
      PassOverExamples(table_);
    }
    ReadGuards();
    ReadOfferedFixes();
    ReadKind();
    return std::move(rule_);
  }

 private:
  void ReadId() {
    RuleInfo& info = rule_.info;
    info.id = table_.String("id");
    info.place = table_.place();
    if (info.id.empty()) return;
    table_.set_name("[[rule]] " + info.id);
    if (const TomlValue* const value = table_.Raw("id")) {
      info.place = value->place;
    }
    const std::size_t slash = info.id.find('/');
    if (slash == std::string::npos || !IsKebab(info.id.substr(slash + 1))) {
      table_.Reject("id", Quoted(info.id) + " is not of the form category/name",
                    "name the problem: \"claims/cure\"");
      return;
    }
    const std::string_view category = info.category();
    if (std::ranges::find(kCategories, category) == std::end(kCategories)) {
      table_.Reject("id",
                    "there is no category `" + std::string(category) + "`",
                    DidYouMean(category, kCategories));
    }
  }

  void ReadTexts() {
    RuleInfo& info = rule_.info;
    info.summary = table_.String("summary");
    info.message = table_.String("message");
    info.help = table_.StringOr("help", "");
    info.why = table_.StringOr("why", "");
    for (const LocatedString& source : table_.StringsOrNone("sources")) {
      info.sources.emplace_back(source.value);
    }
  }

  // Rules of what is said about health pass over pages that are about something
  // else; rules of what an article must have look at articles alone.
  std::uint32_t DefaultPageKinds() {
    const std::string_view category = rule_.info.category();
    if (category == "spam" || category == "links" || category == "structure") {
      return ~0U;
    }
    const std::string kind = table_.StringOr("kind", "");
    if (kind == "page-needs" || kind == "metadata") {
      return BitOf(PageKind::kArticle);
    }
    return ~BitOf(PageKind::kOther);
  }

  static std::uint32_t BitOf(PageKind kind) {
    return 1U << static_cast<unsigned>(kind);
  }

  void ReadPageKinds(TableReader& when) {
    if (!when.Has("page")) return;
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < kPageKinds; ++i)
      known.push_back(PageKindName(static_cast<PageKind>(i)));
    rule_.info.when.page_kinds = 0;
    for (const std::string& name : ReadNames(when, "page", known)) {
      rule_.info.when.page_kinds |= BitOf(*PageKindNamed(name));
    }
  }

  void ReadGate() {
    std::optional<TableReader> when = table_.TableOrNone("when");
    if (!when) return;
    Gate& gate = rule_.info.when;
    ReadPageKinds(*when);
    gate.types = ReadNames(*when, "type", page_data_.TypeIds());
    gate.not_types = ReadNames(*when, "not-type", page_data_.TypeIds());
    gate.topics = ReadNames(*when, "topic", page_data_.TopicIds());
    gate.or_topics = ReadNames(*when, "or-topic", page_data_.TopicIds());
    gate.or_weighs = ReadWeighing(*when);
    gate.not_topics = ReadNames(*when, "not-topic", page_data_.TopicIds());
    gate.not_institution = when->BoolOr("not-institution", false);
    static constexpr std::string_view kProfiles[] = {"intl", "us", "uk",
                                                     "eu",   "au", "nz"};
    gate.profiles = ReadNames(*when, "profile",
                              {std::begin(kProfiles), std::end(kProfiles)});
    when->Finish();
  }

  std::optional<Weighing> ReadWeighing(TableReader& when) {
    std::optional<TableReader> keys = when.TableOrNone("or-weighs");
    if (!keys) return std::nullopt;
    CompileContext context{
        .keys = *keys, .plan = plan_, .page_data = page_data_};
    const std::optional<WeightsId> weights = ReadWeightsName(context);
    const int sentences = keys->IntOr("sentences", 1, 1, 100'000);
    const int one_in = keys->IntOr("one-in", 100'000, 1, 100'000);
    keys->Finish();
    if (!weights) return std::nullopt;
    return Weighing{
        .weights = *weights, .sentences = sentences, .one_in = one_in};
  }

  // "any", one or several; else that of the ruleset.
  void ReadLanguages(std::string_view of_ruleset) {
    std::vector<std::string>& languages = rule_.info.when.languages;
    const TomlValue* const value = table_.Raw("language");
    if (value == nullptr) {
      if (!of_ruleset.empty()) languages.emplace_back(of_ruleset);
      return;
    }
    if (const auto* const one = std::get_if<std::string>(&value->data)) {
      if (*one != "any") AddLanguage(*one, value->place);
      return;
    }
    for (const LocatedString& each : table_.StringsOrNone("language"))
      AddLanguage(std::string(each.value), each.place);
    if (languages.empty() && std::holds_alternative<TomlArray>(value->data)) {
      table_.Reject("language", "`language` names no language",
                    "language = \"any\" is for a rule that needs none");
    }
  }

  void AddLanguage(std::string name, TomlPlace place) {
    const bool is_subtag = (name.size() == 2 || name.size() == 3) &&
                           std::ranges::all_of(name, IsAsciiLower);
    if (!is_subtag || name == "any") {
      table_.RejectAt(place, Quoted(name) + " is not a primary language subtag",
                      R"("en", "de"; or alone: "any")");
      return;
    }
    rule_.info.when.languages.push_back(std::move(name));
  }

  static std::vector<std::string> ReadNames(
      TableReader& table, std::string_view key,
      const std::vector<std::string_view>& known) {
    std::vector<std::string> names;
    for (const LocatedString& name : table.StringsOrNone(key)) {
      if (std::ranges::find(known, name.value) == known.end()) {
        table.RejectPart(name, 0, name.value.size(),
                         "there is no " +
                             std::string(key.substr(key.rfind('-') + 1)) +
                             " `" + std::string(name.value) + "`",
                         DidYouMean(name.value, known));
      } else {
        names.emplace_back(name.value);
      }
    }
    return names;
  }

  void ReadSeverityIn() {
    std::optional<TableReader> table = table_.TableOrNone("severity-in");
    if (!table) return;
    for (const Zone zone :
         {Zone::kTitle, Zone::kHeading, Zone::kSummary, Zone::kMain,
          Zone::kQuote, Zone::kMeta, Zone::kJsonLd, Zone::kAttribute,
          Zone::kUrl, Zone::kComment, Zone::kHidden, Zone::kBoilerplate}) {
      const std::string_view name = ZoneName(zone);
      if (!table->Has(name)) continue;
      rule_.info.severity_in[zone] =
          SeverityNamed(table->ChoiceOr(name, "warning", kSeverities));
    }
    table->Finish();
  }

  void ReadSeverityWhen() {
    std::optional<TableReader> table = table_.TableOrNone("severity-when");
    if (!table) return;
    for (std::size_t i = 0; i < kClaimStatuses; ++i) {
      const auto status = static_cast<ClaimStatus>(i);
      const std::string_view name = ClaimStatusName(status);
      if (!table->Has(name)) continue;
      rule_.info.severity_when[status] =
          SeverityNamed(table->ChoiceOr(name, "warning", kSeverities));
    }
    table->Finish();
  }

  // Each entry is a name, or a table of one name and its parameters.
  void ReadGuards() {
    const TomlValue* const value = table_.Raw("unless");
    if (value == nullptr) return;
    const TomlArray* const list = std::get_if<TomlArray>(&value->data);
    if (list == nullptr) {
      table_.Reject("unless", "`unless` must be a list of guards");
      return;
    }
    static const TomlValue kNoParameters = {.place = {}, .data = TomlTable()};
    for (const TomlValue& item : *list) {
      if (const auto* const name = std::get_if<std::string>(&item.data)) {
        AddGuard(*name, item.place, kNoParameters);
        continue;
      }
      const TomlTable* const table = std::get_if<TomlTable>(&item.data);
      if (table == nullptr || table->size() != 1) {
        table_.RejectAt(item.place,
                        "a guard is a name or { name = { parameters } }");
        continue;
      }
      const TomlMember& member = table->front();
      if (!std::holds_alternative<TomlTable>(member.value->data)) {
        table_.RejectAt(member.value->place,
                        "the parameters of a guard must be a table");
        continue;
      }
      AddGuard(member.key, member.key_place, *member.value);
    }
  }

  void AddGuard(const std::string& name, TomlPlace place,
                const TomlValue& parameters) {
    const Guard* const guard = FindGuard(name);
    if (guard == nullptr) {
      std::vector<std::string_view> known;
      for (const Guard* const other : AllGuards())
        known.push_back(other->name);
      table_.RejectAt(place, "there is no guard `" + name + "`",
                      DidYouMean(name, known));
      return;
    }
    TableReader keys = table_.Nested(parameters, "the guard `" + name + "`");
    auto veto =
        guard->compile({.keys = keys, .plan = plan_, .page_data = page_data_});
    keys.Finish();
    rule_.info.guards.push_back(name);
    rule_.vetoes.push_back({.guard = name, .veto = std::move(veto)});
  }

  void ReadOfferedFixes() {
    rule_.fixes = ReadFixes(table_, plan_, page_data_);
    for (const OfferedFix& fix : rule_.fixes) {
      rule_.info.fixes.push_back(fix.title +
                                 (fix.is_safe ? " (safe)" : " (unsafe)"));
    }
  }

  // Last, for the kind's own keys are what is left.
  void ReadKind() {
    rule_.info.kind = table_.String("kind");
    const Kind* const kind = FindKind(rule_.info.kind);
    if (kind != nullptr) {
      rule_.check = kind->compile(
          {.keys = table_, .plan = plan_, .page_data = page_data_});
      table_.Finish();
      return;
    }
    if (rule_.info.kind.empty()) return;
    std::vector<std::string_view> known;
    for (const Kind* const other : AllKinds())
      known.push_back(other->name);
    table_.Reject("kind", "there is no kind `" + rule_.info.kind + "`",
                  DidYouMean(rule_.info.kind, known));
  }

  TableReader& table_;
  PatternPlan::Builder& plan_;
  const PageData& page_data_;
  Rule rule_;
};

}  // namespace

std::optional<Rule> ReadRule(TableReader& table, std::string_view file,
                             std::string_view language, bool examples,
                             PatternPlan::Builder& plan,
                             const PageData& page_data) {
  const std::size_t before = table.error_count();
  Rule rule = RuleReader(table, plan, page_data).Read(file, language, examples);
  if (table.error_count() != before || !rule.check) return std::nullopt;
  return rule;
}

}  // namespace medlint
