// SPDX-License-Identifier: Apache-2.0
//
// The pre-commit hook of a git repository.
//
// A hook that is there is kept.  In a shell script that git runs, medlint puts
// three lines after the first, where no early exit passes them over; the script
// keeps its name and its place, which some look at.  Any other hook (in another
// language, a link, one that is switched off) is moved to "pre-commit.local"
// and runs after medlint.  Uninstalling restores every byte.
//
// Files are replaced as a whole and keep their mode.

#ifndef LINTER_PROJECT_HOOK_H_
#define LINTER_PROJECT_HOOK_H_

#include <optional>
#include <string>
#include <string_view>

#include "linter/base/result.h"

namespace medlint {

// True if "text" is a script for sh or a shell that reads the same: by its
// first line, or without "#!", as then git asks sh.
bool IsShellScript(std::string_view text);

// Returns "script" with the lines that run "command" and give up if it does not
// succeed.  REQUIRES: IsShellScript(script), no such lines are there
std::string WithHookLines(std::string_view script, std::string_view command);

// Takes out what WithHookLines put in.  Nothing if there is nothing.
std::optional<std::string> WithoutHookLines(std::string_view script);

enum class HookState {
  kNone,         // there is no hook
  kForeign,      // there is one, without medlint
  kSwitchedOff,  // with medlint, but it is not executable
  kInstalled,
};

enum class HookChange {
  kNothing,     // it was so already
  kCreated,     // a new hook
  kAddedTo,     // lines in the hook that is there
  kMovedAside,  // a new hook that runs the one that was there
  kUpdated,     // other lines, or executable again
  kRemoved,     // the hook that medlint made
  kTakenOut,    // the lines
  kMovedBack,   // the hook that was there is back
};

// "path" is that of the hook, see Git::HookPath.
Result<HookState> ReadHookState(const std::string& path);

// Makes the hook run "command", which is written for a shell.
Result<HookChange> InstallHook(const std::string& path,
                               std::string_view command);

Result<HookChange> UninstallHook(const std::string& path);

}  // namespace medlint

#endif  // LINTER_PROJECT_HOOK_H_
