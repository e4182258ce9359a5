// SPDX-License-Identifier: Apache-2.0
//
// check_injections LABELS.tsv FOLDER
//
// Lints pages into which somebody has put a block of spam, with the shipped
// rules, and says how many of the blocks are found at their place, and what is
// found on the same pages once the block is cut out.
//
// LABELS.tsv has a line for each page of FOLDER, below a header line that names
// the columns; those that are read: file, block, byte_offset, byte_length.
//
// A block is found if an error of spam/* or links/* overlaps it.  Whatever such
// errors a page has without its block is noise.  Exit status 0.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/engine/linter.h"
#include "linter/ruleset/rule_set.h"
#include "linter/text/source_file.h"
#include "tests/support/tab_separated.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

struct Label {
  std::string file, block;
  FileSpan where;
};

std::vector<Label> ReadLabels(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<Label> labels;
  std::map<std::string, std::size_t> columns;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = testing::SplitAtTabs(line);
    if (columns.empty()) {
      for (std::size_t i = 0; i < fields.size(); ++i)
        columns[fields[i]] = i;
      continue;
    }
    const auto field = [&](const char* name) {
      return fields.at(columns[name]);
    };
    const auto number = [&](const char* name) {
      return static_cast<Offset>(
          std::strtoul(field(name).c_str(), nullptr, 10));
    };
    const Offset begin = number("byte_offset");
    labels.push_back({.file = field("file"),
                      .block = field("block"),
                      .where = {begin, begin + number("byte_length")}});
  }
  return labels;
}

// The errors of spam/* and links/*.
struct Errors {
  std::vector<FileSpan> where;
  std::vector<std::string> what;
};

Errors ErrorsOf(const Linter& linter, const std::string& name,
                std::string bytes) {
  Errors errors;
  auto source = SourceFile::FromBytes(name, std::move(bytes), {});
  if (!source.has_value()) return errors;
  const Result<FileReport> report = linter.Lint(*source);
  if (!report.has_value()) return errors;
  for (const Finding& finding : report->findings) {
    const std::string_view category = finding.rule->category();
    if (finding.severity != Severity::kError ||
        (category != "spam" && category != "links")) {
      continue;
    }
    errors.where.push_back(report->source->ToFile(finding.where));
    errors.what.push_back(finding.rule->id + " «" + finding.text + "»");
  }
  return errors;
}

int Run(const fs::path& labels, const fs::path& folder) {
  LintOptions options;
  options.as_of = {.year = 2026, .month = 1, .day = 15};
  const RuleSet::Loaded loaded =
      LoadRules(BuiltInRulesets(), {.examples = false});
  const Linter linter(loaded.rules, options);
  int pages = 0;
  int found = 0;
  std::size_t noise = 0;
  for (const Label& label : ReadLabels(labels)) {
    std::ifstream in(folder / label.file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (label.where.end > bytes.size()) {
      std::printf("unreadable  %s\n", label.file.c_str());
      continue;
    }
    ++pages;
    const Errors with = ErrorsOf(linter, label.file, bytes);
    const bool is_found = std::ranges::any_of(
        with.where,
        [&](const FileSpan& where) { return where.Overlaps(label.where); });
    found += is_found ? 1 : 0;
    if (!is_found) {
      std::printf("missed      %s in %s\n", label.block.c_str(),
                  label.file.c_str());
    }
    const Errors without = ErrorsOf(
        linter, label.file,
        bytes.substr(0, label.where.begin) + bytes.substr(label.where.end));
    noise += without.what.size();
    for (const std::string& what : without.what)
      std::printf("noise       %s: %s\n", label.file.c_str(), what.c_str());
  }
  std::printf("blocks found %d of %d; errors without the blocks %zu\n", found,
              pages, noise);
  return 0;
}

}  // namespace
}  // namespace medlint

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: check_injections LABELS.tsv FOLDER\n");
    return 2;
  }
  return medlint::Run(argv[1], argv[2]);
}
