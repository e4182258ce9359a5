// SPDX-License-Identifier: Apache-2.0
//
// medlint config: what a configuration comes to, and what is wrong with it.

#include "linter/project/config.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/cli/commands.h"
#include "linter/cli/config_schema.h"
#include "linter/cli/config_text.h"
#include "linter/cli/console.h"
#include "linter/cli/example_failures.h"
#include "linter/cli/hints_text.h"
#include "linter/cli/inputs.h"
#include "linter/cli/rules_in_use.h"
#include "linter/engine/self_check.h"
#include "linter/project/config_article.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

std::string Comment(std::string_view text) {
  return "# " + VisibleLine(text) + "\n";
}

// Which files the settings are from.
std::string FilesText(const Site& site) {
  const Config* const config = site.ConfigOf(0);
  if (config == nullptr) {
    return Comment("no configuration: `medlint init` writes one");
  }
  std::string text = Comment("configuration: " + config->path);
  for (const Config::Part& part : config->parts) {
    const std::string& name = part.file.file->name();
    if (name != config->path) text += Comment("extends " + name);
  }
  for (const Setting<std::string>& each : config->rulesets)
    text += Comment("extends the ruleset " + each.value);
  return text;
}

int Show(const CommandLine& line) {
  const std::optional<Site> site = OpenSiteHere(line, {.examples = false});
  if (!site) return kExitNotDone;
  return Finish(FilesText(*site) +
                    EffectiveText(*site, FailLevelOf(line, *site)) +
                    TablesText(*site),
                kExitClean);
}

std::string GlobsText(const Globs& globs) {
  std::string text;
  for (const FileGlob& glob : globs)
    text += (text.empty() ? "" : ", ") + glob.text;
  return text;
}

// Which tables of the configuration are for the page, and which are not.
std::string TablesFor(const Config& config,
                      const std::vector<ConfigLayer>& layers,
                      std::string_view page) {
  std::string text;
  const auto add = [&](std::string_view what, bool applies, const Globs& globs,
                       const ConfigPlace& at) {
    text += Comment((applies ? "" : "does not apply: ") + std::string(what) +
                    " of " + at.ToString() +
                    (globs.empty() ? "" : ", for " + GlobsText(globs)));
  };
  for (const Config::Part& part : config.parts) {
    for (const ConfigOverride& each : part.file.overrides) {
      const bool applies =
          std::ranges::find(layers, &each, &ConfigLayer::of_override) !=
          layers.end();
      add("[[overrides]]", applies, each.files, each.at);
    }
    for (const ConfigException& each : part.file.exceptions) {
      add("[[exception]]", IsFor(each, PathBelow(part.folder, page)),
          each.files, each.at);
    }
  }
  return text;
}

// What the hints of the configuration find on the page.
std::string HintsOn(const CommandLine& line, const Site& site,
                    const std::string& page) {
  const auto& hints = site.LinterOf(0).options().hints;
  if (hints == nullptr) return "";
  const auto source = ReadInput(line, page);
  if (!source) {
    return Comment("hints of [article] were not tried: the page " +
                   source.error().what());
  }
  const auto read = site.LinterOf(0).Read(*source);
  if (!read) return Comment(read.error().what());
  std::string text;
  for (const std::string& each :
       HintLines(**read, HintsInForce(site.LayersOf(0)), *hints))
    text += Comment(each);
  return text;
}

bool IsPart(const Config& config, std::string_view name) {
  return std::ranges::any_of(config.parts, [&](const Config::Part& part) {
    return part.file.file->name() == name;
  });
}

// Says which configuration applies to a page, and what it comes to.
int Explain(const CommandLine& line, const std::string& page) {
  const std::optional<Site> site = OpenSite(line, {page}, {.examples = false});
  if (!site) return kExitNotDone;
  std::string text = Comment(page) + FilesText(*site);
  if (line.config.empty() && !line.no_config &&
      ConfigFromEnvironment().empty()) {
    for (const std::string& each : ConfigFinder().FindPassedOver(page)) {
      if (IsPart(*site->ConfigOf(0), ShownPath(each))) continue;
      text += Comment("further up, and passed over: " + ShownPath(each));
    }
  }
  if (site->ConfigOf(0) != nullptr) {
    text +=
        TablesFor(*site->ConfigOf(0), site->LayersOf(0), AbsolutePath(page)) +
        HintsOn(line, *site, page);
  }
  return Finish(text + EffectiveText(*site, FailLevelOf(line, *site)),
                kExitClean);
}

// True if the rule is from one of the rulesets, files or folders.
bool IsFrom(const RuleInfo& rule, const Texts& rulesets) {
  return std::ranges::any_of(rulesets, [&](const Setting<std::string>& each) {
    return rule.file == each.value || !PathBelow(each.value, rule.file).empty();
  });
}

// Holds the rules of the rulesets that "config" extends to their examples.
int CheckExamples(const CommandLine& line, const Config& config) {
  std::vector<std::string> paths;
  for (const Setting<std::string>& each : config.rulesets)
    paths.push_back(each.value);
  const std::optional<RuleSet> rules = LoadRulesInUse(line, paths);
  if (!rules) return kExitNotDone;
  const SelfCheckResult result = SelfCheck(
      *rules, Strictness::kExamples,
      [&](const RuleInfo& rule) { return IsFrom(rule, config.rulesets); });
  std::string text;
  for (const ExampleFailure& failure : result.failures)
    text += FailureText(failure);
  text += config.path + ": no mistake in " +
          Counted(static_cast<int>(config.parts.size()), "file");
  if (!paths.empty()) {
    text += "; tested " + Counted(result.rules, "rule") + " that it extends: " +
            Counted(static_cast<int>(result.failures.size()), "failure");
  }
  return Finish(text + "\n",
                result.failures.empty() ? kExitClean : kExitFindings);
}

int CheckAll(CommandLine line, const std::string& file) {
  if (!file.empty()) line.config = file;
  const std::optional<Site> site =
      OpenSiteHere(line, {.examples = false}, Thoroughness::kEverything);
  if (!site) return kExitNotDone;
  if (site->ConfigOf(0) == nullptr) {
    return Fail(Error(Error::Code::kNotFound, "medlint.toml",
                      "there is none in this folder or above")
                    .WithHint("`medlint init` writes one"));
  }
  return CheckExamples(line, *site->ConfigOf(0));
}

int Schema(const std::string& of) {
  if (of.empty() || of == "config") return Finish(ConfigSchema(), kExitClean);
  if (of == "ruleset") return Finish(RulesetSchema(), kExitClean);
  return Fail(Error(Error::Code::kInvalidArgument, of, "has no schema")
                  .WithHint("`config schema` or `config schema ruleset`"));
}

}  // namespace

int RunConfig(const CommandLine& line) {
  const std::vector<std::string>& words = line.operands;
  const std::string what = words.empty() ? "" : words.front();
  const std::string operand = words.size() > 1 ? words[1] : "";
  if (what == "show" && words.size() == 1) return Show(line);
  if (what == "explain" && words.size() == 2) return Explain(line, operand);
  if (what == "check" && words.size() <= 2) return CheckAll(line, operand);
  if (what == "schema" && words.size() <= 2) return Schema(operand);
  static constexpr std::string_view kWhat[] = {"show", "explain", "check",
                                               "schema"};
  return Fail(Error(Error::Code::kInvalidArgument, "",
                    "`config` takes one of show, explain FILE, check [FILE], "
                    "schema [ruleset]")
                  .WithHint(DidYouMean(what, kWhat)));
}

}  // namespace medlint
