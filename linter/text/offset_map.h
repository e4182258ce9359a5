// SPDX-License-Identifier: Apache-2.0
//
// OffsetMap remembers, for text derived from another text, where each piece
// came from: "caf&eacute;" is eleven bytes of source and five of text.
//
// Whoever writes the derived text calls Append() for each run; nothing ever
// searches for the text afterwards.  Runs may come from anywhere (a paragraph,
// an alt attribute, JSON-LD).  A run is verbatim (byte for byte the same) or
// atomic (an entity, a folded letter: no part of it maps to a part of its
// origin).  Verbatim runs that continue each other are merged, so a page costs
// about one entry (12 bytes) per tag or entity.
//
// Append is O(1) amortised; Map is a binary search.  Thread-compatible.

#ifndef LINTER_TEXT_OFFSET_MAP_H_
#define LINTER_TEXT_OFFSET_MAP_H_

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

#include "linter/text/span.h"

namespace medlint {

template <typename From, typename To>
class OffsetMap {
 public:
  // Declares that the next "size" bytes of the derived text are the bytes
  // [origin, origin + size) of the original.
  void AppendVerbatim(Offset size, Offset origin) {
    if (size == 0) return;
    const bool continues =
        !runs_.empty() && runs_.back().atomic_size == 0 &&
        runs_.back().origin + (size_ - runs_.back().begin) == origin;
    if (!continues) runs_.push_back({size_, origin, 0});
    size_ += size;
  }

  // Declares that the next "size" bytes stand for all of "origin".
  // REQUIRES: !origin.empty()
  void AppendAtomic(Offset size, Span<To> origin) {
    if (size == 0) return;
    assert(!origin.empty());
    runs_.push_back({size_, origin.begin, origin.size()});
    size_ += size;
  }

  // Forgets all but the first "size" bytes.  REQUIRES: size <= this->size()
  void Truncate(Offset size) {
    while (!runs_.empty() && runs_.back().begin >= size)
      runs_.pop_back();
    size_ = size;
  }

  // Returns the smallest range of the original that covers all of "span": the
  // begin is rounded down and the end up to whole atomic runs.  The range
  // includes what stands between the runs (tags, comments).  An empty span
  // maps to an empty one, before the character that it stands before.
  // REQUIRES: span.end <= size(), and span.begin < size() unless both are 0
  Span<To> Map(Span<From> span) const {
    if (runs_.empty()) return {};
    if (span.empty()) {
      const Offset at =
          span.begin < size_ ? BeginOf(span.begin) : EndOf(size_ - 1);
      return {at, at};
    }
    return {BeginOf(span.begin), EndOf(span.end - 1)};
  }

  // Returns where the byte at "offset" came from, as Map would for the
  // character that begins there.  REQUIRES: offset < size()
  Offset BeginOf(Offset offset) const {
    const Run& run = RunAt(offset);
    return run.atomic_size > 0 ? run.origin : run.origin + (offset - run.begin);
  }

  // Returns the first derived offset whose origin is at or after "origin".
  // Returns size() if there is none.
  // REQUIRES: origins were appended in increasing order
  Offset FirstAtOrAfter(Offset origin) const {
    const auto next = std::ranges::upper_bound(runs_, origin, {}, &Run::origin);
    if (next == runs_.begin()) return 0;
    const Run& run = *(next - 1);
    const Offset run_end = next == runs_.end() ? size_ : next->begin;
    if (origin == run.origin) return run.begin;
    if (run.atomic_size > 0) return run_end;
    return std::min(run_end, run.begin + (origin - run.origin));
  }

  // Bytes of derived text declared so far.
  Offset size() const { return size_; }

  std::size_t memory_bytes() const { return runs_.capacity() * sizeof(Run); }

 private:
  struct Run {
    Offset begin = 0;
    Offset origin = 0;
    Offset atomic_size = 0;  // 0: verbatim
  };

  const Run& RunAt(Offset offset) const {
    assert(offset < size_);
    return *(std::ranges::upper_bound(runs_, offset, {}, &Run::begin) - 1);
  }

  Offset EndOf(Offset last_byte) const {
    const Run& run = RunAt(last_byte);
    return run.atomic_size > 0 ? run.origin + run.atomic_size
                               : run.origin + (last_byte - run.begin) + 1;
  }

  std::vector<Run> runs_;
  Offset size_ = 0;
};

}  // namespace medlint

#endif  // LINTER_TEXT_OFFSET_MAP_H_
