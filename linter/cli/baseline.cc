// SPDX-License-Identifier: Apache-2.0
//
// medlint baseline create|update|prune|show: keeps the findings that are not to
// be reported again.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/cli/baseline_in_use.h"
#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/excluded_inputs.h"
#include "linter/cli/inputs.h"
#include "linter/cli/rules_in_use.h"
#include "linter/project/baseline_file.h"
#include "linter/project/file_bytes.h"
#include "linter/project/site.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

enum class Verb { kCreate, kPrune, kShow, kUpdate };

constexpr std::string_view kVerbs[] = {"create", "prune", "show", "update"};

// Takes the verb off the operands.  Nothing, after a complaint, if there is
// none.
std::optional<Verb> TakeVerb(std::vector<std::string>& operands) {
  const std::string word = operands.empty() ? "" : operands.front();
  const auto verb = std::ranges::find(kVerbs, word);
  if (verb == std::end(kVerbs)) {
    const std::string nearest = DidYouMean(word, kVerbs);
    Complain(UsageError(
        "baseline",
        word.empty() ? "create, update, prune or show?"
                     : "there is no `baseline " + word + "`",
        nearest.empty() ? "write medlint baseline create, update, prune or show"
                        : nearest));
    return std::nullopt;
  }
  operands.erase(operands.begin());
  return static_cast<Verb>(verb - std::begin(kVerbs));
}

// True if the page "path" is what "wanted" names, or in it.
bool IsIn(std::string_view path, std::string_view wanted) {
  return wanted.empty() || path == wanted ||
         (path.starts_with(wanted) &&
          path.substr(wanted.size()).front() == '/');
}

// What show prints: each file, and how often each rule in it.
std::string ListingOf(const Baseline& baseline,
                      const std::vector<std::string>& wanted) {
  std::map<std::string_view, std::map<std::string_view, int>> counts;
  int findings = 0;
  for (const BaselineEntry& entry : baseline.entries()) {
    const bool asked =
        wanted.empty() || std::ranges::any_of(wanted, [&](const auto& path) {
          return IsIn(entry.path, path);
        });
    if (!asked) continue;
    ++counts[entry.path][entry.rule];
    ++findings;
  }
  std::string text;
  for (const auto& [path, rules] : counts) {
    text += Visible(path) + "\n";
    for (const auto& [rule, count] : rules)
      text += "  " + Visible(rule) + " " + std::to_string(count) + "\n";
  }
  return text + Counted(findings, "finding") + " in " +
         Counted(static_cast<int>(counts.size()), "file") + "\n";
}

int Show(const BaselineInUse& in_use,
         const std::vector<std::string>& operands) {
  BaselinePaths paths(in_use.path);
  std::vector<std::string> wanted;
  for (const std::string& operand : operands) {
    // A folder, as what its pages begin with.
    std::string path = paths.Of(
        (std::filesystem::path(operand) / "x").lexically_normal().string());
    path.resize(path.size() - 1);
    if (path.ends_with('/')) path.pop_back();
    wanted.push_back(std::move(path));
  }
  return Finish(ListingOf(in_use.baseline, wanted), kExitClean);
}

// What was linted.
struct Linted {
  std::map<std::string, std::size_t> inputs;  // by path in the baseline
  std::vector<BaselineEntry> found;
  std::set<BaselineEntry> stale;
  bool complete = true;  // nothing kept medlint from linting
};

// Lints pages, to write a baseline of what there is.
class BaselineRun {
 public:
  BaselineRun(const CommandLine& line, const BaselineInUse& old)
      : line_(line), old_(old), paths_(old.path) {}

  // False, after complaints, if the command line makes no sense.  A page that
  // cannot be linted is complained of, and its entries stay.
  bool Lint();

  Baseline Created() const { return Baseline(linted_.found); }
  // What was linted as it is now, and the rest as it was.
  Baseline Updated();
  // Without what is stale.
  Baseline Pruned();

  bool complete() const { return linted_.complete; }

 private:
  // True if an entry is of a page that is there and was not linted, or of a
  // rule that was not run.
  bool IsBeyond(const BaselineEntry& entry);

  const CommandLine& line_;
  const BaselineInUse& old_;
  BaselinePaths paths_;
  std::optional<Site> site_;
  Linted linted_;
  std::map<std::string, bool> exists_;  // by path
};

bool BaselineRun::Lint() {
  std::optional<Inputs> inputs = CollectInputs(line_);
  if (!inputs) return false;
  site_ = OpenSite(line_, PagesOf(line_, *inputs), {.examples = false});
  if (!site_) return false;
  if (site_->active_rule_count() == 0) {
    Complain(UsageError("", "no rule is active",
                        "--select and --ignore leave none, the configuration "
                        "has all off, or there is no ruleset"));
    return false;
  }
  PassOverExcluded(line_, *inputs, *site_);
  Report report = LintInputs(line_, *std::move(inputs), *site_);
  for (const Error& error : report.errors)
    Complain(error);
  linted_.complete = report.errors.empty();
  for (FileReport& file : report.files) {
    std::string path = paths_.Of(file.source->name());
    const auto stale = MatchBaseline(old_.baseline.Of(path), file);
    linted_.stale.insert(stale.begin(), stale.end());
    std::ranges::move(EntriesOf(file, path), std::back_inserter(linted_.found));
    linted_.inputs.emplace(std::move(path), file.input);
  }
  return true;
}

