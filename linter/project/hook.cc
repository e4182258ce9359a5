// SPDX-License-Identifier: Apache-2.0

#include "linter/project/hook.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "linter/project/file_bytes.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBegin =
    "# >>> medlint (`medlint hook uninstall` takes these lines out)\n";
constexpr std::string_view kEnd = "# <<< medlint";

// What medlint writes where there is no hook, without its lines.
constexpr std::string_view kNewHook =
    "#!/bin/sh\n"
    "# Made by `medlint hook install`.\n";

// What it writes in the place of a hook that it moves to "pre-commit.local".
constexpr std::string_view kHookBefore =
    "#!/bin/sh\n"
    "# Made by `medlint hook install`; the hook that was here runs too.\n"
    "before=$(dirname \"$0\")/pre-commit.local\n"
    "[ ! -x \"$before\" ] || exec \"$before\" \"$@\"\n";

std::string PlaceAside(const std::string& path) {
  return path + ".local";
}

// Where the lines stand.
struct HookLines {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<HookLines> FindHookLines(std::string_view script) {
  const std::size_t begin = script.find(kBegin);
  if (begin == std::string_view::npos) return std::nullopt;
  if (begin > 0 && script[begin - 1] != '\n') return std::nullopt;
  const std::string end_line = "\n" + std::string(kEnd);
  const std::size_t end = script.find(end_line, begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::size_t after = end + end_line.size();
  if (after < script.size()) {
    if (script[after] != '\n') return std::nullopt;
    return HookLines{begin, after + 1};
  }
  // The script was a first line without LF: see WithHookLines.
  return HookLines{begin == 0 ? 0 : begin - 1, after};
}

Error HookFailure(const std::string& path, std::string_view what,
                  int error_number) {
  return Error(Error::Code::kUnreadable, path,
               std::string(what) + ": " + std::strerror(error_number))
      .WithHint(
          "`git config --show-origin core.hooksPath` says if the place "
          "of hooks was set");
}

// A hook as it is on disk.
struct HookFile {
  bool there = false;
  bool is_link = false;
  mode_t mode = 0;
  std::string text;

  bool IsExecutable() const { return (mode & 0111U) != 0; }
};

// Of a hook that was not there.
constexpr mode_t kNewMode = 0755;

Result<HookFile> ReadHook(const std::string& path) {
  HookFile hook;
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return hook;
    return HookFailure(path, "cannot be read", errno);
  }
  hook.there = true;
  hook.is_link = S_ISLNK(status.st_mode);
  hook.mode = status.st_mode & 07777U;
  if (hook.is_link) return hook;
  if (!S_ISREG(status.st_mode)) {
    return Error(Error::Code::kUnreadable, path, "is not a file");
  }
  Result<std::string> text = ReadFileBytes(path);
  if (!text) return text.error();
  hook.text = *std::move(text);
  return hook;
}

Result<HookChange> Done(const std::optional<Error>& failure,
                        HookChange change) {
  if (failure) return *failure;
  return change;
}

std::optional<Error> Move(const std::string& from, const std::string& to) {
  if (rename(from.c_str(), to.c_str()) == 0) return std::nullopt;
  return HookFailure(from, "cannot be moved to " + to, errno);
}

bool IsThere(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

Result<HookChange> CreateHook(const std::string& path,
                              std::string_view command) {
  std::error_code failure;
  fs::create_directories(fs::path(path).parent_path(), failure);
  if (failure) return HookFailure(path, "cannot be written", failure.value());
  return Done(ReplaceFile(path, WithHookLines(kNewHook, command), kNewMode),
              HookChange::kCreated);
}

Result<HookChange> PutBefore(const std::string& path,
                             std::string_view command) {
  const std::string aside = PlaceAside(path);
  if (IsThere(aside)) {
    return Error(Error::Code::kInvalidArgument, path,
                 "is a hook that medlint cannot add lines to, and the place to "
                 "move it to is taken: " +
                     aside)
        .WithHint("call `medlint check --staged` in your hook yourself");
  }
  std::optional<Error> failure = Move(path, aside);
  if (failure) return *failure;
  failure = ReplaceFile(path, WithHookLines(kHookBefore, command), kNewMode);
  if (failure) Move(aside, path);
  return Done(failure, HookChange::kMovedAside);
}

// Replaces the lines that are there, if they are others.
Result<HookChange> UpdateHook(const std::string& path, const HookFile& hook,
                              std::string_view without,
                              std::string_view command) {
  const std::string text = WithHookLines(without, command);
  if (text == hook.text && hook.IsExecutable()) return HookChange::kNothing;
  return Done(ReplaceFile(path, text, hook.mode | 0111U), HookChange::kUpdated);
}

}  // namespace

bool IsShellScript(std::string_view text) {
  static constexpr std::string_view kShells[] = {"sh",  "bash", "dash",
                                                 "ash", "ksh",  "zsh"};
  if (text.find('\0') != std::string_view::npos) return false;
  if (!text.starts_with("#!")) return true;
  // The last part of the first word, or of the next after "env".
  std::string_view line = text.substr(2, text.find('\n') - 2);
  while (true) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view word = line.substr(0, end);
    const std::string_view name = word.substr(word.rfind('/') + 1);
    line.remove_prefix(end);
    if (name != "env" && name != "-S") {
      return std::ranges::find(kShells, name) != std::end(kShells);
    }
  }
}

