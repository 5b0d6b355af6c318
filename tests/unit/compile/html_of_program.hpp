#pragma once
// Runs a program the simplest way, everything shown, and writes HTML as cmark-gfm's own renderer would:
// addresses as written, headings without ids.

#include <fmt/format.h>
#include <string>

#include "compile/blocks/href.hpp"
#include "model/program.hpp"
#include "text/html_escape.hpp"

namespace tailorbird::test {

inline std::string titled(const std::string& title) {
  return title.empty() ? "" : " title=\"" + html_escaped(title) + "\"";
}

inline std::string address(std::string_view written) {
  std::string html;
  append_address_escaped(html, percent_encoded(written));
  return html;
}

inline std::string html_of_program(const Program& program) {
  std::string html;
  for (std::uint32_t at = program.main.begin; at < program.main.end; ++at) {
    const Instruction& now = program.code[at];
    switch (now.op) {
      case Op::literal:
        html += program.piece(now);
        break;
      case Op::text:
        append_html_escaped(html, program.piece(now));
        break;
      case Op::begin_link: {
        const LinkUse& use = program.links[now.a];
        const bool outside = use.kind == LinkUse::Kind::outside;
        html += "<a href=\"" + address(outside ? use.target : use.written) + "\"" + titled(use.title) + ">";
        break;
      }
      case Op::end_link:
        html += "</a>";
        break;
      case Op::image: {
        const ImageUse& use = program.images[now.a];
        html += "<img src=\"" + address(use.written) + "\" alt=\"" + html_escaped(use.alt) + "\"" +
                titled(use.title) + " />";
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
