// SPDX-License-Identifier: Apache-2.0

#include "linter/toml/toml_items.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

constexpr bool IsBareKeyByte(char c) {
  return IsAsciiAlnum(c) || c == '_' || c == '-';
}

std::string WithoutBlanks(std::string_view text) {
  std::string kept(text);
  std::erase_if(kept, IsBlank);
  return kept;
}

class ItemScanner {
 public:
  explicit ItemScanner(std::string_view text) : text_(text) {}

  std::vector<TomlItem> Scan();

 private:
  bool AtEnd() const { return at_ >= text_.size(); }
  bool At(std::string_view token) const {
    return text_.substr(at_).starts_with(token);
  }
  std::size_t EndOfLine(std::size_t from) const {
    return std::min(text_.find('\n', from), text_.size());
  }
  std::size_t SkipBlanks(std::size_t from) const {
    while (from < text_.size() && IsBlank(text_[from]))
      ++from;
    return from;
  }

  bool SkipToItem();
  void ScanHeader();
  void ScanKey();
  void ScanValue();
  void CountBracket(char c);
  void CloseAtEnd();
  void ScanString();
  void ScanText(char quote);
  // True if the array or table goes on in the next line.
  bool ContinuesAfterNewline(char last);
  bool LooksLikeHeader(std::size_t line_start) const;
  bool LooksLikeKey(std::size_t line_start) const;
  void SetFault(TomlItem::Fault fault, std::size_t at);

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  TomlItem item_;
  std::vector<std::size_t> open_;  // offsets of [ and { not closed yet
};

void ItemScanner::SetFault(TomlItem::Fault fault, std::size_t at) {
  if (item_.fault != TomlItem::Fault::kNone) return;
  item_.fault = fault;
  item_.fault_at = at;
}

// Passes blank lines and comments.
bool ItemScanner::SkipToItem() {
  while (!AtEnd()) {
    at_ = SkipBlanks(at_);
    if (AtEnd()) return false;
    if (text_[at_] == '#') {
      at_ = EndOfLine(at_);
    } else if (text_[at_] == '\n') {
      ++at_;
      ++line_;
    } else {
      return true;
    }
  }
  return false;
}

void ItemScanner::ScanHeader() {
  item_.kind = TomlItem::Kind::kHeader;
  item_.array = At("[[");
  const std::size_t end = EndOfLine(at_);
  const std::size_t name = at_ + (item_.array ? 2 : 1);
  const std::size_t close = text_.find_first_of("]#\n", name);
  item_.name = WithoutBlanks(text_.substr(name, std::min(close, end) - name));
  // "[rule]]" lacks a bracket, not has one too many.
  if (text_.substr(std::min(close, end)).starts_with("]]")) item_.array = true;
  at_ = end;
}

void ItemScanner::ScanKey() {
  item_.kind = TomlItem::Kind::kKey;
  char quote = 0;
  while (!AtEnd() && text_[at_] != '\n') {
    const char c = text_[at_];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '=') {
      item_.equals = at_;
      break;
    } else if (c == '#') {
      break;
    }
    ++at_;
  }
  item_.name = WithoutBlanks(text_.substr(item_.begin, at_ - item_.begin));
  if (item_.equals == TomlItem::kNowhere) {
    at_ = EndOfLine(at_);
    return;
  }
  ++at_;
  ScanValue();
}

// Stops at the newline after the value, or at the end.
void ItemScanner::ScanValue() {
  open_.clear();
  char last = '=';  // the last byte that is neither blank nor comment
  while (!AtEnd()) {
    const char c = text_[at_];
    if (c == '"' || c == '\'') {
      ScanString();
      last = c;
      continue;
    }
    if (c == '#') {
      at_ = EndOfLine(at_);
      continue;
    }
    if (c == '\n') {
      if (open_.empty() || !ContinuesAfterNewline(last)) return;
      ++line_;
    } else {
      CountBracket(c);
    }
    if (!IsBlank(c) && c != '\n') last = c;
    ++at_;
  }
  CloseAtEnd();
}

void ItemScanner::CountBracket(char c) {
  if (c == '[' || c == '{') open_.push_back(at_);
  if ((c == ']' || c == '}') && !open_.empty()) open_.pop_back();
}

void ItemScanner::CloseAtEnd() {
  if (open_.empty()) return;
  SetFault(text_[open_.front()] == '[' ? TomlItem::Fault::kOpenArray
                                       : TomlItem::Fault::kOpenTable,
           open_.front());
}

