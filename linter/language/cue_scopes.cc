// SPDX-License-Identifier: Apache-2.0

#include "linter/language/cue_scopes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "linter/base/utf8.h"
#include "linter/language/byte_set.h"
#include "linter/language/clause_scanner.h"
#include "linter/language/word.h"

namespace medlint {
namespace {

constexpr int kWordsInPhrase = 6;
constexpr int kWordsBack = 5;
// A stop, closing marks, spaces and opening marks.
constexpr Offset kLongestStop = 12;
// Within how many bytes a second dash makes the first one a parenthesis.
constexpr Offset kLongestParenthesis = 150;

using Word = ClauseScanner::Word;

struct Cue {
  enum class Type : std::uint8_t {
    kBefore,
    kPhrase,
    kAfter,
    kTerminator,
    kPseudo,
    kAffirmed,
  };
  Type type = Type::kBefore;
  std::uint8_t source = 0;  // which lexicon it is of
  TextSpan where;
  Offset limit = 0;           // where its reach ends at the latest
  bool holds_before = false;  // of kAfter: has a kBefore among its words

  bool ReachesClause() const {
    return type == Type::kBefore || (type == Type::kAfter && holds_before);
  }
};

// Pseudo and affirmed cues are there to overrule the others.
int Rank(Cue::Type type) {
  return type == Cue::Type::kPseudo || type == Cue::Type::kAffirmed ? 1 : 0;
}

// True if "a" is to be kept where "a" and "b" overlap: the longer one, but
// "not only" over "does not".
bool Overrules(const Cue& a, const Cue& b) {
  const bool nested = a.where.Contains(b.where) || b.where.Contains(a.where);
  if (!nested && Rank(a.type) != Rank(b.type)) {
    return Rank(a.type) > Rank(b.type);
  }
  return a.where.size() > b.where.size();
}

// Notes that "loser", which overlaps "winner", is left out.
void Absorb(const Cue& loser, Cue& winner) {
  if (winner.type == Cue::Type::kAfter && loser.type == Cue::Type::kBefore) {
    winner.holds_before = true;
  }
}

std::vector<Cue> CuesIn(TextSpan sentence, const Hits& hits,
                        const CueSet& cues) {
  struct Source {
    PatternId lexicon;
    Cue::Type type;
  };
  const std::array<Source, 6> sources = {{
      {cues.pseudo, Cue::Type::kPseudo},
      {cues.affirmed, Cue::Type::kAffirmed},
      {cues.before, Cue::Type::kBefore},
      {cues.phrase, Cue::Type::kPhrase},
      {cues.after, Cue::Type::kAfter},
      {cues.terminator, Cue::Type::kTerminator},
  }};
  std::vector<Cue> found;
  found.reserve(8);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (const Hit& hit : hits.Within(sources[i].lexicon, sentence)) {
      found.push_back({.type = sources[i].type,
                       .source = static_cast<std::uint8_t>(i),
                       .where = hit.where});
    }
  }
  std::ranges::sort(found, [](const Cue& a, const Cue& b) {
    if (a.where.begin != b.where.begin) return a.where.begin < b.where.begin;
    if (a.where.end != b.where.end) return a.where.end > b.where.end;
    return a.source < b.source;
  });
  // Those that are kept move to the front.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Cue cue = found[i];
    bool keep = true;
    while (keep && kept > 0 && found[kept - 1].where.Overlaps(cue.where)) {
      Cue& last = found[kept - 1];
      keep = Overrules(cue, last);
      if (keep) {
        Absorb(last, cue);
        --kept;
      } else {
        Absorb(cue, last);
      }
    }
    if (keep) found[kept++] = cue;
  }
  found.resize(kept);
  return found;
}

class ScopeFinder {
 public:
  ScopeFinder(std::string_view text, TextSpan sentence,
              const LanguageData& data, std::vector<Cue> cues)
      : text_(text),
        sentence_(sentence),
        data_(data),
        scanner_(text, sentence, data.clause),
        cues_(std::move(cues)) {}

  CueScopes Find(std::optional<TextSpan> inherited) {
    FindContentEnd();
    FindLimits();
    if (inherited) AddInherited(*inherited);
    read_until_ = last_comma_ = sentence_.begin;
    BeginSegment(sentence_.begin, sentence_.begin);
    for (const Cue& cue : cues_) {
      ReadUntil(cue.where.begin);
      if (cue.type == Cue::Type::kAfter) AddBackward(cue);
      if (cue.ReachesClause() || cue.type == Cue::Type::kPhrase) {
        AddForward(cue);
      }
      if (cue.type == Cue::Type::kTerminator) {
        BeginSegment(cue.where.end, cue.where.begin);
      }
    }
    if (!open_ended_) found_.open.reset();
    return std::move(found_);
  }

