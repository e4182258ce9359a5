// SPDX-License-Identifier: Apache-2.0
//
// What a PatternPlan is made of: arrays of plain values that refer to each
// other by index, so that a plan can be made when medlint is built and lie in
// the program, ready, where it is used as it is (see plan_snapshot.h).
//
// plan_arrays.def names the arrays.  PlanVectors holds them while a plan is
// being made, PlanArrays views them, wherever they are.
//
//   patterns     one for each PatternId; expressions are their own and those of
//                their guards, by index; sources has their text;
//                pattern_slots is a hash table of the specs (see SpecIndex)
//   lexicons     forms, spelled out, and an index of them (see LexiconIndex);
//                followers are the patterns that have the forms of a lexicon as
//                anchors, lexicon_patterns what AddLexicon() made of it
//   automaton    see LiteralAutomaton; uses tells what each literal means
//   programs     see WindowProgram
//   weights      see WordWeights
//
// A number of a pattern or lexicon counts through all parts of a plan; other
// indices stay in their part.

#ifndef LINTER_MATCH_PLAN_ARRAYS_H_
#define LINTER_MATCH_PLAN_ARRAYS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "linter/match/char_class.h"
#include "linter/match/first_bytes.h"
#include "linter/match/start_filter.h"

namespace medlint {

inline constexpr std::uint32_t kPlanVersion = 5;

inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;  // for an index

// Consecutive elements of an array.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// Which ends of a pattern ask for a word edge.
struct Edges {
  bool begin = false;
  bool end = false;
};

// A PatternSpec made ready: checked, its anchors chosen.
struct CompiledPattern {
  enum class Form : std::uint8_t {
    kLiterals,  // the anchors are the matches
    kRegexp,
    kLexicon,
  };

  Form form = Form::kRegexp;
  bool exact_case = false;
  bool whole_words = false;
  bool has_needs = false;  // see AnchorUse::Kind::kNeed
  Edges edges = {};
  CharKinds classes = 0;  // anchors that are not literals
  std::uint8_t unused = 0;
  std::uint32_t max_before = 0;
  std::uint32_t regexp = kNone;      // kNone for a lexicon
  std::uint32_t not_before = kNone;  // guards
  std::uint32_t not_after = kNone;
  // In "sets", if "classes" has characters over U+7F: one of them is in one of
  // these in every match.  None if only RE2 knows.
  Stretch anchor_sets;
};

// One regular expression of a pattern: its own, or a guard.
struct CompiledExpression {
  enum class Role : std::uint8_t {
    kMatch,   // a match, or a guard after it
    kBefore,  // a guard before it: ends where the window ends
  };
  // For "program": it is compiled when first needed; only RE2 can match it.
  static constexpr std::uint32_t kLater = 0xFFFFFFFEU;
  static constexpr std::uint32_t kNoProgram = 0xFFFFFFFFU;

  Stretch source;              // in "sources"
  std::uint32_t max_size = 0;  // most bytes of a match
  std::uint32_t program = kLater;
  Role role = Role::kMatch;
  bool exact_case = false;
  bool whole_words = false;
  bool begins_at_edge = false;
};

// What the occurrence of a literal means.
struct AnchorUse {
  enum class Kind : std::uint8_t {
    kAnchor,   // a place to look for pattern "target"
    kNeed,     // what pattern "target" needs besides
    kMatch,    // a match of pattern "target"
    kEnding,   // the end of a word that matches pattern "target"
    kLexicon,  // a place to look for the patterns that follow lexicon "target"
  };

  std::uint32_t target = 0;
  std::uint32_t order = 0;  // see AnchorPlace
  Kind kind = Kind::kAnchor;
  bool edge_before = false;  // it counts only if a word begins (ends) there
  bool edge_after = false;
  std::uint8_t unused = 0;
};

// A pattern that has the terms of a lexicon as its anchors.
struct Follower {
  std::uint32_t pattern = 0;
  bool edge_before = false;  // as for AnchorUse
  bool edge_after = false;
  bool is_need = false;  // not its anchor: see AnchorUse::Kind::kNeed
  std::uint8_t unused = 0;
};

// A named list of terms, spelled out into the forms that are looked for.
struct LexiconEntry {
  std::uint64_t occurrences = 0;  // of all forms; see literal_cost.h
  Stretch name;                   // in "lexicon_text"
  Stretch forms;                  // longest first, then as defined; distinct
  std::uint32_t total_size = 0;   // bytes of all forms
  std::uint32_t max_size = 0;     // bytes of the longest form
  bool has_ending = false;        // then a match may be longer than that
  CharKinds first = 0;            // kinds of the first characters
  CharKinds last = 0;
  std::uint8_t unused = 0;
  // See LexiconIndex.
  std::uint32_t shift = 31;
  Stretch buckets;
  Stretch long_forms;
  Stretch short_forms;
  Stretch ending_forms;
  FirstBytes first_of_endings = {};
};

struct LexiconForm {
  Stretch text;                 // in "lexicon_text"; folded, never empty
  std::uint32_t term = 0;       // index into the terms it was defined with
  std::uint32_t is_ending = 0;  // "-statin": any word that ends so
};

// The index of a lexicon's forms; "form" counts from its own first.
struct LongForm {
  std::uint32_t prefix = 0;  // its first four bytes
  std::uint32_t form = 0;
};
struct ShortForm {
  std::uint32_t bytes = 0;
  std::uint32_t mask = 0;
  std::uint32_t size = 0;
};
struct EndingForm {
  std::uint32_t form = 0;
  std::uint32_t letters_before = 0;  // at least
  std::uint32_t bytes = 0;           // its first four, those that "mask" has
  std::uint32_t mask = 0;
};

struct AutomatonState {
  std::uint32_t key = kNone;  // the key that ends here
  std::uint32_t shorter = 0;  // next state with a key that ends here; or 0
};
struct AutomatonKey {
  std::uint32_t size = 0;   // bytes, 1..8
  std::uint32_t begin = 0;  // its literals: [begin, next key's begin)
};

struct WindowInstruction {
  enum class Op : std::uint8_t {
    kBytes,       // program_text[arg, arg + count)
    kSet,         // a character of sets[arg]
    kRun,         // "min" to "max" characters of sets[arg]
    kChoice,      // one of targets[arg, arg + count), the first that will do
    kWords,       // one of words[arg, arg + count)
    kLexicon,     // a form of lexicon "arg"
    kSave,        // remember the place as number "arg"
    kBegin,       // the block begins here
    kEnd,         // the block ends here
    kBoundary,    // RE2's \b
    kNoBoundary,  // RE2's \B
    kEdge,        // a word does not go on here
    kLimit,       // the window ends here
    kMatch,
  };
  static constexpr std::uint16_t kNoLimit = 0xFFFF;
  static constexpr std::uint32_t kNoSlot = 0xFFFFFFFFU;

