#include "compile/program_writer.hpp"

#include <string>

#include "text/html_escape.hpp"

namespace tailorbird {

void ProgramWriter::extend(Op op, std::size_t begin) {
  const auto size = static_cast<std::uint32_t>(program_.text.size() - begin);
  if (size == 0) return;
  line_begins_ = program_.text.back() == '\n';
  auto& code = program_.code;
  if (code.size() > unmerged_ && code.back().op == op && code.back().a + code.back().b == begin) {
    code.back().b += size;
    return;
  }
  code.push_back({op, static_cast<std::uint32_t>(begin), size});
}

void ProgramWriter::literal(std::string_view html) {
  const std::size_t begin = program_.text.size();
  program_.text += html;
  extend(Op::literal, begin);
}

void ProgramWriter::attribute(std::string_view name, std::string_view value) {
  std::string html = " ";
  html.append(name).append("=\"");
  append_html_escaped(html, value);
  literal(html += '"');
}

void ProgramWriter::text(std::string_view words) {
  const std::size_t begin = program_.text.size();
  program_.text += words;
  extend(Op::text, begin);
}

void ProgramWriter::fresh_line() {
  if (!line_begins_) literal("\n");
}

std::uint32_t ProgramWriter::add(Op op, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t index = end();
  program_.code.push_back({op, a, b});
  const bool writes = op == Op::variable || op == Op::begin_link || op == Op::end_link || op == Op::image ||
                      op == Op::begin_heading || op == Op::end_heading || op == Op::footnote ||
                      op == Op::include || op == Op::component;
  if (writes) line_begins_ = op == Op::end_heading;
  return index;
}

std::uint32_t ProgramWriter::mark() {
  unmerged_ = end();
  line_begins_ = true;
  return unmerged_;
}

}  // namespace tailorbird
