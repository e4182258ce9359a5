// SPDX-License-Identifier: Apache-2.0
//
// How far a long run has come, in one line of the terminal that is written over
// and in the end erased.

#ifndef LINTER_CLI_PROGRESS_H_
#define LINTER_CLI_PROGRESS_H_

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace medlint {

// "linted 1234 of 10000 files, 412 a second, 22 s left".
// REQUIRES: 0 < done <= total, elapsed > 0
std::string ProgressText(std::size_t done, std::size_t total,
                         std::chrono::milliseconds elapsed);

// Counts files from many threads and says where they are: nothing in the first
// second, then at most ten times a second.
class Progress {
 public:
  // Stays silent unless "shown".
  Progress(std::size_t total, bool shown);

  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  // Leaves the line empty for what is written next.
  ~Progress();

  // Safe to call from many threads.
  void FileDone();

 private:
  using Clock = std::chrono::steady_clock;

  const std::size_t total_;
  const bool shown_;
  const Clock::time_point begin_ = Clock::now();
  std::mutex mutex_;  // of what follows
  std::size_t done_ = 0;
  bool drawn_ = false;      // there is a line to erase
  Clock::time_point next_;  // not to be drawn before
};

}  // namespace medlint

#endif  // LINTER_CLI_PROGRESS_H_
