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

}  // namespace

FedBatch::Event& FedBatch::Push(Event::Kind kind, const HtmlToken& token) {
  return events_.emplace_back(Event{.kind = kind,
                                    .token = token,
                                    .fed_begin = fed_.size(),
                                    .fed_end = fed_.size()});
}

void FedBatch::Feed(std::string_view prefix, std::string_view name) {
  fed_ += prefix;
  fed_ += name;
  fed_ += '>';
  events_.back().fed_end = fed_.size();
}

void FedBatch::Add(Event::Kind kind, const HtmlToken& token,
                   MarkupBuilder::AttributeRange attributes) {
  Push(kind, token).attributes = attributes;
}

void FedBatch::AddStart(const HtmlToken& token, std::string_view name,
                        MarkupBuilder::AttributeRange attributes) {
  Push(Event::Kind::kStart, token).attributes = attributes;
  Feed("<", name);
}

void FedBatch::AddEnd(const HtmlToken& token, std::string_view name) {
  Push(Event::Kind::kEnd, token);
  Feed("</", name);
}

void FedBatch::AddImplied(std::string_view tag, const HtmlToken& cause) {
  Event& event = Push(Event::Kind::kImplied, cause);
  fed_ += tag;
  event.fed_end = fed_.size();
}

bool FedBatch::IsFedAs(const Event& event, std::string_view prefix,
                       std::string_view name) const {
  const std::string_view tag(fed_.data() + event.fed_begin,
                             event.fed_end - event.fed_begin);
  return tag.size() == prefix.size() + name.size() + 1 &&
         tag.substr(prefix.size()).starts_with(name);
}

bool FedBatch::IsStartOf(const Event& event, std::string_view name) const {
  return event.kind == Event::Kind::kStart && IsFedAs(event, "<", name);
}

bool FedBatch::IsEndOf(const Event& event, std::string_view name) const {
  return event.kind == Event::Kind::kEnd && IsFedAs(event, "</", name);
}

bool FedBatch::IsFull() const {
  return fed_.size() >= kFullBytes || events_.size() >= kFullEvents;
}

void FedBatch::Clear() {
  fed_.clear();
  events_.clear();
  next_ = 0;
}

}  // namespace medlint
