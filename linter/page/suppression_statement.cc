// SPDX-License-Identifier: Apache-2.0

#include "linter/page/suppression_statement.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::string_view kUntil = "until=";

CleanSpan SpanAt(CleanSpan in, std::size_t begin, std::size_t end) {
  return {in.begin + static_cast<Offset>(begin),
          in.begin + static_cast<Offset>(end)};
}

// White space made single spaces, and "" for the placeholder.
std::string ReasonIn(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!IsAsciiSpace(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  if (out == kReasonPlaceholder) out.clear();
  return out;
}

// The first "until=" that begins a word, or npos.
std::size_t FindUntil(std::string_view text) {
  std::size_t at = text.find(kUntil);
  while (at != std::string_view::npos && at > 0 &&
         !IsAsciiSpace(text[at - 1])) {
    at = text.find(kUntil, at + 1);
  }
  return at;
}

// Takes "until=..." out of "text", which is what stands at "where", and leaves
// blanks, so that places stay.  False, after a mistake, if it is no day.
bool TakeUntil(CleanSpan where, std::string& text,
               SuppressionStatement& statement,
               std::vector<SuppressionMistake>& mistakes) {
  for (std::size_t at = FindUntil(text); at != std::string::npos;
       at = FindUntil(text)) {
    std::size_t end = at + kUntil.size();
    while (end < text.size() && !IsAsciiSpace(text[end]) && text[end] != ':') {
      ++end;
    }
    const std::string value =
        text.substr(at + kUntil.size(), end - at - kUntil.size());
    const CleanSpan place = SpanAt(where, at, end);
    const bool second = statement.until.has_value();
    statement.until = ParseIsoDate(value);
    constexpr std::size_t kIsoSize = 10;
    if (second || !statement.until || value.size() != kIsoSize) {
      mistakes.push_back(
          {.problem = SuppressionProblem::kMalformed,
           .where = place,
           .what = second ? "a suppression has one `until=`, not two"
                          : Quoted(value) + " is no day",
           .hint = second ? "" : "write until=YYYY-MM-DD"});
      return false;
    }
    statement.until_where = place;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
              text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }
  return true;
}

// Reads the selectors in "text", which begins where "where" does.
bool ReadSelectors(std::string_view text, CleanSpan where,
                   SuppressionStatement& statement,
                   std::vector<SuppressionMistake>& mistakes) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    std::size_t end = comma;
    while (begin < end && IsAsciiSpace(text[begin]))
      ++begin;
    while (begin < end && IsAsciiSpace(text[end - 1]))
      --end;
    const std::string_view selector = text.substr(begin, end - begin);
    const CleanSpan place = SpanAt(where, begin, end);
    begin = comma + 1;
    if (selector.empty()) continue;
    if (std::ranges::any_of(selector, IsAsciiSpace)) {
      mistakes.push_back({.problem = SuppressionProblem::kMalformed,
                          .where = place,
                          .what = "the name of a rule has no spaces",
                          .hint = "write RULE, RULE: reason"});
      return false;
    }
    statement.selectors.push_back(
        {.text = std::string(selector), .where = place});
  }
  return true;
}

}  // namespace

std::optional<SuppressionStatement> ReadStatement(
    std::string_view source, CleanSpan where,
    std::vector<SuppressionMistake>& mistakes) {
  SuppressionStatement statement;
  std::string text(where.In(source));
  if (!TakeUntil(where, text, statement, mistakes)) return std::nullopt;
  const std::size_t colon = std::min(text.find(':'), text.size());
  if (!ReadSelectors(std::string_view(text).substr(0, colon), where, statement,
                     mistakes)) {
    return std::nullopt;
  }
  if (colon < text.size()) {
    statement.reason = ReasonIn(std::string_view(text).substr(colon + 1));
  }
  return statement;
}

bool ReadReason(std::string_view source, CleanSpan where,
                SuppressionStatement& statement,
                std::vector<SuppressionMistake>& mistakes) {
  std::string text(where.In(source));
  if (!TakeUntil(where, text, statement, mistakes)) return false;
  std::string reason = ReasonIn(text);
  if (!reason.empty()) statement.reason = std::move(reason);
  return true;
}

}  // namespace medlint
