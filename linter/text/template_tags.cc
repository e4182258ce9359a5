// SPDX-License-Identifier: Apache-2.0

#include "linter/text/template_tags.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
// By Templates.
constexpr std::string_view kNames[] = {"none", "jinja", "liquid",
                                       "php",  "hugo",  "auto"};

// No tag between braces is longer.
constexpr std::size_t kMostBytes = 4096;
constexpr int kLeastControl = 3;

// Which tags are looked for.
struct Syntax {
  bool braces = false;   // {{ }}
  bool percent = false;  // {% %}
  bool hash = false;     // {# #}
  bool php = false;
  bool front_matter = false;
};

Syntax SyntaxOf(Templates templates) {
  switch (templates) {
    case Templates::kJinja:
      return {.braces = true, .percent = true, .hash = true};
    case Templates::kLiquid:
      return {.braces = true, .percent = true, .front_matter = true};
    case Templates::kPhp:
      return {.php = true};
    case Templates::kHugo:
      return {.braces = true, .front_matter = true};
    case Templates::kUnused:
    case Templates::kAuto:
      break;
  }
  return {};
}

// The first word in a tag: "if" of "{%- if x %}", "end" of "{{ end }}".
std::string_view FirstWord(std::string_view tag) {
  tag.remove_prefix(2);
  const auto is_letter = [](char c) { return IsAsciiAlpha(c) || c == '_'; };
  std::size_t begin = 0;
  while (begin < tag.size() && (IsAsciiSpace(tag[begin]) || tag[begin] == '-'))
    ++begin;
  std::size_t end = begin;
  while (end < tag.size() && is_letter(tag[end]))
    ++end;
  return tag.substr(begin, end - begin);
}

// The end of the front matter that the text begins with, its last line
// included; 0 if there is none.
std::size_t EndOfFrontMatter(std::string_view text) {
  const std::string_view fence = text.substr(0, 3);
  if (fence != "---" && fence != "+++") return 0;
  const char sign = fence == "---" ? ':' : '=';
  bool has_key = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    while (!line.empty() && IsAsciiSpace(line.back()))
      line.remove_suffix(1);
    if (line == fence && begin > 0) {
      return has_key ? std::min(end + 1, text.size()) : 0;
    }
    if (begin == 0 && line != fence) return 0;
    has_key |= !line.empty() && IsAsciiAlpha(line.front()) &&
               line.find(sign) != kNowhere;
    begin = end + 1;
  }
  return 0;
}

// The end of the PHP that begins before "at": behind "?>", or the end of the
// text.  "?>" ends it in a line comment, but not in a string or in /* */.
std::size_t EndOfPhp(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (text.substr(at, 2) == "?>") return at + 2;
    if (c == '"' || c == '\'') {
      for (++at; at < text.size() && text[at] != c; ++at)
        at += text[at] == '\\' ? 1U : 0U;
    } else if (text.substr(at, 2) == "/*") {
      const std::size_t end = text.find("*/", at + 2);
      if (end == kNowhere) return text.size();
      at = end + 1;
    } else if (c == '#' || text.substr(at, 2) == "//") {
      while (at < text.size() && text[at] != '\n' && text.substr(at, 2) != "?>")
        ++at;
      continue;
    }
    ++at;
  }
  return text.size();
}

// Where a sign stands next, for questions that move ahead: each byte is looked
// at once.
class Ahead {
 public:
  Ahead(std::string_view text, std::string_view sign)
      : text_(text), sign_(sign) {}

  std::size_t From(std::size_t at) {
    if (next_ < at || is_new_) next_ = text_.find(sign_, at);
    is_new_ = false;
    return next_;
  }

 private:
  std::string_view text_;
  std::string_view sign_;
  std::size_t next_ = 0;
  bool is_new_ = true;
};

class TagFinder {
 public:
  TagFinder(std::string_view text, Syntax syntax)
      : text_(text), syntax_(syntax) {}

  std::vector<CleanSpan> Find() {
    if (syntax_.front_matter) {
      at_ = EndOfFrontMatter(text_);
      if (at_ > 0) tags_.push_back(CleanSpan::Of(0, at_));
    }
    while ((at_ = text_.find_first_of("{<", at_)) != kNowhere) {
      const std::size_t end = EndOfTag();
      if (end == 0) {
        ++at_;
        continue;
      }
      tags_.push_back(CleanSpan::Of(at_, end));
      const std::string_view tag = text_.substr(at_, end - at_);
      at_ = end;
      if (tag.starts_with("{%")) EnterTag(FirstWord(tag));
    }
    return std::move(tags_);
  }

