// SPDX-License-Identifier: Apache-2.0
//
// A baseline names findings that were there before, so that a run reports only
// what is new.
//
// An entry is a file, a rule and a fingerprint, and the fingerprint is made of
// the rule, the folded sentence and which of several alike it is
// (fingerprint.h); never of a line or a message.  A finding is in the baseline
// if an entry has its fingerprint.  Where that fails, because the sentence was
// changed, each entry that is left over takes one finding of its rule in its
// file, in order of place: so an old fault stays quiet while words around it
// are mended, and a new one beside it is reported, since nothing is left over
// for it.

#ifndef LINTER_ENGINE_BASELINE_H_
#define LINTER_ENGINE_BASELINE_H_

#include <compare>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medlint {

struct FileReport;

struct BaselineEntry {
  std::string path;         // "articles/tea.html"
  std::string rule;         // "claims/cure"
  std::string fingerprint;  // 16 hexadecimal digits

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

class Baseline {
 public:
  // In any order; what is there twice counts once.
  explicit Baseline(std::vector<BaselineEntry> entries = {});

  // Sorted.
  std::span<const BaselineEntry> entries() const { return entries_; }
  std::span<const BaselineEntry> Of(std::string_view path) const;

 private:
  std::vector<BaselineEntry> entries_;
};

// Moves the findings that "entries", those of the file, have to file.suppressed
// and returns the entries that nothing is left of.  An entry of a finding that
// the page itself suppresses has nothing left, and takes nothing else.
std::vector<BaselineEntry> MatchBaseline(std::span<const BaselineEntry> entries,
                                         FileReport& file);

// The entries that stand for the findings of a file, those that a baseline has
// taken included, and those that the page suppresses not.
std::vector<BaselineEntry> EntriesOf(const FileReport& file,
                                     std::string_view path);

}  // namespace medlint

#endif  // LINTER_ENGINE_BASELINE_H_
