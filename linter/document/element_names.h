// SPDX-License-Identifier: Apache-2.0
//
// The classes and ids of all elements of a page as small numbers, so that
// selectors are matched without comparing strings.
//
// Built in one pass; each question is a lookup.

#ifndef LINTER_DOCUMENT_ELEMENT_NAMES_H_
#define LINTER_DOCUMENT_ELEMENT_NAMES_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/document/markup.h"

namespace medlint {

// A class or id that occurs on the page, counted from 1; 0 is none.
using NameNumber = std::uint32_t;

class ElementNames {
 public:
  // "markup" must outlive this.  Names are as written, references undecoded;
  // at most 64 different classes of an element count.
  explicit ElementNames(const Markup& markup);

  // The number of a class or id; 0 if no element has it.
  NameNumber FindClass(std::string_view name) const;
  NameNumber FindId(std::string_view name) const;

  std::span<const NameNumber> ClassesOf(ElementIndex element) const {
    return std::span(classes_).subspan(first_[element],
                                       first_[element + 1] - first_[element]);
  }
  NameNumber IdOf(ElementIndex element) const { return ids_[element]; }

  bool HasClass(ElementIndex element, NameNumber name) const;

  // Upper bounds of the numbers.
  std::size_t class_count() const { return class_numbers_.size(); }
  std::size_t id_count() const { return id_numbers_.size(); }

 private:
  // Only ever looked up in, never walked.
  using Numbers = std::unordered_map<std::string_view, NameNumber>;

  void AddClasses(std::string_view names);

  // Few of the names that style sheets ask for are on the page: most are told
  // by their size and three letters.
  static std::size_t HintOf(std::string_view name);

  std::bitset<4096> class_hints_;
  Numbers class_numbers_;
  Numbers id_numbers_;
  std::vector<std::uint32_t> first_;  // into classes_; one more than elements
  std::vector<NameNumber> classes_;
  std::vector<NameNumber> ids_;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_ELEMENT_NAMES_H_
