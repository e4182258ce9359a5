// SPDX-License-Identifier: Apache-2.0
//
// The part of the JSON Schema of rulesets that is about [[rule]].  Kinds read
// their keys in code; the table here says which they are, and a test holds the
// two to each other, both ways.

#ifndef LINTER_CLI_RULE_SCHEMA_H_
#define LINTER_CLI_RULE_SCHEMA_H_

#include "linter/cli/json_schema.h"

namespace medlint {

// What one table of [[rule]] must be: the keys that every rule may have, and by
// its kind those of that kind and no others.
SchemaJson RuleSchema();

}  // namespace medlint

#endif  // LINTER_CLI_RULE_SCHEMA_H_
