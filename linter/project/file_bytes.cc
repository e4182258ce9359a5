// SPDX-License-Identifier: Apache-2.0

#include "linter/project/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace medlint {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Error Failure(const std::string& path, std::string_view what, int number) {
  return {number == ENOENT ? Error::Code::kNotFound : Error::Code::kUnreadable,
          path, std::string(what) + ": " + std::strerror(number)};
}

// Returns 0, or the errno of a failure.
int WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = write(descriptor, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return 0;
}

// The mode of the file, or that of a new one.  The mask can only be read by
// setting it, which other threads would notice; so a new file takes 0644.
mode_t ModeOf(const std::string& path) {
  constexpr mode_t kNew = 0644;
  constexpr mode_t kPermissions = 07777;
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? status.st_mode & kPermissions
                                          : kNew;
}

// Writes, and makes sure of it, before the name is given to it.
int WriteTemporary(int descriptor, std::string_view bytes, mode_t mode) {
  int failure = WriteAll(descriptor, bytes);
  if (failure == 0 && fchmod(descriptor, mode) != 0) failure = errno;
  if (failure == 0 && fsync(descriptor) != 0) failure = errno;
  if (close(descriptor) != 0 && failure == 0) failure = errno;
  return failure;
}

// A rename is kept by the folder.  That it may be lost in a crash is no
// failure: the old file is whole.
void SyncFolder(const std::string& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

}  // namespace

Result<std::string> ReadFileBytes(const std::string& path) {
  const std::unique_ptr<std::FILE, CloseFile> file(
      std::fopen(path.c_str(), "rb"));
  if (!file) return Failure(path, "cannot be read", errno);
  std::string bytes;
  char buffer[1 << 16];
  std::size_t size = 0;
  while ((size = std::fread(buffer, 1, sizeof buffer, file.get())) > 0)
    bytes.append(buffer, size);
  if (std::ferror(file.get()) != 0) {
    return Failure(path, "cannot be read", errno);
  }
  return bytes;
}

std::optional<Error> ReplaceFile(const std::string& path,
                                 std::string_view bytes,
                                 std::optional<mode_t> mode) {
  std::error_code missing;
  const fs::path real = fs::canonical(path, missing);
  const std::string target = missing ? path : real.string();
  const std::string folder = fs::path(target).parent_path().string();
  std::string temporary = target + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return Failure(path, "cannot be written", errno);
  int failure =
      WriteTemporary(descriptor, bytes, mode ? *mode : ModeOf(target));
  if (failure == 0 && rename(temporary.c_str(), target.c_str()) != 0) {
    failure = errno;
  }
  if (failure != 0) {
    unlink(temporary.c_str());
    return Failure(path, "cannot be written", failure);
  }
  SyncFolder(folder.empty() ? "." : folder);
  return std::nullopt;
}

}  // namespace medlint
