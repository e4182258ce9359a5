// SPDX-License-Identifier: Apache-2.0
//
// token-line: flags a short block, or what follows the last full stop of a
// block, that is tokens and no sentence: ad markers, brand and file words,
// codes that a template or an intruder left behind.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::token_line {
namespace {

struct Settings {
  std::vector<PatternId> tokens;
  ZoneFilter zones;
  int min_tokens = 2;
  int min_share = 60;  // percent
  int max_words = 30;
};

// The words of a block, by white space.
std::vector<TextSpan> WordsOf(std::string_view text, TextSpan block) {
  std::vector<TextSpan> words;
  for (Offset at = block.begin; at < block.end;) {
    while (at < block.end && text[at] == ' ')
      ++at;
    const Offset begin = at;
    while (at < block.end && text[at] != ' ')
      ++at;
    if (at > begin) words.push_back({begin, at});
  }
  return words;
}

bool EndsLikeSentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
         text.ends_with(':');
}

class TokenLineCheck : public Check {
 public:
  explicit TokenLineCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    // Only blocks that have a token are worth a look.
    std::vector<Hit> hits;
    for (const PatternId pattern : settings_.tokens) {
      for (const Hit& hit : page.hits.Of(pattern)) {
        if (page.IsIn(hit, settings_.zones)) hits.push_back(hit);
      }
    }
    std::ranges::sort(hits, {}, &Hit::where);
    for (std::size_t begin = 0; begin < hits.size();) {
      const TextSpan block = page.document.blocks()[hits[begin].line].text;
      std::size_t end = begin + 1;
      while (end < hits.size() && block.Contains(hits[end].where))
        ++end;
      const std::string_view text = page.document.text();
      const auto tokens = std::span(hits).subspan(begin, end - begin);
      const TextSpan tail = TailOf(text, block);
      if (IsTokenLine(text, block, tokens)) {
        out.push_back({.where = block});
      } else if (!tail.empty() && IsTokenLine(text, tail, tokens)) {
        out.push_back({.where = tail});
      }
      begin = end;
    }
  }

 private:
  // What follows the last stop of a block that goes on after it; else empty.
  static TextSpan TailOf(std::string_view text, TextSpan block) {
    const std::size_t stop = block.In(text).find_last_of(".!?");
    if (stop == std::string_view::npos) return {};
    const Offset begin = block.begin + static_cast<Offset>(stop) + 1;
    if (begin >= block.end || text[begin] != ' ') return {};
    return {begin + 1, block.end};
  }

  bool IsTokenLine(std::string_view text, TextSpan block,
                   std::span<const Hit> hits) const {
    if (EndsLikeSentence(block.In(text))) return false;
    const std::vector<TextSpan> words = WordsOf(text, block);
    if (words.size() > static_cast<std::size_t>(settings_.max_words)) {
      return false;
    }
    const auto tokens = std::ranges::count_if(words, [&](TextSpan word) {
      return std::ranges::any_of(
          hits, [&](const Hit& hit) { return hit.where.Overlaps(word); });
    });
    return tokens >= settings_.min_tokens &&
           tokens * 100 >=
               settings_.min_share * static_cast<std::ptrdiff_t>(words.size());
  }

  Settings settings_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  settings.tokens = ReadPatterns(context, "tokens", Presence::kRequired,
                                 ReadPatternOptions(context));
  settings.zones = ReadZones(context, ReadingZones());
  settings.min_tokens = context.keys.IntOr("min-tokens", 2, 1, 100);
  settings.min_share = context.keys.IntOr("min-share", 60, 1, 100);
  settings.max_words = context.keys.IntOr("max-words", 30, 1, 1000);
  return std::make_unique<const TokenLineCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "token-line",
    .summary = "Flags a short block that is tokens and no sentence",
    .compile = Compile,
};

}  // namespace medlint::token_line
