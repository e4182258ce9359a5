// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/fixer.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/text/encoding.h"

namespace medlint {
namespace {

// Words that stand in a row are mended in two or three rounds; this is for
// rules that undo each other's work.
constexpr int kMostRounds = 20;

// True if edits at "a" and "b" cannot both be made.  Two that insert at one
// place could be made in either order, so they are in each other's way too.
bool Collide(CleanSpan a, CleanSpan b) {
  if (a.empty() && b.empty()) return a.begin == b.begin;
  if (a.empty()) return b.begin < a.begin && a.begin < b.end;
  if (b.empty()) return a.begin < b.begin && b.begin < a.end;
  return a.Overlaps(b);
}

struct BeforeInPage {
  bool operator()(const Edit& a, const Edit& b) const {
    return std::tuple(a.where.begin, a.where.end) <
           std::tuple(b.where.begin, b.where.end);
  }
};
using EditSet = std::set<Edit, BeforeInPage>;

bool IsAmong(const Edit& edit, const EditSet& chosen) {
  const auto same = chosen.find(edit);
  return same != chosen.end() && same->replacement == edit.replacement;
}

// The edits that are chosen do not overlap, so only neighbours can collide.
bool CollidesWithAny(CleanSpan where, const EditSet& chosen) {
  const auto next = chosen.lower_bound({.where = where, .replacement = ""});
  if (next != chosen.end() && Collide(next->where, where)) return true;
  auto before = next;
  for (int i = 0; i < 2 && before != chosen.begin(); ++i) {
    --before;
    if (Collide(before->where, where)) return true;
  }
  return false;
}

// Spans, so that one that meets a given one is quickly found.
class SpanIndex {
 public:
  explicit SpanIndex(std::vector<CleanSpan> spans) : spans_(std::move(spans)) {
    std::ranges::sort(spans_);
    Offset furthest = 0;
    for (const CleanSpan span : spans_)
      furthest_.push_back(furthest = std::max(furthest, span.end));
  }

  bool Meets(CleanSpan where) const {
    const auto next =
        std::ranges::lower_bound(spans_, where.end, {}, &CleanSpan::begin);
    if (next == spans_.begin()) return false;
    const auto last = static_cast<std::size_t>(next - spans_.begin() - 1);
    return furthest_[last] > where.begin;
  }

 private:
  std::vector<CleanSpan> spans_;
  std::vector<Offset> furthest_;  // the greatest end up to each
};

SpanIndex SuppressedPlaces(const FileReport& report) {
  std::vector<CleanSpan> places;
  for (const SuppressedFinding& each : report.suppressed) {
    if (each.finding.is_span) places.push_back(each.finding.where);
  }
  return SpanIndex(std::move(places));
}

Error NotFixed(const SourceFile& source, std::string_view why,
               std::string_view hint) {
  return Error(Error::Code::kBadEncoding, source.name(),
               "fixes are not made: " + std::string(why))
      .WithHint(std::string(hint));
}

struct Written {
  std::string bytes;  // in the encoding of the file
  std::string utf8;   // the same
};

std::optional<Written> Write(const SourceFile& source, std::string_view text) {
  if (auto bytes = Encode(text, source.encoding())) {
    return Written{.bytes = *std::move(bytes), .utf8 = std::string(text)};
  }
  if (source.format() == SourceFile::Format::kPlainText) return std::nullopt;
  Written written;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    std::string character(text.substr(i, point.size));
    i += point.size;
    auto bytes = Encode(character, source.encoding());
    if (!bytes) {
      character =
          "&#" + std::to_string(static_cast<unsigned>(point.value)) + ";";
      bytes = Encode(character, source.encoding());
    }
    if (!bytes) return std::nullopt;
    written.bytes += *bytes;
    written.utf8 += character;
  }
  return written;
}

// REQUIRES: Write gives nothing
std::string CannotHold(const SourceFile& source, std::string_view text) {
  const std::string& encoding = source.encoding();
  if (!Encode("", encoding)) {
    return "what a byte means in " + encoding + " depends on those before it";
  }
  std::string_view lacked = text;
  while (lacked.size() > DecodeUtf8(lacked, 0).size) {
    const std::size_t size = DecodeUtf8(lacked, 0).size;
    const bool holds = Encode(lacked.substr(0, size), encoding).has_value();
    lacked = holds ? lacked.substr(size) : lacked.substr(0, size);
  }
  return "“" + std::string(lacked) + "” cannot be written in " + encoding;
}

// Why "fix" cannot be written; "" if it can.
std::string WhyUnwritable(const SourceFile& source, const Fix& fix) {
  const auto edit = std::ranges::find_if(fix.edits, [&](const Edit& each) {
    return !Write(source, each.replacement);
  });
  return edit == fix.edits.end() ? "" : CannotHold(source, edit->replacement);
}

}  // namespace

