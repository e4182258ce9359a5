// SPDX-License-Identifier: Apache-2.0
//
// A Site is the pages of a run with what their configurations make of them: for
// every page a linter with its rules and options.  Command line, editor and
// tests all get them here.
//
// Pages with the same settings share a linter, and linters whose rules are the
// same share those, so that a site with one configuration costs what a run
// without any does.

#ifndef LINTER_PROJECT_SITE_H_
#define LINTER_PROJECT_SITE_H_

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/engine/linter.h"
#include "linter/project/config.h"
#include "linter/project/exceptions.h"
#include "linter/project/revision_files.h"
#include "linter/ruleset/rule_set.h"

namespace medlint {

// What was asked for besides the configuration, and beats it.
struct SiteRequest {
  bool use_config = true;
  std::string config_path;  // for every page; "": that of each page is found
  // Set: configurations are read there and not in the work tree, and a page
  // without one is a mistake.
  std::shared_ptr<const RevisionFiles> revision;
  bool built_in = true;               // the rules that come with medlint
  std::vector<std::string> rulesets;  // besides those of the configuration
  bool examples = true;               // see LoadOptions
  // Also sets up what no page needs: each override by itself.  To find all
  // mistakes.
  bool every_override = false;
  UnsavedFile* unsaved = nullptr;    // null: there is none; only for Open()
  std::vector<std::string> folders;  // that are linted as a whole

  // A rule that "select" has by its id runs even where it is off.
  LintOptions options;  // as_of is today, profiles are only those below
  std::vector<std::string> profiles;  // empty: those of the configuration
  std::optional<Severity> min_severity;
  bool as_of_given = false;  // options.as_of beats that of the configuration
};

class Site {
 public:
  // Finds and reads the configurations of "pages" (paths; a folder with "/" at
  // its end stands for a page in it), loads their rules and sets up linters.
  // All mistakes, not only the first, go to "errors" (empty at first); if there
  // are any, nothing is returned.
  static std::optional<Site> Open(SiteRequest request,
                                  std::span<const std::string> pages,
                                  std::vector<Error>& errors);

  // "page" is an index into the pages that it was opened with.
  const Linter& LinterOf(std::size_t page) const {
    return *groups_[pages_[page].group].linter;
  }
  const RuleSet& RulesOf(std::size_t page) const {
    return *groups_[pages_[page].group].rules;
  }
  // Null if there is none.
  const Config* ConfigOf(std::size_t page) const {
    return groups_[pages_[page].group].config;
  }
  const std::vector<ConfigLayer>& LayersOf(std::size_t page) const {
    return groups_[pages_[page].group].layers;
  }

  // Where configurations were read; null for the work tree.
  const RevisionFiles* revision() const { return revision_.get(); }

  // True if the configuration of the page excludes it.
  bool Excludes(std::size_t page) const;

  // The rest keep their order and are counted anew.
  void DropPages(const std::set<std::size_t>& pages);

  // In order of the pages that first need them.
  const std::vector<std::unique_ptr<const RuleSet>>& rule_sets() const {
    return rule_sets_;
  }

  // The strictest fail-on of the configurations; nothing if none says any.
  std::optional<FailLevel> fail_on() const;

  // The number of rules that run on some page, at most.
  int active_rule_count() const;

  // Lints the first "count" pages, which "read" reads, and applies exceptions,
  // of which "remarks" gets what there is to say.  See LintEach().
  Report Lint(
      std::size_t count, const ReadSource& read, int threads,
      std::vector<Error>& remarks,
      const std::function<void()>& after_each = [] {}) const;

  // Applies the exceptions for one page.
  void Except(std::size_t page, FileReport& report,
              ExceptionLedger& ledger) const;

 private:
  struct Page {
    std::string path;  // absolute
    std::size_t group = 0;
  };
  // Pages with the same settings.
  struct Group {
    const Config* config = nullptr;
    std::vector<ConfigLayer> layers;
    const RuleSet* rules = nullptr;  // never null once open
    std::unique_ptr<const Linter> linter;
  };
  class Opener;

  std::shared_ptr<const RevisionFiles> revision_;
  std::vector<std::string> folders_;  // absolute
  std::vector<Page> pages_;
  std::vector<Group> groups_;
  std::vector<std::unique_ptr<const Config>> configs_;
  std::vector<std::unique_ptr<const RuleSet>> rule_sets_;
};

}  // namespace medlint

#endif  // LINTER_PROJECT_SITE_H_
