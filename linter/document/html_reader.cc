// SPDX-License-Identifier: Apache-2.0

#include "linter/document/html_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#include "linter/base/error.h"
#include "linter/base/result.h"
#include "linter/base/utf8.h"
#include "linter/document/content_model.h"
#include "linter/document/fed_batch.h"
#include "linter/document/fed_names.h"
#include "linter/document/html_lexer.h"
#include "linter/document/markup.h"
#include "linter/document/markup_builder.h"
#include "linter/document/open_tags.h"
#include "linter/document/tags.h"
#include "linter/document/text_builder.h"
#include "linter/document/xml_ptr.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

// Limits that keep hostile pages linear.  An end tag costs a walk of the open
// elements, and libxml2 another if it closes nothing there.
constexpr std::size_t kMaxDepth = 256;
constexpr int kMaxStrayEnds = 5000;
constexpr std::size_t kMaxOwnWalk = 32;

bool IsWhiteSpace(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return IsAsciiSpace(c); });
}

#if LIBXML_VERSION >= 21200
void IgnoreError(void* /*reader*/, const xmlError* /*error*/) {}
#else
void IgnoreError(void* /*reader*/, xmlErrorPtr /*error*/) {}
#endif

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view source)
      : lexer_(source), builder_(source, markup_) {}

  // Returns false if libxml2 cannot be set up.
  bool Read();
  Markup TakeMarkup() && { return std::move(markup_); }

 private:
  using Event = FedBatch::Event;

  // How far the outer elements have come.
  enum class Stage : std::uint8_t { kNothing, kHtml, kHead, kAfterHead, kBody };

  // From the lexer.
  void Take(const HtmlToken& token);
  void TakeStart(const HtmlToken& token);
  void TakeEnd(const HtmlToken& token);
  bool TakeOuterStart(const HtmlToken& token);
  void MakeRoomFor(const HtmlToken& token, bool is_leaf);
  void EnterBody(const HtmlToken& token);

  // The part of the tree that is too deep for libxml2.
  bool TreeIsOurs() const { return own_depth_ > 0 || broken_; }
  void OpenOwn(const HtmlToken& token);
  void CloseOwn(const HtmlToken& token);

  // To libxml2.
  MarkupBuilder::AttributeRange AddAttributes() {
    return builder_.AddAttributes(lexer_.attributes());
  }
  void FeedStart(const HtmlToken& token);
  void FeedEnd(const HtmlToken& token, std::size_t closed);
  void EndParagraph(const HtmlToken& cause);
  void Flush();
  void Finish();

  // From libxml2.
  static void OnStart(void* reader, const xmlChar* name,
                      const xmlChar** attributes) noexcept;
  static void OnEnd(void* reader, const xmlChar* name) noexcept;
  void Start(std::string_view name);
  void End(std::string_view name);
  Event* AdvanceToCause();
  void OpenElement(const Event& start);
  void CloseElement(const Event& end);
  void Perform(const Event& event);

  Markup markup_;
  HtmlLexer lexer_;
  MarkupBuilder builder_;
  HtmlParserPtr parser_;

  FedBatch batch_;
  std::size_t fed_before_ = 0;  // bytes in all batches before it
  // The open elements: as libxml2 had them before the batch, changed by the
  // tags of the batch.  Known is what libxml2 cannot have changed since.
  OpenTags open_;

  Stage stage_ = Stage::kNothing;
  Tag head_holder_ = Tag::k_other;  // <noscript> or <template> in <head>
  int stray_ends_ = 0;              // end tags that closed nothing
  std::size_t own_depth_ = 0;       // innermost elements unknown to libxml2
  bool broken_ = false;             // libxml2 has stopped listening
};

bool HtmlReader::Read() {
  // Thread-safe, and needed before the first parser of the process.
  static const bool kInitialized = (xmlInitParser(), true);
  htmlSAXHandler handler = {};
  handler.startElement = OnStart;
  handler.endElement = OnEnd;
  handler.serror = IgnoreError;
  handler.initialized = XML_SAX2_MAGIC;
  parser_.reset(htmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr,
                                         XML_CHAR_ENCODING_NONE));
  if (!kInitialized || parser_ == nullptr) return false;
  htmlCtxtUseOptions(parser_.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                        HTML_PARSE_NOWARNING |
                                        HTML_PARSE_NODEFDTD);
  HtmlToken token;
  while (lexer_.Next(token)) {
    Take(token);
    if (batch_.IsFull()) Flush();
  }
  Finish();
  return true;
}

