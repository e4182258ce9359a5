// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/example_reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/page/date.h"
#include "linter/page/page_kind.h"

namespace medlint {
namespace {

// "[[" and "]]" must alternate.
bool MarksPairUp(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = text.find("[[", at);
    const std::size_t end = text.find("]]", at);
    if (begin == std::string_view::npos) return end == std::string_view::npos;
    if (end == std::string_view::npos || end < begin) return false;
    at = end + 2;
  }
}

void ReadText(TableReader& table, Example& example) {
  const bool has_html = table.Has("html");
  if (has_html == table.Has("text")) {
    table.Reject("html", "an example has either `html` or `text`");
  }
  example.is_html = has_html;
  example.text = table.StringOr(has_html ? "html" : "text", "");
}

// One of the kinds of pages, or "auto" to work it out.
std::string ReadPageKind(TableReader& table) {
  if (!table.Has("page")) return "";
  std::vector<std::string_view> known = {"auto"};
  for (std::size_t i = 0; i < kPageKinds; ++i)
    known.push_back(PageKindName(static_cast<PageKind>(i)));
  return table.ChoiceOr("page", "auto", known);
}

Example ReadTable(TableReader table, bool bad) {
  Example example{.bad = bad};
  ReadText(table, example);
  example.type = table.StringOr("type", "");
  example.page = ReadPageKind(table);
  for (const LocatedString& topic : table.StringsOrNone("topics")) {
    example.topics.emplace_back(topic.value);
  }
  example.as_of = table.StringOr("as-of", "");
  if (!example.as_of.empty() && !ParseIsoDate(example.as_of)) {
    table.Reject("as-of", "`as-of` is not a day such as 2026-01-15");
  }
  example.why = table.StringOr("why", "");
  table.Finish();
  return example;
}

void ReadList(TableReader& rule, std::string_view key, bool bad,
              std::vector<Example>& examples) {
  const TomlValue* const value = rule.Raw(key);
  const TomlArray* const list =
      value == nullptr ? nullptr : std::get_if<TomlArray>(&value->data);
  if (list == nullptr || list->empty()) {
    rule.Reject(key, rule.name() + " has no " + std::string(key) + " example",
                bad ? "say what it must flag: bad = [\"... [[words]] ...\"]"
                    : "say what it must leave alone: good = [\"...\"]");
    return;
  }
  for (const TomlValue& item : *list) {
    Example example{.bad = bad};
    if (const auto* const text = std::get_if<std::string>(&item.data)) {
      example.text = *text;
    } else if (std::holds_alternative<TomlTable>(item.data)) {
      example =
          ReadTable(rule.Nested(item, "an example of " + rule.name()), bad);
    } else {
      rule.RejectAt(item.place, "an example must be a string or a table");
      continue;
    }
    example.place = item.place;
    const bool has_marks = example.text.find("[[") != std::string::npos;
    if (bad && !MarksPairUp(example.text)) {
      rule.RejectAt(item.place, "the marks [[ and ]] do not pair up");
    }
    if (bad && !example.is_html && !has_marks) {
      rule.RejectAt(item.place,
                    "a bad example marks what is flagged with [[ and ]]");
    }
    examples.push_back(std::move(example));
  }
}

}  // namespace

std::vector<Example> ReadExamples(TableReader& rule) {
  std::vector<Example> examples;
  ReadList(rule, "bad", true, examples);
  ReadList(rule, "good", false, examples);
  return examples;
}

void PassOverExamples(TableReader& rule) {
  rule.PassOver("bad");
  rule.PassOver("good");
}

}  // namespace medlint
