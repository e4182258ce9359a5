// SPDX-License-Identifier: Apache-2.0
//
// A Regexp is a regular expression that is compiled when it is first run.
//
// regexp.cc is the only file that knows RE2.  A search takes time linear in
// what it reads.  Shared by threads.

#ifndef LINTER_MATCH_REGEXP_H_
#define LINTER_MATCH_REGEXP_H_

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/match/lexicon.h"

namespace medlint {

class Regexp {
 public:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Group {
    std::string name;  // or its number
    Range where;
  };
  enum class Start {
    kAnywhere,  // leftmost
    kAtFrom,
  };

  // "source" is what ToRe2() returns.  "lexicons" must outlive this; with
  // null, the source names none.
  Regexp(std::string source, const LexiconTable* lexicons);
  ~Regexp();
  Regexp(const Regexp&) = delete;
  Regexp& operator=(const Regexp&) = delete;

  // Compiles it now.  Returns what RE2 says is wrong, or "".
  std::string Check() const;

  // Finds the expression in [range.begin, range.end) of "block".  "^", "$" and
  // "\b" see the whole block.
  std::optional<Range> Find(std::string_view block, Range range,
                            Start start) const;

  // As Find() from range.begin on, but returns the first group alone.
  std::optional<Range> FindFirstGroup(std::string_view block,
                                      Range range) const;

  // Returns the groups that take part in the match that is all of "range", or
  // if there is none in the first one within it.
  std::vector<Group> Groups(std::string_view block, Range range) const;

  bool compiled() const { return compiled_.load(std::memory_order_relaxed); }

 private:
  struct Program;
  const Program& program() const;

  std::string source_;
  const LexiconTable* lexicons_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const Program> program_;
  mutable std::atomic<bool> compiled_ = false;
};

}  // namespace medlint

#endif  // LINTER_MATCH_REGEXP_H_
