// SPDX-License-Identifier: Apache-2.0
//
// The tags of template languages in the source of a page, before anybody has
// filled it in: {% if %}, {{ title }}, {# note #}, <?php ?>, {{< figure >}},
// and front matter (--- YAML ---, +++ TOML +++) at the beginning of a file.
//
//   kJinja   {% %} {{ }} {# #}; also Twig and Django
//   kLiquid  {% %} {{ }}; {% comment %} up to {% endcomment %}; front matter
//   kPhp     <?php ?> <?= ?> <? ?>, the last of a file without its end
//   kHugo    {{ }} {{< >}} {{% %}}; front matter
//   kAuto    what the file itself shows to be a template: front matter; PHP at
//            its beginning, or twice; three tags of control flow that belong
//            together, or {% extends %} before all else.  One {{name}} in a
//            page that is published is left over, and no template.
//
// A tag ends at its closing bytes, but not within a string ("%}"), and cannot
// hold the beginning of another; an open one is none.  What stands in
// {% raw %} or {% verbatim %} is text.  Linear in the text.

#ifndef LINTER_TEXT_TEMPLATE_TAGS_H_
#define LINTER_TEXT_TEMPLATE_TAGS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace medlint {

enum class Templates : std::uint8_t {
  kUnused,
  kJinja,
  kLiquid,
  kPhp,
  kHugo,
  kAuto
};

// "none" for kUnused, "jinja", "liquid", "php", "hugo", "auto".
std::span<const std::string_view> TemplatesNames();
std::string_view TemplatesName(Templates templates);
std::optional<Templates> TemplatesNamed(std::string_view name);

// Returns the places of all tags, in order; they do not overlap.
std::vector<CleanSpan> FindTemplateTags(std::string_view text,
                                        Templates templates);

// Returns "text" with other bytes for those of "tags", in place: DEL, which no
// reader sees (source_file.h), or a space between the attributes of an HTML
// tag.  Line ends stay.  {% else %} begins with a space: what stands on either
// side of it is never on a page together.
std::string BlankTemplateTags(std::string_view text,
                              std::span<const CleanSpan> tags);

}  // namespace medlint

#endif  // LINTER_TEXT_TEMPLATE_TAGS_H_
