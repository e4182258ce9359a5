// SPDX-License-Identifier: Apache-2.0

#include "linter/project/git.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/project/files.h"

namespace medlint {
namespace {

using Arguments = std::vector<std::string>;

Arguments Joined(std::initializer_list<Arguments> parts) {
  Arguments all;
  for (const Arguments& part : parts)
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

// `git diff` and not `git diff-index`: it looks into files whose time has
// changed before it says that they have.  All that a user can set for how it
// answers is set here.
Arguments Diff(Arguments how) {
  return Joined({{"-c", "diff.autoRefreshIndex=true", "diff", "--no-color",
                  "--no-ext-diff", "--no-textconv", "--no-relative",
                  "--ignore-submodules=all", "--ita-invisible-in-index"},
                 std::move(how)});
}

// "--text", as a page may hold a NUL byte and still be a page.
Arguments LineDiff(Arguments how) {
  Arguments arguments = Diff(
      Joined({{"--patch", "--unified=0", "--inter-hunk-context=0", "--text",
               "--find-renames", "--src-prefix=a/", "--dst-prefix=b/"},
              std::move(how),
              {"--"}}));
  for (const std::string_view ending : LintableEndings())
    arguments.push_back(":(top,icase,glob)**/*" + std::string(ending));
  return arguments;
}

// Splits what `git` ends with NUL.
std::vector<std::string> SplitAtNul(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// ":100644 100755 OLD NEW M"
std::optional<GitChange> ParseChange(std::string_view head, std::string path) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0; begin <= head.size();) {
    const std::size_t end = std::min(head.find(' ', begin), head.size());
    fields.push_back(head.substr(begin, end - begin));
    begin = end + 1;
  }
  if (fields.size() != 5 || !head.starts_with(':') || fields[4].empty()) {
    return std::nullopt;
  }
  GitChange change{.path = std::move(path),
                   .status = fields[4].front(),
                   .mode = 0,
                   .blob = std::string(fields[3])};
  const char* const end = fields[1].data() + fields[1].size();
  const auto [stop, failure] =
      std::from_chars(fields[1].data(), end, change.mode, 8);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return change;
}

// "100644 blob OBJECT<tab>PATH"
std::optional<GitFile> ParseFile(std::string_view entry) {
  const std::size_t tab = entry.find('\t');
  const std::size_t type = entry.find(' ');
  const std::size_t object = entry.find(' ', type + 1);
  if (tab == std::string_view::npos || type > tab || object > tab) {
    return std::nullopt;
  }
  GitFile file{.path = std::string(entry.substr(tab + 1)),
               .mode = 0,
               .blob = std::string(entry.substr(object + 1, tab - object - 1))};
  const auto [stop, failure] =
      std::from_chars(entry.data(), entry.data() + type, file.mode, 8);
  if (failure != std::errc() || stop != entry.data() + type) {
    return std::nullopt;
  }
  return file;
}

// What git said, without its "fatal: ": first line and the rest in one line.
struct Complaint {
  std::string first;
  std::string rest;
};

Complaint ReadComplaint(std::string_view text) {
  Complaint complaint;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    for (const std::string_view before : {"fatal: ", "error: "}) {
      if (line.starts_with(before)) line.remove_prefix(before.size());
    }
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (line.empty()) continue;
    if (complaint.first.empty()) {
      complaint.first = line;
    } else {
      complaint.rest += complaint.rest.empty() ? "" : " ";
      complaint.rest += line;
    }
  }
  return complaint;
}

Error Failure(std::string_view what, const ProgramOutput& output) {
  const Complaint complaint = ReadComplaint(output.errors);
  std::string text = std::string(what) + " failed with exit status " +
                     std::to_string(output.status);
  if (!complaint.first.empty()) text += ": " + complaint.first;
  return Error(Error::Code::kUnreadable, "git", text).WithHint(complaint.rest);
}

// Why `git rev-parse` finds no work tree here.
Error NoWorkTree(const ProgramOutput& output) {
  const Complaint complaint = ReadComplaint(output.errors);
  if (complaint.first.starts_with("not a git repository")) {
    return Error(Error::Code::kNotFound, "git",
                 "the working folder is in no git repository")
        .WithHint(
            "run medlint inside one, or name the files and folders to "
            "lint");
  }
  return Error(Error::Code::kUnreadable, "git", complaint.first)
      .WithHint(complaint.rest.empty()
                    ? "`git status` has to work in the working folder"
                    : complaint.rest);
}

bool IsAbout(std::string_view variable, std::string_view name) {
  return variable.starts_with(name) && variable.substr(name.size(), 1) == "=";
}

}  // namespace

