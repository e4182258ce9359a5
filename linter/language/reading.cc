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
// Sentences for which room is made at once.
constexpr std::size_t kShelfSize = 256;

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

// Whoever asks about a place asks several things.
BlockIndex Reading::BlockAt(Offset offset) const {
  const std::span<const Block> blocks = document_->blocks();
  if (last_block_ >= blocks.size() ||
      !blocks[last_block_].text.Contains(offset)) {
    last_block_ = document_->BlockAt(offset);
  }
  return last_block_;
}

const Reading::BlockReading& Reading::Read(BlockIndex block) const {
  BlockReading& reading = blocks_[block];
  if (!reading.split) {
    scratch_.clear();
    reading.may_quote = AppendSentences(
        document_->text(), document_->blocks()[block].text, *data_, scratch_);
    reading.sentences = Keep(scratch_);
    reading.sentence_count = static_cast<std::uint32_t>(scratch_.size());
    reading.split = true;
  }
  return reading;
}

const TextSpan* Reading::Keep(std::span<const TextSpan> sentences) const {
  if (shelves_.empty() ||
      shelves_.back().capacity() - shelves_.back().size() < sentences.size()) {
    shelves_.emplace_back().reserve(std::max(kShelfSize, sentences.size()));
  }
  std::vector<TextSpan>& shelf = shelves_.back();
  const std::size_t first = shelf.size();
  shelf.insert(shelf.end(), sentences.begin(), sentences.end());
  return shelf.data() + first;
}

std::span<const TextSpan> Reading::SentencesOf(BlockIndex block) const {
  const BlockReading& reading = Read(block);
  return {reading.sentences, reading.sentence_count};
}

TextSpan Reading::SentenceOf(BlockIndex block, Offset offset) const {
  const std::span<const TextSpan> sentences = SentencesOf(block);
  const auto after =
      std::ranges::upper_bound(sentences, offset, {}, &TextSpan::begin);
  // The space between two sentences goes with the first.
  if (after == sentences.begin()) return {offset, offset};
  return *(after - 1);
}

TextSpan Reading::SentenceAt(Offset offset) const {
  const BlockIndex block = BlockAt(offset);
  if (block == kNoBlock) return {offset, offset};
  return SentenceOf(block, offset);
}

std::optional<TextSpan> Reading::InheritedCue(BlockIndex block) const {
  const BlockIndex lead_in = document_->blocks()[block].lead_in;
  // Lead-ins come before what they lead into, so this ends.
  if (lead_in == kNoBlock || lead_in >= block) return std::nullopt;
  const std::span<const TextSpan> sentences = SentencesOf(lead_in);
  if (sentences.empty()) return std::nullopt;
  const std::optional<Scope>& open =
      NegationsOf(lead_in, sentences.back()).open;
  if (!open) return std::nullopt;
  return open->cue;
}

const Negations& Reading::NegationsOf(BlockIndex block,
                                      TextSpan sentence) const {
  // Most sentences deny nothing, which is quicker found out than looked up.
  // Where a lead-in counts, nothing is an answer too: lists nest deeply.
  const bool led_in = document_->blocks()[block].lead_in != kNoBlock &&
                      SentencesOf(block).front() == sentence;
  if (!led_in && !MayDeny(sentence, *hits_, *data_)) {
    static const Negations kNothing;
    return kNothing;
  }
  const auto known = negations_.find(sentence.begin);
  if (known != negations_.end()) return known->second;
  const std::optional<TextSpan> inherited =
      led_in ? InheritedCue(block) : std::nullopt;
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
  const BlockIndex block = BlockAt(word);
  if (block == kNoBlock) return std::nullopt;
  const TextSpan sentence = SentenceOf(block, word);
  if (sentence.empty()) return std::nullopt;
  return NegationsOf(block, sentence).Over(word);
}

bool Reading::OpensLikeQuestion(std::string_view heading) const {
  // "3. Does it hurt", "Turmeric: can it cure"
  while (!heading.empty() && !IsAsciiAlpha(heading[0])) {
    heading.remove_prefix(1);
  }
  if (Lists(data_->question_openers, FirstWord(heading))) return true;
  const std::size_t colon = heading.find(": ");
  if (colon == std::string_view::npos) return false;
  const std::string_view rest = SkipToWord(heading.substr(colon));
  return Lists(data_->question_openers, FirstWord(rest));
}

bool Reading::IsAnsweredYes(BlockIndex block, TextSpan question) const {
  const std::span<const TextSpan> sentences = SentencesOf(block);
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
  const BlockIndex block = BlockAt(sentence.begin);
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
  if (!Read(block).may_quote) {
    static const Quotations kNone;
    return kNone;
  }
  const auto known = quotations_.find(block);
  if (known != quotations_.end()) return known->second;
  return quotations_
      .emplace(block, FindQuotations(document_->text(),
                                     document_->blocks()[block].text,
                                     kLeastQuotedWords))
      .first->second;
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
  const BlockIndex block = BlockAt(span.begin);
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
