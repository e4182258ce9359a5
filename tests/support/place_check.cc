// SPDX-License-Identifier: Apache-2.0

#include "tests/support/place_check.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"
#include "tests/support/decode.h"

namespace medlint::testing {
namespace {

constexpr std::size_t kMaxMisplaced = 1000;  // kept per text

std::vector<TextSpan> LinesOf(std::string_view text) {
  std::vector<TextSpan> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({static_cast<Offset>(begin), static_cast<Offset>(end)});
    begin = end + 1;
  }
  return lines;
}

// Elements whose content is text, whatever it looks like, in order.
std::vector<Passage> PlainElements(const Markup& markup) {
  std::vector<Passage> passages;
  for (const Element& element : markup.elements) {
    if (element.text.empty()) continue;
    switch (element.tag) {
      case Tag::k_title:
      case Tag::k_textarea:
        passages.push_back({element.text, Writing::kEscapable});
        break;
      case Tag::k_xmp:
      case Tag::k_plaintext:
        passages.push_back({element.text, Writing::kVerbatim});
        break;
      default:
        break;
    }
  }
  return passages;
}

Writing WritingOf(const Document& document, BlockIndex block) {
  if (block == kNoBlock) return Writing::kRunningText;
  switch (document.blocks()[block].kind) {
    case BlockKind::kAttribute:
    case BlockKind::kMeta:
    case BlockKind::kUrl:
    case BlockKind::kComment:
      return Writing::kAttribute;
    case BlockKind::kJsonLd:
      return Writing::kJsonString;
    default:
      return Writing::kRunningText;
  }
}

std::vector<TextSpan> WordsOf(std::string_view text, TextSpan line) {
  std::vector<TextSpan> words;
  for (Offset at = line.begin; at < line.end; ++at) {
    if (text[at] == ' ') continue;
    TextSpan word = {at, at};
    while (word.end < line.end && text[word.end] != ' ')
      ++word.end;
    words.push_back(word);
    at = word.end;
  }
  return words;
}

std::string WithoutSpaces(std::string_view text) {
  std::string out(text);
  std::erase(out, ' ');
  return out;
}

class Checker {
 public:
  explicit Checker(const Markup& markup) : markup_(markup) {}

  void Check(const Passage& passage) {
    const std::vector<TextSpan> words = WordsOf(markup_.text, passage.text);
    for (const TextSpan word : words) {
      ++report_.words;
      CheckSpan(word, passage.writing);
    }
    // About one run for every eight words, at least one per line.
    for (std::size_t i = 0; i < words.size(); i += 8) {
      const std::size_t first = random_() % words.size();
      const std::size_t last =
          std::min(words.size() - 1, first + random_() % 12);
      ++report_.runs;
      CheckSpan({words[first].begin, words[last].end}, passage.writing);
    }
  }

  PlaceReport Take() && { return std::move(report_); }

 private:
  void CheckSpan(TextSpan span, Writing writing) {
    const CleanSpan slice = markup_.map.Map(span);
    const bool inside =
        slice.begin <= slice.end && slice.end <= markup_.source.size();
    if (!inside) {
      report_.misplaced.push_back({{}, "(outside the source)", ""});
      return;
    }
    const std::string decoded = Decode(slice.In(markup_.source), writing);
    const std::string_view expected = span.In(markup_.text);
    if (decoded == expected) return;
    if (slice.In(markup_.source).find('<') != std::string_view::npos &&
        std::ranges::count(decoded, ' ') > std::ranges::count(expected, ' ') &&
        WithoutSpaces(decoded) == WithoutSpaces(expected)) {
      ++report_.joined;
      return;
    }
    if (report_.misplaced.size() >= kMaxMisplaced) return;
    report_.misplaced.push_back({slice, decoded, std::string(expected)});
  }

  const Markup& markup_;
  PlaceReport report_;
  std::minstd_rand random_{20240229};
};

}  // namespace

std::vector<Passage> PassagesOf(const Markup& markup) {
  const std::vector<Passage> plain = PlainElements(markup);
  std::vector<Passage> passages;
  auto next = plain.begin();
  for (const TextSpan line : LinesOf(markup.text)) {
    while (next != plain.end() && next->text.end <= line.begin)
      ++next;
    const bool is_plain = next != plain.end() && next->text.Contains(line);
    passages.push_back(
        {line, is_plain ? next->writing : Writing::kRunningText});
  }
  return passages;
}

std::vector<Passage> PassagesOf(const Document& document) {
  const bool is_html = document.source().format() == SourceFile::Format::kHtml;
  std::vector<Passage> passages = PassagesOf(document.markup());
  for (Passage& passage : passages) {
    if (passage.text.empty() || passage.writing != Writing::kRunningText)
      continue;
    passage.writing = WritingOf(document, document.BlockAt(passage.text.begin));
    if (!is_html && passage.writing == Writing::kRunningText)
      passage.writing = Writing::kVerbatim;
  }
  return passages;
}

PlaceReport CheckPlaces(const Markup& markup,
                        const std::vector<Passage>& passages) {
  Checker checker(markup);
  for (const Passage& passage : passages)
    checker.Check(passage);
  PlaceReport report = std::move(checker).Take();
  if (markup.map.size() != markup.text.size())
    report.misplaced.push_back({{}, "(map and text differ in size)", ""});
  return report;
}

std::size_t MemoryBytes(const Markup& markup) {
  return markup.text.capacity() + markup.map.memory_bytes() +
         markup.elements.capacity() * sizeof(Element) +
         markup.attributes.capacity() * sizeof(Attribute) +
         markup.comments.capacity() * sizeof(Comment) +
         markup.raw_texts.capacity() * sizeof(RawText);
}

}  // namespace medlint::testing
