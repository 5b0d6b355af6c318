#pragma once
// Reference pages on diagnostics (docs/reference/codes/). Facts come from the table of codes; the two
// examples are written by hand and run as tests.

#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "diag/codes.hpp"

namespace tailorbird {

/// A file of an example, or commands that make it.
struct ExampleFile {
  std::string path;    // "content/en/page.md"; empty: commands for a shell, run in the folder
  bool whole = false;  // false: the rest of the file is as in docs/reference/example/
  std::string text;
};

struct CodeExamples {
  std::vector<ExampleFile> bad;
  std::string says;  // the message for the bad example
  std::vector<ExampleFile> good;
};

/// The examples of a page. Lenient: missing ones are empty.
CodeExamples read_code_examples(std::string_view markdown);

/// The whole page, as Markdown.
std::string code_page_markdown(const DiagnosticCode& code, const CodeExamples& examples);

/// The same for a terminal.
std::string code_page_text(const DiagnosticCode& code, const CodeExamples& examples);

/// The path of a code's page below `data_folder`.
fs::path code_page_path(const fs::path& data_folder, std::string_view code);

/// The list of all codes, docs/reference/codes/README.md.
std::string code_list_markdown();

}  // namespace tailorbird
