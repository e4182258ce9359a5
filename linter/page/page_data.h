// SPDX-License-Identifier: Apache-2.0
//
// What pages are read with, as data: article types, topics, block roles,
// evidence, languages.  Read from [page] tables of rulesets and registered in
// the plan.
//
//   [[page.type]]
//   id = "treatment"            # rank of ties: order in the file
//   jsonld = ["MedicalTherapy"]
//   terms = ["massage", "@therapies", ...]          # patterns
//   titles = ["does .{1,40} help", ...]  # only in title, h1, slug
//
//   [[page.topic]]
//   id = "cancer"
//   terms = [...]
//
//   [[page.role]]
//   id = "disclaimer"           # or byline, references
//   openers  = ["disclaimer", "please note", ...]   # the block begins so
//   headings = [...]            # every block under such a heading
//   classes  = ["disclaimer", "legal", ...]  # substrings of class or id
//   within-blocks = 6           # byline: at most so many blocks from the h1,
//   end-blocks = 8              # or from the end of the main content,
//   max-words = 40              # and no longer than this, unless a class or
//                               # an opener marks it
//   with = [...]                # ... and the block must match one of these;
//                               # alone, that is enough
//
//   [[page.evidence]]
//   tier = 1                    # 1..4, see evidence.h
//   hosts = ["doi.org", ...]    # of links; "nih.gov" covers its subdomains
//   text  = ["doi:? ?10\\.[0-9]{4,9}/[^ ]+", ...]    # in the text
//
//   [[page.evidence]]
//   marker = true               # "[1]", "(Smith et al., 2020)": cites a list
//   text = [...]
//
//   [page.byline]
//   author   = ["(?:written )?by (?P<name>...)"]
//   reviewer = ["(?:medically )?reviewed by (?P<name>...)"]
//   published = [...], modified = [...], reviewed = [...]
//   named-author = [...], named-reviewer = [...]   # where bylines stand, role
//                               # or not: names by their look (person_name.h)
//   dates = [...]               # of a byline that says nothing about its date
//   parts = { day = "..." }     # see pattern_parts.h
//   author-labels = ["written by", ...] and so on: <dt>Written by</dt><dd>...
//
//   [page.disclaimer]           # patterns, by slot: see disclaimers.h
//   formulas = [...], subjects = [...], treatments = [...],
//   substitutes = [...], advice = [...], not-advice = [...], consults = [...],
//   own-clinicians = [...]
//
//   [page.institution]          # see institution.h
//   names = ["nhs", "[\\pL ]+ university hospitals?", ...]
//   hosts = ["nhs.uk", "gov", ...]   # "gov" covers its subdomains
//
//   [page.kind]                 # see page_kind.h
//   policy-titles  = ["privacy policy", ...]   # patterns, in title or h1
//   product-jsonld = ["Product"]               # values of @type ...
//   article-jsonld = ["Article"]               # ... unless one of these is
//   product-text   = ["add to cart", ...]      # two of them make a shop
//   health         = ["@conditions", ...]      # mentions of health
//
//   [page.name]                 # see person_name.h
//   [[page.word-class]]         # see word_classes.h
//
//   [[page.language]]           # see language/language_detector.h
//
// The score table is in page_type.cc.  Immutable; shared by threads.

#ifndef LINTER_PAGE_PAGE_DATA_H_
#define LINTER_PAGE_PAGE_DATA_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/language/language_detector.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/person_name.h"
#include "linter/page/word_classes.h"
#include "linter/toml/table_reader.h"

