// SPDX-License-Identifier: Apache-2.0
//
// Which hints of [article] fit the pages of a site: counts where pages have
// what was guessed, and proposes the places that most of them share.

#ifndef LINTER_CLI_HINT_PROPOSALS_H_
#define LINTER_CLI_HINT_PROPOSALS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/article_hints.h"
#include "linter/page/page.h"

namespace medlint {

struct HintProposal {
  HintField field = HintField::kType;
  std::string selector;
  int pages = 0;   // that have it there
  int having = 0;  // that have it anywhere
};

class HintProposals {
 public:
  void AddPage(const Page& page);

  // A place is proposed if it has a class or an id, or is a <meta>, and at
  // least three pages, and four fifths of those that have such a thing, have it
  // there.  In the order of HintField.
  std::vector<HintProposal> Proposals() const;

  // What pages say in the place proposed for the type; most first.
  std::vector<std::string> Sections() const;

 private:
  struct Tally {
    std::map<std::string, int> places;
    int having = 0;
  };
  void Count(HintField field, const std::vector<std::string>& places);
  void CountCredits(const Page& page, HintField field,
                    const std::vector<Credit>& credits);

  std::map<HintField, Tally> tallies_;
  std::map<std::string, int> sections_;
};

}  // namespace medlint

#endif  // LINTER_CLI_HINT_PROPOSALS_H_
