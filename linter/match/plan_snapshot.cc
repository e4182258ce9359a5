// SPDX-License-Identifier: Apache-2.0

#include "linter/match/plan_snapshot.h"

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "linter/match/plan_arrays.h"

namespace medlint {
namespace {

constexpr std::size_t kAlignment = 16;  // of each array; enough for any type

// Writes array after array.
class SnapshotWriter {
 public:
  explicit SnapshotWriter(std::string_view bytes_file) : file_(bytes_file) {
    snapshot_.assembly =
        "# Written by rulesets/embed.cc.  Do not edit.\n"
        "  .section .rodata\n";
    BeginTable("layout");
    AddNumber(kPlanVersion);
#define MEDLINT_PLAN_ARRAY(type, name) AddNumber(sizeof(type));
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
  }

  // NOLINTNEXTLINE(readability-function-size): it is a list of arrays
  PlanSnapshot Write(const PlanVectors& vectors) {
    BeginTable("sizes");
#define MEDLINT_PLAN_ARRAY(type, name) AddNumber(vectors.name.size());
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
#define MEDLINT_PLAN_ARRAY(type, name) AddArray(#name, vectors.name);
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
    snapshot_.assembly += "  .section .note.GNU-stack,\"\",%progbits\n";
    return std::move(snapshot_);
  }

 private:
  void BeginTable(std::string_view name) {
    const std::string symbol = "medlint_plan_" + std::string(name);
    snapshot_.assembly += "  .balign " + std::to_string(kAlignment) +
                          "\n  .globl " + symbol + "\n  .hidden " + symbol +
                          '\n' + symbol + ":\n";
  }
  void AddNumber(std::size_t number) {
    snapshot_.assembly += "  .4byte " + std::to_string(number) + '\n';
  }

  template <typename T>
  void AddArray(std::string_view name, const std::vector<T>& array) {
    const std::size_t begin = snapshot_.bytes.size();
    const std::size_t size = array.size() * sizeof(T);
    snapshot_.bytes.resize(begin + size);
    if (size > 0) std::memcpy(&snapshot_.bytes[begin], array.data(), size);
    BeginTable(name);
    if (size == 0) return;
    snapshot_.assembly += "  .incbin \"" + file_ + "\", " +
                          std::to_string(begin) + ", " + std::to_string(size) +
                          '\n';
  }

  std::string file_;
  PlanSnapshot snapshot_;
};

}  // namespace

PlanSnapshot WriteSnapshot(const PatternPlan& plan,
                           std::string_view bytes_file) {
  PlanVectors vectors;
  plan.CopyTo(vectors);
  return SnapshotWriter(bytes_file).Write(vectors);
}

}  // namespace medlint
