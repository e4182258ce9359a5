// SPDX-License-Identifier: Apache-2.0

#include "linter/language/reading.h"

#include <algorithm>
#include <string>

#include "linter/base/utf8.h"
#include "linter/language/clause_scanner.h"
#include "linter/language/myth.h"
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

constexpr std::uint32_t BitOf(CueFamily family) {
  return 1U << static_cast<unsigned>(family);
}

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

BlockIndex Reading::HeirOf(CueFamily family, BlockIndex block) const {
  const Block& heir = document_->blocks()[block];
  // Lead-ins come before what they lead into, so this ends.
  if (heir.lead_in != kNoBlock && heir.lead_in < block) return heir.lead_in;
  // A heading speaks for its whole section, but "Does not cure" in a heading
  // says nothing of the sentences under it.
  if (family != CueFamily::kDoubt && family != CueFamily::kMention) {
    return kNoBlock;
  }
  const BlockIndex heading = document_->sections()[heir.section].heading;
  return heading < block ? heading : kNoBlock;
}

std::optional<TextSpan> Reading::InheritedCue(CueFamily family,
                                              BlockIndex block) const {
  const BlockIndex before = HeirOf(family, block);
  if (before == kNoBlock) return std::nullopt;
  const std::span<const TextSpan> sentences = SentencesOf(before);
  if (sentences.empty()) return std::nullopt;
  const std::optional<Scope>& open =
      ScopesOf(family, before, sentences.back()).open;
  if (!open) return std::nullopt;
  return open->cue;
}

const CueScopes& Reading::ScopesOf(CueFamily family, BlockIndex block,
                                   TextSpan sentence) const {
  // Most sentences have no cue, which is quicker found out than looked up.
  // Where a lead-in counts, nothing is an answer too: lists nest deeply.
  const bool led_in = HeirOf(family, block) != kNoBlock &&
                      SentencesOf(block).front() == sentence;
  if (!led_in && (FamiliesIn(sentence) & BitOf(family)) == 0) {
    static const CueScopes kNothing;
    return kNothing;
  }
  const std::pair key(family, sentence.begin);
  const auto known = scopes_.find(key);
  if (known != scopes_.end()) return known->second;
  const std::optional<TextSpan> inherited =
      led_in ? InheritedCue(family, block) : std::nullopt;
  return scopes_
      .emplace(key, FindScopes(document_->text(), sentence, *hits_, *data_,
                               data_->CuesOf(family), inherited))
      .first->second;
}

void Reading::GatherCues() const {
  cues_.emplace();
  for (std::size_t i = 0; i < kCueFamilies; ++i) {
    const CueSet& set = data_->cues[i];
    for (const PatternId lexicon :
         {set.before, set.phrase, set.after, set.anywhere}) {
      for (const Hit& hit : hits_->Of(lexicon))
        cues_->push_back({hit.where, 1U << i});
    }
  }
  std::ranges::sort(*cues_, {}, [](const CuePlace& cue) {
    return std::pair(cue.where.begin, cue.where.end);
  });
}

std::uint32_t Reading::FamiliesIn(TextSpan sentence) const {
  if (sentence == last_sentence_) return last_families_;
  if (!cues_) GatherCues();
  std::uint32_t families = 0;
  auto cue = std::ranges::lower_bound(
      *cues_, sentence.begin, {},
      [](const CuePlace& place) { return place.where.begin; });
  for (; cue != cues_->end() && cue->where.begin < sentence.end; ++cue) {
    if (cue->where.end <= sentence.end) families |= cue->family;
  }
  last_sentence_ = sentence;
  last_families_ = families;
  return families;
}

