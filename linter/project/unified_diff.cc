// SPDX-License-Identifier: Apache-2.0

#include "linter/project/unified_diff.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace medlint {
namespace {

constexpr std::string_view kNowhere = "/dev/null";

// Takes "before" off the front of "text", if it is there.
bool Take(std::string_view before, std::string_view& text) {
  if (!text.starts_with(before)) return false;
  text.remove_prefix(before.size());
  return true;
}

// No file that medlint reads has more lines.
constexpr int kMostLines = 1 << 30;

bool TakeNumber(std::string_view& text, int& out) {
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, out);
  if (failure != std::errc() || out < 0 || out > kMostLines) return false;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return true;
}

// "12,3" or "12", which is "12,1".
struct HunkSide {
  int start = 0;
  int count = 1;
};

bool TakeSide(std::string_view& text, HunkSide& side) {
  if (!TakeNumber(text, side.start)) return false;
  return !Take(",", text) || TakeNumber(text, side.count);
}

// Takes one byte of a name in quotation marks: "\303", "\n", "a".
std::optional<char> TakeQuotedByte(std::string_view& text) {
  const char c = text.front();
  text.remove_prefix(1);
  if (c != '\\') return c;
  if (text.empty()) return std::nullopt;
  static constexpr std::string_view kLetters = "abtnvfr\"\\";
  static constexpr std::string_view kBytes = "\a\b\t\n\v\f\r\"\\";
  const std::size_t letter = kLetters.find(text.front());
  if (letter != std::string_view::npos) {
    text.remove_prefix(1);
    return kBytes[letter];
  }
  int value = 0;
  const std::string_view digits = text.substr(0, 3);
  const char* const end = digits.data() + digits.size();
  const auto [stop, failure] = std::from_chars(digits.data(), end, value, 8);
  if (failure != std::errc() || stop != end || digits.size() != 3 ||
      value < 0 || value > 255) {
    return std::nullopt;
  }
  text.remove_prefix(3);
  return static_cast<char>(value);
}

// Reads the name after "--- ", "+++ " and the like.  Nothing if its quotation
// is malformed.
std::optional<std::string> ReadName(std::string_view text) {
  if (!Take("\"", text)) {
    // After a tab comes a time, or nothing.
    return std::string(text.substr(0, text.find('\t')));
  }
  std::string name;
  while (!text.empty() && text.front() != '"') {
    const std::optional<char> byte = TakeQuotedByte(text);
    if (!byte) return std::nullopt;
    name += *byte;
  }
  if (text.empty()) return std::nullopt;
  return name;
}

// "b" of "b/site/a.html": git has a/ and b/, or i/ for the index, w/ for the
// work tree, c/ for a commit, o/ for an object, 1/ and 2/ for two files.
char PrefixOf(std::string_view name) {
  static constexpr std::string_view kPrefixes = "abciow12";
  const bool has_one = name.size() > 2 && name[1] == '/' &&
                       kPrefixes.find(name[0]) != std::string_view::npos;
  return has_one ? name[0] : '\0';
}

// Takes the prefix off "newer".  Where the two sides have the same first
// letter, it is that of a folder: the diff was made without prefixes.
std::string WithoutPrefix(const std::string& older, const std::string& newer) {
  const char prefix = PrefixOf(newer);
  if (prefix == '\0') return newer;
  if (older != kNowhere &&
      (PrefixOf(older) == '\0' || PrefixOf(older) == prefix)) {
    return newer;
  }
  return newer.substr(2);
}

class DiffParser {
 public:
  DiffParser(std::string_view text, std::string_view name)
      : rest_(text), name_(name) {}

  Result<std::vector<DiffedFile>> Parse() &&;

 private:
  // Moves to the next line; "line_" is without its end.  False at the end.
  bool NextLine();

  // Each returns what is wrong with what begins at "line_", if anything.
  std::optional<Error> ReadLine();
  std::optional<Error> ReadFileHeader(std::string_view older_text);
  std::optional<Error> ReadMovedName(std::string_view text);
  std::optional<Error> ReadHunk(std::string_view header);
  std::optional<Error> ReadHunkLines(HunkSide older, HunkSide newer);
  void ReadDiffLine(std::string_view text);
  void ReadBinary();

