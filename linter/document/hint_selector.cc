// SPDX-License-Identifier: Apache-2.0

#include "linter/document/hint_selector.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/utf8.h"

namespace medlint {
namespace {

// The parts that have matched so far are bits of a word.
using Prefixes = std::uint32_t;
constexpr std::size_t kMostParts = 32;

bool IsNameByte(char c) {
  return IsAsciiAlnum(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool HasWord(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || IsAsciiSpace(words[at - 1]);
    if (begins && (end == words.size() || IsAsciiSpace(words[end]))) {
      return true;
    }
  }
  return false;
}

}  // namespace

class HintSelector::Parser {
 public:
  Parser(std::string_view text, Mistake& mistake)
      : text_(text), mistake_(mistake) {}

  bool Parse(std::vector<Alternative>& out) {
    do {
      SkipSpaces();
      Alternative& alternative = out.emplace_back();
      if (!ParseParts(alternative) || !ParseAttribute(alternative)) {
        return false;
      }
      SkipSpaces();
    } while (Take(','));
    return at_ == text_.size() || RejectByte();
  }

 private:
  bool ParseParts(Alternative& out) {
    bool is_child = false;
    do {
      if (out.parts.size() == kMostParts) {
        return Reject(at_, text_.size(), "the selector has over 32 parts",
                      "fewer are enough: name the nearest element");
      }
      Part& part = out.parts.emplace_back();
      part.is_child = is_child;
      if (!ParsePart(part)) return false;
      const bool spaced = SkipSpaces();
      is_child = Take('>');
      SkipSpaces();
      if (!is_child && !spaced) return true;
    } while (is_child ||
             (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '@'));
    return true;
  }

  bool ParsePart(Part& part) {
    const std::size_t begin = at_;
    if (!Take('*')) part.type = ToAsciiLower(TakeName());
    while (at_ < text_.size()) {
      if (Take('.')) {
        if (!AddName(part, "class", Condition::Form::kHasWord)) return false;
      } else if (Take('#')) {
        if (!AddName(part, "id", Condition::Form::kEquals)) return false;
      } else if (Take('[')) {
        if (!ParseCondition(part)) return false;
      } else {
        break;
      }
    }
    return at_ > begin || RejectByte();
  }

  bool AddName(Part& part, std::string_view attribute, Condition::Form form) {
    const std::string_view name = TakeName();
    if (name.empty()) {
      return Reject(
          at_ - 1, at_,
          Quoted(text_.substr(at_ - 1, 1)) + " must be followed by a name",
          "`.byline`, `#author`");
    }
    part.conditions.push_back(
        {std::string(attribute), form, std::string(name)});
    return true;
  }

  // "[" has been read.
  bool ParseCondition(Part& part) {
    using Form = Condition::Form;
    static constexpr std::pair<std::string_view, Form> kForms[] = {
        {"=", Form::kEquals}, {"^=", Form::kBegins},  {"$=", Form::kEnds},
        {"*=", Form::kHolds}, {"~=", Form::kHasWord},
    };
    const std::size_t begin = at_ - 1;
    SkipSpaces();
    Condition& condition = part.conditions.emplace_back();
    condition.attribute = ToAsciiLower(TakeAttributeName());
    if (condition.attribute.empty()) {
      return Reject(begin, at_, "`[` must be followed by an attribute",
                    "`[rel=author]`");
    }
    SkipSpaces();
    for (const auto& [sign, form] : kForms) {
      if (!text_.substr(at_).starts_with(sign)) continue;
      at_ += sign.size();
      condition.form = form;
      SkipSpaces();
      if (!TakeValue(condition.value)) {
        return Reject(begin, at_,
                      "the value of `" + condition.attribute +
                          "` is missing or not closed",
                      "`[name='article:section']`");
      }
      SkipSpaces();
      break;
    }
    return Take(']') ||
           Reject(begin, std::min(at_ + 1, text_.size()),
                  "`[` is not closed by `]`",
                  "`[attr]`, `[attr=value]`, or = with one of ^ $ * ~ before");
  }

  bool TakeValue(std::string& value) {
    const char quote = at_ < text_.size() ? text_[at_] : '\0';
    if (quote != '"' && quote != '\'') {
      const std::size_t begin = at_;
      while (at_ < text_.size() && text_[at_] != ']' &&
             !IsAsciiSpace(text_[at_]))
        ++at_;
      value = text_.substr(begin, at_ - begin);
      return at_ > begin;
    }
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) {
      at_ = text_.size();
      return false;
    }
    value = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return true;
  }

  bool ParseAttribute(Alternative& out) {
    if (!Take('@')) return true;
    out.attribute = ToAsciiLower(TakeAttributeName());
    return !out.attribute.empty() ||
           Reject(at_ - 1, at_, "`@` must be followed by an attribute",
                  "`time@datetime`, `meta[name=author]@content`");
  }

