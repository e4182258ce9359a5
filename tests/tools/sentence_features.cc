// SPDX-License-Identifier: Apache-2.0
//
// sentence_features RULESETS FILE|FOLDER...
//
// Prints what tables of weights are made from: one line for each sentence of
// the files, and of the examples of the rules,
//
//   file:line <TAB> concern or "-" <TAB> marks and words, as features name
//   them <TAB> the words again, with "[class]" for what lexicons know
//
// Files are labelled sentences (.tsv), labelled articles (.txt) and pages that
// have nothing at fault (.html; folders of them are walked).  A .tsv line is
// "concern, violation or near-miss, text" with [[ ]] around what is at fault;
// those of tests/detection, which have an id before and the category apart,
// will do.  A .txt has articles that begin with "=== kind", a block a line, "#
// " for a heading and "- " for a list item, and [[concern|words]].  The concern
// of a sentence is that of the first mark that it overlaps.

#include "linter/page/sentence_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/engine/linter.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"
#include "linter/ruleset/rule_set.h"
#include "linter/text/source_file.h"
#include "tests/support/tab_separated.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

// A stretch at fault in a page.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string concern;
};

struct LabelledPage {
  std::string name;
  std::string html;
  std::vector<Mark> marks;
};

// Appends "text" to the page without its [[ ]], which it remembers.  With
// "concern" empty each mark names its own.
void AppendMarked(std::string_view text, const std::string& concern,
                  LabelledPage& page) {
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) == "[[") {
      at += 2;
      Mark mark{.begin = page.html.size(), .concern = concern};
      if (concern.empty()) {
        const std::size_t bar = text.find('|', at);
        if (bar == std::string_view::npos) continue;
        mark.concern = text.substr(at, bar - at);
        at = bar + 1;
      }
      page.marks.push_back(mark);
    } else if (text.substr(at, 2) == "]]" && !page.marks.empty()) {
      at += 2;
      page.marks.back().end = page.html.size();
    } else {
      page.html += text[at++];
    }
  }
}

// Markup in labelled sentences stays; anything else is text.
std::string Escaped(std::string_view text, bool is_html) {
  std::string escaped;
  for (const char c : text) {
    if (!is_html && c == '<') {
      escaped += "&lt;";
    } else if (!is_html && c == '&') {
      escaped += "&amp;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

constexpr std::string_view kHead =
    "<title>Health notes</title><h1>Health notes</h1><p>These are notes on "
    "health that our own readers have asked for in letters to the "
    "editors of this page.</p>";

std::vector<LabelledPage> ReadSentences(const fs::path& path) {
  std::vector<LabelledPage> pages;
  std::ifstream in(path, std::ios::binary);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> row = testing::SplitAtTabs(line);
    const bool is_html = row.size() == 5;
    if (is_html) row = {row[1] + "/" + row[2], row[3], row[4]};
    if (row.size() != 3) continue;
    LabelledPage& page = pages.emplace_back();
    page.name = path.filename().string() + ":" + std::to_string(number);
    page.html = kHead;
    const std::string text = Escaped(row[2], is_html);
    const bool block = is_html && text.starts_with("<");
    page.html += block ? "" : "<p>";
    AppendMarked(text, row[0], page);
    page.html += block ? "" : "</p>";
  }
  return pages;
}

std::vector<LabelledPage> ReadArticles(const fs::path& path) {
  std::vector<LabelledPage> pages;
  std::ifstream in(path, std::ios::binary);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("===")) {
      pages.emplace_back().name =
          path.filename().string() + ":" + std::to_string(number);
      continue;
    }
    if (line.empty() || pages.empty()) continue;
    LabelledPage& page = pages.back();
    std::string_view text = line;
    std::string_view tag = "p";
    if (text.starts_with('#')) {
      tag = text.starts_with("##") || !page.html.empty() ? "h2" : "h1";
      text.remove_prefix(text.find_first_not_of("# "));
    } else if (text.starts_with("- ")) {
      tag = "li";
      text.remove_prefix(2);
    }
    if (tag == "li" && !page.html.ends_with("</li>")) page.html += "<ul>";
    if (tag != "li" && page.html.ends_with("</li>")) page.html += "</ul>";
    page.html += "<" + std::string(tag) + ">";
    AppendMarked(Escaped(text, false), "", page);
    page.html += "</" + std::string(tag) + ">";
  }
  return pages;
}

