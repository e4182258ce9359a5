// SPDX-License-Identifier: Apache-2.0
//
// detection RULESETS FOLDER [--sealed] [--misses] [--only CATEGORY]
//
// Lints the labelled sentences and pages of tests/detection with the rulesets
// of a folder and prints recall, precision and near misses hit by category.
//
//   sentence   a violation is found if a finding of its category overlaps the
//              marked words; any finding of that category on a near miss is a
//              near miss hit.  Spam and links are one category.
//   page       spans likewise; a finding of a category that overlaps neither a
//              labelled span nor a near miss counts against precision
//              ("other"); document items are found or not by the rule in
//              concerns.tsv. What two readers label differently is left out.
//
// Findings of severity info count with --infos only.  A sentence stands in a
// page of type "treatment" with a headline.  --misses prints what went wrong,
// and is refused for the sealed part.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/linter.h"
#include "linter/ruleset/rule_set.h"
#include "linter/text/source_file.h"
#include "tests/support/tab_separated.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

struct Settings {
  fs::path folder;
  bool sealed = false;
  bool misses = false;
  bool infos = false;
  std::string only;
};

std::vector<std::vector<std::string>> ReadTsv(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(2);
  }
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(testing::SplitAtTabs(line));
  }
  return rows;
}

std::string Group(std::string_view category) {
  if (category == "links") return "spam";
  return std::string(category);
}

struct Score {
  int violations = 0, found = 0;
  int near_misses = 0, hit = 0;
  int right = 0, wrong = 0;  // findings
};

void Print(const char* title, const std::map<std::string, Score>& scores) {
  const auto percent = [](int part, int whole) {
    return whole == 0 ? 0.0 : 100.0 * part / whole;
  };
  std::printf("%-24s %18s %18s %18s\n", title, "recall", "precision",
              "near misses hit");
  for (const auto& [name, s] : scores) {
    std::printf(
        "  %-22s %4d/%-4d %6.1f %% %4d/%-4d %6.1f %% %4d/%-4d %6.1f %%\n",
        name.c_str(), s.found, s.violations, percent(s.found, s.violations),
        s.right, s.right + s.wrong, percent(s.right, s.right + s.wrong), s.hit,
        s.near_misses, percent(s.hit, s.near_misses));
  }
}

class Detection {
 public:
  Detection(const RuleSet& rules, Settings settings)
      : rules_(rules), settings_(std::move(settings)) {}

  void Run() {
    RunSentences();
    RunPages();
    Print("sentences", sentences_);
    Print("sentences, by concern", concerns_);
    Print("pages, spans", spans_);
    Print("pages, document items", items_);
  }

 private:
  bool Wants(const std::string& category) const {
    return settings_.only.empty() || Group(category) == settings_.only;
  }

  FileReport Lint(const std::string& html, const std::string& type) const {
    LintOptions options;
    options.type = type;
    options.as_of = {.year = 2026, .month = 11, .day = 1};
    if (!settings_.infos) options.min_severity = Severity::kWarning;
    auto source = SourceFile::FromBytes("page", html, {});
    if (!source) return {};
    auto report = Linter(rules_, options).Lint(*source);
    return report ? *std::move(report) : FileReport();
  }

  void Miss(const char* what, const std::string& id, const std::string& more,
            const std::string& text) const {
    if (settings_.misses) {
      std::printf("%s\t%s\t%s\t%s\n", what, id.c_str(), more.c_str(),
                  text.c_str());
    }
  }

  static std::string WrapSentence(const std::string& text) {
    const bool block = text.starts_with("<h") || text.starts_with("<p") ||
                       text.starts_with("<li") || text.starts_with("<d") ||
                       text.starts_with("<u") || text.starts_with("<t");
    const std::string body = text.starts_with("<li") ? "<ul>" + text + "</ul>"
                             : block                 ? text
                                                     : "<p>" + text + "</p>";
    return "<title>Health notes</title><h1>Health notes</h1>" + body;
  }

  void RunSentences() {
    for (const auto& row :
         ReadTsv(settings_.folder /
                 (settings_.sealed ? "sealed.tsv" : "sentences.tsv"))) {
      const std::string& id = row.at(0);
      const std::string group = Group(row.at(1));
      if (!Wants(group)) continue;
      const bool violation = row.at(3) == "violation";
      std::string html = WrapSentence(row.at(4));
      std::size_t begin = 0;
      std::size_t end = 0;
      if (violation) {
        begin = html.find("[[");
        html.erase(begin, 2);
        end = html.find("]]", begin);
        html.erase(end, 2);
      }
      const FileReport report = Lint(html, "treatment");
      bool found = false;
      std::string rules;
      for (const Finding& finding : report.findings) {
        if (!finding.is_span || Group(finding.rule->category()) != group) {
          continue;
        }
        rules += finding.rule->id + " «" + finding.text + "» ";
        const bool overlaps =
            finding.where.begin < end && begin < finding.where.end;
        found = found || (violation && overlaps);
        for (auto* scores :
             {&sentences_[group], &concerns_[row.at(1) + "/" + row.at(2)]}) {
          ++(violation ? scores->right : scores->wrong);
        }
      }
      for (auto* score :
           {&sentences_[group], &concerns_[row.at(1) + "/" + row.at(2)]}) {
        ++(violation ? score->violations : score->near_misses);
        if (violation && found) ++score->found;
        if (!violation && !rules.empty()) ++score->hit;
      }
      if (violation && !found)
        Miss("MISSED", id, row.at(2) + " " + rules, row.at(4));
      if (!violation && !rules.empty()) Miss("NEAR-MISS", id, rules, row.at(4));
    }
  }

