// SPDX-License-Identifier: Apache-2.0
//
// sought: silent when the words are what is looked for or tested ("search for a
// cure").

#include "linter/guards/cue_veto.h"

namespace medlint::sought {

extern constexpr Guard kGuard = {
    .name = "sought",
    .summary = "the words are looked for or tested (“the search for a cure”)",
    .compile = CompileCueVeto<CueFamily::kSearch>,
};

}  // namespace medlint::sought