std::string WithHookLines(std::string_view script, std::string_view command) {
  const std::string lines = std::string(kBegin) + std::string(command) +
                            " </dev/null || exit $?\n" + std::string(kEnd);
  if (!script.starts_with("#!")) return lines + "\n" + std::string(script);
  const std::size_t end = script.find('\n');
  if (end == std::string_view::npos) return std::string(script) + "\n" + lines;
  return std::string(script.substr(0, end + 1)) + lines + "\n" +
         std::string(script.substr(end + 1));
}

std::optional<std::string> WithoutHookLines(std::string_view script) {
  const std::optional<HookLines> lines = FindHookLines(script);
  if (!lines) return std::nullopt;
  return std::string(script.substr(0, lines->begin)) +
         std::string(script.substr(lines->end));
}

Result<HookState> ReadHookState(const std::string& path) {
  const Result<HookFile> hook = ReadHook(path);
  if (!hook) return hook.error();
  if (!hook->there) return HookState::kNone;
  if (!FindHookLines(hook->text)) return HookState::kForeign;
  return hook->IsExecutable() ? HookState::kInstalled : HookState::kSwitchedOff;
}

Result<HookChange> InstallHook(const std::string& path,
                               std::string_view command) {
  const Result<HookFile> hook = ReadHook(path);
  if (!hook) return hook.error();
  if (!hook->there) return CreateHook(path, command);
  const std::optional<std::string> without = WithoutHookLines(hook->text);
  if (without) return UpdateHook(path, *hook, *without, command);
  // Lines in a hook that is switched off would switch all of it on.
  if (hook->is_link || !hook->IsExecutable() || !IsShellScript(hook->text)) {
    return PutBefore(path, command);
  }
  return Done(ReplaceFile(path, WithHookLines(hook->text, command), hook->mode),
              HookChange::kAddedTo);
}

Result<HookChange> UninstallHook(const std::string& path) {
  const Result<HookFile> hook = ReadHook(path);
  if (!hook) return hook.error();
  const std::optional<std::string> without = WithoutHookLines(hook->text);
  if (!without) return HookChange::kNothing;
  if (*without == kHookBefore && IsThere(PlaceAside(path))) {
    return Done(Move(PlaceAside(path), path), HookChange::kMovedBack);
  }
  if (*without == kNewHook || *without == kHookBefore) {
    if (unlink(path.c_str()) != 0) {
      return HookFailure(path, "cannot be removed", errno);
    }
    return HookChange::kRemoved;
  }
  return Done(ReplaceFile(path, *without, hook->mode), HookChange::kTakenOut);
}

}  // namespace medlint
