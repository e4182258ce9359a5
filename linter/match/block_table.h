// SPDX-License-Identifier: Apache-2.0
//
// The blocks of a text: what stands between its '\n'.  No match crosses one.
//
// Finding them is one pass over the text; Around() is a binary search.

#ifndef LINTER_MATCH_BLOCK_TABLE_H_
#define LINTER_MATCH_BLOCK_TABLE_H_

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace medlint {

class BlockTable {
 public:
  struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  explicit BlockTable(std::string_view text) : size_(text.size()) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
      breaks_.push_back(at);
    }
  }

  // REQUIRES: "offset" is not that of a '\n'
  Block Around(std::size_t offset) const {
    const auto next = std::ranges::lower_bound(breaks_, offset);
    return {next == breaks_.begin() ? 0 : *(next - 1) + 1,
            next == breaks_.end() ? size_ : *next};
  }

 private:
  std::vector<std::size_t> breaks_;
  std::size_t size_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_BLOCK_TABLE_H_
