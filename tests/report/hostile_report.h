// SPDX-License-Identifier: Apache-2.0
//
// One report in which every text is out to break the format it is written in.

#ifndef TESTS_REPORT_HOSTILE_REPORT_H_
#define TESTS_REPORT_HOSTILE_REPORT_H_

#include <string>

#include "linter/base/error.h"
#include "tests/report/sample_report.h"

namespace medlint::testing {

inline const std::string kHostileText =
    "\"double\" 'single' `code` <b>&amp; ]]> --> 100% %0A a:b,c|d=e; *bold* "
    "[link](https://example.org) www.example.org @someone #12 ##[error] "
    "\xF0\x9F\x98\x80 e\xCC\x81 \xE2\x80\xAE\xEF\xBF\xBF \x01\x1b[2J\x7F "
    "tab\there\r\n::error::next line\\";

inline const std::string kHostilePath =
    "./100% a,b:c/<d>&\"e\"'`f`|g\n::error::\x1b[2J \xF0\x9F\x98\x80.html";

inline SampleReport MakeHostileReport() {
  SampleReport sample;
  sample.Rule("claims/cure").help = "help: " + kHostileText;
  sample.Rule("language/very").severity = Severity::kInfo;
  sample.Rule("safety/avoid").severity = Severity::kWarning;
  sample.AddFile("clean.html", "<p>Nothing here.</p>\n");
  FileReport& file = sample.AddFile(
      kHostilePath,
      "<p>\xC3\xA9\xF0\x9F\x98\x80 cures all\nof it, very well, and cures "
      "you.</p>\n");
  Finding& page = sample.AddFinding("safety/avoid", "<p>", "");
  page.is_span = false;
  page.status = "absent";
  page.message = kHostileText;
  page.fingerprint = "0000000000000001";
  sample.AddFinding("claims/cure", "cures all\nof it", kHostileText)
      .fingerprint = "0000000000000002";
  Finding& very = sample.AddFinding("language/very", "very", "very");
  very.notes = {{.where = {0, 3}, .message = kHostileText}};
  very.fixes = {{.title = kHostileText,
                 .is_safe = true,
                 .edits = {{.where = {3, 3}, .replacement = kHostileText},
                           {.where = very.where, .replacement = ""}}},
                {.title = "Write it again",
                 .is_safe = false,
                 .edits = {{.where = very.where, .replacement = "truly"}}}};
  very.fingerprint = "0000000000000003";
  sample.AddFinding("claims/cure", "cures you", "cures you").fingerprint =
      "0000000000000004";
  Finding& quoted = sample.AddFinding("claims/quoted", "well", "well");
  quoted.fingerprint = "0000000000000005";
  file.suppressed.push_back({.finding = quoted, .reason = kHostileText});
  file.findings.pop_back();
  sample.report().errors.push_back(
      Error(Error::Code::kUnreadable, kHostilePath + ".gif", kHostileText)
          .WithHint(kHostileText));
  return sample;
}

}  // namespace medlint::testing

#endif  // TESTS_REPORT_HOSTILE_REPORT_H_
