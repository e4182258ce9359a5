// SPDX-License-Identifier: Apache-2.0

#include "linter/page/reading_outline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/text/line_index.h"

namespace medlint {
namespace {

class ReadingOutline {
 public:
  explicit ReadingOutline(const Page& page)
      : page_(page), lines_(page.document.source().clean()) {}

  std::string Write() {
    WriteFacts();
    out_ += "sentences\n";
    const auto blocks = page_.document.blocks();
    for (BlockIndex i = 0; i < blocks.size(); ++i) {
      if (blocks[i].text.end > page_.document.reading_end()) break;
      for (const TextSpan sentence : page_.reading.SentencesOf(i))
        WriteSentence(sentence);
    }
    return std::move(out_);
  }

 private:
  std::string Quote(TextSpan span) const {
    return "\"" + std::string(page_.document.Slice(span)) + "\"";
  }

  std::string Place(TextSpan span) const {
    const Position at =
        lines_.At(page_.document.ToClean(span).begin, ColumnUnit::kCodePoint);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  void WriteFact(std::string_view name, std::string_view value) {
    out_ += std::string(name) + " " +
            (value.empty() ? "-" : std::string(value)) + "\n";
  }

  void WriteCredits(std::string_view name, const std::vector<Credit>& credits) {
    for (const Credit& credit : credits) {
      out_ += std::string(name) + " " + Place(credit.where) + " " +
              Quote(credit.where) + "\n";
    }
  }

  void WriteFacts() {
    const PageFacts& facts = page_.facts;
    WriteFact("page", PageKindName(facts.kind));
    WriteFact("type", facts.type);
    std::string topics;
    for (const std::string& topic : facts.topics)
      topics += (topics.empty() ? "" : ", ") + topic;
    WriteFact("topics", topics);
    WriteFact("language", facts.language);
    if (!facts.institution.empty()) WriteFact("institution", facts.institution);
    WriteCredits("author", facts.authors);
    WriteCredits("reviewer", facts.reviewers);
    WriteCredits("published", facts.published);
    WriteCredits("modified", facts.modified);
    WriteCredits("reviewed", facts.reviewed);
    for (const Evidence& source : facts.evidence) {
      out_ +=
          "source " + Place(source.where) + " " +
          (source.marker ? "marker" : "tier " + std::to_string(source.tier)) +
          " " + Quote(source.where) + "\n";
    }
    for (const Disclaimer& disclaimer : facts.disclaimers) {
      out_ += "disclaimer " + Place(disclaimer.not_advice) + " " +
              Quote(disclaimer.not_advice);
      if (!disclaimer.consult.empty()) {
        out_ += ", asks to " + Quote(disclaimer.consult);
      }
      out_ += "\n";
    }
  }

  void WriteSentence(TextSpan sentence) {
    std::string notes;
    if (page_.reading.IsQuestion(sentence)) notes += "    question\n";
    if (const auto myth = page_.reading.MythAround(sentence)) {
      notes += "    myth " + Quote(*myth) + "\n";
    }
    if (const auto refutation = page_.reading.RefutationOf(sentence)) {
      notes += "    taken back " + Quote(*refutation) + "\n";
    }
    for (std::size_t i = 0; i < kCueFamilies; ++i) {
      const auto family = static_cast<CueFamily>(i);
      const CueScopes& scopes = page_.reading.ScopesIn(family, sentence);
      for (const auto* list :
           {&scopes.clauses, &scopes.phrases, &scopes.backwards}) {
        for (const CueScope& scope : *list)
          notes += Note(family, scope);
      }
      if (scopes.whole) notes += Note(family, *scopes.whole);
    }
    if (notes.empty()) return;
    out_ += "  " + Place(sentence) + " " + Quote(sentence) + "\n" + notes;
  }

  std::string Note(CueFamily family, const CueScope& scope) const {
    return "    " + std::string(CueFamilyName(family)) + " " +
           Quote(scope.cue) + " reaches " + Quote(scope.reach) + "\n";
  }

  const Page& page_;
  LineIndex lines_;
  std::string out_;
};

}  // namespace

std::string OutlineReading(const Page& page) {
  return ReadingOutline(page).Write();
}

}  // namespace medlint
