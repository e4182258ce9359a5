// SPDX-License-Identifier: Apache-2.0
//
// What "medlint-report/1" says of a finding, an error and a run, for the
// formats that write it (json, jsonl).  The contract of the keys is in json.cc.

#ifndef LINTER_REPORT_FINDING_JSON_H_
#define LINTER_REPORT_FINDING_JSON_H_

#include <string_view>

#include "linter/base/error.h"
#include "linter/engine/report.h"
#include "linter/report/json_writer.h"
#include "linter/report/locator.h"

namespace medlint {

inline constexpr std::string_view kReportSchema = "medlint-report/1";

// Each writes members of the object that is open.

// "places" is of the file at "path".
void WriteFindingMembers(std::string_view path, const Finding& finding,
                         const Locator& places, JsonWriter& json);
// Why a finding does not count, and who says so.
void WriteSuppressionMembers(const SuppressedFinding& suppressed,
                             JsonWriter& json);
void WriteErrorMembers(const Error& error, JsonWriter& json);
// "schema" and "notice" are left to the caller: their place differs.
void WriteToolMember(const Report& report, JsonWriter& json);
// How many files and findings there are.
void WriteCountMembers(const Report& report, JsonWriter& json);

}  // namespace medlint

#endif  // LINTER_REPORT_FINDING_JSON_H_
