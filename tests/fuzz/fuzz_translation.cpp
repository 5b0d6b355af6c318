// Any bytes as texts that come back from translators, XLIFF or PO: it ends, and a page made of them holds
// every condition of its source, so that nothing is shown to readers whom the author left out.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fuzz/project.hpp"
#include "read/project.hpp"
#include "translate/exchange.hpp"
#include "translate/import.hpp"

namespace {

using namespace tailorbird;

constexpr std::string_view source =
    "---\ntitle: Talk\nsummary: What to say.\n---\n\n"
    "Ask *how* they are, not [what]{.only audience=\"manager\"} they have. See [the start](index.md "
    "\"Home\").\n\n"
    "::: {.only audience=\"hr\"}\n## After {#after}\n\n- `Code` and {{< var contact.hr.name >}}\n- "
    "Two[^1]\n:::\n\n"
    "[^1]: A **note**.\n";

/// The project in two languages, with one page to translate.
struct TranslationProject {
  test::FuzzProject files;
  Project project;

  TranslationProject() {
    files.write(
        "content/site.yaml",
        "title: {en: Fuzz, nl: Fuzz}\nlanguages: [en, nl]\ndimensions:\n  audience:\n    label: Role\n"
        "    values: {manager: {label: M}, hr: {label: H}}\nroles: {hr: HR}\n");
    files.write("content/en/talk.md", source);
    project = read_project(files.root().string())->project;
  }
};

std::size_t conditions_in(std::string_view page) {
  std::size_t count = 0;
  for (auto at = page.find("audience="); at != std::string_view::npos; at = page.find("audience=", at + 1))
    ++count;
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TranslationProject made;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const ExchangeFormat* format = format_of(bytes.starts_with('<') ? "nl.xlf" : "nl.po");
  const Result<ReturnedExchange> returned = format->read(bytes);
  if (!returned) return 0;
  const Result<Import> import = read_import(made.project, made.files.root(), *returned, {"nl", false});
  if (!import) return 0;
  for (const ImportedPage& page : import->pages) {
    if (page.file.ends_with("/talk.md") && conditions_in(page.bytes) < conditions_in(source)) std::abort();
  }
  return 0;
}
