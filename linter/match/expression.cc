// SPDX-License-Identifier: Apache-2.0

#include "linter/match/expression.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/match/anchors.h"
#include "linter/match/regexp.h"
#include "linter/match/regexp_syntax.h"
#include "linter/match/window_program.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

// Below this RE2 cannot run out of its memory (see kMaxMemory), so that
// compiling can wait: four lexicons of 5,000 forms in one pattern.
constexpr std::size_t kSafeWeight = 320'000;

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

bool IsAsciiWordOnly(CharKinds kinds) {
  return (kinds & ~kAsciiWord) == 0;
}

// RE2's \b is not the edge we want, but where only ASCII can stand inside the
// match, every edge is one; it spares most of the tries that would fail.
std::string WithAsciiEdges(std::string_view re2,
                           const ParsedExpression& parsed) {
  const bool begin = parsed.edges.begin && IsAsciiWordOnly(parsed.shape.first);
  const bool end = parsed.edges.end && IsAsciiWordOnly(parsed.shape.last);
  std::string out = begin ? "\\b(?:" : "(?:";
  out += re2;
  out += end ? ")\\b" : ")";
  return out;
}

EdgedRegexp MakeEdged(const ParsedExpression& parsed,
                      const LexiconTable& lexicons) {
  const std::string re2 = ToRe2(parsed.syntax);
  EdgedRegexp edged;
  edged.preferred =
      std::make_unique<const Regexp>(WithAsciiEdges(re2, parsed), &lexicons);
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

EdgedRegexp MakeRegexps(ExpressionSource source, const LexiconTable& lexicons,
                        const ParsedExpression& parsed) {
  if (source.role == ExpressionSource::Role::kMatch) {
    return MakeEdged(parsed, lexicons);
  }
  EdgedRegexp before;
  before.preferred = std::make_unique<const Regexp>(
      "(?:" + ToRe2(parsed.syntax) + ")$", &lexicons);
  return before;
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

std::optional<PatternError> ParseExpression(ExpressionSource source,
                                            const LexiconTable& lexicons,
                                            ParsedExpression& parsed) {
  if (auto error = ParseRegexp(source.regexp, lexicons, source.exact_case,
                               parsed.syntax)) {
    return error;
  }
  parsed.edges = DropEdges(parsed.syntax, source.whole_words);
  if (auto error = CheckAssertions(parsed.syntax)) return error;
  parsed.shape = FindShape(parsed.syntax, lexicons, parsed.edges);
  if (parsed.shape.nullable) {
    return PatternError{.begin = 0,
                        .end = source.regexp.size(),
                        .what = "the pattern can match the empty string",
                        .hint = "make one part of it required"};
  }
  return std::nullopt;
}

std::string CheckExpression(ExpressionSource source,
                            const LexiconTable& lexicons,
                            const ParsedExpression& parsed) {
  const bool safe =
      parsed.shape.weight <= kSafeWeight && !parsed.syntax.names_script;
  return safe ? "" : MakeRegexps(source, lexicons, parsed).preferred->Check();
}

std::uint32_t CompileExpression(ExpressionSource source,
                                const LexiconTable& lexicons,
                                PlanVectors& vectors) {
  // It has been read before, so there is no mistake in it.
  RegexpSyntax syntax;
  ParseRegexp(source.regexp, lexicons, source.exact_case, syntax);
  const Edges edges = DropEdges(syntax, source.whole_words);
  const MatchEnd end = source.role == ExpressionSource::Role::kBefore
                           ? MatchEnd::kLimit
                       : edges.end ? MatchEnd::kWordEdge
                                   : MatchEnd::kAnywhere;
  return CompileWindowProgram(syntax, lexicons, end, vectors);
}

struct ExpressionTable::Made {
  std::once_flag program_once;
  std::once_flag re2_once;
  std::atomic<bool> program_ready = false;
  std::atomic<bool> re2_ready = false;
  PlanVectors vectors;  // of the program
  PlanArrays arrays;
  WindowProgram program;
  EdgedRegexp re2;
};

ExpressionTable::ExpressionTable(const PlanArrays& arrays,
                                 const LexiconTable& lexicons)
    : arrays_(arrays),
      lexicons_(lexicons),
      made_(std::make_unique<std::atomic<Made*>[]>(arrays.expressions.size())) {
}

ExpressionTable::~ExpressionTable() {
  for (std::size_t i = 0; i < arrays_.expressions.size(); ++i)
    delete made_[i].load(std::memory_order_relaxed);
}

ExpressionTable::Made& ExpressionTable::MadeOf(std::uint32_t i) const {
  Made* made = made_[i].load(std::memory_order_acquire);
  if (made != nullptr) return *made;
  auto fresh = std::make_unique<Made>();
  // Whoever is first wins; the others take what is there.
  if (made_[i].compare_exchange_strong(made, fresh.get(),
                                       std::memory_order_acq_rel)) {
    return *fresh.release();
  }
  return *made;
}

ExpressionSource ExpressionTable::SourceOf(std::uint32_t i) const {
  const CompiledExpression& expression = arrays_.expressions[i];
  return {.regexp = TextOf(arrays_.sources, expression.source),
          .exact_case = expression.exact_case,
          .whole_words = expression.whole_words,
          .role = expression.role};
}

WindowProgram ExpressionTable::program(std::uint32_t i) const {
  const std::uint32_t number = arrays_.expressions[i].program;
  if (number == CompiledExpression::kNoProgram) return {};
  if (number != CompiledExpression::kLater) {
    return {.arrays = &arrays_,
            .head = &arrays_.programs[number],
            .lexicons = &lexicons_};
  }
  Made& made = MadeOf(i);
  if (!made.program_ready.load(std::memory_order_acquire)) {
    std::call_once(made.program_once, [&] {
      const std::uint32_t own =
          CompileExpression(SourceOf(i), lexicons_, made.vectors);
      made.arrays = ViewOf(made.vectors);
      if (own != CompiledExpression::kNoProgram) {
        made.program = {.arrays = &made.arrays,
                        .head = &made.arrays.programs[own],
                        .lexicons = &lexicons_};
      }
      made.program_ready.store(true, std::memory_order_release);
    });
  }
  return made.program;
}

const EdgedRegexp& ExpressionTable::MakeRe2(std::uint32_t i) const {
  Made& made = MadeOf(i);
  if (!made.re2_ready.load(std::memory_order_acquire)) {
    std::call_once(made.re2_once, [&] {
      ParsedExpression parsed;
      ParseExpression(SourceOf(i), lexicons_, parsed);
      made.re2 = MakeRegexps(SourceOf(i), lexicons_, parsed);
      made.re2_ready.store(true, std::memory_order_release);
    });
  }
  return made.re2;
}

const EdgedRegexp& ExpressionTable::re2(std::uint32_t i) const {
  assert(arrays_.expressions[i].role == CompiledExpression::Role::kMatch);
  return MakeRe2(i);
}

const Regexp& ExpressionTable::re2_before(std::uint32_t i) const {
  assert(arrays_.expressions[i].role == CompiledExpression::Role::kBefore);
  return *MakeRe2(i).preferred;
}

int ExpressionTable::compiled_count() const {
  int count = 0;
  for (std::size_t i = 0; i < arrays_.expressions.size(); ++i) {
    const Made* const made = made_[i].load(std::memory_order_acquire);
    if (made == nullptr) continue;
    if (made->program_ready.load(std::memory_order_acquire) && made->program) {
      ++count;
    }
    if (!made->re2_ready.load(std::memory_order_acquire)) continue;
    if (made->re2.preferred->compiled()) ++count;
    if (made->re2.bounded != nullptr && made->re2.bounded->compiled()) ++count;
  }
  return count;
}

}  // namespace medlint
