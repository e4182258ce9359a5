// SPDX-License-Identifier: Apache-2.0
//
// The patterns of one .gitignore file (https://git-scm.com/docs/gitignore).
//
// Matches as git does, byte by byte and with case: the last pattern that
// matches decides; "!" takes back; "/" at the start or in the middle ties a
// pattern to the folder of the file; "/" at the end means folders only; "**"
// stands for any number of folders.  A malformed pattern matches nothing.
//
// Linear in pattern times path, whatever the pattern.  Immutable.

#ifndef LINTER_PROJECT_GITIGNORE_H_
#define LINTER_PROJECT_GITIGNORE_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace medlint {

// One pattern without "!" and without the "/" at its end.
class GlobPattern {
 public:
  // "anchored" patterns match whole paths, in which "*" stops at "/".  Others
  // match names.
  GlobPattern(std::string_view pattern, bool anchored);

  bool Matches(std::string_view path) const;

  // False if it is malformed.
  bool valid() const { return valid_; }

 private:
  struct Token {
    enum class Kind : std::uint8_t {
      kByte,     // one of "bytes"
      kSegment,  // "*": any bytes but "/"
      kFolders,  // "**/": nothing, or anything that ends in "/"
      kAny,      // "**" at the end: anything
    };
    Kind kind = Kind::kByte;
    std::bitset<256> bytes;
  };

  // Reads what begins at pattern[i], and moves "i" past it.  False if it is
  // malformed.
  bool ReadToken(std::string_view pattern, std::size_t& i, bool anchored);
  bool ReadStars(std::string_view pattern, std::size_t& i, bool anchored);
  bool ReadClass(std::string_view pattern, std::size_t& i, bool anchored);
  void AddByte(char c);

  // How far the ways to match have got.
  struct States {
    explicit States(std::size_t tokens) : reached(tokens + 1), begun(tokens) {}

    std::vector<bool> reached;  // [t]: tokens[0..t) match what was read
    std::vector<bool> begun;    // [t]: the kFolders at t, which ends after "/"
  };

  static bool MatchesInParallel(std::span<const Token> tokens,
                                std::string_view path);
  // Reads one more byte.
  static void Step(std::span<const Token> tokens, char c, States& states);
  // Goes past tokens that may match nothing.
  static void PassOptional(std::span<const Token> tokens,
                           std::vector<bool>& reached);

  std::vector<Token> tokens_;
  bool valid_ = true;
};

class Gitignore {
 public:
  enum class Verdict {
    kUndecided,  // no pattern matches
    kIgnored,
    kTakenBack,  // by "!"
  };

  Gitignore() = default;

  // "text" is the content of a .gitignore file.
  explicit Gitignore(std::string_view text);

  // "path" is relative to the folder of the .gitignore file, "a/b.html".
  Verdict Match(std::string_view path, bool is_folder) const;

  bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    GlobPattern glob;
    bool takes_back = false;
    bool folders_only = false;
    bool anchored = false;
  };

  void AddLine(std::string_view line);

  std::vector<Pattern> patterns_;  // in order of the file
};

}  // namespace medlint

#endif  // LINTER_PROJECT_GITIGNORE_H_
