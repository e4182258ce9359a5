// SPDX-License-Identifier: Apache-2.0

#include "linter/project/site.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

using testing::TemporaryFolder;

constexpr std::string_view kRules = R"toml(
[lexicon.toys]
terms = ["yo-yo"]

[[rule]]
id = "claims/zap"
kind = "phrase"
severity = "error"
summary = "A page says zap"
message = "no “{match}”"
any = ["zaps pain", "@toys"]
severity-in = { heading = "info" }
bad = ["It [[zaps pain]]."]
good = ["It helps."]

[[rule]]
id = "links/bad-host"
kind = "markup"
severity = "warning"
summary = "A link to a bad host"
message = "no link to it"
hosts = ["bad.example"]
bad = [{ html = "<p>[[<a href=\"https://bad.example/\">]]a</a></p>" }]
good = [{ html = "<p><a href=\"https://good.example/\">a</a></p>" }]
)toml";

// A site in a folder, with kRules alone.
class SmallSite {
 public:
  SmallSite() {
    folder_.Write(".git/HEAD", "");
    folder_.Write("rules/small.toml", kRules);
  }

  void Write(std::string_view name, std::string_view text) const {
    folder_.Write(name, text);
  }

  // "RULE severity" for each finding, and "(RULE reason)" for each that is
  // suppressed, pages in order, separated by "; "; or the first error.
  std::string Lint(const std::vector<std::string>& pages,
                   SiteRequest request = {}) {
    std::vector<std::string> paths;
    for (const std::string& page : pages)
      paths.push_back(folder_.At(page));
    request.built_in = false;
    request.rulesets = {folder_.At("rules")};
    request.options.as_of = {.year = 2026, .month = 1, .day = 15};
    request.folders = {folder_.path().string()};
    std::vector<Error> errors;
    const std::optional<Site> site = Site::Open(request, paths, errors);
    if (!site) return "error: " + errors.at(0).what();
    const auto read = [&](std::size_t i) {
      return SourceFile::Read(paths[i], {});
    };
    const Report report = site->Lint(paths.size(), read, 2, remarks_);
    rule_sets_ = site->rule_sets().size();
    fail_on_ = site->fail_on();
    as_of_ = report.as_of;
    std::string text;
    for (const FileReport& file : report.files) {
      if (&file != &report.files.front()) text += "; ";
      text += TextOf(file);
    }
    return text;
  }

  const std::vector<Error>& remarks() const { return remarks_; }
  std::size_t rule_sets() const { return rule_sets_; }
  const std::optional<FailLevel>& fail_on() const { return fail_on_; }
  const std::string& as_of() const { return as_of_; }

 private:
  static std::string TextOf(const FileReport& file) {
    std::string text;
    for (const Finding& finding : file.findings) {
      text += (text.empty() ? "" : " ") + finding.rule->id + " " +
              std::string(SeverityName(finding.severity));
    }
    for (const SuppressedFinding& each : file.suppressed) {
      text += (text.empty() ? "(" : " (") + each.finding.rule->id + " " +
              each.reason + ")";
    }
    return text.empty() ? "clean" : text;
  }

  TemporaryFolder folder_;
  std::vector<Error> remarks_;
  std::size_t rule_sets_ = 0;
  std::optional<FailLevel> fail_on_;
  std::string as_of_;
};

