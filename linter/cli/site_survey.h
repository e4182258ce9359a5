// SPDX-License-Identifier: Apache-2.0
//
// What somebody who writes the first medlint.toml of a site wants to know of
// its pages.

#ifndef LINTER_CLI_SITE_SURVEY_H_
#define LINTER_CLI_SITE_SURVEY_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "linter/cli/hint_proposals.h"
#include "linter/engine/report.h"
#include "linter/page/page.h"

namespace medlint {

class SiteSurvey {
 public:
  // How many pages each has; most first, then by name.
  using Counts = std::vector<std::pair<std::string, int>>;

  void AddPage(const Page& page);
  void AddReport(const FileReport& report);

  int pages() const { return pages_; }
  int findings() const { return findings_; }

  // Template languages that left traces: "PHP".
  Counts Templates() const { return Sorted(templates_); }
  // Where pages say it: "p.byline", "meta:author", "jsonld:author.name".
  Counts Authors() const { return Sorted(authors_); }
  Counts Reviewers() const { return Sorted(reviewers_); }
  Counts Dates() const { return Sorted(dates_); }

  const HintProposals& hints() const { return hints_; }

  struct RuleCount {
    std::string rule;
    int findings = 0;
    int pages = 0;
  };
  // Most findings first, then by id.
  std::vector<RuleCount> Rules() const;

 private:
  using Tally = std::map<std::string, int>;
  static Counts Sorted(const Tally& tally);

  int pages_ = 0;
  int findings_ = 0;
  Tally templates_;
  Tally authors_;
  Tally reviewers_;
  Tally dates_;
  HintProposals hints_;
  std::map<std::string, RuleCount> rules_;
};

}  // namespace medlint

#endif  // LINTER_CLI_SITE_SURVEY_H_
