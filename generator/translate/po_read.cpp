#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string_view>

#include "base/strings.hpp"
#include "text/utf8.hpp"
#include "translate/po.hpp"

namespace tailorbird {
namespace {

struct Entry {
  int line = 0;
  bool fuzzy = false;
  std::map<std::string, std::string, std::less<>> fields;  // msgctxt, msgid, msgstr

  std::string_view field(std::string_view name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
  }
};

/// The text of a quoted string; nothing when the line is not one.
std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') return std::nullopt;
    if (text[at] != '\\') {
      result += text[at];
      continue;
    }
    if (++at == text.size()) return std::nullopt;
    const char c = text[at];
    if (c != 'n' && c != 't' && c != 'r' && c != '"' && c != '\\') return std::nullopt;
    result += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
  }
  return result;
}

/// Assembles entries from the lines of a file.
class Entries {
 public:
  /// Why the line cannot be read, or nothing.
  std::optional<std::string> add(std::string_view line, int number) {
    line = trim(line);
    if (line.empty() || line.starts_with("#~")) return end();
    if (line.starts_with('#')) {
      if (entry_.fields.contains("msgstr")) end();
      const std::vector<std::string_view> flags = words(replace_commas(line));
      if (line.starts_with("#,") && std::find(flags.begin(), flags.end(), "fuzzy") != flags.end())
        entry_.fuzzy = true;
      return std::nullopt;
    }
    return line.starts_with('"') ? more(line) : keyword(line, number);
  }

  std::optional<std::string> end() {
    if (!entry_.fields.empty()) all.push_back(std::move(entry_));
    entry_ = {};
    field_ = nullptr;
    return std::nullopt;
  }

  std::vector<Entry> all;

 private:
  std::string_view replace_commas(std::string_view line) {
    flags_ = replace_all(line, ",", " ");
    return flags_;
  }

  std::optional<std::string> more(std::string_view line) {
    std::optional<std::string> text = unquoted(line);
    if (!text || field_ == nullptr) return "this is not a string in quotes, or nothing is before it";
    *field_ += *text;
    return std::nullopt;
  }

  std::optional<std::string> keyword(std::string_view line, int number) {
    const std::string name(line.substr(0, line.find(' ')));
    if (name == "msgid_plural" || name.starts_with("msgstr[")) return "plural forms are not used here";
    if (name != "msgctxt" && name != "msgid" && name != "msgstr")
      return fmt::format("`{}` is not a keyword of PO", name);
    if (entry_.fields.contains("msgstr")) end();
    if (entry_.fields.contains(name)) return fmt::format("a second `{}`", name);
    std::optional<std::string> text = unquoted(trim(line.substr(name.size())));
    if (!text) return fmt::format("after `{}` comes a string in quotes", name);
    if (entry_.line == 0) entry_.line = number;
    field_ = &(entry_.fields[name] = std::move(*text));
    return std::nullopt;
  }

  Entry entry_;
  std::string* field_ = nullptr;
  std::string flags_;
};

void read_header(std::string_view text, ReturnedExchange& exchange) {
  for (const std::string_view line : split(text, '\n')) {
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trim(line.substr(std::min(colon + 1, line.size())));
    if (name == "Language") exchange.language = replace_all(value, "_", "-");
    if (name == "X-Source-Language") exchange.source_language = value;
    const std::vector<std::string_view> parts = words(value);
    if (!name.starts_with("X-Page-") || parts.size() != 3) continue;
    ReturnedFile file;
    file.source = parts[0];
    file.source_mark = parts[1];
    file.translation_state = parts[2];
    exchange.files.push_back(std::move(file));
  }
}

ReturnedUnit unit_of(const Entry& entry, std::string_view id) {
  ReturnedUnit unit;
  unit.id = id;
  unit.line = entry.line;
  unit.has_text = !entry.field("msgstr").empty();
  if (unit.has_text)
    unit.pieces.push_back({Piece::Role::text, CodeType::none, std::string(entry.field("msgstr")), {}});
  if (entry.fuzzy) unit.progress = Progress::fuzzy;
  return unit;
}

}  // namespace

Result<ReturnedExchange> read_po(const std::string& bytes) {
  if (first_invalid_utf8(bytes)) return Error{"it is not UTF-8"};
  Entries entries;
  int number = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    if (const auto problem = entries.add(line, ++number))
      return Error{fmt::format("line {}: {}", number, *problem)};
  }
  entries.end();
  ReturnedExchange exchange;
  std::map<std::string, std::size_t, std::less<>> files;
  for (const Entry& entry : entries.all) {
    if (entry.field("msgid").empty()) {
      read_header(entry.field("msgstr"), exchange);
      for (std::size_t index = 0; index < exchange.files.size(); ++index)
        files[exchange.files[index].source] = index;
      continue;
    }
    const std::string_view context = entry.field("msgctxt");
    const std::size_t space = context.rfind(' ');
    const auto file = files.find(context.substr(0, space));
    if (space == std::string_view::npos || file == files.end())
      return Error{
          fmt::format("line {}: `msgctxt` names no page that the header (X-Page-…) has", entry.line)};
    ReturnedFile& page = exchange.files[file->second];
    if (page.line == 0) page.line = entry.line;
    page.units.push_back(unit_of(entry, context.substr(space + 1)));
  }
  if (exchange.language.empty()) return Error{"its header names no language"};
  return exchange;
}

}  // namespace tailorbird
