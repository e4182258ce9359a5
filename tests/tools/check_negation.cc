// SPDX-License-Identifier: Apache-2.0
//
// check_negation CUES.toml SENTENCES.tsv [MISTAKES] runs the cues of
// [language.en] over labelled sentences and prints precision, recall and F1 of
// "denied", then the first mistakes (20 unless told).
//
// Two formats are understood: tests/language/negation.tsv ("denied or not" TAB
// "sentence with [[target]]" TAB "why"), and that of the NegEx evaluation set,
// with a header line ("report" TAB "concept" TAB "sentence with the CONCEPT in
// capitals" TAB "Negated or Affirmed").

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "tests/support/english.h"
#include "tests/support/tab_separated.h"

namespace medlint::testing {
namespace {

struct Labelled {
  bool denied = false;
  std::string marked;
};

// Marks the place of "concept", which stands in "sentence" in capitals.
std::optional<std::string> MarkConcept(const std::string& sentence,
                                       const std::string& concept_name) {
  std::string upper = concept_name;
  for (char& c : upper) {
    if (IsAsciiLower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  std::size_t at = sentence.find(upper);
  if (at == std::string::npos) {
    at = ToAsciiLower(sentence).find(ToAsciiLower(concept_name));
  }
  if (at == std::string::npos || sentence.find("[[") != std::string::npos) {
    return std::nullopt;
  }
  std::string marked = sentence;
  marked.insert(at + concept_name.size(), "]]");
  marked.insert(at, "[[");
  return marked;
}

std::optional<Labelled> ReadLine(const std::string& line) {
  const std::vector<std::string> fields = SplitAtTabs(line);
  if (fields.size() >= 2 && fields[1].find("[[") != std::string::npos) {
    return Labelled{fields[0] == "negated", fields[1]};
  }
  if (fields.size() < 4) return std::nullopt;
  const std::optional<std::string> marked = MarkConcept(fields[2], fields[1]);
  if (!marked) return std::nullopt;
  return Labelled{fields[3] == "Negated", *marked};
}

double Ratio(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

int Run(const std::string& cues, const std::string& sentences, int mistakes) {
  const Language language = ReadLanguage(cues);
  std::ifstream in(sentences);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", sentences.c_str());
    return 2;
  }
  int count = 0;
  int skipped = 0;
  int found = 0;
  int missed = 0;
  int wrong = 0;
  std::string report;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::optional<Labelled> labelled = ReadLine(line);
    if (!labelled) {
      ++skipped;
      continue;
    }
    ++count;
    const bool denied = IsDenied(labelled->marked, language);
    if (denied && labelled->denied) ++found;
    if (denied == labelled->denied) continue;
    ++(denied ? wrong : missed);
    if (missed + wrong <= mistakes) {
      report += denied ? "wrong   " : "missed  ";
      report += labelled->marked + "\n";
    }
  }
  const double precision = Ratio(found, found + wrong);
  const double recall = Ratio(found, found + missed);
  std::printf("%d sentences (%d lines skipped)\n", count, skipped);
  std::printf("precision %.3f  recall %.3f  F1 %.3f  accuracy %.3f\n",
              precision, recall, Ratio(2 * found, 2 * found + missed + wrong),
              Ratio(count - missed - wrong, count));
  std::printf("%d missed, %d wrong\n%s", missed, wrong, report.c_str());
  return 0;
}

}  // namespace
}  // namespace medlint::testing

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::fprintf(stderr, "usage: check_negation CUES SENTENCES [MISTAKES]\n");
    return 2;
  }
  const int mistakes = argc == 4 ? std::atoi(argv[3]) : 20;
  return medlint::testing::Run(argv[1], argv[2], mistakes);
}
