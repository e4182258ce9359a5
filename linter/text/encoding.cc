// SPDX-License-Identifier: Apache-2.0

#include "linter/text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/error.h"
#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::size_t kPrescanBytes = 4096;
constexpr Offset kCheckpointDistance = 1024;

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view encoding;
};
// UTF-32LE begins like UTF-16LE, so it comes first.
constexpr ByteOrderMark kByteOrderMarks[] = {
    {"\xEF\xBB\xBF", "UTF-8"},
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
};

struct Label {
  std::string_view label;
  std::string_view encoding;
};
// What ICU would take to mean something else than browsers do.
constexpr Label kLabels[] = {
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"utf-16", "UTF-16LE"},
    {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
    {"unicode", "UTF-16LE"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"windows-1252", "windows-1252"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"euc-kr", "windows-949-2000"},
    {"ks_c_5601-1987", "windows-949-2000"},
    {"iso-8859-9", "windows-1254"},
    {"tis-620", "windows-874-2000"},
};

std::string CanonicalEncoding(std::string_view label) {
  const std::string lower = ToAsciiLower(label);
  const auto* const known =
      std::ranges::find(kLabels, std::string_view(lower), &Label::label);
  return known == std::end(kLabels) ? std::string(label)
                                    : std::string(known->encoding);
}

// The value of charset= within the text of one <meta ...> tag, or "".
std::string_view CharsetIn(std::string_view tag) {
  const std::string lower = ToAsciiLower(tag);
  std::size_t at = lower.find("charset");
  if (at == std::string::npos) return {};
  at += std::string_view("charset").size();
  const auto skip_space = [&] {
    while (at < tag.size() && IsAsciiSpace(tag[at]))
      ++at;
  };
  skip_space();
  if (at >= tag.size() || tag[at] != '=') return {};
  ++at;
  skip_space();
  if (at < tag.size() && (tag[at] == '"' || tag[at] == '\'')) ++at;
  const std::size_t end = tag.find_first_of("\"' \t\r\n\f;/>", at);
  return tag.substr(at, end == std::string_view::npos ? end : end - at);
}

// The prescan of the HTML standard (13.2.3.2), as far as pages need it.
std::string_view MetaCharset(std::string_view bytes) {
  static constexpr std::string_view kMeta = "<meta";
  const std::string_view head = bytes.substr(0, kPrescanBytes);
  for (std::size_t at = head.find('<'); at != std::string_view::npos;
       at = head.find('<', at)) {
    if (head.substr(at, 4) == "<!--") {
      at = head.find("-->", at + 4);
      if (at == std::string_view::npos) return {};
      continue;
    }
    if (!EqualsIgnoringAsciiCase(head.substr(at, kMeta.size()), kMeta)) {
      ++at;
      continue;
    }
    const std::size_t end = std::min(head.find('>', at), head.size());
    const std::string_view label = CharsetIn(head.substr(at, end - at));
    if (!label.empty()) return label;
    at = end;
  }
  return {};
}

// UTF-16 without a byte order mark: every other byte of markup is NUL.
std::optional<std::string> GuessUtf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 512);
  if (head.size() < 4) return std::nullopt;
  std::size_t nul[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++nul[i % 2];
  }
  const std::size_t most = head.size() / 4;
  if (nul[1] > most && nul[0] < most / 4 + 1) return "UTF-16LE";
  if (nul[0] > most && nul[1] < most / 4 + 1) return "UTF-16BE";
  return std::nullopt;
}

void AddCheckpoint(OriginMap& map, std::size_t clean, std::size_t origin) {
  map.clean.push_back(static_cast<Offset>(clean));
  map.origin.push_back(static_cast<Offset>(origin));
}

// The code points of 0x80..0x9F, which is all that differs from Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