void HtmlReader::Take(const HtmlToken& token) {
  switch (token.kind) {
    case HtmlToken::Kind::kText:
      if (stage_ != Stage::kBody &&
          !IsWhiteSpace(token.content.In(markup_.source)) &&
          head_holder_ == Tag::k_other)
        EnterBody(token);
      batch_.Add(Event::Kind::kText, token);
      break;
    case HtmlToken::Kind::kCdata:
      batch_.Add(Event::Kind::kCdata, token);
      break;
    case HtmlToken::Kind::kComment:
      batch_.Add(Event::Kind::kComment, token);
      break;
    case HtmlToken::Kind::kStartTag:
      TakeStart(token);
      break;
    case HtmlToken::Kind::kEndTag:
      TakeEnd(token);
      break;
  }
}

void HtmlReader::TakeStart(const HtmlToken& token) {
  const bool is_leaf =
      ContentModelOf(token.tag) != ContentModel::kMarkup || token.self_closing;
  if (TakeOuterStart(token)) return;
  if (!TreeIsOurs()) MakeRoomFor(token, is_leaf);
  if (is_leaf) {
    batch_.Add(Event::Kind::kLeaf, token, AddAttributes());
    return;
  }
  if (open_.size() >= kMaxDepth) Flush();
  if (TreeIsOurs() || builder_.depth() >= kMaxDepth) {
    OpenOwn(token);
    return;
  }
  FeedStart(token);
}

// Takes <html>, <head> and <body>, the first of each.
bool HtmlReader::TakeOuterStart(const HtmlToken& token) {
  Stage stage = Stage::kNothing;
  switch (token.tag) {
    case Tag::k_html:
      stage = Stage::kHtml;
      break;
    case Tag::k_head:
      stage = Stage::kHead;
      break;
    case Tag::k_body:
      stage = Stage::kBody;
      break;
    default:
      return false;
  }
  if (stage_ >= stage || TreeIsOurs()) return true;
  if (stage_ == Stage::kHead) batch_.AddImplied("</head>", token);
  stage_ = stage;
  FeedStart(token);
  return true;
}

// Sees to it that the element stands in <head> or <body>, and not in a <p>
// that it ends.
void HtmlReader::MakeRoomFor(const HtmlToken& token, bool is_leaf) {
  if (EndsParagraph(token.tag)) EndParagraph(token);
  if (stage_ == Stage::kBody || head_holder_ != Tag::k_other) return;
  if (!IsHeadContent(token.tag) || (stage_ == Stage::kAfterHead && !is_leaf)) {
    EnterBody(token);
    return;
  }
  if (stage_ < Stage::kHead) {
    batch_.AddImplied("<head>", token);
    open_.ForgetAll();
    open_.Push(Tag::k_head);
    stage_ = Stage::kHead;
  }
  if (!is_leaf) head_holder_ = token.tag;
}

void HtmlReader::EnterBody(const HtmlToken& token) {
  if (stage_ == Stage::kHead) batch_.AddImplied("</head>", token);
  batch_.AddImplied("<body>", token);
  open_.ForgetAll();
  stage_ = Stage::kBody;
}

void HtmlReader::TakeEnd(const HtmlToken& token) {
  const Tag tag = token.tag;
  if (tag == Tag::k_html || tag == Tag::k_body) {
    batch_.Add(Event::Kind::kOuterEnd, token);
    return;
  }
  if (tag == Tag::k_br) batch_.Add(Event::Kind::kBreak, token);
  if (ContentModelOf(tag) != ContentModel::kMarkup) return;
  if (TreeIsOurs()) {
    CloseOwn(token);
    return;
  }
  if (tag == Tag::k_head && stage_ != Stage::kHead) return;
  if (stray_ends_ > kMaxStrayEnds) Flush();
  const std::size_t closed = open_.CountClosedBy(tag);
  if (closed == 0) {
    if (tag == Tag::k_p) batch_.Add(Event::Kind::kBlockEnd, token);
    return;
  }
  if (stray_ends_ > kMaxStrayEnds && closed > 1) return;
  if (tag == Tag::k_head) stage_ = Stage::kAfterHead;
  if (tag == Tag::k_head || tag == head_holder_) head_holder_ = Tag::k_other;
  FeedEnd(token, closed);
}

