// SPDX-License-Identifier: Apache-2.0
//
// [[exception]] tables at work: findings that they allow become suppressed, and
// those that have expired or never apply are told of.

#ifndef LINTER_PROJECT_EXCEPTIONS_H_
#define LINTER_PROJECT_EXCEPTIONS_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/engine/linter.h"
#include "linter/engine/report.h"
#include "linter/page/date.h"
#include "linter/project/config.h"

namespace medlint {

// True if an exception is for a page.  "below" is its path from the folder of
// the file that the exception stands in; "" is no page.
bool IsFor(const ConfigException& exception, std::string_view below);

// An exception allows a finding on a page that its globs match, of a rule that
// its selector names, whose words hold its text (both folded), up to and on its
// last day.  Not thread-safe.
class ExceptionLedger {
 public:
  // "folders" are those that are linted as a whole, absolute.
  explicit ExceptionLedger(std::vector<std::string> folders = {})
      : folders_(std::move(folders)) {}

  // Moves the findings that "config" allows from report.findings to
  // report.suppressed, which stays in order.  "page" is absolute, "linter" the
  // one that made the report.  Both outlive this.
  void Apply(const Config& config, std::string_view page, const Linter& linter,
             FileReport& report);

  // What there is to say once all pages are done, in order of configuration: an
  // exception that has expired; one that allowed nothing, though all pages that
  // it is for were linted, some with its rule.  Where only some were, or less
  // severe findings were dropped, nobody can tell.
  std::vector<Error> Remarks() const;

 private:
  struct Record {
    const ConfigException* exception = nullptr;  // never null
    bool judged = false;                         // see Remarks()
    bool used = false;
    bool expired = false;
  };
  Record& RecordOf(const ConfigException& exception);
  // "folder" is that of the file that the exception stands in.
  bool IsLintedWhole(const ConfigException& exception,
                     std::string_view folder) const;

  std::vector<std::string> folders_;
  std::vector<Record> records_;
  std::map<const ConfigException*, std::size_t> index_;
};

}  // namespace medlint

#endif  // LINTER_PROJECT_EXCEPTIONS_H_