bool BaselineRun::IsBeyond(const BaselineEntry& entry) {
  const auto linted = linted_.inputs.find(entry.path);
  if (linted != linted_.inputs.end()) {
    return !CanTell(entry.rule, *site_, linted->second);
  }
  const auto [there, is_new] = exists_.try_emplace(entry.path);
  if (is_new) there->second = paths_.Exists(entry.path);
  return there->second;
}

Baseline BaselineRun::Updated() {
  std::vector<BaselineEntry> entries = linted_.found;
  for (const BaselineEntry& entry : old_.baseline.entries()) {
    if (IsBeyond(entry)) entries.push_back(entry);
  }
  return Baseline(std::move(entries));
}

Baseline BaselineRun::Pruned() {
  std::vector<BaselineEntry> entries;
  for (const BaselineEntry& entry : old_.baseline.entries()) {
    const bool matched =
        linted_.inputs.contains(entry.path) && !linted_.stale.contains(entry);
    if (matched || IsBeyond(entry)) entries.push_back(entry);
  }
  return Baseline(std::move(entries));
}

// How many entries "a" has and "b" has not.
int CountMissing(const Baseline& a, const Baseline& b) {
  std::vector<BaselineEntry> missing;
  std::ranges::set_difference(a.entries(), b.entries(),
                              std::back_inserter(missing));
  return static_cast<int>(missing.size());
}

// Writes the baseline, if it is not what is there, and says what has changed.
int Write(const std::string& path, const BaselineInUse* before,
          const Baseline& after) {
  const Baseline old = before != nullptr ? before->baseline : Baseline();
  const int added = CountMissing(after, old);
  const int dropped = CountMissing(old, after);
  const bool changes =
      before == nullptr || before->renamed || added > 0 || dropped > 0;
  if (changes) {
    if (const auto failure = ReplaceFile(path, FormatBaseline(after))) {
      return Fail(*failure);
    }
  }
  std::set<std::string_view> files;
  for (const BaselineEntry& entry : after.entries())
    files.insert(entry.path);
  const auto size = static_cast<int>(after.entries().size());
  return Finish((changes ? "wrote " : "left ") + Visible(path) + ": " +
                    Counted(size, "finding") + " in " +
                    Counted(static_cast<int>(files.size()), "file") + "; " +
                    std::to_string(added) + " added, " +
                    std::to_string(dropped) + " dropped\n",
                kExitClean);
}

// --baseline, or the nearest; "" if there is none.
std::string PathOf(const CommandLine& line) {
  return line.baseline.empty() ? FindBaseline(".") : line.baseline;
}

int Create(const CommandLine& line) {
  const std::string nearest = PathOf(line);
  const std::string path =
      nearest.empty() ? std::string(kBaselineName) : nearest;
  std::error_code failure;
  if (!line.force && std::filesystem::exists(path, failure)) {
    return Fail(UsageError(path, "there is a baseline already",
                           "`medlint baseline update` adds to it, --force "
                           "replaces it"));
  }
  const BaselineInUse none{.path = path, .baseline = Baseline()};
  BaselineRun run(line, none);
  if (!run.Lint()) return kExitNotDone;
  const int status = Write(path, nullptr, run.Created());
  return run.complete() ? status : kExitNotDone;
}

int Change(Verb verb, const CommandLine& line, const BaselineInUse& old) {
  BaselineRun run(line, old);
  if (!run.Lint()) return kExitNotDone;
  const int status = Write(
      old.path, &old, verb == Verb::kUpdate ? run.Updated() : run.Pruned());
  return run.complete() ? status : kExitNotDone;
}

}  // namespace

int RunBaseline(const CommandLine& line) {
  CommandLine rest = line;
  const std::optional<Verb> verb = TakeVerb(rest.operands);
  if (!verb) return kExitNotDone;
  if (std::ranges::find(rest.operands, "-") != rest.operands.end()) {
    return Fail(UsageError("-", "standard input has no place in a baseline",
                           "name files or folders"));
  }
  if (*verb != Verb::kShow && rest.operands.empty() &&
      rest.files_from.empty()) {
    rest.operands.emplace_back(".");
  }
  if (*verb == Verb::kCreate) return Create(rest);
  const std::optional<BaselineInUse> old = LoadBaselineInUse(rest);
  if (!old) return kExitNotDone;
  if (old->path.empty()) {
    return Fail(UsageError(std::string(kBaselineName), "there is no baseline",
                           "`medlint baseline create` makes one"));
  }
  if (*verb == Verb::kShow) return Show(*old, rest.operands);
  return Change(*verb, rest, *old);
}

}  // namespace medlint
