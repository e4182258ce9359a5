// SPDX-License-Identifier: Apache-2.0

#include "linter/match/window_program.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/char_class.h"
#include "linter/match/first_bytes.h"
#include "linter/match/lexicon.h"
#include "linter/match/lexicon_index.h"
#include "linter/match/program_starts.h"
#include "linter/match/regexp_syntax.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

using Kind = SyntaxNode::Kind;
using Op = WindowInstruction::Op;
using Place = std::uint32_t;  // of an instruction

constexpr std::size_t kMaxInstructions = 4000;
constexpr std::size_t kFewestWords = 2;  // for kWords to pay

// Compiles a node together with what comes after it, so that every instruction
// finds its successor ready.
class Compiler {
 public:
  Compiler(const RegexpSyntax& syntax, const LexiconTable& lexicons,
           PlanVectors& program)
      : syntax_(syntax),
        lexicons_(lexicons),
        program_(program),
        first_place_(program.code.size()),
        first_set_(static_cast<std::uint32_t>(program.sets.size())) {}

  // Returns false if it can't be done; "vectors" is then spoilt.
  bool Compile(MatchEnd end) {
    head_.ignore_case = syntax_.exact_case;
    for (const CharClass& members : syntax_.classes) {
      program_.sets.push_back(members.ToSet(program_.set_ranges));
    }
    head_.groups.begin = static_cast<std::uint32_t>(program_.groups.size());
    NumberGroups(syntax_.root);
    WindowInstruction match{.op = Op::kMatch};
    match.first = FirstBytes::All();
    Place place = Add(match);
    if (end == MatchEnd::kWordEdge) place = AddCheck(Op::kEdge, place);
    if (end == MatchEnd::kLimit) place = AddCheck(Op::kLimit, place);
    head_.start = Node(syntax_.root, place);
    if (failed_) return false;
    FindPossessiveRuns();
    AssignSlots();
    program_.start_filters.push_back(
        FindStarts(program_, lexicons_, head_.start, head_.ignore_case));
    head_.starts_in_word = StartsInWord(First(head_.start));
    head_.starts_block = StartsBlock(head_.start, 0);
    head_.filter =
        static_cast<std::uint32_t>(program_.start_filters.size() - 1);
    program_.programs.push_back(head_);
    return true;
  }

 private:
  const SyntaxNode& At(NodeIndex i) const { return syntax_.nodes[i]; }
  const FirstBytes& First(Place place) const {
    return program_.code[place].first;
  }

  Place Add(const WindowInstruction& instruction) {
    if (program_.code.size() - first_place_ >= kMaxInstructions) {
      failed_ = true;
      return 0;
    }
    program_.code.push_back(instruction);
    return static_cast<Place>(program_.code.size() - 1);
  }

  // An instruction that passes nothing.
  Place AddCheck(Op op, Place next, std::uint32_t arg = 0) {
    WindowInstruction check{.op = op, .arg = arg, .next = next};
    check.first = First(next);
    return Add(check);
  }

  void NumberGroups(NodeIndex i) {
    const SyntaxNode& node = At(i);
    if (node.kind == Kind::kGroup && node.capture) {
      group_of_.resize(syntax_.nodes.size(), 0);
      group_of_[i] = head_.groups.size++;
      program_.groups.push_back(AppendText(
          node.text.empty() ? std::to_string(group_of_[i] + 1) : node.text,
          program_.program_text));
    }
    for (NodeIndex child = node.first_child; child != kNoNode;
         child = At(child).next_sibling) {
      NumberGroups(child);
    }
  }

  Place Node(NodeIndex i, Place next) {
    if (failed_) return 0;
    const SyntaxNode& node = At(i);
    switch (node.kind) {
      case Kind::kLiteral:
        return Literal(node.text, next);
      case Kind::kClass:
        return Set(first_set_ + node.value, next);
      case Kind::kLexicon:
        return OfLexicon(node.value, next);
      case Kind::kSequence:
        return Sequence(node.first_child, next);
      case Kind::kAlternation:
        return Alternation(node, next);
      case Kind::kRepeat:
        return Repeat(node, next);
      case Kind::kGroup: {
        if (!node.capture) return Node(node.first_child, next);
        const std::uint32_t save = 2 * group_of_[i];
        const Place end = AddCheck(Op::kSave, next, save + 1);
        const Place body = Node(node.first_child, end);
        return failed_ ? 0 : AddCheck(Op::kSave, body, save);
      }
      case Kind::kAssertion:
        break;
    }
    if (node.dropped) return next;
    switch (node.value) {
      case '^':
        return AddCheck(Op::kBegin, next);
      case '$':
        return AddCheck(Op::kEnd, next);
      case 'b':
        return AddCheck(Op::kBoundary, next);
      default:
        return AddCheck(Op::kNoBoundary, next);
    }
  }

