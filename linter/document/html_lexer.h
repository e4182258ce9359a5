// SPDX-License-Identifier: Apache-2.0
//
// HtmlLexer cuts a page into tags, comments and runs of text, each with its
// exact place, as the tokenizer of the HTML standard does
// (https://html.spec.whatwg.org/, 13.2.5): attributes with any name and quotes,
// <title> and <textarea> without markup, scripts with "</div>" in a string,
// comments that end with "--!>".  It copies nothing.
//
// The standard's tokenizer asks the tree builder whether it is inside <svg> or
// <math>, where CDATA sections exist and <title> holds markup.  The lexer
// follows those elements by itself, which is exact for all but misnested ones.
//
// Linear in the source, whatever it is.  Thread-compatible.

#ifndef LINTER_DOCUMENT_HTML_LEXER_H_
#define LINTER_DOCUMENT_HTML_LEXER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {

struct HtmlToken {
  enum class Kind : std::uint8_t {
    kText,      // with character references
    kCdata,     // text without, of a CDATA section
    kStartTag,  // with "content" and "end_tag" if it holds no markup
    kEndTag,
    kComment,  // "<!-- -->"; other markup declarations are passed over
  };

  Kind kind = Kind::kText;
  Tag tag = Tag::k_other;     // in <svg>, k_other but for a few: see .cc
  bool self_closing = false;  // "<path/>" in <svg> or <math>; else ignored
  bool stands_apart = false;  // <title>, <desc>, <text> in <svg>: not inline
  CleanSpan span;             // "<p class=x>", "<!-- x -->", or the text
  CleanSpan name;             // of a tag, as written
  CleanSpan content;          // of text, comments, <script>, <title>
  CleanSpan end_tag;          // of <script>, <title>; empty if missing
};

class HtmlLexer {
 public:
  // "source" is not copied and must outlive this.
  explicit HtmlLexer(std::string_view source MEDLINT_LIFETIME_BOUND)
      : source_(source) {}

  // Reads the next token.  Returns false at the end; a tag that is cut off by
  // the end of the file is none.
  bool Next(HtmlToken& token);

  // The attributes of the start tag that Next() read last, at most 65,535.
  const std::vector<Attribute>& attributes() const MEDLINT_LIFETIME_BOUND {
    return attributes_;
  }

 private:
  bool LexText(HtmlToken& token);
  bool LexMarkup(HtmlToken& token);
  bool LexDeclaration(HtmlToken& token);
  bool LexComment(HtmlToken& token);
  bool LexTag(HtmlToken& token);
  bool SkipBogusComment();
  // Reads attributes and the '>'; returns the offset behind it, or kNowhere.
  std::size_t LexAttributes(std::size_t at, bool keep, bool& self_closing);
  std::size_t LexAttribute(std::size_t at, bool keep);
  std::size_t LexValue(std::size_t at, CleanSpan& value) const;

  void LexContent(HtmlToken& token);
  std::size_t FindEndTag(std::size_t at, std::string_view name) const;
  std::size_t FindScriptEnd(std::size_t at) const;
  bool IsTagAt(std::size_t at, std::string_view name) const;

  void FollowForeignStart(HtmlToken& token);
  void FollowForeignEnd(HtmlToken& token);
  bool InForeign() const { return foreign_ > 0 && !in_island_; }

  bool OpensMarkup(std::size_t at) const;
  std::size_t Find(char c, std::size_t at) const;

  std::string_view source_;
  std::size_t position_ = 0;
  std::vector<Attribute> attributes_;
  int foreign_ = 0;         // <svg> and <math> that are open
  bool in_island_ = false;  // in <foreignObject>: HTML again
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_HTML_LEXER_H_
