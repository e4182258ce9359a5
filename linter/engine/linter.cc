// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/linter.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "linter/base/digest.h"
#include "linter/engine/fingerprint.h"
#include "linter/engine/message.h"
#include "linter/engine/precedence.h"
#include "linter/engine/selector.h"

namespace medlint {
namespace {

// One page on its way through the rules.
class PageLinter {
 public:
  PageLinter(const Page& page, std::span<const Rule* const> rules,
             const LintOptions& options)
      : page_(page), options_(options) {
    for (const Rule* const rule : rules)
      RunRule(*rule);
    Settle();
  }

  std::vector<CandidateTrace> TakeTraces() && { return std::move(traces_); }
  std::vector<Finding> TakeFindings() && {
    std::vector<Finding> findings;
    for (Made& made : made_)
      findings.push_back(std::move(made.finding));
    return findings;
  }

 private:
  void RunRule(const Rule& rule) {
    if (!rule.info.when.Admits(page_.facts, options_.profiles)) return;
    std::vector<Candidate> candidates;
    rule.check->Run(page_, candidates);
    for (Candidate& candidate : candidates) {
      CandidateTrace trace;
      trace.rule = &rule.info;
      trace.candidate = std::move(candidate);
      trace.where = PlaceOf(trace.candidate);
      AskGuards(rule, trace);
      traces_.push_back(std::move(trace));
      rules_.push_back(&rule);
    }
  }

  CleanSpan PlaceOf(const Candidate& candidate) const {
    if (!candidate.where.empty()) {
      return page_.document.ToClean(candidate.where);
    }
    if (candidate.source) return *candidate.source;
    const TextSpan anchor = AnchorText();
    return anchor.empty() ? page_.document.DocumentAnchor()
                          : page_.document.ToClean(anchor);
  }

  // The words that stand for the page as a whole: its headline or its title.
  TextSpan AnchorText() const {
    const std::span<const Block> blocks = page_.document.blocks();
    if (page_.document.headline() != kNoBlock) {
      return blocks[page_.document.headline()].text;
    }
    const auto title =
        std::ranges::find(blocks, BlockKind::kTitle, &Block::kind);
    return title == blocks.end() ? TextSpan() : title->text;
  }

  void AskGuards(const Rule& rule, CandidateTrace& trace) const {
    if (trace.candidate.where.empty()) return;
    for (const NamedVeto& veto : rule.vetoes) {
      const auto cue = veto.veto->Excuse(page_, trace.candidate);
      if (!cue) continue;
      trace.outcome = CandidateTrace::Outcome::kExcused;
      trace.by = veto.guard;
      trace.cue = *cue;
      return;
    }
  }

  // Precedence and severity, once all candidates are known.
  void Settle() {
    std::vector<Contender> contenders;
    std::vector<std::size_t> trace_of;
    for (std::size_t i = 0; i < traces_.size(); ++i) {
      if (traces_[i].outcome != CandidateTrace::Outcome::kFinding) continue;
      const Candidate& candidate = traces_[i].candidate;
      contenders.push_back(
          {.rule = rules_[i],
           .where = traces_[i].where,
           .claims = candidate.claims.empty()
                         ? traces_[i].where
                         : page_.document.ToClean(candidate.claims),
           .is_document = candidate.is_document()});
      trace_of.push_back(i);
    }
    const std::vector<const Rule*> superseding = FindSuperseding(contenders);
    for (std::size_t i = 0; i < contenders.size(); ++i) {
      CandidateTrace& trace = traces_[trace_of[i]];
      if (superseding[i] != nullptr) {
        trace.outcome = CandidateTrace::Outcome::kSuperseded;
        trace.by = superseding[i]->info.id;
        continue;
      }
      const Severity severity = SeverityOf(*rules_[trace_of[i]], trace);
      if (severity < options_.min_severity) {
        trace.outcome = CandidateTrace::Outcome::kBelowMinimum;
        continue;
      }
      made_.push_back({MakeFinding(trace, severity), trace.candidate.where});
    }
    std::ranges::stable_sort(made_, Before, &Made::finding);
    AddFingerprints();
    std::ranges::stable_sort(traces_, {}, [](const CandidateTrace& trace) {
      return std::tuple(trace.where, std::string_view(trace.rule->id));
    });
  }

  Severity SeverityOf(const Rule& rule, const CandidateTrace& trace) const {
    Severity severity = trace.candidate.severity.value_or(rule.info.severity);
    if (!trace.candidate.where.empty()) {
      const auto in_zone =
          rule.info.severity_in.find(page_.ZoneOf(trace.candidate.where));
      if (in_zone != rule.info.severity_in.end()) severity = in_zone->second;
    }
    // What a page lacks follows from its type; where the type is a guess, so
    // is the lack (catalogue 3.1).
    const bool guessed = trace.candidate.is_document() &&
                         !rule.info.when.types.empty() &&
                         !page_.facts.type_is_clear;
    return guessed ? std::min(severity, Severity::kWarning) : severity;
  }