  Place Sequence(NodeIndex child, Place next) {
    std::vector<NodeIndex> children;
    for (; child != kNoNode; child = At(child).next_sibling) {
      children.push_back(child);
    }
    for (const NodeIndex last : std::views::reverse(children))
      next = Node(last, next);
    return next;
  }

  Place Literal(std::string_view text, Place next) {
    if (!syntax_.exact_case) return Bytes(text, next);
    // In the exact text a space is one or more spaces of any sort.
    for (std::size_t end = text.size(); end > 0;) {
      if (text[end - 1] == ' ') {
        next = Repeat(Spaces(), 1, SyntaxNode::kNoLimit, false, next);
        --end;
        continue;
      }
      const std::size_t space = text.rfind(' ', end - 1);
      const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
      next = Bytes(text.substr(begin, end - begin), next);
      end = begin;
    }
    return next;
  }

  Place Bytes(std::string_view text, Place next) {
    if (text.empty()) return next;
    const Stretch place = AppendText(text, program_.program_text);
    WindowInstruction bytes{.op = Op::kBytes,
                            .arg = place.begin,
                            .count = place.size,
                            .next = next};
    bytes.first.Add(static_cast<unsigned char>(text.front()));
    return Add(bytes);
  }

  std::uint32_t AddSet(const CharClass& members) {
    program_.sets.push_back(members.ToSet(program_.set_ranges));
    return static_cast<std::uint32_t>(program_.sets.size() - 1);
  }

  std::uint32_t Spaces() {
    if (spaces_ == kNoSet) {
      CharClass spaces;
      spaces.AddUnicode("Zs", false);
      spaces_ = AddSet(spaces);
    }
    return spaces_;
  }

  FirstBytes FirstOfSet(std::uint32_t set) const {
    FirstBytes first;
    const CharSet& members = program_.sets[set];
    for (unsigned char c = 0; c < 0x80; ++c) {
      if (members.HasAscii(c)) first.Add(c);
    }
    if (members.may_have_wide()) first.AddWide();
    return first;
  }

  Place Set(std::uint32_t set, Place next) {
    WindowInstruction one{.op = Op::kSet, .arg = set, .next = next};
    one.first = FirstOfSet(set);
    return Add(one);
  }

  Place OfLexicon(std::uint32_t index, Place next) {
    const LexiconIndex lexicon(lexicons_[index]);
    if (syntax_.exact_case && !lexicon.CanIgnoreCase()) {
      failed_ = true;
      return 0;
    }
    WindowInstruction any{.op = Op::kLexicon, .arg = index, .next = next};
    any.first = lexicon.First(syntax_.exact_case);
    return Add(any);
  }

  // The text of a node that is a plain string, or nothing.
  const std::string* PlainText(NodeIndex i) const {
    const SyntaxNode* node = &At(i);
    while (true) {
      const bool wraps = node->kind == Kind::kSequence ||
                         (node->kind == Kind::kGroup && !node->capture);
      if (!wraps || node->first_child == kNoNode) break;
      node = &At(node->first_child);
      if (node->next_sibling != kNoNode) return nullptr;
    }
    if (node->kind != Kind::kLiteral || node->text.empty()) return nullptr;
    if (syntax_.exact_case && node->text.find(' ') != std::string::npos) {
      return nullptr;
    }
    return &node->text;
  }

  Place Alternation(const SyntaxNode& node, Place next) {
    std::vector<Place> places;
    NodeIndex child = node.first_child;
    while (child != kNoNode && !failed_) {
      // As many words as stand together make one alternative.
      NodeIndex end = child;
      std::size_t count = 0;
      for (; end != kNoNode && PlainText(end) != nullptr;
           end = At(end).next_sibling) {
        ++count;
      }
      if (count >= kFewestWords) {
        places.push_back(Words(child, end, next));
        child = end;
      } else {
        places.push_back(Node(child, next));
        child = At(child).next_sibling;
      }
    }
    if (failed_) return 0;
    return places.size() == 1 ? places.front() : Choice(places);
  }

