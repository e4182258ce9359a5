// SPDX-License-Identifier: Apache-2.0

#include "linter/project/gitignore.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

std::size_t ByteOf(char c) {
  return static_cast<unsigned char>(c);
}

bool IsPrintable(char c) {
  return c >= ' ' && c < '\x7F';
}

bool IsGraphic(char c) {
  return IsPrintable(c) && c != ' ';
}

bool IsHexDigit(char c) {
  return IsAsciiDigit(c) || ('a' <= ToAsciiLower(c) && ToAsciiLower(c) <= 'f');
}

struct NamedClass {
  std::string_view name;
  bool (*has)(char c);
};

constexpr NamedClass kNamedClasses[] = {
    {"alnum", [](char c) { return IsAsciiAlnum(c); }},
    {"alpha", [](char c) { return IsAsciiAlpha(c); }},
    {"blank", [](char c) { return c == ' ' || c == '\t'; }},
    {"cntrl", [](char c) { return ByteOf(c) < 0x20 || c == '\x7F'; }},
    {"digit", [](char c) { return IsAsciiDigit(c); }},
    {"graph", [](char c) { return IsGraphic(c); }},
    {"lower", [](char c) { return IsAsciiLower(c); }},
    {"print", [](char c) { return IsPrintable(c); }},
    {"punct", [](char c) { return IsGraphic(c) && !IsAsciiAlnum(c); }},
    {"space", [](char c) { return IsAsciiSpace(c) || c == '\v'; }},
    {"upper", [](char c) { return IsAsciiUpper(c); }},
    {"xdigit", [](char c) { return IsHexDigit(c); }},
};

// Adds the class that stands between "[:" and ":]".  False if there is none of
// that name.
bool AddNamedClass(std::string_view name, std::bitset<256>& bytes) {
  const auto* const it =
      std::ranges::find(kNamedClasses, name, &NamedClass::name);
  if (it == std::end(kNamedClasses)) return false;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    if (it->has(static_cast<char>(byte))) bytes.set(byte);
  }
  return true;
}

// What stands between "[" and "]".
struct ClassReader {
  std::string_view pattern;
  std::size_t at = 0;
  std::bitset<256> bytes = {};
  char previous = '\0';  // where a range may begin; NUL: nowhere

  char Peek(std::size_t ahead = 0) const {
    return at + ahead < pattern.size() ? pattern[at + ahead] : '\0';
  }

  // Each returns false if the pattern is malformed.
  bool ReadMember();
  bool ReadByte(char& c);
  bool ReadRangeEnd();
};

bool ClassReader::ReadMember() {
  if (Peek() == '-' && previous != '\0' && Peek(1) != '\0' && Peek(1) != ']') {
    return ReadRangeEnd();
  }
  if (Peek() == '[' && Peek(1) == ':') {
    const std::size_t close = pattern.find(']', at + 2);
    if (close == std::string_view::npos) return false;
    if (close > at + 2 && pattern[close - 1] == ':') {
      const auto name = pattern.substr(at + 2, close - 1 - (at + 2));
      at = close + 1;
      previous = '\0';
      return AddNamedClass(name, bytes);
    }
  }
  if (!ReadByte(previous)) return false;
  bytes.set(ByteOf(previous));
  return true;
}

bool ClassReader::ReadByte(char& c) {
  if (Peek() == '\\') ++at;
  if (at >= pattern.size()) return false;
  c = pattern[at++];
  return true;
}

bool ClassReader::ReadRangeEnd() {
  ++at;
  char last = '\0';
  if (!ReadByte(last)) return false;
  for (std::size_t byte = ByteOf(previous); byte <= ByteOf(last); ++byte) {
    bytes.set(byte);
  }
  previous = '\0';
  return true;
}

// A trailing space counts only after a backslash.
std::string_view WithoutTrailingSpaces(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == ' ') continue;
    if (line[i] == '\\') ++i;
    end = i + 1;
  }
  return line.substr(0, end);
}

}  // namespace

GlobPattern::GlobPattern(std::string_view pattern, bool anchored) {
  for (std::size_t i = 0; i < pattern.size() && valid_;) {
    valid_ = ReadToken(pattern, i, anchored);
  }
  if (pattern.empty()) valid_ = false;
}

bool GlobPattern::ReadToken(std::string_view pattern, std::size_t& i,
                            bool anchored) {
  const char c = pattern[i];
  if (c == '*') return ReadStars(pattern, i, anchored);
  if (c == '[') return ReadClass(pattern, i, anchored);
  if (c == '?') {
    Token token;
    token.bytes.set();
    token.bytes.reset(ByteOf('/'));
    tokens_.push_back(token);
    ++i;
    return true;
  }
  if (c == '\\' && ++i == pattern.size()) return false;
  AddByte(pattern[i++]);
  return true;
}

void GlobPattern::AddByte(char c) {
  Token token;
  token.bytes.set(ByteOf(c));
  tokens_.push_back(token);
}

