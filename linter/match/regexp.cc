// SPDX-License-Identifier: Apache-2.0

#include "linter/match/regexp.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "linter/base/utf8.h"
#include "linter/match/lexicon.h"
#include "linter/match/regexp_syntax.h"

namespace medlint {
namespace {

// A quarter of two thirds of it is for instructions, of 8 or 16 bytes; so much
// weight as Expression calls safe may come to twice as many.  It is a limit:
// what is not needed is not taken.
constexpr std::int64_t kMaxMemory = std::int64_t{64} << 20U;

RE2::Options MakeOptions() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

// Puts the terms of lexicons in the place of their marks.
std::string SpellOut(std::string_view source, const LexiconTable& lexicons) {
  std::string out;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] != kLexiconMark) {
      out += source[i];
      continue;
    }
    std::uint32_t index = 0;
    for (++i; source[i] != kLexiconMark; ++i) {
      index = index * 10 + static_cast<std::uint32_t>(source[i] - '0');
    }
    lexicons[index].AppendRe2(out);
  }
  return out;
}

Regexp::Range RangeOf(re2::StringPiece piece, std::string_view block) {
  const auto begin = static_cast<std::size_t>(piece.data() - block.data());
  return {begin, begin + piece.size()};
}

}  // namespace

struct Regexp::Program {
  explicit Program(const std::string& source)
      : re2(re2::StringPiece(source.data(), source.size()), MakeOptions()) {}

  bool Match(std::string_view block, Range range, RE2::Anchor anchor,
             re2::StringPiece* groups, int count) const {
    const re2::StringPiece text(block.data(), block.size());
    return re2.Match(text, range.begin, range.end, anchor, groups, count);
  }

  RE2 re2;
};

Regexp::Regexp(std::string source, const LexiconTable* lexicons)
    : source_(std::move(source)), lexicons_(lexicons) {}

Regexp::~Regexp() = default;

const Regexp::Program& Regexp::program() const {
  std::call_once(once_, [this] {
    program_ = std::make_unique<const Program>(
        lexicons_ == nullptr ? source_ : SpellOut(source_, *lexicons_));
    compiled_.store(true, std::memory_order_relaxed);
  });
  return *program_;
}

std::string Regexp::Check() const {
  const RE2& re2 = program().re2;
  return re2.ok() ? "" : re2.error();
}

std::optional<Regexp::Range> Regexp::Find(std::string_view block, Range range,
                                          Start start) const {
  re2::StringPiece match;
  const RE2::Anchor anchor =
      start == Start::kAtFrom ? RE2::ANCHOR_START : RE2::UNANCHORED;
  if (!program().Match(block, range, anchor, &match, 1)) return std::nullopt;
  return RangeOf(match, block);
}

std::optional<Regexp::Range> Regexp::FindFirstGroup(std::string_view block,
                                                    Range range) const {
  std::array<re2::StringPiece, 2> groups;
  if (!program().Match(block, range, RE2::ANCHOR_START, groups.data(), 2)) {
    return std::nullopt;
  }
  return RangeOf(groups[1], block);
}

std::vector<Regexp::Group> Regexp::Groups(std::string_view block,
                                          Range range) const {
  const Program& program = this->program();
  const int count = program.re2.NumberOfCapturingGroups();
  if (count <= 0) return {};
  std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(count) + 1);
  if (!program.Match(block, range, RE2::ANCHOR_BOTH, pieces.data(),
                     count + 1) &&
      !program.Match(block, range, RE2::UNANCHORED, pieces.data(), count + 1)) {
    return {};
  }
  const auto& names = program.re2.CapturingGroupNames();
  std::vector<Group> groups;
  for (int i = 1; i <= count; ++i) {
    const re2::StringPiece piece = pieces[static_cast<std::size_t>(i)];
    if (piece.data() == nullptr) continue;
    const auto name = names.find(i);
    groups.push_back({name == names.end() ? std::to_string(i) : name->second,
                      RangeOf(piece, block)});
  }
  return groups;
}

}  // namespace medlint
