// SPDX-License-Identifier: Apache-2.0

#include "linter/language/reading.h"

#include <algorithm>
#include <string>

#include "linter/base/utf8.h"
#include "linter/language/sentences.h"
#include "linter/language/word.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

// Fewer words between quotation marks are a title, a term or irony.
constexpr int kLeastQuotedWords = 4;
// "Without a shadow of a doubt"; anything longer is no plain answer.
constexpr std::size_t kLongestAnswer = 48;

std::string_view SkipToWord(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && !IsWordByte(text, begin)) {
    ++begin;
  }
  return text.substr(begin);
}

// Returns the first word of "text", which begins with it.
std::string_view FirstWord(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !IsAsciiSpace(text[end]) && text[end] != ',' &&
         text[end] != ':') {
    ++end;
  }
  return text.substr(0, end);
}

// Returns the last character of "sentence" that is no closing mark.
char LastMark(std::string_view sentence) {
  constexpr std::string_view kClosing = ")]\"'";
  while (!sentence.empty()) {
    if (kClosing.find(sentence.back()) != std::string_view::npos) {
      sentence.remove_suffix(1);
    } else if (sentence.ends_with("\u201D") || sentence.ends_with("\u2019")) {
      sentence.remove_suffix(3);
    } else {
      return sentence.back();
    }
  }
  return '\0';
}

}  // namespace

Reading::Reading(const Document& document, const Hits& hits,
                 const LanguageData& data)
    : document_(&document),
      hits_(&hits),
      data_(&data),
      blocks_(document.blocks().size()) {}

const Reading::BlockReading& Reading::Read(BlockIndex block) const {
  BlockReading& reading = blocks_[block];
  if (!reading.split) {
    reading.sentences = SplitSentences(document_->text(),
                                       document_->blocks()[block].text, *data_);
    reading.split = true;
  }
  return reading;
}

std::span<const TextSpan> Reading::SentencesOf(BlockIndex block) const {
  return Read(block).sentences;
}

TextSpan Reading::SentenceAt(Offset offset) const {
  const BlockIndex block = document_->BlockAt(offset);
  if (block == kNoBlock) return {offset, offset};
  const std::vector<TextSpan>& sentences = Read(block).sentences;
  const auto after =
      std::ranges::upper_bound(sentences, offset, {}, &TextSpan::begin);
  // The space between two sentences goes with the first.
  if (after == sentences.begin()) return {offset, offset};
  return *(after - 1);
}

std::optional<TextSpan> Reading::InheritedCue(BlockIndex block) const {
  const BlockIndex lead_in = document_->blocks()[block].lead_in;
  // Lead-ins come before what they lead into, so this ends.
  if (lead_in == kNoBlock || lead_in >= block) return std::nullopt;
  const std::vector<TextSpan>& sentences = Read(lead_in).sentences;
  if (sentences.empty()) return std::nullopt;
  const std::optional<Scope>& open =
      NegationsOf(lead_in, sentences.back()).open;
  if (!open) return std::nullopt;
  return open->cue;
}

const Negations& Reading::NegationsOf(BlockIndex block,
                                      TextSpan sentence) const {
  const auto known = negations_.find(sentence.begin);
  if (known != negations_.end()) return known->second;
  const bool first = Read(block).sentences.front() == sentence;
  const std::optional<TextSpan> inherited =
      first ? InheritedCue(block) : std::nullopt;
  return negations_
      .emplace(sentence.begin, FindNegations(document_->text(), sentence,
                                             *hits_, *data_, inherited))
      .first->second;
}

std::optional<Reading::Scope> Reading::NegationOver(TextSpan span) const {
  const std::string_view text = document_->text();
  Offset word = span.begin;
  while (word < span.end && !IsWordByte(text, word)) {
    ++word;
  }
  if (word == span.end) word = span.begin;
  const TextSpan sentence = SentenceAt(word);
  if (sentence.empty()) return std::nullopt;
  return NegationsOf(document_->BlockAt(word), sentence).Over(word);
}

bool Reading::OpensLikeQuestion(std::string_view heading) const {
  // "3. Does it hurt", "Turmeric: can it cure"
  while (!heading.empty() && !IsAsciiAlpha(heading[0])) {
    heading.remove_prefix(1);
  }
  if (data_->question_openers.contains(ShortWord(FirstWord(heading)).view())) {
    return true;
  }
  const std::size_t colon = heading.find(": ");
  if (colon == std::string_view::npos) return false;
  const std::string_view rest = SkipToWord(heading.substr(colon));
  return data_->question_openers.contains(ShortWord(FirstWord(rest)).view());
}

bool Reading::IsAnsweredYes(BlockIndex block, TextSpan question) const {
  const std::vector<TextSpan>& sentences = Read(block).sentences;
  const auto next =
      std::ranges::upper_bound(sentences, question.begin, {}, &TextSpan::begin);
  if (next == sentences.end()) return false;
  const std::string_view answer = SkipToWord(document_->Slice(*next));
  const std::string folded =
      Fold(answer.substr(0, ValidUtf8Prefix(answer.substr(0, kLongestAnswer))));
  const std::size_t end = folded.find_first_of(",.!;:\"");
  // Dashes fold to "-".
  const std::size_t dash = folded.find(" -");
  std::string_view plain = folded;
  plain = plain.substr(0, std::min(end, dash));
  if (plain.size() == folded.size() && answer.size() > kLongestAnswer) {
    return false;
  }
  return data_->affirmative_answers.contains(plain);
}

bool Reading::IsQuestion(TextSpan sentence) const {
  const BlockIndex block = document_->BlockAt(sentence.begin);
  if (block == kNoBlock || sentence.empty()) return false;
  const std::string_view text = document_->Slice(sentence);
  char last = LastMark(text);
  if (last == '!' && text.find("?!") != std::string_view::npos) last = '?';
  const BlockKind kind = document_->blocks()[block].kind;
  const bool heading = kind == BlockKind::kHeading || kind == BlockKind::kTitle;
  if (last != '?') {
    return heading && last != '.' && last != '!' && OpensLikeQuestion(text);
  }
  return !IsAnsweredYes(block, sentence);
}

const Quotations& Reading::QuotationsOf(BlockIndex block) const {
  std::optional<Quotations>& quotations = blocks_[block].quotations;
  if (!quotations) {
    quotations = FindQuotations(
        document_->text(), document_->blocks()[block].text, kLeastQuotedWords);
  }
  return *quotations;
}

TextSpan Reading::BlockquoteAround(BlockIndex block) const {
  const std::vector<Element>& elements = document_->markup().elements;
  const Block& quote = document_->blocks()[block];
  for (ElementIndex at = quote.element; at != kNoElement;
       at = elements[at].parent) {
    if (elements[at].tag == Tag::k_blockquote) return elements[at].text;
  }
  return quote.text;
}

std::optional<TextSpan> Reading::QuotationOver(TextSpan span) const {
  const BlockIndex block = document_->BlockAt(span.begin);
  if (block == kNoBlock) return std::nullopt;
  if (const std::optional<TextSpan> quotation =
          QuotationsOf(block).Around(span)) {
    return quotation;
  }
  if (document_->blocks()[block].kind != BlockKind::kQuote) {
    return std::nullopt;
  }
  return BlockquoteAround(block);
}

}  // namespace medlint
