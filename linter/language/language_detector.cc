// SPDX-License-Identifier: Apache-2.0

#include "linter/language/language_detector.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <utility>

#include "linter/base/eight_bytes.h"
#include "linter/base/utf8.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr std::size_t kMaxLanguages = 64;  // bits of a Word

// Fewer words, and fewer that speak for another language, tell nothing.
constexpr std::size_t kLeastWords = 20;
constexpr std::size_t kLeastVotes = 8;
// A main content of fewer words is none: a list of links, say.
constexpr std::size_t kLeastMain = 50;
// Votes in a hundred words.  Running text has 25 to 45 for its own language,
// and where languages share words, up to 10 for another; but a language that is
// not listed may share more, so if lang names one, more are asked for.
constexpr std::size_t kShare = 12;
constexpr std::size_t kShareAgainstUnlisted = 25;

constexpr std::string_view kScripts[] = {
    "latin",      "greek",   "cyrillic", "hebrew", "arabic",
    "devanagari", "bengali", "gujarati", "tamil",  "telugu",
    "thai",       "hangul",  "kana",     "han",
};
constexpr std::size_t kLatin = 0;
constexpr std::size_t kScriptCount = std::size(kScripts);

consteval std::size_t ScriptNamed(std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(kScripts, name) -
                                  std::begin(kScripts));
}
constexpr std::size_t kThai = ScriptNamed("thai");
constexpr std::size_t kKana = ScriptNamed("kana");
constexpr std::size_t kHan = ScriptNamed("han");

// Blocks of the Unicode Character Database (Blocks.txt), in order.
struct UnicodeBlock {
  char32_t first;
  char32_t last;
  std::size_t script;
};
constexpr UnicodeBlock kBlocks[] = {
    {0x0370, 0x03FF, ScriptNamed("greek")},
    {0x0400, 0x052F, ScriptNamed("cyrillic")},
    {0x0590, 0x05FF, ScriptNamed("hebrew")},
    {0x0600, 0x06FF, ScriptNamed("arabic")},
    {0x0750, 0x077F, ScriptNamed("arabic")},
    {0x0900, 0x097F, ScriptNamed("devanagari")},
    {0x0980, 0x09FF, ScriptNamed("bengali")},
    {0x0A80, 0x0AFF, ScriptNamed("gujarati")},
    {0x0B80, 0x0BFF, ScriptNamed("tamil")},
    {0x0C00, 0x0C7F, ScriptNamed("telugu")},
    {0x0E00, 0x0E7F, ScriptNamed("thai")},
    {0x1100, 0x11FF, ScriptNamed("hangul")},
    {0x1F00, 0x1FFF, ScriptNamed("greek")},
    {0x3040, 0x30FF, ScriptNamed("kana")},
    {0x3400, 0x4DBF, ScriptNamed("han")},
    {0x4E00, 0x9FFF, ScriptNamed("han")},
    {0xAC00, 0xD7AF, ScriptNamed("hangul")},
    {0xF900, 0xFAFF, ScriptNamed("han")},
};

std::size_t ScriptOf(char32_t c) {
  const auto* const block =
      std::ranges::lower_bound(kBlocks, c, {}, &UnicodeBlock::last);
  return block != std::end(kBlocks) && block->first <= c ? block->script
                                                         : kLatin;
}

// Letters of all scripts; all that is not ASCII counts as one.
std::uint64_t WordBytes(EightBytes bytes) {
  return bytes.Letters() | bytes.Wide();
}

constexpr std::uint64_t kAllBytes = 0x8080808080808080U;

// How many bytes there are before the first that says no.
std::size_t LengthOf(std::uint64_t answer) {
  return answer == kAllBytes ? EightBytes::kSize
                             : EightBytes::First(~answer & kAllBytes);
}

// REQUIRES: 0 < size <= 8
std::uint64_t FirstBytes(EightBytes bytes, std::size_t size) {
  return bytes.Number() & ~std::uint64_t{0} >> (64 - 8 * size);
}

EightBytes LoadAt(std::string_view text, std::size_t at) {
  return at + EightBytes::kSize <= text.size()
             ? EightBytes::Load(text.data() + at)
             : EightBytes::LoadPadded(text.substr(at));
}

