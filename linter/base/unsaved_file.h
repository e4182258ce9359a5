// SPDX-License-Identifier: Apache-2.0
//
// A file as an editor has it, which is to be read in place of what is on disk.

#ifndef LINTER_BASE_UNSAVED_FILE_H_
#define LINTER_BASE_UNSAVED_FILE_H_

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace medlint {

class UnsavedFile {
 public:
  // The file need not be on disk.
  UnsavedFile(std::string path, std::string bytes)
      : path_(std::move(path)), bytes_(std::move(bytes)) {}

  // True if "path" is this file by the same or another name.
  bool Is(const std::string& path) const {
    std::error_code failure;
    return path == path_ || std::filesystem::equivalent(path, path_, failure);
  }

  const std::string& Read() {
    was_read_ = true;
    return bytes_;
  }

  // True if anyone has asked for it.
  bool was_read() const { return was_read_; }

 private:
  std::string path_;
  std::string bytes_;
  bool was_read_ = false;
};

}  // namespace medlint

#endif  // LINTER_BASE_UNSAVED_FILE_H_
