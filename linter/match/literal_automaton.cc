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

// Nodes in the order of the sorted keys; node 0 is the root.
struct TrieNode {
  std::uint32_t parent = 0;
  std::uint32_t key = kNone;
  std::uint8_t byte_class = 0;
  std::uint8_t depth = 0;
};

class AutomatonBuilder {
 public:
  explicit AutomatonBuilder(PlanVectors& vectors) : vectors_(vectors) {}

  void Build() {
    if (vectors_.literal_ends.empty()) return;
    BuildTrie();
    BuildRows();
  }

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> SortedKeys() const;
  void BuildTrie();
  void BuildRows();

  PlanVectors& vectors_;
  std::uint32_t stride_ = 1;  // byte classes
  std::vector<TrieNode> nodes_;
};

std::vector<std::pair<std::uint64_t, std::uint32_t>>
AutomatonBuilder::SortedKeys() const {
  const std::string_view text(vectors_.literal_text.data(),
                              vectors_.literal_text.size());
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted;
  sorted.reserve(vectors_.literal_ends.size());
  std::size_t begin = 0;
  for (const std::uint32_t end : vectors_.literal_ends) {
    sorted.emplace_back(PackKey(text.substr(begin, end - begin)),
                        static_cast<std::uint32_t>(sorted.size()));
    begin = end;
  }
  std::ranges::sort(sorted);
  return sorted;
}

void AutomatonBuilder::BuildTrie() {
  const auto sorted = SortedKeys();
  std::vector<AutomatonKey>& keys = vectors_.keys;
  std::vector<std::uint32_t>& by_key = vectors_.literals_by_key;
  vectors_.byte_classes.assign(256, 0);
  nodes_.reserve(4 * sorted.size() + 1);
  nodes_.emplace_back();
  by_key.reserve(sorted.size());
  std::array<std::uint32_t, kKeyBytes + 1> path{};  // nodes of the last key
  std::uint64_t last = 0;
  for (const auto& [packed, literal] : sorted) {
    if (keys.empty() || packed != last) {
      const std::size_t size = KeySize(packed);
      std::size_t shared = 0;
      while (!keys.empty() && shared < size &&
             KeyByte(packed, shared) == KeyByte(last, shared)) {
        ++shared;
      }
      for (std::size_t i = shared; i < size; ++i) {
        std::uint8_t& byte_class = vectors_.byte_classes[KeyByte(packed, i)];
        if (byte_class == 0) byte_class = static_cast<std::uint8_t>(stride_++);
        path[i + 1] = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back({.parent = path[i],
                          .byte_class = byte_class,
                          .depth = static_cast<std::uint8_t>(i + 1)});
      }
      nodes_[path[size]].key = static_cast<std::uint32_t>(keys.size());
      keys.push_back({.size = static_cast<std::uint32_t>(size),
                      .begin = static_cast<std::uint32_t>(by_key.size())});
      last = packed;
    }
    by_key.push_back(literal);
  }
  keys.push_back({.begin = static_cast<std::uint32_t>(by_key.size())});
}

// States are numbered by depth, so that the rows near the root, where a scan
// spends its time, lie together.  The row of a state is the row of its failure
// state with its own children put over it; a failure state is less deep, so
// working one depth at a time finds every row ready.
void AutomatonBuilder::BuildRows() {
  constexpr std::uint32_t kHasOutput = LiteralAutomaton::kHasOutput;
  std::array<std::vector<std::uint32_t>, kKeyBytes + 1> by_depth;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    by_depth[nodes_[i].depth].push_back(static_cast<std::uint32_t>(i));
  }
  std::vector<AutomatonState>& states = vectors_.states;
  std::vector<std::uint32_t>& rows = vectors_.rows;
  states.resize(nodes_.size());
  rows.assign(nodes_.size() * stride_, 0);
  assert(rows.size() < kHasOutput);
  std::vector<std::uint32_t> state_of(nodes_.size(), 0);
  std::vector<std::uint32_t> failure(nodes_.size(), 0);  // by state

  std::uint32_t first = 1;
  for (std::size_t depth = 1; depth <= kKeyBytes; ++depth) {
    std::uint32_t state = first;
    for (const std::uint32_t i : by_depth[depth]) {
      const TrieNode& node = nodes_[i];
      const std::uint32_t parent = state_of[node.parent];
      std::uint32_t fail = 0;
      if (depth > 1) {
        const std::size_t row = std::size_t{failure[parent]} * stride_;
        fail = (rows[row + node.byte_class] & ~kHasOutput) / stride_;
      }
      failure[state] = fail;
      states[state].key = node.key;
      states[state].shorter =
          states[fail].key != kNone ? fail : states[fail].shorter;
      const bool output = node.key != kNone || states[state].shorter != 0;
      rows[std::size_t{parent} * stride_ + node.byte_class] =
          state * stride_ | (output ? kHasOutput : 0);
      state_of[i] = state++;
    }
    for (; first < state; ++first) {
      std::memcpy(&rows[std::size_t{first} * stride_],
                  &rows[std::size_t{failure[first]} * stride_],
                  stride_ * sizeof(std::uint32_t));
    }
  }
}

}  // namespace

void AddLiteral(std::string_view literal, PlanVectors& vectors) {
  assert(!literal.empty());
  AppendText(literal, vectors.literal_text);
  vectors.literal_ends.push_back(
      static_cast<std::uint32_t>(vectors.literal_text.size()));
}

void BuildAutomaton(PlanVectors& vectors) {
  AutomatonBuilder(vectors).Build();
}

}  // namespace medlint
