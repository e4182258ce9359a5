// SPDX-License-Identifier: Apache-2.0
//
// Which findings the suppressions of a page cover, and what is wrong with them.
//
// A suppression holds unless it is expired, or has no reason where one is
// required.  A page may be written to by others than those who answer for it,
// and what was put into it must not silence its own discovery.  So some
// findings are not a page's to suppress: those of spam and links rules, errors
// of safety rules, and findings about suppressions; unless
// SuppressionPolicy::allowed, which the page cannot reach, says otherwise.

#ifndef LINTER_ENGINE_SUPPRESSOR_H_
#define LINTER_ENGINE_SUPPRESSOR_H_

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/page/date.h"
#include "linter/page/suppression.h"
#include "linter/rule/rule.h"

namespace medlint {

struct SuppressionPolicy {
  bool honoured = true;         // false: pages suppress nothing, and are not
                                // told what is wrong with their suppressions
  bool require_reason = false;  // without one a suppression does not hold
  // Selectors of rules that pages may suppress though they are none of theirs:
  // "links/placeholder-href", "safety/*".
  std::vector<std::string> allowed;
};

// True if the rule speaks of suppressions.
bool IsAboutSuppressions(const Rule& rule);

// The suppressions of one page.  Belongs to one thread.
class Suppressor {
 public:
  // "runs" says if a rule runs in this run; a suppression of one that does not
  // is not unused.  All but "runs" must outlive this.
  Suppressor(const Document& document, std::span<const Rule> rules,
             const SuppressionPolicy& policy, Date as_of,
             const std::function<bool(const Rule&)>& runs);

  // Returns the suppression that covers a finding, or null.  Of several it is
  // the one with the most exact selector, then the one that reaches furthest.
  // Logarithmic in the suppressions.
  const Suppression* Find(const Rule& rule, Severity severity, CleanSpan where);

  // What is wrong, once Find() was asked about every finding, also those too
  // slight to be reported.  In order of place.
  std::vector<SuppressionMistake> Mistakes();

 private:
  // One selector of one suppression.
  struct Grip {
    std::size_t suppression = 0;  // index into read_.list
    std::size_t target = 0;
    bool judged = false;  // it is a mistake if it suppresses nothing
    bool used = false;
    // Of the rules whose findings were not the page's to suppress, the first by
    // id; null for none.
    const Rule* refused = nullptr;
  };
  // The grips with one selector, in order of where they begin.
  struct Group {
    std::vector<std::size_t> grips;     // indices into grips_
    std::vector<std::size_t> furthest;  // of grips[0..i], which ends last
  };

  // The rules that a selector names.
  struct Named {
    bool any = false;
    bool all_run = true;
    bool all_forbidden = true;  // to the page, whatever the severity
  };

  const Suppression::Target& TargetOf(const Grip& grip) const {
    return read_.list[grip.suppression].targets[grip.target];
  }
  // False, after mistakes, if the suppression does not hold.
  bool Holds(const Suppression& suppression);
  Named NamedBy(std::string_view selector,
                const std::function<bool(const Rule&)>& runs) const;
  void AddGrips(std::size_t suppression,
                const std::function<bool(const Rule&)>& runs,
                std::map<std::string, Named>& known);
  void AddMistake(SuppressionProblem problem, CleanSpan where, std::string what,
                  std::string hint = {});
  bool IsAllowed(const Rule& rule) const;
  // Whatever the severity.
  bool IsAlwaysForbidden(const Rule& rule) const;
  void SortGroups();
  // Of "selector", the grip that covers "offset", or null.
  Grip* GripAt(std::string_view selector, Offset offset);
  void AddRefusals();
  void AddUnused();

  std::span<const Rule> rules_;
  const SuppressionPolicy& policy_;
  Date as_of_;
  Suppressions read_;
  std::vector<Grip> grips_;  // by suppression, then by target
  std::map<std::string, Group, std::less<>> groups_;  // by selector
  int suggestions_ = 0;
};

}  // namespace medlint

#endif  // LINTER_ENGINE_SUPPRESSOR_H_
