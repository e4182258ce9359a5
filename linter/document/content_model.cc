// SPDX-License-Identifier: Apache-2.0

#include "linter/document/content_model.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "linter/document/tags.h"

namespace medlint {
namespace {

struct Properties {
  ContentModel model = ContentModel::kMarkup;
  bool ends_paragraph = false;
  bool head_content = false;
  bool ends_foreign = false;
};

using Table = std::array<Properties, 256>;

constexpr Properties& At(Table& table, Tag tag) {
  return table[static_cast<std::size_t>(tag)];
}

consteval void SetModels(Table& table) {
  using enum Tag;
  for (const Tag tag :
       {k_area, k_base, k_br, k_col, k_embed, k_frame, k_hr, k_img, k_input,
        k_link, k_meta, k_param, k_source, k_track, k_wbr})
    At(table, tag).model = ContentModel::kVoid;
  for (const Tag tag : {k_script, k_style, k_iframe, k_noembed, k_noframes})
    At(table, tag).model = ContentModel::kHidden;
  for (const Tag tag : {k_title, k_textarea})
    At(table, tag).model = ContentModel::kEscapable;
  At(table, k_xmp).model = ContentModel::kVerbatim;
  At(table, k_plaintext).model = ContentModel::kRest;
}

consteval Table MakeTable() {
  using enum Tag;
  Table table = {};
  SetModels(table);
  for (const Tag tag :
       {k_address,  k_article,    k_aside,  k_blockquote, k_center, k_details,
        k_dialog,   k_dir,        k_div,    k_dl,         k_dd,     k_dt,
        k_fieldset, k_figcaption, k_figure, k_footer,     k_form,   k_h1,
        k_h2,       k_h3,         k_h4,     k_h5,         k_h6,     k_header,
        k_hgroup,   k_hr,         k_li,     k_listing,    k_main,   k_menu,
        k_nav,      k_ol,         k_p,      k_plaintext,  k_pre,    k_search,
        k_section,  k_summary,    k_table,  k_ul,         k_xmp})
    At(table, tag).ends_paragraph = true;
  for (const Tag tag : {k_base, k_link, k_meta, k_noframes, k_noscript,
                        k_script, k_style, k_template, k_title})
    At(table, tag).head_content = true;
  for (const Tag tag :
       {k_b,      k_big, k_blockquote, k_body,    k_br,    k_center, k_code,
        k_dd,     k_div, k_dl,         k_dt,      k_em,    k_embed,  k_h1,
        k_h2,     k_h3,  k_h4,         k_h5,      k_h6,    k_head,   k_hr,
        k_i,      k_img, k_li,         k_listing, k_menu,  k_meta,   k_ol,
        k_p,      k_pre, k_ruby,       k_s,       k_small, k_span,   k_strong,
        k_strike, k_sub, k_sup,        k_table,   k_tt,    k_u,      k_ul,
        k_var})
    At(table, tag).ends_foreign = true;
  return table;
}

constexpr Table kModels = MakeTable();

const Properties& PropertiesOf(Tag tag) {
  return kModels[static_cast<std::size_t>(tag)];
}

}  // namespace

ContentModel ContentModelOf(Tag tag) {
  return PropertiesOf(tag).model;
}
bool EndsParagraph(Tag tag) {
  return PropertiesOf(tag).ends_paragraph;
}
bool IsHeadContent(Tag tag) {
  return PropertiesOf(tag).head_content;
}
bool EndsForeign(Tag tag) {
  return PropertiesOf(tag).ends_foreign;
}

}  // namespace medlint
