#include "import/docx_look.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

#include "base/strings.hpp"
#include "import/content_counts.hpp"
#include "package/xml_document.hpp"

namespace tailorbird {
namespace {

/// Styles that pandoc understands, or that have no meaning for the text. `*` at the end: any ending.
constexpr auto known_styles = std::to_array<std::string_view>({"normal",
                                                               "normal (web)",
                                                               "body text*",
                                                               "heading *",
                                                               "title",
                                                               "subtitle",
                                                               "list*",
                                                               "caption",
                                                               "quote",
                                                               "intense quote",
                                                               "block text",
                                                               "header",
                                                               "footer",
                                                               "footnote*",
                                                               "endnote*",
                                                               "toc *",
                                                               "table*",
                                                               "no spacing",
                                                               "plain text",
                                                               "first paragraph",
                                                               "compact",
                                                               "source code",
                                                               "html preformatted",
                                                               "bibliography",
                                                               "annotation*",
                                                               "balloon text",
                                                               "date",
                                                               "author",
                                                               "abstract",
                                                               "image caption",
                                                               "captioned figure",
                                                               "figure"});

bool is_known_style(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return std::any_of(known_styles.begin(), known_styles.end(), [&](std::string_view one) {
    return one.ends_with('*') ? lower.starts_with(one.substr(0, one.size() - 1)) : lower == one;
  });
}

bool is(pugi::xml_node node, std::string_view name) { return name == node.name(); }

class DocxReader {
 public:
  DocxReader(DocxLook& look, std::map<std::string, std::string> names)
      : look_(look), names_(std::move(names)) {}

  void read(pugi::xml_node element, bool in_table) {
    for (const pugi::xml_node child : element.children()) {
      if (is(child, "w:p")) {
        paragraph(child, in_table);
      } else if (is(child, "w:tbl")) {
        ++look_.counts.tables;
        read(child, true);
      } else if (!is(child, "w:txbxContent")) {
        read(child, in_table);
      }
    }
  }

 private:
  void paragraph(pugi::xml_node element, bool in_table) {
    ++number_;
    const std::string text = docx_text(element);
    here_ = {number_, first_words(text)};
    look_.counts.words += count_plain_words(text);
    const pugi::xml_node properties = element.child("w:pPr");
    const std::string style = name_of(properties.child("w:pStyle").attribute("w:val").value());
    const std::string lower = ascii_lower(style);
    if (lower == "title" && look_.title.empty()) look_.title = trim(text);
    if (!trim(text).empty()) {
      if (lower.starts_with("heading ") || lower == "title")
        ++look_.counts.headings;
      else if (properties.child("w:numPr") || lower.starts_with("list "))
        ++look_.counts.items;
      else if (!in_table)
        ++look_.counts.paragraphs;
      if (!style.empty() && !is_known_style(style)) look_.styles[style].push_back(here_);
    }
    inside(element);
  }

  void inside(pugi::xml_node element) {
    for (const pugi::xml_node child : element.children()) {
      if (is(child, "mc:Fallback")) continue;  // the same content again, for older programs
      if (is(child, "w:hyperlink")) ++look_.counts.links;
      if (is(child, "a:blip") || is(child, "v:imagedata")) ++look_.counts.pictures;
      if (is(child, "w:commentReference")) look_.comments.push_back(here_);
      if (is(child, "w:ins") || is(child, "w:del")) look_.changes.push_back(here_);
      if (is(child, "w:object") || is(child, "c:chart") || is(child, "dgm:relIds"))
        look_.drawings.push_back(here_);
      if (is(child, "w:txbxContent")) {
        look_.text_boxes.push_back({number_, first_words(docx_text(child))});
        look_.counts.words += count_plain_words(docx_text(child));
        continue;
      }
      inside(child);
    }
  }

  std::string name_of(const std::string& id) const {
    const auto name = names_.find(id);
    return name == names_.end() ? id : name->second;
  }

  DocxLook& look_;
  std::map<std::string, std::string> names_;
  std::size_t number_ = 0;
  DocxPlace here_;
};

std::map<std::string, std::string> style_names(const DocxArchive& archive) {
  std::map<std::string, std::string> names;
  const std::optional<std::string> bytes = docx_part(archive, "word/styles.xml");
  if (!bytes) return names;
  const auto document = read_xml(*bytes);
  for (const pugi::xml_node style : document->root().children("w:style"))
    names.emplace(style.attribute("w:styleId").value(), style.child("w:name").attribute("w:val").value());
  return names;
}

}  // namespace

Result<DocxLook> look_into_docx(const fs::path& path) {
  const DocxArchive archive = open_docx(path);
  const std::optional<std::string> bytes =
      archive == nullptr ? std::nullopt : docx_part(archive, "word/document.xml");
  if (!bytes) return Error{"it is not a Word document"};
  const auto document = read_xml(*bytes);
  if (document->problem) return Error{fmt::format("its text cannot be read: {}", document->problem->what)};
  DocxLook look;
  DocxReader(look, style_names(archive)).read(document->root(), false);
  for (const std::string& entry : docx_part_names(archive)) {
    if (!entry.starts_with("word/header") && !entry.starts_with("word/footer")) continue;
    const std::optional<std::string> margin = docx_part(archive, entry);
    const std::string text = margin ? first_words(docx_text(read_xml(*margin)->root())) : std::string();
    if (!text.empty()) look.margins.push_back(text);
  }
  std::sort(look.margins.begin(), look.margins.end());
  return look;
}

}  // namespace tailorbird
