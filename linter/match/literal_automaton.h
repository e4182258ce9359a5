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
//   byte_classes     the class of each byte; 0: in no key
//   rows             row + class -> row, and kHasOutput
//   states           in order of depth
//   keys             and one past the last
//   literals_by_key  literals, grouped by key
//   literal_text     all literals, one after another; they end at literal_ends
//
// Building is linear in the keys times the number of byte classes, after a
// sort.  Scanning is linear in the text and in what it finds.  Immutable;
// shared by threads.

#ifndef LINTER_MATCH_LITERAL_AUTOMATON_H_
#define LINTER_MATCH_LITERAL_AUTOMATON_H_

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
        stride_(arrays.states.empty()
                    ? 1
                    : static_cast<std::uint32_t>(arrays.rows.size() /
                                                 arrays.states.size())) {}

  // Calls found(literal, begin) for every occurrence of every literal, in the
  // order in which their keys end.
  template <typename Found>
  void FindAll(std::string_view text, Found found) const {
    if (arrays_.literal_ends.empty()) return;
    const std::uint32_t* const next = arrays_.rows.data();
    const std::uint8_t* const class_of = arrays_.byte_classes.data();
    std::uint32_t row = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      row = next[row + class_of[static_cast<unsigned char>(text[i])]];
      if ((row & kHasOutput) == 0) [[likely]]
        continue;
      row &= ~kHasOutput;
      Report(text, i + 1, row / stride_, found);
    }
  }

  std::string_view literal(std::uint32_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : arrays_.literal_ends[i - 1];
    return TextOf(arrays_.literal_text,
                  {.begin = begin, .size = arrays_.literal_ends[i] - begin});
  }

 private:
  template <typename Found>
  void Report(std::string_view text, std::size_t end, std::uint32_t state,
              Found& found) const {
    while (state != 0) {
      const AutomatonState& at = arrays_.states[state];
      if (at.key != kNone) {
        const AutomatonKey& key = arrays_.keys[at.key];
        const std::size_t begin = end - key.size;
        const std::uint32_t last = arrays_.keys[at.key + 1].begin;
        for (std::uint32_t i = key.begin; i < last; ++i) {
          const std::uint32_t number = arrays_.literals_by_key[i];
          const std::string_view whole = literal(number);
          if (whole.size() == key.size ||
              text.substr(begin, whole.size()) == whole) {
            found(number, begin);
          }
        }
      }
      state = at.shorter;
    }
  }

  const PlanArrays& arrays_;
  std::uint32_t stride_;  // byte classes
};

}  // namespace medlint

#endif  // LINTER_MATCH_LITERAL_AUTOMATON_H_
