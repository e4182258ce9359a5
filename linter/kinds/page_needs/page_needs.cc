// SPDX-License-Identifier: Apache-2.0
//
// page-needs: flags a page that lacks a section, a text or sources it should
// have, or that has a text it should not.
//
// A need is met strongly by a section (a heading that matches, with enough
// beneath it), weakly by matching text anywhere in the zones.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/eight_bytes.h"
#include "linter/base/error.h"
#include "linter/base/spelling.h"
#include "linter/base/utf8.h"
#include "linter/document/links.h"
#include "linter/document/running_text.h"
#include "linter/kinds/markup/glob.h"
#include "linter/page/page.h"
#include "linter/page/pattern_list.h"
#include "linter/rule/kind.h"

namespace medlint::page_needs {
namespace {

// What of a medical disclaimer is asked for.
enum class DisclaimerNeed { kNone, kNotAdvice, kConsult };

struct Settings {
  DisclaimerNeed disclaimer = DisclaimerNeed::kNone;

  // A section, if "headings" is not empty.
  std::vector<PatternId> headings;
  int min_words = 25;
  int min_items = 2;

  std::vector<PatternId> text;
  std::vector<PatternId> also;
  int min_matches = 1;
  std::vector<WeightsId> not_weighing;  // text they take for a fault is none
  std::optional<WeightsId> weighing;    // sentences that do as well as "text"
  int at_least = 0;                     // ... by so many points
  std::optional<Severity> weak_severity;

  std::vector<std::string> elements;  // each must be there, with words

  int evidence_tier = 0;  // 0: sources do not satisfy
  int evidence_min = 1;

  std::vector<PatternId> error_if;   // what makes the lack an error
  std::vector<PatternId> condition;  // "if"
  bool has_condition = false;
  std::vector<std::string> link_globs;  // "if-link": of addresses ...
  std::vector<std::string> link_rels;   // ... or words of rel
  std::vector<std::string> topics;      // "if-topic"
  std::vector<std::string> types;       // "if-type"
  ZoneFilter zones;
  bool expects_absence = false;
};

class PageNeedsCheck : public Check {
 public:
  explicit PageNeedsCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    if (settings_.expects_absence) {
      for (const PatternId pattern : settings_.text) {
        for (const Hit& hit : page.hits.Of(pattern)) {
          if (!page.IsIn(hit, settings_.zones)) continue;
          out.push_back({.where = hit.where, .status = "present"});
        }
      }
      return;
    }
    if (!settings_.elements.empty()) {
      CheckElements(page, out);
      return;
    }
    if (settings_.disclaimer == DisclaimerNeed::kConsult) {
      CheckConsult(page, out);
      return;
    }
    std::optional<TextSpan> cause = FirstOf(page, settings_.condition);
    if (!cause) cause = FirstLink(page);
    if (settings_.has_condition && !cause && !IsAboutIt(page)) return;
    if (HasSection(page) || HasEvidence(page)) return;
    if (settings_.disclaimer == DisclaimerNeed::kNotAdvice &&
        !page.facts.disclaimers.empty()) {
      return;
    }
    Candidate missing{.where = {}, .status = "absent"};
    if (const auto graver = FirstOf(page, settings_.error_if)) {
      missing.severity = Severity::kError;
      cause = graver;
    }
    if (cause) {
      missing.captures["if"] = std::string(page.document.Slice(*cause));
      missing.related.push_back({.where = page.document.ToClean(*cause),
                                 .message = "this is why the page needs it"});
    }
    if (HasText(page)) {
      if (!settings_.weak_severity) return;
      missing.severity = settings_.weak_severity;
      missing.status = "present without a heading";
    }
    out.push_back(std::move(missing));
  }

 private:
  // Plain text has no elements, and needs none.  Of a fragment, which its
  // publisher puts into a page, one is enough.
  void CheckElements(const Page& page, std::vector<Candidate>& out) const {
    if (page.document.source().format() != SourceFile::Format::kHtml) return;
    std::string missing;
    bool has_one = false;
    for (const std::string& name : settings_.elements) {
      if (HasElement(page, name)) {
        has_one = true;
      } else {
        missing += (missing.empty() ? "<" : " or <") + name + ">";
      }
    }
    if (missing.empty() || (has_one && IsFragment(page))) return;
    out.push_back({.where = {},
                   .captures = {{"missing", std::move(missing)}},
                   .status = "absent"});
  }

