// SPDX-License-Identifier: Apache-2.0

#include "linter/project/files.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/project/file_bytes.h"
#include "linter/project/gitignore.h"

namespace medlint {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};
struct Free {
  void operator()(char* memory) const { std::free(memory); }
};

enum class EntryKind { kFile, kFolder, kOther };

struct Entry {
  std::string name;
  EntryKind kind = EntryKind::kOther;
};

// "path" as a prefix of what is in it: nothing for the current folder.
std::string FolderPrefix(std::string_view path) {
  if (path == "." || path == "./") return "";
  std::string prefix(path);
  if (!prefix.ends_with('/')) prefix.push_back('/');
  return prefix;
}

// A link to a file is a file; a link to a folder is neither, so that a walk
// always ends.
EntryKind KindOf(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return EntryKind::kOther;
  if (S_ISDIR(status.st_mode)) return EntryKind::kFolder;
  if (S_ISREG(status.st_mode)) return EntryKind::kFile;
  const bool link_to_file = S_ISLNK(status.st_mode) &&
                            stat(path.c_str(), &status) == 0 &&
                            S_ISREG(status.st_mode);
  return link_to_file ? EntryKind::kFile : EntryKind::kOther;
}

// Appends what is in the folder, sorted.  Returns 0, or the errno of a failure.
int ListFolder(const std::string& path, std::vector<Entry>& entries) {
  const std::unique_ptr<DIR, CloseFolder> folder(opendir(path.c_str()));
  if (!folder) return errno;
  const std::string prefix = FolderPrefix(path);
  while (true) {
    errno = 0;
    const dirent* const entry = readdir(folder.get());
    if (entry == nullptr) break;
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    EntryKind kind = EntryKind::kOther;
    if (entry->d_type == DT_REG) {
      kind = EntryKind::kFile;
    } else if (entry->d_type == DT_DIR) {
      kind = EntryKind::kFolder;
    } else {
      kind = KindOf(prefix + name);
    }
    entries.push_back({.name = name, .kind = kind});
  }
  const int failure = errno;
  std::ranges::sort(entries, {}, &Entry::name);
  return failure;
}

// Returns "" if there is no such file: then nothing is ignored.
std::string ReadIfPresent(const std::string& path) {
  // Opening a pipe would wait for somebody to write to it.
  if (KindOf(path) != EntryKind::kFile) return "";
  Result<std::string> text = ReadFileBytes(path);
  return text ? *std::move(text) : std::string();
}

bool Exists(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

// The .gitignore files in force, outermost first.
class IgnoreStack {
 public:
  // Reads those above "folder", up to the root of its repository.  Without a
  // repository there is nothing above.
  void Enter(const std::string& folder);

  // Reads the one in "folder", which stands "below" the repository root: "a/b/"
  // or "".  Returns how many there were before, for Leave.
  std::size_t Push(const std::string& folder, const std::string& below);
  void Leave(std::size_t size) { levels_.resize(size); }

  // "path" is relative to the repository root.
  bool Hides(std::string_view path, bool is_folder) const;

  // Where the folder given to Enter stands below the root.
  const std::string& below() const { return below_; }

 private:
  struct Level {
    std::size_t prefix = 0;  // length of what stands before its own paths
    Gitignore patterns;
  };
  std::vector<Level> levels_;
  std::string below_;
};

void IgnoreStack::Enter(const std::string& folder) {
  const std::unique_ptr<char, Free> resolved(realpath(folder.c_str(), nullptr));
  if (!resolved) return;
  const std::string absolute = FolderPrefix(resolved.get());
  for (std::size_t end = absolute.size();;
       end = absolute.rfind('/', end - 2) + 1) {
    const std::string root = absolute.substr(0, end);
    if (Exists(root + ".git")) {
      below_ = absolute.substr(end);
      for (std::size_t at = 0; at < below_.size();
           at = below_.find('/', at) + 1) {
        Push(root + below_.substr(0, at), below_.substr(0, at));
      }
      return;
    }
    if (end <= 1) return;
  }
}

std::size_t IgnoreStack::Push(const std::string& folder,
                              const std::string& below) {
  const std::size_t size = levels_.size();
  Gitignore patterns(ReadIfPresent(folder + ".gitignore"));
  if (!patterns.empty()) {
    levels_.push_back(
        {.prefix = below.size(), .patterns = std::move(patterns)});
  }
  return size;
}

bool IgnoreStack::Hides(std::string_view path, bool is_folder) const {
  for (std::size_t i = levels_.size(); i-- > 0;) {
    const Level& level = levels_[i];
    const auto verdict =
        level.patterns.Match(path.substr(level.prefix), is_folder);
    if (verdict != Gitignore::Verdict::kUndecided) {
      return verdict == Gitignore::Verdict::kIgnored;
    }
  }
  return false;
}

// The name of the markup that a file is written in, by its name; "" for HTML
// and for what may be HTML.
std::string_view MarkupOtherThanHtml(std::string_view path) {
  struct Language {
    std::string_view ending;
    std::string_view name;
  };
  static constexpr Language kLanguages[] = {
      {".md", "Markdown"},   {".markdown", "Markdown"},
      {".mdx", "MDX"},       {".rst", "reStructuredText"},
      {".adoc", "AsciiDoc"}, {".asciidoc", "AsciiDoc"},
      {".org", "Org"},       {".tex", "TeX"},
  };
  const auto* const it =
      std::ranges::find_if(kLanguages, [&](const Language& language) {
        return path.size() > language.ending.size() &&
               EqualsIgnoringAsciiCase(
                   path.substr(path.size() - language.ending.size()),
                   language.ending);
      });
  return it == std::end(kLanguages) ? "" : it->name;
}

class Selector {
 public:
  explicit Selector(bool honour_gitignore)
      : honour_gitignore_(honour_gitignore) {}

  void Add(const std::string& path);
  FileSelection Take() && { return std::move(selection_); }

 private:
  void AddFile(const std::string& path);
  void AddFolder(const std::string& path);
  void Walk(const std::string& folder, const std::string& below,
            IgnoreStack& ignored);
  void Fail(const std::string& path, int error_number);

  bool honour_gitignore_;
  FileSelection selection_;
  std::set<std::pair<dev_t, ino_t>> seen_;  // every file once
  int found_ = 0;   // in the folder being walked, seen before or not
  int hidden_ = 0;  // by .gitignore
};

void Selector::Add(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    Fail(path, errno);
    return;
  }
  if (S_ISDIR(status.st_mode)) {
    AddFolder(path);
  } else if (const std::string_view language = MarkupOtherThanHtml(path);
             !language.empty()) {
    selection_.errors.push_back(
        Error(Error::Code::kInvalidArgument, path,
              std::string(language) + " is not linted")
            .WithHint("lint the HTML that your site generator makes of it, for "
                      "example its output folder"));
  } else {
    AddFile(path);
  }
}