namespace medlint {

struct TypeData {
  std::string id;
  std::vector<std::string> jsonld;  // values of @type
  std::vector<PatternId> terms;
  std::vector<PatternId> titles;
};

struct TopicData {
  std::string id;
  std::vector<PatternId> terms;
};

struct RoleData {
  std::string id;
  std::vector<PatternId> openers;
  std::vector<PatternId> headings;
  std::vector<PatternId> with;
  std::vector<std::string> classes;  // lower case
  int within_blocks = 0;             // of the headline; 0: anywhere
  int end_blocks = 0;                // or of the end of the main content
  int max_words = 0;  // of a block that only its place marks; 0: any
};

struct EvidenceData {
  int tier = 0;  // 1..4; 0 for a marker
  bool marker = false;
  std::vector<PatternId> text;
};

// One field of the byline, by the patterns that introduce it; the value is the
// group "name" (or "date"), or else what follows in the block.
struct BylineData {
  std::vector<PatternId> author;
  std::vector<PatternId> reviewer;
  // The same in short blocks where bylines stand, by the look of the names.
  std::vector<PatternId> named_author;
  std::vector<PatternId> named_reviewer;
  std::vector<PatternId> published;
  std::vector<PatternId> modified;
  std::vector<PatternId> reviewed;
  // Any date: that of a byline which says no more than the day.
  std::vector<PatternId> dates;
  // What stands in a cell or term of its own before the value.
  std::vector<PatternId> author_labels;
  std::vector<PatternId> reviewer_labels;
  std::vector<PatternId> published_labels;
  std::vector<PatternId> modified_labels;
  std::vector<PatternId> reviewed_labels;
};

// By which kinds of pages are told apart; see page_kind.h.
struct KindData {
  std::vector<PatternId> policy_titles;
  std::vector<std::string> product_jsonld;
  std::vector<std::string> article_jsonld;
  std::vector<PatternId> product_text;
  std::vector<PatternId> health;
};

// Public bodies and hospitals; see institution.h.
struct InstitutionData {
  std::vector<PatternId> names;
  std::set<std::string, std::less<>> hosts;
};

// The slots of a medical disclaimer; see disclaimers.h.
struct DisclaimerData {
  std::vector<PatternId> formulas;     // whole denials: "not medical advice"
  std::vector<PatternId> subjects;     // content
  std::vector<PatternId> treatments;   // what is no content
  std::vector<PatternId> substitutes;  // replaces, is meant as
  std::vector<PatternId> advice;       // professional advice, and who gives it
  std::vector<PatternId> not_advice;   // that of another trade
  std::vector<PatternId> consults;     // whom to ask
  // "your own doctor": who is told so knows whom to ask.
  std::vector<PatternId> own_clinicians;
};

// Bit set of roles; bit i is roles[i].
using RoleSet = std::uint32_t;

struct PageData {
  std::vector<TypeData> types;
  std::vector<TopicData> topics;
  std::vector<RoleData> roles;  // at most 32
  std::vector<EvidenceData> evidence;
  std::map<std::string, int, std::less<>> tier_of_host;
  BylineData byline;
  NameWords names;
  std::vector<WordClassData> word_classes;
  KindData kinds;
  InstitutionData institution;
  DisclaimerData disclaimer;
  LanguageDetector detector;
  // Those that the rules are written for, as the rulesets say; the first is
  // that of a page which does not tell.
  std::vector<std::string> rule_languages;

  // Reads one [page] table, adding to what is here.  Mistakes go to the reader.
  void Read(TableReader& table, PatternPlan::Builder& plan);

  // The tier of a host or the nearest domain above it; 0 if none is known.
  // O(labels of the host * log hosts).
  int TierOfHost(std::string_view host) const;

  std::optional<std::size_t> FindRole(std::string_view id) const;
  std::vector<std::string_view> TypeIds() const;
  std::vector<std::string_view> TopicIds() const;
};

// Which places a rule looks at: zones, roles (a block with any of them), and
// parts of blocks; less the zones and roles that are left out.
struct ZoneFilter {
  std::uint32_t zones = 0;  // bit i is Zone(i)
  RoleSet roles = 0;
  bool labels = false;  // the label of a label-dash item, whatever its zone
  bool links = false;   // anchor texts, whatever their zone
  std::uint32_t not_zones = 0;
  RoleSet not_roles = 0;

  static constexpr std::uint32_t Bit(Zone zone) {
    return 1U << static_cast<unsigned>(zone);
  }
};

}  // namespace medlint

#endif  // LINTER_PAGE_PAGE_DATA_H_
