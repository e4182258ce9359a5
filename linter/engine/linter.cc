// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/linter.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "linter/engine/allowed_domain.h"
#include "linter/engine/fingerprint.h"
#include "linter/engine/fix_offers.h"
#include "linter/engine/message.h"
#include "linter/engine/precedence.h"
#include "linter/engine/selector.h"
#include "linter/engine/severity.h"
#include "linter/language/claim_status.h"
#include "linter/page/support.h"

namespace medlint {
namespace {

// What a PageLinter remembers of the candidates that came to nothing.
enum class Memory { kFindings, kEveryCandidate };

// One page on its way through the rules.
class PageLinter {
 public:
  PageLinter(const Page& page, std::span<const Rule* const> rules,
             Suppressor& suppressor, const LintOptions& options, Memory memory)
      : page_(page),
        suppressor_(suppressor),
        options_(options),
        memory_(memory) {
    for (const Rule* const rule : rules)
      RunRule(*rule);
    Settle();
    for (const SuppressionMistake& mistake : suppressor_.Mistakes())
      ReportMistake(mistake, rules);
    AddFixes();
    Sort();
  }

  // Once.
  void MoveFindingsTo(FileReport& report) {
    report.findings.reserve(made_.size());
    for (const std::uint32_t i : order_) {
      Finding& finding = made_[i].finding;
      const Suppression* const suppression = made_[i].suppression;
      if (suppression == nullptr) {
        report.findings.push_back(std::move(finding));
      } else {
        report.suppressed.push_back(
            {.finding = std::move(finding), .reason = suppression->reason});
      }
    }
  }

  // In order of place.  REQUIRES: Memory::kEveryCandidate
  std::vector<CandidateTrace> TakeTraces() {
    std::ranges::stable_sort(traces_, {}, [](const CandidateTrace& trace) {
      return std::tuple(trace.where, std::string_view(trace.rule->id));
    });
    return std::move(traces_);
  }

