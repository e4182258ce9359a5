// SPDX-License-Identifier: Apache-2.0
//
// check_places FOLDER...
//
// Reads every file below the folders as medlint does and holds each word of
// its text to its place: the source slice, decoded by a second decoder, must be
// the word.  Prints the first mismatches, and totals by folder.  Returns 0 if
// all is well, 1 on mismatches, 2 if a folder cannot be read.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "linter/base/result.h"
#include "linter/document/document.h"
#include "linter/text/line_index.h"
#include "linter/text/source_file.h"
#include "tests/support/place_check.h"

namespace medlint::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxShown = 20;

struct Totals {
  std::size_t files = 0;
  std::size_t refused = 0;  // not text, unreadable
  std::size_t words = 0;
  std::size_t runs = 0;
  std::size_t misplaced = 0;
  std::size_t joined = 0;
  std::size_t unaligned = 0;
  std::size_t bytes = 0;
  std::size_t memory = 0;

  void Add(const Totals& other) {
    files += other.files;
    refused += other.refused;
    words += other.words;
    runs += other.runs;
    misplaced += other.misplaced;
    joined += other.joined;
    unaligned += other.unaligned;
    bytes += other.bytes;
    memory += other.memory;
  }

  void Print(const std::string& name) const {
    std::printf(
        "%s: %zu files (%zu refused), %zu words, %zu runs, %zu misplaced, %zu "
        "joined, "
        "%zu unaligned, %.2f bytes of memory per byte\n",
        name.c_str(), files, refused, words, runs, misplaced, joined, unaligned,
        bytes == 0 ? 0.0
                   : static_cast<double>(memory) / static_cast<double>(bytes));
  }
};

SourceFile::Format FormatOf(const fs::path& path) {
  const std::string extension = path.extension().string();
  const bool plain = extension == ".txt" || extension == ".md";
  return plain ? SourceFile::Format::kPlainText : SourceFile::Format::kHtml;
}

void Show(const Document& document, const Misplaced& misplaced) {
  const std::string_view source = document.source().clean();
  const Offset end =
      std::min<Offset>(misplaced.slice.end, static_cast<Offset>(source.size()));
  const CleanSpan slice = {std::min(misplaced.slice.begin, end), end};
  const Position at = LineIndex(source).At(slice.begin, ColumnUnit::kCodePoint);
  std::printf(
      "%s:%d:%d: bytes %u to %u\n  slice    «%.200s»\n"
      "  decoded  «%.200s»\n  expected «%.200s»\n",
      document.source().name().c_str(), at.line, at.column, slice.begin,
      slice.end, std::string(slice.In(source)).c_str(),
      misplaced.decoded.c_str(), misplaced.expected.c_str());
}

Totals CheckFile(const fs::path& path, std::size_t& shown) {
  Totals totals = {.files = 1};
  const Result<std::shared_ptr<const SourceFile>> source =
      SourceFile::Read(path.string(), {.format = FormatOf(path)});
  if (!source) {
    totals.refused = 1;
    return totals;
  }
  const Result<Document> document = ReadDocument(*source);
  if (!document) {
    std::printf("%s\n", document.error().ToString().c_str());
    totals.misplaced = 1;
    return totals;
  }
  const PlaceReport report =
      CheckPlaces(document->markup(), PassagesOf(*document));
  for (const Misplaced& misplaced : report.misplaced) {
    if (shown >= kMaxShown) break;
    ++shown;
    Show(*document, misplaced);
  }
  totals.words = report.words;
  totals.runs = report.runs;
  totals.misplaced = report.misplaced.size();
  totals.joined = report.joined;
  totals.unaligned = static_cast<std::size_t>(document->markup().unaligned);
  totals.bytes = (*source)->bytes().size();
  totals.memory = document->memory_bytes();
  return totals;
}

// Returns the files below "folder", sorted.
std::vector<fs::path> FilesBelow(const fs::path& folder,
                                 std::error_code& error) {
  std::vector<fs::path> files;
  fs::recursive_directory_iterator it(folder, error);
  while (!error && it != fs::recursive_directory_iterator()) {
    if (it->is_regular_file()) files.push_back(it->path());
    it.increment(error);
  }
  std::ranges::sort(files);
  return files;
}

int Run(const std::vector<std::string>& folders) {
  Totals all;
  std::size_t shown = 0;
  for (const std::string& folder : folders) {
    std::error_code error;
    const std::vector<fs::path> files = FilesBelow(folder, error);
    if (error) {
      std::printf("%s: %s\n", folder.c_str(), error.message().c_str());
      return 2;
    }
    Totals totals;
    for (const fs::path& file : files)
      totals.Add(CheckFile(file, shown));
    totals.Print(folder);
    all.Add(totals);
  }
  all.Print("total");
  return all.misplaced == 0 && all.unaligned == 0 ? 0 : 1;
}

}  // namespace
}  // namespace medlint::testing

int main(int argc, char** argv) {
  if (argc < 2) {
    std::printf("usage: check_places FOLDER...\n");
    return 2;
  }
  return medlint::testing::Run({argv + 1, argv + argc});
}