  static bool IsFragment(const Page& page) {
    return std::ranges::none_of(
        page.document.markup().elements, [](const Element& element) {
          const bool is_frame = element.tag == Tag::k_html ||
                                element.tag == Tag::k_head ||
                                element.tag == Tag::k_body;
          return is_frame && !element.start_tag.empty();
        });
  }

  // True if one such element has words in it, or a picture that says them.
  static bool HasElement(const Page& page, std::string_view name) {
    const Markup& markup = page.document.markup();
    for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
      const Element& element = markup.elements[i];
      if (element.start_tag.empty() || markup.NameOf(i) != name) continue;
      const std::string_view text = page.document.Slice(element.text);
      if (text.find_first_not_of(" \n") != std::string_view::npos) return true;
      for (ElementIndex inner = i + 1; inner < element.subtree_end; ++inner) {
        if (!markup.AttributeValue(inner, "alt").empty()) return true;
      }
    }
    return false;
  }

  // A page whose disclaimers all leave out whom to ask.
  static void CheckConsult(const Page& page, std::vector<Candidate>& out) {
    const std::vector<Disclaimer>& all = page.facts.disclaimers;
    if (all.empty()) return;
    for (const Disclaimer& disclaimer : all) {
      if (!disclaimer.consult.empty()) return;
    }
    Candidate missing{.where = {}, .status = "absent"};
    missing.related.push_back(
        {.where = page.document.ToClean(all.front().not_advice),
         .message = "this says only what the page is not"});
    out.push_back(std::move(missing));
  }

  // True if the page is of a topic or a type that makes the need arise.
  bool IsAboutIt(const Page& page) const {
    return std::ranges::find(settings_.types, page.facts.type) !=
               settings_.types.end() ||
           std::ranges::any_of(settings_.topics, [&](const std::string& topic) {
             return page.facts.HasTopic(topic);
           });
  }

  // The first place of any of "patterns" in the zones.
  std::optional<TextSpan> FirstOf(
      const Page& page, const std::vector<PatternId>& patterns) const {
    std::optional<TextSpan> first;
    for (const PatternId pattern : patterns) {
      const Hit* const hit = page.FirstHitIn(pattern, settings_.zones);
      if (hit == nullptr) continue;
      if (!first || hit->where < *first) first = hit->where;
    }
    return first;
  }

  // The first link in the text that makes the need arise.
  std::optional<TextSpan> FirstLink(const Page& page) const {
    for (const Link& link : page.document.links()) {
      if (link.text.empty() || !IsRunningText(link.zone)) continue;
      const std::string address = ToAsciiLower(link.href);
      const bool found =
          std::ranges::any_of(settings_.link_globs,
                              [&](const std::string& glob) {
                                return MatchesGlob(glob, address);
                              }) ||
          std::ranges::any_of(settings_.link_rels, [&](const std::string& rel) {
            return HasRel(link, rel);
          });
      if (found) return link.text;
    }
    return std::nullopt;
  }

  bool HasSection(const Page& page) const {
    for (const PatternId pattern : settings_.headings) {
      for (const Hit& hit : page.hits.Of(pattern)) {
        const Block& block = page.document.blocks()[hit.line];
        // The title names the whole page, so it is no section's heading.
        if (block.kind != BlockKind::kHeading || block.zone == Zone::kTitle ||
            !IsRunningText(block.zone)) {
          continue;
        }
        if (HasContent(page, hit.line)) return true;
      }
    }
    return false;
  }

  bool HasContent(const Page& page, BlockIndex heading) const {
    const Document& document = page.document;
    const Section& section =
        document.sections()[document.blocks()[heading].section];
    if (section.heading != heading) return false;
    std::ptrdiff_t words = 0;
    int items = 0;
    for (BlockIndex i = heading + 1; i < section.end_block; ++i) {
      const Block& block = document.blocks()[i];
      const bool excluded =
          (page.facts.roles[i] & settings_.zones.not_roles) != 0;
      if (!IsRunningText(block.zone) || excluded ||
          block.kind == BlockKind::kHeading) {
        continue;
      }
      words += 1 + static_cast<std::ptrdiff_t>(
                       CountBytes(document.Slice(block.text), ' '));
      if (block.kind == BlockKind::kListItem) ++items;
      if (words >= settings_.min_words) return true;
      if (settings_.min_items > 0 && items >= settings_.min_items) return true;
    }
    return false;
  }

