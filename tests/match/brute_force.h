// SPDX-License-Identifier: Apache-2.0
//
// For tests: a pattern found by plain RE2 over a whole line, with word edges
// and guards looked at in the plainest way.  Shares no code with the plan.
//
// Where the match that RE2 prefers does not end at a word edge, RE2 is asked
// for the one that it prefers among those that do: the pattern is followed by
// an expression for what remains of this very line after any of its edges.

#ifndef TESTS_MATCH_BRUTE_FORCE_H_
#define TESTS_MATCH_BRUTE_FORCE_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <re2/re2.h>

#include "linter/base/utf8.h"
#include "linter/match/pattern_plan.h"
#include "linter/text/fold.h"

namespace medlint {

inline bool IsWord(char32_t c) {
  static const RE2 kWord("[\\pL\\pN\\pM_]");
  std::string bytes;
  AppendUtf8(c, bytes);
  return RE2::FullMatch(re2::StringPiece(bytes.data(), bytes.size()), kWord);
}

// A letter, or the accent of one.
inline bool IsAnyLetter(char32_t c) {
  static const RE2 kLetter("[\\pL\\pM]");
  std::string bytes;
  AppendUtf8(c, bytes);
  return RE2::FullMatch(re2::StringPiece(bytes.data(), bytes.size()), kLetter);
}

inline bool IsApostrophe(char32_t c) {
  return c == U'\'' || c == U'’';
}

// The visible characters before and after "at", nearest first, at most two.
inline std::vector<char32_t> Neighbours(std::string_view line, std::size_t at,
                                        int step) {
  std::vector<char32_t> found;
  while (found.size() < 2 && (step > 0 ? at < line.size() : at > 0)) {
    const CodePoint point =
        step > 0 ? DecodeUtf8(line, at) : DecodeUtf8Before(line, at);
    at = step > 0 ? at + point.size : at - point.size;
    if (!IsInvisible(point.value)) found.push_back(point.value);
  }
  found.resize(2, U' ');
  return found;
}

inline bool CutsWord(std::string_view line, std::size_t at) {
  const auto left = Neighbours(line, at, -1);
  const auto right = Neighbours(line, at, 1);
  if (IsWord(left[0]) && IsWord(right[0])) return true;
  if (IsApostrophe(right[0]))
    return IsAnyLetter(left[0]) && IsAnyLetter(right[1]);
  if (IsApostrophe(left[0]))
    return IsAnyLetter(left[1]) && IsAnyLetter(right[0]);
  return false;
}

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

class BruteForce {
 public:
  BruteForce(const PatternSpec& spec, const std::string& regexp)
      : spec_(spec), plain_("(?:" + regexp + ")"), regexp_(regexp) {
    REQUIRE(plain_.ok());
    if (!spec.not_before.empty()) {
      before_ =
          std::make_unique<RE2>("(?:" + spec.not_before + ")[ \\p{Zs}]*$");
    }
    if (!spec.not_after.empty()) {
      after_ = std::make_unique<RE2>("(" + spec.not_after + ")");
    }
  }

  void Find(std::string_view line, std::size_t offset, Ranges& found) const {
    const re2::StringPiece text(line.data(), line.size());
    for (std::size_t from = 0; from < line.size();) {
      re2::StringPiece match;
      if (!plain_.Match(text, from, line.size(), RE2::UNANCHORED, &match, 1)) {
        return;
      }
      const auto begin = static_cast<std::size_t>(match.data() - line.data());
      std::size_t end = begin + match.size();
      if (!HasEdges(line, begin, end)) {
        from = begin + DecodeUtf8(line, begin).size;
        continue;
      }
      from = end;
      if (!Forbidden(line, begin, end)) {
        found.emplace_back(offset + begin, offset + end);
      }
    }
  }

 private:
  bool HasEdges(std::string_view line, std::size_t begin,
                std::size_t& end) const {
    if (!spec_.whole_words) return true;
    if (IsWord(DecodeUtf8(line, begin).value) && CutsWord(line, begin)) {
      return false;
    }
    if (IsEdge(line, end)) return true;
    return EndAtEdge(regexp_, line, begin, end);
  }

  static bool IsEdge(std::string_view line, std::size_t end) {
    return !IsWord(DecodeUtf8Before(line, end).value) || !CutsWord(line, end);
  }

  // What remains of "line" behind any edge after "begin": for the pieces a, b
  // and c between edges "(?:(?:(?:a)?b)?c)?".  RE2 allows 1,000 groups within
  // each other.
  static std::string Remains(std::string_view line, std::size_t begin) {
    std::vector<std::size_t> edges;
    for (std::size_t at = begin; at < line.size();) {
      at += DecodeUtf8(line, at).size;
      if (IsEdge(line, at)) edges.push_back(at);
    }
    if (edges.empty() || edges.back() != line.size()) {
      edges.push_back(line.size());
    }
    constexpr std::size_t kNested = 300;
    std::string remains;
    for (std::size_t first = 0; first < edges.size(); first += kNested) {
      const std::size_t last = std::min(first + kNested, edges.size() - 1);
      std::string nested;
      for (std::size_t i = first; i < last; ++i) {
        const auto piece = line.substr(edges[i], edges[i + 1] - edges[i]);
        nested = "(?:" + nested +
                 RE2::QuoteMeta(re2::StringPiece(piece.data(), piece.size())) +
                 ")?";
      }
      const auto rest = line.substr(edges[last]);
      if (!remains.empty()) remains += '|';
      remains +=
          nested + RE2::QuoteMeta(re2::StringPiece(rest.data(), rest.size()));
    }
    return "(?:" + remains + ")$";
  }

  static bool EndAtEdge(const std::string& regexp, std::string_view line,
                        std::size_t begin, std::size_t& end) {
    RE2::Options options;
    options.set_max_mem(std::int64_t{1} << 28);
    const RE2 bounded("(?P<whole>" + regexp + ")" + Remains(line, begin),
                      options);
    REQUIRE(bounded.ok());
    re2::StringPiece groups[2];
    const re2::StringPiece text(line.data(), line.size());
    if (!bounded.Match(text, begin, line.size(), RE2::ANCHOR_START, groups,
                       2)) {
      return false;
    }
    end = begin + groups[1].size();
    return true;
  }

  bool Forbidden(std::string_view line, std::size_t begin,
                 std::size_t end) const {
    if (before_ != nullptr) {
      const re2::StringPiece text(line.data(), begin);
      for (std::size_t from = 0; from <= begin; ++from) {
        if (before_->Match(text, from, begin, RE2::ANCHOR_START, nullptr, 0) &&
            !(IsWord(DecodeUtf8(line, from).value) && CutsWord(line, from))) {
          return true;
        }
      }
    }
    if (after_ == nullptr) return false;
    static const RE2 kBlanks("[ \\p{Zs}]*");
    re2::StringPiece groups[2];
    const re2::StringPiece text(line.data(), line.size());
    kBlanks.Match(text, end, line.size(), RE2::ANCHOR_START, groups, 1);
    const std::size_t from = end + groups[0].size();
    if (!after_->Match(text, from, line.size(), RE2::ANCHOR_START, groups, 2)) {
      return false;
    }
    std::size_t last = from + groups[1].size();
    return !spec_.whole_words || IsEdge(line, last) ||
           EndAtEdge(spec_.not_after, line, from, last);
  }

  const PatternSpec& spec_;
  RE2 plain_;
  std::string regexp_;
  std::unique_ptr<RE2> before_;
  std::unique_ptr<RE2> after_;
};

}  // namespace medlint

#endif  // TESTS_MATCH_BRUTE_FORCE_H_