  Finding MakeFinding(CandidateTrace& trace, Severity severity) const {
    Candidate& candidate = trace.candidate;
    Finding finding;
    finding.rule = trace.rule;
    finding.severity = severity;
    finding.is_span = !candidate.is_document();
    finding.where = trace.where;
    finding.text = TextOf(candidate);
    finding.status = candidate.status;
    candidate.captures.try_emplace("match", finding.text);
    finding.message = FormatMessage(trace.rule->message, candidate.captures);
    finding.notes = candidate.related;
    return finding;
  }

  std::string TextOf(const Candidate& candidate) const {
    if (!candidate.where.empty()) {
      return std::string(page_.document.Slice(candidate.where));
    }
    if (candidate.source) return candidate.source_text;
    return std::string(page_.document.Slice(AnchorText()));
  }

  void AddFingerprints() {
    Fingerprinter fingerprinter;
    const std::string_view source = page_.document.source().clean();
    for (Made& made : made_) {
      Finding& finding = made.finding;
      std::string context;
      if (finding.is_span) {
        context = made.text.empty()
                      ? std::string(finding.where.In(source))
                      : Fold(page_.document.Slice(
                            page_.reading.SentenceAt(made.text.begin)));
      }
      finding.fingerprint = fingerprinter.Next(finding.rule->id, context);
    }
  }

  struct Made {
    Finding finding;
    TextSpan text;  // empty if it is not in the text
  };

  const Page& page_;
  const LintOptions& options_;
  std::vector<CandidateTrace> traces_;
  std::vector<const Rule*> rules_;  // of each trace, before sorting
  std::vector<Made> made_;
};

}  // namespace

Linter::Linter(const RuleSet& rules, LintOptions options)
    : rules_(&rules), options_(std::move(options)) {
  for (const Rule& rule : rules.rules()) {
    if (IsSelected(rule.info.id, options_.select, options_.ignore)) {
      active_.push_back(&rule);
    }
  }
}

Result<FileReport> Linter::Lint(
    std::shared_ptr<const SourceFile> source) const {
  Result<Traced> traced = LintWithTrace(std::move(source));
  if (!traced) return std::move(traced).error();
  return std::move(traced->report);
}

Result<Linter::Traced> Linter::LintWithTrace(
    std::shared_ptr<const SourceFile> source) const {
  Result<Document> document = ReadDocument(source);
  if (!document) return std::move(document).error();
  const Page page(*std::move(document), rules_->plan(), rules_->page_data(),
                  rules_->language_data(),
                  {.type = options_.type,
                   .topics = options_.topics,
                   .as_of = options_.as_of});
  PageLinter linter(page, active_, options_);

  Traced traced;
  traced.report.type = page.facts.type;
  traced.report.topics = page.facts.topics;
  traced.report.language = page.facts.language;
  traced.report.words = page.facts.words;
  traced.report.type_scores = page.facts.type_scores;
  traced.report.sha256 = Sha256Hex(source->bytes());
  traced.report.findings = std::move(linter).TakeFindings();
  traced.candidates = std::move(linter).TakeTraces();
  traced.report.source = std::move(source);
  return traced;
}

Report Linter::LintAll(
    std::size_t count,
    const std::function<Result<std::shared_ptr<const SourceFile>>(std::size_t)>&
        read,
    int threads) const {
  // Each file has its own slot, so that the order of the threads leaves no
  // trace in the report.
  std::vector<std::optional<Result<FileReport>>> results(count);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      auto source = read(i);
      results[i] = source ? Lint(*std::move(source))
                          : Result<FileReport>(std::move(source).error());
    }
  };
  {
    std::vector<std::jthread> workers;
    const auto useful = std::min(static_cast<std::size_t>(threads), count);
    for (std::size_t i = 1; i < useful; ++i)
      workers.emplace_back(work);
    work();
  }

  Report report;
  report.as_of = options_.as_of.ToString();
  for (const RulesetIdentity& identity : rules_->identities()) {
    report.rulesets.push_back({.id = identity.id,
                               .version = identity.version,
                               .sha256 = identity.sha256});
  }
  for (std::optional<Result<FileReport>>& result : results) {
    if (*result) {
      report.files.push_back(std::move(**result));
    } else {
      report.errors.push_back(std::move(*result).error());
    }
  }
  return report;
}

}  // namespace medlint
