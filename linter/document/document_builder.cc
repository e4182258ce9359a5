// SPDX-License-Identifier: Apache-2.0

#include "linter/document/document_builder.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

#include "linter/base/result.h"
#include "linter/document/blocks.h"
#include "linter/document/boilerplate.h"
#include "linter/document/content_weight.h"
#include "linter/document/document.h"
#include "linter/document/hidden_text.h"
#include "linter/document/html_reader.h"
#include "linter/document/links.h"
#include "linter/document/main_content.h"
#include "linter/document/markup.h"
#include "linter/document/metadata.h"
#include "linter/document/plain_text_reader.h"
#include "linter/document/sections.h"
#include "linter/document/unseen_text.h"
#include "linter/document/zones.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace medlint {

Document::Builder::Builder(std::shared_ptr<const SourceFile> source) {
  document_.source_ = std::move(source);
}

Document Document::Builder::FromMarkup(std::shared_ptr<const SourceFile> source,
                                       Markup markup) {
  Builder builder(std::move(source));
  Document& document = builder.document_;
  document.markup_ = std::move(markup);
  const Markup& read = document.markup_;
  document.reading_end_ = static_cast<Offset>(read.text.size());
  document.blocks_ = ReadBlocks(read);
  document.hidden_ = FindHiddenText(read);
  MainContent main;
  {
    const ContentWeight weight(read, document.blocks_);
    const Boilerplate boilerplate(read, document.blocks_, weight);
    main = ChooseMainContent(read, document.blocks_, boilerplate);
    SetZones(read, main, &boilerplate, document.hidden_, document.blocks_);
  }
  SetLeadIns(read, document.blocks_);
  builder.SetMain(main);
  builder.AddUnseen();
  builder.AddProblems();
  builder.SetAnchor(main.root);
  return std::move(builder.document_);
}

Document Document::Builder::FromPlainText(
    std::shared_ptr<const SourceFile> source) {
  Builder builder(std::move(source));
  Document& document = builder.document_;
  PlainText plain = ReadPlainText(*document.source_);
  document.markup_ = std::move(plain.markup);
  document.blocks_ = std::move(plain.blocks);
  document.reading_end_ = static_cast<Offset>(document.markup_.text.size());
  MainContent main;
  main.blocks = {0, static_cast<BlockIndex>(document.blocks_.size())};
  SetZones(document.markup_, main, nullptr, {}, document.blocks_);
  builder.SetMain(main);
  builder.SetAnchor(kNoElement);
  return std::move(builder.document_);
}

void Document::Builder::SetMain(const MainContent& main) {
  auto& blocks = document_.blocks_;
  document_.sections_ = BuildSections(main.blocks, blocks);
  if (!main.blocks.empty()) {
    document_.main_ = {blocks[main.blocks.begin].text.begin,
                       blocks[main.blocks.end - 1].text.end};
    document_.main_source_ = SourceOf(document_.markup_, blocks, main.blocks);
  }
  const auto first_title = [&](BlockRange range) {
    for (BlockIndex i = range.begin; i < range.end; ++i) {
      if (blocks[i].kind == BlockKind::kHeading &&
          blocks[i].zone == Zone::kTitle)
        return i;
    }
    return kNoBlock;
  };
  document_.headline_ = first_title(main.blocks);
  if (document_.headline_ == kNoBlock) {
    document_.headline_ =
        first_title({0, static_cast<BlockIndex>(blocks.size())});
  }
}

void Document::Builder::AddUnseen() {
  UnseenText unseen(document_.markup_, document_.blocks_,
                    document_.properties_);
  ReadMetadata(unseen, document_.problems_);
  document_.links_ = ReadLinks(unseen);
  for (std::uint32_t i = 0; i < document_.links_.size(); ++i) {
    if (!document_.links_[i].text.empty())
      document_.links_with_text_.push_back(i);
  }
}

void Document::Builder::AddProblems() {
  const SourceFile& source = *document_.source_;
  if (source.overruled_label().empty()) return;
  DocumentProblem problem;
  problem.kind = DocumentProblem::Kind::kStaleEncodingLabel;
  problem.what = "the page says it is in " + source.overruled_label() +
                 ", but its bytes are UTF-8";
  for (const Property& property : document_.properties_) {
    if (property.name == "meta:charset" ||
        property.name == "http-equiv:content-type") {
      problem.where = property.source;
      break;
    }
  }
  document_.problems_.insert(document_.problems_.begin(), problem);
}

void Document::Builder::SetAnchor(ElementIndex root) {
  const auto& blocks = document_.blocks_;
  const auto title = std::ranges::find(blocks, BlockKind::kTitle, &Block::kind);
  if (document_.headline_ != kNoBlock) {
    document_.anchor_ = document_.ToClean(blocks[document_.headline_].text);
  } else if (title != blocks.end()) {
    document_.anchor_ = document_.ToClean(title->text);
  } else if (root != kNoElement &&
             !document_.markup_.elements[root].start_tag.empty()) {
    document_.anchor_ = document_.markup_.elements[root].start_tag;
  } else if (!document_.source_->clean().empty()) {
    document_.anchor_ = {0, 1};
  }
}

Result<Document> ReadDocument(std::shared_ptr<const SourceFile> source) {
  if (source->format() == SourceFile::Format::kPlainText)
    return Document::Builder::FromPlainText(std::move(source));
  Result<Markup> markup = ReadMarkup(*source);
  if (!markup) return std::move(markup).error();
  return Document::Builder::FromMarkup(std::move(source), *std::move(markup));
}

}  // namespace medlint
