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
constexpr std::uint8_t kShallow = 2;  // the depth of the last full rows

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
    NumberStates();
    BuildStates();
  }

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> SortedKeys() const;
  void BuildTrie();
  void NumberStates();
  void BuildStates();

  PlanVectors& vectors_;
  std::uint32_t stride_ = 1;  // byte classes
  std::vector<TrieNode> nodes_;
  std::vector<std::uint32_t> node_of_;   // by state
  std::vector<std::uint32_t> state_of_;  // by node
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

// By depth, and in the order of the keys, so that the children of a state are
// neighbours.
void AutomatonBuilder::NumberStates() {
  const std::size_t count = nodes_.size();
  std::array<std::uint32_t, kKeyBytes + 2> next{};  // by depth
  for (const TrieNode& node : nodes_)
    ++next[node.depth + 1U];
  for (std::size_t depth = 1; depth < next.size(); ++depth)
    next[depth] += next[depth - 1];
  node_of_.resize(count);
  state_of_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    state_of_[i] = next[nodes_[i].depth]++;
    node_of_[state_of_[i]] = i;
  }

  std::vector<std::uint32_t>& children = vectors_.children;
  children.assign(count + 1, 0);
  for (std::uint32_t i = 1; i < count; ++i)
    ++children[state_of_[nodes_[i].parent] + 1];
  children[0] = 1;
  for (std::size_t i = 1; i <= count; ++i)
    children[i] += children[i - 1];
}

// The row of a state is the row of its failure state with its own children put
// over it.  A failure state is less deep, so working one depth at a time finds
// all that it takes ready.
void AutomatonBuilder::BuildStates() {
  const std::size_t count = nodes_.size();
  assert(count < LiteralAutomaton::kHasOutput);
  vectors_.states.resize(count);
  vectors_.failures.assign(count, 0);
  vectors_.classes_into.assign(count, 0);
  std::size_t shallow = 0;
  while (shallow < count && nodes_[node_of_[shallow]].depth <= kShallow)
    ++shallow;
  vectors_.rows.assign(shallow * stride_, 0);
  const PlanArrays arrays = ViewOf(vectors_);
  const LiteralAutomaton automaton(arrays);

  std::uint32_t first_of_depth = 1;
  for (std::uint32_t state = 1; state < count; ++state) {
    const TrieNode& node = nodes_[node_of_[state]];
    const std::uint32_t parent = state_of_[node.parent];
    std::uint32_t failure = 0;
    if (node.depth > 1) {
      failure = automaton.Next(vectors_.failures[parent], node.byte_class) &
                ~LiteralAutomaton::kHasOutput;
    }
    vectors_.failures[state] = failure;
    vectors_.classes_into[state] = node.byte_class;
    vectors_.states[state] = {
        .key = node.key,
        .shorter = vectors_.states[failure].key != kNone
                       ? failure
                       : vectors_.states[failure].shorter};
    if (parent < shallow) {
      vectors_.rows[std::size_t{parent} * stride_ + node.byte_class] =
          state | automaton.OutputOf(state);
    }
    const bool is_last_of_depth =
        state + 1 == count || nodes_[node_of_[state + 1]].depth > node.depth;
    if (!is_last_of_depth || node.depth > kShallow) continue;
    for (; first_of_depth <= state; ++first_of_depth) {
      std::memcpy(
          &vectors_.rows[std::size_t{first_of_depth} * stride_],
          &vectors_
               .rows[std::size_t{vectors_.failures[first_of_depth]} * stride_],
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
