// SPDX-License-Identifier: Apache-2.0

#include "linter/document/plain_text_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/document.h"
#include "linter/document/labels.h"
#include "linter/document/markup.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr int kMaxWrapped = 120;  // columns
constexpr int kMinWrapped = 60;
constexpr int kMaxTitleWords = 14;

struct TextLine {
  CleanSpan text;  // without white space at the ends, and without the bullet
  int indent = 0;  // columns before the text or the bullet
  int width = 0;   // columns, indent included
  bool bullet = false;

  bool blank() const { return text.empty() && !bullet; }
};

bool IsBulletSign(char32_t c) {
  constexpr std::u32string_view kSigns =
      U"-*\u2022\u2023\u2013\u2014\u2043\u2219\u25AA\u25CF\u25E6\u25CB\u25A0"
      U"\u25B8\u25BA\u2713\u2714\u00B7";
  return kSigns.find(c) != std::u32string_view::npos;
}

// The bytes of the bullet or list number that "line" begins with, the space
// after it included; 0 if there is none.
std::size_t BulletSize(std::string_view line) {
  if (line.empty()) return 0;
  std::size_t size = 0;
  const CodePoint first = DecodeUtf8(line, 0);
  if (IsBulletSign(first.value)) {
    size = first.size;
  } else {
    while (size < line.size() && size < 3 && IsAsciiDigit(line[size]))
      ++size;
    if (size == 0 || size == line.size() ||
        (line[size] != '.' && line[size] != ')'))
      return 0;
    ++size;
  }
  const std::size_t mark = size;
  while (size < line.size()) {
    const CodePoint c = DecodeUtf8(line, size);
    if (!IsWideSpace(c.value)) break;
    size += c.size;
  }
  return size > mark && size < line.size() ? size : 0;
}

std::vector<TextLine> ReadLines(std::string_view source) {
  std::vector<TextLine> lines;
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t end = std::min(source.find('\n', begin), source.size());
    TextLine line;
    std::size_t at = begin;
    while (at < end && IsAsciiSpace(source[at])) {
      line.indent += source[at] == '\t' ? 4 : 1;
      ++at;
    }
    std::size_t stop = end;
    while (stop > at && IsAsciiSpace(source[stop - 1]))
      --stop;
    const std::string_view text = source.substr(at, stop - at);
    line.width =
        line.indent + static_cast<int>(std::min<std::size_t>(
                          CountCodePoints(text), std::size_t{1} << 20));
    const std::size_t bullet = BulletSize(text);
    line.bullet = bullet > 0;
    line.text = {static_cast<Offset>(at + bullet), static_cast<Offset>(stop)};
    lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

bool IsBylineStart(std::string_view text) {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"by ", "edited by", "fact checked", "fact-checked", "last updated",
       "medically reviewed", "posted ", "published", "reviewed", "updated",
       "written by"});
  const std::string start = ToAsciiLower(text.substr(0, 20));
  return std::ranges::any_of(
      kStarts, [&](std::string_view each) { return start.starts_with(each); });
}

bool BeginsSmall(std::string_view text) {
  return !text.empty() && IsAsciiLower(text.front());
}

