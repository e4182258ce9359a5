// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/config_text.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/page/date.h"
#include "linter/project/config_article.h"
#include "linter/project/config_keys.h"

namespace medlint {
namespace {

// A key, in quotes where it needs them.
std::string TomlKey(std::string_view key) {
  const bool is_bare = !key.empty() && std::ranges::all_of(key, [](char c) {
    return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '-' || c == '_';
  });
  return is_bare ? std::string(key) : TomlString(key);
}

std::string TomlText(const TomlValue& value);

void AppendMember(const TomlMember& member, std::string& text) {
  if (!text.empty()) text += ", ";
  text += TomlKey(member.key) + " = " + TomlText(*member.value);
}

std::string InlineTable(const TomlTable& table) {
  std::string text;
  for (const TomlMember& member : table)
    AppendMember(member, text);
  return "{ " + text + " }";
}

std::string TomlText(const TomlValue& value) {
  return std::visit(
      []<typename T>(const T& data) -> std::string {
        if constexpr (std::is_same_v<T, std::string>) {
          return TomlString(data);
        } else if constexpr (std::is_same_v<T, bool>) {
          return data ? "true" : "false";
        } else if constexpr (std::is_same_v<T, TomlDate>) {
          return Date{.year = data.year, .month = data.month, .day = data.day}
              .ToString();
        } else if constexpr (std::is_same_v<T, TomlArray>) {
          std::string text = "[";
          for (const TomlValue& each : data)
            text += (text.size() > 1 ? ", " : "") + TomlText(each);
          return text + "]";
        } else if constexpr (std::is_same_v<T, TomlTable>) {
          return InlineTable(data);
        } else if constexpr (std::is_same_v<T, TomlBroken>) {
          return "0";  // what does not parse is never shown
        } else {
          return std::to_string(data);
        }
      },
      value.data);
}

std::string Line(std::string_view key, std::string_view value,
                 std::string_view origin) {
  return TomlKey(key) + " = " + std::string(value) + "  # " +
         std::string(origin) + "\n";
}

std::string_view LevelName(FailLevel level) {
  return level.least ? SeverityName(*level.least) : "never";
}

class Effective {
 public:
  Effective(const Site& site, FailLevel fail_on)
      : site_(site), config_(site.ConfigOf(0)), fail_on_(fail_on) {}

  std::string Write() {
    for (const ConfigFileKey& key : ConfigFileKeys()) {
      std::visit([&](auto member) { Add(key.name, member); }, key.member);
    }
    return text_ + tables_;
  }

 private:
  const LintOptions& options() const { return site_.LinterOf(0).options(); }

  void Add(std::string_view key, OptionalFlag ConfigFile::*member) {
    if (config_ == nullptr) return;
    const OptionalFlag& flag = LastOf(*config_, member);
    if (!flag) return;
    text_ += Line(key, flag->value ? "true" : "false", flag->at.ToString());
  }

  void Add(std::string_view key, OptionalFailLevel ConfigFile::*member) {
    const std::string value = TomlString(LevelName(fail_on_));
    const OptionalFailLevel none;
    const OptionalFailLevel& level =
        config_ != nullptr ? LastOf(*config_, member) : none;
    const bool is_from_config = level && level->value.least == fail_on_.least;
    text_ += Line(key, value,
                  is_from_config                       ? level->at.ToString()
                  : fail_on_.least == Severity::kError ? "the default"
                                                       : "--fail-on");
  }

  void Add(std::string_view key, OptionalSeverity ConfigFile::*member) {
    const bool is_cap = member == &ConfigFile::severity_cap;
    OptionalSeverity last;
    for (const ConfigLayer& layer : site_.LayersOf(0)) {
      const OptionalSeverity& here =
          is_cap ? layer.severity_cap : layer.min_severity;
      if (here) last = here;
    }
    const Severity least = options().min_severity;
    if (is_cap) {
      if (last) {
        text_ += Line(key, TomlString(SeverityName(last->value)),
                      last->at.ToString());
      }
      return;
    }
    const bool is_from_config = last && last->value == least;
    text_ += Line(key, TomlString(SeverityName(least)),
                  is_from_config             ? last->at.ToString()
                  : least == Severity::kInfo ? "the default"
                                             : "--min-severity");
  }

  void Add(std::string_view key, OptionalDate ConfigFile::*member) {
    const OptionalDate none;
    const OptionalDate& date =
        config_ != nullptr ? LastOf(*config_, member) : none;
    const bool is_from_config = date && date->value == options().as_of;
    text_ += Line(key, TomlString(options().as_of.ToString()),
                  is_from_config ? date->at.ToString() : "today, or --as-of");
  }

  void Add(std::string_view key, OptionalTemplates ConfigFile::*) {
    const OptionalTemplates templates = TemplatesIn(site_.LayersOf(0));
    if (!templates) return;
    text_ += Line(key, TomlString(TemplatesName(templates->value)),
                  templates->at.ToString());
  }

  // What it extends has been read, so that is not repeated.
  void Add(std::string_view key, Texts ConfigFile::*member) {
    if (config_ == nullptr || member == &ConfigFile::extends) return;
    const Texts texts = member == &ConfigFile::profiles
                            ? config_->profiles
                            : AllOf(*config_, member);
    if (texts.empty()) return;
    text_ += TomlKey(key) + " = [\n";
    for (const Setting<std::string>& each : texts) {
      text_ +=
          "  " + TomlString(each.value) + ",  # " + each.at.ToString() + "\n";
    }
    text_ += "]\n";
  }

