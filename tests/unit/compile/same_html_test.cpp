// Plain Markdown comes out as cmark-gfm's own renderer writes it, but for bytes beyond ASCII. So everything
// that is known about CommonMark and GFM holds for our pages.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <doctest/doctest.h>
#include <memory>
#include <regex>
#include <set>

#include "base/strings.hpp"
#include "html_of_program.hpp"
#include "markdown_samples.hpp"
#include "support/compiled_page.hpp"
#include "text/html_escape.hpp"

namespace tailorbird::test {
namespace {

std::string html_by_cmark(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_DEFAULT), &cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  cmark_node* document = cmark_parser_finish(parser.get());
  char* html =
      cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser.get()));
  std::string ascii;
  append_ascii_html(ascii, html);
  std::free(html);
  cmark_node_free(document);
  return ascii;
}

std::string html_by_us(std::string_view markdown) {
  const Compiled page = compiled(std::string(markdown));
  CHECK_FALSE(page.program.failed);
  return html_of_program(page.program);
}

/// How the words of a sample stand in a larger text.
struct Frame {
  std::string_view name;
  std::string_view before;
  std::string_view after;
};

constexpr Frame frames[] = {
    {"paragraph", "", "\n"},
    {"after a paragraph", "One paragraph.\n\n", "\n\nAnother.\n"},
    {"heading", "## ", "\n"},
    {"quote", "> ", "\n"},
    {"bullet", "- ", "\n- another\n"},
    {"number", "3. ", "\n\n   more\n"},
    {"cell", "| head | two |\n|:-:|--:|\n| x | ", " |\n"},
    {"emphasis", "a *b ", " c* d\n"},
    {"strong", "**b** and __c__ ", "\n"},
};

/// Blocks that hold other blocks: each line of a sample is put behind `first` or `rest`.
struct Indent {
  std::string_view name;
  std::string_view first;
  std::string_view rest;
};

constexpr Indent indents[] = {
    {"alone", "", ""},
    {"in a quote", "> ", "> "},
    {"in an item", "- ", "  "},
    {"in a numbered item", "10. ", "    "},
    {"in a quoted item", "> - ", ">   "},
};

std::string indented(std::string_view sample, const Indent& indent) {
  std::string text;
  bool first = true;
  for (const std::string_view line : split(sample, '\n')) {
    text += first ? indent.first : indent.rest;
    text += line;
    text += '\n';
    first = false;
  }
  return text;
}

}  // namespace

TEST_CASE("same html: words, in every block that can hold them") {
  for (const std::string_view sample : inline_samples) {
    for (const Frame& frame : frames) {
      const bool one_line = sample.find('\n') == std::string_view::npos;
      const bool takes_lines = frame.name.find("paragraph") != std::string_view::npos;
      if (!one_line && !takes_lines) continue;
      if (frame.name == "cell" && sample.find('|') != std::string_view::npos) continue;
      const std::string markdown = std::string(frame.before) + std::string(sample) + std::string(frame.after);
      CAPTURE(markdown);
      CHECK(html_by_us(markdown) == html_by_cmark(markdown));
    }
  }
}

TEST_CASE("same html: blocks, alone and in every block that can hold them") {
  for (const std::string_view sample : block_samples) {
    // cmark knows boxes to tick only where no quote is around them; we know them there too (tests/spec).
    const bool has_box = sample.find("[ ]") != std::string::npos || sample.find("[x]") != std::string::npos ||
                         sample.find("[X]") != std::string::npos;
    for (const Indent& indent : indents) {
      if (has_box && indent.first.starts_with('>')) continue;
      const std::string markdown = indented(sample, indent);
      CAPTURE(markdown);
      CHECK(html_by_us(markdown) == html_by_cmark(markdown));
    }
  }
}

TEST_CASE("same html: blocks that follow each other") {
  for (const std::string_view before : block_samples) {
    for (const std::string_view after : followers) {
      const std::string markdown = std::string(before) + "\n" + std::string(after) + "\n";
      CAPTURE(markdown);
      CHECK(html_by_us(markdown) == html_by_cmark(markdown));
    }
  }
}

TEST_CASE("same html: the samples are several hundred, each once") {
  std::set<std::string_view> all;
  for (const auto& sample : inline_samples) all.insert(sample);
  for (const auto& sample : block_samples) all.insert(sample);
  CHECK(all.size() == std::size(inline_samples) + std::size(block_samples));
  CHECK(all.size() >= 300);
}

}  // namespace tailorbird::test
