// SPDX-License-Identifier: Apache-2.0

#include "linter/report/json_writer.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace medlint {
namespace {

using Layout = JsonWriter::Layout;

std::string Write(Layout layout) {
  JsonWriter json(layout);
  json.BeginObject();
  json.Member("text", "a");
  json.Member("number", -7);
  json.FlagMember("flag", true);
  json.BeginArrayMember("list");
  json.Number(1);
  json.BeginArray();
  json.EndArray();
  json.BeginObject();
  json.EndObject();
  json.Flag(false);
  json.EndArray();
  json.ListMember("texts", std::vector<std::string>{"x", "y"});
  json.BeginObjectMember("object");
  json.Member("last", "b");
  json.EndObject();
  json.EndObject();
  return std::move(json).Finish();
}

TEST_CASE("layouts") {
  CHECK(Write(Layout::kCompact) ==
        R"({"text":"a","number":-7,"flag":true,"list":[1,[],{},false],)"
        R"("texts":["x","y"],"object":{"last":"b"}})"
        "\n");
  CHECK(Write(Layout::kPretty) == R"({
  "text": "a",
  "number": -7,
  "flag": true,
  "list": [
    1,
    [],
    {},
    false
  ],
  "texts": [
    "x",
    "y"
  ],
  "object": {
    "last": "b"
  }
}
)");
}

TEST_CASE("strings") {
  struct Case {
    std::string_view text;
    std::string_view json;
  };
  static constexpr Case kCases[] = {
      {"", R"("")"},
      {"a\"b\\c/", R"("a\"b\\c/")"},
      {"\n\r\t", R"("\n\r\t")"},
      {std::string_view("\0\x1f", 2), R"("\u0000\u001f")"},
      {"naïve 薬 😀", "\"naïve 薬 😀\""},
      {"\xFFz\xE2\x80", "\"\uFFFDz\uFFFD\uFFFD\""},
  };
  for (const Case& c : kCases) {
    JsonWriter json(Layout::kCompact);
    json.Text(c.text);
    CHECK(std::move(json).Finish() == std::string(c.json) + "\n");
  }
}

}  // namespace
}  // namespace medlint
