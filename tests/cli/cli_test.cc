// SPDX-License-Identifier: Apache-2.0
//
// The program from outside: the cases in fixtures/cli (see the README there),
// and what a file cannot say.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/read_file.h"
#include "tests/support/run_program.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using testing::ProgramResult;
using testing::ProgramRun;
using testing::ReadAll;
using testing::RunProgram;
using testing::TemporaryFolder;

const fs::path kFolder = fs::path(MEDLINT_SOURCE_DIR) / "fixtures/cli";

std::vector<std::string> SplitArguments(std::string_view text) {
  std::vector<std::string> arguments;
  bool quoted = false;
  bool inside = false;
  for (const char c : text) {
    if (c == ' ' && !quoted) {
      inside = false;
      continue;
    }
    if (!inside) arguments.emplace_back();
    inside = true;
    if (c == '\'') {
      quoted = !quoted;
    } else {
      arguments.back() += c;
    }
  }
  return arguments;
}

// The part of a case that is written by hand.
struct Case {
  std::string text;  // as it stands in the file
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::string input;
};

Case ReadCase(const fs::path& path) {
  Case result;
  std::istringstream in(ReadAll(path));
  std::string section;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("--- exit")) break;
    result.text += line + "\n";
    if (line.starts_with("--- ")) {
      section = line.substr(4);
    } else if (section == "stdin") {
      result.input += line + "\n";
    } else if (section == "env") {
      result.environment.push_back(line);
    } else if (line.starts_with("$ medlint")) {
      result.arguments = SplitArguments(line.substr(9));
    }
  }
  return result;
}

bool IsHexDigit(char c) {
  return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f');
}

// Replaces what changes from build to build.
std::string Normalized(std::string text) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && IsHexDigit(text[end])) {
      ++end;
    }
    if (end - begin == 64) {
      text.replace(begin, 64, "[sha256]");
      end = begin + 8;
    }
    begin = end + 1;
  }
  for (const std::string_view before :
       {"medlint ", "\"name\": \"medlint\",\n    \"version\": \"",
        "\"name\":\"medlint\",\"version\":\"", "\"semanticVersion\":\""}) {
    for (std::size_t at = text.find(before); at != std::string::npos;
         at = text.find(before, at + 1)) {
      const std::size_t begin = at + before.size();
      const std::size_t end = text.find_first_not_of("0123456789.", begin);
      const std::string_view version(&text[begin], end - begin);
      if (std::ranges::count(version, '.') == 2) {
        text.replace(begin, end - begin, "[version]");
      }
    }
  }
  return text;
}

std::string OutputSection(std::string_view name, const std::string& bytes) {
  if (bytes.empty()) return "";
  std::string text = "--- " + std::string(name) + "\n" + Normalized(bytes);
  if (!text.ends_with('\n')) text += "\n(no line end)\n";
  return text;
}

ProgramRun MakeRun(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), MEDLINT_BINARY);
  return {.command = std::move(arguments),
          .environment = {"SOURCE_DATE_EPOCH=1768435200"},
          .folder = kFolder.string()};
}

TEST_CASE("the cases of fixtures/cli") {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".cmd") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  REQUIRE(paths.size() >= 25);
  for (const fs::path& path : paths) {
    const Case each = ReadCase(path);
    ProgramRun run = MakeRun(each.arguments);
    // The first of two settings is the one that counts.
    run.environment.insert(run.environment.begin(), each.environment.begin(),
                           each.environment.end());
    run.input = each.input;
    const ProgramResult result = RunProgram(run);
    const std::string actual = each.text + "--- exit " +
                               std::to_string(result.status) + "\n" +
                               OutputSection("stdout", result.output) +
                               OutputSection("stderr", result.errors);
    MEDLINT_CHECK_SNAPSHOT("cli/" + path.filename().string(), actual);
  }
}

// Two errors for each of many paragraphs: over a megabyte of JSON.
std::string LargePage() {
  std::string page = "<h1>Reiki</h1>\n";
  for (int i = 0; i < 2000; ++i)
    page += "<p>It zaps pain and zaps more.</p>\n";
  return page;
}

const std::vector<std::string> kSmallRules = {"check", "--no-builtin",
                                              "--ruleset", "rules/small.toml"};

std::vector<std::string> WithSmallRules(std::vector<std::string> more) {
  more.insert(more.begin(), kSmallRules.begin(), kSmallRules.end());
  return more;
}

TEST_CASE("many findings are no other status, and arrive whole") {
  const std::string page = LargePage();
  ProgramRun run = MakeRun(WithSmallRules({"-f", "json", "-"}));
  run.input = page;
  const ProgramResult result = RunProgram(run);
  CHECK(result.status == 1);
  CHECK(result.output.size() > (1U << 20U));
  CHECK(result.output.ends_with("  }\n}\n"));
}

