// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/json_schema.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "linter/rule/finding.h"

namespace medlint {

SchemaJson ListSchema(SchemaJson items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

SchemaJson SeveritySchema() {
  SchemaJson json = {{"enum", SchemaJson::array()}};
  for (const Severity severity :
       {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    json["enum"].push_back(SeverityName(severity));
  }
  return json;
}

}  // namespace medlint
