// SPDX-License-Identifier: Apache-2.0
//
// Runs other programs by argument vector, never through a shell.
//
// A program is looked up in the PATH of this process and gets the environment
// it is given, in the working folder.  It is "not found" if there is none of
// that name; how it ends is for the caller to judge.

#ifndef LINTER_PROJECT_PROGRAM_H_
#define LINTER_PROJECT_PROGRAM_H_

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/result.h"

namespace medlint {

struct ProgramCall {
  std::vector<std::string> arguments;    // [0] is the name of the program
  std::vector<std::string> environment;  // "NAME=value", and nothing else
};

struct ProgramOutput {
  int status = 0;  // exit status; 128 + signal if it was killed
  std::string output;
  std::string errors;
};

// Runs a program to its end, with nothing on its standard input.
Result<ProgramOutput> RunProgram(const ProgramCall& call);

// A file descriptor that is closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept
      : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  int get() const { return number_; }

 private:
  int number_ = -1;
};

// A program that answers one request after the other: it is written to, and
// then its answer is read, so that neither side waits for the other.  It shares
// our standard error.  Destroying this ends its input and waits for its end.
class AnsweringProgram {
 public:
  static Result<AnsweringProgram> Start(const ProgramCall& call);

  AnsweringProgram(AnsweringProgram&& other) noexcept = default;
  AnsweringProgram& operator=(AnsweringProgram&&) = delete;
  AnsweringProgram(const AnsweringProgram&) = delete;
  AnsweringProgram& operator=(const AnsweringProgram&) = delete;
  ~AnsweringProgram();

  // False if the program is gone.
  bool Write(std::string_view request);

  // The next line, without its LF.  Nothing if the program has ended before.
  std::optional<std::string> ReadLine();

  // The next "size" bytes.  Nothing if the program has ended before.
  std::optional<std::string> Read(std::size_t size);

  // Passes over the next "size" bytes.  False if the program has ended before.
  bool Skip(std::size_t size);

 private:
  AnsweringProgram(pid_t child, Descriptor input, Descriptor output)
      : child_(child), input_(std::move(input)), output_(std::move(output)) {}

  // Reads more into "pending_".  False at the end.
  bool Fill();

  pid_t child_;
  Descriptor input_;
  Descriptor output_;  // not valid in what was moved from
  std::string pending_;
};

}  // namespace medlint

#endif  // LINTER_PROJECT_PROGRAM_H_
