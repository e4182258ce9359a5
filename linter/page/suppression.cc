// SPDX-License-Identifier: Apache-2.0

#include "linter/page/suppression.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/base/utf8.h"
#include "linter/document/character_references.h"
#include "linter/page/suppression_statement.h"
#include "linter/text/line_index.h"

namespace medlint {
namespace {

constexpr std::array<std::string_view, kSuppressionProblemCount> kProblemNames =
    {"malformed", "unclosed", "unknown-rule", "unexplained",
     "forbidden", "expired",  "unused"};

constexpr std::string_view kNamePrefix = "medlint-";
constexpr std::string_view kAttributePrefix = "data-medlint-";
constexpr std::string_view kIgnore = "data-medlint-ignore";
constexpr std::string_view kReason = "data-medlint-reason";

// How far above a block its group may be.  No page nests deeper on purpose.
constexpr int kMostLevels = 256;

enum class Form : std::uint8_t {
  kNextBlock,
  kNextLine,
  kLine,
  kFile,
  kDisable,
  kEnable,
};

constexpr std::string_view kFormNames[] = {"medlint-disable-next-block",
                                           "medlint-disable-next-line",
                                           "medlint-disable-line",
                                           "medlint-disable-file",
                                           "medlint-disable",
                                           "medlint-enable"};

bool StartsWithIgnoringCase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         EqualsIgnoringAsciiCase(text.substr(0, prefix.size()), prefix);
}

// Elements that a reader takes for one thing.  Those that only divide a page
// (<div>, <section>) are none.
bool IsGroup(Tag tag) {
  static constexpr Tag kGroups[] = {
      Tag::k_p,       Tag::k_h1,         Tag::k_h2,     Tag::k_h3,
      Tag::k_h4,      Tag::k_h5,         Tag::k_h6,     Tag::k_ul,
      Tag::k_ol,      Tag::k_dl,         Tag::k_li,     Tag::k_dt,
      Tag::k_dd,      Tag::k_table,      Tag::k_tr,     Tag::k_td,
      Tag::k_th,      Tag::k_caption,    Tag::k_figure, Tag::k_figcaption,
      Tag::k_details, Tag::k_blockquote, Tag::k_pre,    Tag::k_address,
      Tag::k_title};
  return std::ranges::find(kGroups, tag) != std::end(kGroups);
}

class SuppressionReader {
 public:
  explicit SuppressionReader(const Document& document)
      : document_(document),
        markup_(document.markup()),
        source_(document.source().clean()) {}

  Suppressions Read() && {
    for (const Comment& comment : markup_.comments)
      ReadComment(comment);
    CloseRest();
    for (ElementIndex i = 0; i < markup_.elements.size(); ++i)
      ReadAttributes(i);
    std::ranges::stable_sort(result_.list, {}, &Suppression::where);
    return std::move(result_);
  }

 private:
  // A target of a "disable" that waits for its "enable".
  struct Open {
    std::size_t suppression = 0;  // index into result_.list
    std::size_t target = 0;
  };

  void Reject(CleanSpan where, std::string what, std::string hint = {}) {
    result_.mistakes.push_back({.problem = SuppressionProblem::kMalformed,
                                .where = where,
                                .what = std::move(what),
                                .hint = std::move(hint)});
  }

  // A comment, "<!--" and "-->" included.  Empty for what libxml2 takes for a
  // comment and is written otherwise.
  CleanSpan WholeComment(const Comment& comment) const {
    constexpr std::string_view kOpen = "<!--";
    CleanSpan whole = comment.content;
    if (whole.begin < kOpen.size() ||
        source_.substr(whole.begin - kOpen.size(), kOpen.size()) != kOpen) {
      return {};
    }
    whole.begin -= static_cast<Offset>(kOpen.size());
    for (const std::string_view close : {"-->", "--!>"}) {
      if (source_.substr(whole.end).starts_with(close)) {
        whole.end += static_cast<Offset>(close.size());
        break;
      }
    }
    return whole;
  }

