// SPDX-License-Identifier: Apache-2.0
//
// Writes the rulesets into a C++ source, so that medlint is one file to install
// and has little to do when it starts.  Run by the build:
//
//   embed ROOT OUTPUT.cc FILE.toml...
//
// FILEs are below ROOT.  A file that is not sound TOML is shown as medlint
// shows it, and fails the build.  See linter/ruleset/embedded.h.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
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
  for (const Error& error : errors)
    std::cerr << error.ToText() << "\n\n";
  std::ranges::sort(rulesets, {}, &Ruleset::path);
  return errors.empty();
}

// Writes "bytes" as a std::string_view of string literals, a line each.  Octal
// escapes, unlike hexadecimal ones, end after three digits.
void WriteBytes(std::ostream& out, std::string_view bytes) {
  static constexpr std::size_t kWidth = 200;
  out << "std::string_view(\"";
  std::size_t column = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
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

int Embed(const fs::path& root, const fs::path& output,
          const std::vector<fs::path>& files) {
  std::vector<Ruleset> rulesets;
  if (!ReadAll(root, files, rulesets)) return 1;
  std::ofstream out(output, std::ios::binary);
  WriteSource(out, rulesets);
  out.close();
  if (out) return 0;
  std::cerr << "cannot write " << output.string() << "\n";
  return 1;
}

}  // namespace
}  // namespace medlint

int main(int argc, char** argv) {
  const std::vector<std::filesystem::path> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    std::cerr << "usage: embed ROOT OUTPUT.cc FILE.toml...\n";
    return 2;
  }
  return medlint::Embed(arguments[0], arguments[1],
                        {arguments.begin() + 2, arguments.end()});
}
