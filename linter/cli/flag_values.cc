// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/flag_values.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/spelling.h"

namespace medlint {
namespace {

std::string Listed(std::span<const std::string_view> names) {
  std::string list;
  for (const std::string_view name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

FlagMistake NotOneOf(std::string_view value,
                     std::span<const std::string_view> names) {
  const std::string nearest = DidYouMean(value, names);
  return {.what = "takes one of " + Listed(names) + ", not " + Quoted(value),
          .hint = nearest,
          .names = {names.begin(), names.end()}};
}

// True if all of "text" is a number that fits.
template <typename Number>
bool ParseNumber(std::string_view text, Number& number) {
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  return failure == std::errc() && stop == end && !text.empty();
}

}  // namespace

FlagMistake ReadSeverity(std::string_view value, Severity& out) {
  static constexpr std::string_view kNames[] = {"info", "warning", "error"};
  const auto* const it = std::ranges::find(kNames, value);
  if (it == std::end(kNames)) return NotOneOf(value, kNames);
  out = static_cast<Severity>(it - std::begin(kNames));
  return {};
}

FlagMistake ReadFailOn(std::string_view value, std::optional<Severity>& out) {
  static constexpr std::string_view kNames[] = {"info", "warning", "error",
                                                "never"};
  if (value == "never") {
    out = std::nullopt;
    return {};
  }
  Severity severity = Severity::kError;
  if (!ReadSeverity(value, severity).what.empty()) {
    return NotOneOf(value, kNames);
  }
  out = severity;
  return {};
}

FlagMistake ReadDate(std::string_view value, std::optional<Date>& out) {
  const std::optional<Date> date = ParseIsoDate(value);
  // ParseIsoDate also takes the beginning of a time stamp.
  if (!date || date->ToString() != value) {
    return {.what = "takes a day, not " + Quoted(value),
            .hint = "write it as 2026-01-15"};
  }
  out = date;
  return {};
}

FlagMistake ReadNumber(std::string_view value, int least, int& out) {
  int number = 0;
  if (!ParseNumber(value, number) || number < least) {
    return {.what = "takes a whole number from " + std::to_string(least) +
                    ", not " + Quoted(value),
            .hint = ""};
  }
  out = number;
  return {};
}

FlagMistake ReadSize(std::string_view value, std::uint64_t& out) {
  static constexpr std::string_view kUnits = "KMG";
  std::string_view digits = value;
  if (digits.ends_with("iB")) digits.remove_suffix(2);
  unsigned shift = 0;
  if (!digits.empty()) {
    const std::size_t unit = kUnits.find(digits.back());
    if (unit != std::string_view::npos) {
      shift = static_cast<unsigned>(10 * (unit + 1));
      digits.remove_suffix(1);
    }
  }
  std::uint64_t number = 0;
  const bool bare = shift == 0 && digits.size() != value.size();
  if (bare || !ParseNumber(digits, number) ||
      number > (std::numeric_limits<std::uint64_t>::max() >> shift)) {
    return {.what = "takes a size, not " + Quoted(value),
            .hint = "write it in bytes, or as 500K, 20M or 1G"};
  }
  out = number << shift;
  return {};
}

FlagMistake ReadFormat(std::string_view value,
                       std::vector<FormatRequest>& out) {
  const std::size_t equals = value.find('=');
  const std::string_view name = value.substr(0, equals);
  const Format* const format = FindFormat(name);
  if (format == nullptr) {
    std::vector<std::string_view> names;
    for (const Format& each : AllFormats())
      names.push_back(each.name);
    return NotOneOf(name, names);
  }
  FormatRequest request{.format = format, .file = ""};
  if (equals != std::string_view::npos) {
    request.file = value.substr(equals + 1);
    if (request.file.empty()) {
      return {.what = "has no file name after " + Quoted(value), .hint = ""};
    }
  }
  out.push_back(std::move(request));
  return {};
}

FlagMistake ReadColor(std::string_view value, WhenColor& out) {
  static constexpr std::string_view kNames[] = {"auto", "always", "never"};
  const auto* const it = std::ranges::find(kNames, value);
  if (it == std::end(kNames)) return NotOneOf(value, kNames);
  out = static_cast<WhenColor>(it - std::begin(kNames));
  return {};
}

FlagMistake ReadText(std::string_view value, std::string& out) {
  if (value.empty()) return {.what = "is empty", .hint = ""};
  out = value;
  return {};
}

FlagMistake ReadName(std::string_view value,
                     std::span<const std::string_view> names,
                     std::string& out) {
  if (std::ranges::find(names, value) == names.end()) {
    return NotOneOf(value, names);
  }
  out = value;
  return {};
}

FlagMistake ReadNames(std::string_view value,
                      std::span<const std::string_view> names,
                      std::vector<std::string>& out) {
  std::vector<std::string> parts;
  FlagMistake mistake = ReadList(value, parts);
  for (const std::string& part : parts) {
    if (std::ranges::find(names, part) == names.end()) {
      return NotOneOf(part, names);
    }
  }
  if (mistake.what.empty()) std::ranges::move(parts, std::back_inserter(out));
  return mistake;
}

FlagMistake ReadList(std::string_view value, std::vector<std::string>& out) {
  while (true) {
    const std::size_t comma = value.find(',');
    std::string_view part = value.substr(0, comma);
    while (part.starts_with(' ')) {
      part.remove_prefix(1);
    }
    while (part.ends_with(' ')) {
      part.remove_suffix(1);
    }
    if (part.empty()) return {.what = "has an empty name", .hint = ""};
    out.emplace_back(part);
    if (comma == std::string_view::npos) return {};
    value.remove_prefix(comma + 1);
  }
}

}  // namespace medlint
