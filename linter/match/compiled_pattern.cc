// SPDX-License-Identifier: Apache-2.0

#include "linter/match/compiled_pattern.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/match/anchors.h"
#include "linter/match/expression.h"

namespace medlint {
namespace {

// Reads the expression, in "parsed", and makes it.
std::optional<PatternError> MakeExpression(
    Expression::Source source, const LexiconTable& lexicons,
    ParsedExpression& parsed, std::unique_ptr<const Expression>& expression) {
  if (auto error = Expression::Parse(source, lexicons, parsed)) return error;
  const std::size_t size = source.regexp.size();
  expression =
      std::make_unique<const Expression>(std::move(source), lexicons, parsed);
  const std::string what = expression->Check(parsed);
  if (what.empty()) return std::nullopt;
  return PatternError{.begin = 0,
                      .end = size,
                      .what = "RE2 refuses the pattern: " + what,
                      .hint = "shorten its repeats and alternations"};
}

// Guards are expressions of their own; the error says which it is in.
std::optional<PatternError> MakeGuard(
    std::string_view field, const std::string& regexp, const PatternSpec& spec,
    Expression::Role role, const LexiconTable& lexicons,
    std::unique_ptr<const Expression>& guard) {
  if (regexp.empty()) return std::nullopt;
  ParsedExpression parsed;
  auto error = MakeExpression({.regexp = regexp,
                               .exact_case = spec.exact_case,
                               .whole_words = spec.whole_words,
                               .role = role},
                              lexicons, parsed, guard);
  if (error) error->what = '`' + std::string(field) + "`: " + error->what;
  return error;
}

PatternError NoAnchor(const PatternSpec& spec) {
  return {.begin = 0,
          .end = spec.regexp.size(),
          .what =
              "the pattern has nothing that can be looked for: no word, "
              "sign or digit is in every match",
          .hint = spec.exact_case
                      ? "add a word, a sign, a digit or a capital that every "
                        "match has"
                      : "add a word, a sign or a digit that every match has, "
                        "or set `case = \"exact\"` to look for capitals"};
}

}  // namespace

int CompiledPattern::compiled_count() const {
  int count = 0;
  for (const auto* part : {&regexp, &not_before, &not_after}) {
    if (*part != nullptr) count += (*part)->compiled_count();
  }
  return count;
}

std::optional<PatternError> CompilePattern(const PatternSpec& spec,
                                           const LexiconTable& lexicons,
                                           CompiledPattern& pattern,
                                           Anchors& anchors, Anchors& needs) {
  ParsedExpression parsed;
  std::unique_ptr<const Expression> regexp;
  if (auto error = MakeExpression({.regexp = spec.regexp,
                                   .exact_case = spec.exact_case,
                                   .whole_words = spec.whole_words},
                                  lexicons, parsed, regexp)) {
    return error;
  }
  if (parsed.shape.anchors.empty()) return NoAnchor(spec);
  pattern.regexp = std::move(regexp);
  pattern.exact_case = spec.exact_case;
  pattern.edges = parsed.edges;
  pattern.classes = parsed.shape.anchors.classes;
  pattern.max_before = parsed.shape.anchors.max_before;
  if (auto error =
          MakeGuard("not-before", spec.not_before, spec,
                    Expression::Role::kBefore, lexicons, pattern.not_before)) {
    return error;
  }
  if (auto error =
          MakeGuard("not-after", spec.not_after, spec, Expression::Role::kMatch,
                    lexicons, pattern.not_after)) {
    return error;
  }
  anchors = std::move(parsed.shape.anchors);
  needs = std::move(parsed.shape.needs);
  if (!parsed.shape.literals.empty()) {
    pattern.form = CompiledPattern::Form::kLiterals;
    anchors.literals = std::move(parsed.shape.literals);
  }
  return std::nullopt;
}

}  // namespace medlint