void Selector::AddFile(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    Fail(path, errno);
    return;
  }
  ++found_;
  if (seen_.insert({status.st_dev, status.st_ino}).second) {
    selection_.paths.push_back(path);
  }
}

void Selector::AddFolder(const std::string& path) {
  found_ = 0;
  hidden_ = 0;
  const std::size_t errors = selection_.errors.size();
  IgnoreStack ignored;
  if (honour_gitignore_) ignored.Enter(path);
  Walk(path, ignored.below(), ignored);
  if (found_ > 0 || selection_.errors.size() > errors) return;
  Error nothing(Error::Code::kNotFound, path,
                "there is nothing to lint in this folder: no .html, .htm, "
                ".xhtml or .txt file");
  if (hidden_ == 0) {
    selection_.errors.push_back(std::move(nothing));
    return;
  }
  selection_.errors.push_back(std::move(nothing).WithHint(
      ".gitignore hides " + std::to_string(hidden_) +
      (hidden_ == 1 ? " file or folder" : " files and folders") +
      "; --no-gitignore lints them too"));
}

void Selector::Walk(const std::string& folder, const std::string& below,
                    IgnoreStack& ignored) {
  std::vector<Entry> entries;
  const int error_number = ListFolder(folder, entries);
  if (error_number != 0) Fail(folder, error_number);
  const std::string prefix = FolderPrefix(folder);
  const std::size_t outer = honour_gitignore_ ? ignored.Push(prefix, below) : 0;
  for (const Entry& entry : entries) {
    const bool is_folder = entry.kind == EntryKind::kFolder;
    const bool is_hidden = is_folder && entry.name.starts_with('.');
    const bool is_file =
        entry.kind == EntryKind::kFile && IsLintable(entry.name);
    if (is_hidden || (!is_folder && !is_file)) continue;
    if (ignored.Hides(below + entry.name, is_folder)) {
      ++hidden_;
    } else if (is_folder) {
      Walk(prefix + entry.name, below + entry.name + "/", ignored);
    } else {
      AddFile(prefix + entry.name);
    }
  }
  ignored.Leave(outer);
}

void Selector::Fail(const std::string& path, int error_number) {
  if (error_number == ENOENT || error_number == ENOTDIR) {
    selection_.errors.emplace_back(Error::Code::kNotFound, path,
                                   "there is no such file or folder");
    return;
  }
  selection_.errors.emplace_back(
      Error::Code::kUnreadable, path,
      std::string("cannot be read: ") + std::strerror(error_number));
}

}  // namespace

FileSelection SelectFiles(std::span<const std::string> paths,
                          bool honour_gitignore) {
  Selector selector(honour_gitignore);
  for (const std::string& path : paths)
    selector.Add(path);
  return std::move(selector).Take();
}

std::span<const std::string_view> LintableEndings() {
  static constexpr std::string_view kEndings[] = {".html", ".htm", ".xhtml",
                                                  ".txt"};
  return kEndings;
}

bool IsLintable(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::ranges::any_of(LintableEndings(), [&](std::string_view ending) {
    return name.size() > ending.size() &&
           EqualsIgnoringAsciiCase(name.substr(name.size() - ending.size()),
                                   ending);
  });
}

Error FileTooLarge(const std::string& where, std::uint64_t limit) {
  return Error(Error::Code::kTooLarge, where,
               "is over " + std::to_string(limit) + " bytes")
      .WithHint("--max-file-size allows more");
}

SourceFile::Format FormatOf(std::string_view path) {
  static constexpr std::string_view kText = ".txt";
  const bool is_text =
      path.size() >= kText.size() &&
      EqualsIgnoringAsciiCase(path.substr(path.size() - kText.size()), kText);
  return is_text ? SourceFile::Format::kPlainText : SourceFile::Format::kHtml;
}

}  // namespace medlint
