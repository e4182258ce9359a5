// SPDX-License-Identifier: Apache-2.0
//
// medlint explain: all that is known about one rule.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/rules_in_use.h"
#include "linter/document/document.h"
#include "linter/guards/registry.h"
#include "linter/kinds/registry.h"
#include "linter/report/terminal_text.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

constexpr int kNoLimit = 1 << 20;

// Builds the page, leaving out what has nothing to say.
class Explanation {
 public:
  Explanation(const RuleInfo& rule, const Site& site)
      : rule_(&rule), site_(&site) {}

  std::string Write();

 private:
  void AddHead();
  void AddConfiguration();
  void AddGate();
  void AddSilence();
  void AddExamples(bool bad, std::string_view title);
  void AddParagraph(std::string_view title, std::string_view text);
  void AddList(std::string_view title, const std::vector<std::string>& items);

  const RuleInfo* rule_;
  const Site* site_;
  std::string text_;
};

std::string Explanation::Write() {
  AddHead();
  AddConfiguration();
  AddParagraph("Why", rule_->why);
  AddParagraph("What to do", rule_->help);
  AddList("Fixes", rule_->fixes);
  AddGate();
  AddSilence();
  AddExamples(true, "Flagged");
  AddExamples(false, "Not flagged");
  AddList("Sources", rule_->sources);
  text_ += "\n" + Visible(rule_->file) + ":" +
           std::to_string(rule_->place.line) + "\n";
  return text_;
}

void Explanation::AddHead() {
  const LintOptions& options = site_->LinterOf(0).options();
  const std::string_view state =
      options.off.contains(rule_->id)
          ? "off"
          : SeverityName(SeverityOf(*rule_, options));
  text_ = rule_->id + " (" + std::string(state) + ")\n";
  text_ += VisibleLine(rule_->summary) + "\n";
  if (rule_->needs_review) {
    text_ += "A clinician has not yet reviewed this rule.\n";
  }
  const Kind* const kind = FindKind(rule_->kind);
  if (kind != nullptr) {
    AddParagraph("Kind", rule_->kind + ": " + std::string(kind->summary));
  }
  std::vector<std::string> zones;
  for (const auto& [zone, severity] : rule_->severity_in) {
    zones.push_back(std::string(ZoneName(zone)) + ": " +
                    std::string(SeverityName(severity)));
  }
  AddList("Severity elsewhere", zones);
  std::vector<std::string> statuses;
  for (const auto& [status, severity] : rule_->severity_when) {
    statuses.push_back(std::string(ClaimStatusName(status)) + ": " +
                       std::string(SeverityName(severity)));
  }
  AddList("Severity of words that are", statuses);
}

// What the configuration of the current folder makes of the rule, and where.
void Explanation::AddConfiguration() {
  const RuleSettings settings = SettingsOf(rule_->id, site_->LayersOf(0));
  std::vector<std::string> items;
  if (settings.IsOff()) {
    items.push_back("off: " + settings.state->at.ToString());
  }
  if (settings.severity) {
    std::string item(SeverityName(settings.severity->value));
    if (settings.severity->value != rule_->severity) {
      item += ", not " + std::string(SeverityName(rule_->severity));
    }
    items.push_back(item + ": " + settings.severity->at.ToString());
  }
  if (settings.options != nullptr) {
    items.push_back("other keys: " + settings.options->at.ToString());
  }
  AddList("Configured", items);
}

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text;
}

void Explanation::AddGate() {
  const Gate& gate = rule_->when;
  std::vector<std::string> conditions;
  const auto add = [&](std::string_view what,
                       const std::vector<std::string>& names) {
    if (names.empty()) return;
    conditions.push_back(std::string(what) + " " + Joined(names));
  };
  add("the article type is", gate.types);
  add("the article type is not", gate.not_types);
  add("the topic is", gate.topics);
  add("the topic is not", gate.not_topics);
  if (gate.not_institution)
    conditions.emplace_back("no public body or hospital answers for the page");
  add("the profile is", gate.profiles);
  add("the page is in", gate.languages);
  AddList("Only when", conditions);
}

void Explanation::AddSilence() {
  std::vector<std::string> reasons;
  for (const std::string& name : rule_->guards) {
    const Guard* const guard = FindGuard(name);
    reasons.push_back(
        name + (guard == nullptr ? "" : ": " + std::string(guard->summary)));
  }
  AddList("Silent when", reasons);
  AddList("Takes the place of", rule_->supersedes);
}

void Explanation::AddExamples(bool bad, std::string_view title) {
  std::vector<std::string> texts;
  for (const Example& example : rule_->examples) {
    if (example.bad != bad) continue;
    std::string text = example.text;
    if (!example.why.empty()) text += " (" + example.why + ")";
    texts.push_back(std::move(text));
  }
  AddList(title, texts);
}

void Explanation::AddParagraph(std::string_view title, std::string_view text) {
  if (text.empty()) return;
  text_ +=
      "\n" + std::string(title) + "\n  " + VisibleLine(text, kNoLimit) + "\n";
}

void Explanation::AddList(std::string_view title,
                          const std::vector<std::string>& items) {
  if (items.empty()) return;
  text_ += "\n" + std::string(title) + "\n";
  for (const std::string& item : items)
    text_ += "  - " + VisibleLine(item, kNoLimit) + "\n";
}

}  // namespace

int RunExplain(const CommandLine& line) {
  if (line.operands.size() != 1) {
    Complain(Error(Error::Code::kInvalidArgument, "",
                   "`explain` takes the id of one rule")
                 .WithHint("`medlint rules` lists them"));
    return kExitNotDone;
  }
  const std::optional<Site> site = OpenSiteHere(line);
  if (!site) return kExitNotDone;
  const std::string& id = line.operands.front();
  const Rule* const rule = site->RulesOf(0).Find(id);
  if (rule == nullptr) {
    Complain(NoSuchRule("", id, site->RulesOf(0)));
    return kExitNotDone;
  }
  return Finish(Explanation(rule->info, *site).Write(), kExitClean);
}

}  // namespace medlint