// The language that the page says it is in, "" if it does not.
std::string LangOf(const Document& document) {
  const Property* const lang = document.FindProperty("html:lang");
  if (lang == nullptr) return "";
  const std::string_view tag = lang->value;
  const std::string subtag =
      ToAsciiLower(tag.substr(0, tag.find_first_of("-_")));
  // RFC 5646: undetermined, several, and none.
  if (subtag == "und" || subtag == "mul" || subtag == "zxx") return "";
  const bool is_language = (subtag.size() == 2 || subtag.size() == 3) &&
                           std::ranges::all_of(subtag, IsAsciiLower);
  return is_language ? subtag : "";
}

}  // namespace

struct LanguageDetector::Counts {
  std::size_t words = 0;
  std::array<std::size_t, kMaxLanguages> votes{};
  std::array<std::size_t, kScriptCount> of_script{};  // words

  bool IsFull() const { return words >= kSample; }

  // Counts a word by its script.  Where none are told apart by spaces, two
  // characters are one.
  void AddLetters(std::string_view word) {
    const std::size_t script = ScriptOf(DecodeUtf8(word, 0).value);
    if (script != kThai && script != kKana && script != kHan) {
      ++of_script[script];
      return;
    }
    std::array<std::size_t, kScriptCount> letters{};
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint c = DecodeUtf8(word, at);
      ++letters[ScriptOf(c.value)];
      at += c.size;
    }
    --words;
    for (std::size_t i = 0; i < kScriptCount; ++i) {
      of_script[i] += (letters[i] + 1) / 2;
      words += (letters[i] + 1) / 2;
    }
  }

  // Japanese is written in Han characters, too, and Chinese without kana.
  void JoinHanAndKana() {
    const bool is_japanese = of_script[kKana] * 10 >= of_script[kHan];
    const std::size_t all = of_script[kKana] + of_script[kHan];
    of_script[kKana] = is_japanese ? all : 0;
    of_script[kHan] = is_japanese ? 0 : all;
  }
};

void LanguageDetector::Read(TableReader& table) {
  Language language;
  language.id = table.String("id");
  language.name = table.String("name");
  const std::string script = table.ChoiceOr("script", "latin", kScripts);
  language.script = static_cast<std::size_t>(
      std::ranges::find(kScripts, script) - std::begin(kScripts));
  const std::string words = table.StringOr("words", "");
  table.Finish();
  if (IndexOf(language.id) != languages_.size()) {
    table.Reject("id", "the language `" + language.id + "` is defined twice");
    return;
  }
  if (languages_.size() == kMaxLanguages) {
    table.RejectAt(table.place(), "there can be no more than 64 languages");
    return;
  }
  languages_.reserve(kMaxLanguages);
  const std::uint64_t bit = std::uint64_t{1} << languages_.size();
  languages_.push_back(std::move(language));
  for (std::size_t at = 0; at < words.size();) {
    const EightBytes bytes = LoadAt(words, at);
    const std::uint64_t letters = WordBytes(bytes);
    if (letters == kAllBytes) {
      const std::string_view word = std::string_view(words).substr(
          at, words.find_first_of(" \n", at) - at);
      if (word.size() > EightBytes::kSize) {
        table.Reject("words", "the word `" + std::string(word) +
                                  "` has more than 8 bytes");
      }
    }
    const std::size_t size = LengthOf(letters);
    if (size > 0) AddWord(FirstBytes(bytes, size), bit);
    at += std::max(size, std::size_t{1});
  }
}

void LanguageDetector::AddWord(std::uint64_t bytes, std::uint64_t languages) {
  constexpr std::size_t kFirstSize = 2048;
  if (words_.empty()) words_.resize(kFirstSize);
  if (2 * word_count_ >= words_.size()) {
    std::vector<Word> smaller(2 * words_.size());
    smaller.swap(words_);
    for (const Word& word : smaller)
      if (word.bytes != 0) words_[PlaceOf(word.bytes)] = word;
  }
  Word& word = words_[PlaceOf(bytes)];
  if (word.bytes == 0) ++word_count_;
  word.bytes = bytes;
  word.languages |= languages;
}

