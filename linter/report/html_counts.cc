// SPDX-License-Identifier: Apache-2.0

#include "linter/report/html_counts.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/report/html_findings.h"
#include "linter/report/summary.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

constexpr Severity kSeverities[] = {Severity::kError, Severity::kWarning,
                                    Severity::kInfo};

// More rows than this are behind a disclosure.
constexpr std::size_t kMaxRows = 10;

std::size_t IndexOf(Severity severity) {
  return static_cast<std::size_t>(std::ranges::find(kSeverities, severity) -
                                  std::begin(kSeverities));
}

std::string Title(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "Error";
    case Severity::kWarning:
      return "Warning";
    case Severity::kInfo:
      break;
  }
  return "Info";
}

// What a table says of each row.
enum class Columns { kTotal, kBySeverity };

struct Row {
  std::string name;
  std::string target;  // an id on the page; "" for none
  SeverityCounts counts;
};

// The most errors first, then warnings, then infos, then by name.
void SortRows(std::vector<Row>& rows) {
  std::ranges::stable_sort(rows, {}, &Row::name);
  std::ranges::stable_sort(rows, std::ranges::greater(), &Row::counts);
}

std::vector<Row> CountBySeverity(const SeverityCounts& all) {
  std::vector<Row> rows;
  for (const Severity severity : kSeverities) {
    SeverityCounts counts;
    counts.counts[IndexOf(severity)] = all.counts[IndexOf(severity)];
    rows.push_back({.name = Title(severity), .target = "", .counts = counts});
  }
  return rows;
}

std::vector<Row> CountByCategory(const Report& report) {
  std::map<std::string_view, SeverityCounts> counts;
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings)
      counts[finding.rule->category()].Add(finding.severity);
  }
  std::vector<Row> rows;
  for (const auto& [category, each] : counts) {
    rows.push_back(
        {.name = std::string(category), .target = "", .counts = each});
  }
  SortRows(rows);
  return rows;
}

std::vector<Row> CountByFile(const Report& report) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    const FileReport& file = report.files[i];
    if (file.findings.empty()) continue;
    rows.push_back({.name = file.source->name(),
                    .target = HtmlFileId(i),
                    .counts = CountFindings(file.findings)});
  }
  SortRows(rows);
  return rows;
}

// Of one bar 100 wide, in which "widest" findings would fill all.
void WriteBar(const SeverityCounts& counts, int widest, HtmlWriter& html) {
  html.Open("svg", {{"viewBox", "0 0 100 10"},
                    {"preserveAspectRatio", "none"},
                    {"aria-hidden", "true"}});
  int before = 0;
  for (const Severity severity : kSeverities) {
    const int count = counts.counts[IndexOf(severity)];
    if (count == 0) continue;
    const auto tenths = [&](int findings) {
      return static_cast<int>(1000LL * findings / widest);
    };
    html.Void("rect",
              {{"class", SeverityName(severity)},
               {"x", TenthsText(tenths(before))},
               {"width", TenthsText(tenths(before + count) - tenths(before))},
               {"height", "10"}});
    before += count;
  }
  html.Close();
}

void WriteRows(std::span<const Row> rows, int widest, Columns columns,
               HtmlWriter& html) {
  for (const Row& row : rows) {
    html.Open("tr");
    html.Open("th", {{"scope", "row"}});
    if (row.target.empty()) {
      html.Text(row.name);
    } else {
      html.Element("a", {{"href", "#" + row.target}}, row.name);
    }
    html.Close();
    if (columns == Columns::kTotal) {
      html.Element("td", std::to_string(row.counts.Total()));
    } else {
      for (const int count : row.counts.counts)
        html.Element("td", std::to_string(count));
    }
    html.Open("td", {{"class", "bar"}});
    WriteBar(row.counts, std::max(widest, 1), html);
    html.Close();
    html.Close();
  }
}

// "rows" are some of those whose longest bar is "widest".
void WriteTable(std::string_view caption, std::string_view of_what,
                std::span<const Row> rows, int widest, Columns columns,
                HtmlWriter& html) {
  html.Open("table");
  html.Element("caption", caption);
  html.Open("thead");
  html.Open("tr");
  html.Element("th", {{"scope", "col"}}, of_what);
  if (columns == Columns::kTotal) {
    html.Element("th", {{"scope", "col"}}, "Findings");
  } else {
    for (const Severity severity : kSeverities)
      html.Element("th", {{"scope", "col"}}, Title(severity) + "s");
  }
  html.Element("td", {{"class", "bar"}}, "");
  html.Close();
  html.Close();
  html.Open("tbody");
  WriteRows(rows, widest, columns, html);
  html.Close();
  html.Close();
}

int WidestOf(std::span<const Row> rows) {
  int widest = 0;
  for (const Row& row : rows)
    widest = std::max(widest, row.counts.Total());
  return widest;
}

void WriteFileTables(const std::vector<Row>& rows, HtmlWriter& html) {
  const int widest = WidestOf(rows);
  const std::span<const Row> all = rows;
  const auto shown = all.first(std::min(all.size(), kMaxRows));
  const auto rest = all.subspan(shown.size());
  html.Open("div", {{"class", "wide"}});
  WriteTable(rest.empty() ? "By file" : "By file: the worst ten", "File", shown,
             widest, Columns::kBySeverity, html);
  if (!rest.empty()) {
    html.Open("details");
    html.Element("summary",
                 Counted(static_cast<int>(rest.size()), "more file"));
    WriteTable("By file: the others", "File", rest, widest,
               Columns::kBySeverity, html);
    html.Close();
  }
  html.Close();
}

