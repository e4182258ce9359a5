// SPDX-License-Identifier: Apache-2.0

#include "linter/match/compiled_pattern.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/match/anchors.h"
#include "linter/match/regexp.h"
#include "linter/match/regexp_syntax.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

// Below this RE2 cannot run out of its memory, so that compiling can wait.
constexpr std::size_t kSafeWeight = 40'000;

// What may stand after a whole word, for RE2: the end, or a sign or space that
// is no apostrophe before a letter.  Not all signs of Unicode: their table
// would cost a millisecond, where this costs thirty microseconds.
constexpr std::string_view kUnseen =
    "[\\x{AD}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2064}"
    "\\x{FEFF}]*";
constexpr std::string_view kAfterWord =
    "(?:$|[\\x00-&(-/:-@\\[-^`{-~\\x{A0}-\\x{A9}\\x{AB}\\x{AC}\\x{AE}-\\x{B1}"
    "\\x{B6}-\\x{B8}\\x{BB}\\x{BF}\\x{D7}\\x{F7}\\x{2000}-\\x{200A}"
    "\\x{2010}-\\x{2018}\\x{201A}-\\x{2029}\\x{202F}-\\x{205F}"
    "\\x{20A0}-\\x{20BF}\\x{2120}-\\x{2123}\\x{2190}-\\x{23FF}"
    "\\x{2500}-\\x{27BF}\\x{3000}-\\x{3003}\\x{3008}-\\x{3011}]"
    "|['\\x{2019}](?:$|[^A-Za-z\\x{AA}\\x{B5}\\x{BA}\\x{C0}-\\x{1FFF}"
    "\\x{2C00}-\\x{2DFF}\\x{3041}-\\x{D7FF}\\x{F900}-\\x{FDFF}"
    "\\x{FE70}-\\x{FEFC}\\x{FF21}-\\x{FFDC}\\x{AD}\\x{200B}-\\x{200F}]))";

// What stands after a match is to be seen, too: two characters, and perhaps
// some that are not visible.
constexpr std::size_t kBeyond = 32;

// A part of a spec on its way to RE2.
struct Parsed {
  RegexpSyntax syntax;
  Edges edges;
  PatternShape shape;
};

std::optional<PatternError> ParseAndFindShape(std::string_view regexp,
                                              const PatternSpec& spec,
                                              const LexiconTable& lexicons,
                                              Parsed& parsed) {
  if (auto error =
          ParseRegexp(regexp, lexicons, spec.exact_case, parsed.syntax)) {
    return error;
  }
  parsed.edges = DropEdges(parsed.syntax, spec.whole_words);
  if (auto error = CheckAssertions(parsed.syntax)) return error;
  parsed.shape = FindShape(parsed.syntax, lexicons, parsed.edges);
  if (parsed.shape.nullable) {
    return PatternError{.begin = 0,
                        .end = regexp.size(),
                        .what = "the pattern can match the empty string",
                        .hint = "make one part of it required"};
  }
  return std::nullopt;
}

bool IsAsciiWordOnly(CharKinds kinds) {
  return (kinds & ~kAsciiWord) == 0;
}

// RE2's \b is not the edge we want, but where only ASCII can stand inside the
// match, every edge is one; it spares most of the tries that would fail.
std::string WithAsciiEdges(std::string_view re2, const Parsed& parsed) {
  const bool begin = parsed.edges.begin && IsAsciiWordOnly(parsed.shape.first);
  const bool end = parsed.edges.end && IsAsciiWordOnly(parsed.shape.last);
  std::string out = begin ? "\\b(?:" : "(?:";
  out += re2;
  out += end ? ")\\b" : ")";
  return out;
}

EdgedRegexp MakeEdged(const Parsed& parsed, const LexiconTable& lexicons) {
  const std::string re2 = ToRe2(parsed.syntax);
  EdgedRegexp edged;
  edged.preferred =
      std::make_unique<const Regexp>(WithAsciiEdges(re2, parsed), &lexicons);
  edged.max_size = parsed.shape.max_size;
  constexpr CharKinds kWord = kAsciiWord | kWideWord;
  edged.ends_in_word = (parsed.shape.last & ~kWord) == 0;
  if (parsed.edges.end && (parsed.shape.last & kWord) != 0) {
    std::string bounded = '(' + re2 + ')';
    if (parsed.syntax.exact_case) bounded += kUnseen;
    bounded += kAfterWord;
    edged.bounded =
        std::make_unique<const Regexp>(std::move(bounded), &lexicons);
  }
  return edged;
}

