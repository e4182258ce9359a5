// SPDX-License-Identifier: Apache-2.0
//
// medlint why: what became of the candidates at a place, and why.

#include <charconv>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/inputs.h"
#include "linter/cli/rules_in_use.h"
#include "linter/document/document.h"
#include "linter/engine/allowed_domain.h"
#include "linter/engine/linter.h"
#include "linter/report/locator.h"
#include "linter/report/terminal_text.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

constexpr int kQuoteCells = 80;

// FILE:LINE[:COLUMN]
struct Place {
  std::string file;
  int line = 0;
  int column = 0;  // 0: the whole line
};

// Takes ":NUMBER" off the end of "text".
std::optional<int> TakeNumber(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(colon + 1);
  const char* const end = digits.data() + digits.size();
  int number = 0;
  const auto [stop, failure] = std::from_chars(digits.data(), end, number);
  if (failure != std::errc() || stop != end || number < 1) return std::nullopt;
  text = text.substr(0, colon);
  return number;
}

std::optional<Place> ParsePlace(std::string_view text) {
  const std::optional<int> last = TakeNumber(text);
  if (!last) return std::nullopt;
  const std::optional<int> before = TakeNumber(text);
  if (text.empty()) return std::nullopt;
  Place place{.file = std::string(text), .line = *last, .column = 0};
  if (before) {
    place.line = *before;
    place.column = *last;
  }
  return place;
}

bool Covers(const CandidateTrace& trace, const Place& place,
            const Locator& locator) {
  const Location at = locator.Locate(trace.where);
  if (place.column == 0) {
    return at.start.line <= place.line && place.line <= at.end.line;
  }
  const Position asked{.line = place.line, .column = place.column};
  return at.start == asked || (at.start <= asked && asked < at.end);
}

std::string QuotedLine(std::string_view text) {
  return "\"" + VisibleLine(text, kQuoteCells) + "\"";
}

std::string WordsOf(const CandidateTrace& trace, const Document& document,
                    const Locator& locator) {
  if (trace.candidate.is_document()) return "the page";
  return QuotedLine(trace.candidate.where.empty()
                        ? locator.Slice(trace.where)
                        : document.Slice(trace.candidate.where));
}

std::string SuppressedText(const CandidateTrace& trace,
                           const Locator& locator) {
  const Position at = locator.Locate(trace.suppression).start;
  return "silent: suppressed at " + std::to_string(at.line) + ":" +
         std::to_string(at.column) +
         (trace.by.empty() ? ", without a reason"
                           : ", " + QuotedLine(trace.by));
}

std::string OutcomeText(const CandidateTrace& trace, const Document& document,
                        const Locator& locator) {
  using Outcome = CandidateTrace::Outcome;
  switch (trace.outcome) {
    case Outcome::kFinding:
      return "reported";
    case Outcome::kExcused:
      if (trace.by == kAllowedDomain) {
        return "silent: allow-domains has where the link leads";
      }
      return "silent: the guard `" + trace.by + "` excuses it" +
             (trace.cue.empty()
                  ? ""
                  : " with " + QuotedLine(document.Slice(trace.cue)));
    case Outcome::kSuperseded:
      return "silent: " + trace.by + " takes its place";
    case Outcome::kBelowMinimum:
      return "silent: below the least severity reported";
    case Outcome::kSuppressed:
      return SuppressedText(trace, locator);
  }
  return "";
}

// Why the finding that the candidate became is allowed, or "".
std::string_view ReasonFor(const CandidateTrace& trace,
                           const FileReport& report) {
  if (trace.outcome != CandidateTrace::Outcome::kFinding) return "";
  for (const SuppressedFinding& each : report.suppressed) {
    if (each.finding.rule == trace.rule && each.finding.where == trace.where) {
      return each.reason;
    }
  }
  return "";
}

std::string TraceText(const CandidateTrace& trace, const Linter::Traced& traced,
                      const Locator& locator) {
  const Document& document = *traced.document;
  const std::string_view reason = ReasonFor(trace, traced.report);
  const Location at = locator.Locate(trace.where);
  return std::to_string(at.start.line) + ":" + std::to_string(at.start.column) +
         "-" + std::to_string(at.end.line) + ":" +
         std::to_string(at.end.column) + " " + trace.rule->id + " on " +
         WordsOf(trace, document, locator) + " (" +
         std::string(trace.candidate.status) + "): " +
         (reason.empty() ? OutcomeText(trace, document, locator)
                         : "suppressed: " + VisibleLine(reason)) +
         "\n";
}

// A line end ends a line; it does not begin another.
int CountLines(const SourceFile& source, const Locator& locator) {
  const bool ended = source.clean().ends_with('\n');
  return locator.lines().line_count() - (ended ? 1 : 0);
}

// Lints the file, and says what happened at the place.
int TraceRules(const Site& site, const Place& place,
               const std::shared_ptr<const SourceFile>& source) {
  const Locator locator(*source);
  const int lines = CountLines(*source, locator);
  if (place.line > lines) {
    return Fail(Error(Error::Code::kInvalidArgument, place.file,
                      "ends at line " + std::to_string(lines)));
  }
  Result<Linter::Traced> traced = site.LinterOf(0).LintWithTrace(source);
  if (!traced) return Fail(traced.error());
  ExceptionLedger ledger;
  site.Except(0, traced->report, ledger);
  std::string text;
  for (const CandidateTrace& trace : traced->candidates) {
    if (Covers(trace, place, locator)) {
      text += TraceText(trace, *traced, locator);
    }
  }
  if (text.empty()) text = "no rule has a candidate there\n";
  return Finish(text, kExitClean);
}

}  // namespace

int RunWhy(const CommandLine& line) {
  const std::optional<Place> place = line.operands.size() == 1
                                         ? ParsePlace(line.operands.front())
                                         : std::nullopt;
  if (!place) {
    return Fail(Error(Error::Code::kInvalidArgument, "",
                      "`why` takes one place, FILE:LINE or FILE:LINE:COLUMN"));
  }
  const std::optional<Site> site =
      OpenSite(line, {place->file}, {.examples = false});
  if (!site) return kExitNotDone;
  auto source = ReadInput(line, place->file);
  if (!source) return Fail(source.error());
  return TraceRules(*site, *place, *std::move(source));
}

}  // namespace medlint
