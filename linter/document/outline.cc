// SPDX-License-Identifier: Apache-2.0
//
// The outline of a document.  Its form is pinned by snapshots:
//
//   encoding UTF-8
//   main 9:1-40:5                 lines and columns in bytes, from 1
//   headline 10:1 "Ginger tea"
//   properties
//     meta:description 5:34 "..."
//   sections
//     1 level 1 in 0, blocks 2-14 "Ginger tea"      the end is exclusive
//   blocks
//     3 paragraph main 12:4 in 1 "..."
//     4 list-item/1 main 13:8 in 1, lead-in 3, label "Rest" "..."
//   links
//     main 12:30 "a study" https://example.org/ host example.org rel nofollow
//   hidden
//     display-none legitimate 20:5 by 20:10 "..."
//   problems
//     broken-jsonld 7:12 expected a value
//
// Parts without entries are left out.  Long texts are cut after 100 bytes;
// '"' and '\' are escaped.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/document.h"
#include "linter/text/line_index.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr std::size_t kMaxShown = 100;  // bytes

std::string Quote(std::string_view text) {
  std::size_t size = std::min(text.size(), kMaxShown);
  while (size < text.size() && IsContinuationByte(text[size]))
    --size;
  std::string quoted = "\"";
  for (const char c : text.substr(0, size)) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? '|' : c;
  }
  if (size < text.size()) quoted += "...";
  return quoted + '"';
}

class OutlineWriter {
 public:
  explicit OutlineWriter(const Document& document)
      : document_(document), lines_(document.source().clean()) {}

  std::string Write() && {
    Line("encoding " + document_.source().encoding());
    if (!document_.main().empty()) {
      const CleanSpan main = document_.main_source();
      Line("main " + Place(main.begin) + "-" + Place(main.end));
    }
    if (document_.headline() != kNoBlock) {
      const Block& block = document_.blocks()[document_.headline()];
      Line("headline " + PlaceOf(block.text) + " " + TextOf(block.text));
    }
    WriteProperties();
    WriteSections();
    WriteBlocks();
    WriteLinks();
    WriteHidden();
    WriteProblems();
    return std::move(out_);
  }

 private:
  void Line(const std::string& line) { out_ += line + "\n"; }

  std::string Place(Offset offset) const {
    const Position at = lines_.At(offset, ColumnUnit::kByte);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  }
  std::string PlaceOf(TextSpan span) const {
    return Place(document_.ToClean(span).begin);
  }
  std::string TextOf(TextSpan span) const {
    return Quote(document_.Slice(span));
  }

  void WriteProperties() {
    if (!document_.properties().empty()) Line("properties");
    for (const Property& property : document_.properties()) {
      std::string line = "  " + property.name;
      if (property.node >= 0) line += " node " + std::to_string(property.node);
      Line(line + " " + Place(property.source.begin) + " " +
           Quote(property.value));
    }
  }

  void WriteSections() {
    if (document_.sections().size() > 1) Line("sections");
    for (std::size_t i = 1; i < document_.sections().size(); ++i) {
      const Section& section = document_.sections()[i];
      const Block& heading = document_.blocks()[section.heading];
      Line("  " + std::to_string(i) + " level " +
           std::to_string(section.level) + " in " +
           std::to_string(section.parent) + ", blocks " +
           std::to_string(section.first_block) + "-" +
           std::to_string(section.end_block) + " " + TextOf(heading.text));
    }
  }

  void WriteBlocks() {
    if (!document_.blocks().empty()) Line("blocks");
    for (std::size_t i = 0; i < document_.blocks().size(); ++i) {
      const Block& block = document_.blocks()[i];
      std::string line = "  " + std::to_string(i) + " " +
                         std::string(BlockKindName(block.kind));
      const int depth = block.heading_level + block.list_depth;
      if (depth > 0) line += "/" + std::to_string(depth);
      line += " " + std::string(ZoneName(block.zone)) + " " +
              PlaceOf(block.text) + " in " + std::to_string(block.section);
      if (block.lead_in != kNoBlock)
        line += ", lead-in " + std::to_string(block.lead_in);
      if (!block.label.empty()) line += ", label " + TextOf(block.label);
      Line(line + " " + TextOf(block.text));
    }
  }

  void WriteLinks() {
    if (!document_.links().empty()) Line("links");
    for (const Link& link : document_.links()) {
      const CleanSpan tag = document_.markup().elements[link.element].start_tag;
      std::string line = "  " + std::string(ZoneName(link.zone)) + " " +
                         Place(tag.begin) + " " + TextOf(link.text) + " " +
                         Quote(link.href);
      if (!link.host.empty()) line += " host " + link.host;
      if (!link.rel.empty()) line += " rel " + link.rel;
      Line(line);
    }
  }

  void WriteHidden() {
    if (!document_.hidden().empty()) Line("hidden");
    for (const HiddenText& hidden : document_.hidden()) {
      Line("  " + std::string(HidingTechniqueName(hidden.technique)) +
           (hidden.legitimate ? " legitimate " : " ") + PlaceOf(hidden.text) +
           " by " + Place(hidden.evidence.begin) + " " + TextOf(hidden.text));
    }
  }

  void WriteProblems() {
    if (!document_.problems().empty()) Line("problems");
    for (const DocumentProblem& problem : document_.problems()) {
      const bool json = problem.kind == DocumentProblem::Kind::kBrokenJsonLd;
      Line(std::string("  ") +
           (json ? "broken-jsonld " : "stale-encoding-label ") +
           Place(problem.where.begin) + " " + problem.what);
    }
  }

  const Document& document_;
  LineIndex lines_;
  std::string out_;
};

}  // namespace

std::string Outline(const Document& document) {
  return OutlineWriter(document).Write();
}

}  // namespace medlint
