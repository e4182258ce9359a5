// SPDX-License-Identifier: Apache-2.0
//
// bench MEDLINT
//
// Measures medlint against the bars of its design, all in CPU time (user and
// system) of one run, as ratios, so that the machine cancels out:
//
//   200 generated pages of 20 KB full of findings, over xmllint --html --noout
//   one such page as a process, over /bin/true
//   scan cost per byte with 1,000 more phrase rules, over the shipped rules
//
// and one that is not a ratio: what each of those 1,000 rules adds to loading,
// in microseconds.
//
// Each figure is the least of several runs.  Exit status 1 if a bar is missed.
// The pages are made from fixtures/pages/cupping_for_back_pain.html, in several
// ways of writing entities and line ends; see MakePages.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/engine/linter.h"
#include "linter/ruleset/rule_set.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

constexpr int kPages = 200;
constexpr std::size_t kPageSize = 20000;
constexpr std::size_t kRules = 1000;

std::int64_t Microseconds(const timeval& time) {
  return std::int64_t{1000000} * time.tv_sec + time.tv_usec;
}

std::int64_t CpuOf(int who) {
  rusage usage{};
  getrusage(who, &usage);
  return Microseconds(usage.ru_utime) + Microseconds(usage.ru_stime);
}

// CPU microseconds of one run of "command", its output thrown away.
std::int64_t CpuOfRun(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  std::fflush(stdout);  // or the child would print it again
  const std::int64_t before = CpuOf(RUSAGE_CHILDREN);
  const pid_t child = fork();
  if (child == 0) {
    if (std::freopen("/dev/null", "w", stdout) == nullptr ||
        std::freopen("/dev/null", "w", stderr) == nullptr) {
      _exit(126);
    }
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    std::fprintf(stderr, "bench: %s failed\n", command[0].c_str());
    std::exit(2);
  }
  return CpuOf(RUSAGE_CHILDREN) - before;
}

std::int64_t LeastCpu(const std::vector<std::string>& command, int runs) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (int i = 0; i < runs; ++i)
    least = std::min(least, CpuOfRun(command));
  return least;
}

std::string Replace(std::string text, std::string_view from,
                    std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;
       at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The article's body again and again up to 20 KB: about 106 findings a page.
std::vector<std::string> MakePages(const fs::path& folder) {
  std::ifstream in(fs::path(MEDLINT_SOURCE_DIR) /
                   "fixtures/pages/cupping_for_back_pain.html");
  const std::string article{std::istreambuf_iterator<char>(in), {}};
  const std::size_t body = article.find("<h2>Key takeaways");
  const std::size_t end = article.find("</article>");
  const std::string sections = article.substr(body, end - body);

  std::vector<std::string> paths;
  for (int i = 0; i < kPages; ++i) {
    std::string page = article.substr(0, body);
    while (page.size() + article.size() - end < kPageSize)
      page += sections;
    page += article.substr(end);
    page = Replace(page, "back pain", "back pain no. " + std::to_string(i));
    if (i % 4 == 1) page = Replace(page, "&#8211;", "&ndash;");
    if (i % 4 == 2) page = Replace(page, "&#8211;", "&#x2013;");
    if (i % 4 == 3) page = Replace(page, "&#8211;", "\xE2\x80\x93");
    if (i % 8 == 0) page = Replace(page, "\n", "\r\n");
    const fs::path path = folder / ("page" + std::to_string(i) + ".html");
    std::ofstream(path, std::ios::binary) << page;
    paths.push_back(path.string());
  }
  return paths;
}

// 1,000 phrase rules over words that pages have.
std::string MakeRules() {
  static constexpr std::string_view kWords[] = {
      "back",  "pain",   "yoga",    "stretch", "muscle", "doctor", "week",
      "pose",  "breath", "therapy", "relief",  "nerve",  "sleep",  "walk",
      "sugar", "knee",   "oil",     "massage", "herb",   "tablet", "dose",
      "skin",  "heart",  "liver",   "study",   "expert", "tea",    "bone"};
  constexpr std::size_t kCount = std::size(kWords);
  std::string rules;
  for (std::size_t i = 0; i < kRules; ++i) {
    const auto word = [&](std::size_t step) {
      return std::string(kWords[(i * step + i / kCount) % kCount]);
    };
    rules += "[[rule]]\nid = \"claims/generated-" + std::to_string(i) +
             "\"\nkind = \"phrase\"\nseverity = \"info\"\nsummary = \"s\"\n"
             "message = \"m\"\nany = [\"" +
             word(1) + "s? (?:may |can )?" + word(5) + "\", \"" + word(3) +
             " [0-9]{1,3} " + word(7) +
             "\"]\nbad = [\"[[x]]\"]\n"
             "good = [\"y\"]\n";
  }
  return rules;
}

std::int64_t LeastScan(const RuleSet& rules,
                       const std::vector<Document>& documents) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (int run = 0; run < 7; ++run) {
    const std::int64_t before = CpuOf(RUSAGE_SELF);
    for (const Document& document : documents) {
      const FoldedText folded(document.text());
      rules.plan().Scan(document.text(), folded).size();
    }
    least = std::min(least, CpuOf(RUSAGE_SELF) - before);
  }
  return least;
}

