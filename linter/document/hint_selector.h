// SPDX-License-Identifier: Apache-2.0
//
// Says where in the templates of a site something stands, as CSS selectors say
// it, with the attribute to read behind "@":
//
//   .byline a                            descendant
//   article > header time@datetime      child; the attribute "datetime"
//   meta[name='article:section']@content
//   p.note, #terms                       any of several
//
// A part is a type or "*", then any number of .class, #id, [attr],
// [attr=value] and the forms ^= $= *= ~= of the last; values with or without
// quotes.  Types and names of attributes are matched in any case, the rest as
// written.  What CSS has besides (":hover", "a + b") is a mistake.

#ifndef LINTER_DOCUMENT_HINT_SELECTOR_H_
#define LINTER_DOCUMENT_HINT_SELECTOR_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/markup.h"

namespace medlint {

class HintSelector {
 public:
  // What is wrong with bytes [begin, end) of the text, and what to do.
  struct Mistake {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string what;
    std::string hint;
  };

  struct Match {
    ElementIndex element = kNoElement;
    const Attribute* attribute = nullptr;  // null: the text is meant
  };

  // Nothing, and "mistake" set, if the text is no such selector.
  static std::optional<HintSelector> Compile(std::string_view text,
                                             Mistake& mistake);

  // True if some alternative has an "@".
  bool ReadsAttributes() const;

  // What it matches, in order of elements, each element once: by the first
  // alternative that does.  An element without the attribute is no match.
  // Linear in elements times parts.
  std::vector<Match> Select(const Markup& markup) const;

 private:
  class Parser;
  class Matcher;

  struct Condition {
    enum class Form { kHas, kEquals, kBegins, kEnds, kHolds, kHasWord };
    std::string attribute;  // lower case
    Form form = Form::kHas;
    std::string value;
  };
  struct Part {
    std::string type;  // lower case; "" for any
    std::vector<Condition> conditions;
    bool is_child = false;  // of what the part before matches, not deeper
  };
  struct Alternative {
    std::vector<Part> parts;  // not empty
    std::string attribute;    // lower case; "" for the text
  };

  std::vector<Alternative> alternatives_;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_HINT_SELECTOR_H_