void HtmlReader::FeedStart(const HtmlToken& token) {
  std::optional<Tag> innermost;
  if (open_.known() > 0) innermost = open_.At(0);
  const bool plain = stage_ == Stage::kBody && head_holder_ == Tag::k_other &&
                     IsPlainStart(token.tag, innermost);
  batch_.AddStart(token, FedName(token.tag, token.name.In(markup_.source)),
                  AddAttributes(), plain);
  if (!plain) open_.ForgetAll();
  open_.Push(token.tag);
}

void HtmlReader::FeedEnd(const HtmlToken& token, std::size_t closed) {
  const std::string_view name =
      FedName(token.tag, token.name.In(markup_.source));
  if (closed == 1 && batch_.TakeBack(token, name)) {
    open_.Pop(1);
    return;
  }
  // Two elements without a tag of their own may have different names.
  if (closed > 1 || token.tag == Tag::k_other) open_.ForgetAll();
  // To libxml2 a <div> weighs more than the elements it does not know.
  for (std::size_t above = 0; above + 1 < closed; ++above) {
    if (open_.At(above) == Tag::k_div) batch_.AddImplied("</div>", token);
  }
  open_.Pop(closed);
  batch_.AddEnd(token, name);
}

void HtmlReader::EndParagraph(const HtmlToken& cause) {
  const std::size_t closed = open_.CountClosedBy(Tag::k_p);
  if (closed == 0) return;
  if (closed > 1) open_.ForgetAll();
  open_.Pop(closed);
  batch_.AddImplied("</p>", cause);
}

void HtmlReader::OpenOwn(const HtmlToken& token) {
  Flush();
  builder_.Open({.tag = token.tag,
                 .start_tag = token.span,
                 .cause = token.span,
                 .attributes = AddAttributes()});
  ++own_depth_;
}

void HtmlReader::CloseOwn(const HtmlToken& token) {
  Flush();
  const std::size_t limit = std::min(own_depth_, kMaxOwnWalk);
  for (std::size_t above = 0; above < limit; ++above) {
    if (!EndTagFits(token.tag, builder_.OpenTag(above))) continue;
    const Offset begin = token.span.begin;
    for (std::size_t i = 0; i < above; ++i)
      builder_.Close({begin, begin}, token.span);
    builder_.Close(token.span, token.span);
    own_depth_ -= above + 1;
    return;
  }
}

// Brings libxml2 and the builder up to where the lexer is.
void HtmlReader::Flush() {
  const std::string_view fed = batch_.WriteFed();
  if (!fed.empty() && !broken_) {
    htmlParseChunk(parser_.get(), fed.data(), static_cast<int>(fed.size()),
                   /*terminate=*/0);
    fed_before_ += fed.size();
    if (xmlByteConsumed(parser_.get()) != static_cast<long>(fed_before_)) {
      broken_ = true;
      ++markup_.unaligned;
    }
  }
  for (; batch_.front() != nullptr; batch_.PassFront())
    Perform(*batch_.front());
  const bool may_have_changed = batch_.HasFed();
  batch_.Clear();
  if (!may_have_changed) return;
  open_.Clear();
  for (std::size_t above = builder_.depth(); above > 0; --above)
    open_.Push(builder_.OpenTag(above - 1));
  open_.SetAllKnown();
}

void HtmlReader::Finish() {
  Flush();
  const auto end = static_cast<Offset>(markup_.source.size());
  const auto close = [&] { builder_.Close({end, end}, {end - 1, end}); };
  for (; own_depth_ > 0; --own_depth_)
    close();
  if (!broken_) htmlParseChunk(parser_.get(), "", 0, /*terminate=*/1);
  if (builder_.depth() > 0 && !broken_) ++markup_.unaligned;
  while (builder_.depth() > 0)
    close();
  markup_.elements.shrink_to_fit();
  markup_.attributes.shrink_to_fit();
  markup_.comments.shrink_to_fit();
}