  void ReadComment(const Comment& comment) {
    std::string_view content = comment.content.In(source_);
    Offset begin = comment.content.begin;
    while (!content.empty() && IsAsciiSpace(content.front())) {
      content.remove_prefix(1);
      ++begin;
    }
    if (!StartsWithIgnoringCase(content, kNamePrefix)) return;
    const CleanSpan whole = WholeComment(comment);
    if (whole.empty()) return;
    std::size_t size = 0;
    while (size < content.size() && !IsAsciiSpace(content[size]) &&
           content[size] != ':') {
      ++size;
    }
    const std::string_view name = content.substr(0, size);
    const CleanSpan at{begin, begin + static_cast<Offset>(size)};
    const auto form = std::ranges::find(kFormNames, name);
    if (form == std::end(kFormNames)) {
      std::string hint = DidYouMean(name, kFormNames);
      if (hint.empty()) hint = "one is medlint-disable-next-block";
      Reject(at, "there is no `" + std::string(name) + "`", std::move(hint));
      return;
    }
    auto statement =
        ReadStatement(source_, {at.end, comment.content.end}, result_.mistakes);
    if (!statement) return;
    Take(static_cast<Form>(form - std::begin(kFormNames)), comment, whole,
         *std::move(statement));
  }

  void Take(Form form, const Comment& comment, CleanSpan whole,
            SuppressionStatement statement) {
    if (form == Form::kEnable) {
      Enable(whole, statement);
      return;
    }
    Suppression* const added =
        Add(whole, CoveredBy(form, comment, whole), std::move(statement));
    if (added == nullptr || form != Form::kDisable) return;
    for (std::size_t i = 0; i < added->targets.size(); ++i) {
      open_[added->targets[i].selector].push_back(
          {.suppression = result_.list.size() - 1, .target = i});
    }
  }

  // Null, after a mistake, if it names no rule.
  Suppression* Add(CleanSpan where, CleanSpan covers,
                   SuppressionStatement statement) {
    if (statement.selectors.empty()) {
      Reject(where, "this suppression names no rule",
             "name the rules, or * for all of them");
      return nullptr;
    }
    Suppression& added = result_.list.emplace_back();
    added.where = where;
    for (SuppressionStatement::Selector& selector : statement.selectors) {
      added.targets.push_back({.selector = std::move(selector.text),
                               .where = selector.where,
                               .covers = covers});
    }
    added.reason = std::move(statement.reason);
    added.until = statement.until;
    added.until_where = statement.until_where;
    return &added;
  }

  CleanSpan CoveredBy(Form form, const Comment& comment, CleanSpan whole) {
    const auto size = static_cast<Offset>(source_.size());
    switch (form) {
      case Form::kNextBlock:
        return {whole.end, std::max(whole.end, EndOfNextBlock(comment))};
      case Form::kNextLine:
        return NextLine(whole);
      case Form::kLine:
        return Lines(whole);
      case Form::kFile:
        return {0, size};
      case Form::kDisable:
        return {whole.end, size};
      case Form::kEnable:
        break;
    }
    return {};
  }

  const LineIndex& lines() {
    if (!lines_) lines_.emplace(source_);
    return *lines_;
  }

  int LineOf(Offset offset) {
    return lines().At(offset, ColumnUnit::kByte).line;
  }

  Offset EndOfLine(int line) {
    return line < lines().line_count() ? lines().LineBegin(line + 1)
                                       : static_cast<Offset>(source_.size());
  }

  CleanSpan Lines(CleanSpan whole) {
    return {lines().LineBegin(LineOf(whole.begin)),
            EndOfLine(LineOf(whole.end - 1))};
  }

  CleanSpan NextLine(CleanSpan whole) {
    const Offset begin = EndOfLine(LineOf(whole.end - 1));
    if (begin == source_.size()) return {begin, begin};
    return {begin, EndOfLine(LineOf(begin))};
  }

  Offset EndOfElement(ElementIndex index) const {
    const Element& element = markup_.elements[index];
    Offset end = std::max(element.start_tag.end, element.end_tag.end);
    if (!element.text.empty()) {
      end = std::max(end, document_.ToClean(element.text).end);
    }
    return end;
  }

  Offset EndOfNextBlock(const Comment& comment) const {
    const std::span<const Block> blocks = document_.blocks();
    const auto block = std::ranges::lower_bound(
        blocks, comment.text_offset, {},
        [](const Block& each) { return each.text.begin; });
    if (block == blocks.end() || block->text.begin >= document_.reading_end()) {
      return 0;
    }
    Offset end = document_.ToClean(block->text).end;
    ElementIndex i = block->element;
    for (int level = 0; i != kNoElement && level < kMostLevels; ++level) {
      const Element& element = markup_.elements[i];
      if (element.start_tag.begin < comment.content.end) break;
      if (IsGroup(element.tag) || element.text == block->text) {
        end = std::max(end, EndOfElement(i));
      }
      i = element.parent;
    }
    return end;
  }

