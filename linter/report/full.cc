// SPDX-License-Identifier: Apache-2.0
//
// Findings as an editor wants to read them:
//
//   error[claims/cure]: Unsupported cure claim: "guaranteed to cure"
//     --> articles/sciatica.html:14:32
//      |
//   14 | <p>It&rsquo;s <strong>guar</strong>anteed to cure sciatica</p>
//      |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ reads: "guaranteed
//      ...
//      |
//      = help: say what the evidence shows, or cite a study
//      = rule: claims/cure — medlint explain claims/cure

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "linter/engine/fixer.h"
#include "linter/report/excerpt.h"
#include "linter/report/fold_repeats.h"
#include "linter/report/locator.h"
#include "linter/report/paint.h"
#include "linter/report/summary.h"
#include "linter/report/suppressed_text.h"
#include "linter/report/terminal_text.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

constexpr int kExcerptCells = 100;
constexpr int kReadsCells = 80;

std::string PositionText(Position position) {
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

// Writes the findings of one file.
class FileWriter {
 public:
  FileWriter(const FileReport& file, const WriteOptions& options)
      : file_(&file),
        options_(&options),
        paint_(options.color),
        path_(Visible(file.source->name())),
        locator_(*file.source) {}

  std::string Write() &&;

 private:
  void WriteFinding(const Finding& finding);
  void WriteExcerpt(const Finding& finding, const Location& location,
                    const std::string& gutter);
  void WriteNotes(const Finding& finding, const std::string& gutter);
  std::string AfterCarets(const Finding& finding, const Location& location,
                          std::string_view line) const;

  const FileReport* file_;
  const WriteOptions* options_;
  Paint paint_;
  std::string path_;
  Locator locator_;
  std::string out_;
};

std::string FileWriter::Write() && {
  const FoldedFindings folded =
      FoldRepeats(file_->findings, options_->max_per_rule);
  for (const Finding* finding : folded.shown) {
    WriteFinding(*finding);
    out_ += "\n";
  }
  for (const FoldedFindings::Rest& rest : folded.rests) {
    out_ += path_ + ": " + RestText(rest) + "\n";
  }
  if (!folded.rests.empty()) out_ += "\n";
  const std::string suppressed = SuppressedText(*file_, *options_);
  if (!suppressed.empty()) out_ += suppressed + "\n";
  if (options_->explain_type) {
    out_ += path_ + ":\n" + TypeScoreText(*file_) + "\n";
  }
  return std::move(out_);
}

void FileWriter::WriteFinding(const Finding& finding) {
  const Location location = locator_.Locate(finding.where);
  const std::string number = std::to_string(location.start.line);
  const std::string gutter(number.size(), ' ');
  const std::string title = std::string(SeverityName(finding.severity)) + "[" +
                            finding.rule->id + "]";
  out_ += paint_.Severe(finding.severity, title) +
          paint_.Strong(": " + VisibleLine(finding.message)) + "\n";
  out_ += gutter + paint_.Faint("-->") + " " + path_ + ":" +
          PositionText(location.start) +
          (finding.is_span ? "" : " (document)") + "\n";
  if (finding.is_span) WriteExcerpt(finding, location, gutter);
  WriteNotes(finding, gutter);
}

void FileWriter::WriteExcerpt(const Finding& finding, const Location& location,
                              const std::string& gutter) {
  const int number = location.start.line;
  const std::string_view line = locator_.lines().Line(number);
  const Offset line_begin = locator_.lines().LineBegin(number);
  const auto clamp = [&](Offset offset) {
    return std::min<std::size_t>(offset - line_begin, line.size());
  };
  const Excerpt excerpt = MakeExcerpt(line, clamp(finding.where.begin),
                                      clamp(finding.where.end), kExcerptCells);
  const std::string bar = gutter + " " + paint_.Faint("|");
  out_ += bar + "\n";
  out_ +=
      paint_.Faint(std::to_string(number) + " |") + " " + excerpt.text + "\n";
  const std::string carets(static_cast<std::size_t>(excerpt.caret_cells), '^');
  out_ += bar + " " +
          std::string(static_cast<std::size_t>(excerpt.caret_begin), ' ') +
          paint_.Severe(finding.severity, carets) +
          AfterCarets(finding, location, line) + "\n";
  out_ += bar + "\n";
}

std::string FileWriter::AfterCarets(const Finding& finding,
                                    const Location& location,
                                    std::string_view line) const {
  std::string text;
  if (location.end.line > location.start.line) {
    text += " … to " + PositionText(location.end);
  }
  const std::string_view source = locator_.Slice(finding.where);
  // White space that is laid out differently is not worth a word.  A slice far
  // longer than the reader's text cannot be the same, so it is not compared.
  const bool same = source.size() < 16 * (finding.text.size() + line.size()) &&
                    VisibleLine(source) == VisibleLine(finding.text);
  if (!finding.text.empty() && !same) {
    text += " reads: \"" + VisibleLine(finding.text, kReadsCells) + "\"";
  }
  return text;
}

void FileWriter::WriteNotes(const Finding& finding, const std::string& gutter) {
  const RuleInfo& rule = *finding.rule;
  const std::string bullet = gutter + " " + paint_.Faint("=") + " ";
  for (const Note& note : finding.notes) {
    out_ += bullet + paint_.Strong("note:") + " " + VisibleLine(note.message) +
            " (at " + PositionText(locator_.Locate(note.where).start) + ")\n";
  }
  if (!finding.support.empty()) {
    out_ += bullet + paint_.Strong("read as:") + " " + finding.status + "; " +
            finding.support + "\n";
  }
  if (!rule.help.empty()) {
    out_ +=
        bullet + paint_.Strong("help:") + " " + VisibleLine(rule.help) + "\n";
  }
  out_ += bullet + paint_.Strong("rule:") + " " + rule.id +
          (rule.needs_review ? " (awaits review by a clinician)" : "") +
          " — medlint explain " + rule.id + "\n";
}

// What --fix would do, in one line; "" for nothing.
std::string FixHint(const Report& report) {
  const int safe = CountFixable(report, FixScope::kSafe);
  const int unsafe = CountFixable(report, FixScope::kAll) - safe;
  if (safe + unsafe == 0) return "";
  if (unsafe == 0) return std::to_string(safe) + " fixable with --fix\n";
  const std::string with_unsafe = "with --fix --unsafe-fixes\n";
  if (safe == 0) return std::to_string(unsafe) + " fixable " + with_unsafe;
  return std::to_string(safe) + " fixable with --fix, " +
         std::to_string(unsafe) + " more " + with_unsafe;
}

}  // namespace

std::string WriteFull(const Report& report, const WriteOptions& options) {
  std::string out;
  for (const FileReport& file : report.files) {
    if (!HasSomethingToShow(file, options)) continue;
    out += FileWriter(file, options).Write();
  }
  return out + FixHint(report) + SummaryText(report, options);
}

}  // namespace medlint
