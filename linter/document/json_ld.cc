// SPDX-License-Identifier: Apache-2.0

#include "linter/document/json_ld.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/document.h"
#include "linter/document/json_string.h"
#include "linter/document/markup.h"
#include "linter/document/unseen_text.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr int kMaxNesting = 64;
constexpr std::size_t kMaxKey = 128;   // bytes of a key in a path
constexpr std::size_t kMaxPath = 256;  // bytes; what is deeper has the same

struct Node {
  int number = -1;  // given when its first property is met
  bool is_article = false;
  std::vector<BlockIndex> names;
};

// Where a value stands.
struct Place {
  Node* node = nullptr;  // null at the top, where objects are nodes
  std::string path;      // within the node
  int depth = 0;
};

// The first "most" bytes of "text" or a little less, whole characters.
std::string_view Cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && IsContinuationByte(text[most]))
    --most;
  return text.substr(0, most);
}

bool IsArticleType(std::string_view type) {
  const std::size_t slash = type.find_last_of("/:");
  if (slash != std::string_view::npos) type.remove_prefix(slash + 1);
  return type.ends_with("Article") || type.ends_with("WebPage") ||
         type == "BlogPosting" || type == "Report";
}

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Scanner {
 public:
  Scanner(const RawText& script, UnseenText& unseen, int& next_node,
          std::vector<DocumentProblem>& problems)
      : source_(unseen.markup().source),
        element_(script.element),
        at_(script.content.begin),
        end_(script.content.end),
        unseen_(unseen),
        next_node_(next_node),
        problems_(problems) {}

  void Read() {
    RemoveWrapper();
    SkipSpace();
    if (at_ == end_) return;
    if (!ReadValue(Place{})) return;
    SkipSpace();
    if (at_ < end_) Fail("text after the end of the JSON value");
  }

 private:
  // Old pages hide scripts: <!-- ... -->, //<![CDATA[ ... //]]>.
  void RemoveWrapper() {
    SkipSpace();
    for (const std::string_view start :
         {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
      if (Rest().starts_with(start)) at_ += static_cast<Offset>(start.size());
    }
    const auto trim = [&] {
      while (end_ > at_ && IsSpace(source_[end_ - 1]))
        --end_;
    };
    trim();
    for (const std::string_view stop : {"/*]]>*/", "//]]>", "]]>", "-->"}) {
      if (Rest().ends_with(stop)) end_ -= static_cast<Offset>(stop.size());
    }
    trim();
  }

  std::string_view Rest() const { return source_.substr(at_, end_ - at_); }
  char Peek() const { return at_ < end_ ? source_[at_] : '\0'; }

  void SkipSpace() {
    while (at_ < end_ && IsSpace(source_[at_]))
      ++at_;
  }

  bool Take(char c) {
    SkipSpace();
    if (Peek() != c || at_ == end_) return false;
    ++at_;
    return true;
  }

  bool Fail(std::string what) {
    const Offset size = at_ < end_ ? 1 : 0;
    problems_.push_back({DocumentProblem::Kind::kBrokenJsonLd,
                         {at_, at_ + size},
                         std::move(what)});
    return false;
  }

  bool ReadValue(const Place& place) {
    SkipSpace();
    switch (Peek()) {
      case '{':
        return ReadObject(place);
      case '[':
        return ReadArray(place);
      case '"':
        return ReadString(place);
      default:
        return ReadScalar(place);
    }
  }

  bool ReadObject(const Place& place) {
    if (place.depth >= kMaxNesting) return Fail("nested deeper than 64 levels");
    ++at_;
    Node own;
    Place inside = place;
    if (place.node == nullptr) inside.node = &own;
    ++inside.depth;
    const bool read = ReadMembers(inside);
    if (own.is_article) {
      for (const BlockIndex name : own.names)
        unseen_.blocks()[name].zone = Zone::kTitle;
    }
    return read;
  }

  bool ReadMembers(const Place& place) {
    if (Take('}')) return true;
    do {
      std::string name;
      if (!ReadKey(name) || !ReadMember(place, name)) return false;
    } while (Take(','));
    return Take('}') || Fail("expected ',' or '}'");
  }

  // Reads a property name and the colon.
  bool ReadKey(std::string& name) {
    SkipSpace();
    if (Peek() != '"') return Fail("expected a property name in quotes");
    const JsonString key(source_, at_, end_);
    if (!Skip(key)) return false;
    if (!Take(':')) return Fail("expected ':' after the property name");
    name = key.Decoded();
    name.resize(Cut(name, kMaxKey).size());
    return true;
  }

  bool ReadMember(const Place& place, const std::string& name) {
    if (name == "@context") return SkipValue();
    Place value = place;
    if (name == "@graph") {
      value.node = nullptr;
      value.path.clear();
      return ReadValue(value);
    }
    if (!value.path.empty()) value.path += '.';
    value.path += name;
    value.path.resize(Cut(value.path, kMaxPath).size());
    return ReadValue(value);
  }

  bool ReadArray(const Place& place) {
    if (place.depth >= kMaxNesting) return Fail("nested deeper than 64 levels");
    ++at_;
    if (Take(']')) return true;
    Place element = place;
    ++element.depth;
    do {
      if (!ReadValue(element)) return false;
    } while (Take(','));
    return Take(']') || Fail("expected ',' or ']'");
  }

  bool ReadString(const Place& place) {
    const JsonString string(source_, at_, end_);
    if (!Skip(string)) return false;
    if (place.node == nullptr) return true;
    const CleanSpan source = string.content();
    if (source.size() > kMaxValueSize) {
      AddProperty(place, source, kNoBlock);
      return true;
    }
    unseen_.Begin(source);
    string.AppendTo(unseen_.markup().text, unseen_.markup().map);
    Add(place, source);
    return true;
  }

  // true, false, null or a number.
  bool ReadScalar(const Place& place) {
    const Offset begin = at_;
    while (at_ < end_ && (IsAsciiAlnum(Peek()) || Peek() == '-' ||
                          Peek() == '+' || Peek() == '.'))
      ++at_;
    const CleanSpan source{begin, at_};
    const std::string_view word = source.In(source_);
    const bool number = IsJsonNumber(word);
    if (word != "true" && word != "false" && word != "null" && !number) {
      at_ = begin;
      return Fail("expected a value");
    }
    if (place.node == nullptr) return true;
    if (word == "null" || word.size() > kMaxKey) {
      AddProperty(place, source, kNoBlock);
      return true;
    }
    unseen_.Begin(source);
    unseen_.markup().text += word;
    unseen_.markup().map.AppendVerbatim(source.size(), source.begin);
    Add(place, source);
    return true;
  }

  UnseenValue Describe(const Place& place, CleanSpan source) {
    if (place.node->number < 0) place.node->number = next_node_++;
    UnseenValue value;
    value.name = "jsonld:" + place.path;
    value.source = source;
    value.kind = BlockKind::kJsonLd;
    value.zone = place.path == "headline" ? Zone::kTitle : Zone::kJsonLd;
    value.element = element_;
    value.node = place.node->number;
    return value;
  }

  // Ends the block of a value, which the caller has appended.
  void Add(const Place& place, CleanSpan source) {
    const BlockIndex block = unseen_.End(Describe(place, source));
    if (block == kNoBlock) return;
    const std::string_view text =
        unseen_.blocks()[block].text.In(unseen_.markup().text);
    if (LooksLikeUrl(text)) unseen_.blocks()[block].zone = Zone::kUrl;
    if (place.path == "@type" && IsArticleType(text))
      place.node->is_article = true;
    if (place.path == "name") place.node->names.push_back(block);
  }

  void AddProperty(const Place& place, CleanSpan source, BlockIndex block) {
    UnseenValue value = Describe(place, source);
    Property property;
    property.name = std::move(value.name);
    property.source = source;
    property.block = block;
    property.element = element_;
    property.node = value.node;
    unseen_.properties().push_back(std::move(property));
  }

  // Moves past a string, or reports why it does not end.
  bool Skip(const JsonString& string) {
    if (string.raw_control() != 0 && !reported_control_) {
      const Offset back = at_;
      at_ = string.raw_control();
      Fail("a line end or tab inside a string must be written \\n or \\t");
      at_ = back;
      reported_control_ = true;
    }
    at_ = string.next();
    if (string.problem().empty()) return true;
    return Fail(std::string(string.problem()));
  }

  // Moves past any value: @context says nothing about the page.
  bool SkipValue() {
    int depth = 0;
    do {
      SkipSpace();
      if (at_ == end_) return Fail("expected a value");
      if (Peek() == '"') {
        if (!Skip(JsonString(source_, at_, end_))) return false;
      } else if (!SkipMark(depth)) {
        return false;
      }
    } while (depth > 0);
    return true;
  }

  // Moves past a bracket, a comma or colon, or a scalar, and keeps count of
  // the brackets.  REQUIRES: at_ < end_
  bool SkipMark(int& depth) {
    const char c = Peek();
    const bool opens = c == '{' || c == '[';
    const bool closes = c == '}' || c == ']';
    if (depth == 0 && (c == ',' || closes)) return Fail("expected a value");
    ++at_;
    if (opens) ++depth;
    if (closes) --depth;
    if (opens || closes) return true;
    while (depth == 0 && at_ < end_ && IsAsciiAlnum(Peek()))
      ++at_;
    return true;
  }

  std::string_view source_;
  ElementIndex element_;
  Offset at_;
  Offset end_;
  UnseenText& unseen_;
  int& next_node_;
  std::vector<DocumentProblem>& problems_;
  bool reported_control_ = false;
};

}  // namespace

void ReadJsonLd(const RawText& script, UnseenText& unseen, int& next_node,
                std::vector<DocumentProblem>& problems) {
  Scanner(script, unseen, next_node, problems).Read();
}

}  // namespace medlint