  void Enable(CleanSpan whole, const SuppressionStatement& statement) {
    std::size_t closed = 0;
    if (statement.selectors.empty()) {
      for (auto& [selector, targets] : open_)
        closed += Close(targets, whole);
      open_.clear();
    }
    for (const SuppressionStatement::Selector& selector : statement.selectors) {
      const auto found = open_.find(selector.text);
      if (found == open_.end()) {
        Reject(selector.where, "nothing disables `" + selector.text + "` here",
               "write it as it was disabled");
        return;
      }
      closed += Close(found->second, whole);
      open_.erase(found);
    }
    if (closed == 0) Reject(whole, "there is nothing to enable here");
  }

  std::size_t Close(const std::vector<Open>& targets, CleanSpan whole) {
    for (const Open& each : targets) {
      result_.list[each.suppression].targets[each.target].covers.end =
          whole.begin;
    }
    return targets.size();
  }

  void CloseRest() {
    std::map<std::size_t, std::string> unclosed;  // by suppression
    for (const auto& [selector, targets] : open_) {
      for (const Open& each : targets) {
        std::string& names = unclosed[each.suppression];
        names += (names.empty() ? "`" : ", `") + selector + "`";
      }
    }
    for (const auto& [index, names] : unclosed) {
      result_.mistakes.push_back(
          {.problem = SuppressionProblem::kUnclosed,
           .where = result_.list[index].where,
           .what = "nothing enables " + names + " again",
           .hint = "end with medlint-enable, or write medlint-disable-file"});
    }
  }

  void ReadAttributes(ElementIndex index) {
    const Element& element = markup_.elements[index];
    const Attribute* ignore = nullptr;
    const Attribute* reason = nullptr;
    for (const Attribute& attribute :
         std::span(markup_.attributes)
             .subspan(element.first_attribute, element.attribute_count)) {
      if (attribute.known != AttributeName::kOther) continue;
      const std::string_view name = attribute.name.In(source_);
      if (!StartsWithIgnoringCase(name, kAttributePrefix)) continue;
      if (EqualsIgnoringAsciiCase(name, kIgnore)) {
        ignore = &attribute;
      } else if (EqualsIgnoringAsciiCase(name, kReason)) {
        reason = &attribute;
      } else {
        static constexpr std::string_view kNames[] = {kIgnore, kReason};
        const std::string lower = ToAsciiLower(name);
        Reject(attribute.name, "there is no attribute `" + lower + "`",
               DidYouMean(lower, kNames));
      }
    }
    if (ignore != nullptr) {
      AddElement(index, *ignore, reason);
    } else if (reason != nullptr) {
      Reject(WholeAttribute(*reason), "a reason on its own suppresses nothing",
             "name the rules in data-medlint-ignore");
    }
  }

  void AddElement(ElementIndex index, const Attribute& ignore,
                  const Attribute* reason) {
    auto statement = ReadStatement(source_, ignore.value, result_.mistakes);
    if (!statement) return;
    if (reason != nullptr &&
        !ReadReason(source_, reason->value, *statement, result_.mistakes)) {
      return;
    }
    statement->reason = Decoded(statement->reason);
    Add(WholeAttribute(ignore),
        {markup_.elements[index].start_tag.begin, EndOfElement(index)},
        *std::move(statement));
  }

  static std::string Decoded(const std::string& value) {
    std::string text;
    TextMap map;
    AppendAttributeText(value, {0, static_cast<Offset>(value.size())}, text,
                        map);
    return text;
  }

  CleanSpan WholeAttribute(const Attribute& attribute) const {
    if (attribute.value.empty()) return attribute.name;
    CleanSpan whole{attribute.name.begin, attribute.value.end};
    const char before = source_[attribute.value.begin - 1];
    const bool quoted = before == '"' || before == '\'';
    if (quoted && source_.substr(whole.end).starts_with(before)) ++whole.end;
    return whole;
  }

  const Document& document_;
  const Markup& markup_;
  std::string_view source_;
  std::optional<LineIndex> lines_;                 // once a form asks for lines
  std::map<std::string, std::vector<Open>> open_;  // by selector
  Suppressions result_;
};

}  // namespace

std::string_view SuppressionProblemName(SuppressionProblem problem) {
  return kProblemNames[static_cast<std::size_t>(problem)];
}

std::optional<SuppressionProblem> SuppressionProblemNamed(
    std::string_view name) {
  const auto found = std::ranges::find(kProblemNames, name);
  if (found == kProblemNames.end()) return std::nullopt;
  return static_cast<SuppressionProblem>(found - kProblemNames.begin());
}

Suppressions ReadSuppressions(const Document& document) {
  return SuppressionReader(document).Read();
}

}  // namespace medlint
