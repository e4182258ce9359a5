// SPDX-License-Identifier: Apache-2.0
//
// remove-parameter: takes a parameter out of an address, with the sign that
// parts it from the others.  The words must be all of it, "name=value".
//
//   fix = { do = "remove-parameter", title = "...", safe = true }

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/fixes/text_edits.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::remove_parameter {
namespace {

// True for what can follow an address in a text.
bool EndsAddress(char c) {
  return std::string_view(" \"'<>)]|,;").find(c) != std::string_view::npos;
}

class RemoveParameterRepair : public Repair {
 public:
  std::vector<Edit> EditsFor(const RepairSite& site) const override {
    const Document& document = site.page.document;
    const TextSpan where = site.candidate.where;
    const BlockIndex index = document.BlockAt(where.begin);
    if (where.empty() || index == kNoBlock) return {};
    const TextSpan block = document.blocks()[index].text;
    const std::string_view text = document.text();
    if (where.begin == block.begin) return {};
    const char before = text[where.begin - 1];
    if (before != '?' && before != '&') return {};
    const char after = where.end < block.end ? text[where.end] : ' ';
    TextSpan taken = where;
    if (after == '&') {
      ++taken.end;
    } else if (after == '#' || EndsAddress(after)) {
      --taken.begin;
    } else {
      return {};
    }
    auto pieces = PiecesOf(document, taken);
    return pieces ? Removals(*std::move(pieces)) : std::vector<Edit>();
  }
};

std::unique_ptr<const Repair> Compile(CompileContext /*context*/) {
  return std::make_unique<const RemoveParameterRepair>();
}

}  // namespace

extern constexpr RepairKind kRepair = {
    .name = "remove-parameter",
    .summary = "takes a parameter out of an address",
    .compile = Compile,
};

}  // namespace medlint::remove_parameter
