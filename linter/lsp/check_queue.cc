// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/check_queue.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "linter/lsp/answers.h"

namespace medlint {

CheckQueue::CheckQueue(Workspace workspace, Client client, SendMessage send,
                       Delay delay)
    : workspace_(std::move(workspace)),
      client_(client),
      send_(std::move(send)),
      delay_(delay),
      thread_([this] { Run(); }) {}

CheckQueue::~CheckQueue() {
  {
    const Lock lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
  for (const Question& question : questions_) {
    send_(ErrorText(question.id, RpcError::kRequestCancelled,
                    "the session has ended"));
  }
}

void CheckQueue::Take(std::shared_ptr<const OpenDocument> document, When when) {
  {
    const Lock lock(mutex_);
    if (!client_.pulls) {
      pushes_[document->uri] =
          Clock::now() + (when == When::kNow ? Delay(0) : delay_);
    }
    documents_[document->uri] = std::move(document);
  }
  changed_.notify_all();
}

void CheckQueue::Close(const std::string& uri) {
  {
    const Lock lock(mutex_);
    documents_.erase(uri);
    checks_.erase(uri);
    if (!client_.pulls) pushes_[uri] = Clock::now();
  }
  changed_.notify_all();
}

void CheckQueue::ForgetSettings() {
  {
    const Lock lock(mutex_);
    ++settings_;
    if (!client_.pulls) {
      for (const auto& [uri, document] : documents_)
        pushes_.try_emplace(uri, Clock::now() + delay_);
    }
  }
  changed_.notify_all();
}

void CheckQueue::Ask(Question question) {
  {
    const Lock lock(mutex_);
    questions_.push_back(std::move(question));
  }
  changed_.notify_all();
}

void CheckQueue::Cancel(const Json& id) {
  {
    const Lock lock(mutex_);
    if (asked_ == id) {
      asked_is_cancelled_ = true;
      return;
    }
    const auto found = std::ranges::find(questions_, id, &Question::id);
    if (found == questions_.end()) return;
    questions_.erase(found);
  }
  send_(ErrorText(id, RpcError::kRequestCancelled, "cancelled"));
  changed_.notify_all();
}

void CheckQueue::Settle() {
  Lock lock(mutex_);
  settled_.wait(
      lock, [this] { return questions_.empty() && pushes_.empty() && !busy_; });
}

void CheckQueue::Run() {
  Lock lock(mutex_);
  while (!stopping_) {
    if (!questions_.empty()) {
      AnswerFirst(lock);
      continue;
    }
    const auto first = std::ranges::min_element(
        pushes_, {}, [](const auto& push) { return push.second; });
    if (first == pushes_.end()) {
      settled_.notify_all();
      changed_.wait(lock);
    } else if (first->second > Clock::now()) {
      changed_.wait_until(lock, first->second);
    } else {
      const std::string uri = first->first;
      pushes_.erase(first);
      PushOne(lock, uri);
    }
  }
}

void CheckQueue::AnswerFirst(Lock& lock) {
  const Question question = std::move(questions_.front());
  questions_.pop_front();
  busy_ = true;
  asked_ = question.id;
  asked_is_cancelled_ = false;
  const auto checked = Checked(lock, question.uri);
  std::string message;
  if (checked == nullptr) {
    message = ErrorText(question.id, RpcError::kInvalidParams,
                        "the document is not open");
  } else if (!asked_is_cancelled_ && !IsOutdated(*checked)) {
    lock.unlock();
    Json answer = question.answer(*checked);
    lock.lock();
    if (!asked_is_cancelled_) {
      message = ResponseText(question.id, std::move(answer));
    }
  } else if (!asked_is_cancelled_) {
    message = ErrorText(question.id, question.outdated,
                        "the document has changed", question.outdated_data);
  }
  if (message.empty()) {
    message = ErrorText(question.id, RpcError::kRequestCancelled, "cancelled");
  }
  asked_.reset();
  Send(lock, message);
  busy_ = false;
}

void CheckQueue::PushOne(Lock& lock, const std::string& uri) {
  busy_ = true;
  if (!documents_.contains(uri)) {
    Send(lock,
         NotificationText("textDocument/publishDiagnostics",
                          {{"uri", uri}, {"diagnostics", Json::array()}}));
  } else {
    const auto checked = Checked(lock, uri);
    if (checked != nullptr && !IsOutdated(*checked)) {
      lock.unlock();
      const std::string message =
          NotificationText("textDocument/publishDiagnostics",
                           PublishedDiagnostics(*checked, client_));
      send_(message);
      lock.lock();
    }
  }
  busy_ = false;
}

std::shared_ptr<const CheckedDocument> CheckQueue::Checked(
    Lock& lock, const std::string& uri) {
  const auto open = documents_.find(uri);
  if (open == documents_.end()) return nullptr;
  const std::shared_ptr<const OpenDocument> document = open->second;
  if (settings_in_use_ != settings_) {
    settings_in_use_ = settings_;
    checks_.clear();
    workspace_.Forget();
  }
  const auto known = checks_.find(uri);
  if (known != checks_.end() &&
      known->second->document->state == document->state) {
    return known->second;
  }
  lock.unlock();
  // A client that does not tell of files that change may have changed any.
  if (!client_.watches) workspace_.Forget();
  auto checked =
      std::make_shared<const CheckedDocument>(workspace_.Check(document));
  lock.lock();
  if (!IsOutdated(*checked)) checks_[uri] = checked;
  return checked;
}

bool CheckQueue::IsOutdated(const CheckedDocument& checked) const {
  const auto open = documents_.find(checked.document->uri);
  return open == documents_.end() ||
         open->second->state != checked.document->state ||
         settings_in_use_ != settings_;
}

void CheckQueue::Send(Lock& lock, const std::string& message) {
  lock.unlock();
  send_(message);
  lock.lock();
}

}  // namespace medlint
