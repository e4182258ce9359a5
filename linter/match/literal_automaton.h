// SPDX-License-Identifier: Apache-2.0
//
// A LiteralAutomaton finds every occurrence of many literal strings in one
// pass over a text (Aho and Corasick 1975).
//
// It runs on the first eight bytes of each literal, the key, and compares the
// rest where a key ends: eight bytes are enough to be rare, and the table stays
// small enough for the cache and cheap enough to be built for every run.  The
// table has a full row per state over the classes of bytes that occur in keys,
// so that a byte of text costs one dependent load.
//
// Building is linear in the keys times the number of byte classes, after a
// sort.  Scanning is linear in the text and in what it finds.  Immutable;
// shared by threads.

#ifndef LINTER_MATCH_LITERAL_AUTOMATON_H_
#define LINTER_MATCH_LITERAL_AUTOMATON_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace medlint {

// Strings in one buffer, numbered from 0.
class LiteralList {
 public:
  void Add(std::string_view literal) {
    bytes_ += literal;
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  std::string_view operator[](std::size_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }
  std::size_t size() const { return ends_.size(); }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> ends_;
};

class LiteralAutomaton {
 public:
  // The literals need not be distinct.
  // REQUIRES: none is empty
  explicit LiteralAutomaton(LiteralList literals);

  // Calls found(literal, begin) for every occurrence of every literal, in the
  // order in which their keys end.
  template <typename Found>
  void FindAll(std::string_view text, Found found) const {
    if (literals_.size() == 0) return;
    const std::uint32_t* const next = next_.data();
    std::uint32_t row = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      row = next[row + class_of_[static_cast<unsigned char>(text[i])]];
      if ((row & kHasOutput) == 0) [[likely]]
        continue;
      row &= ~kHasOutput;
      Report(text, i + 1, row / stride_, found);
    }
  }

  std::size_t size() const { return literals_.size(); }
  std::string_view literal(std::size_t i) const { return literals_[i]; }
  std::size_t state_count() const { return states_.size(); }

 private:
  static constexpr std::uint32_t kHasOutput = 0x80000000U;
  static constexpr std::uint32_t kNoKey = 0xFFFFFFFFU;

  struct State {
    std::uint32_t key = kNoKey;  // the key that ends here
    std::uint32_t shorter = 0;   // next state with a key that ends here; or 0
  };
  struct Key {
    std::uint32_t size = 0;   // bytes, 1..8
    std::uint32_t begin = 0;  // its literals: [begin, next key's begin)
  };
  struct Trie;

  template <typename Found>
  void Report(std::string_view text, std::size_t end, std::uint32_t state,
              Found& found) const {
    while (state != 0) {
      const State& at = states_[state];
      if (at.key != kNoKey) {
        const Key& key = keys_[at.key];
        const std::size_t begin = end - key.size;
        for (std::uint32_t i = key.begin; i < keys_[at.key + 1].begin; ++i) {
          const std::string_view literal = literals_[by_key_[i]];
          if (literal.size() == key.size ||
              text.substr(begin, literal.size()) == literal) {
            found(by_key_[i], begin);
          }
        }
      }
      state = at.shorter;
    }
  }

  Trie BuildTrie();
  void BuildRows(const Trie& trie);

  LiteralList literals_;
  std::array<std::uint8_t, 256> class_of_{};
  std::uint32_t stride_ = 1;           // byte classes
  std::vector<std::uint32_t> next_;    // row + class -> row, and kHasOutput
  std::vector<State> states_;          // in order of depth
  std::vector<Key> keys_;              // and one past the last
  std::vector<std::uint32_t> by_key_;  // literals, grouped by key
};

}  // namespace medlint

#endif  // LINTER_MATCH_LITERAL_AUTOMATON_H_
