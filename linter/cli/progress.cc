// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/progress.h"

#include <cassert>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

#include "linter/cli/console.h"
#include "linter/report/summary.h"

namespace medlint {
namespace {

constexpr std::chrono::milliseconds kPatience(1000);
constexpr std::chrono::milliseconds kBetween(100);

// To the first column, and nothing right of it (ECMA-48 EL).
constexpr std::string_view kErase = "\r\x1b[K";

std::string DurationText(std::size_t seconds) {
  const std::size_t minutes = seconds / 60;
  if (minutes == 0) return std::to_string(seconds) + " s";
  if (minutes < 60) {
    return std::to_string(minutes) + " min " + std::to_string(seconds % 60) +
           " s";
  }
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) +
         " min";
}

// A terminal breaks a line that fills it, and cannot write over two.
std::string Fitting(std::string text, int columns) {
  if (columns > 0 && text.size() >= static_cast<std::size_t>(columns)) {
    text.resize(static_cast<std::size_t>(columns) - 1);
  }
  return text;
}

}  // namespace

std::string ProgressText(std::size_t done, std::size_t total,
                         std::chrono::milliseconds elapsed) {
  assert(0 < done && done <= total && elapsed.count() > 0);
  const auto milliseconds = static_cast<std::size_t>(elapsed.count());
  const std::size_t tenths = 10000 * done / milliseconds;
  const std::string rate = tenths < 100 ? TenthsText(static_cast<int>(tenths))
                                        : std::to_string(tenths / 10);
  // Rounded up: a second is better than none.
  const std::size_t left =
      ((total - done) * milliseconds + 1000 * done - 1) / (1000 * done);
  return "linted " + std::to_string(done) + " of " + std::to_string(total) +
         " files, " + rate + " a second, " + DurationText(left) + " left";
}

Progress::Progress(std::size_t total, bool shown)
    : total_(total), shown_(shown), next_(begin_ + kPatience) {}

Progress::~Progress() {
  if (drawn_) WriteProgress(kErase);
}

void Progress::FileDone() {
  if (!shown_) return;
  const Clock::time_point now = Clock::now();
  const std::lock_guard lock(mutex_);
  ++done_;
  // The last file needs no line: what follows it is the report.
  if (now < next_ || done_ >= total_) return;
  const auto elapsed =
      std::chrono::duration_cast<std::chrono::milliseconds>(now - begin_);
  WriteProgress(std::string(kErase) +
                Fitting(ProgressText(done_, total_, elapsed), ErrorColumns()));
  drawn_ = true;
  next_ = now + kBetween;
}

}  // namespace medlint
