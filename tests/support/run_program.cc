// SPDX-License-Identifier: Apache-2.0

#include "tests/support/run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace medlint::testing {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::string ReadBack(std::FILE* file) {
  std::rewind(file);
  std::string bytes;
  char buffer[4096];
  std::size_t size = 0;
  while ((size = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
    bytes.append(buffer, size);
  }
  return bytes;
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts)
    pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

ProgramResult RunProgram(const ProgramRun& run) {
  // Files instead of pipes: no side ever waits for the other.
  const File input(std::tmpfile());
  const File output(std::tmpfile());
  const File errors(std::tmpfile());
  if (!run.input.empty()) {
    std::fwrite(run.input.data(), 1, run.input.size(), input.get());
  }
  std::rewind(input.get());

  std::vector<std::string> command = run.command;
  std::vector<std::string> environment = run.environment;
  const std::vector<char*> arguments = Pointers(command);
  const std::vector<char*> variables = Pointers(environment);
  const pid_t child = fork();
  if (child == 0) {
    int out = fileno(output.get());
    if (run.output_descriptor >= 0) out = run.output_descriptor;
    if (!run.output_path.empty()) out = open(run.output_path.c_str(), O_WRONLY);
    dup2(fileno(input.get()), STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(run.errors_descriptor >= 0 ? run.errors_descriptor
                                    : fileno(errors.get()),
         STDERR_FILENO);
    if (chdir(run.folder.c_str()) == 0) {
      execve(arguments.front(), arguments.data(), variables.data());
    }
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {.status =
              WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .output = ReadBack(output.get()),
          .errors = ReadBack(errors.get())};
}

}  // namespace medlint::testing
