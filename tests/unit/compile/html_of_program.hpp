#pragma once
// Runs a program the simplest way, everything shown, and writes HTML as cmark-gfm's own renderer would:
// addresses as written, headings without ids.

#include <fmt/format.h>
#include <string>

#include "compile/blocks/href.hpp"
#include "model/program.hpp"

namespace tailorbird::test {

inline std::string titled(const std::string& title) {
  return title.empty() ? "" : " title=\"" + title + "\"";
}

inline std::string html_of_program(const Program& program) {
  std::string html;
  for (std::uint32_t at = program.main.begin; at < program.main.end; ++at) {
    const Instruction& now = program.code[at];
    switch (now.op) {
      case Op::literal:
      case Op::text:
        html += program.piece(now);
        break;
      case Op::begin_link: {
        const LinkUse& use = program.links[now.a];
        html += "<a href=\"" + escaped_href(use.written) + "\"" + titled(use.title) + ">";
        break;
      }
      case Op::end_link:
        html += "</a>";
        break;
      case Op::image: {
        const ImageUse& use = program.images[now.a];
        html += "<img src=\"" + escaped_href(use.written) + "\" alt=\"" + use.alt + "\"" + titled(use.title) +
                " />";
        break;
      }
      case Op::begin_heading:
        html += fmt::format("<h{}>", program.headings[now.a].level);
        break;
      case Op::end_heading:
        html += fmt::format("</h{}>\n", program.headings[now.a].level);
        break;
      default:
        html += fmt::format("[op {}]", static_cast<int>(now.op));
    }
  }
  return html;
}

}  // namespace tailorbird::test
