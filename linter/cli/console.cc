// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/console.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/cli/commands.h"
#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

// Pipes take what they have room for; this goes on until all is through.
// Returns 0 or an errno.
int WriteAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    // A pipe that another program has set not to block: node does.
    if (written < 0 && errno == EAGAIN) {
      pollfd room{.fd = descriptor, .events = POLLOUT, .revents = 0};
      if (poll(&room, 1, -1) < 0 && errno != EINTR) return errno;
      continue;
    }
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::string_view Environment(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? "" : value;
}

Error CannotWrite(const std::string& where, int error_number) {
  return {Error::Code::kUnreadable, where,
          std::string("cannot be written: ") + std::strerror(error_number)};
}

std::optional<Error> WriteTo(const std::string& path, int how,
                             std::string_view text) {
  const int descriptor =
      open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | how, 0666);
  if (descriptor < 0) return CannotWrite(path, errno);
  int failure = WriteAll(descriptor, text);
  // A full disk may show only here.
  if (close(descriptor) != 0 && failure == 0) failure = errno;
  if (failure != 0) return CannotWrite(path, failure);
  return std::nullopt;
}

}  // namespace

std::optional<Error> WriteOutput(std::string_view text) {
  const int failure = WriteAll(STDOUT_FILENO, text);
  if (failure == 0 || failure == EPIPE) return std::nullopt;
  return CannotWrite("standard output", failure);
}

std::optional<Error> WriteFile(const std::string& path, std::string_view text) {
  return WriteTo(path, O_TRUNC, text);
}

std::optional<Error> AppendToFile(const std::string& path,
                                  std::string_view text) {
  return WriteTo(path, O_APPEND, text);
}

std::string StepSummaryPath() {
  return std::string(Environment("GITHUB_STEP_SUMMARY"));
}

void Complain(const Error& error) {
  // Nobody is left to be told if this fails.
  WriteAll(STDERR_FILENO, VisibleLines(error.ToText()) + "\n");
}

Error UsageError(std::string_view where, std::string_view what,
                 std::string hint) {
  return Error(Error::Code::kInvalidArgument, where, what)
      .WithHint(std::move(hint));
}

int Fail(const Error& error) {
  Complain(error);
  return kExitNotDone;
}

void Tell(std::string_view line) {
  WriteAll(STDERR_FILENO, "medlint: " + VisibleLine(line) + "\n");
}

std::vector<std::string> EnvironmentVariables() {
  std::vector<std::string> variables;
  for (char** each = environ; *each != nullptr; ++each)
    variables.emplace_back(*each);
  return variables;
}

std::string OwnCommand() {
  std::string_view folders = Environment("PATH");
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const std::string folder(folders.substr(0, end));
    // An empty part is the working folder, which a hook does not share.
    if (folder.starts_with('/') &&
        access((folder + "/medlint").c_str(), X_OK) == 0) {
      return "medlint";
    }
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  std::error_code ignored;
  std::string quoted = "'";
  for (const char c :
       std::filesystem::read_symlink("/proc/self/exe", ignored).string()) {
    quoted += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return quoted + "'";
}

void Remark(const Error& remark) {
  WriteAll(STDERR_FILENO,
           VisibleLines(remark.ToText(Error::Gravity::kWarning)) + "\n");
}

std::string ConfigFromEnvironment() {
  return std::string(Environment("MEDLINT_CONFIG"));
}

bool OutputIsTerminal() {
  return isatty(STDOUT_FILENO) == 1;
}

bool ProgressIsWelcome() {
  struct stat output {};
  const bool piped =
      fstat(STDOUT_FILENO, &output) == 0 && S_ISFIFO(output.st_mode);
  return isatty(STDERR_FILENO) == 1 && !piped && Environment("CI").empty() &&
         Environment("TERM") != "dumb";
}

void WriteProgress(std::string_view text) {
  // Nobody is left to be told if this fails.
  WriteAll(STDERR_FILENO, text);
}

int ErrorColumns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool UseColor(WhenColor when) {
  if (when != WhenColor::kAuto) return when == WhenColor::kAlways;
  if (!Environment("NO_COLOR").empty()) return false;
  const std::string_view force = Environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return OutputIsTerminal() && Environment("TERM") != "dumb";
}

Result<Date> Today() {
  std::time_t now = std::time(nullptr);
  const std::string_view epoch = Environment("SOURCE_DATE_EPOCH");
  if (!epoch.empty()) {
    const char* const end = epoch.data() + epoch.size();
    const auto [stop, failure] = std::from_chars(epoch.data(), end, now);
    if (failure != std::errc() || stop != end || now < 0) {
      return Error(Error::Code::kInvalidArgument, "SOURCE_DATE_EPOCH",
                   "is not a number of seconds: `" + std::string(epoch) + "`");
    }
  }
  std::tm utc{};
  if (gmtime_r(&now, &utc) == nullptr) {
    return Error(Error::Code::kInvalidArgument, "SOURCE_DATE_EPOCH",
                 "is too far away: `" + std::string(epoch) + "`");
  }
  return Date{
      .year = utc.tm_year + 1900, .month = utc.tm_mon + 1, .day = utc.tm_mday};
}

}  // namespace medlint