Transcoded FromWindows1252(std::string_view bytes) {
  Transcoded out{.name = "windows-1252"};
  out.origins.step = OriginMap::Step::kOneByte;
  out.utf8.reserve(bytes.size() + bytes.size() / 16);
  std::size_t next_checkpoint = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (out.utf8.size() >= next_checkpoint) {
      AddCheckpoint(out.origins, out.utf8.size(), i);
      next_checkpoint = out.utf8.size() + kCheckpointDistance;
    }
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool special = 0x80 <= byte && byte <= 0x9F;
    AppendUtf8(special ? kWindows1252[byte - 0x80U] : byte, out.utf8);
  }
  AddCheckpoint(out.origins, out.utf8.size(), bytes.size());
  return out;
}

Transcoded FromUtf16(std::string_view bytes, std::size_t bom_size,
                     bool big_endian) {
  Transcoded out{.name = big_endian ? "UTF-16BE" : "UTF-16LE"};
  out.origins.step = OriginMap::Step::kUtf16;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second
                                            : second << 8U | first);
  };
  std::size_t next_checkpoint = 0;
  std::size_t i = bom_size;
  while (i + 2 <= bytes.size()) {
    if (out.utf8.size() >= next_checkpoint) {
      AddCheckpoint(out.origins, out.utf8.size(), i);
      next_checkpoint = out.utf8.size() + kCheckpointDistance;
    }
    char32_t value = unit(i);
    i += 2;
    const bool high = 0xD800 <= value && value < 0xDC00;
    const char32_t low = high && i + 2 <= bytes.size() ? unit(i) : 0;
    if (high && 0xDC00 <= low && low < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
      i += 2;
    } else if (0xD800 <= value && value < 0xE000) {
      value = kReplacementCharacter;
      ++out.undecodable;
    }
    AppendUtf8(value, out.utf8);
  }
  if (i < bytes.size()) ++out.undecodable;  // half a unit at the end
  AddCheckpoint(out.origins, out.utf8.size(), i);
  return out;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

Result<Transcoded> FromIcu(std::string_view bytes, std::size_t bom_size,
                           const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) {
    return Error(Error::Code::kBadEncoding, "",
                 Quoted(name) + " is not the name of a known encoding")
        .WithHint("name it as browsers do: utf-8, windows-1252, shift_jis");
  }
  Transcoded out{.name = ucnv_getName(converter.get(), &status)};
  out.origins.step = OriginMap::Step::kCheckpointEach;
  std::array<UChar, 2048> units{};
  std::array<std::int32_t, 2048> offsets{};
  const char* source = bytes.data() + bom_size;
  const char* const source_end = bytes.data() + bytes.size();
  char16_t high = 0;
  std::size_t high_origin = 0;
  do {
    const char* const chunk = source;
    UChar* target = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(),
                   &source, source_end, offsets.data(), 1, &status);
    for (const UChar* u = units.data(); u < target; ++u) {
      const std::int32_t offset =
          offsets[static_cast<std::size_t>(u - units.data())];
      // ICU gives -1 to what it completed from an earlier chunk.
      const auto origin = static_cast<std::size_t>(
          (offset < 0 ? chunk : chunk + offset) - bytes.data());
      if (0xD800 <= *u && *u < 0xDC00) {
        high = *u;
        high_origin = origin;
        continue;
      }
      char32_t value = *u;
      std::size_t begin = origin;
      if (0xDC00 <= *u && *u < 0xE000) {
        value = 0x10000U + ((high - 0xD800U) << 10U) + (*u - 0xDC00U);
        begin = high_origin;
      }
      if (value == kReplacementCharacter) ++out.undecodable;
      AddCheckpoint(out.origins, out.utf8.size(), begin);
      AppendUtf8(value, out.utf8);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  AddCheckpoint(out.origins, out.utf8.size(), bytes.size());
  return out;
}

std::optional<std::string> ToWindows1252(std::string_view utf8) {
  std::string bytes;
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = DecodeUtf8(utf8, i);
    i += point.size;
    const auto* const special =
        std::ranges::find(kWindows1252, static_cast<char16_t>(point.value));
    if (point.value < 0x80 || (0xA0 <= point.value && point.value <= 0xFF)) {
      bytes += static_cast<char>(point.value);
    } else if (point.value <= 0xFFFF && special != kWindows1252.end()) {
      bytes += static_cast<char>(0x80 + (special - kWindows1252.begin()));
    } else {
      return std::nullopt;
    }
  }
  return bytes;
}

