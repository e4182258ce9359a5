// SPDX-License-Identifier: Apache-2.0

#include "linter/project/hook.h"

#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("a shell script is known by its first line") {
  for (const std::string_view script :
       {"#!/bin/sh\n", "#!/bin/sh -e\n", "#! /usr/bin/bash\n",
        "#!/usr/bin/env zsh", "#!/usr/bin/env -S dash -e\n", "echo\n", "",
        "# python\n"}) {
    CAPTURE(script);
    CHECK(IsShellScript(script));
  }
  for (const std::string_view script :
       {std::string_view("#!/usr/bin/python3\n"),
        std::string_view("#!/bin/csh\n"),
        std::string_view("#!/usr/bin/env node\n"), std::string_view("#!\n"),
        std::string_view("#!/bin/sh\r\n"), std::string_view("#!/bin/fish\n"),
        std::string_view("\x7F"
                         "ELF\0\0",
                         6)}) {
    CAPTURE(script);
    CHECK(!IsShellScript(script));
  }
}

TEST_CASE("medlint's lines come after the first") {
  CHECK(WithHookLines("#!/bin/sh\nexit 0\n", "lint")
            .starts_with("#!/bin/sh\n# >>> medlint"));
  CHECK(
      WithHookLines("exit 0\n", "lint")
          .ends_with("\nlint </dev/null || exit $?\n# <<< medlint\nexit 0\n"));
  CHECK(!WithoutHookLines("#!/bin/sh\nmedlint check --staged\n"));
  CHECK(!WithoutHookLines(""));
  // Somebody has changed the line that ends them.
  std::string text = WithHookLines("#!/bin/sh\n", "lint");
  text.insert(text.size() - 1, "s");
  CHECK(!WithoutHookLines(text));
}

TEST_CASE("what is put in comes out, whatever it is put into") {
  static constexpr std::string_view kParts[] = {
      "#!/bin/sh", "#!/usr/bin/env bash",
      "\n",        "\n\n",
      "exit 0",    "# comment",
      " ",         "\r\n",
      "#",         "!",
      "\xFF"};
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string script;
    for (auto i = random() % 6; i > 0; --i)
      script += kParts[random() % std::size(kParts)];
    CAPTURE(script);
    const std::string with = WithHookLines(script, "lint");
    CHECK(with.find("\nlint </dev/null") != std::string::npos);
    REQUIRE(WithoutHookLines(with) == script);
  }
}

}  // namespace
}  // namespace medlint