 private:
  // What is known about a reach before its words are read.
  struct Reach {
    Offset begin = 0;
    Offset limit = 0;
    bool phrase = false;
    bool fronted = false;      // the next comma ends it
    bool verb_denied = false;  // a new finite verb ends it
    bool relative = false;     // in a relative clause: the main verb ends it
    // ... also one without auxiliary, where the cue denies a verb: "who do not
    // smoke".  "Who claim that" has its clause in the reach.
    bool verb_relative = false;
  };

  // What is open where a reach is being read.
  struct Asides {
    int brackets = 0;
    bool dash = false;
  };

  // The sentence without ":" or a dash at its end, and whether it is left open.
  void FindContentEnd() {
    content_end_ = sentence_.end;
    while (content_end_ > sentence_.begin &&
           !IsWordByte(text_, content_end_ - 1)) {
      --content_end_;
    }
    const std::string_view tail =
        text_.substr(content_end_, sentence_.end - content_end_);
    open_ended_ = tail.find_first_of(".!?;") == std::string_view::npos &&
                  tail.find("\u2026") == std::string_view::npos;
  }

  // For each cue, where its reach ends at the latest.
  void FindLimits() {
    Offset limit = sentence_.end;
    for (std::size_t i = cues_.size(); i-- > 0;) {
      Cue& cue = cues_[i];
      cue.limit = limit;
      if (cue.type == Cue::Type::kTerminator ||
          cue.type == Cue::Type::kAffirmed) {
        limit = cue.where.begin;
      } else if (cue.ReachesClause()) {
        limit = cue.where.end;
      }
    }
    first_limit_ = limit;
  }

  // Moves on to "offset", noting where the clause that holds it begins.
  void ReadUntil(Offset offset) {
    constexpr ByteSet kMarks(",;:-\xE2");
    for (; read_until_ < offset; ++read_until_) {
      read_until_ = kMarks.FindIn(text_, {read_until_, offset});
      if (read_until_ == offset) break;
      const char c = text_[read_until_];
      if (c == ',') last_comma_ = read_until_;
      const bool clause = c == ';' || c == ':' || DashAt(read_until_) > 0;
      if (clause && read_until_ >= segment_begin_) {
        BeginSegment(read_until_ + 1, read_until_ + 1);
      }
    }
  }

  void BeginSegment(Offset begin, Offset first_word) {
    segment_begin_ = begin;
    segment_first_word_ = first_word;
    fronted_.reset();
  }

  // True if the clause that is being read opens with a subordinator.
  bool IsFronted() {
    if (!fronted_) {
      fronted_ = IsFronting(segment_first_word_) || IsFronting(segment_begin_);
    }
    return *fronted_;
  }

  bool IsFronting(Offset at) const {
    std::optional<Word> word = scanner_.WordAfter(at);
    // "And if ..."
    if (word && scanner_.Is(*word, data_.clause.coordinators) &&
        !scanner_.Is(*word, data_.clause.fronting)) {
      word = scanner_.WordAfter(word->where.end);
    }
    return word && scanner_.Is(*word, data_.clause.fronting);
  }

  void AddInherited(TextSpan cue) {
    const Reach reach = {.begin = sentence_.begin, .limit = first_limit_};
    AddScope({cue, {reach.begin, EndOf(reach)}}, found_.clauses);
  }

  void AddForward(const Cue& cue) {
    if (IsAnswer(cue)) return;
    Reach reach;
    reach.begin = cue.where.end;
    reach.limit = cue.limit;
    reach.phrase = cue.type == Cue::Type::kPhrase;
    reach.fronted =
        (last_comma_ <= segment_begin_ && IsFronted()) || IsContrast(cue);
    reach.verb_denied = DeniesVerb(cue);
    const bool in_subject = IsInSubject(cue);
    reach.relative = IsInRelativeClause(cue) || in_subject;
    reach.verb_relative = reach.relative && (in_subject || DeniesOneVerb(cue));
    AddScope({cue.where, {reach.begin, EndOf(reach)}},
             reach.phrase ? found_.phrases : found_.clauses);
  }

  void AddScope(CueScope scope, std::vector<CueScope>& scopes) {
    if (scope.reach.end >= content_end_) found_.open = scope;
    scopes.push_back(scope);
  }

  void AddBackward(const Cue& cue) {
    Offset begin = cue.where.begin;
    for (int i = 0; i < kWordsBack; ++i) {
      const std::optional<Word> word =
          scanner_.WordBefore(begin, segment_begin_);
      if (!word) break;
      begin = word->where.begin;
    }
    if (begin < cue.where.begin) {
      found_.backwards.push_back({cue.where, {begin, cue.where.begin}});
    }
  }

