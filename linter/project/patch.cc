// SPDX-License-Identifier: Apache-2.0

#include "linter/project/patch.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/project/file_bytes.h"
#include "linter/project/program.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

// A folder that goes with its owner.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code failure;
    std::string path =
        (fs::temp_directory_path(failure) / "medlint.XXXXXX").string();
    if (!failure && mkdtemp(path.data()) != nullptr) path_ = std::move(path);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }  // "" if there is none

 private:
  std::string path_;
};

// As git writes names: in quotation marks, with escapes, where there is a sign
// that would end or change them.
std::string QuotedName(std::string_view name) {
  const bool is_plain = std::ranges::none_of(name, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' ||
           c == 0x7F;
  });
  if (is_plain) return std::string(name);
  std::string quoted = "\"";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      char octal[8];
      std::snprintf(octal, sizeof octal, "\\%03o", byte);
      quoted += octal;
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

// "--- a/NAME" and "+++ b/NAME"; the tab says that a name with spaces ends.
std::string HeadOf(const std::string& path) {
  const std::size_t begin = path.find_first_not_of('/');
  const std::string name =
      fs::path(begin == std::string::npos ? path : path.substr(begin))
          .lexically_normal()
          .string();
  const std::string end = name.find(' ') == std::string::npos ? "\n" : "\t\n";
  return "--- " + QuotedName("a/" + name) + end + "+++ " +
         QuotedName("b/" + name) + end;
}

Error NoPatch(const std::string& path, std::string_view why) {
  return {Error::Code::kUnreadable, path,
          "no patch can be made: " + std::string(why)};
}

}  // namespace

Result<std::string> MakePatch(const std::string& path, std::string_view before,
                              std::string_view after,
                              std::vector<std::string> environment) {
  const ScratchFolder folder;
  if (folder.path().empty()) {
    return NoPatch(path, "there is no place for temporary files")
        .WithHint("set TMPDIR to a folder that can be written to");
  }
  const std::string older = folder.path() + "/a";
  const std::string newer = folder.path() + "/b";
  for (const auto& [name, bytes] :
       {std::pair(older, before), std::pair(newer, after)}) {
    if (const std::optional<Error> failure = ReplaceFile(name, bytes)) {
      return *failure;
    }
  }
  // diff translates "\ No newline at end of file".
  std::erase_if(environment, [](const std::string& variable) {
    return variable.starts_with("LC_") || variable.starts_with("LANG");
  });
  environment.emplace_back("LC_ALL=C");
  const Result<ProgramOutput> diff =
      RunProgram({.arguments = {"diff", "--text", "--unified", older, newer},
                  .environment = std::move(environment)});
  if (!diff) return diff.error();
  constexpr int kDiffers = 1;
  if (diff->status != kDiffers) return NoPatch(path, diff->errors);
  // The first two lines have the names of the temporary files.
  const std::size_t hunks = diff->output.find("\n@@ ");
  if (hunks == std::string::npos) return NoPatch(path, "diff wrote none");
  return HeadOf(path) + diff->output.substr(hunks + 1);
}

}  // namespace medlint
