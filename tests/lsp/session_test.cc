// SPDX-License-Identifier: Apache-2.0
//
// Sessions with an editor: those of fixtures/lsp (see the README there), and
// what a file cannot say.

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "linter/lsp/code_actions.h"
#include "linter/lsp/server.h"
#include "linter/lsp/suppression_edit.h"
#include "linter/project/baseline_file.h"
#include "linter/report/file_uri.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

const fs::path kFolder = fs::path(MEDLINT_SOURCE_DIR) / "fixtures/lsp";

SiteRequest Request() {
  SiteRequest request;
  request.built_in = false;
  request.options.as_of = *ParseIsoDate("2026-01-15");
  return request;
}

WorkspaceSetup WithoutBaseline(std::function<SiteRequest()> request = Request) {
  return {.request = std::move(request),
          .baseline = {},
          .use_baseline = false,
          .environment = {}};
}

// A server, and what it has sent.
class Session {
 public:
  explicit Session(milliseconds delay = milliseconds(0),
                   std::function<SiteRequest()> request = Request)
      : server_(
            {.workspace = WithoutBaseline(std::move(request)), .delay = delay},
            [this](const std::string& message) {
              const std::scoped_lock lock(mutex_);
              sent_.push_back(message);
              arrived_.notify_all();
            }) {}

  Server& server() { return server_; }

  void Say(std::string_view method, const Json& params, Json id = nullptr) {
    Json message = {{"jsonrpc", "2.0"}, {"method", method}, {"params", params}};
    if (!id.is_null()) message["id"] = std::move(id);
    server_.Handle(message.dump());
  }

  std::vector<std::string> TakeSent() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(sent_, {});
  }

  // The answer to the request "id", once it is there.
  Json AnswerTo(const Json& id) {
    std::unique_lock lock(mutex_);
    Json answer;
    const bool came = arrived_.wait_for(lock, std::chrono::seconds(60), [&] {
      return std::ranges::any_of(sent_, [&](const std::string& each) {
        answer = Json::parse(each);
        return At(answer, "id") == id && !answer.contains("method");
      });
    });
    REQUIRE(came);
    return answer;
  }

  // Of the messages so far, the last diagnostics; null if there are none.
  Json LastPublished() {
    const std::scoped_lock lock(mutex_);
    for (auto each = sent_.rbegin(); each != sent_.rend(); ++each) {
      const Json message = Json::parse(*each);
      if (StringAt(message, "method") == "textDocument/publishDiagnostics") {
        return message["params"];
      }
    }
    return nullptr;
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<std::string> sent_;
  Server server_;  // the last: it sends until it is gone
};

void Replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Plays what the editor says in "lines", and returns them with what is sent
// after each.
std::string Play(std::istream& lines, const std::string& site) {
  Session session;
  std::string played;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("< ")) continue;
    played += line + "\n";
    if (!line.starts_with('>')) continue;
    std::string message = line.substr(std::min<std::size_t>(2, line.size()));
    Replace(message, "$SITE", site);
    session.server().Handle(message);
    session.server().Settle();
    for (std::string& sent : session.TakeSent()) {
      Replace(sent, site, "$SITE");
      const std::string_view version = "\"version\":\"";
      const std::size_t at = sent.find(version);
      if (at != std::string::npos) {
        const std::size_t begin = at + version.size();
        sent.replace(begin, sent.find('"', begin) - begin, "[version]");
      }
      played += "< " + sent + "\n";
    }
  }
  return played;
}

TEST_CASE("the sessions of fixtures/lsp") {
  const fs::path site = kFolder / "site";
  const fs::path before = fs::current_path();
  fs::current_path(site);
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".session") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  CHECK(paths.size() >= 8);
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    const std::string played = Play(in, FileUri(site.string()));
    in.close();
    MEDLINT_CHECK_SNAPSHOT("lsp/" + path.filename().string(), played);
  }
  fs::current_path(before);
}

Json Capabilities(std::string_view which) {
  Json capabilities = Json::object();
  if (which == "pull") {
    capabilities["textDocument"]["diagnostic"] = Json::object();
  }
  return {{"capabilities", capabilities}};
}

Json DocumentItem(std::string_view uri, std::string_view text, int version) {
  return {{"textDocument",
           {{"uri", uri},
            {"languageId", "html"},
            {"version", version},
            {"text", text}}}};
}

