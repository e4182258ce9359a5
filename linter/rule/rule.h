// SPDX-License-Identifier: Apache-2.0
//
// A Rule is what its author wrote (RuleInfo), the code that finds candidates
// for it (Check, compiled by its kind), the reasons to pass over a candidate
// (Veto, compiled by its guards), and the ways to mend one (Repair, compiled by
// its fixes).

#ifndef LINTER_RULE_RULE_H_
#define LINTER_RULE_RULE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/language/claim_status.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page.h"
#include "linter/page/suppression.h"
#include "linter/rule/finding.h"
#include "linter/text/span.h"
#include "linter/toml/toml_value.h"

namespace medlint {

class Regexp;

// A snippet that a rule must flag, or must not.
struct Example {
  bool bad = false;
  // HTML if is_html, else one sentence that stands in a paragraph.  In a bad
  // example "[[" and "]]" mark exactly what is to be flagged; without marks the
  // rule must fire once or more, anywhere.
  std::string text = {};
  bool is_html = false;
  // The page as the example would have it, where it is not to be worked out.
  std::string type = {};
  std::string page = {};  // a PageKind, or "auto"; "" for an article
  std::vector<std::string> topics = {};
  std::string as_of = {};  // ISO date; "" for a fixed day, see self_check.h
  std::string why = {};    // may be empty
  TomlPlace place = {};
};

// A page of which so many sentences, and at least one in so many, weigh nothing
// or more (word_weights.h) is of the sort that the weights were made to tell.
struct Weighing {
  WeightsId weights = 0;
  int sentences = 1;
  int one_in = 1;

  bool Holds(const Page& page) const;
};

// The gates of a rule: a page it does not apply to is passed over.
struct Gate {
  // Bit i: PageKind(i) is let through.
  std::uint32_t page_kinds = ~0U;
  std::vector<std::string> types;       // any of; empty: every type
  std::vector<std::string> not_types;   // none of
  std::vector<std::string> topics;      // any of; empty: every page
  std::vector<std::string> or_topics;   // any of these does in place of a type
  std::optional<Weighing> or_weighs;    // or so do its sentences
  std::vector<std::string> not_topics;  // none of
  bool not_institution = false;         // no page of a public body or hospital
  std::vector<std::string> profiles;    // any of the run's; empty: every one
  // Any of; empty: every language.  A page of unknown language is let through.
  std::vector<std::string> languages;

  // True if a run with these profiles may let pages through.
  bool IsForRun(std::span<const std::string> run_profiles) const;

  // "profiles" are those of the run.
  bool Admits(const Page& page,
              std::span<const std::string> run_profiles) const;

 private:
  bool AdmitsType(const Page& page) const;
};

// The part of a rule that is data.  Shown by "medlint explain", by the
// generated reference and by editors.
struct RuleInfo {
  std::string id;       // "claims/cure", stable for ever
  std::string kind;     // "phrase"
  std::string summary;  // one sentence
  std::string message;  // with {match} and other captures
  std::string help;     // what to do; may be empty
  std::string why;      // why it matters; may be empty
  std::vector<std::string> sources;
  Severity severity = Severity::kWarning;
  bool needs_review = false;  // review = "needed": a clinician has not signed
  Gate when;
  std::vector<std::string> guards;      // names, for explain
  std::vector<std::string> fixes;       // titles, for explain: "... (safe)"
  std::vector<std::string> supersedes;  // ids of rules
  // "claims/*": rules that supersede this one; the loader has put it into
  // their lists.
  std::vector<std::string> yields_to;
  std::map<Zone, Severity> severity_in;
  std::map<ClaimStatus, Severity> severity_when;  // over severity_in
  std::vector<Example> examples;  // at least one bad and one good
  std::string file;               // the ruleset file it came from
  TomlPlace place;                // of its id

