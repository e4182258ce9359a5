// SPDX-License-Identifier: Apache-2.0
//
// Runs rules over documents.  Start here.

#ifndef LINTER_ENGINE_LINTER_H_
#define LINTER_ENGINE_LINTER_H_

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/engine/report.h"
#include "linter/engine/suppressor.h"
#include "linter/page/page.h"
#include "linter/ruleset/rule_set.h"

namespace medlint {

struct LintOptions {
  // Selectors: "claims/cure", "claims/*", "*".  A rule runs if "select" is
  // empty or names it, and "ignore" does not.  The longer selector wins, and
  // between equals "ignore".
  std::vector<std::string> select;
  std::vector<std::string> ignore;

  Severity min_severity = Severity::kInfo;  // less severe findings are dropped
  std::optional<PageKind> page_kind = std::nullopt;  // overrides the page kind
  std::string type;  // overrides the article type; the page is an article then
  std::vector<std::string> topics;  // overrides the topics, if any
  std::string language;             // overrides the language
  bool explain_type = false;        // fill in FileReport::type_scores
  Date as_of;                       // "today" for every date
  std::vector<std::string> profiles = {"intl"};  // "uk", "us", ...
  SuppressionPolicy suppressions;
  // Guards that are passed over; see self_check.h.
  std::vector<std::string> unasked_guards;
};

// What became of one candidate, for "medlint why".
struct CandidateTrace {
  enum class Outcome {
    kFinding,
    kExcused,     // a guard said so
    kSuperseded,  // a more specific rule took the place
    kBelowMinimum,
    kSuppressed,  // the page says so, at "suppression"
  };
  const RuleInfo* rule = nullptr;  // never null
  Candidate candidate;
  CleanSpan where;
  Outcome outcome = Outcome::kFinding;
  std::string by;  // the guard or rule responsible, or the reason given
  CleanSpan suppression;
  TextSpan cue;  // the words that excuse it, in Traced::document
};

class Linter {
 public:
  // "rules" must outlive this and every Report it returns.
  Linter(const RuleSet& rules, LintOptions options);

  // How many rules the options leave.
  int active_rule_count() const { return static_cast<int>(active_.size()); }

  // True if the options let a rule run; its gate may still pass over a page.
  bool Runs(const Rule& rule) const;

  // Lints one input that is already in memory: reads the page, runs every
  // check, asks every veto, drops what a more specific rule covers, sets aside
  // what the page suppresses, sorts.
  // Pure: the same bytes, rules and options give the same report on any
  // machine.  Safe to call from many threads.  Fails only as ReadDocument does.
  Result<FileReport> Lint(std::shared_ptr<const SourceFile> source) const;

  // Reads a page as Lint does, without running a rule.
  Result<std::shared_ptr<const Page>> Read(
      std::shared_ptr<const SourceFile> source) const;

  // As Lint, and says what became of every candidate, in order of place.
  struct Traced {
    FileReport report;
    std::shared_ptr<const Document> document;  // what the cues refer to
    std::vector<CandidateTrace> candidates;
  };
  Result<Traced> LintWithTrace(std::shared_ptr<const SourceFile> source) const;

  // Runs "read(i)" and Lint for i in [0, count) on "threads" threads and
  // collects reports and errors in order of i.  Calls "after_each" after each.
  // REQUIRES: threads >= 1; "read" and "after_each" are safe to call from many
  // threads
  Report LintAll(
      std::size_t count,
      const std::function<
          Result<std::shared_ptr<const SourceFile>>(std::size_t)>& read,
      int threads, const std::function<void()>& after_each = [] {}) const;

 private:
  PageOptions OptionsOfPage() const;
  Suppressor MakeSuppressor(const Page& page) const;

  const RuleSet* rules_;
  LintOptions options_;
  std::vector<const Rule*> active_;
};

}  // namespace medlint

#endif  // LINTER_ENGINE_LINTER_H_
