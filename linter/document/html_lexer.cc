// SPDX-License-Identifier: Apache-2.0

#include "linter/document/html_lexer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/content_model.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kMaxAttributes =
    std::numeric_limits<std::uint16_t>::max();

// What ends a name in a tag.
enum : std::uint8_t {
  kSpace = 1,
  kSlash = 2,
  kGreater = 4,
  kEquals = 8,
};

consteval std::array<std::uint8_t, 256> MakeClasses() {
  std::array<std::uint8_t, 256> classes = {};
  for (const char c : {' ', '\t', '\n', '\r', '\f'})
    classes[static_cast<unsigned char>(c)] = kSpace;
  classes[static_cast<unsigned char>('/')] = kSlash;
  classes[static_cast<unsigned char>('>')] = kGreater;
  classes[static_cast<unsigned char>('=')] = kEquals;
  return classes;
}

constexpr auto kClasses = MakeClasses();

bool Is(char c, unsigned classes) {
  return (kClasses[static_cast<unsigned char>(c)] & classes) != 0;
}

// Elements that keep their meaning in <svg>.
bool IsKnownInForeign(Tag tag) {
  return tag == Tag::k_a || tag == Tag::k_script || tag == Tag::k_style ||
         tag == Tag::k_svg || tag == Tag::k_math;
}

// Elements of <svg> that have text of their own.
bool StandsApart(std::string_view name) {
  return EqualsIgnoringAsciiCase(name, "text") ||
         EqualsIgnoringAsciiCase(name, "title") ||
         EqualsIgnoringAsciiCase(name, "desc");
}

}  // namespace

std::size_t HtmlLexer::Find(char c, std::size_t at) const {
  return at < source_.size() ? source_.find(c, at) : kNowhere;
}

// REQUIRES: source_[at] == '<'
bool HtmlLexer::OpensMarkup(std::size_t at) const {
  if (at + 1 >= source_.size()) return false;
  const char next = source_[at + 1];
  if (next == '/') return at + 2 < source_.size();
  return IsAsciiAlpha(next) || next == '!' || next == '?';
}

bool HtmlLexer::Next(HtmlToken& token) {
  while (position_ < source_.size()) {
    token = {};
    const bool markup = source_[position_] == '<' && OpensMarkup(position_);
    if (markup ? LexMarkup(token) : LexText(token)) return true;
  }
  return false;
}

bool HtmlLexer::LexText(HtmlToken& token) {
  std::size_t end = Find('<', position_);
  while (end != kNowhere && !OpensMarkup(end))
    end = Find('<', end + 1);
  end = std::min(end, source_.size());
  token.kind = HtmlToken::Kind::kText;
  token.span = token.content = CleanSpan::Of(position_, end);
  position_ = end;
  return true;
}

bool HtmlLexer::LexMarkup(HtmlToken& token) {
  const char next = source_[position_ + 1];
  if (next == '!') return LexDeclaration(token);
  if (next == '?') return SkipBogusComment();
  if (next == '/' && !IsAsciiAlpha(source_[position_ + 2]))
    return SkipBogusComment();
  return LexTag(token);
}

bool HtmlLexer::SkipBogusComment() {
  const std::size_t end = Find('>', position_);
  position_ = end == kNowhere ? source_.size() : end + 1;
  return false;
}

bool HtmlLexer::LexDeclaration(HtmlToken& token) {
  static constexpr std::string_view kCdata = "<![CDATA[";
  const std::string_view rest = source_.substr(position_);
  if (rest.starts_with("<!--")) return LexComment(token);
  if (!InForeign() || !rest.starts_with(kCdata)) return SkipBogusComment();
  const std::size_t begin = position_ + kCdata.size();
  const std::size_t close = source_.find("]]>", begin);
  token.kind = HtmlToken::Kind::kCdata;
  token.content = CleanSpan::Of(begin, std::min(close, source_.size()));
  const std::size_t end = close == kNowhere ? source_.size() : close + 3;
  token.span = CleanSpan::Of(position_, end);
  position_ = end;
  return true;
}