  bool HasEvidence(const Page& page) const {
    if (settings_.evidence_tier == 0) return false;
    const auto sources =
        std::ranges::count_if(page.facts.evidence, [&](const Evidence& e) {
          return !e.marker && e.tier <= settings_.evidence_tier;
        });
    return sources >= settings_.evidence_min;
  }

  bool HasText(const Page& page) const {
    if (settings_.text.empty() && !settings_.weighing) return false;
    const bool has_also =
        settings_.also.empty() ||
        std::ranges::any_of(settings_.also, [&](PatternId pattern) {
          return page.FirstHitIn(pattern, settings_.zones) != nullptr;
        });
    if (!has_also) return false;
    std::set<TextSpan> sentences;
    std::size_t matches = 0;
    const auto least = static_cast<std::size_t>(settings_.min_matches);
    for (const PatternId pattern : settings_.text) {
      for (const Hit& hit : page.hits.Of(pattern)) {
        if (!page.IsIn(hit, settings_.zones)) continue;
        if (IsFault(page, hit.where)) continue;
        if (!sentences.insert(page.reading.SentenceAt(hit.where.begin)).second)
          continue;
        matches += 1 + ItemsLedInBy(page, hit.line);
        if (matches >= least) return true;
      }
    }
    return settings_.weighing &&
           matches + CountWeighing(page, sentences) >= least;
  }

  // Sentences that weigh enough, without those that are "known".
  std::size_t CountWeighing(const Page& page,
                            const std::set<TextSpan>& known) const {
    std::size_t count = 0;
    const auto sentences = page.points.sentences();
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const TextSpan where = sentences[i].where;
      if (page.points.Of(i, *settings_.weighing) >= settings_.at_least &&
          page.IsIn(where, settings_.zones) && !known.contains(where) &&
          !IsFault(page, where)) {
        ++count;
      }
    }
    return count;
  }

  // "No side effects at all" names side effects, and tells of none.
  bool IsFault(const Page& page, TextSpan where) const {
    return std::ranges::any_of(settings_.not_weighing, [&](WeightsId weights) {
      return page.points.AnyFrom(0, weights, where);
    });
  }

  // A lead-in speaks for the items of its list.
  static std::size_t ItemsLedInBy(const Page& page, BlockIndex lead_in) {
    const auto blocks = page.document.blocks();
    std::size_t items = 0;
    for (std::size_t i = std::size_t{lead_in} + 1; i < blocks.size(); ++i) {
      if (blocks[i].lead_in != lead_in) break;
      ++items;
    }
    return items;
  }

  Settings settings_;
};

void ReadSection(CompileContext& context, Settings& settings) {
  std::optional<TableReader> section = context.keys.TableOrNone("section");
  if (!section) return;
  const std::vector<LocatedString> headings = section->Strings("headings");
  settings.headings = AddPatternList(*section, headings, {}, context.plan);
  settings.min_words = section->IntOr("min-words", 25, 0, 10000);
  settings.min_items = section->IntOr("min-items", 2, 0, 100);
  section->Finish();
}

// The names under "key", each of which must be one of "known".
std::vector<std::string> ReadCondition(
    CompileContext& context, std::string_view key, std::string_view what,
    const std::vector<std::string_view>& known, Settings& settings) {
  std::vector<std::string> names;
  for (const LocatedString& name : context.keys.StringsOrNone(key)) {
    settings.has_condition = true;
    names.emplace_back(name.value);
    if (std::ranges::find(known, name.value) == known.end()) {
      context.keys.RejectPart(
          name, 0, name.value.size(),
          "there is no " + std::string(what) + " " + Quoted(name.value),
          DidYouMean(name.value, known));
    }
  }
  return names;
}

void ReadLinks(CompileContext& context, Settings& settings) {
  std::optional<TableReader> link = context.keys.TableOrNone("if-link");
  if (!link) return;
  settings.has_condition = true;
  for (const LocatedString& glob : link->StringsOrNone("href"))
    settings.link_globs.push_back(ToAsciiLower(glob.value));
  for (const LocatedString& rel : link->StringsOrNone("rel"))
    settings.link_rels.push_back(ToAsciiLower(rel.value));
  link->Finish();
}