  std::string_view category() const {
    return std::string_view(id).substr(0, id.find('/'));
  }
};

// A place where a rule may have been broken, before anyone has asked whether
// there is a good reason for it.
struct Candidate {
  // In the text; empty if the place is not in the text.
  TextSpan where;

  // Set if the place is in the markup only (a tag, an attribute, raw bytes).
  // If this is not set and "where" is empty, the page as a whole is at fault.
  std::optional<CleanSpan> source = std::nullopt;

  // The words whose denial excuses the rest: "cause" in "vaccines cause
  // autism". Empty: "where".
  TextSpan head = {};

  // The stretch that the finding speaks for, where that is more than "where":
  // rules it supersedes are silent in all of it, and so are the next candidates
  // of its own rule that speak for the same.  Empty: "where".
  TextSpan claims = {};

  // With "source": what it says once decoded; "" for a tag.
  std::string source_text = {};

  // What replaces {name} in the message; "match" is filled in by the engine
  // with the text at "where" unless it is here.
  std::map<std::string, std::string> captures = {};

  // What the engine knows of the mention: "asserted" for words on the page,
  // "absent" for something missing, "present" for markup and metadata.
  std::string_view status = "asserted";

  // Overrides the rule's severity.
  std::optional<Severity> severity = std::nullopt;

  // Other places worth showing.
  std::vector<Note> related = {};

  bool is_document() const { return where.empty() && !source; }
  TextSpan Head() const { return head.empty() ? where : head; }
};

// Finds candidates for one rule.  Immutable once compiled; shared by threads.
class Check {
 public:
  virtual ~Check() = default;

  // Appends candidates in any order.
  virtual void Run(const Page& page, std::vector<Candidate>& out) const = 0;

  // True if the rule speaks of suppressions with "problem".  Only the engine,
  // once all other rules have run, knows which they are; it supplies the
  // candidates.
  virtual bool Reports(SuppressionProblem problem) const;
};

// A reason to stay silent: the claim is denied, asked, quoted, cited, ...
// Immutable once compiled; shared by threads.
class Veto {
 public:
  virtual ~Veto() = default;

  // Returns the words that excuse the candidate (not empty), or nothing.  Only
  // asked about candidates in the text.
  virtual std::optional<TextSpan> Excuse(const Page& page,
                                         const Candidate& candidate) const = 0;
};

struct NamedVeto {
  std::string guard;  // "negated"
  std::unique_ptr<const Veto> veto;
};

// A candidate that became a finding, and what else happens around it.
struct RepairSite {
  const Page& page;
  const Candidate& candidate;
  // The words that fixes of the same safety take away from this page, those of
  // the candidate among them if its own does: in order, not empty.
  std::span<const TextSpan> leaving;
};

// A way to mend a finding.  Immutable once compiled; shared by threads.
class Repair {
 public:
  virtual ~Repair() = default;

  // True if it takes the words at Candidate::where away.
  virtual bool RemovesWords() const { return false; }

  // What to change: by place, not overlapping.  Empty if it cannot be mended in
  // this way here.
  virtual std::vector<Edit> EditsFor(const RepairSite& site) const = 0;
};

// A fix as the rule has it.
struct OfferedFix {
  std::string name;   // of the repair: "remove"
  std::string title;  // "Remove the ad marker"
  bool is_safe = false;
  // It is for words that one of these matches as a whole; empty: for all.
  std::vector<std::shared_ptr<const Regexp>> of = {};
  ZoneFilter zones = {};                           // of words in the text
  std::unique_ptr<const Repair> repair = nullptr;  // never null

  bool IsFor(const Page& page, const Candidate& candidate) const;
};

struct Rule {
  RuleInfo info;
  std::unique_ptr<const Check> check;  // never null
  std::vector<NamedVeto> vetoes;       // in the order written
  std::vector<OfferedFix> fixes;       // in the order written, the best first
};

}  // namespace medlint

#endif  // LINTER_RULE_RULE_H_