bool Reading::BreaksClause(TextSpan gap) const {
  const std::string_view text = document_->text();
  const std::string_view between = gap.In(text);
  if (between.find_first_of(";:?!") != std::string_view::npos) return true;
  if (between.find(" - ") != std::string_view::npos ||
      between.find("\u2014") != std::string_view::npos ||
      between.find(" \u2013 ") != std::string_view::npos) {
    return true;
  }
  const CueSet& negation = data_->CuesOf(CueFamily::kNegation);
  if (!hits_->Within(negation.terminator, gap).empty()) return true;
  const ClauseScanner scanner(text, {gap.begin, SentenceAt(gap.begin).end},
                              data_->clause);
  bool joined = false;
  for (auto word = scanner.WordAfter(gap.begin); word;
       word = scanner.WordAfter(word->where.end)) {
    // What comes behind the gap may begin a clause, too.
    if ((joined || word->comma) && scanner.ClauseBeginsAt(*word)) return true;
    if (word->where.begin >= gap.end) break;
    if (scanner.Is(*word, data_->clause.auxiliaries) ||
        scanner.Is(*word, data_->clause.relatives)) {
      return true;
    }
    joined = scanner.Is(*word, data_->clause.coordinators);
  }
  return false;
}

const ClauseWords& Reading::clause_words() const {
  return data_->clause;
}

std::optional<Reading::Scope> Reading::ScopeOver(CueFamily family,
                                                 TextSpan span) const {
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
  return ScopesOf(family, block, sentence).Over(word);
}

const CueScopes& Reading::ScopesIn(CueFamily family, TextSpan sentence) const {
  const BlockIndex block = BlockAt(sentence.begin);
  static const CueScopes kNothing;
  return block == kNoBlock ? kNothing : ScopesOf(family, block, sentence);
}

std::optional<TextSpan> Reading::CueIn(CueFamily family,
                                       TextSpan sentence) const {
  if ((FamiliesIn(sentence) & BitOf(family)) == 0) return std::nullopt;
  const CueSet& cues = data_->CuesOf(family);
  std::optional<TextSpan> first;
  for (const PatternId lexicon :
       {cues.before, cues.phrase, cues.after, cues.anywhere}) {
    const std::span<const Hit> hits = hits_->Within(lexicon, sentence);
    if (hits.empty()) continue;
    if (!first || hits.front().where < *first) first = hits.front().where;
  }
  return first;
}

TextSpan Reading::SentenceAfter(TextSpan sentence) const {
  const BlockIndex block = BlockAt(sentence.begin);
  if (block == kNoBlock) return {};
  const std::span<const TextSpan> sentences = SentencesOf(block);
  const auto next =
      std::ranges::upper_bound(sentences, sentence.begin, {}, &TextSpan::begin);
  if (next != sentences.end()) return *next;
  const std::span<const Block> blocks = document_->blocks();
  const BlockIndex after = block + 1;
  if (after >= blocks.size() ||
      blocks[after].text.begin >= document_->reading_end() ||
      blocks[after].section != blocks[block].section ||
      blocks[after].kind == BlockKind::kListItem) {
    return {};
  }
  const std::span<const TextSpan> following = SentencesOf(after);
  return following.empty() ? TextSpan() : following.front();
}

std::optional<TextSpan> Reading::RefutationOf(TextSpan sentence) const {
  const TextSpan next = SentenceAfter(sentence);
  if (next.empty()) return std::nullopt;
  const std::span<const Hit> hits =
      hits_->Within(data_->myth.refutations, next);
  if (hits.empty()) return std::nullopt;
  // Only marks may stand before it.
  const std::string_view text = document_->text();
  for (Offset at = next.begin; at < hits.front().where.begin; ++at) {
    if (IsWordByte(text, at)) return std::nullopt;
  }
  return hits.front().where;
}

std::optional<TextSpan> Reading::MythAround(TextSpan span) const {
  const BlockIndex block = BlockAt(span.begin);
  if (block == kNoBlock) return std::nullopt;
  return FindMyth(*document_, data_->myth, block, span, myth_labels_);
}

bool Reading::NamesMyth(TextSpan cue) const {
  const std::string_view text = document_->text();
  const ClauseScanner scanner(text, cue, data_->clause);
  for (auto word = scanner.WordAfter(cue.begin); word;
       word = scanner.WordAfter(word->where.end)) {
    if (scanner.Is(*word, data_->myth.names)) return true;
  }
  return false;
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
  const Markup& markup = document_->markup();
  const Block& quote = document_->blocks()[block];
  const ElementIndex around =
      markup.Closest(quote.element, [&](ElementIndex at) {
        return markup.elements[at].tag == Tag::k_blockquote;
      });
  return around == kNoElement ? quote.text : markup.elements[around].text;
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
