// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/json_rpc.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace medlint {
namespace {

std::string Text(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The code unit of "\uXXXX" at "at", or nothing.
std::optional<unsigned> CodeUnitAt(std::string_view text, std::size_t at) {
  constexpr std::size_t kSize = 6;
  if (text.substr(at, 2) != "\\u" || at + kSize > text.size()) {
    return std::nullopt;
  }
  unsigned unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const std::size_t digit =
        std::string_view("0123456789abcdefABCDEF").find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(digit < 16 ? digit : digit - 6);
  }
  return unit;
}

void MendSurrogates(std::string& text) {
  for (std::size_t at = text.find('\\'); at != std::string::npos;
       at = text.find('\\', at)) {
    const std::optional<unsigned> unit = CodeUnitAt(text, at);
    if (!unit) {
      at += 2;  // "\\" or "\n"
      continue;
    }
    const bool is_high = *unit >= 0xD800 && *unit < 0xDC00;
    const bool is_low = *unit >= 0xDC00 && *unit < 0xE000;
    const std::optional<unsigned> next =
        is_high ? CodeUnitAt(text, at + 6) : std::nullopt;
    if (next && *next >= 0xDC00 && *next < 0xE000) {
      at += 12;
      continue;
    }
    if (is_high || is_low) text.replace(at, 6, "\\ufffd");
    at += 6;
  }
}

}  // namespace

std::optional<Json> ParseJson(std::string text) {
  MendSurrogates(text);
  Json value = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

std::string ResponseText(const Json& id, Json result) {
  return Text({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

std::string ErrorText(const Json& id, RpcError code, std::string_view message,
                      Json data) {
  Json error = {{"code", static_cast<int>(code)}, {"message", message}};
  if (!data.is_null()) error["data"] = std::move(data);
  return Text({{"jsonrpc", "2.0"}, {"id", id}, {"error", std::move(error)}});
}

std::string NotificationText(std::string_view method, Json params) {
  return Text(
      {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

std::string RequestText(std::string_view id, std::string_view method,
                        Json params) {
  Json message = {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}};
  if (!params.is_null()) message["params"] = std::move(params);
  return Text(message);
}

const Json& At(const Json& value, std::string_view path) {
  static const Json kNothing;
  const Json* at = &value;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (!at->is_object()) return kNothing;
    const auto member = at->find(path.substr(0, slash));
    if (member == at->end()) return kNothing;
    at = &*member;
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return *at;
}

std::string StringAt(const Json& value, std::string_view path) {
  const Json& at = At(value, path);
  return at.is_string() ? at.get<std::string>() : std::string();
}

bool FlagAt(const Json& value, std::string_view path) {
  const Json& at = At(value, path);
  return at.is_boolean() && at.get<bool>();
}

std::optional<int> IntegerAt(const Json& value, std::string_view path) {
  const Json& at = At(value, path);
  if (!at.is_number_integer()) return std::nullopt;
  const bool fits =
      at.is_number_unsigned()
          ? at.get<std::uint64_t>() <=
                std::uint64_t{std::numeric_limits<int>::max()}
          : at.get<std::int64_t>() >= std::numeric_limits<int>::min();
  if (!fits) return std::nullopt;
  return at.get<int>();
}

}  // namespace medlint
