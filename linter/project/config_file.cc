// SPDX-License-Identifier: Apache-2.0

#include "linter/project/config_file.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/spelling.h"
#include "linter/base/utf8.h"
#include "linter/document/links.h"
#include "linter/project/config_keys.h"
#include "linter/toml/table_reader.h"

namespace medlint {
namespace {

constexpr std::string_view kSeverities[] = {"info", "warning", "error"};
constexpr std::string_view kFailLevels[] = {"info", "warning", "error",
                                            "never"};

std::optional<Severity> SeverityCalled(std::string_view name) {
  for (const Severity severity :
       {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (SeverityName(severity) == name) return severity;
  }
  return std::nullopt;
}

// Reads one table into the members that its keys name.
class KeyReader {
 public:
  explicit KeyReader(TableReader& table) : table_(table) {}

  template <typename Key, typename Table>
  void ReadAll(std::span<const Key> keys, Table& out) {
    for (const Key& key : keys) {
      form_ = key.form;
      std::visit([&](auto member) { Read(key.name, out.*member); }, key.member);
      if (key.required && !table_.Has(key.name)) {
        table_.RejectAt(table_.place(),
                        table_.name() + " has no " + Quoted(key.name));
      }
    }
    table_.Finish();
  }

 private:
  ConfigPlace At(TomlPlace place) const { return {table_.file_ptr(), place}; }

  // The place of the value of a key that is there.
  ConfigPlace PlaceOf(std::string_view key) {
    return At(table_.Raw(key)->place);
  }

  void Read(std::string_view key, OptionalFlag& out) {
    const std::size_t before = table_.error_count();
    const bool value = table_.BoolOr(key, false);
    if (IsGood(key, before)) out = {value, PlaceOf(key)};
  }

  void Read(std::string_view key, OptionalSeverity& out) {
    const std::size_t before = table_.error_count();
    const auto severity =
        SeverityCalled(table_.ChoiceOr(key, "info", kSeverities));
    if (IsGood(key, before)) out = {*severity, PlaceOf(key)};
  }

  void Read(std::string_view key, OptionalFailLevel& out) {
    const std::size_t before = table_.error_count();
    const std::string name = table_.ChoiceOr(key, "error", kFailLevels);
    if (IsGood(key, before)) {
      out = {FailLevel{SeverityCalled(name)}, PlaceOf(key)};
    }
  }

  void Read(std::string_view key, OptionalTemplates& out) {
    const std::size_t before = table_.error_count();
    const auto templates =
        TemplatesNamed(table_.ChoiceOr(key, "auto", TemplatesNames()));
    if (IsGood(key, before)) out = {*templates, PlaceOf(key)};
  }

  void Read(std::string_view key, OptionalText& out) {
    const std::size_t before = table_.error_count();
    std::string text = table_.StringOr(key, "");
    if (!IsGood(key, before)) return;
    const ConfigPlace at = PlaceOf(key);
    if (text.empty()) {
      table_.RejectAt(at.place, Quoted(key) + " is empty");
    } else if (CheckForm({text, at.place}, text)) {
      out = {std::move(text), at};
    }
  }

  // TOML has dates; most people write a string.
  void Read(std::string_view key, OptionalDate& out) {
    const TomlValue* const value = table_.Raw(key);
    if (value == nullptr) return;
    if (const auto* const date = std::get_if<TomlDate>(&value->data)) {
      out = {Date{.year = date->year, .month = date->month, .day = date->day},
             At(value->place)};
      return;
    }
    const auto* const text = std::get_if<std::string>(&value->data);
    const std::optional<Date> date =
        text != nullptr ? ParseIsoDate(*text) : std::nullopt;
    if (!date || date->ToString() != *text) {
      table_.RejectAt(value->place, Quoted(key) + " must be a day",
                      "\"2026-01-31\"");
      return;
    }
    out = {*date, At(value->place)};
  }

  void Read(std::string_view key, Texts& out) {
    for (const LocatedString& each : table_.StringsOrNone(key)) {
      std::string text(each.value);
      if (CheckForm(each, text)) out.push_back({text, At(each.place)});
    }
  }

  void Read(std::string_view key, Globs& out) {
    const std::size_t before = table_.error_count();
    for (const LocatedString& each : table_.StringsOrNone(key))
      ReadGlob(each, out);
    if (out.empty() && IsGood(key, before)) {
      table_.Reject(key, Quoted(key) + " names no file", "[\"archive/**\"]");
    }
  }

  void ReadGlob(const LocatedString& glob, Globs& out) {
    std::string text(glob.value);
    if (text.starts_with('!')) {
      table_.RejectPart(glob, 0, 1, "a glob cannot begin with `!`",
                        "write a table of its own for the other files");
      return;
    }
    if (text.starts_with("./")) text.erase(0, 2);
    if (text.ends_with('/')) text += "**";
    const bool anchored = text.find('/') != std::string::npos;
    if (text.starts_with('/')) text.erase(0, 1);
    GlobPattern pattern(text, anchored);
    if (!pattern.valid()) {
      table_.RejectPart(glob, 0, glob.value.size(),
                        Quoted(glob.value) + " is not a glob",
                        "a `[` needs its `]`, and a `\\` something after it");
      return;
    }
    out.push_back({.text = std::string(glob.value),
                   .anchored = anchored,
                   .pattern = std::move(pattern),
                   .at = At(glob.place)});
  }

  void Read(std::string_view key, RuleEntries& out) {
    std::optional<TableReader> rules = table_.TableOrNone(key);
    if (!rules) return;
    for (const TomlMember& member :
         std::get<TomlTable>(table_.Raw(key)->data)) {
      if (rules->Raw(member.key) != nullptr) ReadRule(*rules, member, out);
    }
  }

  void ReadRule(TableReader& rules, const TomlMember& member,
                RuleEntries& out) {
    const std::string& selector = member.key;
    const TomlValue& value = *member.value;
    RuleEntry entry{.selector = selector,
                    .severity = std::nullopt,
                    .at = At(member.key_place)};
    if (std::holds_alternative<std::string>(value.data)) {
      const std::size_t before = rules.error_count();
      const std::string state = rules.ChoiceOr(selector, "on", RuleStates());
      if (rules.error_count() != before) return;
      entry.severity = SeverityCalled(state);
      if (state == "off") entry.state = RuleEntry::State::kOff;
      out.push_back(std::move(entry));
      return;
    }
    const auto* const options = std::get_if<TomlTable>(&value.data);
    if (options == nullptr) {
      std::string hint = "off, on, info, warning, error, or a table";
      rules.RejectAt(value.place,
                     Quoted(selector) + " must be a string or a table, not " +
                         std::string(value.TypeName()),
                     std::move(hint));
      return;
    }
    if (ReadOptions(rules, *options, value, entry)) {
      out.push_back(std::move(entry));
    }
  }

  // False after a mistake.
  static bool ReadOptions(TableReader& rules, const TomlTable& options,
                          const TomlValue& value, RuleEntry& entry) {
    TableReader reader =
        rules.Nested(value, "[rules.\"" + entry.selector + "\"]");
    const std::size_t before = reader.error_count();
    if (reader.Has("severity")) {
      entry.severity =
          SeverityCalled(reader.ChoiceOr("severity", "warning", kSeverities));
    }
    for (const TomlMember& member : options) {
      if (member.key == "severity") continue;
      entry.options = &options;
      if (!CanChangeRuleKey(member.key)) {
        reader.RejectAt(
            member.key_place,
            Quoted(member.key) + " of a rule " + "cannot be changed",
            "write a rule of your own for that");
      } else if (entry.selector.ends_with('*')) {
        reader.RejectAt(member.key_place, Quoted(member.key) +
                                              " can be changed for one rule "
                                              "only, not for " +
                                              Quoted(entry.selector));
      }
    }
    return reader.error_count() == before;
  }

  void Read(std::string_view key, std::vector<ConfigOverride>& out) {
    for (TableReader& table : table_.TablesOrNone(key)) {
      ConfigOverride& each = out.emplace_back();
      each.at = At(table.place());
      KeyReader(table).ReadAll(ConfigOverrideKeys(), each);
    }
  }

  void Read(std::string_view key, std::vector<ConfigException>& out) {
    for (TableReader& table : table_.TablesOrNone(key)) {
      ConfigException& each = out.emplace_back();
      each.at = At(table.place());
      KeyReader(table).ReadAll(ConfigExceptionKeys(), each);
    }
  }

  void Read(std::string_view key, ConfigArticle& out) {
    std::optional<TableReader> table = table_.TableOrNone(key);
    if (table) KeyReader(*table).ReadAll(ConfigArticleKeys(), out);
  }

  // One selector, or a list of them; an empty one for none.
  void Read(std::string_view key, ConfigHints& out) {
    const TomlValue* const value = table_.Raw(key);
    if (value == nullptr) return;
    out.emplace();
    if (std::holds_alternative<TomlArray>(value->data)) {
      for (const LocatedString& each : table_.StringsOrNone(key))
        ReadHint(key, each, out);
      return;
    }
    const std::size_t before = table_.error_count();
    const std::string text = table_.StringOr(key, "");
    if (IsGood(key, before)) ReadHint(key, {text, value->place}, out);
  }

  // REQUIRES: "out" has a list
  void ReadHint(std::string_view key, const LocatedString& written,
                ConfigHints& out) {
    HintSelector::Mistake mistake;
    std::optional<HintSelector> selector =
        HintSelector::Compile(written.value, mistake);
    if (!selector) {
      table_.RejectPart(written, mistake.begin, mistake.end, mistake.what,
                        mistake.hint);
      return;
    }
    const bool takes_attribute = key != HintFieldName(HintField::kMain) &&
                                 key != HintFieldName(HintField::kDisclaimer) &&
                                 key != HintFieldName(HintField::kSkip);
    const std::size_t sign = written.value.rfind('@');
    if (!takes_attribute && selector->ReadsAttributes()) {
      table_.RejectPart(written, sign, written.value.size(),
                        Quoted(key) + " is an element, and takes no `@`",
                        "leave out what begins with `@`");
      return;
    }
    out->push_back({.text = std::string(written.value),
                    .selector = *std::move(selector),
                    .at = At(written.place)});
  }

  void Read(std::string_view key, TypeWords& out) {
    std::optional<TableReader> words = table_.TableOrNone(key);
    if (!words) return;
    for (const std::string_view word : words->Keys()) {
      const std::size_t before = words->error_count();
      std::string type = words->StringOr(word, "");
      if (words->error_count() != before || words->Raw(word) == nullptr) {
        continue;
      }
      out.push_back({.word = std::string(word),
                     .type = std::move(type),
                     .at = At(words->Raw(word)->place)});
    }
  }

  void Read(std::string_view key, LexiconTerms& out) {
    std::optional<TableReader> table = table_.TableOrNone(key);
    if (!table) return;
    for (const std::string_view lexicon : table->Keys()) {
      std::vector<LocatedString> terms = table->StringsOrNone(lexicon);
      for (const LocatedString& term : terms) {
        if (term.value.empty()) table->RejectAt(term.place, "a term is empty");
      }
      if (terms.empty()) continue;
      out.push_back({.lexicon = std::string(lexicon),
                     .file = table_.file_ptr(),
                     .place = table->Raw(lexicon)->place,
                     .terms = std::move(terms)});
    }
  }

  // False after a mistake.  May put "text" into its usual form.
  bool CheckForm(const LocatedString& written, std::string& text) {
    const auto reject = [&](std::string_view what, std::string hint) {
      table_.RejectPart(written, 0, written.value.size(), what,
                        std::move(hint));
      return false;
    };
    if (form_ == TextForm::kProfile) {
      if (std::ranges::find(ProfileNames(), text) != ProfileNames().end()) {
        return true;
      }
      std::string hint = DidYouMean(text, ProfileNames());
      hint += (hint.empty() ? "" : " ") + std::string("known profiles:");
      for (const std::string_view name : ProfileNames())
        hint += " " + std::string(name);
      return reject("there is no profile " + Quoted(text), std::move(hint));
    }
    if (form_ == TextForm::kDomain) {
      const bool is_url = text.find('/') != std::string::npos;
      const std::string host = HostOf(is_url ? text : "//" + text);
      if (is_url || host.find('.') == std::string::npos) {
        return reject(Quoted(text) + " is not a domain",
                      host.empty() ? "\"nhs.uk\"" : "write `" + host + "`");
      }
      text = host;
    }
    return true;
  }

  // True if the key is there and reading it was no mistake.
  bool IsGood(std::string_view key, std::size_t errors_before) {
    return table_.Has(key) && table_.error_count() == errors_before &&
           table_.Raw(key) != nullptr;
  }

  TableReader& table_;
  TextForm form_ = TextForm::kAny;
};

}  // namespace

std::string ConfigPlace::ToString() const {
  return file ? file->name() + ":" + std::to_string(place.line) : "";
}

Error ConfigPlace::ErrorAt(std::string_view what, std::string hint) const {
  return file->ErrorAt(place, what, std::move(hint));
}

bool FileGlob::Matches(std::string_view path) const {
  return pattern.Matches(anchored ? path : path.substr(path.rfind('/') + 1));
}

ConfigFile ReadConfigFile(std::shared_ptr<const TomlFile> file,
                          std::vector<Error>& errors) {
  ConfigFile config;
  TableReader table(file, file->root(), {}, "the configuration", errors);
  KeyReader(table).ReadAll(ConfigFileKeys(), config);
  config.file = std::move(file);
  return config;
}

}  // namespace medlint
