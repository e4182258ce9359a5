// SPDX-License-Identifier: Apache-2.0

#include "linter/project/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace medlint {
namespace {

// What posix_spawn takes: pointers to texts that outlive them.
std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts)
    pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void Open(int number, const char* path) {
    posix_spawn_file_actions_addopen(&actions_, number, path, O_RDONLY, 0);
  }
  void Use(const Descriptor& from, int number) {
    posix_spawn_file_actions_adddup2(&actions_, from.get(), number);
  }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// We ignore SIGPIPE; what we start should not.
class SpawnAttributes {
 public:
  SpawnAttributes() {
    posix_spawnattr_init(&attributes_);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes_, &defaults);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

Error CannotStart(const ProgramCall& call, int error_number) {
  const std::string& name = call.arguments.front();
  if (error_number == ENOENT) {
    return {Error::Code::kNotFound, name, "is not installed, or not in PATH"};
  }
  return {Error::Code::kUnreadable, name,
          std::string("cannot be started: ") + std::strerror(error_number)};
}

Result<pid_t> Spawn(const ProgramCall& call, const FileActions& actions) {
  std::vector<std::string> arguments = call.arguments;
  std::vector<std::string> environment = call.environment;
  const SpawnAttributes attributes;
  pid_t child = 0;
  const int failure = posix_spawnp(
      &child, arguments.front().c_str(), actions.get(), attributes.get(),
      Pointers(arguments).data(), Pointers(environment).data());
  if (failure != 0) return CannotStart(call, failure);
  return child;
}

int WaitFor(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

// Returns 0 or an errno.
int OpenPipe(Pipe& pipe) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  pipe = {.read_end = Descriptor(ends[0]), .write_end = Descriptor(ends[1])};
  return 0;
}

// Appends what there is.  False at the end.
bool ReadSome(int descriptor, std::string& out) {
  char buffer[1 << 16];
  while (true) {
    const ssize_t size = read(descriptor, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return false;
    out.append(buffer, static_cast<std::size_t>(size));
    return true;
  }
}

// Reads both to their ends, each as soon as it has something: a program that
// waits for one to be read never waits for ever.
void ReadBoth(const Descriptor& output, const Descriptor& errors,
              ProgramOutput& result) {
  pollfd waiting[] = {{.fd = output.get(), .events = POLLIN, .revents = 0},
                      {.fd = errors.get(), .events = POLLIN, .revents = 0}};
  std::string* const texts[] = {&result.output, &result.errors};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    if (poll(waiting, 2, -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    for (std::size_t i = 0; i < 2; ++i) {
      if (waiting[i].revents == 0) continue;
      // poll() passes over negative descriptors.
      if (!ReadSome(waiting[i].fd, *texts[i])) waiting[i].fd = -1;
    }
  }
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Result<ProgramOutput> RunProgram(const ProgramCall& call) {
  Pipe output;
  Pipe errors;
  for (Pipe* const pipe : {&output, &errors}) {
    const int failure = OpenPipe(*pipe);
    if (failure != 0) return CannotStart(call, failure);
  }
  FileActions actions;
  actions.Use(output.write_end, STDOUT_FILENO);
  actions.Use(errors.write_end, STDERR_FILENO);
  // Last: where standard input is closed, a pipe may have its number.
  actions.Open(STDIN_FILENO, "/dev/null");
  const Result<pid_t> child = Spawn(call, actions);
  if (!child) return child.error();
  output.write_end = Descriptor();
  errors.write_end = Descriptor();
  ProgramOutput result;
  ReadBoth(output.read_end, errors.read_end, result);
  result.status = WaitFor(*child);
  return result;
}

Result<AnsweringProgram> AnsweringProgram::Start(const ProgramCall& call) {
  Pipe output;
  const int failure = OpenPipe(output);
  if (failure != 0) return CannotStart(call, failure);
  // A socket, because only to a socket can be written without SIGPIPE.
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    return CannotStart(call, errno);
  }
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  FileActions actions;
  actions.Use(theirs, STDIN_FILENO);
  actions.Use(output.write_end, STDOUT_FILENO);
  const Result<pid_t> child = Spawn(call, actions);
  if (!child) return child.error();
  return AnsweringProgram(*child, std::move(ours), std::move(output.read_end));
}

AnsweringProgram::~AnsweringProgram() {
  if (output_.get() < 0) return;
  input_ = Descriptor();
  output_ = Descriptor();
  WaitFor(child_);
}

bool AnsweringProgram::Write(std::string_view request) {
  while (!request.empty()) {
    const ssize_t size =
        send(input_.get(), request.data(), request.size(), MSG_NOSIGNAL);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return false;
    request.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

bool AnsweringProgram::Fill() {
  return ReadSome(output_.get(), pending_);
}

std::optional<std::string> AnsweringProgram::ReadLine() {
  std::size_t end = pending_.find('\n');
  while (end == std::string::npos) {
    if (!Fill()) return std::nullopt;
    end = pending_.find('\n');
  }
  std::string line = pending_.substr(0, end);
  pending_.erase(0, end + 1);
  return line;
}

std::optional<std::string> AnsweringProgram::Read(std::size_t size) {
  while (pending_.size() < size) {
    if (!Fill()) return std::nullopt;
  }
  std::string bytes = pending_.substr(size);
  bytes.swap(pending_);
  bytes.resize(size);
  return bytes;
}

bool AnsweringProgram::Skip(std::size_t size) {
  while (pending_.size() < size) {
    size -= pending_.size();
    pending_.clear();
    if (!Fill()) return false;
  }
  pending_.erase(0, size);
  return true;
}

}  // namespace medlint