  Place Words(NodeIndex child, NodeIndex end, Place next) {
    WindowInstruction words{
        .op = Op::kWords,
        .arg = static_cast<std::uint32_t>(program_.words.size()),
        .next = next};
    for (; child != end; child = At(child).next_sibling) {
      const std::string& text = *PlainText(child);
      words.first.Add(static_cast<unsigned char>(text.front()));
      program_.words.push_back(AppendText(text, program_.program_text));
      ++words.count;
    }
    if (words.count <= WordMasks::kMost) {
      words.masks = static_cast<std::uint32_t>(program_.word_masks.size());
      WordMasks& masks = program_.word_masks.emplace_back();
      for (std::uint32_t i = 0; i < words.count; ++i) {
        const Stretch word = program_.words[words.arg + i];
        masks.Of(program_.program_text[word.begin]) |= std::uint64_t{1} << i;
      }
    }
    return Add(words);
  }

  Place Choice(const std::vector<Place>& places) {
    WindowInstruction choice{
        .op = Op::kChoice,
        .arg = static_cast<std::uint32_t>(program_.targets.size()),
        .count = static_cast<std::uint32_t>(places.size())};
    for (const Place place : places) {
      choice.first |= First(place);
      program_.targets.push_back(place);
    }
    return Add(choice);
  }

  Place Repeat(const SyntaxNode& node, Place next) {
    const std::uint32_t set = SetOf(node.first_child);
    if (set != kNoSet) {
      return Repeat(set, node.min, node.max, node.lazy, next);
    }
    if (node.max == 0) return next;
    if (node.max == SyntaxNode::kNoLimit) {
      next = Loop(node, next);
      for (int i = 1; i < node.min && !failed_; ++i)
        next = Node(node.first_child, next);
      return next;
    }
    // x{2,4} is xx(x(x)?)?.
    const Place after = next;
    for (int i = node.min; i < node.max && !failed_; ++i) {
      const Place body = Node(node.first_child, next);
      if (failed_) return 0;
      next = node.lazy ? Choice({after, body}) : Choice({body, after});
    }
    for (int i = 0; i < node.min && !failed_; ++i)
      next = Node(node.first_child, next);
    return next;
  }

  // x+, and for a minimum of 0 (x+)?: as RE2 has it, which matters where x can
  // match nothing.
  Place Loop(const SyntaxNode& node, Place next) {
    WindowInstruction head{
        .op = Op::kChoice,
        .arg = static_cast<std::uint32_t>(program_.targets.size()),
        .count = 2};
    head.first = FirstBytes::All();  // until the body is known
    program_.targets.resize(program_.targets.size() + 2);
    const Place place = Add(head);
    const Place body = Node(node.first_child, place);
    if (failed_) return 0;
    program_.targets[head.arg] = node.lazy ? next : body;
    program_.targets[head.arg + 1] = node.lazy ? body : next;
    program_.code[place].first = First(body);
    program_.code[place].first |= First(next);
    if (node.min > 0) return body;
    return node.lazy ? Choice({next, body}) : Choice({body, next});
  }

  static constexpr std::uint32_t kNoSet = 0xFFFFFFFFU;

  // The set that a node which is one character stands for.
  std::uint32_t SetOf(NodeIndex i) {
    const SyntaxNode* node = &At(i);
    while ((node->kind == Kind::kSequence ||
            (node->kind == Kind::kGroup && !node->capture)) &&
           node->first_child != kNoNode) {
      node = &At(node->first_child);
      if (node->next_sibling != kNoNode) return kNoSet;
    }
    if (node->kind == Kind::kClass) return first_set_ + node->value;
    if (node->kind != Kind::kLiteral || node->text.empty()) return kNoSet;
    const CodePoint point = DecodeUtf8(node->text, 0);
    if (point.size != node->text.size()) return kNoSet;
    if (syntax_.exact_case && point.value == U' ') return kNoSet;
    CharClass one;
    one.AddRange(point.value, point.value);
    return AddSet(one);
  }

