// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/suppression_edit.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/document.h"
#include "linter/lsp/workspace.h"
#include "linter/page/suppression_statement.h"
#include "linter/rule/rule.h"
#include "linter/text/line_index.h"

namespace medlint {
namespace {

std::string CommentFor(std::string_view form, std::string_view rule,
                       std::string_view reason) {
  return "<!-- medlint-disable-" + std::string(form) + " " + std::string(rule) +
         ": " + std::string(reason) + " -->";
}

// A place for a comment in the clean text, and what follows it there.
struct Place {
  std::string_view form;
  std::string_view reach;
  Offset at = 0;
  std::string after;
};

class Places {
 public:
  Places(const Document& document, const Finding& finding)
      : document_(document),
        text_(document.source().clean()),
        lines_(text_),
        finding_(finding) {}

  // The one that reaches least comes first.
  std::vector<Place> Find() const {
    std::vector<Place> places;
    if (const auto begin = BlockBegin()) {
      places.push_back({.form = "next-block",
                        .reach = "block",
                        .at = *begin,
                        .after = IndentOf(*begin)});
    }
    const Offset line = LineBegin(finding_.where.begin);
    places.push_back(
        {.form = "next-line", .reach = "line", .at = line, .after = LineEnd()});
    // After the root element too a comment is one, and nothing there moves.
    if (!finding_.is_span) {
      places.push_back({.form = "file",
                        .reach = "page",
                        .at = static_cast<Offset>(text_.size()),
                        .after = LineEnd()});
    }
    return places;
  }

 private:
  // Where the element of the block begins that holds the finding.
  std::optional<Offset> BlockBegin() const {
    for (const Block& block : document_.blocks()) {
      if (block.text.begin >= document_.reading_end()) break;
      const CleanSpan where = document_.ToClean(block.text);
      if (!where.Contains(finding_.where.begin)) continue;
      if (block.element == kNoElement) return where.begin;
      const CleanSpan tag =
          document_.markup().elements[block.element].start_tag;
      return tag.empty() ? where.begin : tag.begin;
    }
    return std::nullopt;
  }

  Offset LineBegin(Offset offset) const {
    return lines_.LineBegin(lines_.At(offset, ColumnUnit::kByte).line);
  }

  // As the page ends its first line.
  std::string LineEnd() const {
    const std::size_t end = text_.find('\n');
    const bool has_cr =
        end != std::string_view::npos && end > 0 && text_[end - 1] == '\r';
    return has_cr ? "\r\n" : "\n";
  }

  // A new line as far to the right, if "offset" is the first thing on its own;
  // else nothing.
  std::string IndentOf(Offset offset) const {
    const Offset begin = LineBegin(offset);
    const std::string_view before = text_.substr(begin, offset - begin);
    const bool is_first = std::ranges::all_of(before, IsAsciiSpace);
    return is_first ? LineEnd() + std::string(before) : std::string();
  }

  const Document& document_;
  std::string_view text_;
  LineIndex lines_;
  const Finding& finding_;
};

// True if "linted" has the finding among what the page suppresses, "grown"
// bytes later if it comes after the comment, and finds nothing new.
bool Suppresses(const FileReport& linted, const Finding& finding,
                Offset inserted_at, std::size_t grown,
                const FileReport& before) {
  CleanSpan where = finding.where;
  if (where.begin >= inserted_at) {
    where.begin += static_cast<Offset>(grown);
    where.end += static_cast<Offset>(grown);
  }
  const bool is_suppressed = std::ranges::any_of(
      linted.suppressed, [&](const SuppressedFinding& each) {
        return each.by == SuppressedBy::kPage &&
               each.finding.rule == finding.rule && each.finding.where == where;
      });
  // What the baseline set aside is not looked up for the other text.
  std::size_t old = before.findings.size();
  for (const SuppressedFinding& each : before.suppressed)
    old += each.is_in_baseline() ? 1U : 0U;
  return is_suppressed && linted.findings.size() < old;
}

}  // namespace

std::optional<SuppressionEdit> SuppressionFor(const Finding& finding,
                                              const CheckedDocument& checked) {
  const auto& source = checked.report->source;
  if (source->format() != SourceFile::Format::kHtml) return std::nullopt;
  const Result<Document> document =
      ReadDocument(source, checked.report->read_options());
  if (!document) return std::nullopt;
  for (const Place& place : Places(*document, finding).Find()) {
    const Offset at = source->ToFile({place.at, place.at}).begin;
    // Tried with a reason, for without one it may not hold.
    const std::string tried =
        CommentFor(place.form, finding.rule->id, "tried out") + place.after;
    std::string text(source->bytes());
    text.insert(at, tried);
    const auto linted = Workspace::LintInstead(checked, std::move(text));
    if (!linted || !Suppresses(*linted, finding, place.at, tried.size(),
                               *checked.report)) {
      continue;
    }
    return SuppressionEdit{
        .reach = place.reach,
        .at = at,
        .text = CommentFor(place.form, finding.rule->id, kReasonPlaceholder) +
                place.after};
  }
  return std::nullopt;
}

}  // namespace medlint
