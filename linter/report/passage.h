// SPDX-License-Identifier: Apache-2.0
//
// The words around a place in an article, for reports that show an article as
// its readers see it and not as it is written down.

#ifndef LINTER_REPORT_PASSAGE_H_
#define LINTER_REPORT_PASSAGE_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/document/document.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace medlint {

// before + marked + after is one run of text without line ends; "…" where
// something was cut off.  Tags of a template stand in it as they were written.
struct Passage {
  std::string section;  // the heading it stands under; "" for none
  std::string lead_in;  // of a list item: the words that introduce the list
  std::string before;
  std::string marked;  // the words at the place; empty for an empty place
  std::string after;
  std::string_view zone;   // "heading", "hidden": see ZoneName; "" for markup
  bool is_markup = false;  // source: the place is in no text a reader sees
};

// Reads an article again, once, for any number of passages.
class PassageReader {
 public:
  // "options" are those that it was linted with.
  explicit PassageReader(std::shared_ptr<const SourceFile> source,
                         const ReadOptions& options = {});

  // Returns the block around "where", or of a long one a window; where no block
  // holds it (attributes, comments, tags), the source around it.  Costs no more
  // than a search and the window.
  // REQUIRES: where.end <= clean().size(), whole characters
  Passage Around(CleanSpan where) const;

 private:
  // The running text at "where", or nothing.
  std::optional<TextSpan> ToText(CleanSpan where) const;
  Passage InBlock(BlockIndex index, TextSpan where) const;
  Passage InSource(CleanSpan where) const;
  std::string HeadingOf(const Block& block) const;

  // Part of a block, or its first or last bytes, on one line, with the tags
  // that stand in "written".
  std::string Words(TextSpan text, CleanSpan written) const;
  std::string FirstWords(TextSpan text, CleanSpan written,
                         std::size_t max_size) const;
  std::string LastWords(TextSpan text, CleanSpan written,
                        std::size_t max_size) const;

  std::shared_ptr<const SourceFile> source_;
  std::optional<Document> document_;  // nothing if it cannot be read
  std::vector<CleanSpan> tags_;       // TagsInText()
};

}  // namespace medlint

#endif  // LINTER_REPORT_PASSAGE_H_
