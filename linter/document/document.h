// SPDX-License-Identifier: Apache-2.0
//
// A Document is what a page says, without how it is written down: its text in
// reading order, divided into sections and blocks, and what stands around it
// (metadata, links, hidden text, comments).
//
// text() is the readable text of the whole page in order (title first, where
// it stands in the source), then the texts a reader does not see in place, one
// block each: attribute values, <meta> contents, JSON-LD strings, URLs,
// comments.  Blocks are separated by '\n' and hold none, and no line is empty:
// block i is line i of text().  All TextSpans are ranges of it, and
// ToClean() leads from each to the source.
//
// What "decoded" means, for the source slice of any span: in running text, tags
// and comments removed, character references decoded, runs of HTML white space
// one space; in attribute and meta values, references decoded and white space
// likewise; in JSON-LD, the escapes of JSON strings decoded; in URLs and
// comments, as in attributes.  Plain text: white space only.
//
// A Document is immutable and holds no pointers into a parser: strings and
// flat arrays that refer to each other by index.  Any number of threads may
// read it.

#ifndef LINTER_DOCUMENT_DOCUMENT_H_
#define LINTER_DOCUMENT_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/base/result.h"
#include "linter/document/article_hints.h"
#include "linter/document/markup.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"
#include "linter/text/template_tags.h"

namespace medlint {

// Indices into the arrays of one Document.
using SectionIndex = std::uint32_t;
using BlockIndex = std::uint32_t;
inline constexpr BlockIndex kNoBlock = std::numeric_limits<BlockIndex>::max();

enum class BlockKind : std::uint8_t {
  kTitle,      // <title>
  kHeading,    // <h1>..<h6>, or a short paragraph that is one bold run
  kParagraph,  // any other run of text
  kListItem,   // <li>, <dd>, or a bulleted line of plain text
  kTerm,       // <dt>
  kTableCell,
  kCaption,  // <figcaption>, <caption>
  kQuote,    // in <blockquote>
  kCode,     // <pre>
  // Not seen in place:
  kAttribute,  // alt, title, aria-label, placeholder
  kMeta,       // content of <meta>, href of <link rel=canonical>
  kJsonLd,     // a string of JSON-LD
  kUrl,        // href or src
  kComment,
};

// Where on the page a block stands.  A rule names the zones it looks at.
enum class Zone : std::uint8_t {
  kTitle,        // <title>, <h1>, og:title, twitter:title, JSON-LD headline
  kHeading,      // h2..h6 of the main content, and blocks that act as headings
  kSummary,      // key takeaways, and the first paragraph of the main content
  kMain,         // the rest of the main content
  kQuote,        // <blockquote> in the main content
  kAttribute,    //
  kMeta,         // descriptions, keywords, OpenGraph
  kJsonLd,       //
  kUrl,          //
  kComment,      //
  kHidden,       // in the source but not on the screen
  kBoilerplate,  // navigation, header, footer, related links, forms
};

std::string_view ZoneName(Zone zone);            // "main"
std::string_view BlockKindName(BlockKind kind);  // "list-item"

// A run of text that reads as one unit.  Blocks do not overlap, are not empty
// and are in order of text.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Zone zone = Zone::kMain;
  std::uint8_t heading_level = 0;     // 1..6 for headings
  std::uint8_t list_depth = 0;        // 1.. for list items
  ElementIndex element = kNoElement;  // innermost block element; if any
  SectionIndex section = 0;
  TextSpan text;

  // "Chiropractors – Regular massage ...": the label, without the dash; else
  // empty.  Also "Label: statement" when the label is a bold run.
  TextSpan label;

  // For list items: the paragraph (or heading) that introduces the list, "Avoid
  // massage if you have:"; else kNoBlock.  Items of a nested list: the item
  // that holds it.
  BlockIndex lead_in = kNoBlock;

  // For kAttribute, kMeta, kJsonLd, kUrl: the property that it is the value of
  // (index into properties()), else no meaning.
  std::uint32_t property = 0;
};

// A heading and what follows it, up to the next heading of the same or a
// higher level.  Section 0 is the whole page and has no heading.  Sections are
// ranges of the reading text; Block::section of a text not seen in place is the
// section that it stands in.  See sections.h for boilerplate.
struct Section {
  int level = 0;  // 0 for the page, 1 for <h1>, ...
  SectionIndex parent = 0;
  BlockIndex heading = kNoBlock;  // kNoBlock for section 0
  BlockIndex first_block = 0;     // the heading, or the first block of the page
  BlockIndex end_block = 0;       // one past the last; includes subsections
};

// <a href>, and <link> of the kinds that matter.
struct Link {
  ElementIndex element = kNoElement;
  TextSpan text;              // the anchor text; may be empty
  BlockIndex url = kNoBlock;  // the href, decoded; kNoBlock if it is empty
  std::string href;           // the same, as a string
  std::string host;  // lower case, without "www." and port; "" if relative
  std::string rel;   // lower case, as written
  Zone zone = Zone::kMain;  // where the link stands
};

// A fact about the page that is not part of its running text.
struct Property {
  // "title"; "html:lang"; "meta:description", "meta:og:title" (name or property
  // in lower case); "link:canonical"; "jsonld:author.name" (path within its
  // node, arrays flattened); "attribute:alt"; "time" (datetime of <time>).
  std::string name;
  std::string value;            // decoded
  CleanSpan source;             // of the value
  BlockIndex block = kNoBlock;  // its text, unless the value is empty
  ElementIndex element = kNoElement;
  // JSON-LD: which node of which script, counted from 0 over the page; nodes of
  // @graph count each.  The types of a node are its "jsonld:@type" properties.
  int node = -1;
};