  // "No, it relieves pain": nothing before it, punctuation after it.
  bool IsAnswer(const Cue& cue) const {
    const bool first = !scanner_.WordBefore(cue.where.begin, segment_begin_);
    return first && cue.where.end < sentence_.end &&
           std::string_view(",.!").find(text_[cue.where.end]) !=
               std::string_view::npos;
  }

  // True if the cue denies a verb or an object, rather than a subject or with
  // an adverb: "does not", "can't", "has no", but neither "no tea" nor "never".
  bool DeniesVerb(const Cue& cue) const {
    const std::optional<Word> own = scanner_.WordAfter(cue.where.begin);
    if (own && scanner_.Is(*own, data_.clause.auxiliaries)) return true;
    const std::optional<Word> before =
        scanner_.WordBefore(cue.where.begin, segment_begin_);
    if (!before) return false;
    if (scanner_.Is(*before, data_.clause.auxiliaries)) return true;
    const std::string_view form = before->where.In(text_);
    return form.size() > 3 && form.ends_with('s') &&
           before->where.end + 1 == cue.where.begin;
  }

  // "do not", "couldn't", "never"
  bool DeniesOneVerb(const Cue& cue) const {
    const std::optional<Word> own = scanner_.WordAfter(cue.where.begin);
    return own && (scanner_.Is(*own, data_.clause.auxiliaries) ||
                   scanner_.Is(*own, data_.clause.contrasts));
  }

  // "rest, [not] surgery, helps"
  bool IsContrast(const Cue& cue) const {
    const std::optional<Word> word = scanner_.WordAfter(cue.where.begin);
    return word && scanner_.Is(*word, data_.clause.contrasts) &&
           cue.where.begin >= sentence_.begin + 2 &&
           text_[cue.where.begin - 2] == ',';
  }

  // "who do [not] like pills", "that [never] fails"
  bool IsInRelativeClause(const Cue& cue) const {
    const std::optional<Word> own = scanner_.WordAfter(cue.where.begin);
    if (own && scanner_.Is(*own, data_.clause.nobodies)) return false;
    std::optional<Word> before =
        scanner_.WordBefore(cue.where.begin, segment_begin_);
    if (before && scanner_.Is(*before, data_.clause.auxiliaries)) {
      before = scanner_.WordBefore(before->where.begin, segment_begin_);
    }
    return before && scanner_.Is(*before, data_.clause.relatives);
  }

  // "[Not] drinking enough leads to ...", "[Failing to] floss lets ...": what
  // is denied is the subject, and the verb asserts.
  bool IsInSubject(const Cue& cue) const {
    if (scanner_.WordBefore(cue.where.begin, segment_begin_)) return false;
    const std::optional<Word> own = scanner_.WordAfter(cue.where.begin);
    const std::optional<Word> next = scanner_.WordAfter(cue.where.end);
    const auto is_gerund = [this](const std::optional<Word>& word) {
      if (!word) return false;
      const std::string_view form = word->where.In(text_);
      return form.ends_with("ing") && !form.ends_with("thing");
    };
    if (own && scanner_.Is(*own, data_.clause.nobodies)) return false;
    return is_gerund(own) || is_gerund(next);
  }

  // The size of a spaced dash, or of an em dash, at "at"; else 0.
  Offset DashAt(Offset at) const {
    if (text_[at] != '-' && text_[at] != '\xE2') return 0;
    const std::string_view rest = text_.substr(at, sentence_.end - at);
    if (rest.starts_with("\u2014")) return 3;
    const bool spaced_before = at > sentence_.begin && text_[at - 1] == ' ';
    if (!spaced_before) return 0;
    if (rest.starts_with("\u2013 ")) return 3;
    if (rest.starts_with("-- ")) return 2;
    return rest.starts_with("- ") ? 1 : 0;
  }

  // Where the reach ends.
  Offset EndOf(const Reach& reach) const {
    Offset at = reach.begin;
    Asides asides;
    for (int words = 0;; ++words) {
      if (reach.phrase && words == kWordsInPhrase) return at;
      const std::optional<Word> word = scanner_.WordAfter(at);
      const Offset gap_end =
          std::min(word ? word->where.begin : scanner_.GapEnd(at), reach.limit);
      const Offset mark = EndInGap({at, gap_end}, asides);
      if (mark < gap_end) return mark;
      if (!word || word->where.begin >= reach.limit) {
        return std::max(reach.begin, gap_end);
      }
      if (word->comma && EndsAtComma(*word, reach)) return word->gap;
      if (words > 0 && EndsAtWord(*word, reach)) return word->gap;
      at = word->where.end;
    }
  }