Json FullChange(std::string_view uri, std::string_view text, int version) {
  return {{"textDocument", {{"uri", uri}, {"version", version}}},
          {"contentChanges", Json::array({{{"text", text}}})}};
}

constexpr std::string_view kRuleset = R"(
[ruleset]
id = "t"
version = "1"
[[rule]]
id = "claims/zap"
kind = "phrase"
severity = "error"
summary = "It zaps"
message = "“{match}”"
any = ["zaps"]
bad = ["It [[zaps]]."]
good = ["It helps."]
)";

// A folder with a configuration and a ruleset.
struct ZappingSite {
  ZappingSite() {
    folder.Write("house.rules.toml", kRuleset);
    folder.Write("medlint.toml",
                 "root = true\nextends = [\"house.rules.toml\"]\n");
  }
  std::string Uri(std::string_view name) const {
    return FileUri(folder.At(name));
  }
  // Its page a.html, as an editor has it open.
  std::shared_ptr<const OpenDocument> Page(std::string_view html) const {
    return std::make_shared<const OpenDocument>(
        OpenDocument{.uri = Uri("a.html"),
                     .path = folder.At("a.html"),
                     .kind = DocumentKind::kHtml,
                     .version = 1,
                     .state = 1,
                     .text = EditorText(std::string(html))});
  }
  testing::TemporaryFolder folder;
};

// Holds the checking thread at the door until it is opened.
class Gate {
 public:
  SiteRequest Pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
    return Request();
  }
  void AwaitOne() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_ > 0; });
  }
  void Open() {
    const std::scoped_lock lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};

TEST_CASE("a request can be cancelled while it waits, and while it is run") {
  const ZappingSite site;
  const std::string uri = site.Uri("a.html");
  Gate gate;
  Session session(milliseconds(0), [&] { return gate.Pass(); });
  session.Say("initialize", Capabilities("pull"), 1);
  session.Say("textDocument/didOpen", DocumentItem(uri, "<p>It zaps.", 1));
  const Json params = {{"textDocument", {{"uri", uri}}}};
  session.Say("textDocument/diagnostic", params, 2);
  gate.AwaitOne();
  session.Say("textDocument/diagnostic", params, "three");
  session.Say("$/cancelRequest", {{"id", "three"}});
  CHECK(session.AnswerTo("three")["error"]["code"] == -32800);
  session.Say("$/cancelRequest", {{"id", 2}});
  session.Say("$/cancelRequest", {{"id", 99}});
  gate.Open();
  CHECK(session.AnswerTo(2)["error"]["code"] == -32800);
  session.Say("textDocument/diagnostic", params, 4);
  CHECK(session.AnswerTo(4)["result"]["items"].size() == 1);
}

TEST_CASE("a request about a text that has changed meanwhile is outdated") {
  const ZappingSite site;
  const std::string uri = site.Uri("a.html");
  Gate gate;
  Session session(milliseconds(0), [&] { return gate.Pass(); });
  session.Say("initialize", Capabilities("pull"), 1);
  session.Say("textDocument/didOpen", DocumentItem(uri, "<p>It zaps.", 1));
  const Json params = {{"textDocument", {{"uri", uri}}}};
  session.Say("textDocument/diagnostic", params, 2);
  gate.AwaitOne();
  session.Say("textDocument/didChange", FullChange(uri, "<p>It helps.", 2));
  gate.Open();
  const Json answer = session.AnswerTo(2);
  CHECK(answer["error"]["code"] == -32802);
  CHECK(answer["error"]["data"]["retriggerRequest"] == true);
}

TEST_CASE("of many changes the last is checked, and only that is published") {
  const ZappingSite site;
  const std::string uri = site.Uri("a.html");
  Gate gate;
  int checks = 0;
  Session session(milliseconds(20), [&] {
    ++checks;
    return gate.Pass();
  });
  session.Say("initialize", Capabilities("push"), 1);
  session.Say("textDocument/didOpen", DocumentItem(uri, "<p>It zaps.", 1));
  gate.AwaitOne();
  // That check is running, and what it finds is old.
  for (int version = 2; version <= 50; ++version) {
    const bool is_last = version == 50;
    session.Say("textDocument/didChange",
                FullChange(uri, is_last ? "<p>It zaps." : "<p>It", version));
  }
  gate.Open();
  session.server().Settle();
  std::vector<Json> published;
  for (const std::string& sent : session.TakeSent()) {
    const Json message = Json::parse(sent);
    if (message.contains("method")) published.push_back(message["params"]);
  }
  REQUIRE(published.size() == 1);
  CHECK(published[0]["version"] == 50);
  CHECK(published[0]["diagnostics"].size() == 1);
  CHECK(checks == 2);
}

