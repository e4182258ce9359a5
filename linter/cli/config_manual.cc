// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "linter/cli/config_schema.h"
#include "linter/cli/json_schema.h"
#include "linter/cli/manual.h"
#include "linter/cli/mdoc_page.h"

namespace medlint {
namespace {

constexpr std::string_view kConfigDescription =
    "medlint.toml (or .medlint.toml) says what is different on a site. "
    "The nearest one, in the folder of each page or above, counts, and that "
    "one alone unless it extends others; the search ends at root = true or at "
    "the root of the git repository. "
    "What a file extends comes first, then its own settings, then the "
    "[[overrides]] that match; flags beat them all. "
    "The file is TOML; a key that is not listed here is a mistake.";

constexpr std::string_view kExample =
    "root = true\n"
    "extends = [\"builtin:uk\", \"house.toml\"]\n"
    "fail-on = \"warning\"\n"
    "\n"
    "[rules]\n"
    "\"trust/*\" = \"info\"\n"
    "\"trust/missing-author\" = \"off\"\n"
    "\n"
    "[[overrides]]\n"
    "files = [\"archive/**\"]\n"
    "severity-cap = \"info\"\n"
    "article = { author = \".author\" }\n"
    "\n"
    "[[exception]]\n"
    "files = [\"adverts.html\"]\n"
    "rule = \"claims/*\"\n"
    "text = \"cures eczema\"\n"
    "reason = \"the advert that the page takes apart\"\n"
    "until = 2027-01-31\n";

bool IsTable(const SchemaJson& schema) {
  return schema.value("type", "") == "object";
}

bool IsListOfTables(const SchemaJson& schema) {
  return schema.contains("items") && IsTable(schema["items"]);
}

std::string EnumText(const SchemaJson& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i].get<std::string>();
  }
  return text;
}

// What a key takes: "true or false", "a list of strings".
std::string ValueText(const SchemaJson& schema) {
  if (schema.contains("enum")) return EnumText(schema["enum"]);
  const std::string type = schema.value("type", "");
  if (type == "boolean") return "true or false";
  if (type == "string") return "a string";
  if (type == "integer" || type == "number") return "a number";
  if (IsListOfTables(schema)) return "a list of tables";
  if (type == "array") {
    const SchemaJson items = schema.value("items", SchemaJson::object());
    return items.contains("enum") ? "a list of " + EnumText(items["enum"])
                                  : "a list of strings";
  }
  if (type == "object") return "a table";
  return "one of several forms";
}

bool IsRequired(const SchemaJson& table, const std::string& key) {
  const SchemaJson required = table.value("required", SchemaJson::array());
  return std::ranges::any_of(
      required, [&](const SchemaJson& each) { return each == key; });
}

void AddTable(const SchemaJson& table, MdocPage& page) {
  page.BeginTerms();
  for (const auto& [key, schema] : table["properties"].items()) {
    page.Term("Cm", key);
    page.Text(schema.value("description", "") + ". Takes " + ValueText(schema) +
              (IsRequired(table, key) ? "; required." : "."));
  }
  page.EndTerms();
}

// A section for each table whose keys are known: [article], [[overrides]].
void AddInnerTables(const SchemaJson& table, MdocPage& page) {
  for (const auto& [key, schema] : table["properties"].items()) {
    const bool is_list = IsListOfTables(schema);
    const SchemaJson& inner = is_list ? schema["items"] : schema;
    if (!IsTable(inner) || !inner.contains("properties")) continue;
    page.Subsection(is_list ? "[[" + key + "]]" : "[" + key + "]");
    AddTable(inner, page);
  }
}

}  // namespace

std::string ConfigManual(const Date& date) {
  const SchemaJson schema = SchemaJson::parse(ConfigSchema());
  MdocPage page("medlint.toml", "5", date, "configuration of medlint");
  page.Section("DESCRIPTION");
  page.Text(kConfigDescription);
  page.Section("KEYS");
  AddTable(schema, page);
  AddInnerTables(schema, page);
  page.Section("EXAMPLES");
  page.Literal(kExample);
  page.Paragraph(
      "`medlint config check` finds every mistake in a file, `medlint config "
      "explain` says what applies to a page and where that was written, and "
      "`medlint config schema` prints a JSON Schema for editors.");
  page.Section("SEE ALSO");
  page.SeeAlso("medlint", "1", true);
  return std::move(page).Finish();
}

}  // namespace medlint