  DiffedFile* FileNamed(const std::string& path);
  Error Malformed(std::string_view what, std::string hint = "") const;

  std::string_view rest_;  // what follows line_
  std::string_view line_;
  int number_ = 0;  // of line_
  std::string_view name_;

  bool in_hunk_ = false;        // the last line ended a hunk
  bool in_file_ = false;        // after a file header
  bool seen_diff_ = false;      // anything that belongs to a diff
  int text_line_ = 0;           // the first that does not
  DiffedFile* file_ = nullptr;  // null for one that is gone
  std::string same_name_;       // of "diff --git a/NAME b/NAME"
  bool no_prefix_ = false;      // "diff --git NAME NAME"
  std::map<std::string, DiffedFile, std::less<>> files_;
};

bool DiffParser::NextLine() {
  if (rest_.empty()) return false;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  line_ = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  if (line_.ends_with('\r')) line_.remove_suffix(1);
  ++number_;
  return true;
}

Error DiffParser::Malformed(std::string_view what, std::string hint) const {
  return Error(Error::Code::kInvalidArgument,
               std::string(name_) + ":" + std::to_string(number_), what)
      .WithHint(std::move(hint));
}

DiffedFile* DiffParser::FileNamed(const std::string& path) {
  DiffedFile& file = files_[path];
  if (file.path.empty()) {
    file.path = path;
    file.line = number_;
  }
  return &file;
}

// "a/NAME b/NAME": the two names of a rename cannot be told apart here, but
// then there are other lines that name them.
void DiffParser::ReadDiffLine(std::string_view text) {
  seen_diff_ = true;
  in_file_ = false;
  file_ = nullptr;
  same_name_.clear();
  no_prefix_ = false;
  std::string older;
  std::string newer;
  if (text.starts_with('"')) {
    const std::size_t middle = text.find("\" \"");
    if (middle == std::string_view::npos) return;
    older = ReadName(text.substr(0, middle + 1)).value_or("");
    newer = ReadName(text.substr(middle + 2)).value_or("");
  } else if (text.size() % 2 == 1 && text[text.size() / 2] == ' ') {
    older = text.substr(0, text.size() / 2);
    newer = text.substr(text.size() / 2 + 1);
  }
  if (older.empty() || newer.empty()) return;
  no_prefix_ = older == newer;
  same_name_ = no_prefix_ ? newer : WithoutPrefix(older, newer);
}

// What has changed in it is not said, so it is all taken as changed.
void DiffParser::ReadBinary() {
  if (same_name_.empty()) return;
  AddRange(kEveryLine, FileNamed(same_name_)->changed);
}

std::optional<Error> DiffParser::ReadMovedName(std::string_view text) {
  const std::optional<std::string> path = ReadName(text);
  if (!path) return Malformed("the name in quotation marks is malformed");
  if (path->empty()) return Malformed("names no file");
  FileNamed(*path);
  return std::nullopt;
}

// "older_text" is what follows "--- "; the next line begins with "+++ ".
std::optional<Error> DiffParser::ReadFileHeader(std::string_view older_text) {
  const std::optional<std::string> older = ReadName(older_text);
  if (!older) return Malformed("the name in quotation marks is malformed");
  NextLine();
  const std::optional<std::string> newer = ReadName(line_.substr(4));
  if (!newer) return Malformed("the name in quotation marks is malformed");
  if (newer->empty()) return Malformed("`+++` names no file");
  seen_diff_ = true;
  in_file_ = true;
  file_ = nullptr;
  if (*newer == kNowhere) return std::nullopt;
  file_ = FileNamed(no_prefix_ ? *newer : WithoutPrefix(*older, *newer));
  return std::nullopt;
}

std::optional<Error> DiffParser::ReadHunk(std::string_view header) {
  HunkSide older;
  HunkSide newer;
  std::string_view text = header;
  if (!TakeSide(text, older) || !Take(" +", text) || !TakeSide(text, newer) ||
      !Take(" @@", text)) {
    return Malformed("is no hunk header", "one reads: @@ -12,3 +12,4 @@");
  }
  if (!in_file_) {
    return Malformed("the hunk belongs to no file",
                     "the lines `--- FILE` and `+++ FILE` come before it");
  }
  // A side without lines is placed after the line that it names.
  if (newer.count == 0) ++newer.start;
  return ReadHunkLines(older, newer);
}

