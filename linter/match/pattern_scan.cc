// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_scan.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/anchor_index.h"
#include "linter/match/char_class.h"
#include "linter/match/char_map.h"
#include "linter/match/fresh_array.h"
#include "linter/match/plan_arrays.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr BlockTable::Block WholeOf(std::string_view text) {
  return {0, text.size()};
}

// Hits that stay where they are until all are thrown away.
class HitStore {
 public:
  void Clear() {
    chunk_ = 0;
    used_ = 0;
  }

  std::span<Hit> Add(std::size_t size) {
    while (chunk_ < chunks_.size() && chunks_[chunk_].size() - used_ < size) {
      ++chunk_;
      used_ = 0;
    }
    if (chunk_ == chunks_.size()) chunks_.emplace_back(std::max(size, kChunk));
    const std::span<Hit> room(chunks_[chunk_]);
    used_ += size;
    return room.subspan(used_ - size, size);
  }

 private:
  static constexpr std::size_t kChunk = 512;

  std::vector<std::vector<Hit>> chunks_;
  std::size_t chunk_ = 0;  // the one that is being filled
  std::size_t used_ = 0;   // of it
};

}  // namespace

const CharMap& Haystack::chars() {
  if (!chars_) chars_.emplace(text_);
  return *chars_;
}

const std::vector<char32_t>& Haystack::wide() {
  if (wide_) return *wide_;
  std::vector<char32_t>& found = wide_.emplace();
  chars().FindRuns(
      0, text_.size(), kWide, [&](std::size_t begin, std::size_t end) {
        while (begin < end && found.size() <= kFewWide) {
          const CodePoint point = DecodeUtf8(text_, begin);
          begin += point.size;
          if (std::ranges::find(found, point.value) == found.end()) {
            found.push_back(point.value);
          }
        }
      });
  return found;
}

// What is known of a pattern so far.
struct PatternScan::Answers {
  bool all_known = false;
  std::uint32_t lines_known = 0;
  std::uint32_t last_line = kNone;  // in Scratch::line_answers
  std::span<const Hit> all = {};
};

// Memory that is worth keeping from page to page.
struct PatternScan::Scratch {
  struct LineAnswer {
    std::uint32_t line = 0;
    std::uint32_t next = kNone;  // of the same pattern
    std::span<const Hit> hits;
  };

  SearchScratch search;
  AnchorIndex anchors;
  FreshArray<Answers> answers;  // by pattern
  std::vector<LineAnswer> line_answers;
  std::vector<AnchorPlace> places;
  std::vector<AnchorPlace> needs;
  HitStore hits;

  static std::vector<std::unique_ptr<Scratch>>& Spare() {
    static thread_local std::vector<std::unique_ptr<Scratch>> spare;
    return spare;
  }

  static std::unique_ptr<Scratch> Borrow() {
    auto& spare = Spare();
    if (spare.empty()) return std::make_unique<Scratch>();
    std::unique_ptr<Scratch> scratch = std::move(spare.back());
    spare.pop_back();
    return scratch;
  }
};

PatternScan::PatternScan(const PlanParts& plan, std::string_view text,
                         const FoldedText& folded)
    : plan_(plan),
      text_(text),
      folded_(folded.text()),
      lines_(text, folded, text_.blocks(), folded_.blocks()),
      scratch_(Scratch::Borrow()) {
  scratch_->anchors.Find(plan, folded.text());
  scratch_->answers.Renew(plan.size());
  scratch_->line_answers.clear();
  scratch_->hits.Clear();
}

PatternScan::~PatternScan() {
  // One is enough for a thread that lints page after page.
  auto& spare = Scratch::Spare();
  if (spare.empty()) spare.push_back(std::move(scratch_));
}

std::span<const Hit> PatternScan::Of(PatternId pattern) {
  if (IsHopeless(pattern)) return {};
  Answers& answers = scratch_->answers[pattern];
  if (!answers.all_known) {
    answers.all = Look(pattern, kAllLines);
    answers.all_known = true;
  }
  return answers.all;
}

std::span<const Hit> PatternScan::Around(PatternId pattern, TextSpan where) {
  // A pattern that is asked for again and again had better be looked at once
  // for all; where there is no expression that costs little anyhow.
  constexpr std::uint32_t kMaxLines = 32;
  if (IsHopeless(pattern)) return {};
  Answers& answers = scratch_->answers[pattern];
  const BlockTable& blocks = text_.blocks();
  const std::uint32_t line = blocks.LineAt(where.begin);
  if (answers.all_known || answers.lines_known == kMaxLines ||
      plan_.PatternOf(pattern).form != CompiledPattern::Form::kRegexp ||
      where.end > blocks[line].end || line >= folded_.blocks().size()) {
    return Of(pattern);
  }
  auto& known = scratch_->line_answers;
  for (std::uint32_t i = answers.last_line; i != kNone; i = known[i].next) {
    if (known[i].line == line) return known[i].hits;
  }
  const std::span<const Hit> hits = Look(pattern, line);
  known.push_back({.line = line, .next = answers.last_line, .hits = hits});
  answers.last_line = static_cast<std::uint32_t>(known.size() - 1);
  ++answers.lines_known;
  return hits;
}

