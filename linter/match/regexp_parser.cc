// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/base/utf8.h"
#include "linter/match/char_class.h"
#include "linter/match/lexicon.h"
#include "linter/match/pattern_cursor.h"
#include "linter/match/regexp_syntax.h"
#include "linter/match/word_edge.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

using Kind = SyntaxNode::Kind;

constexpr int kMaxGroupDepth = 100;  // of groups; RE2 allows a few hundred

// What other engines write after "(?", and what to do here.
struct RefusedGroup {
  std::string_view opening;
  std::string_view name;
  std::string_view hint;
};
constexpr RefusedGroup kRefusedGroups[] = {
    {"(?<!", "lookbehind", "put what must not come before into `not-before`"},
    {"(?<=", "lookbehind", "write what comes before into the pattern itself"},
    {"(?!", "lookahead", "put what must not come after into `not-after`"},
    {"(?=", "lookahead", "write what comes after into the pattern itself"},
    {"(?>", "an atomic group", "write `(?:`; RE2 never backtracks"},
    {"(?P=", "a backreference", "write out what may be repeated"},
    {"(?#", "a comment", "put it into a comment of the ruleset"},
    {"(?|", "a branch reset", "write `(?:`"},
    {"(?(", "a condition", "write an alternation"},
    {"(?R", "recursion", "write out the levels"},
    {"(?&", "recursion", "write out the levels"},
};

class Parser : PatternCursor {
 public:
  Parser(std::string_view pattern, const LexiconTable& lexicons,
         RegexpSyntax& syntax)
      : PatternCursor(pattern), lexicons_(lexicons), syntax_(syntax) {}

  std::optional<PatternError> Parse() {
    const std::size_t valid = ValidUtf8Prefix(pattern_);
    if (valid < pattern_.size()) {
      Fail(valid, valid + 1, "the pattern is not valid UTF-8");
      return std::move(error_);
    }
    syntax_.nodes.reserve(pattern_.size() / 2 + 8);
    syntax_.root = ParseAlternation(0);
    if (!error_ && pos_ < pattern_.size()) {
      Fail(pos_, pos_ + 1, "`)` closes nothing", "write `\\)` for the sign");
    }
    if (!error_) CheckRepeats(syntax_.root, 1);
    return std::move(error_);
  }

 private:
  // What an escape or a class stands for.
  struct Atom {
    NodeIndex node = kNoNode;
    char32_t literal = 0;
  };

  NodeIndex AddNode(Kind kind, std::size_t begin) {
    SyntaxNode& node = syntax_.nodes.emplace_back();
    node.kind = kind;
    node.begin = static_cast<std::uint32_t>(begin);
    node.end = static_cast<std::uint32_t>(pos_);
    return static_cast<NodeIndex>(syntax_.nodes.size() - 1);
  }
  SyntaxNode& At(NodeIndex i) { return syntax_.nodes[i]; }

  // Appends "child" to the children of "parent"; "last" is the one before it.
  void Append(NodeIndex parent, NodeIndex child, NodeIndex& last) {
    (last == kNoNode ? At(parent).first_child : At(last).next_sibling) = child;
    last = child;
  }

  NodeIndex ParseAlternation(int depth) {
    const std::size_t begin = pos_;
    const NodeIndex first = ParseSequence(depth);
    if (AtEnd() || Peek() != '|') return first;
    const NodeIndex alternation = AddNode(Kind::kAlternation, begin);
    NodeIndex last = kNoNode;
    Append(alternation, first, last);
    while (!error_ && Eat("|")) {
      Append(alternation, ParseSequence(depth), last);
    }
    At(alternation).end = static_cast<std::uint32_t>(pos_);
    return alternation;
  }

  NodeIndex ParseSequence(int depth) {
    const NodeIndex sequence = AddNode(Kind::kSequence, pos_);
    NodeIndex last = kNoNode;
    std::string run;  // literal characters so far
    std::size_t run_begin = pos_;
    while (!error_ && !AtEnd() && Peek() != '|' && Peek() != ')') {
      const std::size_t begin = pos_;
      if (PlainIsNext()) {
        if (run.empty()) run_begin = begin;
        run += Peek();
        ++pos_;
        continue;
      }
      const bool in_word =
          !run.empty() &&
          IsWordCharacter(DecodeUtf8Before(run, run.size()).value);
      const Atom atom = ParseAtom(depth, in_word);
      if (error_) break;
      const std::size_t atom_end = pos_;
      const std::optional<Quantifier> quantifier = ReadQuantifier();
      if (atom.node == kNoNode && !quantifier) {
        if (run.empty()) run_begin = begin;
        AppendUtf8(atom.literal, run);
        continue;
      }
      if (!run.empty()) {
        Append(sequence, AddLiteral(run, run_begin, begin), last);
        run.clear();
      }
      NodeIndex node = atom.node;
      if (node == kNoNode) {
        std::string character;
        AppendUtf8(atom.literal, character);
        node = AddLiteral(character, begin, atom_end);
      }
      if (quantifier) node = AddRepeat(node, *quantifier, begin);
      Append(sequence, node, last);
    }
    if (!run.empty()) Append(sequence, AddLiteral(run, run_begin, pos_), last);
    At(sequence).end = static_cast<std::uint32_t>(pos_);
    return sequence;
  }

