// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/workspace.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/error_order.h"
#include "linter/base/unsaved_file.h"
#include "linter/project/baseline_file.h"
#include "linter/project/baseline_renames.h"
#include "linter/project/config.h"
#include "linter/report/file_uri.h"
#include "linter/text/source_file.h"
#include "linter/toml/toml_value.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

// Editors slow down under thousands of marks, and nobody reads them; so the
// worst are kept.
constexpr std::size_t kMostMarks = 1000;

// How many pages' settings are kept.  One person types in one page.
constexpr std::size_t kMostSettings = 4;

void KeepWorst(std::vector<Mark>& marks) {
  if (marks.size() <= kMostMarks) return;
  const std::size_t dropped = marks.size() - kMostMarks;
  std::ranges::stable_sort(marks, std::ranges::greater(), &Mark::severity);
  marks.resize(kMostMarks);
  std::ranges::stable_sort(marks, {}, &Mark::begin);
  marks.insert(
      marks.begin(),
      {.severity = Severity::kInfo,
       .code = "more",
       .message = "there are " + std::to_string(dropped) +
                  " more findings, none of them worse than those shown"});
}

std::string TextOf(const Error& error) {
  return error.what() + (error.hint().empty() ? "" : " (" + error.hint() + ")");
}

// An error that is about another file, at the first byte of this one.
Mark MarkElsewhere(const Error& error, std::string code,
                   std::string_view because) {
  Mark mark{.code = std::move(code),
            .message = std::string(because) + error.ToString() +
                       (error.hint().empty() ? "" : " (" + error.hint() + ")")};
  const ErrorPlace place = ReadErrorPlace(error.where());
  if (place.line > 0) {
    mark.related.push_back(
        {.uri = FileUri(AbsolutePath(std::string(place.file))),
         .line = place.line,
         .message = error.what()});
  }
  return mark;
}

// An error at its place in this file.  Columns and carets are code points.
Mark MarkAt(const Error& error, ErrorPlace place, const EditorText& text) {
  const auto line = static_cast<std::uint32_t>(place.line - 1);
  const auto begin = static_cast<std::uint32_t>(place.column - 1);
  const auto width = static_cast<std::uint32_t>(
      std::max(1, error.excerpt().caret_end - error.excerpt().caret_begin));
  constexpr PositionEncoding kCodePoints = PositionEncoding::kUtf32;
  return {.begin = text.OffsetOf({line, begin}, kCodePoints),
          .end = text.OffsetOf({line, begin + width}, kCodePoints),
          .code = "configuration",
          .message = TextOf(error)};
}

Mark MarkOf(const Finding& finding, const SourceFile& source) {
  const FileSpan where = source.ToFile(finding.where);
  Mark mark{.begin = where.begin,
            .end = where.end,
            .severity = finding.severity,
            .code = finding.rule->id,
            .message = finding.message,
            .finding = &finding};
  for (const Note& note : finding.notes) {
    const FileSpan at = source.ToFile(note.where);
    mark.related.push_back(
        {.uri = "", .begin = at.begin, .end = at.end, .message = note.message});
  }
  return mark;
}

Result<std::shared_ptr<const SourceFile>> SourceOf(const OpenDocument& document,
                                                   std::string text) {
  // Whatever the page says of its encoding is true of the file, not of what the
  // editor sends.
  return SourceFile::FromBytes(
      document.path.empty() ? document.uri : ShownPath(document.path),
      std::move(text),
      {.format = document.kind == DocumentKind::kPlainText
                     ? SourceFile::Format::kPlainText
                     : SourceFile::Format::kHtml,
       .encoding = "utf-8"});
}

Report LintSource(const Site& site,
                  const std::shared_ptr<const SourceFile>& source) {
  std::vector<Error> remarks;  // of exceptions: about the site, not the page
  return site.Lint(
      1,
      [&](std::size_t) -> Result<std::shared_ptr<const SourceFile>> {
        return source;
      },
      1, remarks);
}

bool IsConfigName(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  return name == "medlint.toml" || name == ".medlint.toml";
}

// True if a .toml file that no configuration names is still one of ours.
bool LooksLikeRuleset(const std::string& path, const std::string& text) {
  if (path.ends_with(".rules.toml")) return true;
  std::vector<Error> ignored;
  const auto file = TomlFile::Parse(path, text, ignored);
  return std::ranges::any_of(file->root(), [](const TomlMember& member) {
    return member.key == "ruleset" || member.key == "rule";
  });
}

}  // namespace

CheckedDocument Workspace::Check(std::shared_ptr<const OpenDocument> document) {
  CheckedDocument checked{.document = std::move(document),
                          .marks = {},
                          .site = nullptr,
                          .report = nullptr};
  switch (checked.document->kind) {
    case DocumentKind::kHtml:
    case DocumentKind::kPlainText:
      CheckPage(checked);
      break;
    case DocumentKind::kToml:
      CheckToml(checked);
      break;
    case DocumentKind::kOther:
      break;
  }
  KeepWorst(checked.marks);
  return checked;
}

