// SPDX-License-Identifier: Apache-2.0
//
// The README shows the tool at work: its output is what medlint prints, and its
// commands run.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/run_program.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOutputMark = "<!-- output: medlint ";
constexpr std::string_view kConfigurationMark = "<!-- configuration -->";
constexpr std::string_view kCommandsMark = "<!-- commands -->";

std::string ReadReadme() {
  std::ifstream in(fs::path(MEDLINT_SOURCE_DIR) / "README.md");
  return {std::istreambuf_iterator<char>(in), {}};
}

// Splits at spaces; 'a b' is one argument, "#" begins a comment.
std::vector<std::string> Arguments(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> arguments;
  for (std::string word; in >> word && word[0] != '#';) {
    if (word.size() > 1 && word.front() == '\'' && word.back() == '\'') {
      word = word.substr(1, word.size() - 2);
    }
    arguments.push_back(word);
  }
  return arguments;
}

testing::ProgramResult RunMedlint(std::vector<std::string> arguments,
                                  const std::string& folder) {
  arguments.insert(arguments.begin(), MEDLINT_BINARY);
  return testing::RunProgram({.command = arguments,
                              .environment = {"SOURCE_DATE_EPOCH=1768435200"},
                              .folder = folder});
}

// The text between the fences after "mark" of "text", from "from".
struct Fenced {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Fenced FindFenced(const std::string& text, std::size_t from) {
  const std::size_t fence = text.find("```", from);
  const std::size_t begin = text.find('\n', fence) + 1;
  return {begin, text.find("```", begin)};
}

TEST_CASE("the README shows what medlint prints") {
  std::string readme = ReadReadme();
  int outputs = 0;
  for (std::size_t at = readme.find(kOutputMark); at != std::string::npos;
       at = readme.find(kOutputMark, at + 1)) {
    const std::size_t begin = at + kOutputMark.size();
    const std::size_t end = readme.find(" -->", begin);
    const auto result = RunMedlint(Arguments(readme.substr(begin, end - begin)),
                                   MEDLINT_SOURCE_DIR);
    CHECK(result.errors.empty());
    const Fenced block = FindFenced(readme, end);
    readme.replace(block.begin, block.end - block.begin, result.output);
    ++outputs;
  }
  CHECK(outputs > 0);
  MEDLINT_CHECK_SNAPSHOT("../README.md", readme);
}

TEST_CASE("the README's commands run") {
  const std::string readme = ReadReadme();
  const Fenced block = FindFenced(readme, readme.find(kCommandsMark));
  std::istringstream lines(readme.substr(block.begin, block.end - block.begin));
  const testing::TemporaryFolder folder;
  fs::create_directory_symlink(fs::path(MEDLINT_SOURCE_DIR) / "fixtures",
                               fs::path(folder.path()) / "fixtures");
  int commands = 0;
  for (std::string line; std::getline(lines, line); ++commands) {
    REQUIRE(line.starts_with("$ medlint "));
    CAPTURE(line);
    const auto result = RunMedlint(
        Arguments(line.substr(std::string_view("$ medlint ").size())),
        std::string(folder.path()));
    CHECK(result.errors == "");
    CHECK(result.status <= 1);
  }
  CHECK(commands >= 5);
}

TEST_CASE("the README's configuration works") {
  const std::string readme = ReadReadme();
  const Fenced block = FindFenced(readme, readme.find(kConfigurationMark));
  const testing::TemporaryFolder folder;
  folder.Write("medlint.toml",
               readme.substr(block.begin, block.end - block.begin));
  folder.Write("house.toml", "[lexicon.house]\nterms = [\"house\"]\n");
  folder.Write("adverts.html",
               "<h1>Sciatica</h1><p>“This balm cures eczema.”</p>"
               "<p>This balm cures eczema.</p>");
  folder.Write("archive/old.html", "<h1>Sciatica</h1><p>Rest.</p>");
  const std::string path = folder.path().string();
  const auto checked = RunMedlint({"config", "check"}, path);
  CHECK(checked.errors == "");
  CHECK(checked.status == 0);
  const auto linted = RunMedlint({"-f", "concise", "."}, path);
  CHECK(linted.errors == "");
  CHECK(linted.output.find("claims/cure") == std::string::npos);
  CHECK(linted.output.find("archive/old.html:1:5: info[") != std::string::npos);
  CHECK(linted.output.find("trust/missing-author") == std::string::npos);
}

}  // namespace
}  // namespace medlint