std::int64_t LeastLoad(const std::vector<RulesetSource>& sources) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (int run = 0; run < 9; ++run) {
    const std::int64_t before = CpuOf(RUSAGE_SELF);
    LoadRules(sources, {.examples = false});
    least = std::min(least, CpuOf(RUSAGE_SELF) - before);
  }
  return least;
}

// Prints the microseconds and whether they are within "bar".
bool JudgeLoad(std::int64_t all, std::int64_t shipped, double bar) {
  const double each = static_cast<double>(all - shipped) / double{kRules};
  std::printf("%-58s %7.2f ms - %7.2f ms = %6.2f us each (bar %.2f)%s\n",
              "loading, per user rule", static_cast<double>(all) / 1000,
              static_cast<double>(shipped) / 1000, each, bar,
              each <= bar ? "" : "  MISSED");
  return each <= bar;
}

// Prints the ratio and whether it is within "bar"; both in hundredths.
bool Judge(const char* what, std::int64_t ours, std::int64_t theirs,
           std::int64_t bar) {
  const std::int64_t ratio = ours * 100 / std::max<std::int64_t>(theirs, 1);
  std::printf("%-58s %7.2f ms / %7.2f ms = %6.2f (bar %.2f)%s\n", what,
              static_cast<double>(ours) / 1000,
              static_cast<double>(theirs) / 1000,
              static_cast<double>(ratio) / 100, static_cast<double>(bar) / 100,
              ratio <= bar ? "" : "  MISSED");
  return ratio <= bar;
}

int Main(const std::string& medlint) {
  std::string folder = (fs::temp_directory_path() / "bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return 2;
  const std::vector<std::string> paths = MakePages(folder);

  std::vector<std::string> ours = {medlint, "--as-of", "2026-01-15"};
  std::vector<std::string> theirs = {"xmllint", "--html", "--noout"};
  const std::vector<std::string> one = {medlint, "--as-of", "2026-01-15",
                                        paths[1]};
  ours.insert(ours.end(), paths.begin(), paths.end());
  theirs.insert(theirs.end(), paths.begin(), paths.end());
  bool good = Judge("200 pages of 20 KB, over xmllint --html",
                    LeastCpu(ours, 9), LeastCpu(theirs, 9), 100);
  good &= Judge("one page of 20 KB as a process, over /bin/true",
                LeastCpu(one, 40), LeastCpu({"/bin/true"}, 80), 1200);

  std::vector<Document> documents;
  for (const std::string& path : paths) {
    documents.push_back(*ReadDocument(*SourceFile::Read(path, {})));
  }
  std::vector<RulesetSource> sources = BuiltInRulesets();
  const RuleSet::Loaded shipped = LoadRules(sources);
  const std::int64_t load = LeastLoad(sources);
  sources.push_back(
      {.name = "generated.toml", .group = "generated", .bytes = MakeRules()});
  const RuleSet::Loaded more = LoadRules(sources);
  if (!shipped.errors.empty() || !more.errors.empty()) return 2;
  good &= Judge("scan with 1,000 more rules, over the shipped ones",
                LeastScan(more.rules, documents),
                LeastScan(shipped.rules, documents), 150);
  good &= JudgeLoad(LeastLoad(sources), load, 30);
  fs::remove_all(folder);
  return good ? 0 : 1;
}

}  // namespace
}  // namespace medlint

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench MEDLINT\n");
    return 2;
  }
  return medlint::Main(argv[1]);
}
