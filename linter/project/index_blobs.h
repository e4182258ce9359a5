// SPDX-License-Identifier: Apache-2.0
//
// Reads files as they are in git's index, through one `git cat-file --batch`.

#ifndef LINTER_PROJECT_INDEX_BLOBS_H_
#define LINTER_PROJECT_INDEX_BLOBS_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "linter/base/result.h"
#include "linter/project/git.h"
#include "linter/project/program.h"

namespace medlint {

class IndexBlobs {
 public:
  static Result<std::unique_ptr<IndexBlobs>> Open(const Git& git);

  // Returns the bytes of the object "blob".  "name" is what to call it in an
  // error.  Fails if it is over "limit" bytes, or not there.  Safe to call from
  // many threads.
  Result<std::string> Read(const std::string& blob, const std::string& name,
                           std::uint64_t limit);

 private:
  explicit IndexBlobs(AnsweringProgram program)
      : program_(std::move(program)) {}

  std::mutex mutex_;
  AnsweringProgram program_;  // guarded by mutex_
};

}  // namespace medlint

#endif  // LINTER_PROJECT_INDEX_BLOBS_H_
