// SPDX-License-Identifier: Apache-2.0

#include "linter/report/terminal_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr char32_t kDelete = 0x7F;

// Characters that act on the text around them and show nothing themselves.  The
// joiners are not among them: emoji and Persian words are written with them.
bool Steers(char32_t c) {
  if (c < 0x80) return false;
  if (c < 0xA0 || c == 0xAD) return true;
  if (c == 0x200C || c == 0x200D) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
         type == U_PARAGRAPH_SEPARATOR || type == U_SURROGATE;
}

bool IsControl(char32_t c) {
  return c < 0x20 || c == kDelete;
}

bool IsJoiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

std::string Notation(char32_t c) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string digits;
  for (int shift = 20; shift >= 0; shift -= 4) {
    const auto digit = (c >> static_cast<unsigned>(shift)) & 0xFU;
    if (digit != 0 || !digits.empty() || shift < 16) {
      digits.push_back(kDigits[digit]);
    }
  }
  return "<U+" + digits + ">";
}

// How much of "text" is printable ASCII with single spaces between words: it is
// shown as it is, one cell for each byte.
std::size_t PlainPrefix(std::string_view text) {
  std::size_t i = 0;
  for (char before = ' '; i < text.size(); before = text[i++]) {
    const char c = text[i];
    if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) break;
  }
  // A space at the end waits for what follows.
  if (i > 0 && text[i - 1] == ' ') --i;
  return i;
}

}  // namespace

int VisibleWidth(char32_t c) {
  if (c >= 0x20 && c < kDelete) return 1;
  if (IsControl(c)) return 1;
  if (c < 0x300 && !Steers(c)) return 1;
  if (Steers(c)) return static_cast<int>(Notation(c).size());
  const auto point = static_cast<UChar32>(c);
  const auto type = u_charType(point);
  if (IsJoiner(c) || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int AppendVisible(char32_t c, std::string& out) {
  if (IsControl(c)) {
    AppendUtf8(c == kDelete ? 0x2421 : 0x2400 + c, out);
    return 1;
  }
  if (Steers(c)) {
    const std::string notation = Notation(c);
    out += notation;
    return static_cast<int>(notation.size());
  }
  AppendUtf8(c, out);
  return VisibleWidth(c);
}

std::string Visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    AppendVisible(point.value, out);
    i += point.size;
  }
  return out;
}

std::string VisibleLine(std::string_view text, int max_cells) {
  std::string out;
  out.reserve(std::min(text.size(), std::size_t{256}));
  int cells = 0;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const int room = std::max(0, max_cells - cells - (space ? 1 : 0));
    const std::size_t plain =
        PlainPrefix(text.substr(i, static_cast<std::size_t>(room)));
    if (plain > 0) {
      if (space) out.push_back(' ');
      out += text.substr(i, plain);
      cells += static_cast<int>(plain) + (space ? 1 : 0);
      space = false;
      i += plain;
      continue;
    }
    const CodePoint point = DecodeUtf8(text, i);
    i += point.size;
    if (point.value < 0x80 && IsAsciiSpace(static_cast<char>(point.value))) {
      space = !out.empty();
      continue;
    }
    const int width = VisibleWidth(point.value) + (space ? 1 : 0);
    if (cells + width > max_cells) return out + "…";
    if (space) out.push_back(' ');
    space = false;
    AppendVisible(point.value, out);
    cells += width;
  }
  return out;
}

std::string VisibleLines(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find('\n');
    out += Visible(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    out.push_back('\n');
    text.remove_prefix(end + 1);
  }
}

}  // namespace medlint