std::size_t LanguageDetector::PlaceOf(std::uint64_t bytes) const {
  // Fibonacci hashing (Knuth, "The Art of Computer Programming", 6.4).
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;
  const std::size_t mask = words_.size() - 1;
  std::size_t place = (bytes * kGolden) >> 40U & mask;
  while (words_[place].bytes != 0 && words_[place].bytes != bytes)
    place = (place + 1) & mask;
  return place;
}

void LanguageDetector::Count(std::string_view text, Counts& counts) const {
  std::size_t at = 0;
  while (at < text.size() && !counts.IsFull()) {
    const EightBytes bytes = LoadAt(text, at);
    const std::uint64_t letters = WordBytes(bytes);
    if ((letters & 0x80U) == 0) {
      at += letters == 0 ? EightBytes::kSize : EightBytes::First(letters);
      continue;
    }
    std::size_t size = LengthOf(letters);
    std::uint64_t word = FirstBytes(bytes, size);
    const std::size_t begin = at;
    at += size;
    while (size == EightBytes::kSize && at < text.size()) {
      size = LengthOf(WordBytes(LoadAt(text, at)));
      at += size;
      if (size > 0) word = 0;  // longer than any that is listed
    }
    ++counts.words;
    // Latin letters begin with bytes up to CD, and E1 for those of Vietnamese.
    if (static_cast<unsigned char>(text[begin]) >= 0xCE) {
      counts.AddLetters(text.substr(begin, at - begin));
    }
    if (word == 0) continue;
    for (std::uint64_t in = words_[PlaceOf(word)].languages; in != 0;
         in &= in - 1) {
      ++counts.votes[static_cast<std::size_t>(std::countr_zero(in))];
    }
  }
}

void LanguageDetector::CountBlocks(const Document& document,
                                   const FoldedText& folded, bool in_main,
                                   Counts& counts) const {
  for (const Block& block : document.blocks()) {
    if (block.text.begin >= document.reading_end() || counts.IsFull()) return;
    if (block.zone == Zone::kHidden || block.kind == BlockKind::kCode) continue;
    if (document.main().Contains(block.text) != in_main) continue;
    Count(folded.FromText(block.text).In(folded.text()), counts);
  }
}

std::string LanguageDetector::Detect(const Document& document,
                                     const FoldedText& folded,
                                     std::string_view fallback) const {
  std::string claimed = LangOf(document);
  if (claimed.empty()) claimed = fallback;
  if (languages_.empty()) return claimed;

  Counts counts;
  CountBlocks(document, folded, true, counts);
  if (counts.words < kLeastMain) CountBlocks(document, folded, false, counts);
  if (counts.words < kLeastWords) return claimed;
  counts.JoinHanAndKana();

  // A word in a script of few languages says as much as a function word, and
  // every word is in one.
  const auto votes_of = [&](std::size_t i) {
    const std::size_t script = languages_[i].script;
    const std::size_t letters = script == kLatin ? 0 : counts.of_script[script];
    return counts.votes[i] + letters * 2 / 5;
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < languages_.size(); ++i)
    if (votes_of(i) > votes_of(best)) best = i;

  const std::size_t first = IndexOf(claimed);
  const bool is_listed = first != languages_.size();
  if (is_listed && languages_[best].script != kLatin &&
      languages_[best].script == languages_[first].script) {
    return claimed;
  }
  const std::size_t votes = votes_of(best);
  const std::size_t share = is_listed ? kShare : kShareAgainstUnlisted;
  const bool is_clear = votes >= kLeastVotes &&
                        votes * 100 >= share * counts.words &&
                        (!is_listed || votes >= 2 * votes_of(first));
  return is_clear ? languages_[best].id : claimed;
}

std::string_view LanguageDetector::NameOf(std::string_view id) const {
  const std::size_t i = IndexOf(id);
  return i == languages_.size() ? std::string_view() : languages_[i].name;
}

std::size_t LanguageDetector::IndexOf(std::string_view id) const {
  const auto it = std::ranges::find(languages_, id, &Language::id);
  return static_cast<std::size_t>(it - languages_.begin());
}

}  // namespace medlint
