// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/server.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/lsp/answers.h"
#include "linter/lsp/code_actions.h"
#include "linter/lsp/rule_markdown.h"
#include "linter/report/tool.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

constexpr std::string_view kUri = "textDocument/uri";

// InitializeResult.
Json Abilities(const Client& client) {
  constexpr int kIncremental = 2;
  return {{"capabilities",
           {{"positionEncoding", PositionEncodingName(client.encoding)},
            {"textDocumentSync",
             {{"openClose", true},
              {"change", kIncremental},
              {"save", {{"includeText", false}}}}},
            {"hoverProvider", true},
            {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}},
            {"executeCommandProvider", {{"commands", {kExplainCommand}}}},
            {"diagnosticProvider",
             {{"identifier", kToolName},
              {"interFileDependencies", false},
              {"workspaceDiagnostics", false}}}}},
          {"serverInfo", {{"name", kToolName}, {"version", ToolVersion()}}}};
}

bool IsId(const Json& id) {
  return id.is_string() || id.is_number_integer();
}

}  // namespace

Server::Server(LspSetup setup, SendMessage send)
    : setup_(std::move(setup)), send_(std::move(send)) {}

void Server::Fail(const Json& id, RpcError code, std::string_view message) {
  send_(ErrorText(id, code, message));
}

void Server::Reject(std::string_view mistake) {
  Fail(nullptr, RpcError::kParseError, mistake);
}

void Server::Settle() {
  if (queue_) queue_->Settle();
}

void Server::Handle(std::string message) {
  const std::optional<Json> json = ParseJson(std::move(message));
  if (!json) {
    Reject("the message is no JSON");
    return;
  }
  const Json& id = At(*json, "id");
  const Json& method = At(*json, "method");
  if (json->is_object() && !method.is_string() && IsId(id) &&
      (json->contains("result") || json->contains("error"))) {
    return;  // the answer to what we asked; there is nothing to do about it
  }
  const bool is_call =
      method.is_string() && StringAt(*json, "jsonrpc") == "2.0";
  if (!is_call || (json->contains("id") && !IsId(id))) {
    Fail(IsId(id) ? id : Json(nullptr), RpcError::kInvalidRequest,
         "the message is no request, notification or response");
    return;
  }
  const auto name = method.get<std::string>();
  if (json->contains("id")) {
    HandleRequest(name, id, At(*json, "params"));
  } else {
    HandleNotification(name, At(*json, "params"));
  }
}

void Server::HandleRequest(const std::string& method, const Json& id,
                           const Json& params) {
  static const std::map<std::string, Request, std::less<>> kRequests = {
      {"initialize", &Server::Initialize},
      {"shutdown", &Server::ShutDown},
      {"textDocument/codeAction", &Server::ListActions},
      {"textDocument/diagnostic", &Server::Diagnose},
      {"textDocument/hover", &Server::Hover},
      {"workspace/executeCommand", &Server::Execute},
  };
  const bool initializes = method == "initialize";
  if (state_ == State::kNew && !initializes) {
    Fail(id, RpcError::kServerNotInitialized, "`initialize` comes first");
  } else if (state_ != State::kNew && initializes) {
    Fail(id, RpcError::kInvalidRequest, "there was an `initialize` before");
  } else if (state_ == State::kShutDown) {
    Fail(id, RpcError::kInvalidRequest, "after `shutdown` comes `exit`");
  } else if (const auto known = kRequests.find(method);
             known != kRequests.end()) {
    (this->*known->second)(id, params);
  } else {
    Fail(id, RpcError::kMethodNotFound, "there is no `" + method + "` here");
  }
}

void Server::HandleNotification(const std::string& method, const Json& params) {
  static const std::map<std::string, Notification, std::less<>> kNotifications =
      {
          {"$/cancelRequest", &Server::Cancel},
          {"initialized", &Server::Watch},
          {"textDocument/didChange", &Server::Change},
          {"textDocument/didClose", &Server::Close},
          {"textDocument/didOpen", &Server::Open},
          {"textDocument/didSave", &Server::Save},
          {"workspace/didChangeWatchedFiles", &Server::ChangeFiles},
      };
  if (method == "exit") {
    has_exited_ = true;
    return;
  }
  if (state_ != State::kRunning) return;
  const auto known = kNotifications.find(method);
  if (known != kNotifications.end()) (this->*known->second)(params);
}

void Server::Initialize(const Json& id, const Json& params) {
  client_ = ReadClient(params);
  queue_ = std::make_unique<CheckQueue>(Workspace(setup_.workspace), client_,
                                        send_, setup_.delay);
  state_ = State::kRunning;
  send_(ResponseText(id, Abilities(client_)));
}

void Server::ShutDown(const Json& id, const Json& /*params*/) {
  state_ = State::kShutDown;
  queue_.reset();
  documents_.clear();
  send_(ResponseText(id, nullptr));
}

