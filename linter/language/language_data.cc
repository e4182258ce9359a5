// SPDX-License-Identifier: Apache-2.0

#include "linter/language/language_data.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/language/word_set_reader.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

constexpr std::array<std::string_view, kCueFamilies> kFamilyNames = {
    "negation", "hedge-1",   "hedge-2", "hedge-3", "boost",  "report",
    "doubt",    "condition", "history", "search",  "mention"};

// A full stop that is forgotten would make the entry useless without a word.
WordSet ReadAbbreviations(TableReader& table, std::string_view key) {
  std::vector<std::string> abbreviations;
  for (const LocatedString& word : table.StringsOrNone(key)) {
    std::string folded = Fold(word.value);
    if (!folded.ends_with('.') || folded.size() > WordSet::kLongestWord) {
      table.RejectPart(word, 0, word.value.size(),
                       "an abbreviation ends in a full stop",
                       "write `" + std::string(word.value) + ".`");
      continue;
    }
    abbreviations.push_back(std::move(folded));
  }
  return WordSet(std::move(abbreviations));
}

PatternId AddCues(const std::string& name,
                  const std::vector<std::string>& terms,
                  PatternPlan::Builder& plan) {
  plan.DefineLexicon(name, terms);
  return plan.AddLexicon(name);
}

PatternId ReadCues(std::optional<TableReader>& table,
                   const std::string& lexicon, std::string_view key,
                   PatternPlan::Builder& plan) {
  if (plan.IsInSnapshot(lexicon)) {
    if (table) table->PassOver(key);
    return plan.AddLexicon(lexicon);
  }
  std::vector<std::string> terms;
  if (table) {
    for (const LocatedString& cue : table->StringsOrNone(key)) {
      if (Fold(cue.value).find_first_not_of(' ') == std::string::npos) {
        table->RejectPart(cue, 0, cue.value.size(),
                          "a cue has at least a word");
        continue;
      }
      terms.emplace_back(cue.value);
    }
  }
  return AddCues(lexicon, terms, plan);
}

CueSet ReadCueSet(std::optional<TableReader>& table, const std::string& prefix,
                  PatternPlan::Builder& plan) {
  const auto read = [&](std::string_view key) {
    return ReadCues(table, prefix + std::string(key), key, plan);
  };
  return {.before = read("before"),
          .phrase = read("phrase"),
          .after = read("after"),
          .anywhere = read("anywhere"),
          .pseudo = read("pseudo"),
          .terminator = read("terminator"),
          .affirmed = read("affirmed")};
}

ClauseWords ReadClauseWords(TableReader table) {
  ClauseWords words;
  words.subjects = ReadWordSet(table, "subjects");
  words.determiners = ReadWordSet(table, "determiners");
  words.auxiliaries = ReadWordSet(table, "auxiliaries");
  words.coordinators = ReadWordSet(table, "coordinators");
  words.alternatives = ReadWordSet(table, "alternatives");
  words.adverbs = ReadWordSet(table, "adverbs");
  words.links = ReadWordSet(table, "links");
  words.contrasts = ReadWordSet(table, "contrasts");
  words.relatives = ReadWordSet(table, "relatives");
  words.fronting = ReadWordSet(table, "fronting");
  words.instruments = ReadWordSet(table, "instruments");
  words.nobodies = ReadWordSet(table, "nobodies");
  table.Finish();
  return words;
}

}  // namespace

std::string_view CueFamilyName(CueFamily family) {
  return kFamilyNames[static_cast<std::size_t>(family)];
}

LanguageData LanguageData::Read(TableReader& table,
                                PatternPlan::Builder& plan) {
  LanguageData data;
  // "language.en", "[language.en]": what comes after the last dot.
  const std::string& name = table.name();
  const std::size_t dot = name.rfind('.');
  if (dot != std::string::npos) {
    data.language = name.substr(dot + 1);
    if (data.language.ends_with(']')) data.language.pop_back();
  }

  data.abbreviations = ReadAbbreviations(table, "abbreviations");
  data.abbreviations_at_end = ReadAbbreviations(table, "abbreviations-at-end");
  data.abbreviations_before_number =
      ReadAbbreviations(table, "abbreviations-before-number");
  data.lettered_nouns = ReadWordSet(table, "lettered-nouns");
  data.sentence_openers = ReadWordSet(table, "sentence-openers");
  if (std::optional<TableReader> clause = table.TableOrNone("clause")) {
    data.clause = ReadClauseWords(*std::move(clause));
  }

  std::string prefix = "language." + data.language + ".";
  if (plan.HasLexicon(prefix + "negation.before") &&
      !plan.IsInSnapshot(prefix + "negation.before")) {
    table.RejectAt(table.place(),
                   "language `" + data.language + "` is defined twice");
    // The plan must have them under some name; this one is nobody else's.
    while (plan.HasLexicon(prefix + "negation.before")) {
      prefix.insert(0, "again.");
    }
  }
  for (std::size_t i = 0; i < kCueFamilies; ++i) {
    const std::string_view family_name = kFamilyNames[i];
    std::optional<TableReader> family = table.TableOrNone(family_name);
    data.cues[i] =
        ReadCueSet(family, prefix + std::string(family_name) + ".", plan);
    const bool ends_itself = family && family->Has("terminator");
    if (!ends_itself) data.cues[i].terminator = data.cues[0].terminator;
    if (family) family->Finish();
  }

  if (std::optional<TableReader> question = table.TableOrNone("question")) {
    data.question_openers = ReadWordSet(*question, "openers");
    data.affirmative_answers = ReadWordSet(*question, "answers");
    question->Finish();
  }
  std::optional<TableReader> myth = table.TableOrNone("myth");
  if (myth) {
    data.myth.openers = ReadWordSet(*myth, "openers");
    data.myth.answers = ReadWordSet(*myth, "answers");
    data.myth.collections = ReadWordSet(*myth, "collections");
    data.myth.names = ReadWordSet(*myth, "names");
  }
  data.myth.refutations =
      ReadCues(myth, prefix + "myth.refutations", "refutations", plan);
  if (myth) myth->Finish();
  table.Finish();
  return data;
}

LanguageData LanguageData::None(PatternPlan::Builder& plan) {
  LanguageData data;
  data.language = "";
  // One lexicon without terms serves for all.
  constexpr std::string_view kName = "language.none";
  if (!plan.HasLexicon(kName)) plan.DefineLexicon(kName, {});
  const PatternId none = plan.AddLexicon(kName);
  data.cues.fill({none, none, none, none, none, none, none});
  data.myth.refutations = none;
  return data;
}

}  // namespace medlint