void Workspace::Forget() {
  settings_.clear();
  baseline_is_loaded_ = false;
}

const Workspace::Settings& Workspace::SettingsFor(const std::string& page) {
  SiteRequest request = setup_.request();
  const auto known = std::ranges::find_if(settings_, [&](const Settings& each) {
    return each.page == page && each.as_of == request.options.as_of;
  });
  if (known != settings_.end()) {
    std::rotate(known, known + 1, settings_.end());
    return settings_.back();
  }
  if (settings_.size() == kMostSettings) settings_.erase(settings_.begin());
  Settings& added = settings_.emplace_back();
  added.page = page;
  added.as_of = request.options.as_of;
  request.examples = true;  // hovers show them
  const std::vector<std::string> pages = {page};
  if (auto site = Site::Open(std::move(request), pages, added.errors)) {
    added.site = std::make_shared<const Site>(*std::move(site));
  }
  return added;
}

void Workspace::CheckPage(CheckedDocument& checked) {
  const OpenDocument& document = *checked.document;
  // A text without a name is a page of the working folder.
  const std::string page = document.path.empty() ? "./" : document.path;
  const Settings& settings = SettingsFor(page);
  for (const Error& error : settings.errors) {
    checked.marks.push_back(
        MarkElsewhere(error, "configuration", "this page is not linted: "));
  }
  if (!settings.site) return;
  auto source = SourceOf(document, document.text.text());
  if (!source) {
    checked.marks.push_back(
        {.code = "unreadable",
         .message = "this page is not linted: " + TextOf(source.error())});
    return;
  }
  Report report = LintSource(*settings.site, *source);
  for (const Error& error : report.errors) {
    checked.marks.push_back(
        {.code = "unreadable",
         .message = "this page is not linted: " + TextOf(error)});
  }
  if (report.files.empty()) return;
  FileReport& file = report.files.front();
  LoadBaseline(checked.marks);
  if (!document.path.empty()) SetAsideOld(document.path, file);
  checked.site = settings.site;
  checked.report = std::make_shared<const FileReport>(std::move(file));
  for (const Finding& finding : checked.report->findings)
    checked.marks.push_back(MarkOf(finding, **source));
}

std::optional<FileReport> Workspace::LintInstead(const CheckedDocument& checked,
                                                 std::string text) {
  auto source = SourceOf(*checked.document, std::move(text));
  if (!source) return std::nullopt;
  Report report = LintSource(*checked.site, *source);
  if (report.files.empty()) return std::nullopt;
  return std::move(report.files.front());
}

void Workspace::LoadBaseline(std::vector<Mark>& marks) {
  if (!setup_.use_baseline) return;
  if (!baseline_is_loaded_) {
    baseline_is_loaded_ = true;
    baseline_ = Baseline();
    baseline_errors_.clear();
    baseline_path_ =
        setup_.baseline.empty() ? FindBaseline(".") : setup_.baseline;
    if (!baseline_path_.empty()) {
      auto read = ReadBaseline(baseline_path_, baseline_errors_);
      if (read) {
        auto renamed = FollowRenames(*read, baseline_path_, setup_.environment);
        baseline_ = renamed ? *std::move(renamed) : *std::move(read);
      }
    }
  }
  for (const Error& error : baseline_errors_) {
    marks.push_back(MarkElsewhere(error, "configuration",
                                  "old findings are shown as new: "));
  }
}

void Workspace::SetAsideOld(const std::string& page, FileReport& report) {
  if (baseline_.entries().empty()) return;
  const std::string path = BaselinePaths(baseline_path_).Of(page);
  MatchBaseline(baseline_.Of(path), report);
}

void Workspace::CheckToml(CheckedDocument& checked) const {
  const OpenDocument& document = *checked.document;
  if (document.path.empty()) return;
  const std::string& path = document.path;
  const bool is_config = IsConfigName(path);
  UnsavedFile unsaved(path, document.text.text());
  const std::vector<std::string> pages = {
      (fs::path(path).parent_path() / "").string()};
  std::vector<Error> errors;
  const auto open = [&](SiteRequest request) {
    request.examples = false;
    request.every_override = true;
    request.unsaved = &unsaved;
    Site::Open(std::move(request), pages, errors);
  };
  SiteRequest request = setup_.request();
  if (is_config) {
    request.use_config = true;
    request.config_path = path;
  }
  open(request);
  if (!unsaved.was_read()) {
    if (!LooksLikeRuleset(path, document.text.text())) return;
    errors.clear();
    request.rulesets.push_back(path);
    open(std::move(request));
  }
  const std::string own = AbsolutePath(path);
  for (const Error& error : errors) {
    const ErrorPlace place = ReadErrorPlace(error.where());
    if (place.line > 0 && AbsolutePath(std::string(place.file)) == own) {
      checked.marks.push_back(MarkAt(error, place, document.text));
    } else if (is_config) {
      checked.marks.push_back(
          MarkElsewhere(error, "configuration", "this leads to a mistake: "));
    }
  }
  std::ranges::stable_sort(checked.marks, {}, &Mark::begin);
}

}  // namespace medlint
