// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/json_schema.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "linter/rule/finding.h"

namespace medlint {

using Json = nlohmann::ordered_json;

Json ListSchema(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

Json SeveritySchema() {
  Json json = {{"enum", Json::array()}};
  for (const Severity severity :
       {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    json["enum"].push_back(SeverityName(severity));
  }
  return json;
}

}  // namespace medlint
