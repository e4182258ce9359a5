// SPDX-License-Identifier: Apache-2.0

#include "linter/match/literal_automaton.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace medlint {
namespace {

constexpr std::size_t kKeyBytes = 8;

// The key as a number that sorts like the bytes.  Literals hold no NUL, so the
// padding cannot be mistaken for text.
std::uint64_t PackKey(std::string_view literal) {
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < kKeyBytes; ++i) {
    const unsigned char byte =
        i < literal.size() ? static_cast<unsigned char>(literal[i]) : 0U;
    packed = (packed << 8U) | byte;
  }
  return packed;
}

std::uint8_t KeyByte(std::uint64_t packed, std::size_t i) {
  return static_cast<std::uint8_t>(packed >> (8U * (kKeyBytes - 1 - i)));
}

std::size_t KeySize(std::uint64_t packed) {
  std::size_t size = 0;
  while (size < kKeyBytes && KeyByte(packed, size) != 0)
    ++size;
  return size;
}

}  // namespace

// Nodes in the order of the sorted keys; node 0 is the root.
struct LiteralAutomaton::Trie {
  struct Node {
    std::uint32_t parent = 0;
    std::uint32_t key = kNoKey;
    std::uint8_t byte_class = 0;
    std::uint8_t depth = 0;
  };
  std::vector<Node> nodes;
};

LiteralAutomaton::LiteralAutomaton(LiteralList literals)
    : literals_(std::move(literals)) {
  if (literals_.size() == 0) return;
  BuildRows(BuildTrie());
}

LiteralAutomaton::Trie LiteralAutomaton::BuildTrie() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted;
  sorted.reserve(literals_.size());
  for (std::size_t i = 0; i < literals_.size(); ++i) {
    assert(!literals_[i].empty());
    sorted.emplace_back(PackKey(literals_[i]), static_cast<std::uint32_t>(i));
  }
  std::ranges::sort(sorted);

  Trie trie;
  trie.nodes.reserve(4 * sorted.size() + 1);
  trie.nodes.emplace_back();
  by_key_.reserve(sorted.size());
  std::array<std::uint32_t, kKeyBytes + 1> path{};  // nodes of the last key
  std::uint64_t last = 0;
  for (const auto& [packed, literal] : sorted) {
    if (keys_.empty() || packed != last) {
      const std::size_t size = KeySize(packed);
      std::size_t shared = 0;
      while (!keys_.empty() && shared < size &&
             KeyByte(packed, shared) == KeyByte(last, shared)) {
        ++shared;
      }
      for (std::size_t i = shared; i < size; ++i) {
        std::uint8_t& byte_class = class_of_[KeyByte(packed, i)];
        if (byte_class == 0) byte_class = static_cast<std::uint8_t>(stride_++);
        path[i + 1] = static_cast<std::uint32_t>(trie.nodes.size());
        trie.nodes.push_back({.parent = path[i],
                              .byte_class = byte_class,
                              .depth = static_cast<std::uint8_t>(i + 1)});
      }
      trie.nodes[path[size]].key = static_cast<std::uint32_t>(keys_.size());
      keys_.push_back({.size = static_cast<std::uint32_t>(size),
                       .begin = static_cast<std::uint32_t>(by_key_.size())});
      last = packed;
    }
    by_key_.push_back(literal);
  }
  keys_.push_back({.begin = static_cast<std::uint32_t>(by_key_.size())});
  return trie;
}

// States are numbered by depth, so that the rows near the root, where a scan
// spends its time, lie together.  The row of a state is the row of its failure
// state with its own children put over it; a failure state is less deep, so
// working one depth at a time finds every row ready.
void LiteralAutomaton::BuildRows(const Trie& trie) {
  std::array<std::vector<std::uint32_t>, kKeyBytes + 1> by_depth;
  for (std::size_t i = 0; i < trie.nodes.size(); ++i) {
    by_depth[trie.nodes[i].depth].push_back(static_cast<std::uint32_t>(i));
  }
  states_.resize(trie.nodes.size());
  next_.assign(trie.nodes.size() * stride_, 0);
  assert(next_.size() < kHasOutput);
  std::vector<std::uint32_t> state_of(trie.nodes.size(), 0);
  std::vector<std::uint32_t> failure(trie.nodes.size(), 0);  // by state

  std::uint32_t first = 1;
  for (std::size_t depth = 1; depth <= kKeyBytes; ++depth) {
    std::uint32_t state = first;
    for (const std::uint32_t i : by_depth[depth]) {
      const Trie::Node& node = trie.nodes[i];
      const std::uint32_t parent = state_of[node.parent];
      std::uint32_t fail = 0;
      if (depth > 1) {
        const std::size_t row = std::size_t{failure[parent]} * stride_;
        fail = (next_[row + node.byte_class] & ~kHasOutput) / stride_;
      }
      failure[state] = fail;
      states_[state].key = node.key;
      states_[state].shorter =
          states_[fail].key != kNoKey ? fail : states_[fail].shorter;
      const bool output = node.key != kNoKey || states_[state].shorter != 0;
      next_[std::size_t{parent} * stride_ + node.byte_class] =
          state * stride_ | (output ? kHasOutput : 0);
      state_of[i] = state++;
    }
    for (; first < state; ++first) {
      std::memcpy(&next_[std::size_t{first} * stride_],
                  &next_[std::size_t{failure[first]} * stride_],
                  stride_ * sizeof(std::uint32_t));
    }
  }
}

}  // namespace medlint
