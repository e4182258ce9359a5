// SPDX-License-Identifier: Apache-2.0

#include "linter/report/passage.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/report/placed_tags.h"

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

// Where to cut off all but the first bytes of "text".
std::size_t EndOfBeginning(std::string_view text, std::size_t max_size) {
  if (text.size() <= max_size) return text.size();
  std::size_t end = max_size;
  while (end > 0 && IsContinuationByte(text[end]))
    --end;
  const std::size_t space = text.substr(0, end).rfind(' ');
  if (space != std::string_view::npos && space + kWord > end) end = space;
  return end;
}

std::string Beginning(std::string_view text, std::size_t max_size) {
  const std::size_t end = EndOfBeginning(text, max_size);
  return OneLine(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

// The same of all but the last bytes.
std::size_t BeginOfEnding(std::string_view text, std::size_t max_size) {
  if (text.size() <= max_size) return 0;
  std::size_t begin = text.size() - max_size;
  while (begin < text.size() && IsContinuationByte(text[begin]))
    ++begin;
  const std::size_t space = text.find(' ', begin);
  return space < begin + kWord ? space + 1 : begin;
}

std::string Ending(std::string_view text, std::size_t max_size) {
  const std::size_t begin = BeginOfEnding(text, max_size);
  return (begin > 0 ? "…" : "") + OneLine(text.substr(begin));
}

}  // namespace

PassageReader::PassageReader(std::shared_ptr<const SourceFile> source,
                             const ReadOptions& options)
    : source_(std::move(source)) {
  Result<Document> document = ReadDocument(source_, options);
  if (!document) return;
  document_ = *std::move(document);
  tags_ = TagsInText(*document_);
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
  const TextSpan text = {FirstWrittenFrom(*document_, block, where.begin),
                         FirstWrittenFrom(*document_, block, where.end)};
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
    passage.lead_in =
        LastWords(document_->blocks()[block.lead_in].text,
                  SurroundingsOf(*document_, block.lead_in), kBefore);
  }
  // A tag at an end of the marked words is not marked with them.
  const CleanSpan around = SurroundingsOf(*document_, index);
  const CleanSpan marked = document_->ToClean(where);
  passage.before = LastWords(before, {around.begin, marked.begin}, kBefore);
  passage.marked = FirstWords(where, marked, kMaxMarked);
  passage.after = FirstWords(after, {marked.end, around.end}, kAfter);
  return passage;
}

std::string PassageReader::Words(TextSpan text, CleanSpan written) const {
  std::string words;
  Offset done = text.begin;
  for (auto tag = std::ranges::lower_bound(tags_, written.begin, {},
                                           &CleanSpan::begin);
       tag != tags_.end() && tag->end <= written.end; ++tag) {
    const Offset at = FirstWrittenFrom(*document_, text, tag->begin);
    words += document_->Slice({done, at});
    words += ShownTag(source_->clean(), *tag);
    done = at;
  }
  words += document_->Slice({done, text.end});
  return OneLine(words);
}

std::string PassageReader::FirstWords(TextSpan text, CleanSpan written,
                                      std::size_t max_size) const {
  const std::string_view all = document_->Slice(text);
  const std::size_t size = EndOfBeginning(all, max_size);
  if (size == all.size()) return Words(text, written);
  text.end = text.begin + static_cast<Offset>(size);
  written.end = document_->ToClean(text).end;
  return Words(text, written) + "…";
}

std::string PassageReader::LastWords(TextSpan text, CleanSpan written,
                                     std::size_t max_size) const {
  const std::size_t cut = BeginOfEnding(document_->Slice(text), max_size);
  if (cut == 0) return Words(text, written);
  text.begin += static_cast<Offset>(cut);
  written.begin = document_->ToClean(text).begin;
  return "…" + Words(text, written);
}

std::string PassageReader::HeadingOf(const Block& block) const {
  const BlockIndex heading = document_->sections()[block.section].heading;
  if (heading == kNoBlock) return "";
  const TextSpan text = document_->blocks()[heading].text;
  // A heading does not stand under itself.
  if (text == block.text) return "";
  return FirstWords(text, SurroundingsOf(*document_, heading), kMaxHeading);
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
