// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/excluded_inputs.h"

#include <array>
#include <cstddef>
#include <fstream>
#include <ios>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/console.h"
#include "linter/project/files.h"
#include "linter/report/html_page.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"
#include "linter/text/source_file.h"

namespace medlint {
namespace {

// A report says what made it in its first lines.
constexpr std::size_t kHead = 512;

bool BeginsAsOwnReport(const std::string& path) {
  if (FormatOf(path) != SourceFile::Format::kHtml) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, kHead> head{};
  file.read(head.data(), head.size());
  return IsOwnReport({head.data(), static_cast<std::size_t>(file.gcount())});
}

void TellOf(const std::vector<std::string>& reports, int excluded) {
  if (excluded > 0) {
    Tell(Counted(excluded, "file") + " passed over, as the configuration says");
  }
  if (reports.empty()) return;
  Tell(Counted(static_cast<int>(reports.size()), "report") +
       " of medlint's own passed over: " + VisibleLine(reports.front()) +
       (reports.size() > 1 ? ", ..." : ""));
}

}  // namespace

bool IsOwnReport(std::string_view html) {
  return html.find(kHtmlReportGenerator) != std::string_view::npos;
}

bool PassOverExcluded(const CommandLine& line, Inputs& inputs, Site& site) {
  const std::set<std::string_view> named(inputs.named.begin(),
                                         inputs.named.end());
  const std::size_t first = inputs.standard_input ? 1 : 0;
  std::vector<std::string> reports;
  int excluded = 0;
  std::vector<std::string> paths;
  std::vector<std::string> blobs;
  std::set<std::size_t> dropped;  // pages of the site
  for (std::size_t i = 0; i < inputs.paths.size(); ++i) {
    std::string& path = inputs.paths[i];
    const bool is_named = named.contains(path);
    if (site.Excludes(first + i) && (!is_named || line.force_exclude)) {
      ++excluded;
      dropped.insert(first + i);
    } else if (!is_named && BeginsAsOwnReport(path)) {
      reports.push_back(path);
      dropped.insert(first + i);
    } else {
      paths.push_back(std::move(path));
      if (!inputs.blobs.empty()) blobs.push_back(std::move(inputs.blobs[i]));
    }
  }
  inputs.paths = std::move(paths);
  inputs.blobs = std::move(blobs);
  TellOf(reports, excluded);
  site.DropPages(dropped);
  return !dropped.empty() && inputs.paths.empty() && !inputs.standard_input;
}

}  // namespace medlint
