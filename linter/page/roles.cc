// SPDX-License-Identifier: Apache-2.0

#include "linter/page/roles.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/running_text.h"

namespace medlint {
namespace {

// A block may begin with a little decoration: "*Disclaimer", "Note:".
constexpr Offset kOpenerSlack = 3;

RoleSet BitOf(std::size_t role) {
  return RoleSet{1} << role;
}

class RoleFinder {
 public:
  RoleFinder(const Document& document, const Hits& hits, const PageData& data)
      : document_(document),
        hits_(hits),
        data_(data),
        last_of_main_(LastOfRunningText(document)) {}

  std::vector<RoleSet> Run() {
    const std::size_t count = document_.blocks().size();
    roles_.assign(count, 0);
    with_.assign(count, 0);
    MarkClasses();
    for (std::size_t i = 0; i < data_.roles.size(); ++i)
      MarkRole(i);
    for (std::size_t block = 0; block < count; ++block) {
      roles_[block] = Settle(static_cast<BlockIndex>(block));
    }
    return roles_;
  }

 private:
  void MarkRole(std::size_t index) {
    const RoleData& role = data_.roles[index];
    for (const PatternId pattern : role.openers) {
      for (const Hit& hit : hits_.Of(pattern)) {
        const Offset begin = document_.blocks()[hit.line].text.begin;
        if (hit.where.begin - begin <= kOpenerSlack) {
          roles_[hit.line] |= BitOf(index);
        }
      }
    }
    for (const PatternId pattern : role.headings) {
      for (const Hit& hit : hits_.Of(pattern)) {
        MarkSection(hit.line, BitOf(index));
      }
    }
    for (const PatternId pattern : role.with) {
      for (const Hit& hit : hits_.Of(pattern)) {
        with_[hit.line] |= BitOf(index);
      }
    }
  }

  void MarkSection(BlockIndex heading, RoleSet bit) {
    const Block& block = document_.blocks()[heading];
    const Section& section = document_.sections()[block.section];
    // A title that mentions references does not make the page one of them.
    if (section.heading != heading || section.level < 2) return;
    for (BlockIndex i = section.first_block; i < section.end_block; ++i) {
      roles_[i] |= bit;
    }
  }

  // Roles that the class or id of an enclosing element gives.
  void MarkClasses() {
    const Markup& markup = document_.markup();
    std::vector<RoleSet> of_element(markup.elements.size(), 0);
    for (std::size_t i = 0; i < of_element.size(); ++i) {
      const Element& element = markup.elements[i];
      if (element.parent != kNoElement)
        of_element[i] = of_element[element.parent];
      // What encloses the article names the site, not a block.
      if (element.tag == Tag::k_html || element.tag == Tag::k_body) continue;
      of_element[i] |= RolesOfClasses(element);
    }
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const Block& block = document_.blocks()[i];
      if (block.element != kNoElement &&
          block.text.end <= document_.reading_end())
        roles_[i] |= of_element[block.element];
    }
  }

  RoleSet RolesOfClasses(const Element& element) {
    const Markup& markup = document_.markup();
    RoleSet roles = 0;
    for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
      const Attribute& attribute =
          markup.attributes[element.first_attribute + i];
      const std::string_view name = attribute.name.In(markup.source);
      if (!EqualsIgnoringAsciiCase(name, "class") &&
          !EqualsIgnoringAsciiCase(name, "id")) {
        continue;
      }
      roles |= RolesOfNames(attribute.value.In(markup.source));
    }
    return roles;
  }

  // Pages repeat their class names, so each is looked into once.
  RoleSet RolesOfNames(std::string_view names) {
    const auto [known, is_new] = of_names_.try_emplace(names, RoleSet{0});
    if (!is_new) return known->second;
    const std::string lower = ToAsciiLower(names);
    for (std::size_t role = 0; role < data_.roles.size(); ++role) {
      const auto& classes = data_.roles[role].classes;
      if (std::ranges::any_of(classes, [&](const std::string& part) {
            return lower.find(part) != std::string::npos;
          })) {
        known->second |= BitOf(role);
      }
    }
    return known->second;
  }

  // Applies "with" and what is said of place and length to what was marked.
  RoleSet Settle(BlockIndex block) const {
    RoleSet settled = 0;
    for (std::size_t i = 0; i < data_.roles.size(); ++i) {
      const RoleData& role = data_.roles[i];
      const bool by_words_alone =
          role.openers.empty() && role.headings.empty() && role.classes.empty();
      const bool near = role.within_blocks == 0 ||
                        IsNearHeadline(document_, block, role.within_blocks);
      const bool marked = (roles_[block] & BitOf(i)) != 0;
      const bool has_words = (with_[block] & BitOf(i)) != 0;
      // Near the headline or the end the words of a short block are enough; so
      // they are for a role that is known by nothing else.
      const bool placed = near || IsAtEnd(block, i);
      const bool words_suffice = placed && IsWithin(role.max_words, block) &&
                                 (by_words_alone || role.within_blocks > 0);
      const bool fits = role.with.empty()
                            ? marked && near
                            : has_words && (marked || words_suffice);
      if (fits) settled |= BitOf(i);
    }
    return settled;
  }

  // At the end stand references too, with dates of their own: an item of a list
  // that has another role is none of this.
  bool IsAtEnd(BlockIndex block, std::size_t role) const {
    const int reach = data_.roles[role].end_blocks;
    const bool listed =
        document_.blocks()[block].kind == BlockKind::kListItem &&
        (roles_[block] & ~BitOf(role)) != 0;
    return !listed && IsNearEnd(document_, block, last_of_main_, reach);
  }

  bool IsWithin(int max_words, BlockIndex block) const {
    return max_words == 0 ||
           std::ranges::count(document_.Slice(document_.blocks()[block].text),
                              ' ') < max_words;
  }

  const Document& document_;
  const Hits& hits_;
  const PageData& data_;
  const BlockIndex last_of_main_;
  std::vector<RoleSet> roles_;
  std::unordered_map<std::string_view, RoleSet> of_names_;  // by class or id
  std::vector<RoleSet> with_;  // blocks that have a "with" pattern of the role
};

}  // namespace

bool IsNearHeadline(const Document& document, BlockIndex block, int within) {
  const BlockIndex headline = document.headline();
  const auto reach = static_cast<BlockIndex>(within);
  if (headline == kNoBlock) return block <= reach;
  const BlockIndex distance =
      block < headline ? headline - block : block - headline;
  return distance <= reach;
}

BlockIndex LastOfRunningText(const Document& document) {
  BlockIndex last = 0;
  for (std::size_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.blocks()[i];
    if (IsRunningText(block.zone) && block.text.end <= document.reading_end())
      last = static_cast<BlockIndex>(i);
  }
  return last;
}

bool IsNearEnd(const Document& document, BlockIndex block, BlockIndex last,
               int within) {
  return within > 0 && block + static_cast<BlockIndex>(within) > last &&
         document.blocks()[block].text.end <= document.reading_end();
}

std::vector<RoleSet> FindRoles(const Document& document, const Hits& hits,
                               const PageData& data) {
  return RoleFinder(document, hits, data).Run();
}

}  // namespace medlint
