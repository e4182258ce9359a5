// SPDX-License-Identifier: Apache-2.0
//
// Parts that the JSON Schemas of configurations and rulesets have in common.

#ifndef LINTER_CLI_JSON_SCHEMA_H_
#define LINTER_CLI_JSON_SCHEMA_H_

#include <nlohmann/json_fwd.hpp>

namespace medlint {

using SchemaJson = nlohmann::ordered_json;  // keys in the order of writing

SchemaJson ListSchema(SchemaJson items);
SchemaJson SeveritySchema();  // "info", "warning" or "error"

}  // namespace medlint

#endif  // LINTER_CLI_JSON_SCHEMA_H_