void ItemScanner::ScanString() {
  const char quote = text_[at_];
  if (At(std::string(3, quote))) {
    ScanText(quote);
    return;
  }
  const std::size_t begin = at_;
  for (++at_; !AtEnd() && text_[at_] != '\n'; ++at_) {
    if (text_[at_] == quote) {
      ++at_;
      return;
    }
    const bool escape = quote == '"' && text_[at_] == '\\';
    if (escape && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
  }
  SetFault(TomlItem::Fault::kOpenString, begin);
}

void ItemScanner::ScanText(char quote) {
  const std::string delimiter(3, quote);
  const std::size_t begin = at_;
  const int begin_line = line_;
  for (at_ += 3; !AtEnd(); ++at_) {
    if (At(delimiter)) {
      at_ += 3;
      // Up to two quotes may stand before the closing three.
      for (int i = 0; i < 2 && !AtEnd() && text_[at_] == quote; ++i)
        ++at_;
      return;
    }
    if (text_[at_] == '\n') ++line_;
    const bool escape = quote == '"' && text_[at_] == '\\';
    if (escape && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
  }
  SetFault(TomlItem::Fault::kOpenText, begin);
  // It swallowed the rest.  The next line like a header is taken for one.
  at_ = EndOfLine(begin);
  line_ = begin_line;
  open_.clear();
  while (!AtEnd() && !LooksLikeHeader(at_ + 1)) {
    at_ = EndOfLine(at_ + 1);
    ++line_;
  }
}

bool ItemScanner::ContinuesAfterNewline(char last) {
  const std::size_t next = SkipBlanks(at_ + 1);
  const bool closes = next < text_.size() && text_[next] == '}';
  if (text_[open_.back()] == '{' && last != ',' && last != '{' && !closes) {
    SetFault(TomlItem::Fault::kOpenTable, open_.back());
    open_.pop_back();
  }
  if (open_.empty()) return false;
  // Within an array no line can look like this, so the array was not closed.
  // Within a table that is spread over lines, "key =" is what lines look like.
  const bool in_array = text_[open_.back()] == '[';
  if (LooksLikeHeader(at_ + 1) || (in_array && LooksLikeKey(at_ + 1))) {
    SetFault(
        in_array ? TomlItem::Fault::kOpenArray : TomlItem::Fault::kOpenTable,
        open_.back());
    return false;
  }
  return true;
}

// [name] or [[name]], where "name" begins with a letter: no array of numbers
// or strings looks like that.
bool ItemScanner::LooksLikeHeader(std::size_t line_start) const {
  std::size_t i = SkipBlanks(line_start);
  if (i >= text_.size() || text_[i] != '[') return false;
  if (text_.substr(i).starts_with("[[")) ++i;
  const std::size_t begin = i + 1;
  const std::size_t end = EndOfLine(begin);
  const std::size_t close = text_.substr(0, end).find(']', begin);
  if (close == std::string_view::npos) return false;
  const std::string name = WithoutBlanks(text_.substr(begin, close - begin));
  static constexpr std::string_view kValues[] = {"true", "false", "inf", "nan"};
  return !name.empty() && IsAsciiAlpha(name.front()) &&
         name.find(',') == std::string::npos &&
         std::ranges::find(kValues, name) == std::end(kValues);
}

bool ItemScanner::LooksLikeKey(std::size_t line_start) const {
  const std::size_t begin = SkipBlanks(line_start);
  std::size_t i = begin;
  while (i < text_.size() && (IsBareKeyByte(text_[i]) || text_[i] == '.'))
    ++i;
  if (i == begin) return false;
  i = SkipBlanks(i);
  return i < text_.size() && text_[i] == '=';
}

std::vector<TomlItem> ItemScanner::Scan() {
  std::vector<TomlItem> items;
  while (SkipToItem()) {
    item_ = {};
    item_.begin = at_;
    item_.line = line_;
    text_[at_] == '[' ? ScanHeader() : ScanKey();
    item_.end = at_;
    items.push_back(std::move(item_));
  }
  return items;
}

}  // namespace

std::string TomlItem::Heading() const {
  return array ? "[[" + name + "]]" : "[" + name + "]";
}

std::vector<TomlItem> SplitTomlItems(std::string_view text) {
  return ItemScanner(text).Scan();
}

void ReplaceTomlValue(const TomlItem& item, std::string& text) {
  assert(item.equals != TomlItem::kNowhere);
  const std::size_t value = item.equals + 1;
  const auto lines =
      std::count(text.begin() + static_cast<std::ptrdiff_t>(value),
                 text.begin() + static_cast<std::ptrdiff_t>(item.end), '\n');
  std::string zero = " 0";
  zero.append(static_cast<std::size_t>(lines), '\n');
  text.replace(value, item.end - value, zero);
}

void BlankToml(std::size_t begin, std::size_t end, std::string& text) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
}

std::size_t EndOfTomlTable(const std::vector<TomlItem>& items,
                           std::size_t index, std::size_t size) {
  assert(items[index].kind == TomlItem::Kind::kHeader);
  const std::string prefix = items[index].name + '.';
  for (std::size_t i = index + 1; i < items.size(); ++i) {
    const bool header = items[i].kind == TomlItem::Kind::kHeader;
    if (header && !items[i].name.starts_with(prefix)) return items[i].begin;
  }
  return size;
}

}  // namespace medlint
