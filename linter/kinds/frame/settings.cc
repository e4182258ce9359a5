// SPDX-License-Identifier: Apache-2.0

#include "linter/kinds/frame/settings.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace medlint::frame {
namespace {

// Reads a frame.  What it does not say is as in "rule".
Settings ReadFrame(CompileContext context, const PatternSpec& options,
                   const Settings& rule) {
  Settings settings = rule;
  const auto read = [&](std::string_view key,
                        std::vector<PatternId>& patterns) {
    if (!context.keys.Has(key)) return;
    patterns = ReadPatterns(context, key, Presence::kOptional, options);
  };
  settings.any.clear();
  settings.lead.clear();
  settings.follow.clear();
  settings.above.clear();
  settings.answer.clear();
  settings.asked.clear();
  settings.rate.reset();
  settings.open = false;
  read("any", settings.any);
  read("lead", settings.lead);
  read("follow", settings.follow);
  read("above", settings.above);
  read("answer", settings.answer);
  read("asked", settings.asked);
  if (context.keys.Has("rate")) settings.rate = RateLimit::Read(context.keys);
  read("object", settings.object);
  read("not-object", settings.not_object);
  read("agent", settings.agent);
  read("not-agent", settings.not_agent);
  read("with", settings.with);
  read("without", settings.without);
  if (context.keys.Has("agent-in")) {
    static constexpr std::string_view kNeeds[] = {"none", "sentence",
                                                  "context"};
    const std::string need = context.keys.ChoiceOr("agent-in", "none", kNeeds);
    settings.need = need == "sentence"  ? AgentNeed::kSentence
                    : need == "context" ? AgentNeed::kContext
                                        : AgentNeed::kNone;
  }
  settings.objects = context.keys.IntOr("objects", settings.objects, 1, 20);
  settings.open = context.keys.BoolOr("open", settings.open);
  settings.pronouns = context.keys.BoolOr("pronouns", settings.pronouns);
  settings.gap = context.keys.IntOr("gap", settings.gap, 0, 60);
  settings.follow_gap =
      context.keys.IntOr("follow-gap", settings.follow_gap, 0, 60);
  if (context.keys.Has("reach")) {
    static constexpr std::string_view kReaches[] = {"clause", "sentence",
                                                    "paragraph"};
    const std::string reach =
        context.keys.ChoiceOr("reach", "clause", kReaches);
    settings.reach = reach == "sentence"    ? Reach::kSentence
                     : reach == "paragraph" ? Reach::kParagraph
                                            : Reach::kClause;
  }
  return settings;
}

bool IsFramed(const Settings& settings) {
  return settings.open || !settings.lead.empty() || !settings.follow.empty() ||
         !settings.above.empty();
}

bool LooksForNothing(const Settings& settings) {
  return settings.any.empty() && settings.answer.empty() && !IsFramed(settings);
}

// Reports what makes no frame of "settings" to the keys that it was read from.
void CheckFrame(TableReader& keys, const Settings& settings) {
  if (LooksForNothing(settings)) {
    keys.Reject("lead", "nothing to look for",
                "list predicates in `lead`, `follow` or `above` and objects in "
                "`object`, or whole claims in `any`");
  } else if ((IsFramed(settings) || settings.pronouns) &&
             settings.object.empty()) {
    keys.Reject("object",
                "a frame has predicates (`lead`, `follow`, `above`) and an "
                "`object`");
  }
  if (settings.answer.empty() != settings.asked.empty()) {
    keys.Reject(settings.answer.empty() ? "answer" : "asked",
                "an `answer` counts after what is `asked`");
  }
  if (settings.need != AgentNeed::kNone && settings.agent.empty()) {
    keys.Reject("agent-in", "no agents are listed", "list them in `agent`");
  } else if (settings.open && settings.agent.empty()) {
    keys.Reject("open", "no agents are listed", "list them in `agent`");
  }
}

}  // namespace

std::vector<Settings> ReadFrames(CompileContext context) {
  const PatternSpec options = ReadPatternOptions(context);
  Settings rule = ReadFrame(context, options, {});
  rule.zones = ReadZones(context, ReadingZones());
  std::vector<TableReader> tables = context.keys.TablesOrNone("frame");
  std::vector<Settings> frames;
  if (tables.empty() || !LooksForNothing(rule)) {
    CheckFrame(context.keys, rule);
    frames.push_back(rule);
  }
  for (TableReader& keys : tables) {
    Settings settings =
        ReadFrame({keys, context.plan, context.page_data}, options, rule);
    CheckFrame(keys, settings);
    keys.Finish();
    frames.push_back(std::move(settings));
  }
  return frames;
}

}  // namespace medlint::frame
