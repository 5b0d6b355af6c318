// cmark-gfm as it is loses `~~` on some pages when two threads parse at once. Here no page loses anything,
// however many threads compile, and whatever others do meanwhile (compile/parse/special_characters.hpp).

#include <atomic>
#include <doctest/doctest.h>
#include <thread>
#include <vector>

#include "compile/compile.hpp"
#include "compile/parse/markdown.hpp"
#include "compile/parse/special_characters.hpp"
#include "support/compiled_page.hpp"

namespace tailorbird::test {
namespace {

Project project_of(std::size_t pages) {
  Project project;
  project.site = small_site();
  for (std::size_t index = 0; index < pages; ++index) {
    Page page = page_with("~~struck " + std::to_string(index) + "~~ and [span]{.only audience=\"hr\"}\n");
    page.path = "p" + std::to_string(index) + ".md";
    page.file = "content/en/" + page.path;
    project.pages.push_back(std::move(page));
  }
  return project;
}

bool is_whole(const Program& program, std::size_t index) {
  return program.text.find("<del>struck " + std::to_string(index) + "</del>") != std::string::npos &&
         program.conditions.size() == 1;
}

}  // namespace

TEST_CASE(
    "compiled pages: several threads read thousands of pages while they are compiled, and none is spoilt") {
  const Project project = project_of(4000);
  const CompiledPages pages(project, 8);
  std::atomic<std::size_t> whole = 0;
  std::vector<std::thread> readers;
  for (std::size_t reader = 0; reader < 4; ++reader) {
    readers.emplace_back([&, reader] {
      for (std::size_t index = reader; index < project.pages.size(); index += 4)
        whole += is_whole(pages.program(index), index) ? 1 : 0;
    });
  }
  for (std::thread& reader : readers) reader.join();
  CHECK(whole == project.pages.size());
  CHECK(pages.diagnostics().empty());
}

TEST_CASE("compiled pages: pages compiled by several threads at once are whole too") {
  const Project project = project_of(3000);
  std::atomic<std::size_t> whole = 0;
  std::vector<std::thread> threads;
  for (std::size_t number = 0; number < 4; ++number) {
    threads.emplace_back([&] {
      for (std::size_t index = 0; index < project.pages.size(); ++index) {
        whole += is_whole(compile_page(project.pages[index], project.site).program, index) ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(whole == 4 * project.pages.size());
}

TEST_CASE("compiled pages: two threads have a tree at the same time") {
  REQUIRE(compiled("~~a~~\n").diagnostics.empty());
  REQUIRE(special_characters_stay());  // else a lock keeps trees apart, and the other would wait for ever
  const MarkdownTree here("~~a~~ {b}\n\n[c]: d\n");
  bool struck = false;
  std::thread([&] {
    const MarkdownTree there("~~b~~\n");
    cmark_node* inside = cmark_node_first_child(cmark_node_first_child(there.root()));
    struck = cmark_node_get_type(inside) == extension_types().strikethrough;
  }).join();
  CHECK(struck);
  cmark_node* inside = cmark_node_first_child(cmark_node_first_child(here.root()));
  CHECK(cmark_node_get_type(inside) == extension_types().strikethrough);
}

TEST_CASE("compiled pages: diagnostics come in the order of the pages") {
  Project project = project_of(3);
  project.pages[0].body = "# One\n";
  project.pages[2].body = "# Two\n";
  const CompiledPages pages(project);
  const auto& found = pages.diagnostics().all();
  REQUIRE(found.size() == 2);
  CHECK(found[0].where.file == "content/en/p0.md");
  CHECK(found[1].where.file == "content/en/p2.md");
}

TEST_CASE("compiled pages: what is known is taken over, with its diagnostics, and the rest compiled") {
  Project project = project_of(3);
  project.pages[0].body = "# One\n";
  project.pages[2].body = "# Two\n";
  const CompiledPages before(project);
  CHECK(before.diagnostics().all().size() == 2);
  const CompiledPages after(project, 0, {before.if_ready(0), nullptr, nullptr});
  CHECK(after.diagnostics().all().size() == 2);
  CHECK(&after.program(0) == &before.program(0));
  CHECK(&after.program(2) != &before.program(2));
  CHECK(after.program(2).text == before.program(2).text);
}

TEST_CASE("compiled pages: they can be given up before all are compiled") {
  const Project project = project_of(2000);
  { const CompiledPages pages(project); }
  const CompiledPages again(project);
  CHECK(is_whole(again.program(0), 0));
}

TEST_CASE("compiled pages: programs that may leave memory are the same") {
  const Project project = project_of(2000);
  MappedMemory memory(0);
  const CompiledPages pages(project, 2, {}, {}, &memory);
  std::size_t whole = 0;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Compiled alone = compile_page(project.pages[index], project.site);
    const Program& program = pages.program(index);
    whole += program.text == alone.program.text && program.code == alone.program.code ? 1 : 0;
  }
  CHECK(whole == project.pages.size());
}

TEST_CASE("compiled pages: a project without pages is ready at once") {
  const Project project = project_of(0);
  const CompiledPages pages(project);
  CHECK(pages.diagnostics().empty());
}

TEST_CASE("compiled pages: equal pages give equal programs, whatever was compiled before") {
  const Project project = project_of(1);
  const Program first = compile_page(project.pages[0], project.site).program;
  compiled("::: {.only audience=\"hr\"}\n~~a~~ [b]{.x}\n");
  const Program second = compile_page(project.pages[0], project.site).program;
  CHECK(first.text == second.text);
  CHECK(first.code == second.code);
}

}  // namespace tailorbird::test
