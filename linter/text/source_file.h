// SPDX-License-Identifier: Apache-2.0
//
// A SourceFile is one input: a name to show, the bytes as read, and the same
// bytes as clean UTF-8.
//
// The encoding is taken, in this order, from a byte order mark, from
// Options::encoding, from <meta charset> in the first 4 KB of HTML, from the
// bytes themselves (valid UTF-8 is UTF-8), else windows-1252, as browsers do
// (https://encoding.spec.whatwg.org/).  A <meta> label of a legacy encoding
// loses against bytes that are valid UTF-8 with at least one character beyond
// ASCII: such labels are left over from a conversion.
//
// clean() is the file in UTF-8, without its byte order mark, repaired without
// changing the length of anything: a byte that is no UTF-8, NUL and other
// control characters become DEL (0x7F), which no reader sees; form feed becomes
// a space; a lone CR becomes LF.  For a UTF-8 file that needs no repair,
// clean() refers to bytes() and costs nothing.  ToFile() leads back to the
// bytes on disk: a constant for UTF-8, a checkpoint every 1 KB for other
// encodings.
//
// Immutable; held by shared_ptr; outlives whatever was made from it.  Any
// number of threads may read one SourceFile.

#ifndef LINTER_TEXT_SOURCE_FILE_H_
#define LINTER_TEXT_SOURCE_FILE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/base/result.h"
#include "linter/text/span.h"

namespace medlint {

struct OriginMap;  // encoding.h

class SourceFile {
 public:
  enum class Format { kHtml, kPlainText };

  struct Options {
    Format format = Format::kHtml;
    std::string encoding = {};  // a label such as "shift_jis"; "" to detect
  };

  // Reads "path".  Fails if it cannot be read, is over 1 GiB, is not text (see
  // LooksBinary), or is in an encoding that ICU does not know.
  static Result<std::shared_ptr<const SourceFile>> Read(const std::string& path,
                                                        const Options& options);

  // Wraps bytes that are already in memory: standard input, rule examples.
  // "name" is shown in reports and need not exist on disk.
  static Result<std::shared_ptr<const SourceFile>> FromBytes(
      std::string name, std::string bytes, const Options& options);

  // Neither copyable nor movable: clean() may point into bytes_.
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;
  ~SourceFile();

  const std::string& name() const MEDLINT_LIFETIME_BOUND { return name_; }
  Format format() const { return format_; }

  // The file on disk, and where a clean span stands in it.
  std::string_view bytes() const MEDLINT_LIFETIME_BOUND { return bytes_; }
  FileSpan ToFile(CleanSpan span) const;

  // Valid UTF-8 without C0 control characters other than tab, LF and CR.
  // Followed by a NUL byte that is not part of it.
  std::string_view clean() const MEDLINT_LIFETIME_BOUND { return clean_; }

  // The name of the encoding the file was read in: "UTF-8", "UTF-16LE",
  // "UTF-16BE", "windows-1252", or ICU's name.
  const std::string& encoding() const MEDLINT_LIFETIME_BOUND {
    return encoding_;
  }

  // The label of a <meta charset> that was overruled because the bytes are
  // UTF-8, or "".
  const std::string& overruled_label() const MEDLINT_LIFETIME_BOUND {
    return overruled_label_;
  }

  // SHA-256 of bytes(), in hexadecimal.  Worked out at each call.
  std::string Sha256() const;

  // How many bytes (UTF-8) or characters (others) could not be decoded.
  int undecodable() const { return undecodable_; }

 private:
  SourceFile();

  std::string name_;
  std::string bytes_;
  Format format_ = Format::kHtml;
  std::string encoding_;
  std::string overruled_label_;
  int undecodable_ = 0;
  std::string repaired_;    // empty if clean_ refers to bytes_
  std::string_view clean_;  // into bytes_ or repaired_
  Offset bom_size_ = 0;
  std::unique_ptr<const OriginMap> origins_;  // null for UTF-8
};

// True if the first 8 KB of "bytes" are those of an image, an archive, a PDF or
// another file that is not text: a known signature, or more than four bytes and
// more than one in ten a control character (UTF-16 and UTF-32 excepted).
bool LooksBinary(std::string_view bytes);

}  // namespace medlint

#endif  // LINTER_TEXT_SOURCE_FILE_H_
