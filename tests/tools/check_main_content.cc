// SPDX-License-Identifier: Apache-2.0
//
// check_main_content LABELS.tsv FOLDER...
//
// Measures the choice of the main content against places labelled by hand (see
// tests/main_content/README.md).  Finds the labelled pages below the folders by
// the digest of their bytes, and prints for each page and in total how many of
// the words that medlint takes for main content are labelled as such
// (precision), and how many of those labelled it takes (recall): once for the
// range main(), once for its blocks without the frame in their midst.
//
// "micro" counts words over all pages, "macro" averages over pages.  The last
// third of the rows by digest is the held-out part.  Figures in per mille.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/digest.h"
#include "linter/base/result.h"
#include "linter/base/utf8.h"
#include "linter/document/document.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

struct Label {
  std::string digest;
  FileSpan span;
  std::string has;
};

// Words found, labelled, and both.
struct Counts {
  std::uint64_t found = 0;
  std::uint64_t labelled = 0;
  std::uint64_t both = 0;

  std::uint64_t Precision() const {
    return found == 0 ? 0 : both * 1000 / found;
  }
  std::uint64_t Recall() const {
    return labelled == 0 ? 0 : both * 1000 / labelled;
  }
};

struct Totals {
  Counts words;
  std::uint64_t precision = 0;
  std::uint64_t recall = 0;
  std::uint64_t pages = 0;

  void Add(const Counts& counts) {
    words.found += counts.found;
    words.labelled += counts.labelled;
    words.both += counts.both;
    precision += counts.Precision();
    recall += counts.Recall();
    ++pages;
  }
  void Print(const char* name) const {
    if (pages == 0) return;
    std::printf("%-22s pages %3u  micro P %4u R %4u  macro P %4u R %4u\n", name,
                static_cast<unsigned>(pages),
                static_cast<unsigned>(words.Precision()),
                static_cast<unsigned>(words.Recall()),
                static_cast<unsigned>(precision / pages),
                static_cast<unsigned>(recall / pages));
  }
};

std::vector<Label> ReadLabels(const char* path) {
  std::ifstream in(path);
  std::vector<Label> labels;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    Label label;
    if (fields >> label.digest >> label.span.begin >> label.span.end >>
        label.has)
      labels.push_back(label);
  }
  std::ranges::sort(labels, {}, &Label::digest);
  return labels;
}

std::map<std::string, fs::path> FindPages(int argc, char** argv) {
  std::map<std::string, fs::path> pages;
  for (int i = 2; i < argc; ++i) {
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      pages.try_emplace(Sha256Hex(bytes), entry.path());
    }
  }
  return pages;
}

bool IsMainZone(Zone zone) {
  return zone == Zone::kTitle || zone == Zone::kHeading ||
         zone == Zone::kSummary || zone == Zone::kMain || zone == Zone::kQuote;
}

// Counts the words of the reading text.  "by_zone": only blocks that are in a
// zone of the main content count as found.
Counts Measure(const Document& document, FileSpan labelled, bool by_zone) {
  Counts counts;
  for (const Block& block : document.blocks()) {
    if (block.text.begin >= document.reading_end()) break;
    if (block.kind == BlockKind::kTitle) continue;
    const bool found = document.main().Contains(block.text) &&
                       (!by_zone || IsMainZone(block.zone));
    const std::string_view text = document.Slice(block.text);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const TextSpan word{block.text.begin + static_cast<Offset>(at),
                          block.text.begin + static_cast<Offset>(end)};
      at = end + 1;
      if (word.empty()) continue;
      const FileSpan place = document.source().ToFile(document.ToClean(word));
      const bool inside = labelled.Contains(place.begin);
      counts.found += found ? 1 : 0;
      counts.labelled += inside ? 1 : 0;
      counts.both += found && inside ? 1 : 0;
    }
  }
  return counts;
}

int Run(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: check_main_content LABELS.tsv FOLDER...\n");
    return 2;
  }
  const std::vector<Label> labels = ReadLabels(argv[1]);
  const std::map<std::string, fs::path> pages = FindPages(argc, argv);
  Totals range[2];
  Totals zone[2];
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto page = pages.find(labels[i].digest);
    if (page == pages.end()) continue;
    auto source = SourceFile::Read(page->second.string(), {});
    if (!source) continue;
    const auto document = ReadDocument(*source);
    if (!document) continue;
    const std::size_t part = i * 3 < labels.size() * 2 ? 0 : 1;
    const Counts by_range = Measure(*document, labels[i].span, false);
    const Counts by_zone = Measure(*document, labels[i].span, true);
    range[part].Add(by_range);
    zone[part].Add(by_zone);
    const FileSpan main = (*source)->ToFile(document->main_source());
    std::printf(
        "%s %-8.8s P %4u R %4u  zones P %4u R %4u  %-7s %u-%u (%u-%u) %s\n",
        part == 0 ? "tune" : "held", labels[i].digest.c_str(),
        static_cast<unsigned>(by_range.Precision()),
        static_cast<unsigned>(by_range.Recall()),
        static_cast<unsigned>(by_zone.Precision()),
        static_cast<unsigned>(by_zone.Recall()), labels[i].has.c_str(),
        main.begin, main.end, labels[i].span.begin, labels[i].span.end,
        page->second.filename().c_str());
  }
  range[0].Print("main(), tuned on");
  range[1].Print("main(), held out");
  zone[0].Print("zones, tuned on");
  zone[1].Print("zones, held out");
  return 0;
}

}  // namespace
}  // namespace medlint

int main(int argc, char** argv) {
  return medlint::Run(argc, argv);
}
