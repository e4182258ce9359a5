// SPDX-License-Identifier: Apache-2.0
//
// Reads HTML: a lexer of our own for text and places, libxml2 for the tree.
//
// The lexer (html_lexer.h) cuts the source into text, tags and comments with
// exact places, by the rules browsers follow.  libxml2 is then given the bare
// tags of the elements that can hold others, "<div><p></p></div>", and says
// when each begins and ends and what was implied.  Every event is tied to the
// tag that caused it by xmlByteConsumed(); nothing is searched for.  All that
// libxml2 2.9 reads unlike a browser (half of the character references,
// <textarea>, @click="a > b", NUL), and what takes it quadratic time (100,000
// attributes on a tag), never reaches it.  Nor do elements about which it has
// nothing to say: "<p>" in a <div> up to its own "</p>" (fed_batch.h); they are
// most of a page, and libxml2 would take half of the reader's time.
//
// Where the tree still differs from a browser's; the text is the same but for
// the order where a browser would move it:
//   - text and elements loose in a <table> stay in it, misnested formatting
//     ("<b><p></b>") is not repeated, content after </body> is in the body;
//   - <noscript> is read as if scripts were off, and stays in <head>;
//   - an inline element left open in a <td> or <li> holds the next one;
//   - 256 open elements deep (libxml2's trees end there) libxml2 is asked no
//     more: end tags close the nearest of their name, among the last 32.
// As text are also kept: SVG titles, fallback content of <video>, <canvas>.
//
// libxml2 2.9.14 to 2.15: only plain ASCII tags without attributes are fed, so
// encodings, in-place text and the HTML 5 tokenizer of 2.14 make no difference;
// from 2.12 on the error handler takes a const pointer.

#ifndef LINTER_DOCUMENT_HTML_READER_H_
#define LINTER_DOCUMENT_HTML_READER_H_

#include <string_view>

#include "linter/base/result.h"
#include "linter/document/markup.h"
#include "linter/text/source_file.h"

namespace medlint {

// Never fails on bad markup: browsers do not either.  Fails only when libxml2
// cannot be set up.  Linear in the source, whatever it is.
// "source" must outlive the result.  Thread-safe.
Result<Markup> ReadMarkup(const SourceFile& source);
// The same for what stands for its clean(); see template_tags.h.
Result<Markup> ReadMarkup(const SourceFile& source, std::string_view clean);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_HTML_READER_H_
