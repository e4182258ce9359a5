// SPDX-License-Identifier: Apache-2.0
//
// A FreshArray is an array of which all elements can be made anew at once, in
// constant time: each carries the number of the round in which it was last
// made.  For tables as large as a plan of which a page uses little.

#ifndef LINTER_MATCH_FRESH_ARRAY_H_
#define LINTER_MATCH_FRESH_ARRAY_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace medlint {

template <typename T>
class FreshArray {
 public:
  // From now on there are "size" elements or more, each T().
  void Renew(std::size_t size) {
    if (elements_.size() < size) elements_.resize(size);
    if (++round_ == 0) {
      for (Element& element : elements_)
        element.round = 0;
      round_ = 1;
    }
  }

  T& operator[](std::size_t i) {
    Element& element = elements_[i];
    if (element.round != round_) element = {round_, T()};
    return element.value;
  }

 private:
  struct Element {
    std::uint32_t round = 0;
    T value;
  };

  std::vector<Element> elements_;
  std::uint32_t round_ = 0;
};

}  // namespace medlint

#endif  // LINTER_MATCH_FRESH_ARRAY_H_
