// SPDX-License-Identifier: Apache-2.0
//
// Writes readable text and its map at once: character references decoded,
// white space collapsed, DEL left out, blocks separated by '\n'.
//
// What stands between two words is a gap, and the widest one met wins: space,
// line break, block end.  A gap is written only when the next visible character
// arrives, so text never begins or ends with one.  Every byte written is
// declared in the map: a space as the white space it came from, or, like '\n',
// as the tag that caused it.
//
// Linear.  Holds references to its four arguments.

#ifndef LINTER_DOCUMENT_TEXT_BUILDER_H_
#define LINTER_DOCUMENT_TEXT_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {

class TextBuilder {
 public:
  // How '&' is read.
  enum class References : std::uint8_t { kText, kAttribute, kNone };

  // Appends to "text" and "map".  REQUIRES: text.size() == map.size()
  TextBuilder(std::string_view source, std::string& text, TextMap& map)
      : source_(source), text_(text), map_(map), base_(text.size()) {}

  // Adds the characters of "run".  REQUIRES: run.end <= source.size()
  void AddText(CleanSpan run, References references);

  // Notes a gap caused by the tag "cause".  REQUIRES: !cause.empty()
  void AddSpace(CleanSpan cause) { Widen(Gap::kSpace, cause); }
  void AddLineBreak(CleanSpan cause);
  void EndBlock(CleanSpan cause) { Widen(Gap::kBlockEnd, cause); }

  // Bytes of text written.
  Offset size() const { return static_cast<Offset>(text_.size()); }

 private:
  enum class Gap : std::uint8_t {
    kNone,
    kWhiteSpace,  // one byte of source
    kSpace,
    kLineBreak,
    kBlockEnd,
  };

  void Widen(Gap gap, CleanSpan cause);
  // Writes the gap, if any, before a character; "next" begins with it.
  void CloseGap(std::string_view next);
  bool IsSoftWrap(std::string_view next) const;
  std::size_t AddWords(std::size_t begin, std::size_t end);
  std::size_t AddWhiteSpace(std::size_t begin, std::size_t end);
  std::size_t AddReference(std::size_t begin, std::size_t end,
                           References references);

  std::string_view source_;
  std::string& text_;
  TextMap& map_;
  std::size_t base_;  // size of the text before anything was added
  Gap gap_ = Gap::kNone;
  CleanSpan gap_origin_;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_TEXT_BUILDER_H_
