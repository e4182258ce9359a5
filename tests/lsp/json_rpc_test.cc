// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/json_rpc.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/lsp/open_document.h"

namespace medlint {
namespace {

TEST_CASE("half a surrogate pair becomes U+FFFD") {
  struct Row {
    std::string_view text;
    std::string_view value;
  };
  const Row rows[] = {
      {R"("\ud83d\ude42")", "🙂"}, {R"("\ud83d")", "\uFFFD"},
      {R"("\ude42")", "\uFFFD"},     {R"("\ud83d\ud83d\ude42")", "\uFFFD🙂"},
      {R"("\ud83dx")", "\uFFFDx"},   {R"("\\ud83d")", R"(\ud83d)"},
      {R"("\\\ud83d")", "\\\uFFFD"}, {R"("\u00e9")", "é"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto value = ParseJson(std::string(row.text));
    REQUIRE(value);
    CHECK(value->get<std::string>() == row.value);
  }
}

TEST_CASE("what is no JSON") {
  for (const std::string text : {"", "{", "{} {}", "\"\xff\"", R"("\ud8")"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseJson(text));
  }
}

TEST_CASE("a million brackets") {
  CHECK_FALSE(ParseJson(std::string(1'000'000, '[')));
  CHECK(ParseJson(std::string(1'000'000, '[') + std::string(1'000'000, ']')));
}

TEST_CASE("members that may not be there") {
  const Json json = {{"a", {{"b", 7}, {"c", true}, {"d", "x"}}},
                     {"huge", 1e300},
                     {"large", std::uint64_t{1} << 40U}};
  CHECK(IntegerAt(json, "a/b") == 7);
  CHECK(FlagAt(json, "a/c"));
  CHECK(StringAt(json, "a/d") == "x");
  CHECK(At(json, "a/b/c").is_null());
  CHECK(StringAt(json, "a/b").empty());
  CHECK_FALSE(FlagAt(json, "a/b"));
  CHECK_FALSE(IntegerAt(json, "a/d"));
  CHECK_FALSE(IntegerAt(json, "huge"));
  CHECK_FALSE(IntegerAt(json, "large"));
  CHECK(At(Json::array(), "a").is_null());
}

TEST_CASE("the path of a URI") {
  struct Row {
    std::string_view uri;
    std::string_view path;
  };
  const Row rows[] = {
      {"file:///a/b.html", "/a/b.html"},
      {"file://localhost/a/b.html", "/a/b.html"},
      {"FILE:///a", "/a"},
      {"file:///a%20b/%C3%A9.html", "/a b/é.html"},
      {"file:///a%2", "/a%2"},
      {"file:///a%zz", "/a%zz"},
      {"file:///100%25", "/100%"},
      {"file:///a?b#c", "/a"},
      {"file://", ""},
      {"untitled:Untitled-1", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.uri);
    CHECK(PathOfUri(row.uri) == row.path);
  }
}

TEST_CASE("what sort of document it is") {
  struct Row {
    std::string_view language;
    std::string_view path;
    DocumentKind kind;
  };
  const Row rows[] = {
      {"html", "/a.html", DocumentKind::kHtml},
      {"html", "untitled:1", DocumentKind::kHtml},
      {"", "/a.XHTML", DocumentKind::kHtml},
      {"html", "/a.txt", DocumentKind::kHtml},
      {"plaintext", "/notes", DocumentKind::kPlainText},
      {"", "/notes.txt", DocumentKind::kPlainText},
      {"toml", "/x", DocumentKind::kToml},
      {"", "/medlint.toml", DocumentKind::kToml},
      {"markdown", "/a.md", DocumentKind::kOther},
      {"", "", DocumentKind::kOther},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(KindOf(row.language, row.path) == row.kind);
  }
}

}  // namespace
}  // namespace medlint
