// SPDX-License-Identifier: Apache-2.0

#include "linter/project/config_article.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/project/sound_config.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

using testing::TemporaryFolder;

// "FIELD = SELECTOR, ...; " for each hint for a page, then "WORD: TYPE; " for
// each word, and the language of templates.
std::string Settings(const Config& config, const std::string& page) {
  const std::vector<ConfigLayer> layers = LayersFor(config, page);
  std::string text;
  for (const HintInForce& each : HintsInForce(layers)) {
    text += std::string(HintFieldName(each.field)) + " =";
    for (const ConfigHint& hint : *each.hints)
      text += " " + hint.text;
    text += "; ";
  }
  for (const TypeWord& each : TypeWordsInForce(layers))
    text += each.word + ": " + each.type + "; ";
  const OptionalTemplates templates = TemplatesIn(layers);
  return text + std::string(TemplatesName(templates ? templates->value
                                                    : Templates::kUnused));
}

TEST_CASE("of each key the last layer that has it counts") {
  const TemporaryFolder folder;
  folder.Write(
      "base.toml",
      "templates = \"php\"\n"
      "[article]\nauthor = \".base\"\nmain = \".base\"\n"
      "[[overrides]]\nfiles = [\"shop/\"]\n"
      "article = { author = \".base-shop\", skip = \".base-shop\" }\n");
  folder.Write(
      "medlint.toml",
      "extends = [\"base.toml\"]\n"
      "[article]\nauthor = [\".own\", \"#own\"]\n"
      "types = { Cures = \"treatment\", Goods = \"treatment\" }\n"
      "[[overrides]]\nfiles = [\"shop/\"]\ntemplates = \"jinja\"\n"
      "[overrides.article]\nmain = \".shop\"\n"
      "types = { Goods = \"supplement\", Oils = \"supplement\" }\n"
      "[[overrides]]\nfiles = [\"shop/old/\"]\n"
      "article = { main = \".old\", reviewed = \"time@datetime\" }\n"
      "[[overrides]]\nfiles = [\"shop/plain/\"]\ntemplates = \"none\"\n"
      "article = { author = [], main = [] }\n");
  const Config config = testing::SoundConfig(folder);
  const struct {
    std::string_view page;
    std::string_view settings;
  } cases[] = {
      {"a.html",
       "author = .own #own; main = .base; Cures: treatment; Goods: treatment; "
       "php"},
      {"shop/a.html",
       "author = .own #own; main = .shop; skip = .base-shop; "
       "Cures: treatment; Goods: supplement; Oils: supplement; jinja"},
      {"shop/old/a.html",
       "author = .own #own; reviewed = time@datetime; main = .old; "
       "skip = .base-shop; Cures: treatment; Goods: supplement; "
       "Oils: supplement; jinja"},
      {"shop/plain/a.html",
       "skip = .base-shop; Cures: treatment; Goods: supplement; "
       "Oils: supplement; none"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.page);
    CHECK(Settings(config, AbsolutePath(folder.At(c.page))) == c.settings);
  }
}

TEST_CASE("the hints for reading are those in force") {
  CHECK(HintsOf({}) == nullptr);
  const TemporaryFolder folder;
  folder.Write(
      "medlint.toml",
      "[[overrides]]\nfiles = [\"shop/\"]\n"
      "article = { type = \"h2\", types = { Oils = \"supplement\" } }");
  const Config config = testing::SoundConfig(folder);
  const auto hints_of = [&](std::string_view page) {
    return HintsOf(LayersFor(config, AbsolutePath(folder.At(page))));
  };
  CHECK(hints_of("a.html") == nullptr);
  const auto hints = hints_of("shop/a.html");
  REQUIRE(hints != nullptr);
  REQUIRE(hints->hints.size() == 1);
  CHECK(hints->hints[0].field == HintField::kType);
  CHECK(hints->TypeFor("oils") == "supplement");
}

}  // namespace
}  // namespace medlint
