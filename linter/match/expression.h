// SPDX-License-Identifier: Apache-2.0
//
// An Expression is one regular expression of a pattern: its own, or a guard.
//
// It is a WindowProgram for the windows that matches are looked for in, and
// RE2's where a window is too long for that.  Each is made when it is first
// needed; what is kept until then is the text.  Shared by threads.

#ifndef LINTER_MATCH_EXPRESSION_H_
#define LINTER_MATCH_EXPRESSION_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "linter/match/anchors.h"
#include "linter/match/lexicon.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/regexp.h"
#include "linter/match/regexp_syntax.h"
#include "linter/match/window_program.h"

namespace medlint {

// An expression for RE2 whose matches end (and, as far as the caller sees to
// it, begin) at word edges.
//
// RE2 knows edges between ASCII letters alone, so edges are looked at after the
// match.  If the match that RE2 prefers does not end at one ("heal|heals" in
// "heals"), "bounded" finds the one it prefers among those before a space, a
// common sign or the end of the block.
struct EdgedRegexp {
  std::unique_ptr<const Regexp> preferred;
  std::unique_ptr<const Regexp> bounded;  // null if no edge is called for
  bool ends_in_word = false;  // whatever it matches ends in a letter or digit

  // Returns the match that begins at range.begin, if it ends at an edge.  It
  // ends by range.end; what follows is looked at too.
  std::optional<Regexp::Range> MatchAt(std::string_view block,
                                       Regexp::Range range) const;

  // The same when RE2 has found "match", the one that it prefers.
  std::optional<Regexp::Range> EndAtEdge(std::string_view block,
                                         Regexp::Range match,
                                         std::size_t end) const;

  // Returns where the first match of "bounded" begins in "range".
  // REQUIRES: bounded != nullptr
  std::optional<std::size_t> NextBounded(std::string_view block,
                                         Regexp::Range range) const;
};

// An expression that has been read.
struct ParsedExpression {
  RegexpSyntax syntax;
  Edges edges;
  PatternShape shape;
};

class Expression {
 public:
  enum class Role : std::uint8_t {
    kMatch,   // a match, or a guard after it
    kBefore,  // a guard before it: ends where the window ends
  };
  struct Source {
    std::string regexp;
    bool exact_case = false;
    bool whole_words = false;
    Role role = Role::kMatch;
  };

  // Reads "source".  Returns what is wrong, if anything.
  static std::optional<PatternError> Parse(const Source& source,
                                           const LexiconTable& lexicons,
                                           ParsedExpression& parsed);

  // "parsed" is what Parse() gave; "lexicons" must outlive this.
  Expression(Source source, const LexiconTable& lexicons,
             const ParsedExpression& parsed);
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;

  // Most bytes of a match.
  std::uint32_t max_size() const { return max_size_; }
  // Whether matches must begin at a word edge.
  bool begins_at_edge() const { return begins_at_edge_; }

  // Null if only RE2 can match it.
  const WindowProgram* program() const;

  // REQUIRES: the role is kMatch
  const EdgedRegexp& re2() const;
  // REQUIRES: the role is kBefore
  const Regexp& re2_before() const;

  // Has RE2 compile it now if RE2 might refuse it.  Returns what RE2 says is
  // wrong, or "".
  std::string Check(const ParsedExpression& parsed) const;

  // What has been compiled so far.
  int compiled_count() const;

 private:
  const EdgedRegexp& MakeRe2() const;

  Source source_;
  const LexiconTable& lexicons_;
  std::uint32_t max_size_ = kUnbounded;
  bool begins_at_edge_ = false;
  mutable std::once_flag program_once_;
  mutable std::once_flag re2_once_;
  mutable std::unique_ptr<const WindowProgram> program_;
  mutable EdgedRegexp re2_;
  mutable std::atomic<const EdgedRegexp*> re2_ready_ = nullptr;
  mutable std::atomic<bool> program_ready_ = false;
};

}  // namespace medlint

#endif  // LINTER_MATCH_EXPRESSION_H_
