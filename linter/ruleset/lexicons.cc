// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/lexicons.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"

namespace medlint {

void Lexicons::Read(TableReader& table) {
  for (const std::string_view key : table.Keys()) {
    std::optional<TableReader> reader = table.TableOrNone(key);
    if (!reader) continue;
    const std::string name(key);
    reader->set_name("[lexicon." + name + "]");
    if (lexicons_.contains(name)) {
      reader->RejectAt(reader->place(),
                       "the lexicon `" + name + "` is defined twice");
    }
    Lexicon lexicon{.file = reader->file_ptr()};
    std::vector<LocatedString> terms = reader->StringsOrNone("terms");
    lexicon.terms.reserve(terms.size());
    for (LocatedString& term : terms) {
      if (term.value.empty()) {
        reader->RejectAt(term.place, "a term is empty");
      } else {
        lexicon.terms.push_back(std::move(term.value));
      }
    }
    for (LocatedString& include : reader->StringsOrNone("include")) {
      lexicon.includes.push_back(
          {.name = std::move(include.value), .place = include.place});
    }
    if (lexicon.terms.empty() && lexicon.includes.empty()) {
      reader->RejectAt(reader->place(),
                       "the lexicon `" + name + "` has no terms");
    }
    reader->StringOr("note", "");  // for readers of the file
    reader->StringOr("review", "");
    reader->Finish();
    lexicons_.try_emplace(name, std::move(lexicon));
  }
}

void Lexicons::Define(PatternPlan::Builder& plan, std::vector<Error>& errors) {
  for (const auto& [name, lexicon] : lexicons_) {
    std::vector<std::string> terms;
    Collect(name, terms, errors);
    // A term that is there twice, by an include perhaps, does no harm.
    if (!terms.empty()) plan.DefineLexicon(name, std::move(terms));
  }
}

void Lexicons::Collect(const std::string& name, std::vector<std::string>& terms,
                       std::vector<Error>& errors) {
  Lexicon& lexicon = lexicons_.at(name);
  lexicon.being_collected = true;
  terms.insert(terms.end(), lexicon.terms.begin(), lexicon.terms.end());
  for (const Include& include : lexicon.includes) {
    const auto it = lexicons_.find(include.name);
    if (it == lexicons_.end()) {
      std::vector<std::string_view> known;
      for (const auto& [other, unused] : lexicons_)
        known.emplace_back(other);
      errors.push_back(lexicon.file->ErrorAt(
          include.place, "there is no lexicon `" + include.name + "`",
          DidYouMean(include.name, known)));
    } else if (it->second.being_collected) {
      errors.push_back(lexicon.file->ErrorAt(
          include.place, "the lexicon `" + include.name + "` includes itself"));
    } else {
      Collect(include.name, terms, errors);
    }
  }
  lexicon.being_collected = false;
}

}  // namespace medlint