  void Add(std::string_view key, Globs ConfigFile::*member) {
    if (config_ == nullptr) return;
    std::string lines;
    for (const Config::Part& part : config_->parts) {
      for (const FileGlob& glob : part.file.*member) {
        lines +=
            "  " + TomlString(glob.text) + ",  # " + glob.at.ToString() + "\n";
      }
    }
    if (!lines.empty()) text_ += TomlKey(key) + " = [\n" + lines + "]\n";
  }

  void Add(std::string_view key, RuleEntries ConfigFile::*) {
    std::string lines;
    for (const Rule& rule : site_.RulesOf(0).rules())
      lines += RuleLine(rule.info);
    if (!lines.empty()) tables_ += "\n[" + std::string(key) + "]\n" + lines;
  }

  std::string RuleLine(const RuleInfo& rule) const {
    const RuleSettings settings = SettingsOf(rule.id, site_.LayersOf(0));
    if (!settings.state) return "";
    const bool is_off = options().off.contains(rule.id);
    if (is_off) return Line(rule.id, "\"off\"", settings.state->at.ToString());
    std::string origin = settings.state->at.ToString();
    std::string state = "\"on\"";
    if (settings.severity) {
      state = TomlString(SeverityName(settings.severity->value));
      origin = settings.severity->at.ToString();
    }
    if (settings.options == nullptr) return Line(rule.id, state, origin);
    const std::string options_origin = settings.options->at.ToString();
    if (origin != options_origin) origin += ", " + options_origin;
    return Line(rule.id, OptionsText(settings), origin);
  }

  // The keys that are changed, and the severity that counts.
  static std::string OptionsText(const RuleSettings& settings) {
    std::string text;
    if (settings.severity) {
      text = "severity = " + TomlString(SeverityName(settings.severity->value));
    }
    for (const TomlMember& member : *settings.options->options) {
      if (member.key != "severity") AppendMember(member, text);
    }
    return "{ " + text + " }";
  }

  // They have been applied.
  void Add(std::string_view, std::vector<ConfigOverride> ConfigFile::*) {}
  void Add(std::string_view, std::vector<ConfigException> ConfigFile::*) {}

  void Add(std::string_view key, ConfigArticle ConfigFile::*) {
    std::string lines;
    for (const HintInForce& each : HintsInForce(site_.LayersOf(0)))
      lines += HintLine(each);
    if (!lines.empty()) tables_ += "\n[" + std::string(key) + "]\n" + lines;
    lines.clear();
    for (const TypeWord& each : TypeWordsInForce(site_.LayersOf(0)))
      lines += Line(each.word, TomlString(each.type), each.at.ToString());
    if (!lines.empty()) {
      tables_ += "\n[" + std::string(key) + ".types]\n" + lines;
    }
  }

  static std::string HintLine(const HintInForce& hint) {
    std::string texts;
    for (const ConfigHint& each : *hint.hints)
      texts += (texts.empty() ? "" : ", ") + TomlString(each.text);
    if (hint.hints->size() > 1) texts = "[" + texts + "]";
    return Line(HintFieldName(hint.field), texts,
                hint.hints->front().at.ToString());
  }

  void Add(std::string_view key, LexiconTerms ConfigFile::*member) {
    if (config_ == nullptr) return;
    std::string lines;
    for (const Config::Part& part : config_->parts) {
      for (const RuleChanges::Terms& each : part.file.*member) {
        std::string terms;
        for (const LocatedString& term : each.terms)
          terms += (terms.empty() ? "[" : ", ") + TomlString(term.value);
        lines += Line(each.lexicon, terms + "]",
                      ConfigPlace{each.file, each.place}.ToString());
      }
    }
    if (!lines.empty()) tables_ += "\n[" + std::string(key) + "]\n" + lines;
  }

  const Site& site_;
  const Config* config_;
  const FailLevel fail_on_;
  std::string text_;
  std::string tables_;
};

std::string TableText(std::string_view key, const TomlValue& table,
                      const ConfigPlace& at) {
  std::string text =
      "\n[[" + std::string(key) + "]]  # " + at.ToString() + "\n";
  for (const TomlMember& member : std::get<TomlTable>(table.data))
    text += TomlKey(member.key) + " = " + TomlText(*member.value) + "\n";
  return text;
}

}  // namespace

std::string TomlString(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04X",
                    static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += escape;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string EffectiveText(const Site& site, FailLevel fail_on) {
  return Effective(site, fail_on).Write();
}

std::string TablesText(const Site& site) {
  std::string text;
  if (site.ConfigOf(0) == nullptr) return text;
  for (const Config::Part& part : site.ConfigOf(0)->parts) {
    for (const TomlMember& member : part.file.file->root()) {
      const auto* const tables = std::get_if<TomlArray>(&member.value->data);
      if (tables == nullptr) continue;
      for (const TomlValue& table : *tables) {
        if (!std::holds_alternative<TomlTable>(table.data)) continue;
        text += TableText(member.key, table, {part.file.file, table.place});
      }
    }
  }
  return text;
}

}  // namespace medlint
