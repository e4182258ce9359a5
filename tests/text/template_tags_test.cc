// SPDX-License-Identifier: Apache-2.0

#include "linter/text/template_tags.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace medlint {
namespace {

// The page with "_" for what is blanked, "~" if that is a space in a tag.
std::string Blanked(std::string_view text, Templates templates) {
  const std::vector<CleanSpan> tags = FindTemplateTags(text, templates);
  std::string blanked = BlankTemplateTags(text, tags);
  CHECK(blanked.size() == text.size());
  for (const CleanSpan tag : tags) {
    for (Offset i = tag.begin; i < tag.end; ++i) {
      if (blanked[i] == ' ') blanked[i] = '~';
    }
  }
  std::ranges::replace(blanked, '\x7F', '_');
  return blanked;
}

TEST_CASE("the tags of each language") {
  struct Case {
    Templates templates;
    std::string_view text;
    std::string_view blanked;
  };
  using enum Templates;
  constexpr Case kCases[] = {
      {kUnused, "{% if a %}{{ b }}<?php c ?>", "{% if a %}{{ b }}<?php c ?>"},
      {kJinja, "{% if a %}b{{c}}{#d#}e", "__________b__________e"},
      {kJinja, "{{ '}}' }}a{% x \"%}\" %}b", "__________a____________b"},
      {kJinja, "{{ it's }}a", "__________a"},
      {kJinja, "{{ {a: 1}}}b", "___________b"},
      {kJinja, "{\"a\": {{ b }}}", "{\"a\": _______}"},
      {kJinja, "{{{ a }}}b", "_________b"},
      {kJinja, "{{ open a {{ b }}", "{{ open a _______"},
      {kJinja, "{{ open", "{{ open"},
      {kJinja, "{% raw %}{{ a }}{% endraw %}b",
       "_________{{ a }}____________b"},
      {kJinja, "{%\nif\n%}a", "__\n__\n__a"},
      {kJinja, "<a href=\"{{ b }}\" {{ c }}>", "<a href=\"_______\" ~~~~~~~>"},
      {kJinja, "<?php a ?>", "<?php a ?>"},
      {kLiquid, "{% comment %}a{% endcomment %}b",
       "______________________________b"},
      {kLiquid, "{#a#}", "{#a#}"},
      {kLiquid, "---\ntitle: a\n---\nb", "___\n________\n___\nb"},
      {kLiquid, "---\nno key\n---\nb", "---\nno key\n---\nb"},
      {kPhp, "<?php echo '?>'; ?>a<?= b ?>c<? d ?>",
       "___________________a________c_______"},
      {kPhp, "a<?php // it's ?>b<?php /* ?> */",
       "a________________b______________"},
      {kPhp, "<?xml version=\"1.0\"?>a<?php b",
       "<?xml version=\"1.0\"?>a_______"},
      {kHugo, "{{< figure src=\"a\" >}}b{{% note %}}c{{ .Title }}",
       "______________________b____________c____________"},
      {kHugo, "{{/* }} */}}a", "____________a"},
      {kHugo, "+++\na = 1\n+++\nb{% c %}", "___\n_____\n___\nb{% c %}"},
      // What the file itself shows.
      {kAuto, "<p>Dear {{name}}, hello</p>", "<p>Dear {{name}}, hello</p>"},
      {kAuto, "<p>{% if user %}Hello{% endif %}</p>",
       "<p>{% if user %}Hello{% endif %}</p>"},
      {kAuto, "{% if a %}b{% else %}c{% endif %}{{d}}",
       "__________b~_________c___________"
       "_____"},
      {kAuto, "{% if a %}b{% else %}c{% for %}",
       "{% if a %}b{% else %}c{% for %}"},
      {kAuto, " {% extends 'x' %}a{{b}}", " _________________a_____"},
      {kAuto, "a <?php b ?> c", "a <?php b ?> c"},
      {kAuto, "<?php a ?>b", "__________b"},
      {kAuto, "a<?= b ?>c<?= d ?>", "a________c________"},
      {kAuto, "{{ if a }}b{{ else }}c{{ end }}d",
       "__________b~_________c_________d"},
      {kAuto, "{{< a >}} {{< b >}} {{< c >}}", "{{< a >}} {{< b >}} {{< c >}}"},
      {kAuto, "---\na: b\n---\n{{< c >}}", "___\n____\n___\n_________"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(Blanked(c.text, c.templates) == c.blanked);
  }
}

TEST_CASE("names of template languages lead there and back") {
  for (const std::string_view name : TemplatesNames())
    CHECK(TemplatesName(*TemplatesNamed(name)) == name);
  CHECK(TemplatesNames().size() == 6);
  CHECK(TemplatesNamed("none") == Templates::kUnused);
  CHECK(!TemplatesNamed("twig"));
}

TEST_CASE("pages made of beginnings of tags take no longer") {
  for (const std::string_view piece :
       {"{{", "{%", "{{ '", "{# ", "<?php '", "{{/* "}) {
    std::string text;
    while (text.size() < 400'000)
      text += piece;
    CHECK(FindTemplateTags(text, Templates::kAuto).size() <= 1);
    CHECK(FindTemplateTags(text, Templates::kHugo).size() <= 1);
  }
  std::string raw;
  while (raw.size() < 400'000)
    raw += "{% raw %}";
  CHECK(FindTemplateTags(raw, Templates::kJinja).size() == raw.size() / 9);
}

}  // namespace
}  // namespace medlint