enum class HidingTechnique : std::uint8_t {
  kDisplayNone,
  kVisibilityHidden,
  kHiddenAttribute,
  kZeroFont,
  kZeroSize,     // width/height/max-height 0 with overflow hidden
  kOffScreen,    // text-indent or position far outside
  kTransparent,  // opacity 0, color transparent
  kSameColor,    // text colour is the background colour
  kClipped,      // clip: rect(0,0,0,0), clip-path
  kNoscript,
};

std::string_view HidingTechniqueName(HidingTechnique technique);

// Text that is in the source and not on the screen.  Legitimate ways to hide
// (details, tab panels, skip links, short screen-reader text, noscript images,
// dialogs, menus) are marked as such.
struct HiddenText {
  ElementIndex element = kNoElement;  // the outermost one that hides
  HidingTechnique technique = HidingTechnique::kDisplayNone;
  bool legitimate = false;
  TextSpan text;       // may span several blocks
  CleanSpan evidence;  // the declaration or attribute that hides it
};

// Broken JSON-LD, a stale encoding label: something a rule can report.
struct DocumentProblem {
  enum class Kind : std::uint8_t { kBrokenJsonLd, kStaleEncodingLabel };
  Kind kind = Kind::kBrokenJsonLd;
  CleanSpan where;
  std::string what;
};

class Document {
 public:
  class Builder;  // document_builder.h

  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  Document(Document&&) noexcept = default;
  Document& operator=(Document&&) noexcept = default;
  ~Document() = default;

  const SourceFile& source() const MEDLINT_LIFETIME_BOUND { return *source_; }
  const std::shared_ptr<const SourceFile>& source_ptr() const
      MEDLINT_LIFETIME_BOUND {
    return source_;
  }
  const Markup& markup() const MEDLINT_LIFETIME_BOUND { return markup_; }

  std::string_view text() const MEDLINT_LIFETIME_BOUND { return markup_.text; }
  std::string_view Slice(TextSpan span) const MEDLINT_LIFETIME_BOUND {
    return span.In(text());
  }

  // Where the running text ends and the texts not seen in place begin.
  Offset reading_end() const { return reading_end_; }

  // The main content: from the first to the last of its blocks.  Empty if the
  // page has none.
  TextSpan main() const { return main_; }
  // The same in the source: from the first start tag to the last end tag.
  CleanSpan main_source() const { return main_source_; }
  // The first h1 of the main content, else of the page, else kNoBlock.
  BlockIndex headline() const { return headline_; }

  // Each in increasing order of text, links in order of source.
  std::span<const Section> sections() const { return sections_; }
  std::span<const Block> blocks() const { return blocks_; }
  std::span<const Link> links() const { return links_; }
  std::span<const Property> properties() const { return properties_; }
  std::span<const HiddenText> hidden() const { return hidden_; }
  std::span<const DocumentProblem> problems() const { return problems_; }

  // What the hints that it was read with have found, by hint and then in order
  // of elements.
  std::span<const HintMatch> hinted() const { return hinted_; }

  // The tags of a template language, which are no part of the text.
  std::span<const CleanSpan> template_tags() const { return template_tags_; }

  // Returns the block that holds "offset", or kNoBlock.  Binary search.
  BlockIndex BlockAt(Offset offset) const;

  // Returns the first property called "name", or null.
  const Property* FindProperty(std::string_view name) const;

  // Returns the link whose text holds "offset", or null.  Binary search.
  const Link* LinkAt(Offset offset) const;

  // Returns where "span" was written in source().clean().
  CleanSpan ToClean(TextSpan span) const { return markup_.map.Map(span); }

  // The place of a finding about the page as a whole: h1, else <title>, else
  // the start tag of the main element, else the first byte.
  CleanSpan DocumentAnchor() const;

  // Heap bytes held, source file apart.
  std::size_t memory_bytes() const;

 private:
  Document() = default;

  std::shared_ptr<const SourceFile> source_;
  Markup markup_;
  Offset reading_end_ = 0;
  TextSpan main_;
  CleanSpan main_source_;
  BlockIndex headline_ = kNoBlock;
  std::vector<Section> sections_;
  std::vector<Block> blocks_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> links_with_text_;  // indices into links_
  std::vector<Property> properties_;
  std::vector<HiddenText> hidden_;
  std::vector<DocumentProblem> problems_;
  std::vector<HintMatch> hinted_;
  std::vector<CleanSpan> template_tags_;
  // What was read, if there are any; markup_ refers to it.
  std::unique_ptr<const std::string> blanked_;
  CleanSpan anchor_;
};

struct ReadOptions {
  // Where things stand; null for nothing said.  Plain text has no elements, and
  // none are found there.
  const ArticleHints* hints = nullptr;
  // Whose tags are not text.
  Templates templates = Templates::kUnused;
};

// Reads a file of either format.  Fails only as ReadMarkup does.
Result<Document> ReadDocument(std::shared_ptr<const SourceFile> source,
                              const ReadOptions& options = {});

// Returns a readable outline for people and tests, "medlint outline": the
// encoding, metadata, sections, then one line per block with kind, zone, place
// and text, then links, hidden text and problems.
std::string Outline(const Document& document);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_DOCUMENT_H_
