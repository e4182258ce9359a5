// SPDX-License-Identifier: Apache-2.0
//
// mentioned: silent when the words are spoken of, not used ("avoid the word
// cure").

#include "linter/guards/cue_veto.h"

namespace medlint::mentioned {

extern constexpr Guard kGuard = {
    .name = "mentioned",
    .summary = "the words are spoken of, not used (“avoid the word cure”)",
    .compile = CompileCueVeto<CueFamily::kMention>,
};

}  // namespace medlint::mentioned
