// SPDX-License-Identifier: Apache-2.0

#ifndef TESTS_PROJECT_SOUND_CONFIG_H_
#define TESTS_PROJECT_SOUND_CONFIG_H_

#include <vector>

#include <doctest/doctest.h>

#include "linter/project/config.h"
#include "tests/support/temporary_folder.h"

namespace medlint::testing {

// The medlint.toml of "folder", which must have no mistake.
inline Config SoundConfig(const TemporaryFolder& folder) {
  std::vector<Error> errors;
  Config config = LoadConfig(folder.At("medlint.toml"), errors);
  REQUIRE(errors.empty());
  return config;
}

}  // namespace medlint::testing

#endif  // TESTS_PROJECT_SOUND_CONFIG_H_
