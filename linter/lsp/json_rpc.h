// SPDX-License-Identifier: Apache-2.0
//
// JSON-RPC 2.0 (https://www.jsonrpc.org/specification) as the language server
// protocol uses it: no batches.

#ifndef LINTER_LSP_JSON_RPC_H_
#define LINTER_LSP_JSON_RPC_H_

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace medlint {

using Json = nlohmann::json;

enum class RpcError : int {
  kParseError = -32700,
  kInvalidRequest = -32600,
  kMethodNotFound = -32601,
  kInvalidParams = -32602,
  kInternalError = -32603,
  kServerNotInitialized = -32002,
  kContentModified = -32801,
  kServerCancelled = -32802,
  kRequestCancelled = -32800,
};

// Nothing if "text" is no JSON.  Half a surrogate pair, "\ud83d", which some
// editors send while an emoji is being typed, becomes U+FFFD, for a change that
// is not taken would leave us with another text than the editor has.
std::optional<Json> ParseJson(std::string text);

// One message, as text.  What is no UTF-8 becomes U+FFFD.
std::string ResponseText(const Json& id, Json result);
std::string ErrorText(const Json& id, RpcError code, std::string_view message,
                      Json data = nullptr);
std::string NotificationText(std::string_view method, Json params);
std::string RequestText(std::string_view id, std::string_view method,
                        Json params);

// The member at "path" ("textDocument/uri"), or null if there is none.  Never
// fails, whatever "value" is.
const Json& At(const Json& value, std::string_view path);

// The same, or the default if it is of another type.
std::string StringAt(const Json& value, std::string_view path);
bool FlagAt(const Json& value, std::string_view path);
// Nothing if it is no integer that fits.
std::optional<int> IntegerAt(const Json& value, std::string_view path);

}  // namespace medlint

#endif  // LINTER_LSP_JSON_RPC_H_