  Place Repeat(std::uint32_t set, std::uint16_t min, std::uint16_t max,
               bool lazy, Place next) {
    if (max == 0) return next;
    const FirstBytes first = FirstOfSet(set);
    WindowInstruction run{.op = Op::kRun,
                          .lazy = lazy,
                          .min = min,
                          .max = max,
                          .arg = set,
                          .next = next};
    if (max == SyntaxNode::kNoLimit) {
      // Its visits are marked, so the characters that must be there are not
      // counted by it.
      run.min = 0;
      run.max = WindowInstruction::kNoLimit;
      run.first = first;
      run.first |= First(next);
      next = Add(run);
      if (min == 0) return next;
      run.next = next;
      run.min = run.max = min;
      run.lazy = false;
    }
    run.first = first;
    if (run.min == 0) run.first |= First(next);
    if (run.min == 1 && run.max == 1) return Set(set, next);
    return Add(run);
  }

  void FindPossessiveRuns() {
    for (WindowInstruction& in :
         std::span(program_.code).subspan(first_place_)) {
      in.possessive =
          in.op == Op::kRun && !FirstOfSet(in.arg).Meets(First(in.next));
    }
  }

  // False for some that do.
  bool StartsBlock(Place place, int depth) const {
    constexpr int kMaxDepth = 4;
    const WindowInstruction& in = program_.code[place];
    if (in.op == Op::kBegin) return true;
    if (depth > kMaxDepth) return false;
    if (in.op == Op::kSave) return StartsBlock(in.next, depth + 1);
    if (in.op != Op::kChoice) return false;
    const auto targets = std::span(program_.targets).subspan(in.arg, in.count);
    return std::ranges::all_of(
        targets, [&](Place target) { return StartsBlock(target, depth + 1); });
  }

  void AssignSlots() {
    const std::span<WindowInstruction> code =
        std::span(program_.code).subspan(first_place_);
    std::vector<std::uint8_t> ways(code.size(), 0);
    const auto count = [this, &ways](Place place, int more) {
      std::uint8_t& known = ways[place - first_place_];
      known = static_cast<std::uint8_t>(std::min(known + more, 2));
    };
    for (const WindowInstruction& in : code) {
      if (in.op == Op::kChoice) {
        for (std::uint32_t i = 0; i < in.count; ++i)
          count(program_.targets[in.arg + i], 1);
        continue;
      }
      if (in.op == Op::kMatch) continue;
      const bool ends_vary = in.op == Op::kLexicon || in.op == Op::kWords ||
                             (in.op == Op::kRun && in.min != in.max);
      count(in.next, ends_vary ? 2 : 1);
    }
    // It is also come to from every place where a match is tried.
    count(head_.start, 1);
    for (std::size_t i = 0; i < code.size(); ++i) {
      WindowInstruction& in = code[i];
      const bool endless =
          in.op == Op::kRun && in.max == WindowInstruction::kNoLimit;
      if (in.op != Op::kMatch && (endless || ways[i] > 1)) {
        in.slot = head_.slots++;
      }
    }
  }

  static bool StartsInWord(const FirstBytes& first) {
    for (unsigned char c = 0; c < 0xC0; ++c) {
      if (first.Has(c) && kPlainBytes[c] != PlainByte::kInWord) return false;
    }
    return first.bits[3] == 0;
  }

  const RegexpSyntax& syntax_;
  const LexiconTable& lexicons_;
  PlanVectors& program_;  // holds the programs before this one, too
  const std::size_t first_place_;
  const std::uint32_t first_set_;  // of the classes of the syntax
  ProgramHead head_;
  std::vector<std::uint32_t> group_of_;  // by node
  std::uint32_t spaces_ = kNoSet;
  bool failed_ = false;
};

}  // namespace

std::uint32_t CompileWindowProgram(const RegexpSyntax& syntax,
                                   const LexiconTable& lexicons, MatchEnd end,
                                   PlanVectors& vectors) {
  constexpr std::uint32_t kNoProgram = CompiledExpression::kNoProgram;
  if (syntax.names_script) return kNoProgram;
  if (!Compiler(syntax, lexicons, vectors).Compile(end)) return kNoProgram;
  return static_cast<std::uint32_t>(vectors.programs.size() - 1);
}

}  // namespace medlint
