// SPDX-License-Identifier: Apache-2.0
//
// What the editor at the other end understands.

#ifndef LINTER_LSP_CLIENT_H_
#define LINTER_LSP_CLIENT_H_

#include "linter/lsp/editor_text.h"
#include "linter/lsp/json_rpc.h"

namespace medlint {

struct Client {
  PositionEncoding encoding = PositionEncoding::kUtf16;
  bool pulls = false;      // it asks for diagnostics, so none are pushed
  bool refreshes = false;  // it can be told to ask again
  bool watches = false;    // it can tell of files that change
  bool shows_markdown = false;
  bool shows_related_places = false;
  bool shows_tags = false;
  bool takes_action_literals = false;  // else commands only
  bool takes_versioned_edits = false;
};

// Reads the parameters of "initialize".
Client ReadClient(const Json& params);

}  // namespace medlint

#endif  // LINTER_LSP_CLIENT_H_