bool ReadsAsHeading(std::string_view text) {
  if (text.empty() || BeginsSmall(text) || IsBylineStart(text)) return false;
  if (CountWords(text) > kMaxTitleWords) return false;
  constexpr std::string_view kSentenceEnds = ".!,;:";
  if (kSentenceEnds.find(text.back()) != std::string_view::npos ||
      text.ends_with("\u2026"))
    return false;
  if (text.find("\u00BB") != std::string_view::npos ||
      text.find('@') != std::string_view::npos ||
      text.find("://") != std::string_view::npos)
    return false;
  return std::ranges::any_of(text, [](char c) {
    return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

class Reader {
 public:
  explicit Reader(std::string_view source)
      : source_(source), lines_(ReadLines(source)) {
    plain_.markup.source = source;
  }

  PlainText Read() && {
    for (std::size_t begin = 0; begin < lines_.size();) {
      if (lines_[begin].blank()) {
        ++begin;
        continue;
      }
      std::size_t end = begin;
      while (end < lines_.size() && !lines_[end].blank())
        ++end;
      ReadGroup(begin, end);
      begin = end;
    }
    return std::move(plain_);
  }

 private:
  // Lines between blank lines.
  void ReadGroup(std::size_t begin, std::size_t end) {
    int width = kMinWrapped;
    for (std::size_t i = begin; i < end; ++i) {
      if (lines_[i].width <= kMaxWrapped)
        width = std::max(width, lines_[i].width);
    }
    const bool alone = end - begin == 1;
    while (begin < end) {
      std::size_t next = begin + 1;
      while (next < end && Continues(next, width))
        ++next;
      AddBlock(begin, next, alone && end < lines_.size());
      begin = next;
    }
  }

  // True if line "index" goes on with the one before it.
  bool Continues(std::size_t index, int width) const {
    const TextLine& line = lines_[index];
    const TextLine& before = lines_[index - 1];
    if (line.bullet) return false;
    const std::string_view text = line.text.In(source_);
    if (BeginsSmall(text) || before.text.In(source_).ends_with(','))
      return true;
    if (before.width > kMaxWrapped) return false;
    const std::size_t word = std::min(text.find(' '), text.size());
    const auto needed = static_cast<int>(CountCodePoints(text.substr(0, word)));
    return before.width + 1 + needed > width;
  }

  void AddBlock(std::size_t begin, std::size_t end, bool may_be_heading) {
    Markup& markup = plain_.markup;
    const Offset separator = lines_[begin].text.begin;
    if (!markup.text.empty()) {
      // It stands for the byte before the text: a line end or the bullet's
      // space.
      markup.text += '\n';
      markup.map.AppendAtomic(1, {separator - 1, separator});
    }
    Block block;
    block.text.begin = static_cast<Offset>(markup.text.size());
    for (std::size_t i = begin; i < end; ++i)
      AppendLine(lines_[i].text);
    space_ = {};
    block.text.end = static_cast<Offset>(markup.text.size());
    if (block.text.empty()) {
      return;
    }
    const std::string_view text = block.text.In(markup.text);
    if (lines_[begin].bullet) {
      SetItem(lines_[begin].indent, block);
    } else if (may_be_heading && HasMore(end) && ReadsAsHeading(text)) {
      block.kind = BlockKind::kHeading;
      block.heading_level = plain_.blocks.empty() ? 1 : 2;
    }
    if (!lines_[begin].bullet) items_.clear();
    if (block.kind != BlockKind::kHeading)
      block.label = FindLabel(markup.text, block.text, {});
    plain_.blocks.push_back(block);
  }

  bool HasMore(std::size_t line) const {
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(line),
                       lines_.end(),
                       [](const TextLine& each) { return !each.blank(); });
  }

  // Depth and lead-in from the items that are open, by indentation.
  void SetItem(int indent, Block& block) {
    const auto index = static_cast<BlockIndex>(plain_.blocks.size());
    while (items_.size() > 1 && indent + 1 < items_.back().indent)
      items_.pop_back();
    BlockIndex lead = kNoBlock;
    if (items_.empty()) {
      lead = index > 0 ? index - 1 : kNoBlock;
      items_.push_back({indent, index, lead});
    } else if (indent >= items_.back().indent + 2) {
      lead = items_.back().item;
      items_.push_back({indent, index, lead});
    } else {
      lead = items_.back().lead_in;
      items_.back().item = index;
    }
    block.kind = BlockKind::kListItem;
    block.lead_in = lead;
    block.list_depth =
        static_cast<std::uint8_t>(std::min<std::size_t>(items_.size(), 255));
  }

  void AppendLine(CleanSpan line) {
    Markup& markup = plain_.markup;
    for (Offset at = line.begin; at < line.end;) {
      const char c = source_[at];
      if (IsAsciiSpace(c) || c == '\x7F') {
        if (IsAsciiSpace(c) && space_.empty()) space_ = {at, at + 1};
        ++at;
        continue;
      }
      const bool inside = !markup.text.empty() && markup.text.back() != '\n';
      if (!space_.empty() && inside) {
        markup.text += ' ';
        markup.map.AppendAtomic(1, space_);
      }
      space_ = {};
      Offset end = at;
      while (end < line.end && !IsAsciiSpace(source_[end]) &&
             source_[end] != '\x7F')
        ++end;
      markup.text += source_.substr(at, end - at);
      markup.map.AppendVerbatim(end - at, at);
      at = end;
    }
    // The line end.
    if (space_.empty() && line.end < source_.size())
      space_ = {line.end, line.end + 1};
  }

  struct OpenItem {
    int indent = 0;
    BlockIndex item = kNoBlock;  // the last one of its list
    BlockIndex lead_in = kNoBlock;
  };

  std::string_view source_;
  std::vector<TextLine> lines_;
  PlainText plain_;
  CleanSpan space_;  // waiting for the next word
  std::vector<OpenItem> items_;
};

}  // namespace

PlainText ReadPlainText(std::string_view clean) {
  return Reader(clean).Read();
}

}  // namespace medlint