  // A character that is itself, with no repeat after it: most are.
  bool PlainIsNext() const {
    const std::string_view rest = Rest();
    if (!IsAsciiAlnum(rest.front()) && rest.front() != ' ') return false;
    return rest.size() == 1 || !BeginsQuantifier(rest[1]);
  }

  NodeIndex AddLiteral(std::string_view text, std::size_t begin,
                       std::size_t end) {
    const NodeIndex i = AddNode(Kind::kLiteral, begin);
    At(i).end = static_cast<std::uint32_t>(end);
    At(i).text = syntax_.exact_case ? std::string(text) : FoldLiteral(text);
    return i;
  }

  // As Fold(), without its cost for the plain text that most patterns are.
  static std::string FoldLiteral(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (const char c : text) {
      const bool plain = 0x20 <= c && c < 0x7F;
      if (!plain || (c == ' ' && folded.ends_with(' '))) return Fold(text);
      folded += ToAsciiLower(c);
    }
    return folded;
  }

  NodeIndex AddRepeat(NodeIndex child, Quantifier quantifier,
                      std::size_t begin) {
    if (At(child).kind == Kind::kAssertion) {
      Fail(begin, pos_, Quoted(begin) + " repeats nothing");
    }
    const NodeIndex i = AddNode(Kind::kRepeat, begin);
    At(i).first_child = child;
    At(i).min = quantifier.min;
    At(i).max = quantifier.max;
    At(i).lazy = quantifier.lazy;
    return i;
  }

  Atom ParseAtom(int depth, bool in_word) {
    const std::size_t begin = pos_;
    const char c = Peek();
    switch (c) {
      case '(':
        return {.node = ParseGroup(depth)};
      case '[':
        if (CharClass members; ReadClass(members)) {
          return {.node = AddClass(std::move(members), begin)};
        }
        return {};
      case '.':
        ++pos_;
        return {.node = AddClass(CharClass::Any(), begin)};
      case '^':
      case '$':
        ++pos_;
        return {.node = AddAssertion(c, begin)};
      case '\\':
        return ParseEscape();
      case '@':
        if (!in_word) return ParseLexicon();
        break;
      case '\n':
      case '\r':
        Fail(begin, begin + 1,
             "a line break never matches: a pattern is looked for within one "
             "block of text",
             "write the pattern on one line");
        return {};
      default:
        break;
    }
    if (ReadQuantifier()) {
      Fail(begin, pos_, Quoted(begin) + " has nothing before it to repeat",
           "put `\\` before the sign to match it");
      return {};
    }
    return {.literal = EatCodePoint()};
  }

  NodeIndex AddAssertion(char letter, std::size_t begin) {
    const NodeIndex i = AddNode(Kind::kAssertion, begin);
    At(i).value = static_cast<unsigned char>(letter);
    return i;
  }

  NodeIndex AddClass(CharClass members, std::size_t begin) {
    if (syntax_.exact_case) {
      members.WidenSpaces();
    } else if (!members.Fold()) {
      Fail(begin, pos_,
           Quoted(begin) +
               " never matches: the text is folded to small "
               "letters",
           "set `case = \"exact\"`");
    }
    syntax_.names_script |= members.names_script();
    const NodeIndex i = AddNode(Kind::kClass, begin);
    At(i).value = static_cast<std::uint32_t>(syntax_.classes.size());
    syntax_.classes.push_back(std::move(members));
    return i;
  }

  // "@cure_verbs"; a lone "@" is itself.
  Atom ParseLexicon() {
    const std::size_t begin = pos_++;
    while (!AtEnd() && (IsAsciiAlnum(Peek()) || Peek() == '_'))
      ++pos_;
    const std::string_view name = pattern_.substr(begin + 1, pos_ - begin - 1);
    if (name.empty() || IsAsciiDigit(name.front())) {
      pos_ = begin + 1;
      return {.literal = U'@'};
    }
    const std::optional<std::uint32_t> lexicon = lexicons_.Find(name);
    if (!lexicon) {
      Fail(begin, pos_, "there is no lexicon " + Quoted(begin),
           DidYouMean(name, lexicons_.Names()));
      return {};
    }
    if (lexicons_[*lexicon].forms().empty()) {
      Fail(begin, pos_, "the lexicon " + Quoted(begin) + " is empty");
      return {};
    }
    const NodeIndex i = AddNode(Kind::kLexicon, begin);
    At(i).value = *lexicon;
    return {.node = i};
  }

