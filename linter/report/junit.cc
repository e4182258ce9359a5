// SPDX-License-Identifier: Apache-2.0
//
// JUnit's XML, for the test panels of CI services.
//
// A <testsuite> for each file, in it a <testcase> for each rule that had
// something to say: with one <failure> that lists all places, whatever their
// severity (its "type" is the highest of them), or <skipped> with the reason if
// all its findings are suppressed.  A file without either has one testcase that
// passes.  A file that could not be linted is an <error>.
//
// There are no times: reports do not depend on the clock.
//
// JUnit has no notion of columns; those in the text of a <failure> are code
// points from 1.

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"
#include "linter/report/tool.h"
#include "linter/report/writer.h"
#include "linter/report/xml_writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

// What one rule made of one file.
struct RuleCase {
  std::vector<const Finding*> findings;
  std::vector<const SuppressedFinding*> suppressed;
};

struct Suite {
  const FileReport* file = nullptr;
  std::map<std::string_view, RuleCase> cases;  // by rule

  std::int64_t Failures() const {
    return std::ranges::count_if(
        cases, [](const auto& each) { return !each.second.findings.empty(); });
  }
  std::int64_t Skipped() const {
    return static_cast<std::int64_t>(cases.size()) - Failures();
  }
  std::int64_t Tests() const {
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(cases.size()));
  }
};

Suite MakeSuite(const FileReport& file) {
  Suite suite{.file = &file, .cases = {}};
  for (const Finding& finding : file.findings)
    suite.cases[finding.rule->id].findings.push_back(&finding);
  for (const SuppressedFinding& each : file.suppressed)
    suite.cases[each.finding.rule->id].suppressed.push_back(&each);
  return suite;
}

void OpenSuite(std::string_view name, std::int64_t tests, std::int64_t failures,
               std::int64_t errors, std::int64_t skipped, XmlWriter& xml) {
  xml.Open("testsuite");
  xml.Attribute("name", name);
  xml.Attribute("tests", tests);
  xml.Attribute("failures", failures);
  xml.Attribute("errors", errors);
  xml.Attribute("skipped", skipped);
}

void OpenCase(std::string_view path, std::string_view name, XmlWriter& xml) {
  xml.Open("testcase");
  xml.Attribute("classname", path);
  xml.Attribute("name", name);
  xml.Attribute("file", path);
}

void WriteFailure(std::string_view path,
                  const std::vector<const Finding*>& findings,
                  const Locator& places, XmlWriter& xml) {
  Severity worst = Severity::kInfo;
  std::string text;
  for (const Finding* finding : findings) {
    worst = std::max(worst, finding->severity);
    const Position start = places.Locate(finding->where).start;
    text += Visible(path) + ":" + std::to_string(start.line) + ":" +
            std::to_string(start.column) + ": " +
            std::string(SeverityName(finding->severity)) + ": " +
            VisibleLine(finding->message) + "\n";
  }
  const Finding& first = *findings.front();
  std::string message = first.message;
  if (findings.size() > 1) {
    message += " (and " + std::to_string(findings.size() - 1) + " more)";
  }
  if (!first.rule->help.empty()) {
    text += "help: " + VisibleLine(first.rule->help) + "\n";
  }
  xml.Open("failure");
  xml.Attribute("message", message);
  xml.Attribute("type", SeverityName(worst));
  xml.Text(text);
  xml.Close();
}

void WriteSuite(const Suite& suite, XmlWriter& xml) {
  const std::string& path = suite.file->source->name();
  OpenSuite(path, suite.Tests(), suite.Failures(), 0, suite.Skipped(), xml);
  if (suite.cases.empty()) {
    OpenCase(path, "no findings", xml);
    xml.Close();
  } else {
    const Locator places(*suite.file->source);
    for (const auto& [rule, each] : suite.cases) {
      OpenCase(path, rule, xml);
      if (!each.findings.empty()) {
        WriteFailure(path, each.findings, places, xml);
      } else {
        xml.Open("skipped");
        xml.Attribute("message", each.suppressed.front()->reason);
        xml.Close();
      }
      xml.Close();
    }
  }
  xml.Close();
}

void WriteJunitError(const Error& error, XmlWriter& xml) {
  OpenSuite(error.where(), 1, 0, 1, 0, xml);
  OpenCase(error.where(), kNotLinted, xml);
  xml.Open("error");
  xml.Attribute("message", HintedText(error));
  xml.Attribute("type", kNotLinted);
  xml.Close();
  xml.Close();
  xml.Close();
}

}  // namespace

std::string WriteJunit(const Report& report, const WriteOptions& /*options*/) {
  std::vector<Suite> suites;
  std::int64_t tests = 0;
  std::int64_t failures = 0;
  std::int64_t skipped = 0;
  for (const FileReport& file : report.files) {
    suites.push_back(MakeSuite(file));
    tests += suites.back().Tests();
    failures += suites.back().Failures();
    skipped += suites.back().Skipped();
  }
  const auto errors = static_cast<std::int64_t>(report.errors.size());
  XmlWriter xml;
  xml.Open("testsuites");
  xml.Attribute("name", kToolName);
  xml.Attribute("tests", tests + errors);
  xml.Attribute("failures", failures);
  xml.Attribute("errors", errors);
  xml.Attribute("skipped", skipped);
  for (const Suite& suite : suites)
    WriteSuite(suite, xml);
  for (const Error& error : report.errors)
    WriteJunitError(error, xml);
  xml.Close();
  return std::move(xml).Finish();
}

}  // namespace medlint
