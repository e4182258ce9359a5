// SPDX-License-Identifier: Apache-2.0

#include "linter/fixes/text_edits.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::string_view kLineBreak = "<br";

// True if the source at "origin" is a tag that stands for a space in the text,
// and no line break, which can go with the words on its line.
bool IsOtherTag(std::string_view source, std::string_view character) {
  return character == " " && source.starts_with('<') &&
         !EqualsIgnoringAsciiCase(source.substr(0, kLineBreak.size()),
                                  kLineBreak);
}

// The block that holds "span", or where the text before it ends; null if it is
// in none.
const Block* BlockOf(const Document& document, TextSpan span) {
  BlockIndex block = document.BlockAt(span.begin);
  if (block == kNoBlock && span.begin > 0) {
    block = document.BlockAt(span.begin - 1);
  }
  return block == kNoBlock ? nullptr : &document.blocks()[block];
}

bool IsWordByte(char c) {
  return IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool IsBlank(std::string_view text) {
  return std::ranges::all_of(text, IsAsciiSpace);
}

// The space beside the words that is one too many without them; may be empty.
TextSpan SpaceBeside(const Document& document, TextSpan span) {
  const Block* const block = BlockOf(document, span);
  if (block == nullptr) return {};
  const std::string_view text = document.text();
  const bool space_after = span.end < block->text.end && text[span.end] == ' ';
  const bool space_before =
      span.begin > block->text.begin && text[span.begin - 1] == ' ';
  if (space_after && (space_before || span.begin == block->text.begin)) {
    return {span.end, span.end + 1};
  }
  constexpr std::string_view kNoSpaceBefore = ".,;:!?)]";
  const bool ends =
      span.end == block->text.end ||
      kNoSpaceBefore.find(text[span.end]) != std::string_view::npos;
  if (space_before && ends) return {span.begin - 1, span.begin};
  return {};
}

std::size_t LineBegin(std::string_view source, std::size_t at) {
  if (at == 0) return 0;
  const std::size_t before = source.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

// Behind the line end that follows "at".
std::size_t LineEnd(std::string_view source, std::size_t at) {
  const std::size_t end = source.find('\n', at);
  return end == std::string_view::npos ? source.size() : end + 1;
}

bool IsBlankLine(std::string_view source, std::size_t begin, std::size_t end) {
  return begin < end && IsBlank(source.substr(begin, end - begin));
}

}  // namespace

std::optional<std::vector<CleanSpan>> PiecesOf(const Document& document,
                                               TextSpan span) {
  const std::string_view text = document.text();
  const std::string_view source = document.source().clean();
  std::vector<CleanSpan> pieces;
  for (Offset at = span.begin; at < span.end;) {
    const auto size = static_cast<Offset>(DecodeUtf8(text, at).size);
    const CleanSpan origin = document.ToClean({at, at + size});
    const std::string_view character = text.substr(at, size);
    at += size;
    if (character == "\n" || IsOtherTag(origin.In(source), character)) {
      return std::nullopt;
    }
    if (pieces.empty() || origin.begin > pieces.back().end) {
      pieces.push_back(origin);
    } else if (origin.begin >= pieces.back().begin) {
      pieces.back().end = std::max(pieces.back().end, origin.end);
    } else {
      return std::nullopt;
    }
  }
  if (pieces.empty()) return pieces;
  // What stands for several characters goes as a whole or not at all.
  const Block* const block = BlockOf(document, span);
  if (block == nullptr || span.end > block->text.end) return std::nullopt;
  const bool splits_first =
      span.begin > block->text.begin &&
      document.ToClean({span.begin - 1, span.begin}) ==
          document.ToClean({span.begin, span.begin + 1}) &&
      !IsContinuationByte(text[span.begin]);
  const bool splits_last = span.end < block->text.end &&
                           document.ToClean({span.end - 1, span.end}) ==
                               document.ToClean({span.end, span.end + 1});
  if (splits_first || splits_last) return std::nullopt;
  return pieces;
}

std::optional<std::vector<CleanSpan>> SpaceToTake(const Document& document,
                                                  TextSpan span) {
  auto pieces = PiecesOf(document, SpaceBeside(document, span));
  if (!pieces) return std::nullopt;
  // A space of the text stands for all the white space there is.
  const std::string_view source = document.source().clean();
  for (CleanSpan& piece : *pieces) {
    if (!IsBlank(piece.In(source))) continue;
    while (piece.begin > 0 && IsAsciiSpace(source[piece.begin - 1]))
      --piece.begin;
    while (piece.end < source.size() && IsAsciiSpace(source[piece.end]))
      ++piece.end;
  }
  return pieces;
}

bool WouldJoinWords(const Document& document, TextSpan span) {
  const Block* const block = BlockOf(document, span);
  const std::string_view text = document.text();
  return block != nullptr && span.begin > block->text.begin &&
         span.end < block->text.end && IsWordByte(text[span.begin - 1]) &&
         IsWordByte(text[span.end]);
}

CleanSpan WholeLines(std::string_view source, CleanSpan where) {
  const std::size_t begin = LineBegin(source, where.begin);
  const bool ends_line =
      where.end > where.begin && where.end > 0 && source[where.end - 1] == '\n';
  std::size_t end = ends_line ? where.end : LineEnd(source, where.end);
  if (!IsBlank(source.substr(begin, where.begin - begin)) ||
      !IsBlank(source.substr(where.end, end - where.end))) {
    return where;
  }
  const std::size_t next = LineEnd(source, end);
  if (begin > 0 && IsBlankLine(source, LineBegin(source, begin - 1), begin) &&
      IsBlankLine(source, end, next)) {
    end = next;
  }
  return CleanSpan::Of(begin, end);
}

std::optional<std::string> Escaped(const Document& document, Offset at,
                                   std::string_view text) {
  if (document.source().format() == SourceFile::Format::kPlainText) {
    return std::string(text);
  }
  const BlockIndex index = document.BlockAt(at);
  if (index == kNoBlock) return std::nullopt;
  const BlockKind kind = document.blocks()[index].kind;
  if (kind == BlockKind::kJsonLd || kind == BlockKind::kComment) {
    return std::nullopt;
  }
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += at < document.reading_end() ? "'" : "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::vector<Edit> Removals(std::vector<CleanSpan> places) {
  std::erase_if(places, [](CleanSpan place) { return place.empty(); });
  std::ranges::sort(places);
  std::vector<Edit> edits;
  for (const CleanSpan place : places) {
    if (!edits.empty() && place.begin <= edits.back().where.end) {
      edits.back().where.end = std::max(edits.back().where.end, place.end);
    } else {
      edits.push_back({.where = place, .replacement = ""});
    }
  }
  return edits;
}

}  // namespace medlint
