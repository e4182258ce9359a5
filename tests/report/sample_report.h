// SPDX-License-Identifier: Apache-2.0
//
// Reports made by hand, to test what is made of them.

#ifndef TESTS_REPORT_SAMPLE_REPORT_H_
#define TESTS_REPORT_SAMPLE_REPORT_H_

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "linter/engine/report.h"
#include "linter/rule/rule.h"
#include "linter/text/source_file.h"

namespace medlint::testing {

class SampleReport {
 public:
  SampleReport() {
    report_.as_of = "2026-01-15";
    report_.rulesets = {
        {.id = "medlint", .version = "1.2.0", .sha256 = std::string(64, 'a')}};
  }

  // The findings that follow are in this file.
  FileReport& AddFile(std::string name, std::string bytes,
                      SourceFile::Options options = {}) {
    auto source =
        SourceFile::FromBytes(std::move(name), std::move(bytes), options);
    REQUIRE(source);
    FileReport& file = report_.files.emplace_back();
    file.source = *std::move(source);
    file.type = "treatment";
    file.topics = {"cancer", "pain"};
    file.language = "en";
    file.words = 12;
    return file;
  }

  // Adds a finding at the first "words" of the last file's clean text.
  Finding& AddFinding(std::string_view rule, std::string_view words,
                      std::string_view reads) {
    FileReport& file = report_.files.back();
    const std::size_t begin = file.source->clean().find(words);
    REQUIRE(begin != std::string_view::npos);
    Finding& finding = file.findings.emplace_back();
    finding.rule = &Rule(rule);
    finding.severity = finding.rule->severity;
    finding.where = {static_cast<Offset>(begin),
                     static_cast<Offset>(begin + words.size())};
    finding.text = reads;
    finding.status = "asserted";
    finding.message = "Claims too much: \"" + std::string(reads) + "\"";
    finding.fingerprint = "0123456789abcdef";
    return finding;
  }

  RuleInfo& Rule(std::string_view id) {
    for (RuleInfo& rule : rules_) {
      if (rule.id == id) return rule;
    }
    RuleInfo& rule = rules_.emplace_back();
    rule.id = id;
    rule.kind = "phrase";
    rule.summary = "Words that promise too much";
    rule.help = "say what the evidence shows";
    rule.why = "Readers may stop a treatment that works";
    rule.sources = {"https://example.org/guidance"};
    rule.severity = Severity::kError;
    return rule;
  }

  Report& report() { return report_; }

 private:
  std::deque<RuleInfo> rules_;  // findings point to them
  Report report_;
};

}  // namespace medlint::testing

#endif  // TESTS_REPORT_SAMPLE_REPORT_H_
