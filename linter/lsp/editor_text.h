// SPDX-License-Identifier: Apache-2.0
//
// The text of an open document, and the positions that editors use: lines and
// characters counted from 0, characters in the unit that was agreed on.
//
// Lines end at LF, CR LF or a lone CR.  A position after the end of its line
// means the end, one after the last line the end of the text, and one in the
// middle of a character its beginning.

#ifndef LINTER_LSP_EDITOR_TEXT_H_
#define LINTER_LSP_EDITOR_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/text/span.h"

namespace medlint {

// What "character" counts.
enum class PositionEncoding : std::uint8_t { kUtf8, kUtf16, kUtf32 };

// "utf-16"
std::string_view PositionEncodingName(PositionEncoding encoding);

struct EditorPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  friend auto operator<=>(EditorPosition, EditorPosition) = default;
};

struct EditorRange {
  EditorPosition start;
  EditorPosition end;
};

// A text that changes bit by bit.  A change costs what it changes, the lines
// after it, and one pass over the line it begins and the line it ends on.
class EditorText {
 public:
  // REQUIRES: "text" is valid UTF-8, here and below
  explicit EditorText(std::string text = {});

  const std::string& text() const MEDLINT_LIFETIME_BOUND { return text_; }

  // Puts "text" in the place of a range; one that ends before it starts is
  // empty.
  void Replace(EditorRange range, std::string_view text,
               PositionEncoding encoding);

  Offset OffsetOf(EditorPosition position, PositionEncoding encoding) const;

  // Where the lines begin; the first is 0.
  const std::vector<Offset>& line_starts() const MEDLINT_LIFETIME_BOUND {
    return line_starts_;
  }

 private:
  // The index of the line that holds "offset".
  std::size_t LineOf(Offset offset) const;

  std::string text_;
  std::vector<Offset> line_starts_;
};

// Where offsets of a text are.  A page may be one line of many KB with hundreds
// of findings, so the units before each 256 bytes are counted once.  Immutable.
class EditorPositions {
 public:
  // "text" is not copied and must outlive this.
  EditorPositions(const EditorText& text MEDLINT_LIFETIME_BOUND,
                  PositionEncoding encoding);

  // REQUIRES: offset <= the size of the text
  EditorPosition At(Offset offset) const;
  EditorRange At(Offset begin, Offset end) const {
    return {At(begin), At(end)};
  }

 private:
  std::uint32_t UnitsBefore(Offset offset) const;

  const EditorText* text_;
  PositionEncoding encoding_;
  std::vector<std::uint32_t> units_;  // before each 256 bytes; none for UTF-8
};

}  // namespace medlint

#endif  // LINTER_LSP_EDITOR_TEXT_H_
