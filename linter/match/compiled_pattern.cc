// SPDX-License-Identifier: Apache-2.0

#include "linter/match/compiled_pattern.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/match/anchors.h"
#include "linter/match/char_class.h"
#include "linter/match/expression.h"

namespace medlint {
namespace {

// Reads the expression, in "parsed", and checks it.
std::optional<PatternError> ReadExpression(ExpressionSource source,
                                           const LexiconTable& lexicons,
                                           ParsedExpression& parsed) {
  if (auto error = ParseExpression(source, lexicons, parsed)) return error;
  const std::string what = CheckExpression(source, lexicons, parsed);
  if (what.empty()) return std::nullopt;
  return PatternError{.begin = 0,
                      .end = source.regexp.size(),
                      .what = "RE2 refuses the pattern: " + what,
                      .hint = "shorten its repeats and alternations"};
}

// Guards are expressions of their own; the error says which it is in.
std::optional<PatternError> ReadGuard(std::string_view field,
                                      ExpressionSource source,
                                      const LexiconTable& lexicons,
                                      ParsedExpression& parsed) {
  if (source.regexp.empty()) return std::nullopt;
  auto error = ReadExpression(source, lexicons, parsed);
  if (error) error->what = '`' + std::string(field) + "`: " + error->what;
  return error;
}

// Returns the number of the expression, or kNone if there is none.
std::uint32_t AddExpression(ExpressionSource source,
                            const ParsedExpression& parsed,
                            PlanVectors& vectors) {
  if (source.regexp.empty()) return kNone;
  vectors.expressions.push_back(
      {.source = AppendText(source.regexp, vectors.sources),
       .max_size = parsed.shape.max_size,
       .role = source.role,
       .exact_case = source.exact_case,
       .whole_words = source.whole_words,
       .begins_at_edge = parsed.edges.begin});
  return static_cast<std::uint32_t>(vectors.expressions.size() - 1);
}

// The classes that are anchors, if it takes more than their kinds to tell where
// one can stand.
Stretch AddAnchorSets(const ParsedExpression& parsed, PlanVectors& vectors) {
  const Anchors& anchors = parsed.shape.anchors;
  if ((anchors.classes & kWide) == 0 || parsed.syntax.names_script) return {};
  const auto begin = static_cast<std::uint32_t>(vectors.sets.size());
  for (const std::uint32_t index : anchors.class_indices) {
    vectors.sets.push_back(
        parsed.syntax.classes[index].ToSet(vectors.set_ranges));
  }
  return {.begin = begin,
          .size = static_cast<std::uint32_t>(anchors.class_indices.size())};
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

std::optional<PatternError> CompilePattern(const PatternSpec& spec,
                                           const LexiconTable& lexicons,
                                           PlanVectors& vectors,
                                           Anchors& anchors, Anchors& needs) {
  using Role = ExpressionSource::Role;
  const auto source_of = [&spec](const std::string& regexp, Role role) {
    return ExpressionSource{.regexp = regexp,
                            .exact_case = spec.exact_case,
                            .whole_words = spec.whole_words,
                            .role = role};
  };
  const ExpressionSource regexp = source_of(spec.regexp, Role::kMatch);
  const ExpressionSource before = source_of(spec.not_before, Role::kBefore);
  const ExpressionSource after = source_of(spec.not_after, Role::kMatch);

  ParsedExpression parsed;
  if (auto error = ReadExpression(regexp, lexicons, parsed)) return error;
  if (parsed.shape.anchors.empty()) return NoAnchor(spec);
  ParsedExpression parsed_before;
  if (auto error = ReadGuard("not-before", before, lexicons, parsed_before)) {
    return error;
  }
  ParsedExpression parsed_after;
  if (auto error = ReadGuard("not-after", after, lexicons, parsed_after)) {
    return error;
  }

  const Stretch anchor_sets = AddAnchorSets(parsed, vectors);
  anchors = std::move(parsed.shape.anchors);
  needs = std::move(parsed.shape.needs);
  CompiledPattern pattern = {
      .exact_case = spec.exact_case,
      .whole_words = spec.whole_words,
      .edges = parsed.edges,
      .classes = anchors.classes,
      .max_before = anchors.max_before,
      .regexp = AddExpression(regexp, parsed, vectors),
      .not_before = AddExpression(before, parsed_before, vectors),
      .not_after = AddExpression(after, parsed_after, vectors),
      .anchor_sets = anchor_sets};
  if (!parsed.shape.literals.empty()) {
    pattern.form = CompiledPattern::Form::kLiterals;
    anchors.literals = std::move(parsed.shape.literals);
  }
  vectors.patterns.push_back(pattern);
  return std::nullopt;
}

}  // namespace medlint