 private:
  // Of the tag at "at_"; 0 if there is none.
  std::size_t EndOfTag() {
    const std::string_view two = text_.substr(at_, 2);
    if (two == "{{" && syntax_.braces) {
      // A comment of Hugo's may hold anything.
      const std::string_view start = text_.substr(at_, 5);
      if (start.starts_with("{{/*") || start == "{{- /") {
        const std::size_t end = comment_ends_.From(at_);
        if (end == kNowhere) return 0;
        const std::size_t close = text_.find("}}", end);
        return close == kNowhere ? 0 : close + 2;
      }
      return EndOfBraces("}}");
    }
    if (two == "{%" && syntax_.percent) return EndOfBraces("%}");
    if (two == "{#" && syntax_.hash) {
      const std::size_t end = hash_ends_.From(at_ + 2);
      return end == kNowhere ? 0 : end + 2;
    }
    if (two != "<?" || !syntax_.php) return 0;
    const std::string_view name = text_.substr(at_ + 2, 3);
    if (EqualsIgnoringAsciiCase(name, "php")) return EndOfPhp(text_, at_ + 5);
    const bool is_short =
        name.starts_with('=') || (!name.empty() && IsAsciiSpace(name.front()));
    return is_short ? EndOfPhp(text_, at_ + 2) : 0;
  }

  std::size_t EndOfBraces(std::string_view close) const {
    const std::size_t limit = std::min(text_.size(), at_ + kMostBytes);
    for (std::size_t i = at_ + 2; i < limit; ++i) {
      const std::string_view two = text_.substr(i, 2);
      if (two == close) {
        // "{{ {a: 1}}}" and "{{{ a }}}" end at the last brace.
        const bool one_more =
            text_.substr(i, 3) == "}}}" &&
            text_.substr(at_ + 2, i - at_ - 2).find('{') != kNowhere;
        return one_more ? i + 3 : i + 2;
      }
      if (two == "{%" || (two == "{{" && i > at_ + 2)) return 0;
      const char c = text_[i];
      if (c != '"' && c != '\'' && c != '`') continue;
      const std::string_view within = text_.substr(0, limit);
      const std::string_view line = within.substr(0, within.find('\n', i));
      const std::size_t other = line.find(c, i + 1);
      if (other != kNowhere) i = other;
    }
    return 0;
  }

  // What the tag that has just been read opens, if that is no text or no tags.
  void EnterTag(std::string_view word) {
    const bool is_comment = word == "comment";
    if (!is_comment && word != "raw" && word != "verbatim") return;
    if (std::ranges::find(unclosed_, word) != unclosed_.end()) return;
    const std::string wanted = "end" + std::string(word);
    for (std::size_t at = text_.find("{%", at_); at != kNowhere;
         at = text_.find("{%", at + 2)) {
      if (FirstWord(text_.substr(at, kMostBytes)) != wanted) continue;
      if (is_comment) tags_.back().end = static_cast<Offset>(at);
      at_ = at;
      return;
    }
    unclosed_.push_back(word);  // nor is any later one
  }

  const std::string_view text_;
  const Syntax syntax_;
  std::size_t at_ = 0;
  std::vector<CleanSpan> tags_;
  Ahead comment_ends_{text_, "*/"};
  Ahead hash_ends_{text_, "#}"};
  std::vector<std::string_view> unclosed_;  // words of tags without an end
};

// Tags of control flow: how many, and whether each that opens is closed.
struct Control {
  int count = 0;
  int open = 0;

  bool IsTemplate() const { return count >= kLeastControl && open == 0; }
};

Control JinjaControl(std::string_view text, std::span<const CleanSpan> tags) {
  static constexpr std::string_view kOpens[] = {
      "if", "for", "block", "unless", "case", "capture", "macro", "with"};
  static constexpr std::string_view kOthers[] = {
      "else",   "elif",   "elsif", "when", "include", "extends",
      "assign", "import", "from",  "load", "set",     "render"};
  Control control;
  for (const CleanSpan tag : tags) {
    if (!tag.In(text).starts_with("{%")) continue;
    const std::string_view word = FirstWord(tag.In(text));
    const bool opens = std::ranges::find(kOpens, word) != std::end(kOpens);
    const bool closes =
        word.starts_with("end") &&
        std::ranges::find(kOpens, word.substr(3)) != std::end(kOpens);
    const bool other = std::ranges::find(kOthers, word) != std::end(kOthers);
    control.count += opens || closes || other ? 1 : 0;
    control.open += opens ? 1 : closes ? -1 : 0;
  }
  return control;
}