// Compiles now what RE2 might refuse.
std::optional<PatternError> CheckRe2(const Parsed& parsed, const Regexp& regexp,
                                     std::size_t size) {
  const bool safe =
      parsed.shape.weight <= kSafeWeight && !parsed.syntax.names_script;
  if (safe) return std::nullopt;
  const std::string what = regexp.Check();
  if (what.empty()) return std::nullopt;
  return PatternError{.begin = 0,
                      .end = size,
                      .what = "RE2 refuses the pattern: " + what,
                      .hint = "shorten its repeats and alternations"};
}

// Guards are expressions of their own; the error says which it is in.
PatternError InGuard(PatternError error, std::string_view field) {
  error.what = '`' + std::string(field) + "`: " + error.what;
  return error;
}

std::optional<PatternError> CompileGuards(const PatternSpec& spec,
                                          const LexiconTable& lexicons,
                                          CompiledPattern& pattern) {
  if (!spec.not_before.empty()) {
    Parsed parsed;
    auto error = ParseAndFindShape(spec.not_before, spec, lexicons, parsed);
    if (!error) {
      pattern.not_before = std::make_unique<const Regexp>(
          "(?:" + ToRe2(parsed.syntax) + ")$", &lexicons);
      pattern.not_before_size = parsed.shape.max_size;
      error = CheckRe2(parsed, *pattern.not_before, spec.not_before.size());
    }
    if (error) return InGuard(std::move(*error), "not-before");
  }
  if (!spec.not_after.empty()) {
    Parsed parsed;
    auto error = ParseAndFindShape(spec.not_after, spec, lexicons, parsed);
    if (!error) {
      pattern.not_after =
          std::make_unique<const EdgedRegexp>(MakeEdged(parsed, lexicons));
      error = CheckRe2(parsed, *pattern.not_after->preferred,
                       spec.not_after.size());
    }
    if (error) return InGuard(std::move(*error), "not-after");
  }
  return std::nullopt;
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

std::optional<Regexp::Range> EdgedRegexp::MatchAt(std::string_view block,
                                                  Regexp::Range range) const {
  const auto match = preferred->Find(block, range, Regexp::Start::kAtFrom);
  if (!match) return std::nullopt;
  return EndAtEdge(block, *match, range.end);
}

std::optional<Regexp::Range> EdgedRegexp::EndAtEdge(std::string_view block,
                                                    Regexp::Range match,
                                                    std::size_t end) const {
  if (bounded == nullptr || EndsAtEdge(block, match.end)) return match;
  const auto found = bounded->FindFirstGroup(
      block, {match.begin, std::min(block.size(), end + kBeyond)});
  if (!found || !EndsAtEdge(block, found->end)) return std::nullopt;
  return found;
}

std::optional<std::size_t> EdgedRegexp::NextBounded(std::string_view block,
                                                    Regexp::Range range) const {
  const auto match = bounded->Find(
      block, {range.begin, std::min(block.size(), range.end + kBeyond)},
      Regexp::Start::kAnywhere);
  if (!match) return std::nullopt;
  return match->begin;
}

int CompiledPattern::compiled_count() const {
  int count = 0;
  const auto add = [&count](const std::unique_ptr<const Regexp>& compiled) {
    if (compiled != nullptr && compiled->compiled()) ++count;
  };
  add(regexp.preferred);
  add(regexp.bounded);
  add(not_before);
  if (not_after != nullptr) {
    add(not_after->preferred);
    add(not_after->bounded);
  }
  return count;
}

std::optional<PatternError> CompilePattern(const PatternSpec& spec,
                                           const LexiconTable& lexicons,
                                           CompiledPattern& pattern,
                                           Anchors& anchors) {
  Parsed parsed;
  if (auto error = ParseAndFindShape(spec.regexp, spec, lexicons, parsed)) {
    return error;
  }
  if (parsed.shape.anchors.empty()) return NoAnchor(spec);
  pattern.exact_case = spec.exact_case;
  pattern.edges = parsed.edges;
  pattern.classes = parsed.shape.anchors.classes;
  pattern.max_before = parsed.shape.anchors.max_before;
  pattern.regexp = MakeEdged(parsed, lexicons);
  if (auto error =
          CheckRe2(parsed, *pattern.regexp.preferred, spec.regexp.size())) {
    return error;
  }
  if (auto error = CompileGuards(spec, lexicons, pattern)) return error;
  anchors = std::move(parsed.shape.anchors);
  if (!parsed.shape.literals.empty()) {
    pattern.form = CompiledPattern::Form::kLiterals;
    anchors.literals = std::move(parsed.shape.literals);
  }
  return std::nullopt;
}

}  // namespace medlint
