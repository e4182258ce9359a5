// SPDX-License-Identifier: Apache-2.0
//
// The program.  Nothing in linter/ throws on purpose; what arrives here is out
// of memory, or a fault.

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "linter/cli/commands.h"

int main(int argc, char** argv) {
  // A reader that goes away is told by write(), not by a signal.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return medlint::RunMedlint({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const std::bad_alloc&) {
    std::fputs("medlint: error: out of memory\n", stderr);
  } catch (const std::exception& fault) {
    std::fprintf(stderr,
                 "medlint: this is a fault in medlint: %s\n"
                 "  = help: please report it, with the command and the page\n",
                 fault.what());
  }
  return medlint::kExitFault;
}
