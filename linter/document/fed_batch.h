// SPDX-License-Identifier: Apache-2.0
//
// A FedBatch is a piece of a page on its way through libxml2: the bare tags
// that libxml2 is given, and the tokens of the source, in order, that wait
// until it has come to their place among these.
//
// An element whose tags libxml2 could only repeat, because nothing between
// them was fed and the start tag implied nothing, need not be fed: TakeBack()
// withdraws its start tag when its end tag is met.
//
// All calls take constant time.  Thread-compatible.

#ifndef LINTER_DOCUMENT_FED_BATCH_H_
#define LINTER_DOCUMENT_FED_BATCH_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/document/html_lexer.h"
#include "linter/document/markup_builder.h"

namespace medlint {

class FedBatch {
 public:
  static constexpr std::uint32_t kNone =
      std::numeric_limits<std::uint32_t>::max();

  struct Event {
    enum class Kind : std::uint8_t {
      kText,
      kCdata,
      kComment,
      kLeaf,      // an element that holds no markup
      kStart,     // fed, unless it was taken back
      kEnd,       // fed
      kOwnEnd,    // of a start that was taken back
      kImplied,   // fed; stands for no tag of the source
      kBreak,     // </br>
      kBlockEnd,  // </p> that closes nothing
      kOuterEnd,  // </body>, </html>: they stay open
    };

    Kind kind = Kind::kText;
    bool used = false;   // libxml2 has reported it
    bool plain = false;  // kStart: it implies nothing
    HtmlToken token;
    MarkupBuilder::AttributeRange attributes = {};
    bool is_fed = false;
    std::string_view name = {};  // it is fed under; of kImplied the whole tag
    std::uint32_t fed_end = 0;   // where that ends in WriteFed()
    std::uint32_t fed_before = kNone;  // index of the one fed before it
  };

  FedBatch();

  // Adds an event that libxml2 is not told of.
  void Add(Event::Kind kind, const HtmlToken& token,
           MarkupBuilder::AttributeRange attributes = {});
  // Adds an element or its end, and feeds its tag under "name", which is not
  // copied.  "plain": the
  // start tag neither closes nor opens anything else.
  void AddStart(const HtmlToken& token, std::string_view name,
                MarkupBuilder::AttributeRange attributes, bool plain);
  void AddEnd(const HtmlToken& token, std::string_view name);
  // If the last tag fed is a plain start under "name", takes it back, adds
  // "end" as its end and returns true.
  bool TakeBack(const HtmlToken& end, std::string_view name);
  // Feeds "<tag>" or "</tag>", which the source implies at "cause" and which is
  // not copied.
  void AddImplied(std::string_view tag, const HtmlToken& cause);

  // True if "event" is a start, or an end, that was fed under "name".
  static bool IsStartOf(const Event& event, std::string_view name) {
    return event.kind == Event::Kind::kStart && event.name == name;
  }
  static bool IsEndOf(const Event& event, std::string_view name) {
    return event.kind == Event::Kind::kEnd && event.name == name;
  }

  // The first event that has not been passed, or null.
  Event* front() { return next_ < events_.size() ? &events_[next_] : nullptr; }
  // REQUIRES: front() != nullptr
  void PassFront() { ++next_; }

  // Writes the tags that are fed one after the other.
  std::string_view WriteFed() MEDLINT_LIFETIME_BOUND;
  // True if there was enough to feed, taken back or not.
  bool IsFull() const;
  bool HasFed() const { return fed_in_all_ > 0; }
  // Forgets everything, keeps the memory.
  void Clear();

 private:
  Event& Push(Event::Kind kind, const HtmlToken& token);
  void Feed(Event& event, std::string_view name);

  std::string fed_;
  std::size_t fed_in_all_ = 0;  // bytes, with those taken back
  std::vector<Event> events_;
  std::size_t next_ = 0;
  std::uint32_t last_fed_ = kNone;  // index of an event
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_FED_BATCH_H_