TEST_CASE("questions that are left when the session ends are answered") {
  const ZappingSite site;
  const std::string uri = site.Uri("a.html");
  Gate gate;
  Session session(milliseconds(0), [&] { return gate.Pass(); });
  session.Say("initialize", Capabilities("pull"), 1);
  session.Say("textDocument/didOpen", DocumentItem(uri, "<p>It zaps.", 1));
  const Json params = {{"textDocument", {{"uri", uri}}}};
  session.Say("textDocument/diagnostic", params, 2);
  gate.AwaitOne();
  session.Say("textDocument/diagnostic", params, 3);
  std::thread opener([&] { gate.Open(); });
  session.Say("shutdown", nullptr, 4);
  opener.join();
  for (const int id : {2, 3, 4})
    CHECK(session.AnswerTo(id).contains(id == 3 ? "error" : "id"));
}

TEST_CASE("a configuration that changes on disk changes the pages") {
  const ZappingSite site;
  const std::string uri = site.Uri("a.html");
  Session session;
  Json params = Capabilities("push");
  params["capabilities"]["workspace"]["didChangeWatchedFiles"]
        ["dynamicRegistration"] = true;
  session.Say("initialize", params, 1);
  session.Say("initialized", Json::object());
  session.Say("textDocument/didOpen", DocumentItem(uri, "<p>It zaps.", 1));
  session.server().Settle();
  CHECK(session.LastPublished()["diagnostics"][0]["severity"] == 1);

  struct Row {
    std::string_view rules;
    int count;
  };
  for (const auto& [rules, count] :
       {Row{"[rules]\n\"claims/zap\" = \"off\"\n", 0},
        Row{"[rules]\n\"claims/zap\" = \"info\"\n", 1},
        Row{"[rules]\n\"claims/zip\" = \"info\"\n", 1}}) {
    site.folder.Write(
        "medlint.toml",
        "root = true\nextends = [\"house.rules.toml\"]\n" + std::string(rules));
    session.Say(
        "workspace/didChangeWatchedFiles",
        {{"changes",
          Json::array({{{"uri", site.Uri("medlint.toml")}, {"type", 2}}})}});
    session.server().Settle();
    CHECK(session.LastPublished()["diagnostics"].size() == count);
  }
  const Json mistake = session.LastPublished()["diagnostics"][0];
  CHECK(mistake["code"] == "configuration");
  CHECK(mistake["message"].get<std::string>().find("claims/zip") !=
        std::string::npos);
}

TEST_CASE("saving a configuration will do for editors that do not watch") {
  const ZappingSite site;
  Session session;
  session.Say("initialize", Capabilities("push"), 1);
  session.Say("textDocument/didOpen",
              DocumentItem(site.Uri("a.html"), "<p>It zaps.", 1));
  session.Say("textDocument/didOpen", {{"textDocument",
                                        {{"uri", site.Uri("medlint.toml")},
                                         {"languageId", "toml"},
                                         {"version", 1},
                                         {"text", "root = true"}}}});
  site.folder.Write("medlint.toml",
                    "root = true\nextends = [\"house.rules.toml\"]\n"
                    "[rules]\n\"claims/zap\" = \"off\"\n");
  session.server().Settle();
  session.TakeSent();
  session.Say("textDocument/didSave",
              {{"textDocument", {{"uri", site.Uri("medlint.toml")}}}});
  session.server().Settle();
  bool cleared = false;
  for (const std::string& sent : session.TakeSent()) {
    const Json message = Json::parse(sent);
    cleared |= message["params"]["uri"] == site.Uri("a.html") &&
               message["params"]["diagnostics"].empty();
  }
  CHECK(cleared);
}