  // Returns where punctuation in the gap ends the reach, or its end.
  Offset EndInGap(TextSpan gap, Asides& asides) const {
    for (Offset at = gap.begin; at < gap.end; ++at) {
      const char c = text_[at];
      if (c == ' ') continue;
      const bool spaced =
          at + 1 == sentence_.end || IsAsciiSpace(text_[at + 1]);
      if (c == ';' || (c == ':' && spaced)) return at;
      if (c == '(' || c == '[') ++asides.brackets;
      if ((c == ')' || c == ']') && --asides.brackets < 0) return at;
      const bool stop = c == '!' || c == '?' || c == '.';
      if (stop && gap.end - at <= kLongestStop && IsInnerStop(at)) return at;
      const Offset dash = DashAt(at);
      const bool closes = asides.dash;
      if (dash == 0) continue;
      asides.dash = !asides.dash && IsParenthesis(at + dash);
      if (!asides.dash && !closes) return at;
    }
    return gap.end;
  }

  // A stop that ends a sentence within a quotation or bracket.
  bool IsInnerStop(Offset at) const {
    const std::optional<Word> next = scanner_.WordAfter(at + 1);
    if (!next || next->where.begin > at + kLongestStop ||
        !IsAsciiUpper(text_[next->where.begin])) {
      return false;
    }
    if (text_[at] != '.') return true;
    const std::optional<Word> word = scanner_.WordBefore(at, sentence_.begin);
    if (!word || word->where.end != at || word->where.size() < 3) return false;
    return !ListsWithStop(data_.abbreviations, word->where.In(text_));
  }

  // True if what follows a dash is closed by another and is no clause.
  bool IsParenthesis(Offset at) const {
    const std::optional<Word> word = scanner_.WordAfter(at);
    if (!word || scanner_.ClauseBeginsAt(*word)) return false;
    const Offset limit = std::min(sentence_.end, at + kLongestParenthesis);
    for (; at < limit; ++at) {
      if (DashAt(at) > 0) return true;
    }
    return false;
  }

  bool EndsAtComma(const Word& word, const Reach& reach) const {
    if (reach.fronted || reach.phrase) {
      if (!scanner_.AlternativeNear(word)) return true;
    }
    if (scanner_.ClauseBeginsAt(word)) return true;
    return reach.verb_denied && scanner_.FiniteVerbAt(word);
  }

  bool EndsAtWord(const Word& word, const Reach& reach) const {
    const bool auxiliary = scanner_.Is(word, data_.clause.auxiliaries);
    if (reach.phrase && (auxiliary || scanner_.LooksFinite(word))) return true;
    if (reach.relative && auxiliary) return true;
    if (reach.verb_relative && scanner_.LooksFinite(word)) return true;
    if (!scanner_.Is(word, data_.clause.coordinators)) return false;
    const std::optional<Word> next = scanner_.WordAfter(word.where.end);
    if (!next) return false;
    if (scanner_.ClauseBeginsAt(*next)) return true;
    if (reach.phrase) {
      return scanner_.FiniteVerbAt(*next) || scanner_.DeterminerFollows(*next);
    }
    return reach.verb_denied && scanner_.FiniteVerbAt(*next);
  }

  std::string_view text_;
  TextSpan sentence_;
  const LanguageData& data_;
  ClauseScanner scanner_;
  std::vector<Cue> cues_;
  Offset first_limit_ = 0;  // for what reaches in from before
  Offset content_end_ = 0;
  bool open_ended_ = false;

  // The clause that is being read.
  Offset segment_begin_ = 0;
  Offset read_until_ = 0;
  Offset last_comma_ = 0;
  Offset segment_first_word_ = 0;
  std::optional<bool> fronted_;  // unknown until asked

  CueScopes found_;
};

const CueScope* ScopeAt(const std::vector<CueScope>& scopes, Offset offset) {
  const auto after = std::ranges::upper_bound(
      scopes, offset, {},
      [](const CueScope& scope) { return scope.reach.begin; });
  if (after == scopes.begin()) return nullptr;
  const CueScope& scope = *(after - 1);
  return scope.reach.Contains(offset) ? &scope : nullptr;
}

}  // namespace

std::optional<CueScope> CueScopes::Over(Offset offset) const {
  for (const std::vector<CueScope>* scopes : {&phrases, &clauses, &backwards}) {
    if (const CueScope* scope = ScopeAt(*scopes, offset)) return *scope;
  }
  if (whole && whole->reach.Contains(offset)) return whole;
  return std::nullopt;
}

CueScopes FindScopes(std::string_view text, TextSpan sentence, const Hits& hits,
                     const LanguageData& data, const CueSet& cues,
                     std::optional<TextSpan> inherited) {
  CueScopes scopes =
      ScopeFinder(text, sentence, data, CuesIn(sentence, hits, cues))
          .Find(inherited);
  const std::span<const Hit> anywhere = hits.Within(cues.anywhere, sentence);
  if (!anywhere.empty()) scopes.whole = {anywhere.front().where, sentence};
  return scopes;
}

}  // namespace medlint