void HtmlReader::OnStart(void* reader, const xmlChar* name,
                         const xmlChar** /*attributes*/) noexcept {
  static_cast<HtmlReader*>(reader)->Start(reinterpret_cast<const char*>(name));
}

void HtmlReader::OnEnd(void* reader, const xmlChar* name) noexcept {
  static_cast<HtmlReader*>(reader)->End(reinterpret_cast<const char*>(name));
}

// Lets everything take effect that stands before the tag libxml2 is at.
// Returns that tag, or null at the end of the file.
HtmlReader::Event* HtmlReader::AdvanceToCause() {
  const auto consumed =
      static_cast<std::size_t>(xmlByteConsumed(parser_.get())) - fed_before_;
  Event* event = batch_.front();
  for (; event != nullptr && (!event->is_fed || event->fed_end < consumed);
       event = batch_.front()) {
    Perform(*event);
    batch_.PassFront();
  }
  return event;
}

void HtmlReader::Start(std::string_view name) {
  Event* const cause = AdvanceToCause();
  if (cause == nullptr) {
    ++markup_.unaligned;
    return;
  }
  const CleanSpan place = cause->token.span;
  if (!cause->used && FedBatch::IsStartOf(*cause, name)) {
    cause->used = true;
    OpenElement(*cause);
    return;
  }
  builder_.Open({.tag = FindTag(name), .start_tag = {}, .cause = place});
}

void HtmlReader::End(std::string_view name) {
  Event* const cause = AdvanceToCause();
  if (builder_.depth() == 0) {
    ++markup_.unaligned;
    return;
  }
  if (cause == nullptr) {
    const auto end = static_cast<Offset>(markup_.source.size());
    builder_.Close({end, end}, {end - 1, end});
    return;
  }
  const CleanSpan place = cause->token.span;
  if (!cause->used && FedBatch::IsEndOf(*cause, name) &&
      EndTagFits(cause->token.tag, builder_.OpenTag(0))) {
    cause->used = true;
    CloseElement(*cause);
    return;
  }
  builder_.Close({place.begin, place.begin}, place);
}

void HtmlReader::OpenElement(const Event& start) {
  const CleanSpan place = start.token.span;
  if (start.token.stands_apart) builder_.AddSpace(place);
  builder_.Open({.tag = start.token.tag,
                 .start_tag = place,
                 .cause = place,
                 .attributes = start.attributes});
}

void HtmlReader::CloseElement(const Event& end) {
  const CleanSpan place = end.token.span;
  builder_.Close(place, place);
  if (end.token.stands_apart) builder_.AddSpace(place);
}

void HtmlReader::Perform(const Event& event) {
  using References = TextBuilder::References;
  switch (event.kind) {
    case Event::Kind::kText:
      builder_.AddText(event.token.content, References::kText);
      break;
    case Event::Kind::kCdata:
      builder_.AddText(event.token.content, References::kNone);
      break;
    case Event::Kind::kComment:
      builder_.AddComment(event.token.content);
      break;
    case Event::Kind::kLeaf:
      builder_.AddLeaf(event.token, event.attributes);
      break;
    case Event::Kind::kStart:
      if (!event.is_fed) {
        OpenElement(event);
      } else if (!event.used) {
        ++markup_.unaligned;
      }
      break;
    case Event::Kind::kOwnEnd:
      CloseElement(event);
      break;
    case Event::Kind::kEnd:
      stray_ends_ += event.used ? 0 : 1;
      break;
    case Event::Kind::kImplied:
      break;
    case Event::Kind::kBreak:
      builder_.AddLineBreak(event.token.span);
      break;
    case Event::Kind::kBlockEnd:
      builder_.EndBlock(event.token.span);
      break;
    case Event::Kind::kOuterEnd:
      builder_.SetEndTag(event.token.tag, event.token.span);
      break;
  }
}

}  // namespace

Result<Markup> ReadMarkup(const SourceFile& source) {
  return ReadMarkup(source, source.clean());
}

Result<Markup> ReadMarkup(const SourceFile& source, std::string_view clean) {
  HtmlReader reader(clean);
  if (!reader.Read()) {
    return Error(Error::Code::kUnreadable, source.name(),
                 "libxml2 could not be set up, memory is short");
  }
  return std::move(reader).TakeMarkup();
}

}  // namespace medlint