  Op op = Op::kMatch;
  bool lazy = false;  // kRun
  // kRun: what comes after it begins with no member of the set, so that it ends
  // where the set does, or the match fails.
  bool possessive = false;
  std::uint8_t unused = 0;
  std::uint16_t min = 0;  // kRun
  std::uint16_t max = 0;
  std::uint32_t arg = 0;
  std::uint32_t count = 0;
  std::uint32_t next = 0;
  // Where its visits are marked, if it can be come to in more than one way; a
  // run without a limit marks every place that it passes.
  std::uint32_t slot = kNoSlot;
  std::uint32_t masks = 0;  // kWords, up to WordMasks::kMost: word_masks[masks]
  std::uint32_t unused_too = 0;
  FirstBytes first = {};
};

// Which of some words may begin with a byte: one bit for each word, the first
// lowest.
struct WordMasks {
  static constexpr std::size_t kMost = 64;

  std::uint64_t& Of(char byte) {
    return masks[static_cast<unsigned char>(byte) % masks.size()];
  }
  std::uint64_t Of(char byte) const {
    return masks[static_cast<unsigned char>(byte) % masks.size()];
  }

  std::array<std::uint64_t, 32> masks{};
};

struct ProgramHead {
  std::uint32_t start = 0;   // in "code"
  std::uint32_t filter = 0;  // of the places where a match may begin
  std::uint32_t slots = 0;
  Stretch groups;  // names or numbers of the captures, in "program_text"
  bool starts_in_word = false;  // it begins with a letter, digit or "_"
  bool starts_block = false;    // it begins where a block does
  bool ignore_case = false;     // for lexicons
  std::uint8_t unused = 0;
};

// The numbers of a table of weights that belong to no word, in points; see
// word_weights.h.
struct WeightConstants {
  std::int32_t bias = 0;
  std::int32_t context = 0;  // percent
  std::int32_t ordinary = 0;
};

// A table of points for words; its slots are an open hash table of a power of
// two, at least one of them free.
struct WeightTable {
  Stretch name;  // in "weight_names"
  Stretch slots;
  WeightConstants constants;
};
struct WeightSlot {
  std::uint64_t key = 0;  // 0: free
  std::int32_t points = 0;
  std::uint32_t unused = 0;
};

struct PlanArrays {
#define MEDLINT_PLAN_ARRAY(type, name) std::span<const type> name;
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
};

struct PlanVectors {
#define MEDLINT_PLAN_ARRAY(type, name) std::vector<type> name;
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
};

// The arrays are stored byte by byte, so no byte of them may be padding.
#define MEDLINT_PLAN_ARRAY(type, name) \
  static_assert(std::has_unique_object_representations_v<type>);
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY

// Views the vectors as they are now.
inline PlanArrays ViewOf(const PlanVectors& vectors) {
  return {
#define MEDLINT_PLAN_ARRAY(type, name) .name = vectors.name,
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
  };
}

template <typename T>
std::span<const T> Slice(std::span<const T> array, Stretch stretch) {
  return array.subspan(stretch.begin, stretch.size);
}
inline std::string_view TextOf(std::span<const char> text, Stretch stretch) {
  return std::string_view(text.data(), text.size())
      .substr(stretch.begin, stretch.size);
}

// Appends "text" to "to" and tells where it is.
inline Stretch AppendText(std::string_view text, std::vector<char>& to) {
  const Stretch stretch = {.begin = static_cast<std::uint32_t>(to.size()),
                           .size = static_cast<std::uint32_t>(text.size())};
  to.insert(to.end(), text.begin(), text.end());
  return stretch;
}

}  // namespace medlint

#endif  // LINTER_MATCH_PLAN_ARRAYS_H_
