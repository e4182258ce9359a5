// SPDX-License-Identifier: Apache-2.0
//
// A language server on two file descriptors.

#ifndef LINTER_LSP_SERVE_H_
#define LINTER_LSP_SERVE_H_

#include "linter/lsp/server.h"

namespace medlint {

// Reads messages from "input" and writes to "output" until the editor says
// "exit", or goes away.  True if it did as the protocol has it: first
// "shutdown", then "exit".
bool Serve(LspSetup setup, int input, int output);

}  // namespace medlint

#endif  // LINTER_LSP_SERVE_H_
