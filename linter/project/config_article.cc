// SPDX-License-Identifier: Apache-2.0

#include "linter/project/config_article.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace medlint {
namespace {

struct FieldMember {
  HintField field;
  ConfigHints ConfigArticle::*member;
};
constexpr FieldMember kFields[] = {
    {HintField::kType, &ConfigArticle::type},
    {HintField::kAuthor, &ConfigArticle::author},
    {HintField::kReviewer, &ConfigArticle::reviewer},
    {HintField::kPublished, &ConfigArticle::published},
    {HintField::kModified, &ConfigArticle::modified},
    {HintField::kReviewed, &ConfigArticle::reviewed},
    {HintField::kMain, &ConfigArticle::main},
    {HintField::kDisclaimer, &ConfigArticle::disclaimer},
    {HintField::kSkip, &ConfigArticle::skip},
};

}  // namespace

std::vector<HintInForce> HintsInForce(const std::vector<ConfigLayer>& layers) {
  std::vector<HintInForce> all;
  for (const FieldMember& field : kFields) {
    const std::vector<ConfigHint>* last = nullptr;
    for (const ConfigLayer& layer : layers) {
      const ConfigHints& hints = layer.article->*field.member;
      if (hints) last = &*hints;
    }
    if (last != nullptr && !last->empty()) all.push_back({field.field, last});
  }
  return all;
}

TypeWords TypeWordsInForce(const std::vector<ConfigLayer>& layers) {
  TypeWords all;
  for (const ConfigLayer& layer : layers) {
    for (const TypeWord& each : layer.article->types) {
      const auto known = std::ranges::find(all, each.word, &TypeWord::word);
      if (known == all.end()) {
        all.push_back(each);
      } else {
        *known = each;
      }
    }
  }
  return all;
}

std::shared_ptr<const ArticleHints> HintsOf(
    const std::vector<ConfigLayer>& layers) {
  auto hints = std::make_shared<ArticleHints>();
  for (const HintInForce& each : HintsInForce(layers)) {
    for (const ConfigHint& hint : *each.hints)
      hints->hints.push_back({each.field, hint.selector});
  }
  if (hints->hints.empty()) return nullptr;
  for (TypeWord& each : TypeWordsInForce(layers))
    hints->types.emplace_back(std::move(each.word), std::move(each.type));
  return hints;
}

}  // namespace medlint
