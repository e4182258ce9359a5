// SPDX-License-Identifier: Apache-2.0

#include "linter/match/regexp_syntax.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/match/char_class.h"

namespace medlint {
namespace {

using Kind = SyntaxNode::Kind;

enum class Side { kBegin, kEnd };

class EdgeDropper {
 public:
  EdgeDropper(RegexpSyntax& syntax, Side side) : syntax_(syntax), side_(side) {}

  // True if every way through "i" has "\b" at this side.
  bool All(NodeIndex i) const {
    const SyntaxNode& node = syntax_.nodes[i];
    switch (node.kind) {
      case Kind::kAssertion:
        return node.value == 'b';
      case Kind::kSequence: {
        const NodeIndex outer = OuterChild(node);
        return outer != kNoNode && All(outer);
      }
      case Kind::kGroup:
        return All(node.first_child);
      case Kind::kAlternation:
        for (NodeIndex child = node.first_child; child != kNoNode;
             child = syntax_.nodes[child].next_sibling) {
          if (!All(child)) return false;
        }
        return true;
      default:
        return false;
    }
  }

  void Drop(NodeIndex i) {
    SyntaxNode& node = syntax_.nodes[i];
    if (node.kind == Kind::kAssertion) {
      if (node.value == 'b') node.dropped = true;
    } else if (node.kind == Kind::kSequence) {
      const NodeIndex outer = OuterChild(node);
      if (outer != kNoNode) Drop(outer);
    } else if (node.kind == Kind::kGroup || node.kind == Kind::kAlternation) {
      for (NodeIndex child = node.first_child; child != kNoNode;
           child = syntax_.nodes[child].next_sibling) {
        Drop(child);
      }
    }
  }

 private:
  NodeIndex OuterChild(const SyntaxNode& node) const {
    NodeIndex child = node.first_child;
    if (side_ == Side::kBegin || child == kNoNode) return child;
    while (syntax_.nodes[child].next_sibling != kNoNode) {
      child = syntax_.nodes[child].next_sibling;
    }
    return child;
  }

  RegexpSyntax& syntax_;
  Side side_;
};

class Re2Writer {
 public:
  explicit Re2Writer(const RegexpSyntax& syntax) : syntax_(syntax) {}

  std::string Write() {
    WriteNode(syntax_.root);
    return std::move(out_);
  }

 private:
  void WriteNode(NodeIndex i) {
    const SyntaxNode& node = syntax_.nodes[i];
    switch (node.kind) {
      case Kind::kLiteral:
        WriteLiteral(node.text);
        break;
      case Kind::kClass:
        syntax_.classes[node.value].AppendRe2(out_);
        break;
      case Kind::kLexicon:
        // The terms are folded; in the exact text any case will do.
        out_ += syntax_.exact_case ? "(?i:" : "(?:";
        out_ += kLexiconMark + std::to_string(node.value) + kLexiconMark;
        out_ += ')';
        break;
      case Kind::kSequence:
        WriteChildren(node, "");
        break;
      case Kind::kAlternation:
        WriteChildren(node, "|");
        break;
      case Kind::kRepeat:
        WriteRepeat(node);
        break;
      case Kind::kGroup:
        out_ += !node.capture       ? "(?:"
                : node.text.empty() ? "("
                                    : "(?P<" + node.text + ">";
        WriteNode(node.first_child);
        out_ += ')';
        break;
      case Kind::kAssertion:
        if (node.dropped) break;
        if (node.value == 'b' || node.value == 'B') out_ += '\\';
        out_ += static_cast<char>(node.value);
        break;
    }
  }

  void WriteChildren(const SyntaxNode& node, std::string_view between) {
    for (NodeIndex child = node.first_child; child != kNoNode;
         child = syntax_.nodes[child].next_sibling) {
      if (child != node.first_child) out_ += between;
      WriteNode(child);
    }
  }

  void WriteLiteral(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint point = DecodeUtf8(text, i);
      // Runs of spaces are single spaces only in folded text.
      if (point.value == U' ' && syntax_.exact_case) {
        out_ += "\\p{Zs}+";
      } else {
        AppendRe2Literal(point.value, out_);
      }
      i += point.size;
    }
  }

  void WriteRepeat(const SyntaxNode& node) {
    // A folded character may have become two, or a space an expression.
    out_ += "(?:";
    WriteNode(node.first_child);
    out_ += ')';
    if (node.min == 0 && node.max == 1) {
      out_ += '?';
    } else if (node.min <= 1 && node.max == SyntaxNode::kNoLimit) {
      out_ += node.min == 0 ? '*' : '+';
    } else {
      out_ += '{' + std::to_string(node.min);
      if (node.max != node.min) out_ += ',';
      if (node.max != node.min && node.max != SyntaxNode::kNoLimit) {
        out_ += std::to_string(node.max);
      }
      out_ += '}';
    }
    if (node.lazy) out_ += '?';
  }

  const RegexpSyntax& syntax_;
  std::string out_;
};

}  // namespace

Edges DropEdges(RegexpSyntax& syntax, bool whole_words) {
  Edges edges;
  EdgeDropper begin(syntax, Side::kBegin);
  edges.begin = whole_words || begin.All(syntax.root);
  if (edges.begin) begin.Drop(syntax.root);
  EdgeDropper end(syntax, Side::kEnd);
  edges.end = whole_words || end.All(syntax.root);
  if (edges.end) end.Drop(syntax.root);
  return edges;
}

// RE2's own \b knows ASCII letters only; beside another letter it would mean
// the opposite of what it says.
std::optional<PatternError> CheckAssertions(const RegexpSyntax& syntax) {
  const auto is_wide = [&](NodeIndex i, Side side) {
    const SyntaxNode& node = syntax.nodes[i];
    if (node.kind != Kind::kLiteral || node.text.empty()) return false;
    const CodePoint point = side == Side::kEnd
                                ? DecodeUtf8Before(node.text, node.text.size())
                                : DecodeUtf8(node.text, 0);
    return KindOf(point.value) == kWideWord;
  };
  const auto is_edge = [&](NodeIndex i) {
    const SyntaxNode& node = syntax.nodes[i];
    return node.kind == Kind::kAssertion && !node.dropped &&
           (node.value == 'b' || node.value == 'B');
  };
  for (NodeIndex i = 0; i < syntax.nodes.size(); ++i) {
    const NodeIndex next = syntax.nodes[i].next_sibling;
    if (next == kNoNode) continue;
    const bool before = is_edge(i) && is_wide(next, Side::kBegin);
    if (!before && !(is_edge(next) && is_wide(i, Side::kEnd))) continue;
    const SyntaxNode& edge = syntax.nodes[before ? i : next];
    return PatternError{
        .begin = edge.begin,
        .end = edge.end,
        .what = "`\\b` knows ASCII letters only and stands beside another",
        .hint = "leave it out: whole words are looked for by default"};
  }
  return std::nullopt;
}

std::string ToRe2(const RegexpSyntax& syntax) {
  return Re2Writer(syntax).Write();
}

}  // namespace medlint
