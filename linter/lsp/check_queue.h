// SPDX-License-Identifier: Apache-2.0
//
// Checks documents on a thread of its own, so that the editor is read, and its
// changes are taken in, while a page is being linted.
//
// A new text takes the place of one that waits.  A check cannot be stopped, but
// what it finds in a text that is no more is not told; and who asked about that
// text is told that it is outdated.

#ifndef LINTER_LSP_CHECK_QUEUE_H_
#define LINTER_LSP_CHECK_QUEUE_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "linter/lsp/checked_document.h"
#include "linter/lsp/client.h"
#include "linter/lsp/json_rpc.h"
#include "linter/lsp/workspace.h"

namespace medlint {

// Takes a message that is ready to be sent.  Called from any thread.
using SendMessage = std::function<void(const std::string& message)>;

class CheckQueue {
 public:
  // How long after a change the text is checked, for the next key comes soon.
  using Delay = std::chrono::milliseconds;

  CheckQueue(Workspace workspace, Client client, SendMessage send, Delay delay);
  CheckQueue(const CheckQueue&) = delete;
  CheckQueue& operator=(const CheckQueue&) = delete;
  // Questions that wait are answered with an error; a check that runs is waited
  // for.
  ~CheckQueue();

  // A document was opened, or has another text.  Its diagnostics are pushed,
  // unless the client pulls them.
  enum class When { kNow, kSoon };
  void Take(std::shared_ptr<const OpenDocument> document, When when);

  // Its diagnostics are taken back.
  void Close(const std::string& uri);

  // Settings have changed: all open documents are checked again.
  void ForgetSettings();

  struct Question {
    Json id;  // of the request
    std::string uri;
    std::function<Json(const CheckedDocument& checked)> answer;
    // What to say where the text has changed meanwhile.
    RpcError outdated = RpcError::kContentModified;
    Json outdated_data = nullptr;
  };
  // Sends the answer, or an error, once the newest text of the document has
  // been checked.
  void Ask(Question question);

  // The answer will be that the request was cancelled, unless it was given.
  void Cancel(const Json& id);

  // Returns once all questions are answered and nothing waits to be pushed.
  void Settle();

 private:
  using Clock = std::chrono::steady_clock;
  using Lock = std::unique_lock<std::mutex>;

  void Run();
  // All REQUIRE: the lock is held; which is given up while they check and send.
  void AnswerFirst(Lock& lock);
  void PushOne(Lock& lock, const std::string& uri);
  // The newest text of a document, checked with the settings of now; null if it
  // is not open.
  std::shared_ptr<const CheckedDocument> Checked(Lock& lock,
                                                 const std::string& uri);
  bool IsOutdated(const CheckedDocument& checked) const;
  void Send(Lock& lock, const std::string& message);

  // Of the checking thread.
  Workspace workspace_;

  const Client client_;
  const SendMessage send_;
  const Delay delay_;

  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  std::condition_variable settled_;
  bool stopping_ = false;
  bool busy_ = false;
  std::map<std::string, std::shared_ptr<const OpenDocument>> documents_;
  std::map<std::string, std::shared_ptr<const CheckedDocument>> checks_;
  std::map<std::string, Clock::time_point>
      pushes_;  // by URI, when they are due
  std::deque<Question> questions_;
  std::optional<Json> asked_;  // the id of the question that is being answered
  bool asked_is_cancelled_ = false;
  std::uint64_t settings_ = 0;         // how often they have changed
  std::uint64_t settings_in_use_ = 0;  // those that checks_ were made with

  std::thread thread_;  // the last, for it uses all above
};

}  // namespace medlint

#endif  // LINTER_LSP_CHECK_QUEUE_H_