TEST_CASE("thousands of findings: the worst thousand, and how many more") {
  const ZappingSite site;
  std::string text = "<p>";
  for (int i = 0; i < 3000; ++i)
    text += "It zaps.</p>\n<p>";
  Session session;
  session.Say("initialize", Capabilities("push"), 1);
  session.Say("textDocument/didOpen",
              DocumentItem(site.Uri("a.html"), text, 1));
  session.server().Settle();
  const Json published = session.LastPublished()["diagnostics"];
  CHECK(published.size() == 1001);
  CHECK(published[0]["message"] ==
        "there are 2000 more findings, none of them worse than those shown");
}

TEST_CASE("what is in the baseline is not shown; a broken one is told of") {
  const ZappingSite site;
  const auto check = [&] {
    Workspace workspace({.request = Request,
                         .baseline = site.folder.At(".medlint-baseline.toml"),
                         .use_baseline = true,
                         .environment = {}});
    return workspace.Check(site.Page("<p>It zaps.</p>"));
  };
  site.folder.Write(".medlint-baseline.toml", FormatBaseline(Baseline()));
  const CheckedDocument before = check();
  REQUIRE(before.marks.size() == 1);
  site.folder.Write(
      ".medlint-baseline.toml",
      FormatBaseline(Baseline(EntriesOf(*before.report, "a.html"))));
  CHECK(check().marks.empty());
  site.folder.Write(".medlint-baseline.toml", "version = 7\nfindings = []\n");
  const CheckedDocument broken = check();
  REQUIRE(broken.marks.size() == 2);
  CHECK(broken.marks[0].message.starts_with("old findings are shown as new: "));
}

// No rule of these sessions has fixes, so the finding is given some.
TEST_CASE("the fixes of a finding are offered, the safe one as preferred") {
  const ZappingSite site;
  Workspace workspace(WithoutBaseline());
  const auto document = site.Page("<p>🙂 It zaps.</p>");
  CheckedDocument checked = workspace.Check(document);
  REQUIRE(checked.marks.size() == 1);
  FileReport report = *checked.report;
  const CleanSpan where = report.findings[0].where;
  report.findings[0].fixes = {
      {.title = "Say less",
       .is_safe = true,
       .edits = {{.where = where, .replacement = "helps"},
                 {.where = {where.end, where.end + 1}, .replacement = ""}}},
      {.title = "Say nothing",
       .is_safe = false,
       .edits = {{.where = where, .replacement = ""}}}};
  checked.report = std::make_shared<const FileReport>(std::move(report));
  checked.marks[0].finding = &checked.report->findings[0];

  const Client client{.encoding = PositionEncoding::kUtf16,
                      .takes_action_literals = true};
  const Json actions =
      CodeActionsIn({{0, 9}, {0, 9}}, nullptr, checked, client);
  REQUIRE(actions.size() == 4);  // with "suppress" and "explain"
  CHECK(actions[0]["title"] == "Say less");
  CHECK(actions[0]["isPreferred"] == true);
  CHECK(actions[0]["kind"] == "quickfix");
  const Json& edits = actions[0]["edit"]["changes"][document->uri];
  CHECK(edits == Json::parse(R"([
      {"newText": "helps", "range": {"start": {"line": 0, "character": 9},
                                     "end": {"line": 0, "character": 13}}},
      {"newText": "", "range": {"start": {"line": 0, "character": 13},
                                "end": {"line": 0, "character": 14}}}])"));
  CHECK(actions[1]["title"] == "Say nothing");
  CHECK_FALSE(actions[1].contains("isPreferred"));
}

// Else the comment would go into one of the template.
TEST_CASE("a suppression goes where the page has a place when read as linted") {
  const ZappingSite site;
  site.folder.Write("medlint.toml",
                    "root = true\nextends = [\"house.rules.toml\"]\n"
                    "templates = \"jinja\"\n");
  Workspace workspace(WithoutBaseline());
  const CheckedDocument checked =
      workspace.Check(site.Page("<div>{# <p> #}It zaps.</div>"));
  REQUIRE(checked.marks.size() == 1);
  const auto edit = SuppressionFor(*checked.marks[0].finding, checked);
  REQUIRE(edit);
  CHECK(edit->at == 0);
  CHECK(edit->reach == "block");
}

}  // namespace
}  // namespace medlint