const Fix* FixFor(const Finding& finding, FixScope scope) {
  const auto fix = std::ranges::find_if(finding.fixes, [&](const Fix& each) {
    return each.is_safe || scope == FixScope::kAll;
  });
  return fix == finding.fixes.end() ? nullptr : &*fix;
}

std::vector<UnwritableFix> UnwritableFixes(const FileReport& report,
                                           FixScope scope) {
  std::vector<UnwritableFix> unwritable;
  for (const Finding& finding : report.findings) {
    const Fix* const fix = FixFor(finding, scope);
    if (fix == nullptr) continue;
    std::string reason = WhyUnwritable(*report.source, *fix);
    if (reason.empty()) continue;
    unwritable.push_back({.finding = &finding, .reason = std::move(reason)});
  }
  return unwritable;
}

int CountFixable(const Report& report, FixScope scope) {
  int count = 0;
  for (const FileReport& file : report.files) {
    count += static_cast<int>(
        std::ranges::count_if(file.findings, [&](const Finding& finding) {
          const Fix* const fix = FixFor(finding, scope);
          return fix != nullptr && WhyUnwritable(*file.source, *fix).empty();
        }));
  }
  return count;
}

FixPlan PlanFixes(const FileReport& report, FixScope scope) {
  const SpanIndex suppressed = SuppressedPlaces(report);
  EditSet chosen;
  FixPlan plan;
  for (const Finding& finding : report.findings) {
    const Fix* const fix = FixFor(finding, scope);
    if (fix == nullptr || !WhyUnwritable(*report.source, *fix).empty())
      continue;
    const bool can = std::ranges::all_of(fix->edits, [&](const Edit& edit) {
      return !suppressed.Meets(edit.where) &&
             (IsAmong(edit, chosen) || !CollidesWithAny(edit.where, chosen));
    });
    if (!can) continue;
    chosen.insert(fix->edits.begin(), fix->edits.end());
    ++plan.findings;
  }
  plan.edits.assign(chosen.begin(), chosen.end());
  return plan;
}

Result<std::string> ApplyEdits(const SourceFile& source,
                               std::span<const Edit> edits,
                               const SourceFile::Options& options) {
  const std::string_view clean = source.clean();
  std::string bytes;
  std::string expected;
  CleanSpan done;
  Offset bytes_done = 0;
  for (const Edit& edit : edits) {
    const std::optional<Written> written = Write(source, edit.replacement);
    if (!written) {
      return NotFixed(source, "they cannot be written in " + source.encoding(),
                      "save the page as UTF-8");
    }
    const FileSpan where = source.ToFile(edit.where);
    bytes += source.bytes().substr(bytes_done, where.begin - bytes_done);
    bytes += written->bytes;
    bytes_done = where.end;
    expected += clean.substr(done.end, edit.where.begin - done.end);
    expected += written->utf8;
    done.end = edit.where.end;
  }
  bytes += source.bytes().substr(bytes_done);
  expected += clean.substr(done.end);
  // A byte can mean something else beside others; better none than that.
  const auto fixed = SourceFile::FromBytes(source.name(), bytes, options);
  if (!fixed || (*fixed)->clean() != expected) {
    return NotFixed(source, "the page would not read as it should",
                    "save the page as UTF-8");
  }
  return bytes;
}

FixedPage FixPage(FileReport report, FixScope scope,
                  const SourceFile::Options& options, const LintAgain& lint) {
  FixedPage page;
  page.report = std::move(report);
  for (int round = 0; round < kMostRounds; ++round) {
    const FixPlan plan = PlanFixes(page.report, scope);
    if (plan.edits.empty()) break;
    const SourceFile& source = *page.report.source;
    Result<std::string> bytes = ApplyEdits(source, plan.edits, options);
    if (!bytes) {
      page.problem = std::move(bytes).error();
      break;
    }
    auto fixed =
        SourceFile::FromBytes(source.name(), *std::move(bytes), options);
    if (!fixed) {
      page.problem = std::move(fixed).error();
      break;
    }
    Result<FileReport> again = lint(*std::move(fixed));
    if (!again) {
      page.problem = std::move(again).error();
      break;
    }
    again->input = page.report.input;
    page.report = *std::move(again);
    page.fixed += plan.findings;
  }
  return page;
}

}  // namespace medlint
