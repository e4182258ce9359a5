// SPDX-License-Identifier: Apache-2.0
//
// A LiteralAutomaton finds every occurrence of many literal strings in one
// pass over a text (Aho and Corasick 1975).
//
// It runs on the first eight bytes of each literal, the key, and compares the
// rest where a key ends: eight bytes are enough to be rare, and keep the
// automaton small.  States are numbered by depth.  The shallow ones, where a
// scan spends its time, have a full row over the classes of bytes that occur in
// keys; the others, nearly all, have their children, which are neighbours, and
// the state to fall back to.  So a literal costs some hundred bytes, not the
// kilobytes of eight rows, and a scan loads little of the automaton.
//
//   byte_classes     the class of each byte; 0: in no key
//   rows             of the shallow states: class -> state, and kHasOutput
//   children         the first child of each state, and one past the last
//   classes_into     of each state: the class by which it is reached
//   failures         of each state: the longest other state that is its end
//   states           what is found in it
//   keys             and one past the last
//   literals_by_key  literals, grouped by key
//   literal_text     all literals, one after another; they end at literal_ends
//
// Building is linear in the keys, after a sort.  Scanning is linear in the text
// and in what it finds.  Immutable; shared by threads.

#ifndef LINTER_MATCH_LITERAL_AUTOMATON_H_
#define LINTER_MATCH_LITERAL_AUTOMATON_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/match/plan_arrays.h"

namespace medlint {

// Adds a literal; they are numbered from 0 and need not be distinct.
// REQUIRES: it is not empty and has no NUL
void AddLiteral(std::string_view literal, PlanVectors& vectors);

// Builds the automaton of the literals.
void BuildAutomaton(PlanVectors& vectors);

class LiteralAutomaton {
 public:
  static constexpr std::uint32_t kHasOutput = 0x80000000U;

  // "arrays" must outlive this.
  explicit LiteralAutomaton(const PlanArrays& arrays)
      : arrays_(arrays),
        stride_(arrays.byte_classes.empty()
                    ? 1
                    : 1U + *std::ranges::max_element(arrays.byte_classes)),
        shallow_(static_cast<std::uint32_t>(arrays.rows.size() / stride_)) {}

  // Calls found(literal, begin) for every occurrence of every literal, in the
  // order in which their keys end.
  template <typename Found>
  void FindAll(std::string_view text, Found found) const {
    FindStates(text, [&](std::uint32_t state, std::size_t end) {
      ForEachLiteral(state, [&](std::uint32_t number, std::size_t key_size) {
        const std::size_t begin = end - key_size;
        const std::string_view whole = literal(number);
        if (whole.size() == key_size ||
            text.substr(begin, whole.size()) == whole) {
          found(number, begin);
        }
      });
    });
  }

  // The same in two steps, for who would rather do the second once for all
  // places: calls visited(state, end) wherever keys end, ...
  template <typename Visited>
  void FindStates(std::string_view text, Visited visited) const {
    if (arrays_.literal_ends.empty()) return;
    const std::uint8_t* const class_of = arrays_.byte_classes.data();
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::uint32_t next =
          Next(state, class_of[static_cast<unsigned char>(text[i])]);
      state = next & ~kHasOutput;
      if (next != state) [[unlikely]]
        visited(state, i + 1);
    }
  }

  // ... and each(literal, key size) for every literal with a key that ends in
  // "state".  One that is longer than its key need not stand there.
  template <typename Each>
  void ForEachLiteral(std::uint32_t state, Each each) const {
    for (; state != 0; state = arrays_.states[state].shorter) {
      const std::uint32_t number = arrays_.states[state].key;
      if (number == kNone) continue;
      const AutomatonKey& key = arrays_.keys[number];
      const std::uint32_t last = arrays_.keys[number + 1].begin;
      for (std::uint32_t i = key.begin; i < last; ++i)
        each(arrays_.literals_by_key[i], key.size);
    }
  }

  // The state after "state", and kHasOutput if something is found in it.
  std::uint32_t Next(std::uint32_t state, std::uint8_t byte_class) const {
    const std::uint32_t* const children = arrays_.children.data();
    const std::uint8_t* const into = arrays_.classes_into.data();
    while (state >= shallow_) {
      const std::uint32_t end = children[state + 1];
      for (std::uint32_t i = children[state]; i < end; ++i) {
        if (into[i] == byte_class) return i | OutputOf(i);
      }
      state = arrays_.failures[state];
    }
    return arrays_.rows[state * stride_ + byte_class];
  }

  std::uint32_t OutputOf(std::uint32_t state) const {
    const AutomatonState& at = arrays_.states[state];
    return at.key != kNone || at.shorter != 0 ? kHasOutput : 0;
  }

  std::string_view literal(std::uint32_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : arrays_.literal_ends[i - 1];
    return TextOf(arrays_.literal_text,
                  {.begin = begin, .size = arrays_.literal_ends[i] - begin});
  }

 private:
  const PlanArrays& arrays_;
  std::uint32_t stride_;   // byte classes
  std::uint32_t shallow_;  // states that have a row
};

}  // namespace medlint

#endif  // LINTER_MATCH_LITERAL_AUTOMATON_H_
