// SPDX-License-Identifier: Apache-2.0
//
// Runs rules over documents.  Start here.

#ifndef LINTER_ENGINE_LINTER_H_
#define LINTER_ENGINE_LINTER_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
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

  // What a configuration says of rules, by id.  A rule that is off does not
  // run.  A severity takes the place of the rule's own: findings that the rule
  // itself makes milder (of hedged words, in a quotation) stay milder, and none
  // is more severe.
  std::set<std::string, std::less<>> off;
  std::map<std::string, Severity, std::less<>> severities;
  std::optional<Severity> severity_cap;  // no finding is more severe

  // Links to these domains and what is below them are no matter for links/*.
  std::vector<std::string> allow_domains;

  // Where the site says that things stand; null: nowhere.
  std::shared_ptr<const ArticleHints> hints;
  // Tags of these are not text, and what a page with some lacks is not missed.
  Templates templates = Templates::kUnused;

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

// The severity of a rule as "options" have it, where the rule itself makes no
// difference.
Severity SeverityOf(const RuleInfo& rule, const LintOptions& options);

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

using ReadSource =
    std::function<Result<std::shared_ptr<const SourceFile>>(std::size_t)>;

class Linter {
 public:
  // "rules" must outlive this and every Report it returns.
  Linter(const RuleSet& rules, LintOptions options);

  const LintOptions& options() const { return options_; }

  // True if the options leave a rule that "selector" names.
  bool Runs(std::string_view selector) const;

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

  // LintEach() with this linter for every input, and Describe().
  Report LintAll(std::size_t count, const ReadSource& read, int threads) const;

  // Says in "report" with which date and rulesets it was made.  Rulesets that
  // are there already are not added again.
  void Describe(Report& report) const;

 private:
  ReadOptions OptionsOfReading() const;
  PageOptions OptionsOfPage() const;
  Suppressor MakeSuppressor(const Page& page) const;

  const RuleSet* rules_;
  LintOptions options_;
  std::vector<const Rule*> active_;
};

// Runs "read(i)" and linter_of(i).Lint for i in [0, count) on "threads"
// threads, then finish(i, report) on this one for each that was linted, and
// collects reports and errors, all in order of i.  Calls "after_each" as soon
// as one is done. REQUIRES: threads >= 1; "read", "linter_of" and "after_each"
// are safe to call from many threads
Report LintEach(std::size_t count, const ReadSource& read,
                const std::function<const Linter&(std::size_t)>& linter_of,
                const std::function<void(std::size_t, FileReport&)>& finish,
                int threads, const std::function<void()>& after_each);

}  // namespace medlint

#endif  // LINTER_ENGINE_LINTER_H_
