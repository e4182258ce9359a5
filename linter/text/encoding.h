// SPDX-License-Identifier: Apache-2.0
//
// Which encoding a file is in, and the file as UTF-8 with the way back.
//
// windows-1252 and UTF-16 are our own code, exact and fast; every other
// encoding is ICU's converter.  windows-1252 is meant wherever a file says
// ISO-8859-1 or ASCII (https://encoding.spec.whatwg.org/#names-and-labels).

#ifndef LINTER_TEXT_ENCODING_H_
#define LINTER_TEXT_ENCODING_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace medlint {

struct EncodingChoice {
  std::string name = {};  // as in SourceFile::encoding(), or a label for ICU
  std::size_t bom_size = 0;
  std::string overruled_label = {};  // as in SourceFile::overruled_label()
};

// Decides as SourceFile's header says.  Never fails: a label that nobody knows
// is found out by Transcode.
EncodingChoice ChooseEncoding(std::string_view bytes,
                              const SourceFile::Options& options);

// Leads from offsets in transcoded UTF-8 back to the original.  Holds a
// checkpoint for every KB of UTF-8 and steps on from there, by one byte a
// character (windows-1252) or one or two units of two bytes (UTF-16).  ICU's
// encodings have a checkpoint for every character.
struct OriginMap {
  enum class Step { kOneByte, kUtf16, kCheckpointEach };
  Step step = Step::kOneByte;
  std::vector<Offset> clean;   // increasing; the last is the size of the UTF-8
  std::vector<Offset> origin;  // where that character begins in the file

  // "utf8" is what was made of the file.
  Offset OriginOf(Offset offset, std::string_view utf8) const;
};

struct Transcoded {
  std::string utf8 = {};
  OriginMap origins = {};
  std::string name = {};  // ICU's canonical name, or ours
  int undecodable = 0;
};

// Converts bytes[bom_size..] to UTF-8.  What cannot be decoded becomes U+FFFD.
// Fails if ICU does not know "name".  REQUIRES: name != "UTF-8"
Result<Transcoded> Transcode(std::string_view bytes, std::size_t bom_size,
                             const std::string& name);

// Converts UTF-8 to an encoding that SourceFile::encoding() names.  Nothing if
// it lacks one of the characters, or says what a byte means by bytes before it
// (ISO-2022, HZ, UTF-7), so that no bytes can be put between others.
// REQUIRES: "utf8" is valid
std::optional<std::string> Encode(std::string_view utf8,
                                  const std::string& name);

}  // namespace medlint

#endif  // LINTER_TEXT_ENCODING_H_
