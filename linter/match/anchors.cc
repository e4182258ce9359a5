// SPDX-License-Identifier: Apache-2.0

#include "linter/match/anchors.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/char_class.h"
#include "linter/match/lexicon.h"
#include "linter/match/literal_cost.h"
#include "linter/match/regexp_syntax.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

using Kind = SyntaxNode::Kind;
using Strings = std::vector<std::string>;

constexpr std::size_t kMaxProduct = 48;        // strings of a sequence
constexpr std::size_t kMaxAlternatives = 256;  // strings of an alternation
constexpr std::size_t kMaxClassMembers = 16;

// Every literal costs states of the automaton and a test where it occurs.
constexpr std::uint64_t kChargePerLiteral = 512;

std::uint64_t CostOf(CharKinds classes) {
  std::uint64_t cost = 0;
  if ((classes & kDigit) != 0) cost += kCostScale / 40;
  if ((classes & kCapital) != 0) cost += kCostScale / 20;
  if ((classes & kWide) != 0) cost += kCostScale / 100;
  return cost;
}

std::uint32_t Add(std::uint32_t a, std::uint32_t b) {
  return a >= kUnbounded - b ? kUnbounded : a + b;
}

std::uint32_t Multiply(std::uint32_t size, std::uint16_t times) {
  if (size == 0 || times == 0) return 0;
  if (size == kUnbounded || times == SyntaxNode::kNoLimit) return kUnbounded;
  return size * times;
}

bool HasBlank(const Strings& strings) {
  return std::ranges::any_of(strings, [](const std::string& s) {
    return s.find_first_not_of(' ') == std::string::npos;
  });
}

// What is known of a part of the pattern.
struct Part {
  bool nullable = false;
  std::uint32_t max_size = 0;
  CharKinds first = 0;
  CharKinds last = 0;
  bool exact = false;    // "strings" are all that it matches, best first
  bool asserts = false;  // and only in some places (^, $, \b)
  Strings strings = {};
  Anchors anchors = {};
  Anchors needs = {};
  std::size_t weight = 0;
};

class ShapeFinder {
 public:
  ShapeFinder(const RegexpSyntax& syntax, const LexiconTable& lexicons,
              Edges edges)
      : syntax_(syntax), lexicons_(lexicons), edges_(edges) {}

  Part Find(NodeIndex i) const {
    const SyntaxNode& node = syntax_.nodes[i];
    switch (node.kind) {
      case Kind::kLiteral:
        return Literal(node.text);
      case Kind::kClass:
        return Class(node.value);
      case Kind::kLexicon:
        return OfLexicon(node.value);
      case Kind::kSequence:
        return Sequence(node);
      case Kind::kAlternation:
        return Alternation(node);
      case Kind::kRepeat:
        return Repeat(node);
      case Kind::kGroup: {
        Part part = Find(node.first_child);
        part.weight += 2;
        return part;
      }
      case Kind::kAssertion:
        break;
    }
    return {.nullable = true,
            .exact = true,
            .asserts = !node.dropped,
            .strings = {""},
            .weight = 1};
  }

  // The anchors that a finite set of strings gives, which makes up all of a
  // part; none if one of them is empty or blank.
  Anchors FromStrings(const Strings& strings) const {
    Anchors anchors;
    if (strings.empty() || HasBlank(strings)) return anchors;
    anchors.literals = strings;
    if (syntax_.exact_case) {
      for (std::string& literal : anchors.literals)
        literal = Fold(literal);
      if (HasBlank(anchors.literals)) return {};
    }
    for (const std::string& literal : anchors.literals) {
      anchors.cost += EstimateOccurrences(literal) + kChargePerLiteral;
    }
    return anchors;
  }

 private:
  Part Literal(const std::string& text) const {
    Part part{.nullable = text.empty(),
              .max_size = static_cast<std::uint32_t>(text.size()),
              .exact = true,
              .strings = {text},
              .weight = text.size()};
    if (text.empty()) return part;
    part.first = KindOf(DecodeUtf8(text, 0).value);
    part.last = KindOf(DecodeUtf8Before(text, text.size()).value);
    // In the exact text a space is any run of any spaces.
    if (syntax_.exact_case && text.find(' ') != std::string::npos) {
      part.max_size = kUnbounded;
      part.weight += 10;
      if (text.front() == ' ') part.first |= kWideSign;
      if (text.back() == ' ') part.last |= kWideSign;
    }
    return part;
  }

  Part Class(std::uint32_t index) const {
    const CharClass& members = syntax_.classes[index];
    Part part{.max_size = static_cast<std::uint32_t>(members.max_size()),
              .first = members.kinds(),
              .last = members.kinds(),
              .strings = members.Members(kMaxClassMembers),
              .weight = members.weight()};
    part.exact = !part.strings.empty();
    const CharKinds kinds = members.kinds();
    if ((kinds & (kSmall | kSign)) == 0) {
      part.anchors.classes = kinds;
      part.anchors.class_indices = {index};
      part.anchors.cost = CostOf(kinds);
    }
    return part;
  }