Control HugoControl(std::string_view text, std::span<const CleanSpan> tags) {
  static constexpr std::string_view kOpens[] = {"if", "range", "with", "block",
                                                "define"};
  static constexpr std::string_view kOthers[] = {"else", "partial", "template",
                                                 "partialCached"};
  Control control;
  for (const CleanSpan tag : tags) {
    const std::string_view word = FirstWord(tag.In(text));
    const bool opens = std::ranges::find(kOpens, word) != std::end(kOpens);
    const bool other = std::ranges::find(kOthers, word) != std::end(kOthers);
    control.count += opens || word == "end" || other ? 1 : 0;
    control.open += opens ? 1 : word == "end" ? -1 : 0;
  }
  return control;
}

// Which tags the text itself shows to be meant.
Syntax Evidence(std::string_view text) {
  Syntax found;
  if (EndOfFrontMatter(text) > 0) {
    found = {.braces = true, .percent = true, .front_matter = true};
  }
  const auto php = TagFinder(text, {.php = true}).Find();
  const auto first = text.find_first_not_of(" \t\r\n");
  const bool begins_with_php =
      first != kNowhere &&
      EqualsIgnoringAsciiCase(text.substr(first, 5), "<?php");
  found.php = begins_with_php || php.size() >= 2;
  const auto jinja = TagFinder(text, SyntaxOf(Templates::kJinja)).Find();
  const bool extends = !jinja.empty() && first == jinja.front().begin &&
                       FirstWord(jinja.front().In(text)) == "extends";
  if (extends || JinjaControl(text, jinja).IsTemplate()) {
    found.braces = found.percent = found.hash = true;
  }
  const auto hugo = TagFinder(text, {.braces = true}).Find();
  found.braces |= HugoControl(text, hugo).IsTemplate();
  return found;
}

// True for {% else %}, {{ else if }}, <?php elseif (a): ?>.
bool IsAlternative(std::string_view tag) {
  const std::string_view start = tag.substr(0, 16);
  return std::ranges::any_of(
      std::to_array<std::string_view>({"else", "elif", "elsif"}),
      [&](std::string_view word) { return start.find(word) != kNowhere; });
}

// Where a byte of HTML stands.
class Context {
 public:
  void Step(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (quote_ != '\0') {
      if (c == quote_) quote_ = '\0';
    } else if (!in_tag_) {
      const char next = at + 1 < text.size() ? text[at + 1] : '\0';
      in_tag_ = c == '<' && (IsAsciiAlpha(next) || next == '/');
    } else if (c == '>') {
      in_tag_ = false;
    } else if ((c == '"' || c == '\'') && last_ == '=') {
      quote_ = c;
    }
    if (!IsAsciiSpace(c)) last_ = c;
  }

  bool IsBetweenAttributes() const { return in_tag_ && quote_ == '\0'; }

 private:
  bool in_tag_ = false;
  char quote_ = '\0';
  char last_ = '\0';  // but for white space
};

}  // namespace

std::span<const std::string_view> TemplatesNames() {
  return kNames;
}

std::string_view TemplatesName(Templates templates) {
  return kNames[static_cast<std::size_t>(templates)];
}

std::optional<Templates> TemplatesNamed(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<Templates>(found - std::begin(kNames));
}

std::vector<CleanSpan> FindTemplateTags(std::string_view text,
                                        Templates templates) {
  if (templates == Templates::kUnused) return {};
  return TagFinder(text, templates == Templates::kAuto ? Evidence(text)
                                                       : SyntaxOf(templates))
      .Find();
}

std::string BlankTemplateTags(std::string_view text,
                              std::span<const CleanSpan> tags) {
  std::string blanked(text);
  Context context;
  std::size_t at = 0;
  for (const CleanSpan tag : tags) {
    for (; at < tag.begin; ++at)
      context.Step(text, at);
    const char blank = context.IsBetweenAttributes() ? ' ' : '\x7F';
    if (IsAlternative(tag.In(text))) blanked[at++] = ' ';
    for (; at < tag.end; ++at) {
      if (blanked[at] != '\n' && blanked[at] != '\r') blanked[at] = blank;
    }
  }
  return blanked;
}

}  // namespace medlint
