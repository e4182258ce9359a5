// SPDX-License-Identifier: Apache-2.0
//
// keyword-list: flags a block that is a list of search phrases with commas
// between them, several of which are variants of one: "back pain, back pain
// exercises, lower back pain at night, ...".

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::keyword_list {
namespace {

struct Settings {
  ZoneFilter zones;
  int min_items = 5;
  int min_variants = 3;
};

// A sentence is no list of search phrases; nor does anyone search for more
// words than this.
constexpr std::size_t kMostWords = 6;

std::vector<std::string> WordsOf(std::string_view item) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < item.size();) {
    const std::size_t end = std::min(item.find(' ', at), item.size());
    if (end > at) words.push_back(ToAsciiLower(item.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

class KeywordListCheck : public Check {
 public:
  explicit KeywordListCheck(const Settings& settings) : settings_(settings) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    for (const Block& block : page.document.blocks()) {
      if (block.text.begin >= page.document.reading_end()) break;
      if (IsKeywordList(page.document.Slice(block.text)) &&
          page.IsIn(block.text, settings_.zones)) {
        out.push_back({.where = block.text});
      }
    }
  }

 private:
  bool IsKeywordList(std::string_view text) const {
    // Searchers write small letters and no full stops.
    if (text.empty() || !IsAsciiLower(text.front()) || text.back() == '.') {
      return false;
    }
    const auto commas = std::ranges::count(text, ',');
    if (commas + 1 < settings_.min_items) return false;
    // In how many items each phrase of two words stands, and each item that is
    // one word.
    std::map<std::string, int> phrases;
    std::vector<std::vector<std::string>> items;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find(',', at), text.size());
      items.push_back(WordsOf(text.substr(at, end - at)));
      if (items.back().size() > kMostWords) return false;
      at = end + 1;
    }
    std::set<std::string> alone;
    for (const auto& item : items) {
      if (item.size() == 1) alone.insert(item.front());
    }
    for (const auto& item : items) {
      std::set<std::string> of_item;
      for (std::size_t i = 0; i < item.size(); ++i) {
        if (alone.contains(item[i])) of_item.insert(item[i]);
        if (i > 0) of_item.insert(item[i - 1] + ' ' + item[i]);
      }
      for (const std::string& phrase : of_item)
        ++phrases[phrase];
    }
    return std::ranges::any_of(phrases, [&](const auto& phrase) {
      return phrase.second >= settings_.min_variants;
    });
  }

  Settings settings_;
};

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  settings.zones = ReadZones(context, ReadingZones());
  settings.min_items = context.keys.IntOr("min-items", 5, 2, 100);
  settings.min_variants = context.keys.IntOr("min-variants", 3, 2, 100);
  return std::make_unique<const KeywordListCheck>(settings);
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "keyword-list",
    .summary = "Flags a list of search phrases that are variants of one",
    .compile = Compile,
};

}  // namespace medlint::keyword_list
