// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/editor_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace medlint {
namespace {

constexpr std::size_t kStep = 256;

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// How many units the character that begins with "lead" has.  0 for a byte that
// begins none, so that the units of a text are the sum over its bytes.
std::uint32_t UnitsOf(char lead, PositionEncoding encoding) {
  if (encoding == PositionEncoding::kUtf8) return 1;
  if (IsContinuation(lead)) return 0;
  const bool is_long = static_cast<unsigned char>(lead) >= 0xF0U;
  return is_long && encoding == PositionEncoding::kUtf16 ? 2 : 1;
}

std::uint32_t CountUnits(std::string_view text, PositionEncoding encoding) {
  std::uint32_t units = 0;
  for (const char c : text)
    units += UnitsOf(c, encoding);
  return units;
}

// Appends the beginnings of the lines that begin in (begin, end].
void AppendLineStarts(std::string_view text, Offset begin, Offset end,
                      std::vector<Offset>& starts) {
  for (Offset i = begin; i < end; ++i) {
    const bool ends_line =
        text[i] == '\n' ||
        (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (ends_line) starts.push_back(i + 1);
  }
}

}  // namespace

std::string_view PositionEncodingName(PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::kUtf8:
      return "utf-8";
    case PositionEncoding::kUtf16:
      return "utf-16";
    case PositionEncoding::kUtf32:
      break;
  }
  return "utf-32";
}

EditorText::EditorText(std::string text)
    : text_(std::move(text)), line_starts_{0} {
  AppendLineStarts(text_, 0, static_cast<Offset>(text_.size()), line_starts_);
}

std::size_t EditorText::LineOf(Offset offset) const {
  const auto next = std::ranges::upper_bound(line_starts_, offset);
  return static_cast<std::size_t>(next - line_starts_.begin()) - 1;
}

void EditorText::Replace(EditorRange range, std::string_view text,
                         PositionEncoding encoding) {
  const Offset begin = OffsetOf(range.start, encoding);
  const Offset end = std::max(begin, OffsetOf(range.end, encoding));
  // A line end at the edge may have become another: CR before a new LF.  So the
  // line before the change and the one after it are looked at again.
  const std::size_t first = LineOf(begin == 0 ? 0 : begin - 1);
  const std::size_t last = LineOf(end) + 1;
  const bool to_end = last >= line_starts_.size();
  const Offset old_stop =
      to_end ? static_cast<Offset>(text_.size()) : line_starts_[last];
  text_.replace(begin, end - begin, text);
  // Unsigned, so that a text that has become shorter wraps around and back.
  const Offset grown = static_cast<Offset>(text.size()) - (end - begin);
  const Offset new_stop = old_stop + grown;

  std::vector<Offset> starts(
      line_starts_.begin(),
      line_starts_.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  AppendLineStarts(text_, starts.back(), new_stop, starts);
  for (std::size_t i = last + 1; i < line_starts_.size(); ++i)
    starts.push_back(line_starts_[i] + grown);
  line_starts_ = std::move(starts);
}

Offset EditorText::OffsetOf(EditorPosition position,
                            PositionEncoding encoding) const {
  if (position.line >= line_starts_.size()) {
    return static_cast<Offset>(text_.size());
  }
  Offset at = line_starts_[position.line];
  Offset end = position.line + 1 < line_starts_.size()
                   ? line_starts_[position.line + 1]
                   : static_cast<Offset>(text_.size());
  while (end > at && (text_[end - 1] == '\n' || text_[end - 1] == '\r'))
    --end;
  Offset character = at;
  for (std::uint32_t units = 0; at < end; ++at) {
    if (!IsContinuation(text_[at])) {
      character = at;
      if (units >= position.character) return at;
    }
    units += UnitsOf(text_[at], encoding);
    // In the middle of this character.
    if (units > position.character) return character;
  }
  return end;
}

EditorPositions::EditorPositions(const EditorText& text,
                                 PositionEncoding encoding)
    : text_(&text), encoding_(encoding) {
  if (encoding == PositionEncoding::kUtf8) return;
  std::uint32_t units = 0;
  const std::string& bytes = text.text();
  for (std::size_t i = 0; i < bytes.size(); i += kStep) {
    units_.push_back(units);
    units += CountUnits(std::string_view(bytes).substr(i, kStep), encoding);
  }
}

std::uint32_t EditorPositions::UnitsBefore(Offset offset) const {
  if (encoding_ == PositionEncoding::kUtf8) return offset;
  if (units_.empty()) return 0;
  const std::size_t step = std::min(offset / kStep, units_.size() - 1);
  const std::string_view rest =
      std::string_view(text_->text()).substr(step * kStep);
  return units_[step] +
         CountUnits(rest.substr(0, offset - step * kStep), encoding_);
}

EditorPosition EditorPositions::At(Offset offset) const {
  while (offset > 0 && offset < text_->text().size() &&
         IsContinuation(text_->text()[offset])) {
    --offset;
  }
  const std::vector<Offset>& starts = text_->line_starts();
  const auto next = std::ranges::upper_bound(starts, offset);
  const auto line = static_cast<std::uint32_t>(next - starts.begin()) - 1;
  return {.line = line,
          .character = UnitsBefore(offset) - UnitsBefore(starts[line])};
}

}  // namespace medlint
