// SPDX-License-Identifier: Apache-2.0

#include "linter/document/document_builder.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
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

Document::Builder::Builder(std::shared_ptr<const SourceFile> source,
                           Templates templates) {
  document_.source_ = std::move(source);
  const std::string_view text = document_.source_->clean();
  document_.template_tags_ = FindTemplateTags(text, templates);
  if (document_.template_tags_.empty()) return;
  document_.blanked_ = std::make_unique<const std::string>(
      BlankTemplateTags(text, document_.template_tags_));
}

std::string_view Document::Builder::clean() const {
  return document_.blanked_ ? std::string_view(*document_.blanked_)
                            : document_.source_->clean();
}

Result<Document> Document::Builder::FromMarkup(const ArticleHints* hints) && {
  Document& document = document_;
  Result<Markup> markup = ReadMarkup(*document.source_, clean());
  if (!markup) return std::move(markup).error();
  document.markup_ = *std::move(markup);
  const Markup& read = document.markup_;
  document.reading_end_ = static_cast<Offset>(read.text.size());
  document.blocks_ = ReadBlocks(read);
  document.hidden_ = FindHiddenText(read);
  if (hints != nullptr) document.hinted_ = FindHinted(read, *hints);
  const HintedParts hinted{
      .content = ElementsOf(HintField::kMain, document.hinted_),
      .frame = ElementsOf(HintField::kSkip, document.hinted_)};
  MainContent main;
  {
    const ContentWeight weight(read, document.blocks_);
    const Boilerplate boilerplate(read, document.blocks_, weight, hinted);
    main =
        ChooseMainContent(read, document.blocks_, boilerplate, hinted.content);
    SetZones(read, main, &boilerplate, document.hidden_, document.blocks_);
  }
  SetLeadIns(read, document.blocks_);
  SetMain(main);
  AddUnseen();
  AddProblems();
  SetAnchor(main.root);
  return std::move(document_);
}

Document Document::Builder::FromPlainText() && {
  Document& document = document_;
  PlainText plain = ReadPlainText(clean());
  document.markup_ = std::move(plain.markup);
  document.blocks_ = std::move(plain.blocks);
  document.reading_end_ = static_cast<Offset>(document.markup_.text.size());
  MainContent main;
  main.blocks = {0, static_cast<BlockIndex>(document.blocks_.size())};
  SetZones(document.markup_, main, nullptr, {}, document.blocks_);
  SetMain(main);
  SetAnchor(kNoElement);
  return std::move(document_);
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
  // Values that a template fills in leave JSON-LD with holes.
  if (!document_.template_tags_.empty()) document_.problems_.clear();
  document_.links_ = ReadLinks(unseen);
  AddHintedAttributes(unseen);
  for (std::uint32_t i = 0; i < document_.links_.size(); ++i) {
    if (!document_.links_[i].text.empty())
      document_.links_with_text_.push_back(i);
  }
}

// A value that is a text already (<meta content>) is not made one again.
void Document::Builder::AddHintedAttributes(UnseenText& unseen) {
  for (HintMatch& match : document_.hinted_) {
    if (match.source.empty()) continue;
    const auto property =
        std::ranges::find_if(document_.properties_, [&](const Property& each) {
          return each.block != kNoBlock && each.source == match.source;
        });
    const BlockIndex block =
        property != document_.properties_.end()
            ? property->block
            : unseen.AddAttribute(
                  {.name = "hint:" + std::string(HintFieldName(match.field)),
                   .source = match.source,
                   .element = match.element});
    if (block != kNoBlock) match.text = document_.blocks_[block].text;
  }
  std::erase_if(document_.hinted_, [](const HintMatch& match) {
    return match.text.empty() && match.field != HintField::kSkip;
  });
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

Result<Document> ReadDocument(std::shared_ptr<const SourceFile> source,
                              const ReadOptions& options) {
  const bool is_html = source->format() == SourceFile::Format::kHtml;
  Document::Builder builder(std::move(source), options.templates);
  if (is_html) return std::move(builder).FromMarkup(options.hints);
  return std::move(builder).FromPlainText();
}

}  // namespace medlint
