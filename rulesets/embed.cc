// SPDX-License-Identifier: Apache-2.0
//
// Writes the rulesets into a C++ source and their plan into a binary file and a
// source for the assembler, so that medlint is one file to install and has
// little to do when it starts.  Run by the build:
//
//   embed ROOT OUTPUT.cc PLAN FILE.toml...
//
// FILEs are below ROOT; the plan is PLAN.bin and PLAN.s.  A mistake in a file
// is shown as medlint shows it, and fails the build.  See
// linter/ruleset/embedded.h and linter/match/plan_snapshot.h.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/match/plan_snapshot.h"
#include "linter/ruleset/rule_set.h"
#include "linter/ruleset/ruleset_digest.h"
#include "linter/toml/toml_archive.h"
#include "linter/toml/toml_value.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

struct Ruleset {
  std::string path;  // from the root
  std::string text;
  std::string archive;
};

void Show(const std::vector<Error>& errors) {
  for (const Error& error : errors)
    std::cerr << error.ToText() << "\n\n";
}

// Reads all files, sorted by path.  False after any mistake, which was shown.
bool ReadAll(const fs::path& root, const std::vector<fs::path>& files,
             std::vector<Ruleset>& rulesets) {
  std::vector<Error> errors;
  for (const fs::path& file : files) {
    Ruleset& ruleset = rulesets.emplace_back();
    ruleset.path = fs::relative(file, root).generic_string();
    std::ifstream in(file, std::ios::binary);
    ruleset.text = {std::istreambuf_iterator<char>(in), {}};
    if (in.bad() || !in.is_open()) {
      errors.emplace_back(Error::Code::kUnreadable, file.string(),
                          "cannot read the ruleset");
      continue;
    }
    const std::shared_ptr<const TomlFile> toml =
        TomlFile::Parse(ruleset.path, ruleset.text, errors);
    ruleset.archive = WriteArchive(*toml);
  }
  Show(errors);
  std::ranges::sort(rulesets, {}, &Ruleset::path);
  return errors.empty();
}

// Compiles all rulesets as medlint would.  Nothing after any mistake, which was
// shown.
std::optional<PlanSnapshot> CompilePlan(const std::vector<Ruleset>& rulesets,
                                        std::string_view bytes_file) {
  std::vector<RulesetSource> sources;
  for (const Ruleset& ruleset : rulesets) {
    sources.push_back(
        {.name = ruleset.path, .group = "medlint", .bytes = ruleset.text});
  }
  const RuleSet::Loaded loaded = LoadRules(sources);
  Show(loaded.errors);
  if (!loaded.errors.empty()) return std::nullopt;
  return WriteSnapshot(loaded.rules.plan(), bytes_file);
}

// Writes "bytes" as a std::string_view of string literals, a line each.  Octal
// escapes, unlike hexadecimal ones, end after three digits.
void WriteBytes(std::ostream& out, std::string_view bytes) {
  static constexpr std::size_t kWidth = 200;
  out << "std::string_view(\"";
  std::size_t column = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    // "??=" would be a trigraph.
    if (c == '"' || c == '\\' || c == '?') {
      out << '\\' << c;
    } else if (byte >= 0x20 && byte < 0x7F) {
      out << c;
    } else {
      const char digits[] = {'\\', static_cast<char>('0' + (byte >> 6U)),
                             static_cast<char>('0' + ((byte >> 3U) & 7U)),
                             static_cast<char>('0' + (byte & 7U))};
      out.write(digits, sizeof digits);
    }
    if (++column % kWidth == 0) out << "\"\n\"";
  }
  out << "\", " << bytes.size() << ")";
}

void WriteSource(std::ostream& out, const std::vector<Ruleset>& rulesets) {
  RulesetDigest digest;
  for (const Ruleset& ruleset : rulesets)
    digest.Add(ruleset.path, ruleset.text);
  out << "// Written by rulesets/embed.cc.  Do not edit.\n\n"
         "#include \"linter/ruleset/embedded.h\"\n\n"
         "#include <array>\n#include <span>\n#include <string_view>\n\n"
         "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
         "namespace medlint {\nnamespace {\n\n"
         "constexpr std::string_view kSha256 =\n    \""
      << digest.Hex() << "\";\n\nconstexpr std::array<EmbeddedRuleset, "
      << rulesets.size() << "> kRulesets = {{\n";
  for (const Ruleset& ruleset : rulesets) {
    out << "{\"" << ruleset.path << "\",\n";
    WriteBytes(out, ruleset.text);
    out << ",\n";
    WriteBytes(out, ruleset.archive);
    out << ",\nkSha256},\n";
  }
  out << "}};\n\n}  // namespace\n\n"
         "std::span<const EmbeddedRuleset> EmbeddedRulesets() {\n"
         "  return kRulesets;\n}\n\n}  // namespace medlint\n";
}

// Returns the exit status, after any complaint.
int WriteFile(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (out) return 0;
  std::cerr << "cannot write " << path.string() << "\n";
  return 1;
}

int Embed(const fs::path& root, const fs::path& output, const fs::path& plan,
          const std::vector<fs::path>& files) {
  std::vector<Ruleset> rulesets;
  if (!ReadAll(root, files, rulesets)) return 1;
  const std::string bytes_file = plan.string() + ".bin";
  const auto snapshot = CompilePlan(rulesets, bytes_file);
  if (!snapshot) return 1;
  std::ostringstream source;
  WriteSource(source, rulesets);
  const int status = WriteFile(output, source.str()) |
                     WriteFile(bytes_file, snapshot->bytes) |
                     WriteFile(plan.string() + ".s", snapshot->assembly);
  return status;
}

}  // namespace
}  // namespace medlint

int main(int argc, char** argv) {
  const std::vector<std::filesystem::path> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    std::cerr << "usage: embed ROOT OUTPUT.cc PLAN FILE.toml...\n";
    return 2;
  }
  return medlint::Embed(arguments[0], arguments[1], arguments[2],
                        {arguments.begin() + 3, arguments.end()});
}
