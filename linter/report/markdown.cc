// SPDX-License-Identifier: Apache-2.0
//
// GitHub Flavored Markdown (https://github.github.com/gfm/), for comments on
// pull requests and for the summary of a step.
//
// A comment may have 65,536 characters and a step summary 1 MiB; what is longer
// is refused whole.  So rows are written while there is room, and the rest is
// counted.
//
// Texts are shown as they are: nothing in a page can become markup, a link, a
// mention of a person or a reference to an issue.
//
// Columns are code points from 1; nobody reads them but people.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/report/fold_repeats.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

constexpr std::size_t kCommentSize = 65000;
// Other commands of the step may have something to say too.
constexpr std::size_t kStepSummarySize = 900000;
// What the words that close a cut report take.
constexpr std::size_t kReserve = 200;

std::string EscapedText(std::string_view text) {
  static constexpr std::string_view kEscaped = "\\`*_[]|~$";
  static constexpr std::string_view kBeginReferences = "@#!";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char before = i > 0 ? text[i - 1] : ' ';
    const char after = i + 1 < text.size() ? text[i + 1] : ' ';
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<' || c == '>') {
      out += c == '<' ? "&lt;" : "&gt;";
    } else if (kEscaped.find(c) != std::string_view::npos ||
               (c == ':' && after == '/') ||
               (c == '.' && ToAsciiLower(before) == 'w')) {
      // "://" and "www." make links of what is around them.
      out += {'\\', c};
    } else {
      out.push_back(c);
      // Mentions are looked for in what comes out of the Markdown, so no escape
      // prevents them; a space of no width does.
      const bool word = IsAsciiAlnum(after) || after == '_';
      if (word && kBeginReferences.find(c) != std::string_view::npos) {
        out += "&#8203;";
      }
    }
  }
  return out;
}

std::string Prose(std::string_view text) {
  return EscapedText(VisibleLine(text));
}

// Code is safe from everything but its own fence.
std::string Code(std::string_view text) {
  const std::string visible = Visible(text);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : visible) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string space = longest > 0 || visible.empty() ? " " : "";
  return fence + space + visible + space + fence;
}

std::string PlaceText(const Locator& places, CleanSpan where) {
  const Position start = places.Locate(where).start;
  return std::to_string(start.line) + ":" + std::to_string(start.column);
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Report& report, const WriteOptions& options,
                 std::size_t max_size)
      : report_(&report), options_(&options), max_size_(max_size) {}

  std::string Write() &&;

 private:
  void WriteHead();
  void WriteErrors();
  void WriteFile(const FileReport& file);
  void WriteSuppressed();
  std::string Tail() const;
  // Appends "row", after what waits in pending_, if there is room.
  void AppendRow(const std::string& row);

  const Report* report_;
  const WriteOptions* options_;
  std::size_t max_size_;
  std::string out_;
  std::string pending_;   // a heading that waits for its first row
  std::size_t room_ = 0;  // bytes left for rows
  int left_out_ = 0;      // rows that found none
};

std::string MarkdownWriter::Write() && {
  WriteHead();
  const std::string tail = Tail();
  const std::size_t taken = out_.size() + tail.size() + kReserve;
  room_ = taken < max_size_ ? max_size_ - taken : 0;
  WriteErrors();
  for (const FileReport& file : report_->files)
    WriteFile(file);
  WriteSuppressed();
  if (left_out_ > 0) {
    out_ += "\n" + Counted(left_out_, "row") +
            " left out: the report is too long for this place.\n";
  }
  return out_ + tail;
}

void MarkdownWriter::WriteHead() {
  out_ += "## medlint: " + Counted(report_->Count(Severity::kError), "error") +
          ", " + Counted(report_->Count(Severity::kWarning), "warning") + ", " +
          Counted(report_->Count(Severity::kInfo), "info") + "\n";
}

void MarkdownWriter::WriteErrors() {
  pending_ = "\n### Not linted\n\n";
  for (const Error& error : report_->errors) {
    AppendRow("- " + Code(error.where()) + " " + Prose(HintedText(error)) +
              "\n");
  }
}

void MarkdownWriter::WriteFile(const FileReport& file) {
  if (file.findings.empty()) return;
  const FoldedFindings folded =
      FoldRepeats(file.findings, options_->max_per_rule);
  const Locator places(*file.source);
  pending_ = "\n### " + Code(file.source->name()) +
             "\n\n| place | severity | rule | message |\n"
             "| ---: | --- | --- | --- |\n";
  for (const Finding* finding : folded.shown) {
    AppendRow("| " + PlaceText(places, finding->where) + " | " +
              std::string(SeverityName(finding->severity)) + " | " +
              Code(finding->rule->id) + " | " + Prose(finding->message) +
              " |\n");
  }
  for (const FoldedFindings::Rest& rest : folded.rests) {
    AppendRow("| | | " + Code(rest.rule) + " | … and " +
              std::to_string(rest.count) + " more |\n");
  }
}

void MarkdownWriter::WriteSuppressed() {
  // A baseline may have far more than anybody wants to read of.
  const bool all = options_->show_suppressed;
  const int count =
      report_->CountSuppressed() - (all ? 0 : report_->CountInBaseline());
  pending_ = "\n<details><summary>" + std::to_string(count) +
             " suppressed</summary>\n\n";
  bool opened = false;
  for (const FileReport& file : report_->files) {
    if (file.suppressed.empty()) continue;
    const Locator places(*file.source);
    for (const SuppressedFinding& each : file.suppressed) {
      if (each.is_in_baseline() && !all) continue;
      AppendRow("- " +
                Code(file.source->name() + ":" +
                     PlaceText(places, each.finding.where)) +
                " " + Code(each.finding.rule->id) + " " + Prose(each.reason) +
                "\n");
      opened = opened || pending_.empty();
    }
  }
  if (opened) out_ += "\n</details>\n";
}

// The last lines of every report, each a line of its own here too.
std::string MarkdownWriter::Tail() const {
  const std::string summary = SummaryText(*report_, *options_);
  std::string tail = "\n---\n\n";
  std::string_view rest = summary;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    tail += Prose(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    tail += rest.empty() ? "\n" : "\\\n";
  }
  return tail;
}

void MarkdownWriter::AppendRow(const std::string& row) {
  const std::size_t size = pending_.size() + row.size();
  // Nothing after the first that is left out: a report with holes would
  // mislead.
  if (left_out_ > 0 || size > room_) {
    ++left_out_;
    return;
  }
  out_ += pending_ + row;
  pending_.clear();
  room_ -= size;
}

}  // namespace

std::string WriteMarkdown(const Report& report, const WriteOptions& options) {
  return MarkdownWriter(report, options, kCommentSize).Write();
}

std::string WriteStepSummary(const Report& report,
                             const WriteOptions& options) {
  WriteOptions all = options;
  all.max_per_rule = 0;
  return MarkdownWriter(report, all, kStepSummarySize).Write();
}

}  // namespace medlint