  std::string_view TakeName() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsNameByte(text_[at_]))
      ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // "xlink:href" is one, too.
  std::string_view TakeAttributeName() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (IsNameByte(text_[at_]) || text_[at_] == ':'))
      ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool Take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // True if there was one.
  bool SkipSpaces() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsAsciiSpace(text_[at_]))
      ++at_;
    return at_ > begin;
  }

  // Of the byte that no selector goes on with.
  bool RejectByte() {
    if (at_ == text_.size()) {
      return Reject(at_, at_, "a selector is missing at the end",
                    "`.byline`, `article > h1`, `time@datetime`");
    }
    const char c = text_[at_];
    if (c == ':') {
      return Reject(at_, at_ + 1, "pseudo-classes are not supported",
                    "name the element by type, .class, #id or [attr=value]");
    }
    if (c == '+' || c == '~') {
      return Reject(at_, at_ + 1, "siblings are not supported",
                    "`a b` is a b inside an a, `a > b` directly inside");
    }
    if (c == ',' || c == '>' || c == '@') {
      return Reject(at_, at_ + 1,
                    "a selector is missing before `" + std::string(1, c) + "`",
                    "`.byline`, `article > h1`, `time@datetime`");
    }
    std::string what = "`";
    const std::size_t size = DecodeUtf8(text_, at_).size;
    what += text_.substr(at_, size);
    return Reject(at_, at_ + size, what + "` has no meaning in a selector",
                  "type, .class, #id, [attr], [attr=value]; `a b`, `a > b`; "
                  "@attribute at the end");
  }

  bool Reject(std::size_t begin, std::size_t end, std::string what,
              std::string hint) {
    mistake_ = {begin, end, std::move(what), std::move(hint)};
    return false;
  }

  const std::string_view text_;
  Mistake& mistake_;
  std::size_t at_ = 0;
};

// Goes through the elements in order.  A part matches where its conditions hold
// and the part before has matched the parent, or some ancestor.
class HintSelector::Matcher {
 public:
  Matcher(const Markup& markup, const Alternative& alternative)
      : markup_(markup),
        alternative_(alternative),
        own_(markup.elements.size(), 0),
        above_(markup.elements.size(), 0) {}

  // True if the alternative matches "element".
  // REQUIRES: called once for each element, in order
  bool Visit(ElementIndex element) {
    const ElementIndex parent = markup_.elements[element].parent;
    const Prefixes of_parent = parent == kNoElement ? 0 : own_[parent];
    above_[element] = parent == kNoElement ? 0 : above_[parent] | own_[parent];
    const std::vector<Part>& parts = alternative_.parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Prefixes before = parts[i].is_child ? of_parent : above_[element];
      const bool is_reached = i == 0 || (before >> (i - 1) & 1U) != 0;
      if (is_reached && Fits(parts[i], element)) {
        own_[element] |= Prefixes{1} << i;
      }
    }
    return (own_[element] >> (parts.size() - 1) & 1U) != 0;
  }

 private:
  bool Fits(const Part& part, ElementIndex element) const {
    if (!part.type.empty() && markup_.NameOf(element) != part.type) {
      return false;
    }
    return std::ranges::all_of(
        part.conditions,
        [&](const Condition& condition) { return Holds(condition, element); });
  }

  bool Holds(const Condition& condition, ElementIndex element) const {
    if (markup_.FindAttribute(element, condition.attribute) == nullptr) {
      return false;
    }
    if (condition.form == Condition::Form::kHas) return true;
    const std::string value =
        markup_.AttributeValue(element, condition.attribute);
    const std::string& wanted = condition.value;
    switch (condition.form) {
      case Condition::Form::kHas:
      case Condition::Form::kEquals:
        return value == wanted;
      case Condition::Form::kBegins:
        return !wanted.empty() && value.starts_with(wanted);
      case Condition::Form::kEnds:
        return !wanted.empty() && value.ends_with(wanted);
      case Condition::Form::kHolds:
        return !wanted.empty() && value.find(wanted) != std::string::npos;
      case Condition::Form::kHasWord:
        break;
    }
    return !wanted.empty() && HasWord(value, wanted);
  }

  const Markup& markup_;
  const Alternative& alternative_;
  std::vector<Prefixes> own_;    // by element: parts that match there
  std::vector<Prefixes> above_;  // and at its ancestors
};

std::optional<HintSelector> HintSelector::Compile(std::string_view text,
                                                  Mistake& mistake) {
  HintSelector selector;
  if (!Parser(text, mistake).Parse(selector.alternatives_)) return std::nullopt;
  return selector;
}

bool HintSelector::ReadsAttributes() const {
  return std::ranges::any_of(alternatives_, [](const Alternative& each) {
    return !each.attribute.empty();
  });
}

std::vector<HintSelector::Match> HintSelector::Select(
    const Markup& markup) const {
  std::vector<Match> matches;
  for (const Alternative& alternative : alternatives_) {
    Matcher matcher(markup, alternative);
    for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
      if (!matcher.Visit(i)) continue;
      Match match{.element = i, .attribute = nullptr};
      if (!alternative.attribute.empty()) {
        match.attribute = markup.FindAttribute(i, alternative.attribute);
        if (match.attribute == nullptr) continue;
      }
      matches.push_back(match);
    }
  }
  // Stable: of one element the first alternative counts.
  std::ranges::stable_sort(matches, {}, &Match::element);
  const auto repeated = std::ranges::unique(matches, {}, &Match::element);
  matches.erase(repeated.begin(), repeated.end());
  return matches;
}

}  // namespace medlint
