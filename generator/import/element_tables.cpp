// Tables: Markdown has one row of headers, and one line of words in each cell.

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "import/element_inlines.hpp"

namespace tailorbird {
namespace {

struct TableRow {
  std::vector<std::string> cells;
  bool is_header = false;
  std::uint32_t line = 0;
  std::string readers;
};

/// The number of columns that a cell spans.
std::size_t columns_of(pugi::xml_node cell) {
  const std::string_view text = cell.attribute("colspan").value();
  std::size_t columns = 1;
  std::from_chars(text.data(), text.data() + text.size(), columns);
  return std::clamp<std::size_t>(columns, 1, 50);
}

bool is_flat(const ElementRow& row) {
  return row.role != ElementRole::bullets && row.role != ElementRole::numbers &&
         row.role != ElementRole::table;
}

std::string words_for(pugi::xml_node element, ElementLanguage& language, bool& was_flat);

/// Words of a cell; paragraphs and items of lists follow each other.
std::string cell_words(pugi::xml_node cell, ElementLanguage& language, bool& was_flat) {
  std::string words;
  for (const pugi::xml_node child : cell.children()) {
    if (child.type() != pugi::node_element) {
      words += inline_of(child, language);
      continue;
    }
    const ElementRow row = language.row(child);
    const bool list = row.role == ElementRole::bullets || row.role == ElementRole::numbers;
    if (!is_flat(row)) was_flat = false;
    const bool block = list || row.role == ElementRole::paragraph || row.role == ElementRole::table ||
                       row.role == ElementRole::item || row.role == ElementRole::row;
    const bool deep = list || row.role == ElementRole::table;
    const std::string inside = deep ? words_for(child, language, was_flat) : inline_of(child, language);
    if (block && !trim(words).empty()) words = fmt::format("{} ", std::string(trim(words)));
    words += inside;
    if (row.role == ElementRole::item && child.next_sibling())
      words = fmt::format("{}; ", std::string(trim(words)));
  }
  return words;
}

/// Words of a cell, or of a list in it, with its readers.
std::string words_for(pugi::xml_node element, ElementLanguage& language, bool& was_flat) {
  const std::optional<std::string> readers = language.readers(element);
  if (!readers) return {};
  const std::optional<std::string> instead = language.words_instead(element);
  std::string words = instead ? *instead : cell_words(element, language, was_flat);
  const std::string_view inside = trim(words);
  return readers->empty() || inside.empty() ? words : fmt::format("[{}]{{{}}}", inside, *readers);
}

void collect_row(pugi::xml_node element, bool in_head, ElementLanguage& language,
                 std::vector<TableRow>& rows) {
  const std::optional<std::string> readers = language.readers(element);
  if (!readers) return;
  if (!language.replaced(element).empty()) {
    language.lose("include-lost", element, "a row that is reused from elsewhere");
    return;
  }
  TableRow row{{}, in_head, language.line(element), *readers};
  bool all_headers = true;
  for (const pugi::xml_node cell : element.children()) {
    const ElementRole role =
        cell.type() == pugi::node_element ? language.row(cell).role : ElementRole::silent;
    if (role != ElementRole::cell && role != ElementRole::header_cell) continue;
    bool was_flat = true;
    row.cells.push_back(on_one_line(words_for(cell, language, was_flat)));
    if (!was_flat) language.lose("html-lost", cell, "a list or table in a cell; its words stand in a row");
    all_headers = all_headers && role == ElementRole::header_cell;
    const std::size_t more = columns_of(cell) - 1;
    row.cells.insert(row.cells.end(), more, "");
    if (more > 0 || cell.attribute("rowspan") || cell.attribute("morerows"))
      language.lose("html-lost", cell, "a cell over several columns or rows; its words stand in the first");
  }
  row.is_header = in_head || (rows.empty() && all_headers);
  if (!row.cells.empty()) rows.push_back(std::move(row));
}

void collect_rows(pugi::xml_node element, bool in_head, ElementLanguage& language,
                  std::vector<TableRow>& rows) {
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    const ElementRow row = language.row(child);
    if (row.role == ElementRole::row) {
      collect_row(child, in_head || row.value == "head", language, rows);
    } else if (row.role == ElementRole::table_part || row.role == ElementRole::through) {
      collect_rows(child, in_head || row.value == "head", language, rows);
    }
  }
}

std::string row_text(const TableRow& row, std::size_t columns) {
  std::string text = "|";
  for (std::size_t column = 0; column < columns; ++column) {
    const bool last = column + 1 == columns;
    text += fmt::format(" {}{} |", column < row.cells.size() ? row.cells[column] : std::string(),
                        last && !row.readers.empty() ? fmt::format(" {{{}}}", row.readers) : std::string());
  }
  return text;
}

}  // namespace

std::string on_one_line(std::string_view words) {
  std::string line = replace_all(replace_all(trim(words), line_break_sign, " "), "\n", " ");
  while (line.find("  ") != std::string::npos) line = replace_all(line, "  ", " ");
  return std::string(trim(line));
}

ImportLines element_table(pugi::xml_node table, ElementLanguage& language) {
  std::vector<TableRow> rows;
  collect_rows(table, false, language, rows);
  std::size_t columns = 0;
  for (const TableRow& row : rows) columns = std::max(columns, row.cells.size());
  if (columns == 0) return {};
  if (rows.size() == 1 && columns == 1) {
    const std::string& words = rows[0].cells[0];
    if (rows[0].readers.empty() || words.empty()) return {{rows[0].line, words}};
    return {{rows[0].line, fmt::format("[{}]{{{}}}", words, rows[0].readers)}};
  }
  if (!rows.front().is_header) rows.insert(rows.begin(), {{}, true, rows.front().line, {}});
  ImportLines lines;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    lines.push_back({rows[index].line, row_text(rows[index], columns)});
    if (index == 0) {
      std::string rule = "|";
      for (std::size_t column = 0; column < columns; ++column) rule += "---|";
      lines.push_back({rows[0].line, rule});
    }
  }
  return lines;
}

}  // namespace tailorbird