struct Choice {
  std::string value;
  std::string text;
};

// "claims (12)", by what "name_of" calls the rule of each finding.
template <typename NameOf>
std::vector<Choice> CountedChoices(const Report& report, NameOf name_of) {
  std::map<std::string_view, int> counts;
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings)
      ++counts[name_of(*finding.rule)];
  }
  std::vector<Choice> choices;
  for (const auto& [name, count] : counts) {
    choices.push_back(
        {.value = std::string(name),
         .text = std::string(name) + " (" + std::to_string(count) + ")"});
  }
  return choices;
}

std::vector<Choice> FileChoices(const Report& report) {
  std::vector<Choice> choices;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    if (report.files[i].findings.empty()) continue;
    choices.push_back(
        {.value = HtmlFileId(i), .text = report.files[i].source->name()});
  }
  return choices;
}

void WriteSelect(std::string_view label, std::string_view name,
                 const std::vector<Choice>& choices, HtmlWriter& html) {
  const std::string id = "filter-" + std::string(name);
  html.Open("p");
  html.Element("label", {{"for", id}}, label);
  html.Open("select", {{"id", id}, {"name", name}});
  html.Element("option", {{"value", ""}}, "all");
  for (const auto& [value, text] : choices)
    html.Element("option", {{"value", value}}, text);
  html.Close();
  html.Close();
}

void WriteSeverityChoices(HtmlWriter& html) {
  html.Open("fieldset");
  html.Element("legend", "Severity");
  for (const Severity severity : kSeverities) {
    const std::string_view name = SeverityName(severity);
    html.Open("label");
    html.Void("input", {{"type", "checkbox"},
                        {"name", "severity"},
                        {"value", name},
                        {"checked", "checked"}});
    html.Text(" " + Title(severity) + "s");
    html.Close();
  }
  html.Close();
}

}  // namespace

void SeverityCounts::Add(Severity severity) {
  ++counts[IndexOf(severity)];
}

std::string SeverityCounts::ToText() const {
  std::string text;
  for (const Severity severity : kSeverities) {
    const int count = counts[IndexOf(severity)];
    if (count == 0) continue;
    if (!text.empty()) text += ", ";
    text += Counted(count, SeverityName(severity));
  }
  return text.empty() ? "no findings" : text;
}

SeverityCounts CountFindings(std::span<const Finding> findings) {
  SeverityCounts counts;
  for (const Finding& finding : findings)
    counts.Add(finding.severity);
  return counts;
}

void WriteSeverityBadge(Severity severity, HtmlWriter& html) {
  const std::string classes = "badge " + std::string(SeverityName(severity));
  html.Element("span", {{"class", classes}}, Title(severity));
}

void WriteHtmlSummary(const Report& report, HtmlWriter& html) {
  SeverityCounts all;
  for (const Severity severity : kSeverities)
    all.counts[IndexOf(severity)] = report.Count(severity);
  html.Open("section", {{"aria-labelledby", "summary"}});
  html.Element("h2", {{"id", "summary"}}, "Summary");
  html.Element(
      "p", "Checked " + Counted(static_cast<int>(report.files.size()), "file") +
               ": " + all.ToText() + "; " +
               std::to_string(report.CountSuppressed()) + " suppressed.");
  html.Open("div", {{"class", "charts"}});
  const std::vector<Row> severities = CountBySeverity(all);
  WriteTable("By severity", "Severity", severities, WidestOf(severities),
             Columns::kTotal, html);
  if (all.Total() > 0) {
    const std::vector<Row> categories = CountByCategory(report);
    WriteTable("By category", "Category", categories, WidestOf(categories),
               Columns::kBySeverity, html);
    WriteFileTables(CountByFile(report), html);
  }
  html.Close();
  html.Close();
}

void WriteHtmlFilters(const Report& report, HtmlWriter& html) {
  html.Open("form", {{"id", "filters"},
                     {"role", "search"},
                     {"aria-label", "Filter the findings"},
                     {"hidden", "hidden"}});
  WriteSeverityChoices(html);
  WriteSelect("Category", "category",
              CountedChoices(
                  report, [](const RuleInfo& rule) { return rule.category(); }),
              html);
  WriteSelect("Rule", "rule",
              CountedChoices(report,
                             [](const RuleInfo& rule) {
                               return std::string_view(rule.id);
                             }),
              html);
  WriteSelect("File", "file", FileChoices(report), html);
  html.Open("p");
  html.Element("label", {{"for", "filter-text"}}, "Words");
  html.Void("input", {{"id", "filter-text"},
                      {"name", "text"},
                      {"type", "search"},
                      {"autocomplete", "off"}});
  html.Close();
  html.Open("p", {{"class", "buttons"}});
  html.Element("button", {{"type", "reset"}}, "Show all findings");
  html.Element("button", {{"type", "button"}, {"id", "collapse"}},
               "Collapse files");
  html.Element("button", {{"type", "button"}, {"id", "expand"}},
               "Expand files");
  html.Close();
  html.Close();
}

}  // namespace medlint