bool GlobPattern::ReadStars(std::string_view pattern, std::size_t& i,
                            bool anchored) {
  const std::size_t begin = i;
  while (i < pattern.size() && pattern[i] == '*') {
    ++i;
  }
  Token token;
  token.kind = Token::Kind::kSegment;
  const bool at_start = begin == 0 || pattern[begin - 1] == '/';
  if (anchored && i - begin >= 2 && at_start) {
    if (i == pattern.size() || pattern.substr(i).starts_with("\\/")) {
      token.kind = Token::Kind::kAny;
    } else if (pattern[i] == '/') {
      token.kind = Token::Kind::kFolders;
      ++i;
    }
  }
  tokens_.push_back(token);
  return true;
}

// After git's wildmatch.c, whose classes differ from POSIX: "!" and "^" both
// negate, "]" may stand first, and a backslash escapes.
bool GlobPattern::ReadClass(std::string_view pattern, std::size_t& i,
                            bool anchored) {
  ClassReader reader{.pattern = pattern, .at = i + 1};
  const char mark = reader.Peek();
  const bool negated = mark == '!' || mark == '^';
  if (negated) ++reader.at;
  do {
    if (!reader.ReadMember()) return false;
  } while (reader.Peek() != ']');
  i = reader.at + 1;
  Token token;
  token.bytes = negated ? ~reader.bytes : reader.bytes;
  if (anchored) token.bytes.reset(ByteOf('/'));
  tokens_.push_back(token);
  return true;
}

// Most patterns are names or end like "*.html": the bytes at both ends are
// settled first, and often that is all.
bool GlobPattern::Matches(std::string_view path) const {
  if (!valid_) return false;
  std::span<const Token> tokens = tokens_;
  while (!tokens.empty() && tokens.front().kind == Token::Kind::kByte) {
    if (path.empty() || !tokens.front().bytes[ByteOf(path.front())]) {
      return false;
    }
    path.remove_prefix(1);
    tokens = tokens.subspan(1);
  }
  while (!tokens.empty() && tokens.back().kind == Token::Kind::kByte) {
    if (path.empty() || !tokens.back().bytes[ByteOf(path.back())]) return false;
    path.remove_suffix(1);
    tokens = tokens.first(tokens.size() - 1);
  }
  if (tokens.empty()) return path.empty();
  if (tokens.size() == 1 && tokens.front().kind == Token::Kind::kSegment) {
    return path.find('/') == std::string_view::npos;
  }
  return MatchesInParallel(tokens, path);
}

// Runs all ways to match side by side.
bool GlobPattern::MatchesInParallel(std::span<const Token> tokens,
                                    std::string_view path) {
  States states(tokens.size());
  states.reached[0] = true;
  PassOptional(tokens, states.reached);
  for (const char c : path)
    Step(tokens, c, states);
  return states.reached[tokens.size()];
}

void GlobPattern::Step(std::span<const Token> tokens, char c, States& states) {
  using Kind = Token::Kind;
  std::vector<bool> next(tokens.size() + 1);
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const bool here = states.reached[t];
    switch (tokens[t].kind) {
      case Kind::kByte:
        next[t + 1] = here && tokens[t].bytes[ByteOf(c)];
        break;
      case Kind::kSegment:
        if (here && c != '/') next[t] = true;
        break;
      case Kind::kAny:
        if (here) next[t] = true;
        break;
      case Kind::kFolders:
        if (here) states.begun[t] = true;
        next[t + 1] = states.begun[t] && c == '/';
        break;
    }
  }
  PassOptional(tokens, next);
  states.reached = std::move(next);
}

void GlobPattern::PassOptional(std::span<const Token> tokens,
                               std::vector<bool>& reached) {
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const bool optional = tokens[t].kind != Token::Kind::kByte;
    if (reached[t] && optional) reached[t + 1] = true;
  }
}

Gitignore::Gitignore(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (end < text.size() && line.ends_with('\r')) line.remove_suffix(1);
    AddLine(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void Gitignore::AddLine(std::string_view line) {
  if (line.starts_with('#')) return;
  line = WithoutTrailingSpaces(line);
  const bool takes_back = line.starts_with('!');
  if (takes_back) line.remove_prefix(1);
  const bool folders_only = line.ends_with('/');
  if (folders_only) line.remove_suffix(1);
  const bool anchored = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  patterns_.push_back({.glob = GlobPattern(line, anchored),
                       .takes_back = takes_back,
                       .folders_only = folders_only,
                       .anchored = anchored});
}

Gitignore::Verdict Gitignore::Match(std::string_view path,
                                    bool is_folder) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (std::size_t i = patterns_.size(); i-- > 0;) {
    const Pattern& pattern = patterns_[i];
    if (pattern.folders_only && !is_folder) continue;
    if (!pattern.glob.Matches(pattern.anchored ? path : name)) continue;
    return pattern.takes_back ? Verdict::kTakenBack : Verdict::kIgnored;
  }
  return Verdict::kUndecided;
}

}  // namespace medlint
