// SPDX-License-Identifier: Apache-2.0

#include "linter/language/word_set.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/language/byte_set.h"
#include "linter/language/word.h"

namespace medlint::testing {
namespace {

TEST_CASE("a set holds its words and no others") {
  const WordSet set(
      {"it", "if", "it", "isn't", "'tis", "a.m.", "\u00E9t\u00E9"});
  CHECK(set.size() == 6);
  for (const char* word :
       {"it", "if", "isn't", "'tis", "a.m.", "\u00E9t\u00E9"}) {
    CHECK(set.contains(word));
  }
  for (const char* word : {"", "i", "is", "its", "IT", "a.m", "isnt"}) {
    CHECK_FALSE(set.contains(word));
  }
  CHECK_FALSE(set.contains(std::string(1000, 'i')));
  CHECK_FALSE(WordSet().contains("it"));
  CHECK(WordSet().empty());
  CHECK(WordSet({"b", "a"}) == WordSet({"a", "b"}));
  CHECK_FALSE(WordSet({"a"}) == WordSet({"b"}));
}

TEST_CASE("words of the text are listed in any case and with any apostrophe") {
  const WordSet set({"isn't", "'tis", "rock'n'roll", "dr.", "int'l."});
  for (const char* word : {"ISN'T", "Isn\u2019t", "\u2019Tis", "'tis",
                           "rock\u2019n\u2019roll", "Rock'n\u2019Roll"}) {
    CAPTURE(word);
    CHECK(Lists(set, word));
  }
  CHECK_FALSE(Lists(set, "isn"));
  CHECK_FALSE(Lists(set, ""));
  CHECK(ListsWithStop(set, "Dr"));
  CHECK(ListsWithStop(set, "int\u2019l"));
  CHECK_FALSE(ListsWithStop(set, "Dr."));
  CHECK_FALSE(ListsWithStop(set, "isn't"));
  CHECK_FALSE(ListsWithStop(set, std::string(32, 'd')));
}

TEST_CASE("the longest words have their place") {
  const std::string longest(WordSet::kLongestWord, 'a');
  const std::string quoted(WordSet::kLongestWord, '\'');
  const WordSet set({longest, quoted});
  CHECK(Lists(set, longest));
  CHECK(Lists(set, quoted));
  CHECK_FALSE(Lists(set, longest + "a"));
}

TEST_CASE("a byte is found wherever it stands") {
  constexpr ByteSet kSet("!\xE2");
  for (Offset size = 0; size < 20; ++size) {
    const std::string plain(size, 'a');
    CHECK(kSet.FindIn(plain, {0, size}) == size);
    for (Offset at = 0; at < size; ++at) {
      std::string text = plain;
      text[at] = at % 2 == 0 ? '!' : '\xE2';
      CHECK(kSet.FindIn(text, {0, size}) == at);
      CHECK(kSet.FindIn(text, {at, size}) == at);
      CHECK(kSet.FindIn(text, {at + 1, size}) == size);
      CHECK(kSet.FindIn(text, {0, at}) == at);
    }
  }
}

}  // namespace
}  // namespace medlint::testing
