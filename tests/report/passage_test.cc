// SPDX-License-Identifier: Apache-2.0

#include "linter/report/passage.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/text/source_file.h"
#include "tests/support/occurrences.h"

namespace medlint {
namespace {

std::shared_ptr<const SourceFile> Page(const std::string& bytes) {
  auto source = SourceFile::FromBytes("page.html", bytes, {});
  REQUIRE(source);
  return *source;
}

CleanSpan Find(const SourceFile& source, std::string_view words) {
  const std::size_t begin = source.clean().find(words);
  REQUIRE(begin != std::string_view::npos);
  return {static_cast<Offset>(begin),
          static_cast<Offset>(begin + words.size())};
}

// "before[marked]after", and where it stands.
std::string Shown(const std::string& bytes, std::string_view words,
                  const ReadOptions& options = {}) {
  const auto source = Page(bytes);
  const Passage passage =
      PassageReader(source, options).Around(Find(*source, words));
  CHECK(passage.is_markup == passage.zone.empty());
  return (passage.section.empty() ? "" : passage.section + ": ") +
         (passage.lead_in.empty() ? "" : passage.lead_in + " / ") +
         passage.before + "[" + passage.marked + "]" + passage.after +
         (passage.is_markup ? " (markup)" : "");
}

TEST_CASE("a passage is what a reader sees around a place") {
  const struct {
    std::string_view html;
    std::string_view words;
    std::string_view shown;
  } cases[] = {
      {"<p>It <b>cu</b>res all.</p>", "cu</b>res", "It [cures] all."},
      {"<p>Caf&eacute; &amp; tea</p>", "&amp;", "Café [&] tea"},
      {"<p>Caf&eacute; &amp; tea</p>", "Caf&eacute;", "[Café] & tea"},
      {"<p>One.</p><p>It\n\n cures\tall</p>", "cures\tall", "It [cures all]"},
      {"<h1>A</h1><h2>Benefits</h2><p>It cures.</p>", "cures",
       "Benefits: It [cures]."},
      {"<h1>A</h1><h2>Benefits</h2><p>It cures.</p>", "Benefits", "[Benefits]"},
      {"<p>Avoid it if you have:<ul><li>fever<li>clots</ul>", "clots",
       "Avoid it if you have: / [clots]"},
      // Of two paragraphs the first, and that it goes on.
      {"<p>All cures</p><p>work</p>", "cures</p><p>work", "All [cures]…"},
      {"<p>A <img alt='it cures'> b</p>", "cures",
       "<p>A <img alt='it [cures]'> b</p> (markup)"},
      {"<p>A<!-- cures --> b</p>", " cures ",
       "<p>A<!--[ cures ]--> b</p> (markup)"},
      {"<p>A b</p>", "<p>", "[<p>]A b</p> (markup)"},
  };
  for (const auto& [html, words, shown] : cases) {
    CAPTURE(html);
    CHECK(Shown(std::string(html), words) == shown);
  }
}

TEST_CASE("tags of a template stand in a passage as they were written") {
  const struct {
    Templates templates;
    std::string_view html;
    std::string_view words;
    std::string_view shown;
  } cases[] = {
      {Templates::kJinja, "<p>It zaps{% if a < b %} pain{% endif %}.</p>",
       "zaps", "It [zaps]{% if a < b %} pain{% endif %}."},
      {Templates::kJinja, "<p>It zaps{% if a %} pain{% endif %}.</p>",
       "zaps{% if a %} pain", "It [zaps{% if a %} pain]{% endif %}."},
      // Either side of {% else %}, and what the block begins with.
      {Templates::kJinja,
       "<h1>A</h1><p>{% if a %}It zaps{% else %}It helps{% endif %}.</p>",
       "It helps", "A: {% if a %}It zaps{% else %} [It helps]{% endif %}."},
      // White space on both sides, which the text has once.
      {Templates::kJinja,
       "<p>With {{ name }} it\n{{ how }}\nzaps {{ all }}</p>", "zaps",
       "With {{ name }} it {{ how }} [zaps] {{ all }}"},
      // In the heading and in what introduces a list.
      {Templates::kJinja,
       "<h1>A</h1><h2>{{ title }} uses</h2><p>{{ name }} zaps:"
       "<ul>{% for a in b %}<li>{{ a }} pain</li>{% endfor %}</ul>",
       "pain", "{{ title }} uses: {{ name }} zaps: / {{ a }} [pain]"},
      // What is in HTML tags, comments and scripts is not seen.
      {Templates::kJinja,
       "<p {{ id }}>It <a href='{{ url }}'>zaps</a><!-- {{ no }} --> "
       "<script>{{ data }}</script>pain</p>",
       "pain", "It zaps [pain]"},
      {Templates::kPhp,
       "<p>It <?php if ($a->strong): ?>zaps<?php else: ?>helps<?php endif ?>."
       "</p>",
       "zaps",
       "It <?php if ($a->strong): ?>[zaps]<?php else: ?> helps"
       "<?php endif ?>."},
      {Templates::kJinja,
       "<p>It {# a note of more bytes than anybody would like to read in a "
       "report #}zaps.</p>",
       "zaps",
       "It {# a note of more bytes than anybody would like to read in…#}"
       "[zaps]."},
      // What was not read as a template.
      {Templates::kUnused, "<p>It zaps {{ all }}.</p>", "zaps",
       "It [zaps] {{ all }}."},
      {Templates::kJinja, "<p {{ id }}><img alt='{{ a }} zaps'></p>", "zaps",
       "<p {{ id }}><img alt='{{ a }} [zaps]'></p> (markup)"},
  };
  for (const auto& [templates, html, words, shown] : cases) {
    CAPTURE(html);
    CHECK(Shown(std::string(html), words, {.templates = templates}) == shown);
  }
}

TEST_CASE("a cut falls between tags of a template, not into one") {
  std::string html = "<p>";
  for (int i = 0; i < 1000; ++i)
    html += "pain {{ name.of.it }} ";
  html += "<b>zaps</b>";
  for (int i = 0; i < 1000; ++i)
    html += " {{ name.of.it }} pain";
  const std::string shown =
      Shown(html, "zaps", {.templates = Templates::kJinja});
  CHECK(shown.starts_with("…"));
  CHECK(shown.ends_with("…"));
  CHECK(shown.find(" pain {{ name.of.it }} [zaps] {{ name.of.it }} pain ") !=
        std::string::npos);
  CHECK(testing::Occurrences(shown, "{{") ==
        testing::Occurrences(shown, "{{ name.of.it }}"));
}

TEST_CASE("a passage of a long block is a window, cut between words") {
  std::string html = "<p>";
  for (int i = 0; i < 20000; ++i)
    html += "größer ";
  html += "<b>cures</b>";
  for (int i = 0; i < 20000; ++i)
    html += " größer";
  const std::string shown = Shown(html, "cures");
  CHECK(shown.size() < 700);
  CHECK(shown.starts_with("…größer größer "));
  CHECK(shown.ends_with(" größer größer…"));
  CHECK(shown.find(" [cures] ") != std::string::npos);
}

TEST_CASE("a passage without spaces is cut between characters") {
  std::string html = "<p>";
  for (int i = 0; i < 5000; ++i)
    html += "療";
  html += "<b>cures</b>";
  for (int i = 0; i < 5000; ++i)
    html += "療";
  const std::string shown = Shown(html, "cures");
  CHECK(shown.starts_with("…療療"));
  CHECK(shown.ends_with("療療…"));
}

TEST_CASE("marked words that are too many are cut") {
  std::string html = "<p>";
  for (int i = 0; i < 1000; ++i)
    html += "cures ";
  html += "x";
  const auto source = Page(html);
  const Passage passage = PassageReader(source).Around(
      {3, static_cast<Offset>(source->clean().size())});
  CHECK(passage.marked.size() < 900);
  CHECK(passage.marked.ends_with("cures…"));
}

TEST_CASE("an empty place has no marked words") {
  const auto source = Page("<p>It cures.</p>");
  const Passage passage = PassageReader(source).Around({0, 0});
  CHECK(passage.is_markup);
  CHECK(passage.marked.empty());
  CHECK(passage.after == "<p>It cures.</p>");
}

}  // namespace
}  // namespace medlint
