// Tables (blocks.hpp).

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "compile/blocks/blocks.hpp"
#include "compile/blocks/emptiness.hpp"
#include "compile/blocks/inlines.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

struct Row {
  cmark_node* node;
  MarkMeaning mark;
};

bool is_header(cmark_node* row) { return cmark_gfm_extensions_get_table_row_is_header(row) != 0; }

/// The number of cells in the source of a row. cmark drops cells beyond the columns of the header, and a mark
/// in them would be lost.
std::size_t written_cells(std::string_view line) {
  std::string_view row = trim(line);
  row.remove_prefix(std::min(row.find_first_not_of("> \t"), row.size()));
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
  std::size_t cells = 1;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '|') {
      ++cells;
    }
  }
  return cells;
}

bool is_too_long(Context& context, cmark_node* row, std::size_t columns) {
  const int line = cmark_node_get_start_line(row);
  const std::size_t cells = written_cells(context.source.line(line));
  if (cells <= columns) return false;
  const SourceRange at =
      context.source.range(context.source.line_start(line), context.source.line(line).size());
  context.failure("table-row-too-long", at.start, at.length,
                  fmt::format("this row has {} cells and the table has {} columns", cells, columns));
  return true;
}

/// The last cell that is not empty: cmark fills up short rows with empty cells.
cmark_node* last_cell(cmark_node* row) {
  cmark_node* cell = cmark_node_last_child(row);
  while (cell != nullptr && cmark_node_first_child(cell) == nullptr) cell = cmark_node_previous(cell);
  return cell;
}

MarkMeaning read_row_mark(Context& context, cmark_node* row) {
  MarkMeaning mark;
  mark.readable = true;
  cmark_node* cell = last_cell(row);
  cmark_node* node = cell == nullptr ? nullptr : take_trailing_mark(cell);
  if (node != nullptr) {
    const bool header = is_header(row);
    mark = understand(context, read_mark_node(context, node),
                      {.about = header ? "the header of a table" : "a table row", .condition = !header});
    cmark_node_free(node);
  }
  move_to(context, row);
  for (cmark_node* one : children_of(row)) {
    if (!marks_are_sound(context, one)) mark.readable = false;
  }
  return mark;
}

std::vector<Row> read_rows(Context& context, cmark_node* table) {
  const std::size_t columns = cmark_gfm_extensions_get_table_columns(table);
  std::vector<Row> rows;
  for (cmark_node* node : children_of(table)) {
    move_to(context, node);
    Row row{node, read_row_mark(context, node)};
    if (!is_header(node) && is_too_long(context, node, columns)) row.mark.readable = false;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string_view align_attribute(std::uint8_t alignment) {
  switch (alignment) {
    case 'l':
      return " align=\"left\"";
    case 'c':
      return " align=\"center\"";
    case 'r':
      return " align=\"right\"";
    default:
      return "";
  }
}

/// Writes the cells of a row. `condition`: that of the row, whose label is put into the first cell; -1: none.
void compile_cells(Context& context, cmark_node* row, const std::uint8_t* alignments, int condition) {
  const bool header = is_header(row);
  std::size_t column = 0;
  for (cmark_node* cell : children_of(row)) {
    context.writer.fresh_line();
    context.writer.literal(header ? "<th" : "<td");
    context.writer.literal(align_attribute(alignments[column]));
    context.writer.literal(">");
    if (column++ == 0 && condition >= 0)
      context.writer.add(Op::if_label, static_cast<std::uint32_t>(condition));
    compile_inlines(context, cell);
    context.writer.literal(header ? "</th>" : "</td>");
  }
}

void compile_row(Context& context, const Row& row, const std::uint8_t* alignments, bool optional) {
  if (!row.mark.readable) return;
  move_to(context, row.node);
  context.writer.fresh_line();
  const ConditionScope scope(context, row.mark, Placement::element);
  const auto condition = static_cast<std::uint32_t>(scope.condition());
  if (optional && !is_header(row.node)) context.writer.add(Op::content);
  context.writer.literal("<tr");
  if (scope.condition() >= 0) context.writer.add(Op::if_attributes, condition);
  context.writer.literal(">");
  compile_cells(context, row.node, alignments, scope.condition());
  context.writer.fresh_line();
  context.writer.literal("</tr>\n");
}

}  // namespace

void compile_table(Context& context, cmark_node* table) {
  const std::vector<Row> rows = read_rows(context, table);
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
  const bool optional = rows.size() > 1 && std::all_of(rows.begin() + 1, rows.end(), [](const Row& one) {
                          return !one.mark.readable || one.mark.condition;
                        });
  context.writer.fresh_line();
  const OptionalScope scope(context, optional, optional_rows);
  context.writer.literal("<table>\n");
  for (std::size_t index = 0; index < rows.size(); ++index) {
    const bool header = index == 0;
    if (header) context.writer.literal("<thead>\n");
    if (index == 1) context.writer.literal("<tbody>\n");
    compile_row(context, rows[index], alignments, optional);
    if (header) context.writer.literal("</thead>\n");
  }
  if (rows.size() > 1) context.writer.literal("</tbody>\n");
  context.writer.literal("</table>\n");
}

}  // namespace tailorbird