 private:
  void RunRule(const Rule& rule) {
    if (!rule.info.when.Admits(page_, options_.profiles)) return;
    candidates_.clear();
    rule.check->Run(page_, candidates_);
    TextSpan spoken_for;  // by the last finding of the rule
    for (Candidate& candidate : candidates_) {
      if (!candidate.claims.empty() && candidate.claims == spoken_for) continue;
      CandidateTrace& trace = traces_.emplace_back();
      trace.rule = &rule.info;
      trace.candidate = std::move(candidate);
      AskGuards(rule, trace);
      if (trace.outcome != CandidateTrace::Outcome::kFinding &&
          memory_ == Memory::kFindings) {
        traces_.pop_back();
        continue;
      }
      if (trace.outcome == CandidateTrace::Outcome::kFinding) {
        spoken_for = trace.candidate.claims;
      }
      ReadStatus(trace.candidate);
      trace.where = PlaceOf(trace.candidate);
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

  // How the page means the words that a rule has found in it.
  void ReadStatus(Candidate& candidate) const {
    constexpr std::string_view kPlain = "asserted";
    if (candidate.where.empty() || candidate.status != kPlain) return;
    if (candidate.where.begin >= page_.document.reading_end()) return;
    candidate.status =
        ClaimStatusName(ReadClaim(page_.reading, candidate.Head()).status);
  }

  void AskGuards(const Rule& rule, CandidateTrace& trace) const {
    if (rule.info.category() == "links" &&
        LeadsTo(page_, trace.candidate, options_.allow_domains)) {
      trace.outcome = CandidateTrace::Outcome::kExcused;
      trace.by = kAllowedDomain;
      return;
    }
    // What a page lacks may come from what fills in the template.
    if (trace.candidate.status == "absent" &&
        !page_.document.template_tags().empty()) {
      trace.outcome = CandidateTrace::Outcome::kExcused;
      trace.by = "template";
      return;
    }
    if (trace.candidate.where.empty()) return;
    for (const NamedVeto& veto : rule.vetoes) {
      if (std::ranges::find(options_.unasked_guards, veto.guard) !=
          options_.unasked_guards.end()) {
        continue;
      }
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
    contenders.reserve(traces_.size());
    trace_of.reserve(traces_.size());
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
    made_.reserve(contenders.size());
    for (std::size_t i = 0; i < contenders.size(); ++i) {
      CandidateTrace& trace = traces_[trace_of[i]];
      if (superseding[i] != nullptr) {
        trace.outcome = CandidateTrace::Outcome::kSuperseded;
        trace.by = superseding[i]->info.id;
        continue;
      }
      Make(*contenders[i].rule, trace);
    }
  }

  // Of a candidate that nothing speaks against: a finding, or a suppressed one.
  void Make(const Rule& rule, CandidateTrace& trace) {
    const Severity severity =
        SeverityOf(page_, rule, trace.candidate, options_);
    const Suppression* const suppression =
        suppressor_.Find(rule, severity, trace.where);
    if (severity < options_.min_severity) {
      trace.outcome = CandidateTrace::Outcome::kBelowMinimum;
      return;
    }
    if (suppression != nullptr) {
      trace.outcome = CandidateTrace::Outcome::kSuppressed;
      trace.by = suppression->reason;
      trace.suppression = suppression->where;
    }
    made_.push_back({.finding = MakeFinding(trace, severity),
                     .rule = &rule,
                     .trace = static_cast<std::size_t>(&trace - traces_.data()),
                     .text = trace.candidate.where,
                     .suppression = suppression});
  }

  // By every rule that speaks of such mistakes.
  void ReportMistake(const SuppressionMistake& mistake,
                     std::span<const Rule* const> rules) {
    for (const Rule* const rule : rules) {
      if (!rule->check->Reports(mistake.problem) ||
          !rule->info.when.Admits(page_, options_.profiles)) {
        continue;
      }
      CandidateTrace& trace = traces_.emplace_back();
      trace.rule = &rule->info;
      trace.candidate.source = mistake.where;
      trace.candidate.status = "present";
      trace.candidate.captures["what"] = mistake.what;
      trace.candidate.captures["hint"] =
          mistake.hint.empty() ? "" : "; " + mistake.hint;
      trace.where = mistake.where;
      Make(*rule, trace);
    }
  }

  // What is suppressed stays as it is.
  void AddFixes() {
    std::vector<MadeFinding> open;
    for (Made& made : made_) {
      if (made.suppression != nullptr) continue;
      open.push_back({.rule = made.rule,
                      .candidate = &traces_[made.trace].candidate,
                      .finding = &made.finding});
    }
    OfferFixes(page_, open);
  }

  void Sort() {
    // A finding is too big to be moved about.
    order_.resize(made_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::stable_sort(
        order_, Before,
        [this](std::uint32_t i) -> const Finding& { return made_[i].finding; });
    AddFingerprints();
  }

  Finding MakeFinding(const CandidateTrace& trace, Severity severity) const {
    const Candidate& candidate = trace.candidate;
    Finding finding;
    finding.rule = trace.rule;
    finding.severity = severity;
    finding.is_span = !candidate.is_document();
    finding.where = trace.where;
    finding.text = TextOf(candidate);
    finding.status = candidate.status;
    finding.support = SupportOf(*trace.rule, candidate);
    finding.message =
        FormatMessage(trace.rule->message, candidate.captures, finding.text);
    finding.notes = candidate.related;
    return finding;
  }

  // What stands near a claim to support it, for people.
  std::string SupportOf(const RuleInfo& rule,
                        const Candidate& candidate) const {
    constexpr int kAnyTier = 4;
    if (rule.category() != "claims" || candidate.where.empty()) return "";
    if (FindSupport(page_, candidate.where, kAnyTier,
                    SupportReach::kSentence)) {
      return "cited in the sentence";
    }
    if (FindSupport(page_, candidate.where, kAnyTier,
                    SupportReach::kParagraph)) {
      return "cited in the paragraph";
    }
    return "no citation in the paragraph";
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
    // Findings of one sentence follow each other, so it is folded once.
    std::optional<TextSpan> sentence;
    for (const std::uint32_t i : order_) {
      Finding& finding = made_[i].finding;
      const TextSpan text = made_[i].text;
      const bool in_sentence = finding.is_span && !text.empty();
      if (!in_sentence) {
        sentence = std::nullopt;
        fingerprinter.Enter(finding.is_span ? finding.where.In(source) : "");
      } else if (const TextSpan around = page_.reading.SentenceAt(text.begin);
                 around != sentence) {
        sentence = around;
        fingerprinter.Enter(Fold(page_.document.Slice(around)));
      }
      finding.fingerprint = fingerprinter.Next(finding.rule->id);
    }
  }

  struct Made {
    Finding finding;
    const Rule* rule = nullptr;                // never null
    std::size_t trace = 0;                     // index into traces_
    TextSpan text;                             // empty if it is not in the text
    const Suppression* suppression = nullptr;  // that covers it; if any does
  };

  const Page& page_;
  Suppressor& suppressor_;
  const LintOptions& options_;
  const Memory memory_;
  std::vector<Candidate> candidates_;  // of the rule that is run
  std::vector<CandidateTrace> traces_;
  std::vector<const Rule*> rules_;  // of each trace, before sorting
  std::vector<Made> made_;
  std::vector<std::uint32_t> order_;  // indices into made_, as reported
};

FileReport MakeReport(const Page& page, PageLinter& linter,
                      const LintOptions& options,
                      std::shared_ptr<const SourceFile> source) {
  FileReport report;
  report.source = std::move(source);
  report.hints = options.hints;
  report.templates = options.templates;
  report.kind = PageKindName(page.facts.kind);
  report.type = page.facts.type;
  report.topics = page.facts.topics;
  report.language = page.facts.language;
  report.words = page.facts.words;
  report.type_scores = page.facts.type_scores;
  linter.MoveFindingsTo(report);
  return report;
}

}  // namespace

Linter::Linter(const RuleSet& rules, LintOptions options)
    : rules_(&rules), options_(std::move(options)) {
  for (const Rule& rule : rules.rules()) {
    if (IsSelected(rule.info.id, options_.select, options_.ignore) &&
        !options_.off.contains(rule.info.id)) {
      active_.push_back(&rule);
    }
  }
}

bool Linter::Runs(std::string_view selector) const {
  return std::ranges::any_of(active_, [&](const Rule* rule) {
    return SelectorMatches(selector, rule->info.id);
  });
}

Result<FileReport> Linter::Lint(
    std::shared_ptr<const SourceFile> source) const {
  Result<Document> document = ReadDocument(source, OptionsOfReading());
  if (!document) return std::move(document).error();
  const Page page(*std::move(document), rules_->plan(), rules_->page_data(),
                  rules_->language_data(), OptionsOfPage());
  Suppressor suppressor = MakeSuppressor(page);
  PageLinter linter(page, active_, suppressor, options_, Memory::kFindings);
  return MakeReport(page, linter, options_, std::move(source));
}

Result<std::shared_ptr<const Page>> Linter::Read(
    std::shared_ptr<const SourceFile> source) const {
  Result<Document> document =
      ReadDocument(std::move(source), OptionsOfReading());
  if (!document) return std::move(document).error();
  return std::make_shared<const Page>(*std::move(document), rules_->plan(),
                                      rules_->page_data(),
                                      rules_->language_data(), OptionsOfPage());
}

Result<Linter::Traced> Linter::LintWithTrace(
    std::shared_ptr<const SourceFile> source) const {
  const auto read = Read(source);
  if (!read) return read.error();
  // The page lives as long as the trace, whose cues refer to its document.
  const std::shared_ptr<const Page>& page = *read;
  Suppressor suppressor = MakeSuppressor(*page);
  PageLinter linter(*page, active_, suppressor, options_,
                    Memory::kEveryCandidate);
  Traced traced;
  traced.report = MakeReport(*page, linter, options_, std::move(source));
  traced.candidates = linter.TakeTraces();
  traced.document = std::shared_ptr<const Document>(page, &page->document);
  return traced;
}

bool Linter::Runs(const Rule& rule) const {
  return rule.info.when.IsForRun(options_.profiles) &&
         IsSelected(rule.info.id, options_.select, options_.ignore);
}

Suppressor Linter::MakeSuppressor(const Page& page) const {
  return {page.document, rules_->rules(), options_.suppressions, options_.as_of,
          [this](const Rule& rule) { return Runs(rule); }};
}

ReadOptions Linter::OptionsOfReading() const {
  return {.hints = options_.hints.get(), .templates = options_.templates};
}

PageOptions Linter::OptionsOfPage() const {
  return {.kind = options_.page_kind,
          .type = options_.type,
          .topics = options_.topics,
          .language = options_.language,
          .as_of = options_.as_of,
          .explain_type = options_.explain_type,
          .hints = options_.hints.get()};
}

Report LintEach(std::size_t count, const ReadSource& read,
                const std::function<const Linter&(std::size_t)>& linter_of,
                const std::function<void(std::size_t, FileReport&)>& finish,
                int threads, const std::function<void()>& after_each) {
  // Each file has its own slot, so that the order of the threads leaves no
  // trace in the report.
  std::vector<std::optional<Result<FileReport>>> results(count);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      auto source = read(i);
      results[i] = source ? linter_of(i).Lint(*std::move(source))
                          : Result<FileReport>(std::move(source).error());
      after_each();
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
  for (std::size_t i = 0; i < count; ++i) {
    std::optional<Result<FileReport>>& result = results[i];
    if (*result) {
      (*result)->input = i;
      finish(i, **result);
      report.files.push_back(std::move(**result));
    } else {
      report.errors.push_back(std::move(*result).error());
    }
  }
  return report;
}

Report Linter::LintAll(std::size_t count, const ReadSource& read,
                       int threads) const {
  Report report = LintEach(
      count, read, [this](std::size_t) -> const Linter& { return *this; },
      [](std::size_t, FileReport&) {}, threads, [] {});
  Describe(report);
  return report;
}

void Linter::Describe(Report& report) const {
  report.as_of = options_.as_of.ToString();
  for (const RulesetIdentity& identity : rules_->identities()) {
    const bool is_known =
        std::ranges::any_of(report.rulesets, [&](const RulesetInfo& info) {
          return info.id == identity.id && info.sha256 == identity.sha256;
        });
    if (is_known) continue;
    report.rulesets.push_back({.id = identity.id,
                               .version = identity.version,
                               .sha256 = identity.sha256});
  }
}

}  // namespace medlint
