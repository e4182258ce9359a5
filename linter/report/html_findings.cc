// SPDX-License-Identifier: Apache-2.0

#include "linter/report/html_findings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/report/fold_repeats.h"
#include "linter/report/html_counts.h"
#include "linter/report/locator.h"
#include "linter/report/passage.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

// What one rule has to say about one file.
struct RuleFindings {
  const RuleInfo* rule = nullptr;
  Severity worst = Severity::kInfo;
  std::vector<const Finding*> shown = {};
  int folded = 0;
};

// The worst first, then as they stand in the file.
std::vector<RuleFindings> ByRule(const FoldedFindings& findings) {
  std::vector<RuleFindings> groups;
  for (const Finding* finding : findings.shown) {
    auto group = std::ranges::find(groups, finding->rule, &RuleFindings::rule);
    if (group == groups.end()) {
      group = groups.insert(group, {.rule = finding->rule});
    }
    group->worst = std::max(group->worst, finding->severity);
    group->shown.push_back(finding);
  }
  for (const FoldedFindings::Rest& rest : findings.rests) {
    for (RuleFindings& group : groups) {
      if (group.rule->id == rest.rule) group.folded = rest.count;
    }
  }
  std::ranges::stable_sort(groups, std::ranges::greater(),
                           &RuleFindings::worst);
  return groups;
}

// Anything else that calls itself a link is shown and does nothing.
bool IsWebAddress(std::string_view text) {
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  return web && text.find_first_of(" \t\r\n") == std::string_view::npos;
}

void WriteLabelled(std::string_view label, std::string_view text,
                   HtmlWriter& html) {
  if (text.empty()) return;
  html.Open("p");
  html.Element("strong", label);
  html.Text(" " + VisibleLine(text));
  html.Close();
}

void WriteSources(const RuleInfo& rule, HtmlWriter& html) {
  if (rule.sources.empty()) return;
  html.Open("p");
  html.Element("strong", "Sources:");
  std::string_view before = " ";
  for (const std::string& source : rule.sources) {
    html.Text(before);
    before = "; ";
    if (IsWebAddress(source)) {
      html.Element("a", {{"href", source}, {"rel", "noreferrer"}}, source);
    } else {
      html.Text(VisibleLine(source));
    }
  }
  html.Close();
}

// Writes the findings of one file.
class FileFindings {
 public:
  FileFindings(const FileReport& file, HtmlWriter& html)
      : file_(&file),
        html_(&html),
        passages_(file.source, file.read_options()),
        places_(*file.source) {}

  void WriteGroup(const RuleFindings& group);
  void WriteFinding(const Finding& finding);
  void WriteSuppressed(const SuppressedFinding& suppressed);

 private:
  void WriteBody(const Finding& finding);
  void WriteFacts(const Finding& finding, const Passage* passage);
  void WriteNote(const Note& note);
  void WritePassage(const Passage& passage);
  std::string PlaceText(CleanSpan where) const;

  const FileReport* file_;
  HtmlWriter* html_;
  PassageReader passages_;
  Locator places_;
};

void FileFindings::WriteGroup(const RuleFindings& group) {
  const RuleInfo& rule = *group.rule;
  html_->Open("section", {{"class", "rule"}, {"data-rule", rule.id}});
  html_->Open("h4");
  html_->Element("code", rule.id);
  html_->Text(" " + VisibleLine(rule.summary));
  html_->Close();
  html_->Open("div", {{"class", "reason"}});
  WriteLabelled("What to do:", rule.help, *html_);
  WriteLabelled("Why:", rule.why, *html_);
  WriteSources(rule, *html_);
  if (rule.needs_review) {
    html_->Element("p", "This rule awaits review by a clinician.");
  }
  html_->Close();
  html_->Open("ol", {{"class", "findings"}});
  for (const Finding* finding : group.shown)
    WriteFinding(*finding);
  html_->Close();
  if (group.folded > 0) {
    html_->Element("p", {{"class", "folded"}},
                   RestText({.rule = rule.id, .count = group.folded}));
  }
  html_->Close();
}

void FileFindings::WriteFinding(const Finding& finding) {
  html_->Open("li", {{"class", "finding"},
                     {"data-severity", SeverityName(finding.severity)}});
  WriteBody(finding);
  html_->Close();
}

void FileFindings::WriteSuppressed(const SuppressedFinding& suppressed) {
  html_->Open("li", {{"class", "finding"}});
  html_->Open("p");
  html_->Element("code", suppressed.finding.rule->id);
  html_->Close();
  WriteBody(suppressed.finding);
  WriteLabelled("Reason it was allowed:",
                suppressed.reason.empty() ? "none given" : suppressed.reason,
                *html_);
  html_->Close();
}

void FileFindings::WriteBody(const Finding& finding) {
  html_->Open("p", {{"class", "message"}});
  WriteSeverityBadge(finding.severity, *html_);
  html_->Text(" " + VisibleLine(finding.message));
  html_->Close();
  if (finding.is_span) {
    const Passage passage = passages_.Around(finding.where);
    WriteFacts(finding, &passage);
    WritePassage(passage);
  } else {
    WriteFacts(finding, nullptr);
  }
  for (const Note& note : finding.notes)
    WriteNote(note);
}