bool HtmlLexer::LexComment(HtmlToken& token) {
  const std::size_t begin = position_ + 4;
  std::size_t close = source_.size();
  std::size_t end = source_.size();
  // "<!-->" and "<!--->" are comments too: their dashes count twice.
  for (std::size_t at = source_.find("--", position_ + 2); at != kNowhere;
       at = source_.find("--", at + 1)) {
    const std::string_view after = source_.substr(at + 2, 2);
    const bool bang = after == "!>" && at >= begin;
    if (!after.starts_with('>') && !bang) continue;
    close = std::max(at, begin);
    end = at + (bang ? 4 : 3);
    break;
  }
  token.kind = HtmlToken::Kind::kComment;
  token.span = CleanSpan::Of(position_, end);
  token.content = CleanSpan::Of(std::min(begin, end), std::min(close, end));
  position_ = end;
  return true;
}

bool HtmlLexer::LexTag(HtmlToken& token) {
  const bool is_end = source_[position_ + 1] == '/';
  const std::size_t name = position_ + (is_end ? 2 : 1);
  std::size_t at = name;
  while (at < source_.size() && !Is(source_[at], kSpace | kSlash | kGreater))
    ++at;
  token.kind = is_end ? HtmlToken::Kind::kEndTag : HtmlToken::Kind::kStartTag;
  token.name = CleanSpan::Of(name, at);
  attributes_.clear();
  const std::size_t end = LexAttributes(at, !is_end, token.self_closing);
  if (end == kNowhere) {
    position_ = source_.size();
    return false;
  }
  token.span = CleanSpan::Of(position_, end);
  token.tag = FindTag(token.name.In(source_));
  position_ = end;
  if (is_end) {
    FollowForeignEnd(token);
  } else {
    FollowForeignStart(token);
    LexContent(token);
  }
  return true;
}

std::size_t HtmlLexer::LexAttributes(std::size_t at, bool keep,
                                     bool& self_closing) {
  while (at < source_.size()) {
    if (source_[at] == '>') return at + 1;
    if (Is(source_[at], kSpace | kSlash)) {
      self_closing = source_[at] == '/' && at + 1 < source_.size() &&
                     source_[at + 1] == '>';
      ++at;
      continue;
    }
    at = LexAttribute(at, keep);
  }
  return kNowhere;
}

// An attribute begins at any other byte, '=' included; returns where it ends.
std::size_t HtmlLexer::LexAttribute(std::size_t at, bool keep) {
  const std::size_t name = at++;
  while (at < source_.size() &&
         !Is(source_[at], kSpace | kSlash | kGreater | kEquals))
    ++at;
  Attribute attribute = {};
  attribute.name = CleanSpan::Of(name, at);
  attribute.value = CleanSpan::Of(at, at);
  std::size_t equals = at;
  while (equals < source_.size() && Is(source_[equals], kSpace))
    ++equals;
  if (equals < source_.size() && source_[equals] == '=')
    at = LexValue(equals + 1, attribute.value);
  if (keep && attributes_.size() < kMaxAttributes) {
    attribute.known = FindAttributeName(attribute.name.In(source_));
    attributes_.push_back(attribute);
  }
  return at;
}

std::size_t HtmlLexer::LexValue(std::size_t at, CleanSpan& value) const {
  while (at < source_.size() && Is(source_[at], kSpace))
    ++at;
  if (at == source_.size()) return at;
  const char first = source_[at];
  if (first == '"' || first == '\'') {
    const std::size_t end = std::min(Find(first, at + 1), source_.size());
    value = CleanSpan::Of(at + 1, end);
    return std::min(end + 1, source_.size());
  }
  const std::size_t begin = at;
  while (at < source_.size() && !Is(source_[at], kSpace | kGreater))
    ++at;
  value = CleanSpan::Of(begin, at);
  return at;
}

