// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/weights.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/match/word_weights.h"

namespace medlint {
namespace {

constexpr int kMostPoints = 100'000;

using Features = std::vector<std::pair<FeatureKey, int>>;

Features ReadPoints(TableReader& points) {
  Features features;
  std::set<FeatureKey> keys;
  for (const std::string_view feature : points.Keys()) {
    const int value = points.IntOr(feature, 0, -kMostPoints, kMostPoints);
    const std::optional<FeatureKey> key = KeyOfFeature(feature);
    if (!key) {
      points.Reject(feature, Quoted(feature) + " is no feature",
                    "write \"word\", \"two words\", \"one _ between\" or "
                    "\"@mark\"");
    } else if (keys.insert(*key).second) {
      features.emplace_back(*key, value);
    }
  }
  points.Finish();
  return features;
}

}  // namespace

void ReadWeights(TableReader& table, PatternPlan::Builder& plan) {
  for (const std::string_view key : table.Keys()) {
    std::optional<TableReader> reader = table.TableOrNone(key);
    if (!reader) continue;
    const std::string name(key);
    reader->set_name("[weights." + name + "]");
    const WeightConstants constants = {
        .bias = reader->IntOr("bias", 0, -kMostPoints, kMostPoints),
        .context = reader->IntOr("context", 0, 0, 1000),
        .ordinary = reader->IntOr("ordinary", 0, -kMostPoints, kMostPoints)};
    Features features;
    if (std::optional<TableReader> points = reader->TableOrNone("points")) {
      features = ReadPoints(*points);
    }
    if (features.empty()) {
      reader->RejectAt(reader->place(),
                       "the weights `" + name + "` have no points");
    }
    reader->StringOr("note", "");
    reader->Finish();
    if (plan.FindWeights(name)) {
      reader->RejectAt(reader->place(),
                       "the weights `" + name + "` are defined twice");
    } else if (!features.empty()) {
      plan.DefineWeights(name, constants, features);
    }
  }
}

}  // namespace medlint
