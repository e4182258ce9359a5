// SPDX-License-Identifier: Apache-2.0
//
// Runs a program as a shell would, without one.

#ifndef TESTS_SUPPORT_RUN_PROGRAM_H_
#define TESTS_SUPPORT_RUN_PROGRAM_H_

#include <string>
#include <vector>

namespace medlint::testing {

struct ProgramRun {
  std::vector<std::string> command;      // [0] is the program's path
  std::vector<std::string> environment;  // "NAME=value", and nothing else
  std::string folder;                    // to run in
  std::string input = {};                // on standard input, owned
  std::string output_path = {};          // standard output goes here, if set
  int output_descriptor = -1;            // or here, if set; stays open
  int errors_descriptor = -1;            // standard error likewise
};

struct ProgramResult {
  int status = -1;  // exit status; 128 + signal if it was killed
  std::string output;
  std::string errors;
};

ProgramResult RunProgram(const ProgramRun& run);

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_RUN_PROGRAM_H_
