// SPDX-License-Identifier: Apache-2.0
//
// The blocks of a text: what stands between its '\n'.  No match crosses one.
//
// Finding them is one pass over the text.  Asking for the block around a place
// takes constant time, but for texts of many tiny blocks: an index tells the
// block at every kStep bytes.

#ifndef LINTER_MATCH_BLOCK_TABLE_H_
#define LINTER_MATCH_BLOCK_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace medlint {

class BlockTable {
 public:
  struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  explicit BlockTable(std::string_view text) {
    index_.reserve(text.size() / kStep + 1);
    const char* const data = text.data();
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const void* const next =
          begin < text.size()
              ? std::memchr(data + begin, '\n', text.size() - begin)
              : nullptr;
      const std::size_t end =
          next == nullptr
              ? text.size()
              : static_cast<std::size_t>(static_cast<const char*>(next) - data);
      const auto line = static_cast<std::uint32_t>(begins_.size());
      begins_.push_back(static_cast<std::uint32_t>(begin));
      while (index_.size() * kStep <= end)
        index_.push_back(line);
      begin = end + 1;
    }
    begins_.push_back(static_cast<std::uint32_t>(text.size() + 1));
  }

  std::size_t size() const { return begins_.size() - 1; }

  // The index of the block that "offset", or the '\n' at it, belongs to.
  // REQUIRES: "offset" is in the text, or its end
  std::uint32_t LineAt(std::size_t offset) const {
    std::uint32_t line = index_[offset / kStep];
    while (begins_[line + 1] <= offset)
      ++line;
    return line;
  }

  Block operator[](std::size_t line) const {
    return {begins_[line], begins_[line + 1] - std::size_t{1}};
  }
  Block Around(std::size_t offset) const { return (*this)[LineAt(offset)]; }

 private:
  static constexpr std::size_t kStep = 32;

  std::vector<std::uint32_t> begins_;  // and one past the text
  std::vector<std::uint32_t> index_;   // the block of every kStep-th byte
};

}  // namespace medlint

#endif  // LINTER_MATCH_BLOCK_TABLE_H_