void ReadEvidence(CompileContext& context, Settings& settings) {
  std::optional<TableReader> evidence = context.keys.TableOrNone("evidence");
  if (!evidence) return;
  settings.evidence_tier = evidence->IntOr("tier", 3, 1, 4);
  settings.evidence_min = evidence->IntOr("min", 1, 1, 100);
  evidence->Finish();
}

void ReadNotWeighing(CompileContext& context, Settings& settings) {
  for (const LocatedString& name : context.keys.StringsOrNone("not-weighing")) {
    if (const auto weights = context.plan.FindWeights(name.value)) {
      settings.not_weighing.push_back(*weights);
    } else {
      context.keys.RejectPart(
          name, 0, name.value.size(),
          "there are no weights `" + std::string(name.value) + "`",
          DidYouMean(name.value, context.plan.WeightsNames()));
    }
  }
}

void ReadWeighing(CompileContext& context, Settings& settings) {
  std::optional<TableReader> keys = context.keys.TableOrNone("weighing");
  if (!keys) return;
  CompileContext inner{
      .keys = *keys, .plan = context.plan, .page_data = context.page_data};
  settings.weighing = ReadWeightsName(inner);
  settings.at_least = keys->IntOr("at-least", 0, -100'000, 100'000);
  keys->Finish();
}

std::optional<Severity> ReadWeakSeverity(CompileContext& context) {
  static constexpr std::string_view kNames[] = {"info", "warning", "error"};
  if (!context.keys.Has("weak-severity")) return std::nullopt;
  const std::string name =
      context.keys.ChoiceOr("weak-severity", "info", kNames);
  return name == "error"     ? Severity::kError
         : name == "warning" ? Severity::kWarning
                             : Severity::kInfo;
}

std::unique_ptr<const Check> Compile(CompileContext context) {
  static constexpr std::string_view kExpectations[] = {"present", "absent"};
  Settings settings;
  ReadSection(context, settings);
  for (const LocatedString& name : context.keys.StringsOrNone("elements"))
    settings.elements.push_back(ToAsciiLower(name.value));
  ReadEvidence(context, settings);
  const PatternSpec options = ReadPatternOptions(context);
  settings.text = ReadPatterns(context, "text", Presence::kOptional, options);
  settings.also = ReadPatterns(context, "also", Presence::kOptional, options);
  settings.condition =
      ReadPatterns(context, "if", Presence::kOptional, options);
  settings.has_condition = context.keys.Has("if");
  ReadLinks(context, settings);
  settings.topics = ReadCondition(context, "if-topic", "topic",
                                  context.page_data.TopicIds(), settings);
  settings.types = ReadCondition(context, "if-type", "type",
                                 context.page_data.TypeIds(), settings);
  settings.error_if =
      ReadPatterns(context, "error-if", Presence::kOptional, options);
  settings.min_matches = context.keys.IntOr("min-matches", 1, 1, 100);
  ReadNotWeighing(context, settings);
  ReadWeighing(context, settings);
  settings.weak_severity = ReadWeakSeverity(context);
  settings.zones = ReadZones(context, ReadingZones());
  settings.expects_absence =
      context.keys.ChoiceOr("expect", "present", kExpectations) == "absent";
  static constexpr std::string_view kParts[] = {"none", "not-advice",
                                                "consult"};
  const std::string part = context.keys.ChoiceOr("disclaimer", "none", kParts);
  settings.disclaimer = part == "not-advice" ? DisclaimerNeed::kNotAdvice
                        : part == "consult"  ? DisclaimerNeed::kConsult
                                             : DisclaimerNeed::kNone;
  const bool needs_nothing =
      !context.keys.Has("section") && !context.keys.Has("text") &&
      !context.keys.Has("weighing") && settings.elements.empty() &&
      settings.evidence_tier == 0 &&
      settings.disclaimer == DisclaimerNeed::kNone;
  if (needs_nothing) {
    context.keys.Reject(
        "text",
        "a page-needs rule has none of `section`, `text`, `weighing`, "
        "`elements`, `evidence`, `disclaimer`");
  }
  return std::make_unique<const PageNeedsCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "page-needs",
    .summary = "Flags a page that lacks a section, a text or sources",
    .compile = Compile,
};

}  // namespace medlint::page_needs
