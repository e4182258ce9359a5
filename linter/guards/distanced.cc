// SPDX-License-Identifier: Apache-2.0
//
// distanced: silent when the sentence keeps its distance from what it says.
//
//   { distanced = { by = ["report", "doubt"] } }
//
// "by" names families of cues (language_data.h); one anywhere in the sentence
// is enough, whatever it reaches.  For rules that find a whole sentence at
// fault and no single verb in it.  Without "by": hedge-2, hedge-3, report,
// doubt, condition, history, search, mention.  A question, a myth, a debunking
// and a quotation always keep a distance.

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/language/claim_status.h"
#include "linter/language/language_data.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::distanced {
namespace {

constexpr std::array kDefault = {CueFamily::kHedge2,    CueFamily::kHedge3,
                                 CueFamily::kReport,    CueFamily::kDoubt,
                                 CueFamily::kCondition, CueFamily::kHistory,
                                 CueFamily::kSearch,    CueFamily::kMention};

class DistancedVeto : public Veto {
 public:
  explicit DistancedVeto(std::vector<CueFamily> families)
      : families_(std::move(families)) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const TextSpan head = candidate.Head();
    const TextSpan sentence = page.reading.SentenceAt(head.begin);
    for (const CueFamily family : families_) {
      if (const auto cue = page.reading.CueIn(family, sentence)) return cue;
      if (const auto scope = page.reading.ScopeOver(family, head)) {
        return scope->cue;
      }
    }
    if (page.reading.IsQuestion(sentence)) return sentence;
    if (const auto quotation = page.reading.QuotationOver(head)) {
      return quotation;
    }
    if (const auto myth = page.reading.MythAround(head)) return myth;
    return DebunkingOf(page.reading, head);
  }

 private:
  std::vector<CueFamily> families_;
};

std::unique_ptr<const Veto> Compile(CompileContext context) {
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < kCueFamilies; ++i)
    known.push_back(CueFamilyName(static_cast<CueFamily>(i)));
  std::vector<CueFamily> families;
  for (const LocatedString& name : context.keys.StringsOrNone("by")) {
    const auto it = std::ranges::find(known, name.value);
    if (it == known.end()) {
      context.keys.RejectPart(
          name, 0, name.value.size(),
          "there are no cues called `" + std::string(name.value) + "`",
          DidYouMean(name.value, known));
      continue;
    }
    families.push_back(static_cast<CueFamily>(it - known.begin()));
  }
  if (families.empty()) families.assign(kDefault.begin(), kDefault.end());
  return std::make_unique<const DistancedVeto>(std::move(families));
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "distanced",
    .summary =
        "the sentence keeps its distance: a hedge, a report, a doubt, a "
        "condition, a question, a myth or a quotation",
    .compile = Compile,
};

}  // namespace medlint::distanced
