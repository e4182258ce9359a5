// SPDX-License-Identifier: Apache-2.0
//
// One page of HTML for people who open it in a browser, mail it or print it: a
// compliance officer, an editor, an auditor.
//
// The page needs nothing but itself: style sheet and script are inside, and its
// content security policy lets no other run or load.  Without a script all of
// it is there to read; the script adds filters.  It is for eyes, keyboards and
// screen readers (WCAG 2.2 AA), bright and dark screens, phones and paper.  The
// pages reported on are not trusted: nothing in them becomes markup.
//
// Columns are code points from 1; people read them.

#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/digest.h"
#include "linter/report/html_counts.h"
#include "linter/report/html_findings.h"
#include "linter/report/html_page.h"
#include "linter/report/html_writer.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"
#include "linter/report/tool.h"
#include "linter/report/writer.h"

namespace medlint {
namespace {

std::string SecurityPolicy() {
  return "default-src 'none'; style-src 'sha256-" + Sha256Base64(HtmlStyle()) +
         "'; script-src 'sha256-" + Sha256Base64(HtmlScript()) +
         "'; base-uri 'none'; form-action 'none'";
}

void WriteHead(const Report& report, HtmlWriter& html) {
  html.Open("head");
  html.Void("meta", {{"charset", "utf-8"}});
  html.Void("meta", {{"name", "generator"}, {"content", "medlint"}});
  html.Void("meta", {{"http-equiv", "Content-Security-Policy"},
                     {"content", SecurityPolicy()}});
  html.Void("meta", {{"name", "viewport"},
                     {"content", "width=device-width, initial-scale=1"}});
  html.Void("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.Void("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  html.Element(
      "title",
      "medlint report: " + Counted(report.Count(Severity::kError), "error") +
          ", " + Counted(report.Count(Severity::kWarning), "warning") + ", " +
          Counted(report.Count(Severity::kInfo), "info") + " (as of " +
          report.as_of + ")");
  html.Code("style", HtmlStyle());
  html.Close();
}

void WriteFact(std::string_view name, std::string_view value,
               HtmlWriter& html) {
  html.Open("div");
  html.Element("dt", name);
  html.Element("dd", value);
  html.Close();
}

void WriteHeader(const Report& report, const WriteOptions& options,
                 HtmlWriter& html) {
  html.Element("a", {{"class", "skip"}, {"href", "#findings"}},
               "Skip to the findings");
  html.Open("header");
  html.Element("h1", "medlint report");
  const std::string verdict = VerdictText(report, options);
  for (std::string_view rest = verdict; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    html.Element("p", {{"class", "verdict"}}, rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  html.Open("dl");
  WriteFact("As of", report.as_of, html);
  for (const RulesetInfo& ruleset : report.rulesets) {
    WriteFact("Ruleset",
              VisibleLine(ruleset.id + " " + ruleset.version) + ", SHA-256 " +
                  ruleset.sha256,
              html);
  }
  WriteFact(kToolName, ToolVersion(), html);
  html.Close();
  html.Close();
}

void WriteErrors(const Report& report, HtmlWriter& html) {
  if (report.errors.empty()) return;
  html.Open("section", {{"aria-labelledby", "not-linted"}});
  html.Element("h2", {{"id", "not-linted"}}, "Not linted");
  html.Element("p",
               "These were asked for and could not be read: nothing is known "
               "about them.");
  html.Open("ul");
  for (const Error& error : report.errors) {
    html.Open("li");
    html.Element("code", error.where());
    html.Text(" " + VisibleLine(HintedText(error)));
    html.Close();
  }
  html.Close();
  html.Close();
}

void WriteClean(const Report& report, HtmlWriter& html) {
  int count = 0;
  for (const FileReport& file : report.files)
    count += file.findings.empty() ? 1 : 0;
  if (count == 0) return;
  html.Open("section", {{"aria-labelledby", "clean"}});
  html.Element("h2", {{"id", "clean"}}, "Files without findings");
  html.Open("details");
  html.Element("summary", Counted(count, "file"));
  html.Open("ul");
  for (const FileReport& file : report.files) {
    if (!file.findings.empty()) continue;
    html.Open("li");
    html.Element("code", file.source->name());
    html.Close();
  }
  html.Close();
  html.Close();
  html.Close();
}

}  // namespace

std::string WriteHtml(const Report& report, const WriteOptions& options) {
  HtmlWriter html;
  html.Open("html", {{"lang", "en"}});
  WriteHead(report, html);
  html.Open("body");
  WriteHeader(report, options, html);
  html.Open("main");
  WriteErrors(report, html);
  WriteHtmlSummary(report, html);
  WriteHtmlFilters(report, html);
  // Apart from the form, so that a printed page says that it is filtered.
  html.Element("p", {{"id", "shown"}, {"role", "status"}}, "");
  WriteHtmlFindings(report, options, html);
  WriteHtmlSuppressed(report, html);
  WriteClean(report, html);
  html.Close();
  html.Open("footer");
  html.Element("p", kNotice);
  html.Close();
  html.Code("script", HtmlScript());
  html.Close();
  html.Close();
  return std::move(html).Finish();
}

}  // namespace medlint
