// SPDX-License-Identifier: Apache-2.0
//
// conditional: silent when the words are a condition ("if massage relieves your
// pain, ...").

#include "linter/guards/cue_veto.h"

namespace medlint::conditional {

extern constexpr Guard kGuard = {
    .name = "conditional",
    .summary = "the words are a condition (“if it cures”)",
    .compile = CompileCueVeto<CueFamily::kCondition>,
};

}  // namespace medlint::conditional
