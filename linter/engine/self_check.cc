// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/self_check.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/engine/linter.h"
#include "linter/guards/registry.h"
#include "linter/text/source_file.h"

namespace medlint {
namespace {

constexpr Date kExampleDay = {.year = 2026, .month = 1, .day = 15};

// An example as a page, and where in it the marks stood.
struct MarkedPage {
  std::string html;
  std::vector<CleanSpan> marks;
};

std::string EscapeHtml(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped.push_back(c);
    }
  }
  return escaped;
}

MarkedPage MakePage(const Example& example) {
  std::string source = example.is_html
                           ? example.text
                           : "<p>" + EscapeHtml(example.text) + "</p>";
  MarkedPage page;
  if (!example.bad) {
    page.html = std::move(source);
    return page;
  }
  Offset begin = 0;
  for (std::size_t i = 0; i < source.size();) {
    const std::string_view two = std::string_view(source).substr(i, 2);
    const auto at = static_cast<Offset>(page.html.size());
    if (two == "[[") {
      begin = at;
      i += 2;
    } else if (two == "]]") {
      page.marks.push_back({begin, at});
      i += 2;
    } else {
      page.html.push_back(source[i++]);
    }
  }
  return page;
}

}  // namespace

std::string ExamplePage(const Example& example) {
  return MakePage(example).html;
}

// With the first type and topics that the rule's gate lets through.
LintOptions ExampleOptions(const RuleInfo& rule, const Example& example) {
  LintOptions options;
  options.select = {rule.id};
  if (example.page.empty()) {
    // A sentence is too short to tell; and a rule that looks at articles alone
    // is shown what an article lacks.
    options.page_kind = PageKind::kArticle;
  } else if (example.page != "auto") {
    options.page_kind = PageKindNamed(example.page);
  }
  options.as_of = ParseIsoDate(example.as_of).value_or(kExampleDay);
  options.type = example.type;
  options.topics = example.topics;
  if (options.type.empty() && !rule.when.types.empty()) {
    options.type = rule.when.types.front();
  }
  if (options.topics.empty() && !rule.when.topics.empty()) {
    options.topics = {rule.when.topics.front()};
  }
  if (!rule.when.languages.empty()) {
    options.language = rule.when.languages.front();
  }
  if (!rule.when.profiles.empty()) options.profiles = rule.when.profiles;
  return options;
}

namespace {

std::string Quote(std::string_view text) {
  return "«" + std::string(text) + "»";
}

std::string List(const std::set<CleanSpan>& spans, std::string_view html) {
  std::string list;
  for (const CleanSpan span : spans) {
    if (!list.empty()) list += ", ";
    list += Quote(span.In(html));
  }
  return list.empty() ? "nothing" : list;
}

bool IsFlagged(const RuleSet& rules, const Example& example,
               const LintOptions& options) {
  const auto source =
      SourceFile::FromBytes("example", MakePage(example).html, {});
  if (!source) return false;
  const auto report = Linter(rules, options).Lint(*source);
  return report && !report->findings.empty();
}

class ExampleCheck {
 public:
  ExampleCheck(const RuleSet& rules, SelfCheckResult& result)
      : rules_(rules), result_(result) {}

  void Check(const Rule& of, const Example& example) {
    const RuleInfo& rule = of.info;
    ++result_.examples;
    const MarkedPage page = MakePage(example);
    auto source = SourceFile::FromBytes("example", page.html, {});
    if (!source) {
      Fail(ExampleFailure::Kind::kMissing, rule, example,
           source.error().what());
      return;
    }
    LintOptions options = ExampleOptions(rule, example);
    if (IsAboutSuppressions(of)) {
      // What a page suppresses is known when all rules have run.
      options.select.clear();
      options.suppressions.require_reason =
          of.check->Reports(SuppressionProblem::kUnexplained);
    }
    const Linter linter(rules_, std::move(options));
    const auto report = linter.Lint(*source);
    if (!report) {
      Fail(ExampleFailure::Kind::kMissing, rule, example,
           report.error().what());
      return;
    }
    std::set<CleanSpan> found;
    for (const Finding& finding : report->findings) {
      if (finding.rule == &rule) found.insert(finding.where);
    }
    Judge(rule, example, page, found);
  }

  // What was learned excuses much that another guard is there for.
  void CheckGuards(const RuleInfo& rule) {
    std::vector<std::string> learned;
    for (const Guard* const guard : AllGuards()) {
      if (guard->learned) learned.emplace_back(guard->name);
    }
    for (const std::string& guard : rule.guards) {
      if (std::ranges::find(learned, guard) != learned.end()) continue;
      const bool needed =
          std::ranges::any_of(rule.examples, [&](const Example& example) {
            if (example.bad) return false;
            LintOptions options = ExampleOptions(rule, example);
            options.unasked_guards = learned;
            options.unasked_guards.push_back(guard);
            return IsFlagged(rules_, example, options);
          });
      if (needed) continue;
      result_.failures.push_back(
          {.kind = ExampleFailure::Kind::kIdle,
           .rule = &rule,
           .example = nullptr,
           .what = "no good example needs the guard `" + guard + "`"});
    }
  }

 private:
  void Judge(const RuleInfo& rule, const Example& example,
             const MarkedPage& page, const std::set<CleanSpan>& found) {
    if (!example.bad) {
      if (found.empty()) return;
      Fail(ExampleFailure::Kind::kNoisy, rule, example,
           "flagged " + List(found, page.html) + ", expected nothing");
      return;
    }
    if (found.empty()) {
      Fail(ExampleFailure::Kind::kMissing, rule, example, "flagged nothing");
      return;
    }
    const std::set<CleanSpan> expected(page.marks.begin(), page.marks.end());
    if (expected.empty() || found == expected) return;
    Fail(ExampleFailure::Kind::kMisplaced, rule, example,
         "flagged " + List(found, page.html) + ", expected " +
             List(expected, page.html));
  }

  void Fail(ExampleFailure::Kind kind, const RuleInfo& rule,
            const Example& example, std::string what) {
    result_.failures.push_back({.kind = kind,
                                .rule = &rule,
                                .example = &example,
                                .what = std::move(what)});
  }

  const RuleSet& rules_;
  SelfCheckResult& result_;
};

}  // namespace

SelfCheckResult SelfCheck(const RuleSet& rules, Strictness strictness,
                          const std::function<bool(const RuleInfo&)>& wanted) {
  SelfCheckResult result;
  ExampleCheck check(rules, result);
  for (const Rule& rule : rules.rules()) {
    if (wanted && !wanted(rule.info)) continue;
    ++result.rules;
    for (const Example& example : rule.info.examples) {
      check.Check(rule, example);
    }
    if (strictness == Strictness::kGuards) check.CheckGuards(rule.info);
  }
  return result;
}

}  // namespace medlint
