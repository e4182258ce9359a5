// SPDX-License-Identifier: Apache-2.0
//
// reported: silent when the page reports what others say ("sellers claim
// that").

#include "linter/guards/cue_veto.h"

namespace medlint::reported {

extern constexpr Guard kGuard = {
    .name = "reported",
    .summary =
        "somebody else is said to say so (“sellers claim that it cures”)",
    .compile = CompileCueVeto<CueFamily::kReport>,
};

}  // namespace medlint::reported