  NodeIndex ParseGroup(int depth) {
    const std::size_t begin = pos_;
    for (const RefusedGroup& refused : kRefusedGroups) {
      if (!Rest().starts_with(refused.opening)) continue;
      Fail(begin, GroupEnd(begin),
           std::string(refused.name) + " `" + std::string(refused.opening) +
               "` is not supported by RE2",
           refused.hint);
      return kNoNode;
    }
    if (depth >= kMaxGroupDepth) {
      Fail(begin, begin + 1, "groups are nested too deeply");
      return kNoNode;
    }
    std::string name;
    bool capture = false;
    if (Eat("(?P<") || Eat("(?<")) {
      capture = true;
      name = ParseGroupName(begin);
    } else if (!Eat("(?:")) {
      if (Rest().starts_with("(?")) {
        Fail(begin, GroupEnd(begin), "flags in a pattern are not supported",
             "case is set by `case`, for the whole pattern; write `(?:` for a "
             "group");
        return kNoNode;
      }
      ++pos_;
      capture = true;
    }
    if (error_) return kNoNode;
    const NodeIndex child = ParseAlternation(depth + 1);
    if (error_) return kNoNode;
    if (!Eat(")")) {
      Fail(begin, begin + 1, "`(` is not closed", "write `\\(` for the sign");
      return kNoNode;
    }
    const NodeIndex i = AddNode(Kind::kGroup, begin);
    At(i).first_child = child;
    At(i).capture = capture;
    At(i).text = std::move(name);
    return i;
  }

  std::string ParseGroupName(std::size_t group_begin) {
    const std::size_t begin = pos_;
    while (!AtEnd() && (IsAsciiAlnum(Peek()) || Peek() == '_'))
      ++pos_;
    std::string name(pattern_.substr(begin, pos_ - begin));
    if (name.empty() || !Eat(">")) {
      Fail(group_begin, pos_ + 1, "the name of the group is not closed",
           "write `(?P<name>...)`, with letters, digits and `_`");
    } else if (!group_names_.insert(name).second) {
      Fail(begin, pos_ - 1, "a second group is named `" + name + "`");
    }
    return name;
  }

  Atom ParseEscape();
  void CheckRepeats(NodeIndex i, int product);

  const LexiconTable& lexicons_;
  RegexpSyntax& syntax_;
  std::set<std::string> group_names_;
};

Parser::Atom Parser::ParseEscape() {
  const std::size_t begin = pos_;
  const char letter = begin + 1 < pattern_.size() ? pattern_[begin + 1] : '\0';
  CharClass members;
  switch (letter) {
    case 'd':
    case 'D':
    case 's':
    case 'S':
    case 'w':
    case 'W':
      pos_ += 2;
      members.AddPerl(letter);
      return {.node = AddClass(std::move(members), begin)};
    case 'p':
    case 'P':
      if (!ReadUnicodeClass(members)) return {};
      return {.node = AddClass(std::move(members), begin)};
    case 'b':
    case 'B':
      pos_ += 2;
      return {.node = AddAssertion(letter, begin)};
    default:
      break;
  }
  const char32_t c = ReadEscapedChar();
  if (!error_ && (c == 0 || c == U'\n' || c == U'\r')) {
    Fail(begin, pos_,
         Quoted(begin) +
             " never matches: a pattern is looked for within one block of "
             "text");
  }
  return {.literal = c};
}

void Parser::CheckRepeats(NodeIndex i, int product) {
  const SyntaxNode& node = At(i);
  if (node.kind == Kind::kRepeat) {
    const int times =
        node.max == SyntaxNode::kNoLimit ? int{node.min} : int{node.max};
    product *= std::max(times, 1);
    if (product > kMaxRepeat) {
      Fail(node.begin, node.end,
           "nested repeats come to more than 1000 repetitions");
      return;
    }
  }
  for (NodeIndex child = node.first_child; child != kNoNode;
       child = At(child).next_sibling) {
    CheckRepeats(child, product);
  }
}

}  // namespace

std::optional<PatternError> ParseRegexp(std::string_view pattern,
                                        const LexiconTable& lexicons,
                                        bool exact_case, RegexpSyntax& syntax) {
  syntax.exact_case = exact_case;
  return Parser(pattern, lexicons, syntax).Parse();
}

}  // namespace medlint