  struct Label {
    std::string group;
    std::string concern;
    bool violation = false;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string quote;
    bool hit = false;
  };

  void RunPages() {
    const fs::path folder =
        settings_.folder / "pages" / (settings_.sealed ? "sealed" : "open");
    for (const auto& row : ReadTsv(settings_.folder / "concerns.tsv")) {
      if (row.at(2) != "-") rule_of_[row[0] + "/" + row[1]] = row[2];
    }
    std::map<std::string, std::vector<std::vector<std::string>>> by_page;
    for (auto& row : ReadTsv(folder / "labels.tsv"))
      by_page[row.at(0)].push_back(row);
    for (const auto& [name, rows] : by_page)
      RunPage(folder / name, name, rows);
  }

  void RunPage(const fs::path& path, const std::string& name,
               const std::vector<std::vector<std::string>>& rows) {
    std::ifstream in(path, std::ios::binary);
    const std::string html{std::istreambuf_iterator<char>(in), {}};
    std::vector<Label> labels;
    std::set<std::string> items;
    std::set<std::string> disputed;
    for (const auto& row : rows) {
      if (row.at(3) == "disputed") {
        if (row.at(4) == "-") disputed.insert(row[1] + "/" + row[2]);
        continue;
      }
      if (row.at(3) == "document") {
        items.insert(row[1] + "/" + row[2]);
        continue;
      }
      Label label{.group = Group(row.at(1)),
                  .concern = row.at(2),
                  .violation = row.at(3) == "span",
                  .quote = row.at(4)};
      label.begin = html.find(label.quote);
      if (label.begin == std::string::npos) continue;
      label.end = label.begin + label.quote.size();
      labels.push_back(std::move(label));
    }
    const FileReport report = Lint(html, "");
    std::set<std::string> fired;
    for (const Finding& finding : report.findings) {
      fired.insert(finding.rule->id);
      if (finding.is_span) JudgeSpan(name, finding, labels);
    }
    for (const Label& label : labels) {
      if (!Wants(label.group)) continue;
      Score& score = spans_[label.group];
      ++(label.violation ? score.violations : score.near_misses);
      if (label.hit) ++(label.violation ? score.found : score.hit);
      if (label.violation && !label.hit) {
        Miss("MISSED", name, label.group + "/" + label.concern, label.quote);
      }
    }
    for (const auto& [item, rule] : rule_of_) {
      if (!Wants(item.substr(0, item.find('/')))) continue;
      if (disputed.contains(item)) continue;
      Score& score = items_[item];
      const bool expected = items.contains(item);
      const bool found = fired.contains(rule);
      ++(expected ? score.violations : score.near_misses);
      if (expected && found) ++score.found;
      if (found) ++(expected ? score.right : score.wrong);
      if (!expected && found) ++score.hit;
      if (expected != found) {
        Miss(expected ? "MISSED" : "EXTRA", name, item, "type " + report.type);
      }
    }
  }

  void JudgeSpan(const std::string& name, const Finding& finding,
                 std::vector<Label>& labels) {
    const std::string group = Group(finding.rule->category());
    if (!Wants(group)) return;
    bool right = false;
    bool near_miss = false;
    for (Label& label : labels) {
      const bool overlaps =
          finding.where.begin < label.end && label.begin < finding.where.end;
      if (label.group != group || !overlaps) continue;
      label.hit = true;
      right = right || label.violation;
      near_miss = near_miss || !label.violation;
    }
    Score& score = spans_[group];
    ++(right ? score.right : score.wrong);
    if (right) return;
    Miss(near_miss ? "NEAR-MISS" : "OTHER", name, finding.rule->id,
         "«" + finding.text + "»");
  }

  const RuleSet& rules_;
  Settings settings_;
  std::map<std::string, std::string> rule_of_;
  std::map<std::string, Score> sentences_, concerns_, spans_, items_;
};

}  // namespace
}  // namespace medlint

int main(int argc, char** argv) {
  medlint::Settings settings;
  std::vector<std::string> operands;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--sealed") {
      settings.sealed = true;
    } else if (argument == "--misses") {
      settings.misses = true;
    } else if (argument == "--infos") {
      settings.infos = true;
    } else if (argument == "--only" && i + 1 < argc) {
      settings.only = argv[++i];
    } else {
      operands.push_back(argument);
    }
  }
  if (operands.size() != 2 || (settings.sealed && settings.misses)) {
    std::fprintf(stderr,
                 "usage: detection RULESETS FOLDER [--sealed | --misses] "
                 "[--infos] [--only CATEGORY]\n");
    return 2;
  }
  settings.folder = operands[1];
  std::vector<medlint::Error> errors;
  const auto sources = medlint::ReadRulesets(operands[0], errors);
  const auto loaded = medlint::LoadRules(sources, {.examples = false});
  errors.insert(errors.end(), loaded.errors.begin(), loaded.errors.end());
  for (const medlint::Error& error : errors)
    std::fprintf(stderr, "%s\n", error.ToText().c_str());
  if (!errors.empty()) return 2;
  medlint::Detection(loaded.rules, settings).Run();
  return 0;
}