// A configuration may extend a file of any name, and what begins with a dot is
// not "*" to all clients.
void Server::Watch(const Json& /*params*/) {
  if (!client_.watches) return;
  send_(RequestText(
      "watch", "client/registerCapability",
      {{"registrations",
        Json::array(
            {{{"id", "watch"},
              {"method", "workspace/didChangeWatchedFiles"},
              {"registerOptions",
               {{"watchers",
                 Json::array({{{"globPattern", "**/*.toml"}},
                              {{"globPattern", "**/.medlint.toml"}}})}}}}})}}));
}

void Server::Open(const Json& params) {
  const Json& item = At(params, "textDocument");
  const std::string uri = StringAt(item, "uri");
  if (uri.empty()) return;
  const std::string path = PathOfUri(uri);
  OpenDocument& document = documents_[uri];
  document = {
      .uri = uri,
      .path = path,
      .kind = KindOf(StringAt(item, "languageId"), path.empty() ? uri : path),
      .version = IntegerAt(item, "version"),
      .state = ++states_,
      .text = EditorText(StringAt(item, "text"))};
  queue_->Take(std::make_shared<const OpenDocument>(document),
               CheckQueue::When::kNow);
}

void Server::Change(const Json& params) {
  const auto open = documents_.find(StringAt(params, kUri));
  if (open == documents_.end()) return;
  OpenDocument& document = open->second;
  for (const Json& change : At(params, "contentChanges")) {
    const std::string text = StringAt(change, "text");
    const Json& where = At(change, "range");
    if (where.is_null()) {
      document.text = EditorText(text);
    } else if (const auto range = RangeIn(where)) {
      document.text.Replace(*range, text, client_.encoding);
    }
  }
  document.version = IntegerAt(params, "textDocument/version");
  document.state = ++states_;
  queue_->Take(std::make_shared<const OpenDocument>(document),
               CheckQueue::When::kSoon);
}

// For the editors that do not watch files.
void Server::Save(const Json& params) {
  const auto open = documents_.find(StringAt(params, kUri));
  if (open == documents_.end()) return;
  if (open->second.kind == DocumentKind::kToml) ForgetSettings();
}

void Server::Close(const Json& params) {
  const std::string uri = StringAt(params, kUri);
  if (documents_.erase(uri) > 0) queue_->Close(uri);
}

void Server::ChangeFiles(const Json& /*params*/) {
  ForgetSettings();
}

void Server::ForgetSettings() {
  queue_->ForgetSettings();
  if (client_.pulls && client_.refreshes) {
    send_(RequestText("refresh-" + std::to_string(++refreshes_),
                      "workspace/diagnostic/refresh", nullptr));
  }
}

void Server::Cancel(const Json& params) {
  queue_->Cancel(At(params, "id"));
}

void Server::Ask(const Json& id, const Json& params,
                 std::function<Json(const CheckedDocument&)> answer) {
  queue_->Ask(
      {.id = id, .uri = StringAt(params, kUri), .answer = std::move(answer)});
}

void Server::Diagnose(const Json& id, const Json& params) {
  queue_->Ask(
      {.id = id,
       .uri = StringAt(params, kUri),
       .answer =
           [client = client_, previous = StringAt(params, "previousResultId")](
               const CheckedDocument& checked) {
             return DiagnosticReport(checked, client, previous);
           },
       .outdated = RpcError::kServerCancelled,
       .outdated_data = {{"retriggerRequest", true}}});
}

void Server::Hover(const Json& id, const Json& params) {
  const auto position = PositionIn(At(params, "position"));
  if (!position) {
    Fail(id, RpcError::kInvalidParams, "there is no `position`");
    return;
  }
  Ask(id, params,
      [client = client_, position = *position](const CheckedDocument& checked) {
        return HoverAt(position, checked, client);
      });
}

void Server::ListActions(const Json& id, const Json& params) {
  const auto range = RangeIn(At(params, "range"));
  if (!range) {
    Fail(id, RpcError::kInvalidParams, "there is no `range`");
    return;
  }
  Ask(id, params,
      [client = client_, range = *range,
       only = At(params, "context/only")](const CheckedDocument& checked) {
        return CodeActionsIn(range, only, checked, client);
      });
}

// Shows a rule as a message, which every editor can, and returns it too.
void Server::Execute(const Json& id, const Json& params) {
  const Json& arguments = At(params, "arguments");
  if (StringAt(params, "command") != kExplainCommand || !arguments.is_array() ||
      arguments.size() != 2 || !arguments[0].is_string() ||
      !arguments[1].is_string()) {
    Fail(id, RpcError::kInvalidParams,
         std::string(kExplainCommand) + " takes a rule and a document");
    return;
  }
  queue_->Ask(
      {.id = id,
       .uri = arguments[1].get<std::string>(),
       .answer = [send = send_, rule = arguments[0].get<std::string>()](
                     const CheckedDocument& checked) -> Json {
         const Rule* const known =
             checked.site ? checked.site->RulesOf(0).Find(rule) : nullptr;
         if (known == nullptr) return nullptr;
         constexpr int kInfo = 3;
         std::string text = RuleMarkdown(known->info, known->info.severity);
         send(NotificationText("window/showMessage",
                               {{"type", kInfo}, {"message", text}}));
         return text;
       }});
}

}  // namespace medlint
