// SPDX-License-Identifier: Apache-2.0
//
// What is in a file; "" if there is none.

#ifndef TESTS_SUPPORT_READ_FILE_H_
#define TESTS_SUPPORT_READ_FILE_H_

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace medlint::testing {

inline std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_READ_FILE_H_