std::string ToUtf16(std::string_view utf8, bool big_endian) {
  std::string bytes;
  const auto append = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = DecodeUtf8(utf8, i);
    i += point.size;
    if (point.value < 0x10000) {
      append(point.value);
    } else {
      append(0xD800 + ((point.value - 0x10000) >> 10U));
      append(0xDC00 + ((point.value - 0x10000) & 0x3FFU));
    }
  }
  return bytes;
}

std::optional<std::string> ToIcu(std::string_view utf8,
                                 const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  switch (ucnv_getType(converter.get())) {
    case UCNV_SBCS:
    case UCNV_MBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII:
    case UCNV_UTF32_BigEndian:
    case UCNV_UTF32_LittleEndian:
      break;
    default:
      return std::nullopt;
  }
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr,
                        nullptr, nullptr, &status);
  // What ICU's UCNV_GET_MAX_BYTES_FOR_STRING comes to.
  const std::int32_t most =
      (text.length() + 10) * ucnv_getMaxCharSize(converter.get());
  std::string bytes(static_cast<std::size_t>(most), '\0');
  const std::int32_t size =
      text.extract(bytes.data(), most, converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace

EncodingChoice ChooseEncoding(std::string_view bytes,
                              const SourceFile::Options& options) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes)) {
      return {.name = std::string(mark.encoding),
              .bom_size = mark.bytes.size()};
    }
  }
  if (!options.encoding.empty()) {
    return {.name = CanonicalEncoding(options.encoding)};
  }
  if (auto utf16 = GuessUtf16(bytes)) return {.name = *std::move(utf16)};

  const bool utf8 = ValidUtf8Prefix(bytes) == bytes.size();
  if (options.format == SourceFile::Format::kHtml) {
    const std::string_view label = MetaCharset(bytes);
    std::string name = label.empty() ? "" : CanonicalEncoding(label);
    // A page that says UTF-16 in ASCII letters is not in UTF-16.
    if (name.starts_with("UTF-16")) name = "UTF-8";
    if (name == "UTF-8" || (!name.empty() && !utf8)) return {.name = name};
    if (!name.empty() && !IsAscii(bytes)) {
      return {.name = "UTF-8", .overruled_label = std::string(label)};
    }
    // Pure ASCII is the same in every encoding but those that switch with
    // escape sequences; the cheap reading is UTF-8.
    const bool escapes =
        !name.empty() && bytes.find('\x1B') != std::string_view::npos;
    if (escapes) return {.name = name};
  }
  return {.name = utf8 ? "UTF-8" : "windows-1252"};
}

Offset OriginMap::OriginOf(Offset offset, std::string_view utf8) const {
  const auto next = std::ranges::upper_bound(clean, offset);
  if (next == clean.begin()) return 0;
  const auto at = static_cast<std::size_t>(next - clean.begin() - 1);
  Offset result = origin[at];
  if (step == Step::kCheckpointEach) return result;
  for (std::size_t i = clean[at]; i < offset;) {
    const std::size_t size = DecodeUtf8(utf8, i).size;
    result += step == Step::kOneByte ? 1U : size == 4 ? 4U : 2U;
    i += size;
  }
  return result;
}

std::optional<std::string> Encode(std::string_view utf8,
                                  const std::string& name) {
  if (name == "UTF-8") return std::string(utf8);
  if (name == "windows-1252") return ToWindows1252(utf8);
  if (name == "UTF-16LE") return ToUtf16(utf8, false);
  if (name == "UTF-16BE") return ToUtf16(utf8, true);
  return ToIcu(utf8, name);
}

Result<Transcoded> Transcode(std::string_view bytes, std::size_t bom_size,
                             const std::string& name) {
  if (name == "windows-1252") return FromWindows1252(bytes);
  if (name == "UTF-16LE") return FromUtf16(bytes, bom_size, false);
  if (name == "UTF-16BE") return FromUtf16(bytes, bom_size, true);
  return FromIcu(bytes, bom_size, name);
}

}  // namespace medlint
