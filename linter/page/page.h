// SPDX-License-Identifier: Apache-2.0
//
// A Page is everything medlint knows about one page before any rule runs: what
// it says (Document), where everything that anyone looks for stands (Hits), how
// it says it (Reading), and what sort of page it is (PageFacts).
//
// Rules see a Page and nothing else.

#ifndef LINTER_PAGE_PAGE_H_
#define LINTER_PAGE_PAGE_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/document/article_hints.h"
#include "linter/document/document.h"
#include "linter/language/language_data.h"
#include "linter/language/reading.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/date.h"
#include "linter/page/disclaimers.h"
#include "linter/page/page_data.h"
#include "linter/page/page_kind.h"
#include "linter/page/sentence_points.h"
#include "linter/page/word_classes.h"
#include "linter/text/fold.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace medlint {

// How the type of a page was worked out (page_type.h); for --explain-type.
struct TypeScore {
  struct Part {
    std::string field;  // "title", "h2", "body density"
    int tenths = 0;     // of a point: 60 is 6.0
    std::vector<std::string> terms;
  };
  std::string type;
  int tenths = 0;
  std::vector<Part> parts;
};
using TypeScores = std::vector<TypeScore>;  // best first; zero scores left out

// A source that the text points to.
struct Evidence {
  int tier = 0;  // 1 (primary literature) .. 4 (secondary); 0 for a marker
  bool marker = false;
  TextSpan where;  // the marker or link in the text
};

// Somebody or some day that the page names as its own.
struct Credit {
  std::string value;     // "OC Wellness Physicians", "2025-02-11"
  TextSpan where;        // in the text, metadata texts included
  bool visible = false;  // in the running text
};

struct PageFacts {
  PageKind kind = PageKind::kArticle;
  std::string type;                 // "treatment"; "" if none scores enough
  bool type_is_clear = false;       // the runner-up was far behind
  TypeScores type_scores;           // only with PageOptions::explain_type
  std::vector<std::string> topics;  // sorted
  std::string language;             // primary subtag; "" if unknown
  int words = 0;                    // of the main content

  std::vector<RoleSet> roles;      // by BlockIndex
  std::vector<Evidence> evidence;  // in order of text

  std::vector<Disclaimer> disclaimers;

  std::string institution;  // the public body or hospital that answers; or ""

  std::vector<Credit> authors;
  std::vector<Credit> reviewers;
  std::vector<Credit> published;
  std::vector<Credit> modified;
  std::vector<Credit> reviewed;

  bool HasTopic(std::string_view topic) const;
};

// What the caller of AnalyzePage decides.
struct PageOptions {
  std::optional<PageKind> kind = std::nullopt;  // nothing: work it out
  std::string type;                             // "" to work it out
  std::vector<std::string> topics;              // empty to work them out
  std::string language;                         // "" to work it out
  Date as_of;
  bool explain_type = false;  // fill in PageFacts::type_scores
  // Those that the document was read with; null for none.
  const ArticleHints* hints = nullptr;
};

// Belongs to one thread at a time (Reading fills itself lazily).  Not movable:
// Reading and Hits refer to the document.
struct Page {
  Page(Document read_document, const PatternPlan& with_plan,
       const PageData& with_data, const LanguageData& language_data,
       const PageOptions& options);
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  const Document document;
  const FoldedText folded;
  const PatternPlan& plan;
  const PageData& data;
  const Hits hits;
  const Reading reading;
  const Date as_of;
  const PageFacts facts;
  const WordClasses word_classes{*this};
  const SentencePoints points{*this};

  // The first hit of "pattern" in the places "filter" names, or null.  Lives as
  // long as this.
  const Hit* FirstHitIn(PatternId pattern, const ZoneFilter& filter) const;

  // True if "span", which lies in one block, is in a place "filter" names.
  bool IsIn(TextSpan span, const ZoneFilter& filter) const;
  // The same for a hit, whose block is known.
  bool IsIn(const Hit& hit, const ZoneFilter& filter) const {
    return IsIn(hit.line, hit.where, filter);
  }

  // The zone of the block that holds "span".
  Zone ZoneOf(TextSpan span) const;

 private:
  bool IsIn(BlockIndex index, TextSpan span, const ZoneFilter& filter) const;
};

}  // namespace medlint

#endif  // LINTER_PAGE_PAGE_H_
