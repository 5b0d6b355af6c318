#include "import/docx_look.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <zip.h>

#include "base/strings.hpp"
#include "import/content_counts.hpp"
#include "package/xml_document.hpp"

namespace tailorbird {
namespace {

constexpr zip_uint64_t largest_part = 64U << 20U;  // bytes, unpacked
constexpr std::size_t most_words = 8;              // of a place

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

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

/// A part of the document; nothing: not there, too large, or broken.
std::optional<std::string> part(const Archive& archive, const std::string& name) {
  zip_stat_t stat{};
  if (zip_stat(archive.get(), name.c_str(), 0, &stat) != 0 || stat.size > largest_part) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive.get(), stat.index, 0));
  std::string bytes(stat.size, '\0');
  if (file == nullptr ||
      zip_fread(file.get(), bytes.data(), stat.size) != static_cast<zip_int64_t>(stat.size))
    return std::nullopt;
  return bytes;
}

bool is(pugi::xml_node node, std::string_view name) { return name == node.name(); }

/// All that readers see of an element; text boxes aside.
std::string visible_text(pugi::xml_node element) {
  std::string text;
  for (const pugi::xml_node child : element.children()) {
    if (is(child, "w:t"))
      text += child.text().get();
    else if (is(child, "w:tab") || is(child, "w:br"))
      text += ' ';
    else if (!is(child, "w:txbxContent") && !is(child, "w:del") && !is(child, "mc:Fallback"))
      text += visible_text(child);
    if (is(child, "w:p")) text += ' ';
  }
  return text;
}

std::string first_words(std::string_view text) {
  const std::vector<std::string_view> all = words(text);
  std::vector<std::string> some(all.begin(),
                                all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most_words)));
  return join(some, " ") + (all.size() > most_words ? " …" : "");
}

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
    const std::string text = visible_text(element);
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
        look_.text_boxes.push_back({number_, first_words(visible_text(child))});
        look_.counts.words += count_plain_words(visible_text(child));
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

std::map<std::string, std::string> style_names(const Archive& archive) {
  std::map<std::string, std::string> names;
  const std::optional<std::string> bytes = part(archive, "word/styles.xml");
  if (!bytes) return names;
  const auto document = read_xml(*bytes);
  for (const pugi::xml_node style : document->root().children("w:style"))
    names.emplace(style.attribute("w:styleId").value(), style.child("w:name").attribute("w:val").value());
  return names;
}

}  // namespace

Result<DocxLook> look_into_docx(const fs::path& path) {
  int cause = 0;
  const Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &cause));
  const std::optional<std::string> bytes =
      archive == nullptr ? std::nullopt : part(archive, "word/document.xml");
  if (!bytes) return Error{"it is not a Word document"};
  const auto document = read_xml(*bytes);
  if (document->problem) return Error{fmt::format("its text cannot be read: {}", document->problem->what)};
  DocxLook look;
  DocxReader(look, style_names(archive)).read(document->root(), false);
  const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t index = 0; index < entries; ++index) {
    const char* name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(index), 0);
    const std::string_view entry = name == nullptr ? "" : name;
    if (!entry.starts_with("word/header") && !entry.starts_with("word/footer")) continue;
    const std::optional<std::string> margin = part(archive, std::string(entry));
    const std::string text = margin ? first_words(visible_text(read_xml(*margin)->root())) : std::string();
    if (!text.empty()) look.margins.push_back(text);
  }
  std::sort(look.margins.begin(), look.margins.end());
  return look;
}

}  // namespace tailorbird