TEST_CASE("what a configuration makes of a page") {
  struct Case {
    std::string_view config;
    std::string_view page;
    std::string_view findings;
  };
  static constexpr std::string_view kPage = "<h1>A</h1><p>It zaps pain.</p>";
  static constexpr std::string_view kHeading =
      "<h1>A</h1><h2>It zaps pain</h2>";
  static constexpr std::string_view kLink =
      "<h1>A</h1><p>A <a href=\"https://www.bad.example/x\">link</a>.</p>";
  static constexpr std::string_view kTemplate =
      "<h1>A</h1><p>It zaps{% if a %} pain{% endif %}.</p>";
  static constexpr std::string_view kAdvert =
      "<h1>A</h1><div><p>It helps.</p><p class=pick>It zaps pain.</p></div>";
  static constexpr std::string_view kToy = "<h1>A</h1><p>A yo-yo, a top.</p>";
  static constexpr Case kCases[] = {
      {"", kPage, "claims/zap error"},
      {"[rules]\n\"claims/zap\" = \"off\"", kPage, "clean"},
      {"[rules]\n\"claims/*\" = \"off\"\n\"claims/zap\" = \"on\"", kPage,
       "claims/zap error"},
      {"[rules]\n\"claims/zap\" = \"info\"", kPage, "claims/zap info"},
      // What the rule makes milder stays milder.
      {"", kHeading, "claims/zap info"},
      {"[rules]\n\"claims/zap\" = \"warning\"", kHeading, "claims/zap info"},
      {"severity-cap = \"warning\"", kHeading, "claims/zap info"},
      {"severity-cap = \"warning\"", kPage, "claims/zap warning"},
      {"severity-cap = \"warning\"\n[rules]\n\"*\" = \"error\"", kLink,
       "links/bad-host warning"},
      {"[rules]\n\"links/*\" = \"error\"", kLink, "links/bad-host error"},
      {"min-severity = \"error\"", kLink, "clean"},
      {"allow-domains = [\"bad.example\"]", kLink, "clean"},
      {"allow-domains = [\"www.bad.example\"]", kLink, "clean"},
      {"allow-domains = [\"other.example\"]", kLink, "links/bad-host warning"},
      {"[rules]\n\"claims/zap\" = { any = [\"top\"] }", kPage, "clean"},
      {"[rules]\n\"claims/zap\" = { severity = \"info\", any = [\"top\"] }",
       kToy, "claims/zap info"},
      {"[rules]\n\"claims/zap\" = { per = \"mach\" }", kPage,
       "error: `mach` is not one of the values of `per`"},
      {"[extend-lexicon]\ntoys = [\"top\"]\n"
       "[rules]\n\"claims/zap\" = { per = \"match\" }",
       kToy, "claims/zap error claims/zap error"},
      {"[extend-lexicon]\ntoy = [\"top\"]", kToy,
       "error: there is no lexicon `toy`"},
      {"[[overrides]]\nfiles = [\"x/\"]\nseverity-cap = \"info\"", kPage,
       "claims/zap info"},
      {"[[overrides]]\nfiles = [\"y/\"]\nseverity-cap = \"info\"", kPage,
       "claims/zap error"},
      {"[[overrides]]\nfiles = [\"x/\"]\n"
       "rules = { \"claims/zap\" = { any = [\"top\"] } }",
       kPage, "clean"},
      {"[[overrides]]\nfiles = [\"x/\"]\ntemplates = \"jinja\"", kTemplate,
       "claims/zap error"},
      {"[[overrides]]\nfiles = [\"y/\"]\ntemplates = \"jinja\"", kTemplate,
       "clean"},
      {"templates = \"php\"\n"
       "[[overrides]]\nfiles = [\"x/\"]\ntemplates = \"jinja\"",
       kTemplate, "claims/zap error"},
      {"templates = \"jinja\"\n"
       "[[overrides]]\nfiles = [\"x/\"]\ntemplates = \"none\"",
       kTemplate, "clean"},
      {"[[overrides]]\nfiles = [\"x/\"]\ntemplates = \"jinja\"\n"
       "[[overrides]]\nfiles = [\"*.html\"]\ntemplates = \"php\"",
       kTemplate, "clean"},
      {"[[overrides]]\nfiles = [\"x/\"]\narticle = { skip = \".pick\" }",
       kAdvert, "clean"},
      {"[[overrides]]\nfiles = [\"y/\"]\narticle = { skip = \".pick\" }",
       kAdvert, "claims/zap error"},
      {"[article]\nskip = \".pick\"\n"
       "[[overrides]]\nfiles = [\"x/\"]\narticle = { skip = \".no\" }",
       kAdvert, "claims/zap error"},
      {"[article]\nskip = \".pick\"\n"
       "[[overrides]]\nfiles = [\"x/\"]\narticle = { main = \"div\" }",
       kAdvert, "clean"},
      {"[article]\nskip = \".pick\"\n"
       "[[overrides]]\nfiles = [\"x/\"]\narticle = { skip = [] }",
       kAdvert, "claims/zap error"},
      {"[[overrides]]\nfiles = [\"y/\"]\n"
       "article = { types = { Remedies = \"remedy\" } }",
       kPage, "error: there is no article type `remedy`"},
      {"[rules]\n\"claims/zop\" = \"off\"", kPage,
       "error: there is no rule `claims/zop`"},
      {"[[exception]]\nrule = \"claims/zop\"\nreason = \"a\"", kPage,
       "error: there is no rule `claims/zop`"},
      {"[[exception]]\nrule = \"claims/*\"\nreason = \"an advert\"", kPage,
       "(claims/zap an advert)"},
      {"[[exception]]\nrule = \"claims/zap\"\ntext = \"ZAPS  pain\"\n"
       "reason = \"b\"",
       kPage, "(claims/zap b)"},
      {"[[exception]]\nrule = \"claims/zap\"\ntext = \"zaps gain\"\n"
       "reason = \"b\"",
       kPage, "claims/zap error"},
      {"[[exception]]\nrule = \"claims/zap\"\nfiles = [\"y/**\"]\n"
       "reason = \"b\"",
       kPage, "claims/zap error"},
      {"[[exception]]\nrule = \"claims/zap\"\nreason = \"b\"\n"
       "until = \"2026-01-15\"",
       kPage, "(claims/zap b)"},
      {"[[exception]]\nrule = \"claims/zap\"\nreason = \"b\"\n"
       "until = \"2026-01-14\"",
       kPage, "claims/zap error"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.config);
    SmallSite site;
    site.Write("medlint.toml", c.config);
    site.Write("x/a.html", c.page);
    CHECK(site.Lint({"x/a.html"}) == c.findings);
  }
}

