// SPDX-License-Identifier: Apache-2.0

#include "linter/match/program_starts.h"

#include <cstdint>
#include <span>
#include <string>

#include "linter/match/window_program.h"

namespace medlint {
namespace {

using Op = WindowInstruction::Op;

class StartFinder {
 public:
  StartFinder(const PlanVectors& program, const LexiconTable& lexicons,
              bool ignore_case)
      : program_(program), lexicons_(lexicons), ignore_case_(ignore_case) {}

  StartFilter Find(std::uint32_t start) {
    Add(start, "", 0);
    return filter_;
  }

 private:
  // Puts what can stand at "place" behind "known" into the filter.
  void Add(std::uint32_t place, const std::string& known, int depth) {
    constexpr int kMaxDepth = 12;
    const WindowInstruction& in = program_.code[place];
    if (known.size() >= StartFilter::kSize || depth > kMaxDepth) {
      filter_.Add(known, in.first);
      return;
    }
    const std::span<const char> text = program_.program_text;
    switch (in.op) {
      case Op::kBytes:
        Add(in.next,
            known +
                std::string(TextOf(text, {.begin = in.arg, .size = in.count})),
            depth + 1);
        return;
      case Op::kWords:
        for (std::uint32_t i = in.arg; i < in.arg + in.count; ++i) {
          Add(in.next, known + std::string(TextOf(text, program_.words[i])),
              depth + 1);
        }
        return;
      case Op::kChoice:
        for (std::uint32_t i = 0; i < in.count; ++i)
          Add(program_.targets[in.arg + i], known, depth + 1);
        return;
      case Op::kLexicon:
        AddTerms(lexicons_[in.arg], in, known);
        return;
      case Op::kSave:
      case Op::kBegin:
      case Op::kBoundary:
      case Op::kNoBoundary:
        Add(in.next, known, depth + 1);
        return;
      default:
        filter_.Add(known, in.first);
        return;
    }
  }

  void AddTerms(Lexicon lexicon, const WindowInstruction& in,
                const std::string& known) {
    if (lexicon.entry().has_ending || ignore_case_) {
      filter_.Add(known, in.first);
      return;
    }
    for (const LexiconForm& form : lexicon.forms()) {
      filter_.Add(known + std::string(lexicon.TextOf(form)),
                  program_.code[in.next].first);
    }
  }

  const PlanVectors& program_;
  const LexiconTable& lexicons_;
  bool ignore_case_;
  StartFilter filter_;
};

}  // namespace

StartFilter FindStarts(const PlanVectors& program, const LexiconTable& lexicons,
                       std::uint32_t start, bool ignore_case) {
  return StartFinder(program, lexicons, ignore_case).Find(start);
}

}  // namespace medlint
