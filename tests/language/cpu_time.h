// SPDX-License-Identifier: Apache-2.0
//
// The time that a piece of work costs its own thread, whatever else the machine
// does: for tests that tell linear from quadratic.

#ifndef TESTS_LANGUAGE_CPU_TIME_H_
#define TESTS_LANGUAGE_CPU_TIME_H_

#include <time.h>

#include <algorithm>
#include <cstddef>

namespace medlint::testing {

inline double ThreadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) * 1e-9;
}

// Runs work(n) and work(16 n), which return the seconds they took.  The second
// may take 16 times as long; a quadratic step would take 256 times.  The bound
// is far from both, and what is too short to measure passes: a quadratic step
// over kLeastBytes or more is not.  The best of three counts.
inline constexpr std::size_t kLeastBytes = std::size_t{1} << 15U;

template <typename Work>
bool GrowsLinearly(const Work& work) {
  const auto best = [&work](std::size_t bytes) {
    return std::min({work(bytes), work(bytes), work(bytes)});
  };
  return best(16 * kLeastBytes) < 80 * best(kLeastBytes) + 0.1;
}

}  // namespace medlint::testing

#endif  // TESTS_LANGUAGE_CPU_TIME_H_