Git::Git(std::vector<std::string> environment)
    : environment_(std::move(environment)) {
  // What would change how our own patterns of paths are taken or how a diff is
  // written, and what is set below.
  static constexpr std::string_view kUnset[] = {"GIT_LITERAL_PATHSPECS",
                                                "GIT_GLOB_PATHSPECS",
                                                "GIT_NOGLOB_PATHSPECS",
                                                "GIT_ICASE_PATHSPECS",
                                                "GIT_DIFF_OPTS",
                                                "GIT_OPTIONAL_LOCKS",
                                                "LC_ALL",
                                                "LANGUAGE"};
  std::erase_if(environment_, [](const std::string& variable) {
    return std::ranges::any_of(
        kUnset, [&](std::string_view name) { return IsAbout(variable, name); });
  });
  environment_.emplace_back("GIT_OPTIONAL_LOCKS=0");
  environment_.emplace_back("LC_ALL=C");
}

ProgramCall Git::Call(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), "git");
  return {.arguments = std::move(arguments), .environment = environment_};
}

Result<ProgramOutput> Git::Run(std::vector<std::string> arguments) const {
  Result<ProgramOutput> output = RunProgram(Call(std::move(arguments)));
  if (output || output.error().code() != Error::Code::kNotFound) return output;
  return Error(output.error().code(), output.error().where(),
               output.error().what())
      .WithHint(
          "install it (Debian: apt-get install git), or name the files "
          "and folders to lint");
}

Result<std::string> Git::Output(std::vector<std::string> arguments) const {
  const std::string what =
      arguments.front() == "-c" ? arguments.at(2) : arguments.front();
  Result<ProgramOutput> output = Run(std::move(arguments));
  if (!output) return std::move(output).error();
  if (output->status != 0) return Failure("`git " + what + "`", *output);
  return std::move(output->output);
}

Result<std::string> Git::Line(std::vector<std::string> arguments) const {
  Result<std::string> line = Output(std::move(arguments));
  // Only the last LF is git's; a name may have others.
  if (line && line->ends_with('\n')) line->pop_back();
  return line;
}

Result<Git> Git::Open(std::vector<std::string> environment) {
  Git git(std::move(environment));
  const Result<ProgramOutput> top = git.Run({"rev-parse", "--show-toplevel"});
  if (!top) return top.error();
  if (top->status != 0) return NoWorkTree(*top);
  Result<std::string> prefix = git.Line({"rev-parse", "--show-prefix"});
  if (!prefix) return std::move(prefix).error();
  Result<std::string> way = git.Line({"rev-parse", "--show-cdup"});
  if (!way) return std::move(way).error();
  git.prefix_ = *std::move(prefix);
  git.top_ = *std::move(way);
  // Absolute, if the working folder is not in the work tree.
  if (!git.top_.empty() && !git.top_.ends_with('/')) git.top_ += '/';
  return git;
}

std::string Git::FromHere(std::string_view path) const {
  // Each folder that both are in saves one "../".
  std::string_view prefix = prefix_;
  std::string_view way = top_;
  while (!prefix.empty()) {
    const std::string_view folder = prefix.substr(0, prefix.find('/') + 1);
    if (!path.starts_with(folder)) break;
    path.remove_prefix(folder.size());
    prefix.remove_prefix(folder.size());
    way.remove_prefix(std::string_view("../").size());
  }
  return std::string(way) + std::string(path);
}

Result<std::string> Git::Commit(const std::string& revision) const {
  const Result<ProgramOutput> output =
      Run({"rev-parse", "--verify", "--quiet", "--end-of-options",
           revision + "^{commit}"});
  if (!output) return output.error();
  if (output->status != 0) {
    return Error(Error::Code::kNotFound, "git",
                 "there is no commit `" + revision + "` in this repository")
        .WithHint(
            "fetch it first, with its history: a checkout in CI often "
            "has neither other branches nor older commits");
  }
  return output->output.substr(0, output->output.find('\n'));
}

Result<std::vector<GitFile>> Git::FilesOf(const std::string& commit) const {
  const Result<std::string> output =
      Output({"ls-tree", "-r", "-z", "--full-tree", commit});
  if (!output) return output.error();
  std::vector<GitFile> files;
  for (const std::string& entry : SplitAtNul(*output)) {
    std::optional<GitFile> file = ParseFile(entry);
    if (!file) {
      return Error(Error::Code::kUnreadable, "git",
                   "`git ls-tree` gave an answer that medlint cannot read: `" +
                       entry + "`");
    }
    files.push_back(*std::move(file));
  }
  return files;
}

