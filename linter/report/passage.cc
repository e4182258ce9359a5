// SPDX-License-Identifier: Apache-2.0

#include "linter/report/passage.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

// Bytes: a few lines of a page.
constexpr std::size_t kBefore = 240;
constexpr std::size_t kAfter = 320;
constexpr std::size_t kMaxMarked = 800;
constexpr std::size_t kMaxHeading = 160;
// How far a cut is moved to fall between words.
constexpr std::size_t kWord = 30;

// Runs of white space become one space, those at the ends too.
std::string OneLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_space = false;
  for (const char c : text) {
    const bool space = IsAsciiSpace(c);
    if (!space) out.push_back(c);
    if (space && !in_space) out.push_back(' ');
    in_space = space;
  }
  return out;
}

// The first bytes of "text".
std::string Beginning(std::string_view text, std::size_t max_size) {
  if (text.size() <= max_size) return OneLine(text);
  std::size_t end = max_size;
  while (end > 0 && IsContinuationByte(text[end]))
    --end;
  const std::size_t space = text.substr(0, end).rfind(' ');
  if (space != std::string_view::npos && space + kWord > end) end = space;
  return OneLine(text.substr(0, end)) + "…";
}

// The last bytes of "text".
std::string Ending(std::string_view text, std::size_t max_size) {
  if (text.size() <= max_size) return OneLine(text);
  std::size_t begin = text.size() - max_size;
  while (begin < text.size() && IsContinuationByte(text[begin]))
    ++begin;
  const std::size_t space = text.find(' ', begin);
  if (space < begin + kWord) begin = space + 1;
  return "…" + OneLine(text.substr(begin));
}

}  // namespace

PassageReader::PassageReader(std::shared_ptr<const SourceFile> source)
    : source_(std::move(source)) {
  Result<Document> document = ReadDocument(source_);
  if (document) document_ = *std::move(document);
}

Passage PassageReader::Around(CleanSpan where) const {
  const std::optional<TextSpan> text = ToText(where);
  if (!text) return InSource(where);
  Passage passage = InBlock(document_->BlockAt(text->begin), *text);
  // Only the first block of several is shown.
  const bool goes_on = where.end > document_->ToClean(*text).end;
  if (goes_on && passage.after.empty()) passage.after = "…";
  return passage;
}

std::optional<TextSpan> PassageReader::ToText(CleanSpan where) const {
  if (!document_ || where.empty()) return std::nullopt;
  // Running text stands in the order of the source; what is not seen in place
  // comes after it.
  const std::span<const Block> blocks = document_->blocks();
  const auto reading = blocks.first(static_cast<std::size_t>(
      std::ranges::partition_point(blocks,
                                   [&](const Block& block) {
                                     return block.text.begin <
                                            document_->reading_end();
                                   }) -
      blocks.begin()));
  const auto next = std::ranges::partition_point(reading, [&](const Block& b) {
    return document_->ToClean(b.text).begin <= where.begin;
  });
  if (next == reading.begin()) return std::nullopt;
  const TextSpan block = (next - 1)->text;
  const auto offsets = std::views::iota(block.begin, block.end);
  const auto first_from = [&](Offset origin) {
    const auto it = std::ranges::partition_point(offsets, [&](Offset offset) {
      return document_->markup().map.BeginOf(offset) < origin;
    });
    return static_cast<Offset>(block.begin + (it - offsets.begin()));
  };
  const TextSpan text = {first_from(where.begin), first_from(where.end)};
  // A tag or a comment between two letters has no text.
  if (text.empty() || document_->ToClean(text).begin != where.begin) {
    return std::nullopt;
  }
  return text;
}

Passage PassageReader::InBlock(BlockIndex index, TextSpan where) const {
  const Block& block = document_->blocks()[index];
  const TextSpan before = {block.text.begin, where.begin};
  const TextSpan after = {where.end, block.text.end};
  Passage passage;
  passage.zone = ZoneName(block.zone);
  passage.section = HeadingOf(block);
  if (block.lead_in != kNoBlock) {
    const Block& lead_in = document_->blocks()[block.lead_in];
    passage.lead_in = Ending(document_->Slice(lead_in.text), kBefore);
  }
  passage.before = Ending(document_->Slice(before), kBefore);
  passage.marked = Beginning(document_->Slice(where), kMaxMarked);
  passage.after = Beginning(document_->Slice(after), kAfter);
  return passage;
}

std::string PassageReader::HeadingOf(const Block& block) const {
  const BlockIndex heading = document_->sections()[block.section].heading;
  if (heading == kNoBlock) return "";
  const TextSpan text = document_->blocks()[heading].text;
  // A heading does not stand under itself.
  if (text == block.text) return "";
  return Beginning(document_->Slice(text), kMaxHeading);
}

Passage PassageReader::InSource(CleanSpan where) const {
  const std::string_view clean = source_->clean();
  Passage passage;
  passage.is_markup = true;
  passage.before = Ending(clean.substr(0, where.begin), kBefore);
  passage.marked = Beginning(where.In(clean), kMaxMarked);
  passage.after = Beginning(clean.substr(where.end), kAfter);
  return passage;
}

}  // namespace medlint
