// SPDX-License-Identifier: Apache-2.0
//
// negated: silent when the words are denied ("does not cure").

#include "linter/guards/cue_veto.h"

namespace medlint::negated {

extern constexpr Guard kGuard = {
    .name = "negated",
    .summary = "the words are denied (“does not cure”)",
    .compile = CompileCueVeto<CueFamily::kNegation>,
};

}  // namespace medlint::negated
