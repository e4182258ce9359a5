// SPDX-License-Identifier: Apache-2.0
//
// medlint hook: lints what is staged before each commit.

#include "linter/project/hook.h"

#include <string>
#include <string_view>

#include "linter/base/result.h"
#include "linter/base/spelling.h"
#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/project/git.h"
#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

constexpr std::string_view kActions[] = {"install", "status", "uninstall"};

int Refuse(const Error& error) {
  Complain(error);
  return kExitNotDone;
}

std::string_view ChangeText(HookChange change) {
  switch (change) {
    case HookChange::kNothing:
      return "nothing to do";
    case HookChange::kCreated:
      return "installed";
    case HookChange::kAddedTo:
      return "installed, as lines in the hook that was there";
    case HookChange::kMovedAside:
      return "installed; the hook that was there is now pre-commit.local and "
             "runs after it";
    case HookChange::kUpdated:
      return "updated";
    case HookChange::kRemoved:
      return "removed";
    case HookChange::kTakenOut:
      return "removed; the rest of the hook is as before";
    case HookChange::kMovedBack:
      return "removed; the hook that was there before is back";
  }
  return "";
}

std::string_view StateText(HookState state) {
  switch (state) {
    case HookState::kNone:
      return "not installed";
    case HookState::kForeign:
      return "not installed; there is a hook, which `medlint hook install` "
             "keeps";
    case HookState::kSwitchedOff:
      return "installed, but git passes it over: it is not executable; "
             "`medlint hook install` mends that";
    case HookState::kInstalled:
      return "installed";
  }
  return "";
}

int Say(const std::string& path, std::string_view what, int status) {
  return Finish(Visible(path) + ": " + std::string(what) + "\n", status);
}

int ShowStatus(const std::string& path) {
  const Result<HookState> state = ReadHookState(path);
  if (!state) return Refuse(state.error());
  return Say(path, StateText(*state),
             *state == HookState::kInstalled ? kExitClean : kExitFindings);
}

int Change(const std::string& path, const Result<HookChange>& change) {
  if (!change) return Refuse(change.error());
  return Say(path, ChangeText(*change), kExitClean);
}

// A hook in a folder that is set for the user or the machine serves all of
// their repositories.
void WarnOfSharedHooks(const Git& git, const std::string& path) {
  const Result<std::string> scope = git.ScopeOfHooksPath();
  if (!scope || (*scope != "global" && *scope != "system")) return;
  Remark(Error(Error::Code::kInvalidArgument, path,
               "core.hooksPath is a " + *scope +
                   " setting: this hook also serves other repositories")
             .WithHint("`git config --local core.hooksPath .git/hooks` keeps "
                       "the hooks of this one apart"));
}

}  // namespace

int RunHook(const CommandLine& line) {
  const std::string action = line.operands.empty() ? "" : line.operands[0];
  const bool known =
      action == "install" || action == "uninstall" || action == "status";
  if (!known || line.operands.size() > 1) {
    const std::string hint = DidYouMean(action, kActions);
    return Refuse(Error(Error::Code::kInvalidArgument, "hook",
                        "needs one of: install, uninstall, status")
                      .WithHint(known || action.empty() ? "" : hint));
  }
  const Result<Git> git = Git::Open(EnvironmentVariables());
  if (!git) return Refuse(git.error());
  const Result<std::string> path = git->HookPath("pre-commit");
  if (!path) return Refuse(path.error());
  if (action != "uninstall") WarnOfSharedHooks(*git, *path);
  if (action == "status") return ShowStatus(*path);
  return Change(*path,
                action == "install"
                    ? InstallHook(*path, OwnCommand() + " check --staged")
                    : UninstallHook(*path));
}

}  // namespace medlint
