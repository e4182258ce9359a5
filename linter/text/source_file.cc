// SPDX-License-Identifier: Apache-2.0

#include "linter/text/source_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/digest.h"
#include "linter/base/utf8.h"
#include "linter/text/encoding.h"

namespace medlint {
namespace {

constexpr std::size_t kMaxFileSize = std::size_t{1} << 30U;
constexpr char kDelete = '\x7F';

// True if the bytes at "i" must be changed for clean(): control characters, a
// lone CR, U+FFFE and U+FFFF (which XML does not allow).
bool NeedsRepair(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '\t' || c == '\n') return false;
  if (c == '\r') return i + 1 >= text.size() || text[i + 1] != '\n';
  if (static_cast<unsigned char>(c) < 0x20) return true;
  return c == '\xEF' && text.substr(i, 2) == "\xEF\xBF" &&
         (text.substr(i, 3) == "\xEF\xBF\xBE" ||
          text.substr(i, 3) == "\xEF\xBF\xBF");
}

// The same length, whatever is repaired.
int Repair(std::string& text) {
  int undecodable = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    if (!point.valid) {
      text[i++] = kDelete;
      ++undecodable;
      continue;
    }
    if (NeedsRepair(text, i)) {
      if (point.size == 3) {
        text.replace(i, 3, "\xEF\xBF\xBD");
      } else {
        text[i] = text[i] == '\r' ? '\n' : text[i] == '\f' ? ' ' : kDelete;
      }
    }
    i += point.size;
  }
  return undecodable;
}

// True if one of eight bytes is a control character or not ASCII.
bool NeedsALook(const char* eight) {
  static constexpr std::uint64_t kHigh = 0x8080808080808080U;
  std::uint64_t word = 0;
  std::memcpy(&word, eight, 8);
  const std::uint64_t below_space = (word - 0x2020202020202020U) & ~word;
  return ((word | below_space) & kHigh) != 0;
}

bool IsClean(std::string_view text) {
  if (ValidUtf8Prefix(text) != text.size()) return false;
  for (std::size_t i = 0; i < text.size();) {
    if (i + 8 <= text.size() && !NeedsALook(text.data() + i)) {
      i += 8;
      continue;
    }
    const std::size_t end = std::min(i + 8, text.size());
    for (; i < end; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if ((byte < 0x20 || byte == 0xEF) && NeedsRepair(text, i)) return false;
    }
  }
  return true;
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Error Unreadable(const std::string& path) {
  const auto code =
      errno == ENOENT ? Error::Code::kNotFound : Error::Code::kUnreadable;
  return {code, path, std::strerror(errno)};
}

Result<std::string> ReadBytes(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return Unreadable(path);
  if (S_ISDIR(status.st_mode)) {
    return Error(Error::Code::kUnreadable, path, "is a folder");
  }
  if (static_cast<std::size_t>(status.st_size) > kMaxFileSize) {
    return Error(Error::Code::kTooLarge, path, "the file is over 1 GiB");
  }
  const std::unique_ptr<std::FILE, CloseFile> file(
      std::fopen(path.c_str(), "rb"));
  if (!file) return Unreadable(path);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t size = std::fread(bytes.data(), 1, bytes.size(), file.get());
  bytes.resize(size);
  // Pipes say they are empty, and files may grow while they are read.
  char more[1 << 16];
  while ((size = std::fread(more, 1, sizeof more, file.get())) > 0) {
    bytes.append(more, size);
    if (bytes.size() > kMaxFileSize) {
      return Error(Error::Code::kTooLarge, path, "the file is over 1 GiB");
    }
  }
  if (std::ferror(file.get()) != 0) return Unreadable(path);
  return bytes;
}

}  // namespace

SourceFile::SourceFile() = default;
SourceFile::~SourceFile() = default;

Result<std::shared_ptr<const SourceFile>> SourceFile::Read(
    const std::string& path, const Options& options) {
  Result<std::string> bytes = ReadBytes(path);
  if (!bytes) return std::move(bytes).error();
  return FromBytes(path, *std::move(bytes), options);
}

Result<std::shared_ptr<const SourceFile>> SourceFile::FromBytes(
    std::string name, std::string bytes, const Options& options) {
  if (bytes.size() > kMaxFileSize) {
    return Error(Error::Code::kTooLarge, name, "the input is over 1 GiB");
  }
  if (LooksBinary(bytes)) {
    return Error(Error::Code::kBadEncoding, name,
                 "this is a binary file, not HTML or text");
  }
  const std::shared_ptr<SourceFile> file(new SourceFile());
  file->name_ = std::move(name);
  file->bytes_ = std::move(bytes);
  file->format_ = options.format;

  EncodingChoice choice = ChooseEncoding(file->bytes_, options);
  file->overruled_label_ = std::move(choice.overruled_label);
  file->encoding_ = choice.name;
  file->bom_size_ = static_cast<Offset>(choice.bom_size);
  if (choice.name == "UTF-8") {
    file->clean_ = std::string_view(file->bytes_).substr(choice.bom_size);
    if (IsClean(file->clean_)) return {file};
    file->repaired_ = file->clean_;
    file->undecodable_ = Repair(file->repaired_);
    file->clean_ = file->repaired_;
    return {file};
  }
  Result<Transcoded> transcoded =
      Transcode(file->bytes_, choice.bom_size, choice.name);
  if (!transcoded) {
    const Error& error = transcoded.error();
    return Error(error.code(), file->name_, error.what())
        .WithHint(error.hint());
  }
  file->encoding_ = transcoded->name;
  file->undecodable_ = transcoded->undecodable;
  file->repaired_ = std::move(transcoded->utf8);
  Repair(file->repaired_);
  file->clean_ = file->repaired_;
  file->origins_ =
      std::make_unique<const OriginMap>(std::move(transcoded->origins));
  return {file};
}

std::string SourceFile::Sha256() const {
  return Sha256Hex(bytes_);
}

FileSpan SourceFile::ToFile(CleanSpan span) const {
  if (!origins_) return {span.begin + bom_size_, span.end + bom_size_};
  return {origins_->OriginOf(span.begin, clean_),
          origins_->OriginOf(span.end, clean_)};
}

bool LooksBinary(std::string_view bytes) {
  static constexpr std::string_view kSignatures[] = {
      "%PDF-",
      "\x89PNG",
      "GIF8",
      "\xFF\xD8\xFF",
      "PK\x03\x04",
      "\x1F\x8B",
      "\177ELF",
      "7z\xBC\xAF",
      "Rar!",
      "BZh",
      "\xD0\xCF\x11\xE0",
      "wOFF",
      "wOF2",
      "OggS",
      "RIFF",
      "ID3",
      "SQLite format 3",
  };
  for (const std::string_view signature : kSignatures) {
    if (bytes.starts_with(signature)) return true;
  }
  const std::string_view head = bytes.substr(0, 8192);
  const auto controls = std::ranges::count_if(head, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !IsAsciiSpace(c);
  });
  if (controls == 0) return false;
  const std::string name = ChooseEncoding(head, {}).name;
  if (name.starts_with("UTF-16") || name.starts_with("UTF-32")) return false;
  // A stray byte or two in a short text do not make it binary.
  return controls > 4 && static_cast<std::size_t>(controls) * 10 > head.size();
}

}  // namespace medlint
