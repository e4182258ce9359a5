// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/console.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

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
