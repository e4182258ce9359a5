// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/serve.h"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "linter/lsp/message_stream.h"

namespace medlint {
namespace {

std::size_t ReadFrom(int input, char* to, std::size_t size) {
  for (;;) {
    const ssize_t count = read(input, to, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return 0;
  }
}

// A reader that has gone away is noticed at the end of its messages.
void WriteTo(int output, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(output, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

bool Serve(LspSetup setup, int input, int output) {
  std::mutex writing;
  Server server(std::move(setup), [&](const std::string& message) {
    const std::scoped_lock lock(writing);
    WriteTo(output, Framed(message));
  });
  MessageReader reader([input](char* to, std::size_t size) {
    return ReadFrom(input, to, size);
  });
  while (!server.has_exited()) {
    auto message = reader.Next();
    if (!message) return false;
    if (message->mistake.empty()) {
      server.Handle(std::move(message->body));
    } else {
      server.Reject(message->mistake);
    }
  }
  return server.was_shut_down();
}

}  // namespace medlint
