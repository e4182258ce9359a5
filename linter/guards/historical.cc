// SPDX-License-Identifier: Apache-2.0
//
// historical: silent when the words tell of what people once thought or did.

#include "linter/guards/cue_veto.h"

namespace medlint::historical {

extern constexpr Guard kGuard = {
    .name = "historical",
    .summary = "the words tell of the past (“was once thought to cure”)",
    .compile = CompileCueVeto<CueFamily::kHistory>,
};

}  // namespace medlint::historical