TEST_CASE("a full disk is an error, in every way of writing") {
  if (!fs::exists("/dev/full")) return;
  ProgramRun run = MakeRun(WithSmallRules({"pages/clean.html"}));
  run.output_path = "/dev/full";
  const ProgramResult on_output = RunProgram(run);
  CHECK(on_output.status == 2);
  CHECK(on_output.errors.find("standard output: error: cannot be written") !=
        std::string::npos);
  run = MakeRun(WithSmallRules({"-f", "json=/dev/full", "pages/clean.html"}));
  CHECK(RunProgram(run).status == 2);
}

// Writes the report on a large page to a program of the shell; medlint's exit
// status is the error output.
ProgramResult ReportTo(const std::string& reader, const std::string& format) {
  const ProgramRun run = {
      .command = {"/bin/sh", "-c",
                  "{ \"$0\" check --no-builtin --ruleset rules/small.toml -f " +
                      format + " -; echo $? >&2; } | " + reader,
                  MEDLINT_BINARY},
      .environment = {"PATH=/usr/bin:/bin"},
      .folder = kFolder.string(),
      .input = LargePage()};
  return RunProgram(run);
}

TEST_CASE("a reader that goes away is none") {
  // The shell's "true" reads nothing and closes the pipe.
  const ProgramResult result = ReportTo("true", "json");
  CHECK(result.errors == "1\n");
}

TEST_CASE("a reader that has seen enough is no failure") {
  const ProgramResult result = ReportTo("head -n 1", "jsonl");
  CHECK(result.errors == "1\n");
  CHECK(result.output.starts_with("{\"record\":\"finding\","));
  CHECK(std::ranges::count(result.output, '\n') == 1);
}

// What a reader gets that pauses after each 32 KB, through a pipe.
std::string ReadSlowly(ProgramRun run, bool blocking) {
  std::array<int, 2> pipe_ends{};
  REQUIRE(pipe2(pipe_ends.data(), O_CLOEXEC) == 0);
  const auto [read_end, write_end] = pipe_ends;
  if (!blocking) REQUIRE(fcntl(write_end, F_SETFL, O_NONBLOCK) == 0);
  std::string received;
  std::thread reader([&received, end = read_end] {
    std::vector<char> buffer(32U << 10U);
    ssize_t size = 0;
    while ((size = read(end, buffer.data(), buffer.size())) > 0) {
      received.append(buffer.data(), static_cast<std::size_t>(size));
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  });
  run.output_descriptor = write_end;
  const ProgramResult result = RunProgram(run);
  close(write_end);
  reader.join();
  close(read_end);
  CHECK(result.status == 1);
  CHECK(result.errors == "");
  return received;
}

TEST_CASE(
    "a slow reader gets everything, from a pipe that blocks or does not") {
  const std::string page = LargePage();
  ProgramRun run = MakeRun(WithSmallRules({"-f", "json", "-"}));
  run.input = page;
  const std::string whole = RunProgram(run).output;
  REQUIRE(whole.size() > (1U << 20U));
  CHECK((ReadSlowly(run, true) == whole));
  CHECK((ReadSlowly(run, false) == whole));
}

TEST_CASE("the github format appends to the summary of the step") {
  const TemporaryFolder folder;
  folder.Write("summary.md", "before\n");
  const std::string summary = folder.At("summary.md");
  const auto lint = [](const std::string& format, const std::string& path) {
    ProgramRun run = MakeRun(WithSmallRules({"-f", format, "pages/bad.html"}));
    run.environment.push_back("GITHUB_STEP_SUMMARY=" + path);
    return RunProgram(run);
  };
  CHECK(lint("json", summary).status == 1);
  CHECK(ReadAll(summary) == "before\n");
  const ProgramResult result = lint("github", summary);
  CHECK(result.status == 1);
  CHECK(
      result.output.starts_with("::error file=pages/bad.html,line=6,col=33,"));
  CHECK(ReadAll(summary).starts_with(
      "before\n## medlint: 1 error, 1 warning, 1 info\n"));
  CHECK(lint("github", "").status == 1);
  const ProgramResult nowhere = lint("github", folder.At("none/summary.md"));
  CHECK(nowhere.status == 2);
  CHECK(nowhere.errors.find("cannot be written") != std::string::npos);
}

TEST_CASE("init writes a configuration, once") {
  const TemporaryFolder folder;
  folder.Write("a.html",
               "<title>Cupping</title><h1>Cupping</h1>"
               "<p class='byline top'>By Dr Ann Smith, MD</p>"
               "<p>Cupping cures eczema. It cures flu.</p>");
  folder.Write("b.html",
               "<title>Reiki</title><meta name='author' content='Bo Chan'>"
               "<h1>Reiki</h1><?php the_date(); ?><p>Reiki cures flu.</p>");
  ProgramRun run = MakeRun({"init"});
  run.folder = folder.path().string();
  const ProgramResult first = RunProgram(run);
  CHECK(first.errors == "");
  CHECK(first.status == 0);
  CHECK(first.output.starts_with("wrote medlint.toml: 2 pages, "));
  const std::string config = ReadAll(folder.At("medlint.toml"));
  MEDLINT_CHECK_SNAPSHOT("cli/init.toml", config);
  run.command = {MEDLINT_BINARY, "config", "check"};
  CHECK(RunProgram(run).status == 0);
  run.command = {MEDLINT_BINARY, "init"};
  const ProgramResult second = RunProgram(run);
  CHECK(second.status == 2);
  CHECK(second.errors.starts_with("medlint.toml: error: is there already"));
  CHECK(ReadAll(folder.At("medlint.toml")) == config);
}

TEST_CASE("reports go to files") {
  const TemporaryFolder folder;
  const std::string json = folder.At("a.json");
  const std::string sarif = folder.At("a.sarif");
  const ProgramResult result = RunProgram(MakeRun(WithSmallRules(
      {"-f", "json=" + json, "-f", "sarif=" + sarif, "pages/bad.html"})));
  CHECK(result.status == 1);
  CHECK(result.output.empty());
  CHECK(ReadAll(json).starts_with("{\n  \"schema\": \"medlint-report/1\""));
  CHECK(ReadAll(sarif).starts_with("{\"$schema\":"));
}

// rulesets/REFERENCE.md is what the shipped rules say of themselves; --update
// writes it.
TEST_CASE("the reference is up to date") {
  const ProgramResult result =
      RunProgram(MakeRun({"rules", "--format", "markdown"}));
  CHECK(result.status == 0);
  MEDLINT_CHECK_SNAPSHOT("../rulesets/REFERENCE.md", result.output);
}

TEST_CASE("a report does not depend on the number of threads") {
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i) {
    folder.Write("page" + std::to_string(i) + ".html",
                 "<h1>Reiki</h1><p>It zaps pain " + std::to_string(i));
  }
  const auto lint = [&](const std::string& jobs) {
    return RunProgram(MakeRun(WithSmallRules(
                          {"-f", "json", "-j", jobs, folder.path().string()})))
        .output;
  };
  const std::string one = lint("1");
  CHECK(one.find("page39.html") != std::string::npos);
  CHECK(one == lint("8"));
}

