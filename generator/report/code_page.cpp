#include "report/code_page.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "diag/print.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view whole_file = "` (the whole file)";
constexpr std::string_view commands = "In the folder:";

/// "An error", "A warning".
std::string with_article(Severity severity) {
  const std::string_view word = severity_word(severity);
  return fmt::format(
      "{} {}", std::string_view("aeiou").find(word.front()) != std::string_view::npos ? "An" : "A", word);
}

std::string kind_text(const DiagnosticCode& code) {
  const std::string_view change = code.can_be_lowered
                                      ? "`checks` in `content/site.yaml`, or a comment beside the text, can "
                                        "change that."
                                      : "It cannot be lowered: it prevents leaks or broken output.";
  return fmt::format("{}. {}", with_article(code.severity), change);
}

/// Instead of examples.
constexpr std::string_view without_example =
    "There is no example: it would be too long to show, or something else stops such a text or file before, "
    "and "
    "this is looked for in case that fails.";

/// The number of backticks that a line begins with.
std::size_t ticks(std::string_view line) { return std::min(line.find_first_not_of('`'), line.size()); }

/// The text between the headings of a page.
class ExampleReader {
 public:
  CodeExamples read(std::string_view markdown) {
    for (const std::string_view line : split(markdown, '\n')) take(line);
    return std::move(examples_);
  }

 private:
  void take(std::string_view line) {
    if (fence_ > 0) {
      in_fence(line);
    } else if (line.starts_with("## ")) {
      part_ = line == "## Bad" ? &examples_.bad : line == "## Good" ? &examples_.good : nullptr;
      next_ = {};
    } else if (ticks(line) >= 3) {
      fence_ = ticks(line);
      text_.clear();
    } else if (line.starts_with('`')) {
      next_.whole = line.ends_with(whole_file);
      next_.path = line.substr(1, line.find('`', 1) - 1);
    } else if (line.starts_with("It says")) {
      says_ = true;
    }
  }

  void in_fence(std::string_view line) {
    if (ticks(line) == fence_ && line.size() == fence_) return end_fence();
    text_ += line;
    text_ += '\n';
  }

  void end_fence() {
    fence_ = 0;
    if (says_) {
      examples_.says = std::move(text_);
    } else if (part_ != nullptr) {
      next_.text = std::move(text_);
      part_->push_back(std::move(next_));
    }
    says_ = false;
    next_ = {};
    text_.clear();
  }

  CodeExamples examples_;
  std::vector<ExampleFile>* part_ = nullptr;
  ExampleFile next_;
  bool says_ = false;
  std::size_t fence_ = 0;
  std::string text_;
};

std::string fenced(std::string_view language, std::string_view text) {
  std::size_t longest = 2;
  for (const std::string_view line : split(text, '\n')) longest = std::max(longest, ticks(line));
  const std::string fence(longest + 1, '`');
  return fmt::format("{}{}\n{}{}\n", fence, language, text, fence);
}

std::string_view language_of(std::string_view path) {
  struct Row {
    std::string_view ending;
    std::string_view language;
  };
  constexpr auto rows = std::to_array<Row>({{".md", "markdown"},
                                            {".yaml", "yaml"},
                                            {".xml", "xml"},
                                            {".svg", "xml"},
                                            {".css", "css"},
                                            {".js", "js"},
                                            {".mustache", "html"},
                                            {".html", "html"}});
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return path.ends_with(one.ending); });
  return row == rows.end() ? "text" : row->language;
}

std::string example_markdown(const std::vector<ExampleFile>& files) {
  std::string text;
  for (const ExampleFile& file : files) {
    if (file.path.empty()) {
      text += fmt::format("\n{}\n\n{}", commands, fenced("sh", file.text));
    } else {
      text += fmt::format("\n`{}{}\n\n{}", file.path, file.whole ? whole_file : "`",
                          fenced(language_of(file.path), file.text));
    }
  }
  return text;
}

std::string indented(std::string_view text) {
  std::string result;
  for (const std::string_view line : split(text.substr(0, text.find_last_not_of('\n') + 1), '\n'))
    result += line.empty() ? "\n" : fmt::format("    {}\n", line);
  return result;
}

std::string example_text(std::string_view heading, const std::vector<ExampleFile>& files) {
  std::string text;
  for (const ExampleFile& file : files) {
    const bool one = &file == &files.front();
    text += fmt::format("\n{}{}\n{}", one ? heading : "and, ",
                        file.path.empty() ? "in the folder" : file.path, indented(file.text));
  }
  return text;
}

}  // namespace

CodeExamples read_code_examples(std::string_view markdown) { return ExampleReader().read(markdown); }

std::string code_page_markdown(const DiagnosticCode& code, const CodeExamples& examples) {
  std::string text = fmt::format("# {}\n\n*{}*\n\n**Why it matters.** {}\n\n**What to do.** {}\n", code.code,
                                 kind_text(code), code.why, code.fix);
  if (examples.bad.empty()) return text + fmt::format("\n{}\n", without_example);
  return text + fmt::format(
                    "\n## Bad\n{}\nIt says:\n\n{}\n## Good\n{}\n[How to read these "
                    "examples](README.md#the-examples)\n",
                    example_markdown(examples.bad), fenced("text", examples.says),
                    example_markdown(examples.good));
}

std::string code_page_text(const DiagnosticCode& code, const CodeExamples& examples) {
  std::string text = fmt::format("{}: {}\n\nwhy: {}\nfix: {}\n", code.code,
                                 replace_all(kind_text(code), "`", ""), code.why, code.fix);
  if (examples.bad.empty()) return text + fmt::format("\n{}\n", without_example);
  text += example_text("Bad: ", examples.bad);
  if (!examples.says.empty()) text += "\nIt says:\n" + indented(examples.says);
  text += example_text("Good: ", examples.good);
  return text;
}

fs::path code_page_path(const fs::path& data_folder, std::string_view code) {
  return data_folder / "docs/reference/codes" / fmt::format("{}.md", code);
}

std::string code_list_markdown() {
  std::string text =
      "# What can be found wrong\n\n"
      "A message of `tailorbird check` shows its code in brackets. `tailorbird explain CODE` shows its "
      "page.\n\n"
      "`checks` in `content/site.yaml` makes a kind of finding more or less serious. Those in the last "
      "column "
      "cannot be made less serious: they keep text from readers it is not meant for, or output from being "
      "broken.\n\n"
      "| Code | | Why it matters | |\n|---|---|---|---|\n";
  for (const DiagnosticCode& row : diagnostic_codes()) {
    text += fmt::format("| [{0}]({0}.md) | {1} | {2} | {3} |\n", row.code, severity_word(row.severity),
                        replace_all(std::string(row.why), "|", "\\|"), row.can_be_lowered ? "" : "stays");
  }
  text +=
      "\n## The examples\n\n"
      "Each page has an example that gets the finding and one that does not. Both are run by the tests.\n\n"
      "They stand in the small project of [../example/project](../example/project), those about SCORM "
      "packages "
      "in the package of [../example/package](../example/package). What an example does not say is as it is "
      "there:\n\n"
      "- a Markdown file without front matter has only the title `Example`;\n"
      "- a YAML file replaces the keys at its left edge, and leaves the others;\n"
      "- an XML file replaces the first element of its name;\n"
      "- all other files, and those that are called whole, are as they are shown.\n";
  return text;
}

}  // namespace tailorbird
