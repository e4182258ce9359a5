// SPDX-License-Identifier: Apache-2.0
//
// The veto that several guards share: silent when a cue of one family reaches
// the words that count (Candidate::head, else Candidate::where).

#ifndef LINTER_GUARDS_CUE_VETO_H_
#define LINTER_GUARDS_CUE_VETO_H_

#include <memory>
#include <optional>

#include "linter/language/language_data.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint {

class CueVeto : public Veto {
 public:
  explicit CueVeto(CueFamily family) : family_(family) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const auto scope = page.reading.ScopeOver(family_, candidate.Head());
    if (!scope) return std::nullopt;
    return scope->cue;
  }

 private:
  CueFamily family_;
};

template <CueFamily family>
std::unique_ptr<const Veto> CompileCueVeto(CompileContext /*context*/) {
  return std::make_unique<const CueVeto>(family);
}

}  // namespace medlint

#endif  // LINTER_GUARDS_CUE_VETO_H_
