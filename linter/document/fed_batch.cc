// SPDX-License-Identifier: Apache-2.0

#include "linter/document/fed_batch.h"

#include <cstddef>
#include <string_view>

#include "linter/document/html_lexer.h"
#include "linter/document/markup_builder.h"

namespace medlint {
namespace {

// Large enough to make the calls of libxml2 cheap, small enough that what is
// known of its open elements is fresh.
constexpr std::size_t kFullBytes = 4096;
constexpr std::size_t kFullEvents = 1024;

// "<", or "</", and ">".
std::size_t MarkBytes(FedBatch::Event::Kind kind) {
  switch (kind) {
    case FedBatch::Event::Kind::kStart:
      return 2;
    case FedBatch::Event::Kind::kEnd:
    case FedBatch::Event::Kind::kOwnEnd:
      return 3;
    default:
      return 0;
  }
}

}  // namespace

FedBatch::FedBatch() {
  events_.reserve(kFullEvents + 16);
}

FedBatch::Event& FedBatch::Push(Event::Kind kind, const HtmlToken& token) {
  Event& event = events_.emplace_back();
  event.kind = kind;
  event.token = token;
  return event;
}

// Feeds the last event.
void FedBatch::Feed(Event& event, std::string_view name) {
  event.is_fed = true;
  event.name = name;
  event.fed_before = last_fed_;
  last_fed_ = static_cast<std::uint32_t>(events_.size() - 1);
  fed_in_all_ += name.size() + MarkBytes(event.kind);
}

void FedBatch::Add(Event::Kind kind, const HtmlToken& token,
                   MarkupBuilder::AttributeRange attributes) {
  Push(kind, token).attributes = attributes;
}

void FedBatch::AddStart(const HtmlToken& token, std::string_view name,
                        MarkupBuilder::AttributeRange attributes, bool plain) {
  Event& event = Push(Event::Kind::kStart, token);
  event.attributes = attributes;
  event.plain = plain;
  Feed(event, name);
}

void FedBatch::AddEnd(const HtmlToken& token, std::string_view name) {
  Feed(Push(Event::Kind::kEnd, token), name);
}

bool FedBatch::TakeBack(const HtmlToken& end, std::string_view name) {
  if (last_fed_ == kNone) return false;
  Event& start = events_[last_fed_];
  if (!start.plain || !IsStartOf(start, name)) return false;
  start.is_fed = false;
  last_fed_ = start.fed_before;
  // As if the end had been fed: batches do not depend on what is taken back.
  fed_in_all_ += name.size() + MarkBytes(Event::Kind::kOwnEnd);
  Push(Event::Kind::kOwnEnd, end);
  return true;
}

void FedBatch::AddImplied(std::string_view tag, const HtmlToken& cause) {
  Feed(Push(Event::Kind::kImplied, cause), tag);
}

std::string_view FedBatch::WriteFed() {
  fed_.clear();
  for (Event& event : events_) {
    if (!event.is_fed) continue;
    if (event.kind == Event::Kind::kStart) fed_ += '<';
    if (event.kind == Event::Kind::kEnd) fed_ += "</";
    fed_ += event.name;
    if (event.kind != Event::Kind::kImplied) fed_ += '>';
    event.fed_end = static_cast<std::uint32_t>(fed_.size());
  }
  return fed_;
}

bool FedBatch::IsFull() const {
  return fed_in_all_ >= kFullBytes || events_.size() >= kFullEvents;
}

void FedBatch::Clear() {
  fed_in_all_ = 0;
  events_.clear();
  next_ = 0;
  last_fed_ = kNone;
}

}  // namespace medlint
