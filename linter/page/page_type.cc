// SPDX-License-Identifier: Apache-2.0

#include "linter/page/page_type.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/eight_bytes.h"

namespace medlint {
namespace {

enum class Field : std::uint8_t {
  kJsonLdType,
  kJsonLdAbout,
  kTitle,
  kSlug,
  kH2,
  kMinorHeading,
  kDescription,
  kOpening,
  kBody,
  kNone,
};

struct FieldWeight {
  std::string_view name;
  int tenths;  // for each distinct term
  int cap;     // in tenths; 0: none
};
constexpr FieldWeight kWeights[] = {
    {"JSON-LD @type", 80, 0}, {"JSON-LD about", 40, 0},
    {"title and h1", 60, 0},  {"URL", 30, 0},
    {"h2", 30, 120},          {"h3-h6", 10, 60},
    {"description", 20, 0},   {"first words", 20, 80},
    {"body density", 0, 100},
};
constexpr std::size_t kFieldCount = std::size(kWeights);

constexpr int kLeastScore = 120;    // a type needs 12 points
constexpr int kLeastGuess = 25;     // and 2.5 to be guessed at
constexpr int kOpeningWords = 120;  // how far "the first words" reach

// What a hit in each block counts for, worked out once.
std::vector<Field> FieldsOfBlocks(const Document& document) {
  std::vector<Field> fields(document.blocks().size(), Field::kNone);
  int words = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Block& block = document.blocks()[i];
    switch (block.kind) {
      case BlockKind::kMeta:
      case BlockKind::kJsonLd: {
        const std::string& name = document.properties()[block.property].name;
        if (block.zone == Zone::kTitle) fields[i] = Field::kTitle;
        if (name == "meta:description") fields[i] = Field::kDescription;
        if (name == "link:canonical") fields[i] = Field::kSlug;
        if (name == "jsonld:about.name" || name == "jsonld:keywords" ||
            name == "jsonld:aspect") {
          fields[i] = Field::kJsonLdAbout;
        }
        continue;
      }
      case BlockKind::kUrl: {
        const std::string& name = document.properties()[block.property].name;
        if (name == "link:canonical") fields[i] = Field::kSlug;
        continue;
      }
      case BlockKind::kAttribute:
      case BlockKind::kComment:
        continue;
      default:
        break;
    }
    if (block.zone == Zone::kTitle) {
      fields[i] = Field::kTitle;
    } else if (block.zone == Zone::kHidden ||
               block.zone == Zone::kBoilerplate) {
      fields[i] = Field::kNone;
    } else if (block.heading_level == 2) {
      fields[i] = Field::kH2;
    } else if (block.heading_level > 2) {
      fields[i] = Field::kMinorHeading;
    } else {
      fields[i] = words < kOpeningWords ? Field::kOpening : Field::kBody;
      const std::string_view text = document.Slice(block.text);
      words += 1 + static_cast<int>(CountBytes(text, ' '));
    }
  }
  return fields;
}

// The terms of one type, by field; views of the folded text and properties.
struct Tally {
  std::array<std::set<std::string_view>, kFieldCount> terms;
  int body_hits = 0;
};

void Count(const Hits& hits, const FoldedText& folded,
           const std::vector<Field>& fields, PatternId pattern,
           bool titles_only, Tally& tally) {
  for (const Hit& hit : hits.Of(pattern)) {
    const Field field = fields[hit.line];
    if (field == Field::kNone) continue;
    const bool title = field == Field::kTitle || field == Field::kSlug;
    if (titles_only && !title) continue;
    if (field == Field::kBody || field == Field::kOpening) ++tally.body_hits;
    if (field == Field::kBody) continue;
    tally.terms[static_cast<std::size_t>(field)].insert(
        folded.FromText(hit.where).In(folded.text()));
  }
}

void CountJsonLdTypes(const Document& document, const TypeData& type,
                      Tally& tally) {
  for (const Property& property : document.properties()) {
    if (property.name != "jsonld:@type") continue;
    if (std::ranges::find(type.jsonld, property.value) == type.jsonld.end())
      continue;
    tally.terms[static_cast<std::size_t>(Field::kJsonLdType)].insert(
        property.value);
  }
}

TypeScore ScoreOf(const TypeData& type, const Tally& tally, int words,
                  bool explain) {
  TypeScore score{.type = type.id, .tenths = 0, .parts = {}};
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const FieldWeight& weight = kWeights[i];
    const auto& terms = tally.terms[i];
    int tenths = static_cast<int>(terms.size()) * weight.tenths;
    if (static_cast<Field>(i) == Field::kBody) {
      tenths = words == 0 ? 0 : tally.body_hits * 10000 / words;
    }
    if (weight.cap > 0) tenths = std::min(tenths, weight.cap);
    score.tenths += tenths;
    if (tenths == 0 || !explain) continue;
    score.parts.push_back({.field = std::string(weight.name),
                           .tenths = tenths,
                           .terms = {terms.begin(), terms.end()}});
  }
  return score;
}

// The best type, if it scores enough.  "scores" is in order of priority.
void Decide(const std::vector<TypeScore>& scores, PageFacts& facts) {
  const auto best = std::ranges::max_element(scores, {}, &TypeScore::tenths);
  if (best == scores.end() || best->tenths < kLeastGuess) return;
  if (best->tenths < kLeastScore) {
    facts.type = best->type;
    return;
  }
  // A rival is one within a factor of 1.25.
  const auto is_rival = [&](const TypeScore& score) {
    return score.tenths >= kLeastScore && score.tenths * 5 > best->tenths * 4;
  };
  facts.type_is_clear = std::ranges::count_if(scores, is_rival) == 1;
  facts.type = std::ranges::find_if(scores, is_rival)->type;
}

}  // namespace

void ScoreTypes(const Document& document, const Hits& hits,
                const FoldedText& folded, const PageData& data, bool explain,
                PageFacts& facts) {
  const std::vector<Field> fields = FieldsOfBlocks(document);
  std::vector<TypeScore> scores;
  for (const TypeData& type : data.types) {
    Tally tally;
    CountJsonLdTypes(document, type, tally);
    for (const PatternId pattern : type.terms) {
      Count(hits, folded, fields, pattern, false, tally);
    }
    for (const PatternId pattern : type.titles) {
      Count(hits, folded, fields, pattern, true, tally);
    }
    scores.push_back(ScoreOf(type, tally, facts.words, explain));
  }
  Decide(scores, facts);
  if (!explain) return;
  std::erase_if(scores, [](const TypeScore& s) { return s.tenths == 0; });
  std::ranges::stable_sort(scores, std::ranges::greater{}, &TypeScore::tenths);
  facts.type_scores = std::move(scores);
}

std::vector<std::string> FindTopics(const Document& document, const Hits& hits,
                                    const PageData& data) {
  static constexpr int kBodyMentions = 3;
  std::vector<std::string> topics;
  for (const TopicData& topic : data.topics) {
    int weight = 0;
    for (const PatternId pattern : topic.terms) {
      for (const Hit& hit : hits.Of(pattern)) {
        const Block& block = document.blocks()[hit.line];
        const bool prominent =
            block.zone == Zone::kTitle ||
            (block.zone == Zone::kHeading && block.heading_level <= 2);
        const bool body = block.zone == Zone::kMain ||
                          block.zone == Zone::kSummary ||
                          block.zone == Zone::kHeading;
        weight += prominent ? kBodyMentions : body ? 1 : 0;
      }
    }
    if (weight >= kBodyMentions) topics.push_back(topic.id);
  }
  std::ranges::sort(topics);
  return topics;
}

}  // namespace medlint
