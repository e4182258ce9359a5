// SPDX-License-Identifier: Apache-2.0
//
// Whole files, read and replaced.

#ifndef LINTER_PROJECT_FILE_BYTES_H_
#define LINTER_PROJECT_FILE_BYTES_H_

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "linter/base/error.h"
#include "linter/base/result.h"

namespace medlint {

Result<std::string> ReadFileBytes(const std::string& path);

// Writes a file, or replaces what is there, so that whoever reads it meanwhile,
// and whoever reads it after a crash, finds the old bytes or the new ones, all
// of them.  Follows a link.  Without "mode" keeps that of a file that is there.
std::optional<Error> ReplaceFile(const std::string& path,
                                 std::string_view bytes,
                                 std::optional<mode_t> mode = std::nullopt);

}  // namespace medlint

#endif  // LINTER_PROJECT_FILE_BYTES_H_