Result<std::string> Git::MergeBase(const std::string& revision) const {
  const Result<std::string> other = Commit(revision);
  if (!other) return other.error();
  const Result<std::string> head = Commit("HEAD");
  if (!head) {
    return Error(
               Error::Code::kNotFound, "git",
               "there is no commit here yet to compare with `" + revision + "`")
        .WithHint("--staged lints what the first commit would have");
  }
  const Result<ProgramOutput> output = Run({"merge-base", *other, *head});
  if (!output) return output.error();
  if (output->status > 1) return Failure("`git merge-base`", *output);
  if (output->status == 1) {
    return Error(Error::Code::kNotFound, "git",
                 Quoted(revision) + " and HEAD have no commit in common")
        .WithHint("fetch more history: a shallow clone ends before they meet");
  }
  return output->output.substr(0, output->output.find('\n'));
}

Result<std::string> Git::LastCommitOrEmpty() const {
  const Result<ProgramOutput> head =
      Run({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
  if (!head) return head.error();
  if (head->status == 0) return head->output.substr(0, head->output.find('\n'));
  // Its id depends on the hash that the repository uses.
  return Line({"hash-object", "-t", "tree", "/dev/null"});
}

Result<std::vector<GitChange>> Git::Changes(
    std::vector<std::string> arguments) const {
  const Result<std::string> output =
      Output(Diff(Joined({{"--raw", "-z", "--no-abbrev", "--no-renames"},
                          std::move(arguments),
                          {"--"}})));
  if (!output) return output.error();
  std::vector<std::string> parts = SplitAtNul(*output);
  std::vector<GitChange> changes;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    std::optional<GitChange> change =
        ParseChange(parts[i], std::move(parts[i + 1]));
    if (!change) {
      return Error(Error::Code::kUnreadable, "git",
                   "`git diff --raw` gave an answer that medlint cannot read: "
                   "`" +
                       parts[i] + "`");
    }
    changes.push_back(*std::move(change));
  }
  return changes;
}

Result<std::string> Git::LastCommitOf(const std::string& path) const {
  return Line({"--literal-pathspecs", "rev-list", "-1", "HEAD", "--", path});
}

Result<std::vector<GitRename>> Git::RenamedSince(
    const std::string& base) const {
  const Result<std::string> answer =
      Output(Diff({"--name-status", "-z", "--find-renames", "--diff-filter=R",
                   base, "--"}));
  if (!answer) return answer.error();
  // "R100", the old path, the new one.
  const std::vector<std::string> parts = SplitAtNul(*answer);
  std::vector<GitRename> renames;
  for (std::size_t i = 0; i + 2 < parts.size(); i += 3)
    renames.push_back({.from = parts[i + 1], .to = parts[i + 2]});
  return renames;
}

Result<std::vector<GitChange>> Git::StagedSince(const std::string& base) const {
  return Changes({"--cached", base});
}

Result<std::vector<GitChange>> Git::ChangedSince(
    const std::string& base) const {
  return Changes({base});
}

Result<std::vector<GitChange>> Git::Unstaged() const {
  return Changes({});
}

Result<std::vector<std::string>> Git::Untracked(bool ignored_too) const {
  Arguments arguments = {"ls-files", "--others", "--full-name", "-z"};
  if (!ignored_too) arguments.emplace_back("--exclude-standard");
  arguments.insert(arguments.end(), {"--", ":(top)"});
  const Result<std::string> output = Output(std::move(arguments));
  if (!output) return output.error();
  return SplitAtNul(*output);
}

Result<std::string> Git::StagedDiff(const std::string& base) const {
  return Output(LineDiff({"--cached", base}));
}

Result<std::string> Git::ChangedDiff(const std::string& base) const {
  return Output(LineDiff({base}));
}

Result<std::string> Git::HookPath(std::string_view hook) const {
  // Of the hook itself git would say where it leads to, if it is a link.
  Result<std::string> folder =
      Line({"rev-parse", "--path-format=absolute", "--git-path", "hooks"});
  if (!folder) return std::move(folder).error();
  return *std::move(folder) + "/" + std::string(hook);
}

Result<std::string> Git::ScopeOfHooksPath() const {
  const Result<ProgramOutput> output =
      Run({"config", "--show-scope", "--get", "core.hooksPath"});
  if (!output) return output.error();
  if (output->status == 1) return std::string();
  if (output->status != 0) return Failure("`git config`", *output);
  return output->output.substr(0, output->output.find('\t'));
}

Result<AnsweringProgram> Git::StartReadingBlobs() const {
  return AnsweringProgram::Start(Call({"cat-file", "--batch"}));
}

}  // namespace medlint
