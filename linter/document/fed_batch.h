// SPDX-License-Identifier: Apache-2.0
//
// A FedBatch is a piece of a page on its way through libxml2: the bare tags
// that libxml2 is given, and the tokens of the source, in order, that wait
// until it has come to their place among these.
//
// All calls take constant time.  Thread-compatible.

#ifndef LINTER_DOCUMENT_FED_BATCH_H_
#define LINTER_DOCUMENT_FED_BATCH_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/document/html_lexer.h"
#include "linter/document/markup_builder.h"

namespace medlint {

class FedBatch {
 public:
  struct Event {
    enum class Kind : std::uint8_t {
      kText,
      kCdata,
      kComment,
      kLeaf,      // an element that holds no markup
      kStart,     // fed
      kEnd,       // fed
      kImplied,   // fed; stands for no tag of the source
      kBreak,     // </br>
      kBlockEnd,  // </p> that closes nothing
      kOuterEnd,  // </body>, </html>: they stay open
    };

    Kind kind = Kind::kText;
    bool used = false;  // libxml2 has reported it
    HtmlToken token;
    MarkupBuilder::AttributeRange attributes = {};
    std::size_t fed_begin = 0;  // its tag in fed(); empty if it was not fed
    std::size_t fed_end = 0;
  };

  // Adds an event that libxml2 is not told of.
  void Add(Event::Kind kind, const HtmlToken& token,
           MarkupBuilder::AttributeRange attributes = {});
  // Adds an element or its end, and feeds its tag under "name".
  void AddStart(const HtmlToken& token, std::string_view name,
                MarkupBuilder::AttributeRange attributes);
  void AddEnd(const HtmlToken& token, std::string_view name);
  // Feeds "<tag>" or "</tag>", which the source implies at "cause".
  void AddImplied(std::string_view tag, const HtmlToken& cause);

  // True if "event" is a start, or an end, that was fed under "name".
  bool IsStartOf(const Event& event, std::string_view name) const;
  bool IsEndOf(const Event& event, std::string_view name) const;

  // The first event that has not been passed, or null.
  Event* front() { return next_ < events_.size() ? &events_[next_] : nullptr; }
  // REQUIRES: front() != nullptr
  void PassFront() { ++next_; }

  std::string_view fed() const MEDLINT_LIFETIME_BOUND { return fed_; }
  bool IsFull() const;
  // Forgets everything, keeps the memory.
  void Clear();

 private:
  Event& Push(Event::Kind kind, const HtmlToken& token);
  void Feed(std::string_view prefix, std::string_view name);
  bool IsFedAs(const Event& event, std::string_view prefix,
               std::string_view name) const;

  std::string fed_;
  std::vector<Event> events_;
  std::size_t next_ = 0;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_FED_BATCH_H_
