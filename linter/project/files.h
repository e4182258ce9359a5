// SPDX-License-Identifier: Apache-2.0
//
// Which files a run lints: paths, folders walked, .gitignore honoured.

#ifndef LINTER_PROJECT_FILES_H_
#define LINTER_PROJECT_FILES_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/text/source_file.h"

namespace medlint {

struct FileSelection {
  std::vector<std::string> paths;  // as given, or joined to the folder given
  std::vector<Error> errors;       // no such path, unreadable folder, nothing
};

// Expands "paths".  A file is taken as it is, whatever its name, but for
// Markdown and the like, which are an error with advice; a folder is
// walked for .html .htm .xhtml .txt (ASCII case ignored), in order of name
// (bytes), without following links to folders, without hidden folders, and
// without what .gitignore files hide (those of the folder, its parents up to
// the repository root, and below; https://git-scm.com/docs/gitignore).  The
// same file named twice is linted once, at its first place.  A path that does
// not exist, and a folder with nothing to lint, is an error.
FileSelection SelectFiles(std::span<const std::string> paths,
                          bool honour_gitignore);

// The ends of the names that a walk takes: ".html", ...
std::span<const std::string_view> LintableEndings();

// True if the last part of "path" is a name that a walk takes.
bool IsLintable(std::string_view path);

// What to say of a file over --max-file-size.
Error FileTooLarge(const std::string& where, std::uint64_t limit);

// .txt is plain text, all else HTML.
SourceFile::Format FormatOf(std::string_view path);

}  // namespace medlint

#endif  // LINTER_PROJECT_FILES_H_