  Part OfLexicon(std::uint32_t index) const {
    const LexiconEntry& lexicon = lexicons_[index].entry();
    Part part{.max_size = lexicon.has_ending ? kUnbounded : lexicon.max_size,
              .first = lexicon.first,
              .last = lexicon.last,
              .weight = std::size_t{lexicon.total_size} + 1};
    part.anchors.lexicons = {index};
    // The forms are in the automaton once, whoever uses them: no charge.
    part.anchors.cost = lexicon.occurrences;
    if (lexicon.has_ending) part.anchors.max_before = kUnbounded;
    return part;
  }

  Part Alternation(const SyntaxNode& node) const {
    std::vector<Part> parts;
    for (NodeIndex child = node.first_child; child != kNoNode;
         child = syntax_.nodes[child].next_sibling) {
      parts.push_back(Find(child));
    }
    Part all{.exact = true};
    std::size_t count = 0;
    for (const Part& part : parts) {
      all.nullable |= part.nullable;
      all.max_size = std::max(all.max_size, part.max_size);
      all.first |= part.first;
      all.last |= part.last;
      all.asserts |= part.asserts;
      all.weight += part.weight + 1;
      count += part.strings.size();
      all.exact &= part.exact && !part.asserts;
    }
    all.exact &= count <= kMaxAlternatives;
    if (all.exact) {
      for (Part& part : parts) {
        std::ranges::move(part.strings, std::back_inserter(all.strings));
      }
      return all;
    }
    for (const Part& part : parts) {
      const Anchors own = Best(part);
      if (own.empty()) {
        all.anchors = {};
        break;
      }
      Unite(own, all.anchors);
    }
    for (const Part& part : parts) {
      if (part.needs.empty()) {
        all.needs = {};
        break;
      }
      Unite(part.needs, all.needs);
    }
    return all;
  }

  static void Unite(const Anchors& from, Anchors& to) {
    to.literals.insert(to.literals.end(), from.literals.begin(),
                       from.literals.end());
    to.lexicons.insert(to.lexicons.end(), from.lexicons.begin(),
                       from.lexicons.end());
    to.classes |= from.classes;
    to.class_indices.insert(to.class_indices.end(), from.class_indices.begin(),
                            from.class_indices.end());
    to.max_before = std::max(to.max_before, from.max_before);
    to.max_after = std::max(to.max_after, from.max_after);
    to.cost += from.cost;
  }

  // The cheaper of a part's own anchors and its strings.
  Anchors Best(const Part& part) const {
    Anchors whole = part.exact ? FromStrings(part.strings) : Anchors{};
    if (whole.empty()) return part.anchors;
    if (part.anchors.empty() || whole.cost <= part.anchors.cost) return whole;
    return part.anchors;
  }

  Part Repeat(const SyntaxNode& node) const {
    Part part = Find(node.first_child);
    part.needs = {};
    const std::uint16_t times = node.max == SyntaxNode::kNoLimit
                                    ? std::max<std::uint16_t>(node.min, 1)
                                    : node.max;
    part.weight = part.weight * std::max<std::size_t>(times, 1) + 2;
    if (node.max == 0) return Literal("");
    const bool once = node.min == 1 && node.max == 1;
    const bool optional = node.min == 0 && node.max == 1;
    if (once) return part;
    if (optional && part.exact && !part.asserts) {
      part.strings.insert(node.lazy ? part.strings.begin() : part.strings.end(),
                          "");
      part.nullable = true;
      part.anchors = {};
      return part;
    }
    // The first time round is sure; more of the same may follow it.
    part.anchors = node.min == 0 ? Anchors{} : Best(part);
    part.exact = false;
    part.strings.clear();
    part.max_size = Multiply(part.max_size, node.max);
    if (node.max > 1) part.anchors.max_after = part.max_size;
    part.nullable |= node.min == 0;
    return part;
  }

  Part Sequence(const SyntaxNode& node) const;

  const RegexpSyntax& syntax_;
  const LexiconTable& lexicons_;
  Edges edges_;
};

// Joins the parts of a sequence.  Neighbours with finite sets of strings grow
// into longer strings, the run; whenever one ends it is a candidate, as are the
// anchors of the other parts.
class SequenceJoiner {
 public:
  SequenceJoiner(const ShapeFinder& finder, Edges edges)
      : finder_(finder), edges_(edges) {}

  void Add(Part part) {
    // First what ended before this part, then what lies in it.
    if (part.exact) {
      Extend(part.strings);
    } else {
      CloseRun();
      whole_ = false;
    }
    best_.max_after = medlint::Add(best_.max_after, part.max_size);
    if (part.exact && run_.size() > part.strings.size()) {
      // A word of the run may do better alone than all its combinations.
      Offer(finder_.FromStrings(part.strings), before_, {part_, part_});
    }
    Offer(std::move(part.anchors), before_, {part_, part_});
    ++part_;
    before_ = medlint::Add(before_, part.max_size);
    joined_.max_size = before_;
    joined_.weight += part.weight;
    joined_.asserts |= part.asserts;
    if (joined_.nullable) joined_.first |= part.first;
    joined_.last = part.nullable
                       ? static_cast<CharKinds>(joined_.last | part.last)
                       : part.last;
    joined_.nullable &= part.nullable;
  }

