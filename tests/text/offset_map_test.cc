// SPDX-License-Identifier: Apache-2.0

#include "linter/text/offset_map.h"

#include <doctest/doctest.h>

#include "linter/text/span.h"

namespace medlint {
namespace {

using Map = OffsetMap<TextSpace, CleanSpace>;

// <p>caf&eacute; b<b>a</b>r</p>  ->  "café bar": the text of "&eacute;" is two
// bytes, and "bar" comes from three runs.
Map CafeBar() {
  Map map;
  map.AppendVerbatim(3, 3);
  map.AppendAtomic(2, {6, 14});
  map.AppendVerbatim(2, 14);
  map.AppendVerbatim(1, 19);
  map.AppendVerbatim(1, 24);
  return map;
}

TEST_CASE("Map covers whole characters, entities and what stands between") {
  struct Case {
    TextSpan text;
    CleanSpan source;
  };
  static constexpr Case kCases[] = {
      {{0, 3}, {3, 6}},    // caf
      {{0, 5}, {3, 14}},   // café
      {{3, 5}, {6, 14}},   // é
      {{3, 4}, {6, 14}},   // half of é: all of the entity
      {{5, 9}, {14, 25}},  // " bar", tags included
      {{6, 7}, {15, 16}},  // b
      {{7, 8}, {19, 20}},  // a
      {{8, 9}, {24, 25}},  // r
      {{0, 0}, {3, 3}},    // empty: before the first character
      {{9, 9}, {25, 25}},  // empty at the end: after the last
  };
  const Map map = CafeBar();
  for (const Case& c : kCases) {
    CAPTURE(c.text.begin);
    CAPTURE(c.text.end);
    CHECK(map.Map(c.text) == c.source);
  }
  CHECK(map.size() == 9);
}

TEST_CASE("FirstAtOrAfter leads back") {
  const Map map = CafeBar();
  CHECK(map.FirstAtOrAfter(0) == 0);
  CHECK(map.FirstAtOrAfter(5) == 2);
  CHECK(map.FirstAtOrAfter(6) == 3);
  CHECK(map.FirstAtOrAfter(9) == 5);   // inside the entity: after it
  CHECK(map.FirstAtOrAfter(17) == 7);  // inside <b>: what follows
  CHECK(map.FirstAtOrAfter(99) == 9);
}

TEST_CASE("verbatim runs that continue each other cost one entry") {
  Map map;
  for (Offset i = 0; i < 1000; ++i)
    map.AppendVerbatim(1, i);
  CHECK(map.memory_bytes() <= 16);
  CHECK(map.Map({10, 20}) == CleanSpan{10, 20});
}

TEST_CASE("what is truncated can be written again") {
  for (Offset size = 0; size <= 9; ++size) {
    CAPTURE(size);
    Map map = CafeBar();
    map.Truncate(size);
    CHECK(map.size() == size);
    map.AppendVerbatim(2, 50);
    CHECK(map.Map({size, size + 2}) == CleanSpan{50, 52});
    if (size > 0) CHECK(map.BeginOf(size - 1) == CafeBar().BeginOf(size - 1));
  }
}

TEST_CASE("an empty map maps nothing to nothing") {
  CHECK(Map().Map({0, 0}) == CleanSpan{0, 0});
}

}  // namespace
}  // namespace medlint