TEST_CASE("nor does it with several configurations") {
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i) {
    const std::string name =
        "part" + std::to_string(i % 4) + "/page" + std::to_string(i) + ".html";
    folder.Write(name, "<h1>Reiki</h1><p>It zaps pain. It is very calm.</p>");
  }
  folder.Write("medlint.toml", "root = true\n");
  folder.Write("part1/medlint.toml", "[rules]\n\"claims/zap\" = \"off\"\n");
  folder.Write("part2/medlint.toml",
               "[rules]\n\"claims/zap\" = { any = [\"very\"] }\n");
  folder.Write("part3/medlint.toml",
               "[[exception]]\nrule = \"claims/zap\"\nreason = \"a\"\n");
  const auto lint = [&](const std::string& jobs) {
    return RunProgram(MakeRun(WithSmallRules(
                          {"-f", "json", "-j", jobs, folder.path().string()})))
        .output;
  };
  const std::string one = lint("1");
  CHECK(one.find("\"suppressed\": 10,\n") != std::string::npos);
  CHECK(one == lint("8"));
}

TEST_CASE("folders are walked as .gitignore has it") {
  const TemporaryFolder folder;
  folder.Write(".git/HEAD", "");
  folder.Write(".gitignore", "build/\n");
  folder.Write("site/a.html", "<h1>a</h1>");
  folder.Write("site/build/b.html", "<h1>b</h1>");
  const auto lint = [&](std::vector<std::string> flags) {
    flags.push_back(folder.At("site"));
    return RunProgram(MakeRun(WithSmallRules(std::move(flags)))).output;
  };
  CHECK(lint({}).find("checked 1 file:") != std::string::npos);
  CHECK(lint({"--no-gitignore"}).find("checked 2 files:") != std::string::npos);
}

TEST_CASE("a file that cannot be read does not keep others from it") {
  const TemporaryFolder folder;
  folder.Write("a.html", "<h1>a</h1><p>It zaps pain");
  folder.Write("b.html", std::string("GIF89a\0\0\0", 9));
  const ProgramResult result =
      RunProgram(MakeRun(WithSmallRules({folder.path().string()})));
  CHECK(result.status == 2);
  CHECK(result.output.find("a.html:1:") != std::string::npos);
  CHECK(result.output.find("incomplete: 1 error kept") != std::string::npos);
  CHECK(result.errors.find("b.html: error: ") != std::string::npos);
}

}  // namespace
}  // namespace medlint
