// SPDX-License-Identifier: Apache-2.0
//
// thin-section: flags headings that promise something and have nothing, or next
// to nothing, beneath them.
//
// Beneath a heading is all of its section, subsections included.  Sentences of
// `filler` ("Consult your doctor.") count for nothing.  The finding is the
// heading and what little is beneath it.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::thin_section {
namespace {

struct Settings {
  std::vector<PatternId> headings;
  std::vector<PatternId> filler;
  std::vector<PatternId> substance;  // one is content enough
  std::vector<PatternId> without;    // the section is about something else
  ZoneFilter zones;
  std::ptrdiff_t min_words = 25;
  std::ptrdiff_t filler_words = 15;  // longer sentences are no filler
  int min_items = 2;
};

bool Occurs(const Page& page, const std::vector<PatternId>& patterns,
            TextSpan where) {
  return std::ranges::any_of(patterns, [&](PatternId pattern) {
    return !page.hits.Within(pattern, where).empty();
  });
}

class ThinSectionCheck : public Check {
 public:
  explicit ThinSectionCheck(Settings settings)
      : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    std::vector<BlockIndex> seen;
    for (const PatternId pattern : settings_.headings) {
      for (const Hit& hit : page.hits.Of(pattern)) {
        const Block& heading = page.document.blocks()[hit.line];
        if (heading.kind != BlockKind::kHeading ||
            !page.IsIn(hit, settings_.zones) ||
            std::ranges::find(seen, hit.line) != seen.end()) {
          continue;
        }
        seen.push_back(hit.line);
        if (const auto where = ThinSection(page, hit.line)) {
          Candidate& candidate = out.emplace_back();
          candidate.where = *where;
          candidate.captures["heading"] =
              std::string(page.document.Slice(heading.text));
        }
      }
    }
  }

 private:
  // The heading and what little is beneath it, if it is little.
  std::optional<TextSpan> ThinSection(const Page& page,
                                      BlockIndex heading) const {
    const auto blocks = page.document.blocks();
    const Section& section = page.document.sections()[blocks[heading].section];
    if (section.heading != heading) return std::nullopt;
    TextSpan where = blocks[heading].text;
    std::ptrdiff_t words = 0;
    int items = 0;
    for (BlockIndex i = heading + 1; i < section.end_block; ++i) {
      const Block& block = blocks[i];
      if (block.zone == Zone::kBoilerplate || block.zone == Zone::kHidden ||
          block.kind == BlockKind::kHeading) {
        continue;
      }
      if (Occurs(page, settings_.without, block.text)) return std::nullopt;
      const std::ptrdiff_t before = words;
      for (const TextSpan sentence : page.reading.SentencesOf(i)) {
        const std::ptrdiff_t length =
            1 + std::ranges::count(page.document.Slice(sentence), ' ');
        const bool filler = length <= settings_.filler_words &&
                            Occurs(page, settings_.filler, sentence);
        if (filler) continue;
        if (Occurs(page, settings_.substance, sentence)) return std::nullopt;
        words += length;
      }
      const bool item = block.kind == BlockKind::kListItem ||
                        block.kind == BlockKind::kTerm ||
                        block.kind == BlockKind::kTableCell;
      if (item && words > before) ++items;
      if (words >= settings_.min_words || items >= settings_.min_items)
        return std::nullopt;
      where.end = block.text.end;
    }
    return where;
  }

  Settings settings_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  const auto read = [&](std::string_view key, Presence presence) {
    return ReadPatterns(context, key, presence, {});
  };
  settings.headings = read("headings", Presence::kRequired);
  settings.filler = read("filler", Presence::kOptional);
  settings.substance = read("substance", Presence::kOptional);
  settings.without = read("without", Presence::kOptional);
  settings.min_words = context.keys.IntOr("min-words", 25, 1, 1000);
  settings.filler_words = context.keys.IntOr("filler-words", 15, 1, 1000);
  settings.min_items = context.keys.IntOr("min-items", 2, 1, 100);
  ZoneFilter headings;
  headings.zones = ZoneFilter::Bit(Zone::kHeading);
  settings.zones = ReadZones(context, headings);
  return std::make_unique<const ThinSectionCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "thin-section",
    .summary = "Flags headings with next to nothing beneath them",
    .compile = Compile,
};

}  // namespace medlint::thin_section
