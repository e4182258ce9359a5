// SPDX-License-Identifier: Apache-2.0

#include "linter/project/index_blobs.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "linter/project/files.h"

namespace medlint {
namespace {

// The size in "ID blob SIZE".  Nothing of "ID missing" and of other objects.
std::optional<std::uint64_t> SizeIn(std::string_view answer,
                                    std::string_view blob) {
  const std::string before = std::string(blob) + " blob ";
  if (!answer.starts_with(before)) return std::nullopt;
  answer.remove_prefix(before.size());
  const char* const end = answer.data() + answer.size();
  std::uint64_t size = 0;
  const auto [stop, failure] = std::from_chars(answer.data(), end, size);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return size;
}

Error Unreadable(const std::string& name, std::string_view answer) {
  return Error(Error::Code::kUnreadable, name,
               answer.empty()
                   ? "cannot be read from the index: `git cat-file` has ended"
                   : "cannot be read from the index: git says `" +
                         std::string(answer) + "`")
      .WithHint("`git fsck` finds what is missing in a repository");
}

}  // namespace

Result<std::unique_ptr<IndexBlobs>> IndexBlobs::Open(const Git& git) {
  Result<AnsweringProgram> program = git.StartReadingBlobs();
  if (!program) return std::move(program).error();
  return std::unique_ptr<IndexBlobs>(new IndexBlobs(*std::move(program)));
}

Result<std::string> IndexBlobs::Read(const std::string& blob,
                                     const std::string& name,
                                     std::uint64_t limit) {
  const std::scoped_lock lock(mutex_);
  if (!program_.Write(blob + "\n")) return Unreadable(name, "");
  const std::optional<std::string> answer = program_.ReadLine();
  if (!answer) return Unreadable(name, "");
  const std::optional<std::uint64_t> size = SizeIn(*answer, blob);
  if (!size) return Unreadable(name, *answer);
  // After the bytes comes a line end.
  if (*size > limit) {
    program_.Skip(static_cast<std::size_t>(*size) + 1);
    return FileTooLarge(name, limit);
  }
  std::optional<std::string> bytes =
      program_.Read(static_cast<std::size_t>(*size));
  if (!bytes || !program_.Skip(1)) return Unreadable(name, "");
  return *std::move(bytes);
}

}  // namespace medlint
