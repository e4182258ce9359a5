// SPDX-License-Identifier: Apache-2.0
//
// A language server (protocol 3.17) for pages, configurations and rulesets: one
// session with one editor, message by message.  serve.h connects it to streams.
// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/

#ifndef LINTER_LSP_SERVER_H_
#define LINTER_LSP_SERVER_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "linter/lsp/check_queue.h"
#include "linter/lsp/client.h"
#include "linter/lsp/json_rpc.h"
#include "linter/lsp/open_document.h"
#include "linter/lsp/workspace.h"

namespace medlint {

struct LspSetup {
  WorkspaceSetup workspace;
  CheckQueue::Delay delay{150};  // after a change, before the page is linted
};

class Server {
 public:
  // "send" is called from this thread and from that of the checks.
  Server(LspSetup setup, SendMessage send);

  // Takes one message as it came.  Whatever it is, the session goes on.
  void Handle(std::string message);

  // Tells the editor of a message that could not be taken out of the stream.
  void Reject(std::string_view mistake);

  // True once the editor has said "exit".
  bool has_exited() const { return has_exited_; }
  // True if it has said "shutdown" before.
  bool was_shut_down() const { return state_ == State::kShutDown; }

  // Returns once everything so far is answered and pushed.
  void Settle();

 private:
  enum class State { kNew, kRunning, kShutDown };
  using Request = void (Server::*)(const Json& id, const Json& params);
  using Notification = void (Server::*)(const Json& params);

  void HandleRequest(const std::string& method, const Json& id,
                     const Json& params);
  void HandleNotification(const std::string& method, const Json& params);
  void Fail(const Json& id, RpcError code, std::string_view message);

  void Initialize(const Json& id, const Json& params);
  void ShutDown(const Json& id, const Json& params);
  void Diagnose(const Json& id, const Json& params);
  void Hover(const Json& id, const Json& params);
  void ListActions(const Json& id, const Json& params);
  void Execute(const Json& id, const Json& params);

  void Watch(const Json& params);
  void Open(const Json& params);
  void Change(const Json& params);
  void Save(const Json& params);
  void Close(const Json& params);
  void ChangeFiles(const Json& params);
  void Cancel(const Json& params);

  void Ask(const Json& id, const Json& params,
           std::function<Json(const CheckedDocument&)> answer);
  void ForgetSettings();

  LspSetup setup_;
  SendMessage send_;
  State state_ = State::kNew;
  bool has_exited_ = false;
  Client client_;
  std::map<std::string, OpenDocument> documents_;  // by URI
  std::uint64_t states_ = 0;                       // that there have been
  int refreshes_ = 0;
  std::unique_ptr<CheckQueue> queue_;  // once initialized
};

}  // namespace medlint

#endif  // LINTER_LSP_SERVER_H_