std::vector<LabelledPage> ReadAll(const fs::path& path) {
  if (fs::is_directory(path)) {
    std::vector<fs::path> files(fs::directory_iterator(path), {});
    std::ranges::sort(files);
    std::vector<LabelledPage> pages;
    for (const fs::path& file : files) {
      for (LabelledPage& page : ReadAll(file))
        pages.push_back(std::move(page));
    }
    return pages;
  }
  if (path.extension() == ".tsv") return ReadSentences(path);
  if (path.extension() == ".txt") return ReadArticles(path);
  if (path.extension() != ".html") return {};
  std::ifstream in(path, std::ios::binary);
  return {{.name = path.filename().string(),
           .html = {std::istreambuf_iterator<char>(in), {}},
           .marks = {}}};
}

// The examples of all rules, but for bad ones that do not say where.
std::vector<LabelledPage> ReadExamples(const RuleSet& rules) {
  std::vector<LabelledPage> pages;
  for (const Rule& rule : rules.rules()) {
    for (const Example& example : rule.info.examples) {
      if (example.bad && example.text.find("[[") == std::string::npos) continue;
      LabelledPage& page = pages.emplace_back();
      page.name = "examples:" + std::to_string(pages.size());
      page.html = kHead;
      const std::string text = Escaped(example.text, example.is_html);
      page.html += example.is_html ? "" : "<p>";
      AppendMarked(text, rule.info.id, page);
      page.html += example.is_html ? "" : "</p>";
    }
  }
  return pages;
}

class FeaturePrinter {
 public:
  explicit FeaturePrinter(const RuleSet& rules) : rules_(rules) {}

  void Print(const LabelledPage& labelled) const {
    const auto source = SourceFile::FromBytes(labelled.name, labelled.html, {});
    if (!source) return;
    LintOptions options;
    options.as_of = {.year = 2026, .month = 11, .day = 1};
    const auto read = Linter(rules_, options).Read(*source);
    if (!read) return;
    const Page& page = **read;
    const ZoneFilter zones = ReadingZones();
    SentenceFeatures features;
    const auto blocks = page.document.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].text.begin >= page.document.reading_end()) break;
      if (!page.IsIn(blocks[i].text, zones)) continue;
      for (const TextSpan sentence :
           page.reading.SentencesOf(static_cast<BlockIndex>(i))) {
        const std::string_view text = page.document.Slice(sentence);
        // The lines around a labelled sentence.
        if (text == "Health notes" || text.starts_with("These are notes on"))
          continue;
        features.Read(page, blocks[i], sentence);
        std::printf("%s\t%s\t", labelled.name.c_str(),
                    ConcernOf(page, sentence, labelled.marks).c_str());
        for (const std::string_view mark : features.marks())
          std::printf("%s ", std::string(mark).c_str());
        for (const SentenceWord& word : features.words())
          std::printf("%s ", Written(page, word).c_str());
        std::printf("\t");
        for (const WordGroup& group : features.row()) {
          const SentenceWord& word = features.words()[group.begin];
          std::printf("%s ", group.feature.empty()
                                 ? Written(page, word).c_str()
                                 : std::string(group.feature).c_str());
        }
        std::printf("\n");
      }
    }
  }

 private:
  static std::string Written(const Page& page, const SentenceWord& word) {
    const std::string_view written =
        page.folded.text().substr(word.where.begin, word.where.size());
    const bool number =
        !written.empty() && written[0] >= '0' && written[0] <= '9';
    return number ? "#" : std::string(written);
  }

  static std::string ConcernOf(const Page& page, TextSpan sentence,
                               const std::vector<Mark>& marks) {
    const auto place = page.document.ToClean(sentence);
    for (const Mark& mark : marks) {
      if (place.begin < mark.end && mark.begin < place.end) return mark.concern;
    }
    return "-";
  }

  const RuleSet& rules_;
};

}  // namespace
}  // namespace medlint

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: sentence_features RULESETS FILE|FOLDER...\n");
    return 2;
  }
  std::vector<medlint::Error> errors;
  const auto sources = medlint::ReadRulesets(argv[1], errors);
  const auto loaded = medlint::LoadRules(sources, {.examples = true});
  errors.insert(errors.end(), loaded.errors.begin(), loaded.errors.end());
  for (const medlint::Error& error : errors)
    std::fprintf(stderr, "%s\n", error.ToText().c_str());
  if (!errors.empty()) return 2;
  const medlint::FeaturePrinter printer(loaded.rules);
  for (const auto& page : medlint::ReadExamples(loaded.rules))
    printer.Print(page);
  for (int i = 2; i < argc; ++i) {
    for (const auto& page : medlint::ReadAll(argv[i]))
      printer.Print(page);
  }
  return 0;
}
