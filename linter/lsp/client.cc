// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/client.h"

#include <algorithm>

namespace medlint {
namespace {

// The first of the client's list, which is in order of its liking, that we
// know.  UTF-16 is what every client must understand.
PositionEncoding ChooseEncoding(const Json& offered) {
  if (!offered.is_array()) return PositionEncoding::kUtf16;
  for (const Json& name : offered) {
    for (const PositionEncoding encoding :
         {PositionEncoding::kUtf8, PositionEncoding::kUtf16,
          PositionEncoding::kUtf32}) {
      if (name == PositionEncodingName(encoding)) return encoding;
    }
  }
  return PositionEncoding::kUtf16;
}

bool Holds(const Json& list, std::string_view name) {
  return list.is_array() && std::ranges::find(list, Json(name)) != list.end();
}

}  // namespace

Client ReadClient(const Json& params) {
  const Json& can = At(params, "capabilities");
  const Json& document = At(can, "textDocument");
  return {
      .encoding = ChooseEncoding(At(can, "general/positionEncodings")),
      .pulls = At(document, "diagnostic").is_object(),
      .refreshes = FlagAt(can, "workspace/diagnostics/refreshSupport"),
      .watches =
          FlagAt(can, "workspace/didChangeWatchedFiles/dynamicRegistration"),
      .shows_markdown = Holds(At(document, "hover/contentFormat"), "markdown"),
      .shows_related_places =
          FlagAt(document, "publishDiagnostics/relatedInformation"),
      .shows_tags = At(document, "publishDiagnostics/tagSupport").is_object(),
      .takes_action_literals =
          At(document, "codeAction/codeActionLiteralSupport").is_object(),
      .takes_versioned_edits =
          FlagAt(can, "workspace/workspaceEdit/documentChanges"),
  };
}

}  // namespace medlint