void HtmlLexer::LexContent(HtmlToken& token) {
  const ContentModel model = ContentModelOf(token.tag);
  if (model == ContentModel::kMarkup || model == ContentModel::kVoid) return;
  if (token.self_closing) return;  // <script/> in <svg>
  std::size_t close = kNowhere;
  if (token.tag == Tag::k_script) {
    close = FindScriptEnd(position_);
  } else if (model != ContentModel::kRest) {
    close = FindEndTag(position_, TagName(token.tag));
  }
  token.content = CleanSpan::Of(position_, std::min(close, source_.size()));
  token.end_tag = CleanSpan::Of(token.content.end, token.content.end);
  position_ = token.content.end;
  if (close == kNowhere) return;
  bool self_closing = false;
  const std::size_t end = LexAttributes(close + 2 + TagName(token.tag).size(),
                                        /*keep=*/false, self_closing);
  position_ = std::min(end, source_.size());
  token.end_tag = CleanSpan::Of(close, position_);
}

// True if "name" stands at "at" and ends there.
bool HtmlLexer::IsTagAt(std::size_t at, std::string_view name) const {
  const std::size_t end = at + name.size();
  return end < source_.size() && Is(source_[end], kSpace | kSlash | kGreater) &&
         EqualsIgnoringAsciiCase(source_.substr(at, name.size()), name);
}

std::size_t HtmlLexer::FindEndTag(std::size_t at, std::string_view name) const {
  for (at = source_.find("</", at); at != kNowhere;
       at = source_.find("</", at + 2)) {
    if (IsTagAt(at + 2, name)) return at;
  }
  return kNowhere;
}

// After "<!--" a <script> is part of the script and needs its own </script>,
// until "-->" (13.2.5.15 to 13.2.5.31).
std::size_t HtmlLexer::FindScriptEnd(std::size_t at) const {
  static constexpr std::string_view kName = "script";
  bool escaped = false;
  bool nested = false;
  for (;;) {
    at = escaped ? source_.find_first_of("<-", at) : Find('<', at);
    if (at == kNowhere) return kNowhere;
    const std::string_view rest = source_.substr(at);
    if (rest.starts_with("-->")) {
      escaped = nested = false;
    } else if (!escaped && rest.starts_with("<!--")) {
      escaped = true;
      ++at;  // "<!-->" ends at once
    } else if (rest.starts_with("</") && IsTagAt(at + 2, kName)) {
      if (!nested) return at;
      nested = false;
    } else if (escaped && rest[0] == '<' && IsTagAt(at + 1, kName)) {
      nested = true;
    }
    ++at;
  }
}

void HtmlLexer::FollowForeignStart(HtmlToken& token) {
  if (InForeign()) {
    if (EndsForeign(token.tag)) {
      foreign_ = 0;
    } else if (!IsKnownInForeign(token.tag)) {
      in_island_ =
          !token.self_closing &&
          EqualsIgnoringAsciiCase(token.name.In(source_), "foreignObject");
      token.stands_apart = StandsApart(token.name.In(source_));
      token.tag = Tag::k_other;
    }
  }
  const bool opens = token.tag == Tag::k_svg || token.tag == Tag::k_math;
  // Elsewhere "<div/>" is "<div>".
  if (!opens && !InForeign()) token.self_closing = false;
  if (!opens || token.self_closing) return;
  ++foreign_;
  in_island_ = false;
}

void HtmlLexer::FollowForeignEnd(HtmlToken& token) {
  if (foreign_ == 0) return;
  if (token.tag == Tag::k_svg || token.tag == Tag::k_math) {
    --foreign_;
    in_island_ = false;
  } else if (in_island_) {
    in_island_ =
        !EqualsIgnoringAsciiCase(token.name.In(source_), "foreignObject");
  } else if (!IsKnownInForeign(token.tag)) {
    token.stands_apart = StandsApart(token.name.In(source_));
    token.tag = Tag::k_other;
  }
}

}  // namespace medlint