  Part Join() {
    if (whole_) {
      joined_.exact = true;
      joined_.strings = std::move(run_);
    } else {
      CloseRun();
    }
    joined_.anchors = std::move(best_);
    joined_.needs = std::move(needs_);
    return std::move(joined_);
  }

 private:
  void Extend(const Strings& tails) {
    if (run_.size() == 1 && run_.front().empty()) {
      run_before_ = before_;
      run_part_ = part_;
    }
    if (run_.size() > 1 && tails.size() > 1) OfferRun();
    if (run_.size() * tails.size() > kMaxProduct) {
      CloseRun();
      whole_ = false;
      run_before_ = before_;
      run_part_ = part_;
      run_ = tails;
    } else if (tails.size() == 1) {
      for (std::string& string : run_)
        string += tails.front();
    } else {
      Strings product;
      product.reserve(run_.size() * tails.size());
      for (const std::string& head : run_) {
        for (const std::string& tail : tails)
          product.push_back(head + tail);
      }
      run_ = std::move(product);
    }
  }

  // The run ends before the part that is being added.
  void OfferRun() {
    if (part_ == 0) return;
    Offer(finder_.FromStrings(run_), run_before_, {run_part_, part_ - 1});
  }

  void CloseRun() {
    OfferRun();
    run_.assign(1, "");
  }

  // Parts of the sequence, by number.
  struct Parts {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  // Takes "anchors", found in "parts" which begin at most "before" bytes into
  // the match, if they are better than what there is.
  void Offer(Anchors anchors, std::uint32_t before, Parts parts) {
    if (anchors.empty()) return;
    anchors.max_before = medlint::Add(anchors.max_before, before);
    const std::uint64_t plain_cost = anchors.cost;
    // At the beginning of a whole word most occurrences fall to the edge test;
    // without a bound every one may have the rest of the block read.
    if (anchors.max_before == 0 && edges_.begin && anchors.classes == 0) {
      anchors.cost /= 4;
    }
    if (anchors.max_before == kUnbounded) anchors.cost *= 2;
    if (best_.empty() || anchors.cost < best_.cost) {
      if (needs_last_ >= parts.first) needs_ = {};
      if (best_last_ < parts.first) {
        Need(std::move(best_), best_plain_cost_, best_last_);
      }
      best_ = std::move(anchors);
      best_plain_cost_ = plain_cost;
      best_last_ = parts.last;
    } else if (parts.first > best_last_) {
      Need(std::move(anchors), plain_cost, parts.last);
    }
  }

  // Takes "anchors", which lie apart from the best, if they are the rarest.
  void Need(Anchors anchors, std::uint64_t cost, std::size_t last_part) {
    if (anchors.empty() || anchors.classes != 0) return;
    if (!needs_.empty() && needs_.cost <= cost) return;
    needs_ = std::move(anchors);
    needs_.cost = cost;
    needs_last_ = last_part;
  }

  const ShapeFinder& finder_;
  Edges edges_;
  Part joined_{.nullable = true};
  Anchors best_;
  Anchors needs_;
  std::uint64_t best_plain_cost_ = 0;
  std::size_t best_last_ = 0;  // the last of the parts that it lies in
  std::size_t needs_last_ = 0;
  std::size_t part_ = 0;      // parts so far
  std::size_t run_part_ = 0;  // where the run begins
  Strings run_ = {""};
  std::uint32_t run_before_ = 0;
  std::uint32_t before_ = 0;  // bytes of the parts so far
  bool whole_ = true;
};

Part ShapeFinder::Sequence(const SyntaxNode& node) const {
  // Most sequences inside groups are one literal.
  if (node.first_child != kNoNode &&
      syntax_.nodes[node.first_child].next_sibling == kNoNode) {
    return Find(node.first_child);
  }
  SequenceJoiner joiner(*this, edges_);
  for (NodeIndex child = node.first_child; child != kNoNode;
       child = syntax_.nodes[child].next_sibling) {
    joiner.Add(Find(child));
  }
  return joiner.Join();
}

}  // namespace

PatternShape FindShape(const RegexpSyntax& syntax, const LexiconTable& lexicons,
                       Edges edges) {
  const ShapeFinder finder(syntax, lexicons, edges);
  Part part = finder.Find(syntax.root);
  PatternShape shape{.nullable = part.nullable,
                     .max_size = part.max_size,
                     .first = part.first,
                     .last = part.last,
                     .weight = part.weight};
  if (part.exact) {
    Anchors whole = finder.FromStrings(part.strings);
    if (!whole.empty() && !part.asserts && !syntax.exact_case) {
      shape.literals = std::move(part.strings);
    } else if (!part.anchors.empty() &&
               (whole.empty() || part.anchors.cost < whole.cost)) {
      whole = std::move(part.anchors);
    }
    shape.anchors = std::move(whole);
  } else {
    shape.anchors = std::move(part.anchors);
    shape.needs = std::move(part.needs);
  }
  return shape;
}

}  // namespace medlint