std::optional<Error> DiffParser::ReadHunkLines(HunkSide older, HunkSide newer) {
  const int header = number_;
  int next = newer.start;  // the line of the newer side that comes next
  bool taken_out = false;  // lines, since the last that was left or added
  const auto meet = [&] {
    if (taken_out && file_ != nullptr) {
      AddRange({.first = std::max(next - 1, 1), .last = std::max(next, 1)},
               file_->changed);
    }
    taken_out = false;
  };
  bool added = false;  // since the last line that was left
  while (older.count > 0 || newer.count > 0) {
    if (!NextLine()) {
      return Malformed("the diff ends in the middle of the hunk of line " +
                       std::to_string(header));
    }
    const char kind = line_.empty() ? ' ' : line_.front();
    if (kind == '\\') continue;
    const bool is_older = kind == ' ' || kind == '-';
    const bool is_newer = kind == ' ' || kind == '+';
    if ((!is_older && !is_newer) || (is_older && older.count == 0) ||
        (is_newer && newer.count == 0)) {
      return Malformed(
          "does not fit the hunk header of line " + std::to_string(header),
          "the diff is cut short, or was changed by hand");
    }
    if (kind == '+') {
      if (file_ != nullptr)
        AddRange({.first = next, .last = next}, file_->changed);
      added = true;
      taken_out = false;
    } else if (kind == '-') {
      taken_out = !added;
    } else {
      meet();
      added = false;
    }
    if (is_older) --older.count;
    if (is_newer) {
      --newer.count;
      ++next;
    }
  }
  meet();
  in_hunk_ = true;
  return std::nullopt;
}

std::optional<Error> DiffParser::ReadLine() {
  const bool after_hunk = std::exchange(in_hunk_, false);
  std::string_view text = line_;
  if (Take("--- ", text) && rest_.starts_with("+++ ")) {
    return ReadFileHeader(text);
  }
  if (Take("@@ -", text)) return ReadHunk(text);
  if (line_.starts_with("@@@")) {
    return Malformed("is the diff of a merge",
                     "compare with one commit: git diff COMMIT");
  }
  if (line_.starts_with('\\')) {
    in_hunk_ = after_hunk;
    return std::nullopt;
  }
  // Mail ends with "-- " and a signature.
  const bool is_signature = line_ == "-- " || line_ == "--";
  if (after_hunk && !is_signature &&
      (line_.starts_with('+') || line_.starts_with('-'))) {
    return Malformed("is one line more than the hunk header says",
                     "the diff was changed by hand");
  }
  if (line_.starts_with("+++ ")) {
    in_file_ = false;  // without "---" before it, whose hunks are these?
  } else if (Take("diff --git ", text)) {
    ReadDiffLine(text);
  } else if (Take("rename to ", text) || Take("copy to ", text)) {
    return ReadMovedName(text);
  } else if (line_ == "GIT binary patch" ||
             (line_.starts_with("Binary files ") &&
              line_.ends_with(" differ"))) {
    ReadBinary();
  } else if (text_line_ == 0 && !line_.empty()) {
    text_line_ = number_;
  }
  return std::nullopt;
}

Result<std::vector<DiffedFile>> DiffParser::Parse() && {
  while (NextLine()) {
    std::optional<Error> mistake = ReadLine();
    if (mistake) return *std::move(mistake);
  }
  if (!seen_diff_ && text_line_ > 0) {
    number_ = text_line_;
    return Malformed("this is no unified diff",
                     "`git diff` and `diff -u` make one");
  }
  std::vector<DiffedFile> files;
  files.reserve(files_.size());
  for (auto& [path, file] : files_)
    files.push_back(std::move(file));
  return files;
}

}  // namespace

Result<std::vector<DiffedFile>> ParseUnifiedDiff(std::string_view text,
                                                 std::string_view name) {
  return DiffParser(text, name).Parse();
}

}  // namespace medlint