std::size_t PatternScan::CountAll() {
  std::size_t count = 0;
  for (PatternId id = 0; id < plan_.size(); ++id)
    count += Of(id).size();
  return count;
}

// True if the text has not what a match must have.
bool PatternScan::IsHopeless(PatternId id) const {
  const CompiledPattern& pattern = plan_.PatternOf(id);
  if (pattern.has_needs && !scratch_->anchors.HasNeeds(id)) return true;
  return pattern.classes == 0 && !scratch_->anchors.HasAnchors(id);
}

BlockTable::Block PatternScan::BlockOf(const Haystack& haystack,
                                       std::uint32_t line) {
  return line == kAllLines ? WholeOf(haystack.text()) : haystack.blocks()[line];
}

// Looks for "id" in one line, or in all.
std::span<const Hit> PatternScan::Look(PatternId id, std::uint32_t line) {
  const CompiledPattern& pattern = plan_.PatternOf(id);
  const BlockTable::Block folded_block = BlockOf(folded_, line);
  std::vector<AnchorPlace>& places = scratch_->places;
  std::vector<AnchorPlace>& needs = scratch_->needs;
  needs.clear();
  if (pattern.has_needs) {
    scratch_->anchors.AppendNeeds(id, folded_block, needs);
    if (needs.empty()) return {};
  }
  places.clear();
  scratch_->anchors.AppendAnchors(id, folded_block, places);
  if (pattern.exact_case) {
    MoveToExactText(needs);
    MoveToExactText(places);
  }
  if (pattern.classes != 0) AddRuns(id, line);
  if (places.empty()) return {};
  Haystack& haystack = pattern.exact_case ? text_ : folded_;
  PatternSearch search(pattern, plan_.PartOf(id).expressions, haystack.text(),
                       haystack.blocks(), haystack.chars(), scratch_->search);
  return Keep(id, search.FindAll(places, needs));
}

void PatternScan::AddRuns(PatternId id, std::uint32_t line) {
  Haystack& haystack = plan_.PatternOf(id).exact_case ? text_ : folded_;
  const CharKinds kinds = KindsToLookFor(id, haystack);
  if (kinds == 0) return;
  const BlockTable::Block block = BlockOf(haystack, line);
  haystack.chars().FindRuns(
      block.begin, block.end, kinds, [&](std::size_t begin, std::size_t end) {
        scratch_->places.push_back({.begin = static_cast<std::uint32_t>(begin),
                                    .end = static_cast<std::uint32_t>(end),
                                    .order = AnchorPlace::kRunAnchor});
      });
}

// Most texts have a dash and a quotation mark or two beyond ASCII, most
// patterns with an anchor there look for something rarer.
CharKinds PatternScan::KindsToLookFor(PatternId id, Haystack& haystack) {
  const CompiledPattern& pattern = plan_.PatternOf(id);
  const CharKinds kinds = pattern.classes;
  if ((kinds & kWide) == 0 || pattern.anchor_sets.size == 0) return kinds;
  const std::vector<char32_t>& wide = haystack.wide();
  if (wide.size() > Haystack::kFewWide) return kinds;
  const PlanArrays& arrays = plan_.PartOf(id).arrays;
  const auto sets = Slice(arrays.sets, pattern.anchor_sets);
  const bool has_any = std::ranges::any_of(wide, [&](char32_t c) {
    return std::ranges::any_of(sets, [&](const CharSet& set) {
      return set.Has(c, arrays.set_ranges);
    });
  });
  return has_any ? kinds : static_cast<CharKinds>(kinds & ~kWide);
}

// From places in the folded text to where they came from.
void PatternScan::MoveToExactText(std::span<AnchorPlace> places) {
  for (AnchorPlace& place : places) {
    const FoldedSpan first = FoldedSpan::Of(place.begin, place.begin + 1);
    const std::uint32_t line = folded_.blocks().LineAt(place.begin);
    place.begin = lines_.ToText(first, line).begin;
    place.end = place.begin + 1;
  }
}

std::span<const Hit> PatternScan::Keep(PatternId id,
                                       std::span<const Match> matches) {
  if (matches.empty()) return {};
  const bool exact = plan_.PatternOf(id).exact_case;
  const Haystack& haystack = exact ? text_ : folded_;
  const std::span<Hit> hits = scratch_->hits.Add(matches.size());
  std::ranges::transform(matches, hits.begin(), [&](const Match& match) {
    const FoldedSpan where = FoldedSpan::Of(match.begin, match.end);
    const std::uint32_t line = haystack.blocks().LineAt(match.begin);
    return Hit{.pattern = id,
               .term = match.term,
               .where = exact ? TextSpan{where.begin, where.end}
                              : lines_.ToText(where, line),
               .line = line};
  });
  return hits;
}

}  // namespace medlint
