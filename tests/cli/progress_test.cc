// SPDX-License-Identifier: Apache-2.0
//
// The line that tells how far a run is, on a pseudo-terminal.

#include "linter/cli/progress.h"

#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

using std::chrono::milliseconds;
using testing::ProgramRun;
using testing::RunProgram;
using testing::TemporaryFolder;

constexpr std::string_view kErase = "\r\x1b[K";

TEST_SUITE_BEGIN("slow");

TEST_CASE("how far a run is") {
  const struct {
    std::size_t done;
    std::size_t total;
    milliseconds elapsed;
    std::string_view text;
  } cases[] = {
      {1, 2, milliseconds(1000), "linted 1 of 2 files, 1.0 a second, 1 s left"},
      {3, 10, milliseconds(2000),
       "linted 3 of 10 files, 1.5 a second, 5 s left"},
      {1234, 10000, milliseconds(3000),
       "linted 1234 of 10000 files, 411 a second, 22 s left"},
      {1, 100, milliseconds(1000),
       "linted 1 of 100 files, 1.0 a second, 1 min 39 s left"},
      {1, 10001, milliseconds(1500),
       "linted 1 of 10001 files, 0.6 a second, 4 h 10 min left"},
      {5, 5, milliseconds(1000), "linted 5 of 5 files, 5.0 a second, 0 s left"},
  };
  for (const auto& [done, total, elapsed, text] : cases)
    CHECK(ProgressText(done, total, elapsed) == text);
}

// Both ends of a terminal that is "columns" wide.
class Terminal {
 public:
  explicit Terminal(unsigned short columns) {
    winsize size{};
    size.ws_row = 24;
    size.ws_col = columns;
    REQUIRE(openpty(&ours_, &theirs_, nullptr, nullptr, &size) == 0);
    // A terminal takes little that nobody reads.
    reader_ = std::thread([this] {
      std::vector<char> buffer(4096);
      ssize_t count = 0;
      // An error once all of the other end is closed.
      while ((count = read(ours_, buffer.data(), buffer.size())) > 0)
        shown_.append(buffer.data(), static_cast<std::size_t>(count));
    });
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() { Finish(); }

  int descriptor() const { return theirs_; }

  // Everything that was written.  Nothing can be written after.
  std::string Finish() {
    if (reader_.joinable()) {
      close(theirs_);
      reader_.join();
      close(ours_);
    }
    return shown_;
  }

 private:
  int ours_ = -1;
  int theirs_ = -1;
  std::string shown_;
  std::thread reader_;
};

// A run whose first page, on standard input, takes "seconds" to come, and then
// 50 more.
struct SlowRun {
  std::string seconds = "2";
  std::vector<std::string> environment = {"TERM=xterm"};
  std::string flags = {};
  std::string after = {};  // of the shell, behind medlint
  bool output_too = false;
};

std::string ShownBy(const SlowRun& slow, unsigned short columns = 80) {
  TemporaryFolder folder;
  for (int i = 0; i < 50; ++i)
    folder.Write("page" + std::to_string(i) + ".html", "<h1>a</h1><p>b</p>");
  Terminal terminal(columns);
  ProgramRun run = {
      .command = {"/bin/sh", "-c",
                  "{ sleep " + slow.seconds +
                      "; echo '<h1>a</h1>'; } | \"$0\" check --no-builtin "
                      "--ruleset \"$1/fixtures/cli/rules/small.toml\" -j 1 " +
                      slow.flags + " - . " + slow.after,
                  MEDLINT_BINARY, MEDLINT_SOURCE_DIR},
      .environment = slow.environment,
      .folder = folder.path().string(),
      .errors_descriptor = terminal.descriptor()};
  run.environment.emplace_back("PATH=/usr/bin:/bin");
  if (slow.output_too) run.output_descriptor = terminal.descriptor();
  RunProgram(run);
  return terminal.Finish();
}

int Count(std::string_view text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

TEST_CASE("a long run says how far it is, and clears up before the report") {
  const std::string shown = ShownBy(
      {.flags = "--min-severity error --color never", .output_too = true});
  CAPTURE(shown);
  const std::string first = std::string(kErase) + "linted 1 of 51 files, 0.";
  CHECK(shown.starts_with(first));
  const std::size_t end = shown.rfind(kErase);
  const std::size_t report = shown.find("checked 51 files");
  REQUIRE(report != std::string::npos);
  // Nothing is left of the line where the report begins.
  CHECK(end + kErase.size() == report);
  CHECK(Count(shown.substr(report), "linted ") == 0);
  // 50 small pages take no second.
  CHECK(Count(shown, "linted ") < 11);
}

TEST_CASE("the line fits the terminal") {
  const std::string shown = ShownBy({}, 20);
  CHECK(shown.starts_with(std::string(kErase) + "linted 1 of 51 file" + "\r"));
}

TEST_CASE("a short run says nothing, nor does one that nobody watches") {
  const SlowRun runs[] = {
      {.seconds = "0"},
      {.environment = {"TERM=xterm", "CI=true"}},
      {.environment = {"TERM=dumb"}},
      {.flags = "--quiet"},
      {.after = "| cat"},
  };
  for (const SlowRun& run : runs) {
    CAPTURE(run.flags);
    CAPTURE(run.after);
    CHECK(ShownBy(run) == "");
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace medlint
