// SPDX-License-Identifier: Apache-2.0
//
// Sections: headings and what they stand over.
//
// The page has three parts: before, in and after the main content.  A section
// ends with its part, so that the last section of an article does not run into
// the footer.  In the main content only headings that are not boilerplate or
// hidden open a section: a box with "Related" in its midst stays in the section
// that it interrupts.
//
// Linear in blocks.

#ifndef LINTER_DOCUMENT_SECTIONS_H_
#define LINTER_DOCUMENT_SECTIONS_H_

#include <span>
#include <vector>

#include "linter/document/blocks.h"
#include "linter/document/document.h"

namespace medlint {

// Returns the sections, the page first, and sets Block::section.
// REQUIRES: kinds and zones are set; fewer than 2^32 - 1 blocks
std::vector<Section> BuildSections(BlockRange main, std::span<Block> blocks);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_SECTIONS_H_
