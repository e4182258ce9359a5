// SPDX-License-Identifier: Apache-2.0

#include "linter/base/error.h"

#include <utility>

#include <doctest/doctest.h>

#include "linter/base/digest.h"
#include "linter/base/result.h"

namespace medlint {
namespace {

TEST_CASE("an error is one line, and several where there is more to show") {
  const Error plain(Error::Code::kNotFound, "a.html", "No such file");
  CHECK(plain.ToString() == "a.html: No such file");
  CHECK(plain.ToText() == "a.html: error: No such file");

  const Error located =
      Error(Error::Code::kInvalidRule, "a.toml:3:1", "unknown key `knd`")
          .WithExcerpt(
              {.line = "knd = \"phrase\"", .caret_begin = 1, .caret_end = 4})
          .WithHint("did you mean `kind`?");
  CHECK(located.ToText() ==
        "a.toml:3:1: error: unknown key `knd`\n"
        "  | knd = \"phrase\"\n"
        "  | ^^^\n"
        "  = help: did you mean `kind`?");
}

TEST_CASE("a result holds a value or an error") {
  const Result<int> value = 7;
  CHECK(value.has_value());
  CHECK(*value == 7);
  const Result<int> failure = Error(Error::Code::kTooLarge, "", "too large");
  CHECK(!failure);
  CHECK(failure.error().what() == "too large");
}

TEST_CASE("Sha256Hex gives the digests of FIPS 180-4") {
  CHECK(Sha256Hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(Sha256Hex("") ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("Sha256Base64 gives the same in base64") {
  CHECK(Sha256Base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(Sha256Base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

}  // namespace
}  // namespace medlint
