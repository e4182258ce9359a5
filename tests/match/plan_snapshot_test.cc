// SPDX-License-Identifier: Apache-2.0

#include "linter/match/plan_snapshot.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/match/pattern_plan.h"
#include "linter/match/plan_arrays.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

struct Listed {
  const char* name;
  std::vector<std::string> terms;
};

const std::vector<Listed>& ShippedLexicons() {
  static const std::vector<Listed> lexicons = {
      {"verb", {"cure~", "heal~", "treat~"}},
      {"ill", {"cancer~", "back pain", "flu"}},
      {"drug", {"-statin", "aspirin", "mg"}},
      {"unused", {"yoga", "pilates"}},
  };
  return lexicons;
}

const std::vector<PatternSpec>& ShippedSpecs() {
  static const std::vector<PatternSpec> specs = {
      {.regexp = "cures?"},
      {.regexp = "@verb (?:your )?@ill"},
      {.regexp = "(?P<dose>\\d+) ?mg .{0,20}@drug"},
      {.regexp = "[A-Z]{2,}", .exact_case = true},
      {.regexp = "US @verb", .exact_case = true},
      {.regexp = "pain", .whole_words = false, .not_before = "back "},
      {.regexp = "heals", .not_after = "\\(no"},
      {.regexp = "miracle.*proof"},
      {.regexp = "caf[éà-ü]"},
      {.regexp = "\\p{Greek}+x", .exact_case = true},  // for RE2 alone
  };
  return specs;
}

// What somebody adds to it.
const std::vector<PatternSpec>& AddedSpecs() {
  static const std::vector<PatternSpec> specs = {
      {.regexp = "cures?"},         // known
      {.regexp = "@ill"},           // a lexicon that patterns of both follow
      {.regexp = "@unused class"},  // one that no automaton has so far
      {.regexp = "@own .{0,9}@verb"},
      {.regexp = "US @own", .exact_case = true},
      {.regexp = "no .*flu", .not_after = " @verb"},
      {.regexp = "\\d+ ?mg"},
  };
  return specs;
}

constexpr std::string_view kText =
    "Our tea cures cancer, heals your back pain and treated flus. US cures!\n"
    "Take 20 mg of atorvastatin; no pain, back pain, no flu heals flu.\n"
    "A yoga class heals (no). THE BMJ: miracle of proof, αβx, café. 5mg\n"
    "Balm and oil may cure; the US balm. No cancer, no flu cure.";

void Define(PatternPlan::Builder& builder) {
  for (const Listed& lexicon : ShippedLexicons()) {
    builder.DefineLexicon(lexicon.name, lexicon.terms);
  }
}

void Add(const std::vector<PatternSpec>& specs, PatternPlan::Builder& builder,
         std::vector<PatternId>& ids) {
  for (const PatternSpec& spec : specs) {
    PatternId id = 0;
    const auto error = builder.AddPattern(spec, id);
    REQUIRE_MESSAGE(!error, spec.regexp);
    ids.push_back(id);
  }
}

// Lexicons that the snapshot has and others, as patterns.
void AddOwn(PatternPlan::Builder& builder, std::vector<PatternId>& ids) {
  builder.DefineLexicon("own", {"balm~", "oil", "tea"});
  Add(AddedSpecs(), builder, ids);
  for (const char* name : {"drug", "verb", "unused", "own"})
    ids.push_back(builder.AddLexicon(name));
}

PatternPlan MakeShipped(std::vector<PatternId>& ids) {
  PatternPlan::Builder builder;
  Define(builder);
  Add(ShippedSpecs(), builder, ids);
  ids.push_back(builder.AddLexicon("drug"));
  return builder.Build();
}

// The words found, by pattern, and the captures.
std::vector<std::string> Find(const PatternPlan& plan,
                              const std::vector<PatternId>& ids) {
  const FoldedText folded(kText);
  const Hits hits = plan.Scan(kText, folded);
  std::vector<std::string> found;
  for (const PatternId id : ids) {
    std::string& words = found.emplace_back();
    for (const Hit& hit : hits.Of(id)) {
      words += '|' + std::string(hit.where.In(kText)) + '@' +
               std::to_string(hit.where.begin) + '#' + std::to_string(hit.term);
      for (const Capture& capture : plan.Captures(hit, kText, folded)) {
        words +=
            ' ' + capture.name + '=' + std::string(capture.where.In(kText));
      }
    }
  }
  return found;
}

TEST_CASE("a plan that begins with a snapshot finds what one plan does") {
  std::vector<PatternId> shipped;
  PlanVectors vectors;
  MakeShipped(shipped).CopyTo(vectors);

  std::vector<PatternId> ids;
  PatternPlan::Builder builder(ViewOf(vectors));
  CHECK(builder.IsInSnapshot("verb"));
  CHECK_FALSE(builder.IsInSnapshot("own"));
  Add(ShippedSpecs(), builder, ids);
  ids.push_back(builder.AddLexicon("drug"));
  CHECK((ids == shipped));
  AddOwn(builder, ids);
  CHECK(
      (builder.LexiconNames() ==
       std::vector<std::string_view>{"drug", "ill", "own", "unused", "verb"}));
  const PatternPlan plan = builder.Build();

  std::vector<PatternId> expected_ids;
  PatternPlan::Builder from_scratch;
  Define(from_scratch);
  Add(ShippedSpecs(), from_scratch, expected_ids);
  expected_ids.push_back(from_scratch.AddLexicon("drug"));
  AddOwn(from_scratch, expected_ids);
  const PatternPlan expected = from_scratch.Build();

  CHECK(plan.size() == expected.size());
  const std::vector<std::string> found = Find(plan, ids);
  const std::vector<std::string> all = Find(expected, expected_ids);
  REQUIRE(found.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i] == all[i]);
    CHECK(!all[i].empty());
  }
}

TEST_CASE("mistakes are found beside a snapshot as elsewhere") {
  std::vector<PatternId> shipped;
  PlanVectors vectors;
  MakeShipped(shipped).CopyTo(vectors);
  PatternPlan::Builder builder(ViewOf(vectors));
  for (const char* regexp : {"cure(", "@nobody", "a*", "\\w+"}) {
    PatternId id = 0;
    CHECK_MESSAGE(builder.AddPattern({.regexp = regexp}, id), regexp);
  }
  CHECK(builder.Build().size() == shipped.size());
}

TEST_CASE("a snapshot has its programs compiled and gives the same again") {
  std::vector<PatternId> ids;
  const PatternPlan plan = MakeShipped(ids);
  PlanVectors vectors;
  plan.CopyTo(vectors);
  const PatternPlan again = PatternPlan::Builder(ViewOf(vectors)).Build();
  const FoldedText folded(kText);
  CHECK(again.Scan(kText, folded).size() == plan.Scan(kText, folded).size());
  CHECK(plan.compiled_count() > 5);
  CHECK(again.compiled_count() == 1);  // of the one that is for RE2 alone
  CHECK((Find(again, ids) == Find(plan, ids)));

  const PlanSnapshot snapshot = WriteSnapshot(plan, "plan.bin");
  CHECK(snapshot.bytes.size() > 1000);
  CHECK(snapshot.bytes == WriteSnapshot(again, "plan.bin").bytes);
  CHECK(snapshot.assembly == WriteSnapshot(again, "plan.bin").assembly);
}

}  // namespace
}  // namespace medlint
