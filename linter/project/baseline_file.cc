// SPDX-License-Identifier: Apache-2.0

#include "linter/project/baseline_file.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/project/revision_files.h"
#include "linter/toml/table_reader.h"
#include "linter/toml/toml_value.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

constexpr int kVersion = 1;
constexpr std::size_t kFingerprintSize = 16;
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool IsThere(const fs::path& path) {
  std::error_code failure;
  return fs::exists(path, failure);
}

// Absolute, links followed as far as they exist.
fs::path RealPath(const fs::path& path) {
  std::error_code failure;
  fs::path real = fs::weakly_canonical(fs::absolute(path, failure), failure);
  return failure ? path.lexically_normal() : real;
}

void AppendHex(char byte, std::string& out) {
  const auto value = static_cast<unsigned char>(byte);
  out += kHexDigits[value / 16U];
  out += kHexDigits[value % 16U];
}

std::string EncodedPath(std::string_view path) {
  std::string encoded;
  for (std::size_t i = 0; i < path.size();) {
    const CodePoint point = DecodeUtf8(path, i);
    if (point.valid && path[i] != '%') {
      encoded += path.substr(i, point.size);
    } else {
      encoded += '%';
      AppendHex(path[i], encoded);
    }
    i += point.size;
  }
  return encoded;
}

std::string DecodedPath(std::string_view encoded) {
  std::string path;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const std::size_t high = i + 2 < encoded.size() && encoded[i] == '%'
                                 ? kHexDigits.find(encoded[i + 1])
                                 : std::string_view::npos;
    const std::size_t low =
        high == std::string_view::npos ? high : kHexDigits.find(encoded[i + 2]);
    if (low == std::string_view::npos) {
      path += encoded[i];
      continue;
    }
    path += static_cast<char>(16 * high + low);
    i += 2;
  }
  return path;
}

// A TOML basic string.
std::string QuotedToml(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += "\\u00";
      AppendHex(c, quoted);
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

bool IsFingerprint(std::string_view text) {
  return text.size() == kFingerprintSize &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void ReadEntry(const TomlValue& value, TableReader& reader,
               std::vector<BaselineEntry>& entries) {
  if (value.IsBroken()) return;
  constexpr std::size_t kParts = 3;
  std::vector<const std::string*> parts;
  if (const auto* const array = std::get_if<TomlArray>(&value.data)) {
    for (const TomlValue& part : *array) {
      const auto* const text = std::get_if<std::string>(&part.data);
      if (text != nullptr) parts.push_back(text);
    }
    if (array->size() != kParts) parts.clear();
  }
  if (parts.size() != kParts) {
    reader.RejectAt(value.place,
                    "a finding is a path, a rule and a fingerprint",
                    R"(["page.html", "claims/cure", "0123456789abcdef"])");
    return;
  }
  if (!IsFingerprint(*parts[2])) {
    reader.RejectAt(std::get<TomlArray>(value.data)[2].place,
                    "a fingerprint is 16 hexadecimal digits");
    return;
  }
  entries.push_back(
      {.path = *parts[0], .rule = *parts[1], .fingerprint = *parts[2]});
}

}  // namespace

std::string FindBaseline(const std::string& folder,
                         const RevisionFiles* revision) {
  const auto is_there = [&](const fs::path& path) {
    return revision == nullptr ? IsThere(path) : revision->Has(path.string());
  };
  const fs::path start = RealPath(folder);
  fs::path nearest;
  for (fs::path at = start;; at = at.parent_path()) {
    if (nearest.empty() && is_there(at / kBaselineName)) {
      nearest = at / kBaselineName;
    }
    if (IsThere(at / ".git")) break;
    if (at == at.parent_path()) {
      if (nearest.parent_path() != start) nearest.clear();
      break;
    }
  }
  return nearest.empty() ? "" : nearest.lexically_relative(start).string();
}

std::optional<Baseline> ReadBaseline(const std::string& path,
                                     std::vector<Error>& errors,
                                     const RevisionFiles* revision) {
  Result<std::string> bytes = ReadSettings(path, revision);
  if (!bytes) {
    errors.push_back(std::move(bytes).error());
    return std::nullopt;
  }
  const std::size_t before = errors.size();
  const auto file =
      TomlFile::Parse(revision == nullptr ? path : revision->NameOf(path),
                      *std::move(bytes), errors);
  TableReader reader(file, file->root(), {}, "the baseline", errors);
  std::vector<BaselineEntry> entries;
  // A file that did not parse may lack anything.
  if (errors.size() == before) {
    if (!reader.Has("version")) {
      reader.RejectAt({}, "a baseline says `version = 1`");
    }
    reader.IntOr("version", kVersion, kVersion, kVersion);
    const TomlValue* const findings = reader.Raw("findings");
    const auto* const array =
        findings == nullptr ? nullptr : std::get_if<TomlArray>(&findings->data);
    if (array == nullptr) {
      reader.RejectAt(findings == nullptr ? TomlPlace() : findings->place,
                      "a baseline has a list, `findings`");
    } else {
      for (const TomlValue& value : *array)
        ReadEntry(value, reader, entries);
    }
    reader.Finish();
  }
  if (errors.size() > before) return std::nullopt;
  return Baseline(std::move(entries));
}

std::string FormatBaseline(const Baseline& baseline) {
  std::string text =
      "# What medlint has found before and is not to report again: file, "
      "rule,\n"
      "# fingerprint.  Written by `medlint baseline`.\n"
      "version = " +
      std::to_string(kVersion) + "\nfindings = [\n";
  for (const BaselineEntry& entry : baseline.entries()) {
    text += "  [" + QuotedToml(entry.path) + ", " + QuotedToml(entry.rule) +
            ", " + QuotedToml(entry.fingerprint) + "],\n";
  }
  return text + "]\n";
}

BaselinePaths::BaselinePaths(const std::string& baseline)
    : folder_(RealPath(fs::path(baseline)).parent_path().string()) {}

std::string BaselinePaths::Of(const std::string& page) {
  const fs::path path(page);
  const auto [entry, is_new] =
      folders_.try_emplace(path.parent_path().string());
  if (is_new) {
    const fs::path parent =
        path.has_parent_path() ? path.parent_path() : fs::path(".");
    const fs::path relative = RealPath(parent).lexically_relative(folder_);
    entry->second = relative == "." ? "" : relative.generic_string() + "/";
  }
  return EncodedPath(entry->second + path.filename().string());
}

bool BaselinePaths::Exists(std::string_view path) const {
  return IsThere(fs::path(folder_) / DecodedPath(path));
}

}  // namespace medlint