TEST_CASE("a report can be read again as it was linted") {
  const TemporaryFolder folder;
  folder.Write(".git/HEAD", "");
  folder.Write("medlint.toml",
               "[[overrides]]\nfiles = [\"x/\"]\ntemplates = \"jinja\"\n"
               "article = { skip = \".pick\" }");
  const std::vector<std::string> pages = {folder.At("a.html"),
                                          folder.At("x/a.html")};
  for (const char* const page : {"a.html", "x/a.html"})
    folder.Write(page, "<h1>A</h1><p class=pick>It zaps {{ all }}.</p>");
  SiteRequest request;
  request.built_in = false;
  std::vector<Error> errors;
  const std::optional<Site> site = Site::Open(request, pages, errors);
  REQUIRE(site);
  const Report report = site->Lint(
      pages.size(),
      [&](std::size_t i) { return SourceFile::Read(pages[i], {}); }, 1, errors);
  REQUIRE(report.files.size() == 2);
  CHECK(report.files[0].read_options().templates == Templates::kUnused);
  CHECK(report.files[0].read_options().hints == nullptr);
  CHECK(report.files[1].read_options().templates == Templates::kJinja);
  CHECK(report.files[1].read_options().hints ==
        site->LinterOf(1).options().hints.get());
  CHECK(report.files[1].read_options().hints != nullptr);
}

TEST_CASE("flags beat configuration") {
  SmallSite site;
  site.Write("medlint.toml",
             "min-severity = \"error\"\nas-of = \"2020-01-01\"\n"
             "[rules]\n\"claims/zap\" = \"off\"\n");
  site.Write("a.html",
             "<p>It zaps pain. A <a href=\"https://bad.example\">a</a>.</p>");
  CHECK(site.Lint({"a.html"}) == "clean");
  CHECK(site.as_of() == "2020-01-01");
  SiteRequest request;
  request.min_severity = Severity::kInfo;
  request.as_of_given = true;
  CHECK(site.Lint({"a.html"}, request) == "links/bad-host warning");
  CHECK(site.as_of() == "2026-01-15");
  // A rule that is asked for by its name runs; one among many does not.
  request.options.select = {"claims/zap"};
  CHECK(site.Lint({"a.html"}, request) == "claims/zap error");
  request.options.select = {"*"};
  CHECK(site.Lint({"a.html"}, request) == "links/bad-host warning");
  request.use_config = false;
  CHECK(site.Lint({"a.html"}, request) ==
        "claims/zap error links/bad-host warning");
}

TEST_CASE("pages with one configuration share rules; others have theirs") {
  SmallSite site;
  site.Write("medlint.toml",
             "fail-on = \"never\"\n[[overrides]]\nfiles = [\"x/\"]\n"
             "severity-cap = \"info\"\n");
  site.Write("y/medlint.toml",
             "fail-on = \"warning\"\n"
             "[rules]\n\"claims/zap\" = { any = [\"top\"] }\n");
  site.Write("a.html", "<p>It zaps pain.</p>");
  site.Write("x/b.html", "<p>It zaps pain.</p>");
  site.Write("y/c.html", "<p>It zaps pain.</p>");
  CHECK(site.Lint({"a.html", "x/b.html", "y/c.html", "a.html"}) ==
        "claims/zap error; claims/zap info; clean; claims/zap error");
  CHECK(site.rule_sets() == 2);
  // Of two, the stricter.
  REQUIRE(site.fail_on());
  CHECK(site.fail_on()->least == Severity::kWarning);
  site.Write("y/medlint.toml", "as-of = \"2020-01-01\"\n");
  CHECK(site.Lint({"a.html", "y/c.html"})
            .starts_with("error: the pages of one run have different days"));
}

TEST_CASE("exceptions that have no use are told of") {
  struct Case {
    std::string_view exception;
    std::string_view remark;  // "" for none
  };
  static constexpr Case kCases[] = {
      {"rule = \"claims/zap\"", ""},
      {"rule = \"claims/zap\"\ntext = \"other\"",
       "this exception allowed no finding"},
      {"rule = \"claims/zap\"\nfiles = [\"b.html\"]", ""},  // not linted
      {"rule = \"links/bad-host\"", "this exception allowed no finding"},
      {"rule = \"claims/zap\"\nuntil = \"2025-12-31\"",
       "this exception held until 2025-12-31"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.exception);
    SmallSite site;
    site.Write("medlint.toml", "[[exception]]\nreason = \"a\"\n" +
                                   std::string(c.exception) + "\n");
    site.Write("a.html", "<p>It zaps pain.</p>");
    site.Lint({"a.html"});
    if (c.remark.empty()) {
      CHECK(site.remarks().empty());
      continue;
    }
    REQUIRE(site.remarks().size() == 1);
    CHECK(site.remarks()[0].what() == c.remark);
  }
  // A rule that does not run cannot have a use for one.
  SmallSite site;
  site.Write("medlint.toml",
             "[rules]\n\"claims/zap\" = \"off\"\n"
             "[[exception]]\nrule = \"claims/zap\"\nreason = \"a\"\n");
  site.Write("a.html", "<p>It zaps pain.</p>");
  CHECK(site.Lint({"a.html"}) == "clean");
  CHECK(site.remarks().empty());
}

}  // namespace
}  // namespace medlint
