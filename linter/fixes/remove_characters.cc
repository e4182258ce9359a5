// SPDX-License-Identifier: Apache-2.0
//
// remove-characters: takes some of the characters away.
//
//   fix = { do = "remove-characters", characters = '[\x{200B}\x{FEFF}]', ... }

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/fixes/text_edits.h"
#include "linter/match/regexp.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::remove_characters {
namespace {

class RemoveCharactersRepair : public Repair {
 public:
  explicit RemoveCharactersRepair(std::unique_ptr<const Regexp> characters)
      : characters_(std::move(characters)) {}

  std::vector<Edit> EditsFor(const RepairSite& site) const override {
    const Document& document = site.page.document;
    const TextSpan where = site.candidate.where;
    const std::string_view words = document.Slice(where);
    std::vector<CleanSpan> places;
    for (std::size_t at = 0; at < words.size();) {
      const auto found = characters_->Find(
          words, {.begin = at, .end = words.size()}, Regexp::Start::kAnywhere);
      if (!found || found->end == found->begin) break;
      const auto pieces =
          PiecesOf(document, {where.begin + static_cast<Offset>(found->begin),
                              where.begin + static_cast<Offset>(found->end)});
      if (!pieces) return {};
      places.insert(places.end(), pieces->begin(), pieces->end());
      at = found->end;
    }
    return Removals(std::move(places));
  }

 private:
  std::unique_ptr<const Regexp> characters_;
};

std::unique_ptr<const Repair> Compile(CompileContext context) {
  auto characters = ReadExpression(context.keys, "characters");
  if (!characters) return nullptr;
  return std::make_unique<const RemoveCharactersRepair>(std::move(characters));
}

}  // namespace

extern constexpr RepairKind kRepair = {
    .name = "remove-characters",
    .summary = "takes some of the characters away: `characters`, an expression",
    .compile = Compile,
};

}  // namespace medlint::remove_characters
