// SPDX-License-Identifier: Apache-2.0
//
// The XML of Checkstyle (https://checkstyle.org), which many services read.
//
// Every file that was linted is there, with an <error> for each finding,
// whatever its severity; "source" is "medlint." and the rule.  A file that
// could not be linted has one <error> at line 1, as Checkstyle has it for what
// is wrong with a file as a whole.  Suppressed findings have no place here.
//
// Columns are code points from 1.  Checkstyle counts UTF-16 units, and a tab as
// eight; those who read its files mostly use the line alone.

#include <string>
#include <utility>

#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/tool.h"
#include "linter/report/writer.h"
#include "linter/report/xml_writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

void WriteFinding(const Finding& finding, const Locator& places,
                  XmlWriter& xml) {
  const Position start = places.Locate(finding.where).start;
  xml.Open("error");
  xml.Attribute("line", start.line);
  xml.Attribute("column", start.column);
  xml.Attribute("severity", SeverityName(finding.severity));
  xml.Attribute("message", finding.message);
  xml.Attribute("source", std::string(kToolName) + "." + finding.rule->id);
  xml.Close();
}

void WriteCheckstyleError(const Error& error, XmlWriter& xml) {
  xml.Open("file");
  xml.Attribute("name", error.where());
  xml.Open("error");
  xml.Attribute("line", 1);
  xml.Attribute("severity", SeverityName(Severity::kError));
  xml.Attribute("message", HintedText(error));
  xml.Attribute("source",
                std::string(kToolName) + "." + std::string(kNotLinted));
  xml.Close();
  xml.Close();
}

}  // namespace

std::string WriteCheckstyle(const Report& report,
                            const WriteOptions& /*options*/) {
  XmlWriter xml;
  xml.Open("checkstyle");
  xml.Attribute("version", "4.3");
  for (const FileReport& file : report.files) {
    xml.Open("file");
    xml.Attribute("name", file.source->name());
    if (!file.findings.empty()) {
      const Locator places(*file.source);
      for (const Finding& finding : file.findings)
        WriteFinding(finding, places, xml);
    }
    xml.Close();
  }
  for (const Error& error : report.errors)
    WriteCheckstyleError(error, xml);
  xml.Close();
  return std::move(xml).Finish();
}

}  // namespace medlint