// "page.html:14:32 · status: asserted · no citation in the paragraph"; of a
// finding about words, "passage" is where they stand.
void FileFindings::WriteFacts(const Finding& finding, const Passage* passage) {
  html_->Open("p", {{"class", "facts"}});
  html_->Element("code", PlaceText(finding.where));
  html_->Text(" · status: " + finding.status);
  if (!finding.support.empty()) html_->Text(" · " + finding.support);
  if (passage == nullptr) {
    html_->Text(" · about the page as a whole");
  } else if (passage->is_markup) {
    html_->Text(" · in the markup");
  } else {
    html_->Text(" · in: " + std::string(passage->zone));
    if (!passage->section.empty()) {
      html_->Text(" · under “" + VisibleLine(passage->section) + "”");
    }
  }
  html_->Close();
}

void FileFindings::WriteNote(const Note& note) {
  html_->Open("p", {{"class", "note"}});
  html_->Element("strong", "Note:");
  html_->Text(" " + VisibleLine(note.message) + " (");
  html_->Element("code", PlaceText(note.where));
  html_->Text(")");
  html_->Close();
  if (!note.where.empty()) WritePassage(passages_.Around(note.where));
}

void FileFindings::WritePassage(const Passage& passage) {
  if (file_->language.empty() || passage.is_markup) {
    html_->Open("blockquote", {{"dir", "auto"}});
  } else {
    html_->Open("blockquote", {{"dir", "auto"}, {"lang", file_->language}});
  }
  if (!passage.lead_in.empty()) {
    html_->Element("p", {{"class", "lead-in"}}, passage.lead_in);
  }
  html_->Open("p");
  if (passage.is_markup) html_->Open("code");
  html_->Text(passage.before);
  if (!passage.marked.empty()) html_->Element("mark", passage.marked);
  html_->Text(passage.after);
  if (passage.is_markup) html_->Close();
  html_->Close();
  html_->Close();
}

std::string FileFindings::PlaceText(CleanSpan where) const {
  const Position start = places_.Locate(where).start;
  return file_->source->name() + ":" + std::to_string(start.line) + ":" +
         std::to_string(start.column);
}

// "article · treatment · 812 words"
std::string PageText(const FileReport& file) {
  std::string text(file.kind);
  const auto append = [&](const std::string& part) {
    if (part.empty()) return;
    text += text.empty() ? "" : " · ";
    text += part;
  };
  append(file.type);
  for (const std::string& topic : file.topics)
    append(topic);
  append(file.language.empty() ? "" : "language " + file.language);
  append(Counted(file.words, "word"));
  return text;
}

void WriteFile(std::size_t index, const FileReport& file,
               const WriteOptions& options, HtmlWriter& html) {
  // Headings are enough to go from file to file: hundreds of named regions
  // would be noise to a screen reader.
  html.Open("section", {{"class", "file"}, {"id", HtmlFileId(index)}});
  html.Element("h3", file.source->name());
  html.Element("p", {{"class", "facts"}}, PageText(file));
  html.Open("details", {{"open", "open"}});
  html.Element("summary", CountFindings(file.findings).ToText());
  const FoldedFindings folded =
      FoldRepeats(file.findings, options.max_per_rule);
  FileFindings writer(file, html);
  for (const RuleFindings& group : ByRule(folded))
    writer.WriteGroup(group);
  if (options.explain_type) html.Element("p", TypeScoreText(file));
  html.Close();
  html.Close();
}

}  // namespace

std::string HtmlFileId(std::size_t index) {
  return "file-" + std::to_string(index + 1);
}

bool HasHtmlFile(const FileReport& file, const WriteOptions& options) {
  return !file.findings.empty() || options.explain_type;
}

void WriteHtmlFindings(const Report& report, const WriteOptions& options,
                       HtmlWriter& html) {
  html.Open("section", {{"aria-labelledby", "findings"}});
  html.Element("h2", {{"id", "findings"}, {"tabindex", "-1"}}, "Findings");
  bool any = false;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    if (!HasHtmlFile(report.files[i], options)) continue;
    WriteFile(i, report.files[i], options, html);
    any = true;
  }
  if (!any) html.Element("p", "No findings.");
  html.Close();
}

void WriteHtmlSuppressed(const Report& report, HtmlWriter& html) {
  if (report.CountSuppressed() == 0) return;
  html.Open("section", {{"aria-labelledby", "suppressed"}});
  html.Element("h2", {{"id", "suppressed"}}, "Suppressed findings");
  html.Element("p",
               "Somebody has allowed these. They do not count above, and they "
               "do not fail the run.");
  html.Open("ol", {{"class", "findings"}});
  for (const FileReport& file : report.files) {
    if (file.suppressed.empty()) continue;
    FileFindings writer(file, html);
    for (const SuppressedFinding& each : file.suppressed)
      writer.WriteSuppressed(each);
  }
  html.Close();
  html.Close();
}

}  // namespace medlint
