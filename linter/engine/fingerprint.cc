// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/fingerprint.h"

#include <string>
#include <string_view>

namespace medlint {

void Fingerprinter::Enter(std::string_view context) {
  context_ = context;
  here_.clear();
}

std::string Fingerprinter::Next(std::string_view rule) {
  auto known = here_.find(rule);
  if (known == here_.end()) {
    ShortHash read;
    read.Add(rule);
    read.Add("\n");
    read.Add(context_);
    known = here_.emplace(rule, read).first;
  }
  ShortHash hash = known->second;
  const int ordinal = seen_[hash.value()]++;
  hash.Add("\n");
  hash.Add(std::to_string(ordinal));
  return hash.Hex();
}

}  // namespace medlint
