// SPDX-License-Identifier: Apache-2.0
//
// Checks documents as they are in the editor, with the settings that are on
// disk: pages as "medlint check" does under their names, baseline included, and
// configurations and rulesets as "medlint config check" does.

#ifndef LINTER_LSP_WORKSPACE_H_
#define LINTER_LSP_WORKSPACE_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/engine/baseline.h"
#include "linter/lsp/checked_document.h"
#include "linter/page/date.h"
#include "linter/project/site.h"

namespace medlint {

struct WorkspaceSetup {
  // What was asked for on the command line.  Called for each page anew, for
  // today becomes tomorrow while an editor is open.
  std::function<SiteRequest()> request;
  std::string baseline;  // "": the nearest to the working folder
  bool use_baseline = true;
  std::vector<std::string> environment;  // for git, "NAME=value"
};

// Belongs to one thread.
class Workspace {
 public:
  explicit Workspace(WorkspaceSetup setup) : setup_(std::move(setup)) {}

  CheckedDocument Check(std::shared_ptr<const OpenDocument> document);

  // Reads all settings again, sooner or later.
  void Forget();

  // Lints another text of the document, with the same settings.  Nothing if it
  // cannot be read.  REQUIRES: checked.report
  static std::optional<FileReport> LintInstead(const CheckedDocument& checked,
                                               std::string text);

 private:
  // The settings of a page.
  struct Settings {
    std::string page;
    Date as_of;
    std::shared_ptr<const Site> site;  // null after mistakes
    std::vector<Error> errors;
  };
  const Settings& SettingsFor(const std::string& page);
  void CheckPage(CheckedDocument& checked);
  void CheckToml(CheckedDocument& checked) const;
  // What is wrong with it goes to "marks".
  void LoadBaseline(std::vector<Mark>& marks);
  void SetAsideOld(const std::string& page, FileReport& report);

  WorkspaceSetup setup_;
  std::vector<Settings> settings_;  // the last used are at the end
  bool baseline_is_loaded_ = false;
  std::string baseline_path_;  // "" for none
  Baseline baseline_;
  std::vector<Error> baseline_errors_;
};

}  // namespace medlint

#endif  // LINTER_LSP_WORKSPACE_H_
