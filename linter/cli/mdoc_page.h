// SPDX-License-Identifier: Apache-2.0
//
// A page of the manual, in the mdoc language that man, groff and mandoc read.

#ifndef LINTER_CLI_MDOC_PAGE_H_
#define LINTER_CLI_MDOC_PAGE_H_

#include <string>
#include <string_view>
#include <utility>

#include "linter/page/date.h"

namespace medlint {

class MdocPage {
 public:
  // "name" is "medlint", "section" that of the manual, "1".  "summary" says
  // what the page is about, without a capital and a final stop.
  MdocPage(std::string_view name, std::string_view section, const Date& date,
           std::string_view summary);

  void Section(std::string_view title);
  void Subsection(std::string_view title);

  // A line of the synopsis: medlint COMMAND [FLAG...] OPERANDS
  void Usage(std::string_view command, std::string_view operands);

  // Words of whole sentences.
  void Text(std::string_view text);
  // The same, set off from the text before it.
  void Paragraph(std::string_view text);
  // Lines that stay as they are.
  void Literal(std::string_view lines);

  // A list of terms, each followed by text.
  void BeginTerms();
  // "kind" is a macro of mdoc: Cm for commands, Ev, Pa, Sy for other words.
  void Term(std::string_view kind, std::string_view term,
            std::string_view value = {});
  // "names" and "value" are those of a FlagRow.
  void FlagTerm(std::string_view names, std::string_view value);
  void EndTerms();

  // "medlint.toml", "5"
  void SeeAlso(std::string_view name, std::string_view section,
               bool is_last = false);

  std::string Finish() && { return std::move(page_); }

 private:
  std::string page_;
};

}  // namespace medlint

#endif  // LINTER_CLI_MDOC_PAGE_H_
