// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/lexicons.h"

#include <algorithm>
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
    if (lexicons_.contains(name) || IsForLater(name)) {
      reader->RejectAt(reader->place(),
                       "the lexicon `" + name + "` is defined twice");
    }
    ReadOne(*std::move(reader), name);
  }
}

void Lexicons::ReadOne(TableReader reader, const std::string& name) {
  Lexicon lexicon{.file = reader.file_ptr()};
  const std::vector<LocatedString> terms = reader.StringsOrNone("terms");
  lexicon.terms.reserve(terms.size());
  for (const LocatedString& term : terms) {
    if (term.value.empty()) {
      reader.RejectAt(term.place, "a term is empty");
    } else {
      lexicon.terms.emplace_back(term.value);
    }
  }
  for (const LocatedString& include : reader.StringsOrNone("include")) {
    lexicon.includes.push_back(
        {.name = std::string(include.value), .place = include.place});
  }
  if (lexicon.terms.empty() && lexicon.includes.empty()) {
    reader.RejectAt(reader.place(), "the lexicon `" + name + "` has no terms");
  }
  reader.StringOr("note", "");  // for readers of the file
  reader.StringOr("review", "");
  reader.Finish();
  lexicons_.try_emplace(name, std::move(lexicon));
}

bool Lexicons::IsForLater(std::string_view name) const {
  return std::ranges::any_of(
      later_, [name](const TableReader& table) { return table.Has(name); });
}

Lexicons::Lexicon* Lexicons::Find(const std::string& name) {
  if (!lexicons_.contains(name)) {
    for (TableReader& table : later_) {
      if (!table.Has(name)) continue;
      if (std::optional<TableReader> reader = table.TableOrNone(name)) {
        ReadOne(*std::move(reader), name);
      }
    }
  }
  const auto it = lexicons_.find(name);
  return it == lexicons_.end() ? nullptr : &it->second;
}

std::vector<std::string_view> Lexicons::Names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, unused] : lexicons_)
    names.emplace_back(name);
  for (const TableReader& table : later_) {
    for (const std::string_view name : table.Keys()) {
      if (!lexicons_.contains(std::string(name))) names.push_back(name);
    }
  }
  return names;
}

void Lexicons::Extend(const RuleChanges::Terms& more,
                      std::vector<Error>& errors) {
  Lexicon* const lexicon = Find(more.lexicon);
  if (lexicon == nullptr) {
    const std::string hint = DidYouMean(more.lexicon, Names());
    errors.push_back(more.file->ErrorAt(
        more.place, "there is no lexicon `" + more.lexicon + "`",
        hint.empty() ? "a new one belongs into a ruleset of your own" : hint));
    return;
  }
  for (const LocatedString& term : more.terms)
    lexicon->terms.emplace_back(term.value);
}

void Lexicons::Define(PatternPlan::Builder& plan, std::vector<Error>& errors) {
  for (const auto& [name, lexicon] : lexicons_) {
    if (plan.IsInSnapshot(name)) continue;
    std::vector<std::string> terms;
    Collect(name, terms, errors);
    // A term that is there twice, by an include perhaps, does no harm.
    if (!terms.empty()) plan.DefineLexicon(name, terms);
  }
}

void Lexicons::Collect(const std::string& name, std::vector<std::string>& terms,
                       std::vector<Error>& errors) {
  Lexicon& lexicon = lexicons_.at(name);
  lexicon.being_collected = true;
  terms.insert(terms.end(), lexicon.terms.begin(), lexicon.terms.end());
  for (const Include& include : lexicon.includes) {
    const Lexicon* const included = Find(include.name);
    if (included == nullptr) {
      errors.push_back(lexicon.file->ErrorAt(
          include.place, "there is no lexicon `" + include.name + "`",
          DidYouMean(include.name, Names())));
    } else if (included->being_collected) {
      errors.push_back(lexicon.file->ErrorAt(
          include.place, "the lexicon `" + include.name + "` includes itself"));
    } else {
      Collect(include.name, terms, errors);
    }
  }
  lexicon.being_collected = false;
}

}  // namespace medlint
