// SPDX-License-Identifier: Apache-2.0
//
// OpenTags is a stack of the elements that are open, and knows which of them an
// end tag closes (https://html.spec.whatwg.org/, 13.2.4.2 and 13.2.6.4.7).
//
// Push and pop take constant time, CountClosedBy() a walk of the stack.

#ifndef LINTER_DOCUMENT_OPEN_TAGS_H_
#define LINTER_DOCUMENT_OPEN_TAGS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "linter/document/tags.h"

namespace medlint {

// True if "end" is the end tag of "open"; </h2> is also that of <h3>.
bool EndTagFits(Tag end, Tag open);

class OpenTags {
 public:
  void Push(Tag tag);
  // REQUIRES: count <= size()
  void Pop(std::size_t count);
  void Clear() { Pop(size()); }

  // Whoever changes the stack by guesses says so, and when the guesses have
  // been checked.  known() innermost elements are surely open.
  void SetAllKnown() { known_ = size(); }
  void ForgetAll() { known_ = 0; }
  std::size_t known() const { return known_; }

  // Returns how many elements the end tag closes, from the innermost to the
  // nearest it fits; 0 if there is none, or an element in between bars it:
  // </div> closes nothing outside its <td>, nor </b> outside its <p>.
  std::size_t CountClosedBy(Tag end) const;

  std::size_t size() const { return tags_.size(); }
  // The tag "above" the innermost.  REQUIRES: above < size()
  Tag At(std::size_t above) const { return tags_[tags_.size() - 1 - above]; }

 private:
  std::vector<Tag> tags_;  // outermost first
  std::size_t known_ = 0;
  std::array<std::uint32_t, 256> counts_ = {};
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_OPEN_TAGS_H_
