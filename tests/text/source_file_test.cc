// SPDX-License-Identifier: Apache-2.0

#include "linter/text/source_file.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"
#include "tests/support/utf16.h"

namespace medlint {
namespace {

using testing::ToUtf16;
using FilePtr = std::shared_ptr<const SourceFile>;

FilePtr MustRead(std::string bytes, SourceFile::Options options = {}) {
  auto file = SourceFile::FromBytes("test", std::move(bytes), options);
  REQUIRE(file.has_value());
  return *file;
}

TEST_CASE("the encoding is found as browsers find it") {
  struct Case {
    std::string bytes;
    std::string label;
    std::string encoding;
    std::string clean;
  };
  const std::vector<Case> cases = {
      {"caf\xC3\xA9", "", "UTF-8", "café"},
      {"\xEF\xBB\xBF<p>", "", "UTF-8", "<p>"},
      {"caf\xE9", "", "windows-1252", "café"},
      {"\x93quoted\x94 \x80", "", "windows-1252", "“quoted” €"},
      {"<meta charset=iso-8859-1>caf\xE9", "", "windows-1252",
       "<meta charset=iso-8859-1>café"},
      {"<meta charset='windows-1251'>\xEC\xE8\xF0", "", "ibm-5347_P100-1998",
       "<meta charset='windows-1251'>мир"},
      {"<meta http-equiv=Content-Type content=\"text/html; "
       "charset=Shift_JIS\">\x82\xA0",
       "", "ibm-943_P15A-2003",
       "<meta http-equiv=Content-Type content=\"text/html; "
       "charset=Shift_JIS\">あ"},
      {"\xEC\xE8\xF0", "windows-1251", "ibm-5347_P100-1998", "мир"},
      {ToUtf16("<p>né 😀", {.big_endian = false, .byte_order_mark = true}), "",
       "UTF-16LE", "<p>né 😀"},
      {ToUtf16("<p>né 😀", {.big_endian = true, .byte_order_mark = true}), "",
       "UTF-16BE", "<p>né 😀"},
      {ToUtf16("<p>no mark here</p>",
               {.big_endian = false, .byte_order_mark = false}),
       "", "UTF-16LE", "<p>no mark here</p>"},
      {ToUtf16("<p>no mark here</p>",
               {.big_endian = true, .byte_order_mark = false}),
       "", "UTF-16BE", "<p>no mark here</p>"},
      {"<!-- <meta charset=windows-1251> -->\xE9", "", "windows-1252",
       "<!-- <meta charset=windows-1251> -->é"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const FilePtr file = MustRead(c.bytes, {.encoding = c.label});
    CHECK(file->encoding() == c.encoding);
    CHECK(file->clean() == c.clean);
    CHECK(file->bytes() == c.bytes);
    CHECK(file->undecodable() == 0);
  }
}

TEST_CASE("a stale label loses against bytes that are UTF-8") {
  const FilePtr file = MustRead("<meta charset=iso-8859-1>caf\xC3\xA9");
  CHECK(file->encoding() == "UTF-8");
  CHECK(file->overruled_label() == "iso-8859-1");
  CHECK(MustRead("<meta charset=iso-8859-1>plain")->overruled_label().empty());
}

TEST_CASE("clean() keeps every length") {
  struct Case {
    std::string bytes;
    std::string_view clean;
    int undecodable;
  };
  const std::vector<Case> cases = {
      {std::string("a\0b", 3),
       "a\x7F"
       "b",
       0},
      {"a\x01\x1F"
       "b",
       "a\x7F\x7F"
       "b",
       0},
      {"a\fb", "a b", 0},
      {"a\rb\r\nc", "a\nb\r\nc", 0},
      {"<meta charset=utf-8>a\xFF"
       "b",
       "<meta charset=utf-8>a\x7F"
       "b",
       1},
      {"a\xEF\xBF\xBF"
       "b",
       "a\xEF\xBF\xBD"
       "b",
       0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.clean);
    const FilePtr file = MustRead(c.bytes);
    CHECK(file->clean() == c.clean);
    CHECK(file->clean().size() == c.bytes.size());
    CHECK(file->undecodable() == c.undecodable);
  }
}

// Property: in every encoding, each character of clean() leads to the bytes
// that encode it, and the bytes of neighbours meet.
TEST_CASE("ToFile leads every character to its own bytes") {
  std::string text = "<p>";
  for (int i = 0; i < 1200; ++i)
    text += i % 7 == 0 ? "é – 😀 " : "word ";
  const std::vector<std::pair<std::string, SourceFile::Options>> files = {
      {text, {}},
      {"\xEF\xBB\xBF" + text, {}},
      {ToUtf16(text, {.big_endian = false, .byte_order_mark = true}), {}},
      {ToUtf16(text, {.big_endian = true, .byte_order_mark = true}), {}},
      {ToUtf16(text, {.big_endian = false, .byte_order_mark = false}),
       {.encoding = "utf-16le"}},
  };
  for (const auto& [bytes, options] : files) {
    const FilePtr file = MustRead(bytes, options);
    CAPTURE(file->encoding());
    REQUIRE(file->clean() == text);
    Offset previous_end = file->ToFile({0, 0}).begin;
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint point = DecodeUtf8(text, i);
      const auto begin = static_cast<Offset>(i);
      const FileSpan span =
          file->ToFile({begin, begin + static_cast<Offset>(point.size)});
      REQUIRE(span.begin == previous_end);
      const auto again = SourceFile::FromBytes(
          "slice", std::string(span.In(bytes)), {.encoding = file->encoding()});
      REQUIRE((*again)->clean() == text.substr(i, point.size));
      previous_end = span.end;
      i += point.size;
    }
    CHECK(previous_end == bytes.size());
  }
}

TEST_CASE("ToFile is exact in encodings that ICU decodes") {
  // "あ" and "い" are two bytes each, "b" is one.
  const std::string bytes =
      "a\x82\xA0"
      "b\x82\xA2";
  const FilePtr file = MustRead(bytes, {.encoding = "shift_jis"});
  CHECK(file->clean() == "aあbい");
  CHECK(file->ToFile({1, 4}) == FileSpan{1, 3});
  CHECK(file->ToFile({4, 5}) == FileSpan{3, 4});
  CHECK(file->ToFile({5, 8}) == FileSpan{4, 6});
}

TEST_CASE("what is no text is refused, with a reason") {
  struct Case {
    std::string bytes;
    SourceFile::Options options;
    std::string_view message;
  };
  const std::vector<Case> cases = {
      {"\x89PNG\r\n\x1A\n....", {}, "binary"},
      {"%PDF-1.7", {}, "binary"},
      {std::string(64, '\x02'), {}, "binary"},
      {"text", {.encoding = "klingon-8"}, "`klingon-8` is not the name"},
  };
  for (const Case& c : cases) {
    const auto file = SourceFile::FromBytes("test", c.bytes, c.options);
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().what().find(c.message) != std::string::npos);
  }
  CHECK_FALSE(LooksBinary(std::string("<p>a stray \0 byte</p>", 21)));
  CHECK_FALSE(LooksBinary(""));
}

TEST_CASE("a file that cannot be read says why") {
  const auto missing = SourceFile::Read("/no/such/file.html", {});
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().code() == Error::Code::kNotFound);
  const auto folder = SourceFile::Read("/", {});
  REQUIRE_FALSE(folder.has_value());
  CHECK(folder.error().what() == "is a folder");
}

}  // namespace
}  // namespace medlint
