// OpenDocument text. Named styles are in styles.xml; automatic ones are only for looks without a name.

#include <fmt/format.h>

#include "write/kit/office_files.hpp"
#include "write/kit/xml_text.hpp"

namespace tailorbird {
namespace {

using Node = pugi::xml_node;

constexpr const char* mime_type = "application/vnd.oasis.opendocument.text";
constexpr const char* version = "1.3";
constexpr int levels_of_lists = 9;

Node add_root(pugi::xml_document& xml, const char* name) {
  const auto oasis = [](std::string_view part) {
    return fmt::format("urn:oasis:names:tc:opendocument:xmlns:{}:1.0", part);
  };
  return add_element(xml, name,
                     {{"xmlns:office", oasis("office")},
                      {"xmlns:style", oasis("style")},
                      {"xmlns:text", oasis("text")},
                      {"xmlns:table", oasis("table")},
                      {"xmlns:meta", oasis("meta")},
                      {"xmlns:fo", oasis("xsl-fo-compatible")},
                      {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
                      {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                      {"office:version", version}});
}

const char* run_style(const TextRun& run) {
  if (run.code) return "Code_20_Words";
  if (run.bold) return run.italic ? "Strong_20_Emphasis" : "Strong";
  return run.italic ? "Emphasis" : nullptr;
}

/// Text with its line breaks. Words of the page have no runs of spaces; those of code do.
void add_lines(Node parent, const std::string& text) {
  std::string words;
  const auto flush = [&] {
    if (!words.empty()) add_text(parent, words);
    words.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      flush();
      parent.append_child("text:line-break");
    } else if (text[at] == ' ' && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n')) {
      flush();
      parent.append_child("text:s");
    } else {
      words += text[at];
    }
  }
  flush();
}

class OdtBody {
 public:
  /// `automatic`: where the widths of columns go.
  explicit OdtBody(Node automatic) : automatic_(automatic) {}

  void add_all(const std::vector<TextBlock>& blocks, Node parent) {
    for (const TextBlock& block : blocks) add(block, parent);
  }

 private:
  void add(const TextBlock& block, Node parent) {
    switch (block.kind) {
      case BlockKind::heading:
        return add_heading(block, parent);
      case BlockKind::paragraph:
        return add_words(block, parent, style_);
      case BlockKind::code:
        return add_words(block, parent, "Code");
      case BlockKind::quote:
        return add_quote(block, parent);
      case BlockKind::list:
        return add_list(block, parent);
      case BlockKind::table:
        return add_table(block, parent);
      default:
        return add_all(block.children, parent);
    }
  }

  void add_heading(const TextBlock& block, Node parent) {
    if (block.level == 1) return add_words(block, parent, "Title");
    const std::string level = std::to_string(block.level - 1);
    add_runs(block, add_element(parent, "text:h",
                                {{"text:style-name", "Heading_20_" + level}, {"text:outline-level", level}}));
  }

  void add_words(const TextBlock& block, Node parent, const std::string& style) {
    add_runs(block, add_element(parent, "text:p", {{"text:style-name", style}}));
  }

  static void add_runs(const TextBlock& block, Node paragraph) {
    for (const TextRun& run : block.runs) {
      Node parent = paragraph;
      if (!run.href.empty())
        parent = add_element(parent, "text:a", {{"xlink:type", "simple"}, {"xlink:href", run.href}});
      if (const char* style = run_style(run))
        parent = add_element(parent, "text:span", {{"text:style-name", style}});
      add_lines(parent, run.text);
    }
  }

  void add_quote(const TextBlock& block, Node parent) {
    const std::string before = std::exchange(style_, "Quotations");
    add_all(block.children, parent);
    style_ = before;
  }

  void add_list(const TextBlock& block, Node parent) {
    Node list = parent.append_child("text:list");
    list.append_attribute("text:style-name")
        .set_value(block.list == ListKind::numbers ? "Numbers"
                   : block.list == ListKind::boxes ? "Boxes"
                                                   : "Bullets");
    const std::string before = std::exchange(style_, "List_20_Contents");
    for (const TextBlock& item : block.children) add_all(item.children, list.append_child("text:list-item"));
    style_ = before;
  }

  void add_table(const TextBlock& block, Node parent) {
    const std::string name = fmt::format("Table{}", ++tables_);
    Node table = add_element(parent, "table:table", {{"table:name", name}, {"table:style-name", "Grid"}});
    const std::vector<int> widths = column_widths(block);
    for (std::size_t column = 0; column < widths.size(); ++column)
      add_column(fmt::format("{}.{}", name, column + 1), widths[column], table);
    Node head;
    for (const TextBlock& row : block.children) {
      if (row.is_header && !head) head = table.append_child("table:table-header-rows");
      add_row(row, widths.size(), row.is_header ? head : table);
    }
    add_element(parent, "text:p", {{"text:style-name", "Table_20_End"}});
  }

  void add_column(const std::string& style_name, int width, Node table) {
    Node style = add_element(automatic_, "style:style",
                             {{"style:name", style_name}, {"style:family", "table-column"}});
    add_element(style, "style:table-column-properties",
                {{"style:rel-column-width", fmt::format("{}*", width)}});
    add_element(table, "table:table-column", {{"table:style-name", style_name}});
  }

  void add_row(const TextBlock& block, std::size_t columns, Node table) {
    Node row = add_element(table, "table:table-row", {{"table:style-name", "Grid.Row"}});
    for (std::size_t column = 0; column < columns; ++column) {
      Node cell = add_element(row, "table:table-cell",
                              {{"table:style-name", block.is_header ? "Grid.Head" : "Grid.Cell"},
                               {"office:value-type", "string"}});
      const bool there = column < block.children.size() && !block.children[column].children.empty();
      if (!there) {
        add_element(cell, "text:p", {{"text:style-name", "Table_20_Contents"}});
        continue;
      }
      const TextBlock& text = block.children[column];
      const std::string before =
          std::exchange(style_, text.is_header ? "Table_20_Heading" : "Table_20_Contents");
      add_all(text.children, cell);
      style_ = before;
    }
  }

  std::string style_ = "Text_20_body";
  int tables_ = 0;
  Node automatic_;
};

std::string content_part(const TextDocument& document) {
  pugi::xml_document xml;
  Node root = add_root(xml, "office:document-content");
  Node automatic = root.append_child("office:automatic-styles");
  add_element(add_element(automatic, "style:style", {{"style:name", "Grid"}, {"style:family", "table"}}),
              "style:table-properties", {{"style:rel-width", "100%"}, {"table:align", "margins"}});
  for (const auto& [name, colour] :
       {std::pair{"Grid.Head", "#efefea"}, std::pair{"Grid.Cell", "transparent"}}) {
    Node style =
        add_element(automatic, "style:style", {{"style:name", name}, {"style:family", "table-cell"}});
    add_element(
        style, "style:table-cell-properties",
        {{"fo:border", "0.5pt solid #9a9a94"}, {"fo:padding", "1.2mm"}, {"fo:background-color", colour}});
  }
  Node row =
      add_element(automatic, "style:style", {{"style:name", "Grid.Row"}, {"style:family", "table-row"}});
  add_element(row, "style:table-row-properties", {{"fo:keep-together", "always"}});
  Node text = root.append_child("office:body").append_child("office:text");
  OdtBody(automatic).add_all(document.blocks, text);
  return xml_bytes(xml);
}

struct Style {
  const char* name;
  const char* shown;
  const char* parent;
  const char* size;  // "": the parent's
  bool bold;
  bool coloured;
  const char* before;
  const char* after;
  int outline;
};

constexpr Style styles[] = {
    {"Text_20_body", "Text body", "Standard", "", false, false, "0mm", "2mm", 0},
    {"Title", "Title", "Standard", "18pt", true, true, "0mm", "2mm", 0},
    {"Heading_20_1", "Heading 1", "Standard", "13pt", true, true, "4mm", "1mm", 1},
    {"Heading_20_2", "Heading 2", "Standard", "12pt", true, true, "3.5mm", "1mm", 2},
    {"Heading_20_3", "Heading 3", "Standard", "11pt", true, false, "3mm", "0.7mm", 3},
    {"Heading_20_4", "Heading 4", "Standard", "11pt", true, false, "3mm", "0.7mm", 4},
    {"Heading_20_5", "Heading 5", "Standard", "11pt", true, false, "3mm", "0.7mm", 5},
    {"List_20_Contents", "List Contents", "Standard", "", false, false, "0mm", "1mm", 0},
    {"Quotations", "Quotations", "Standard", "", false, false, "1mm", "2mm", 0},
    {"Code", "Code", "Standard", "9pt", false, false, "1mm", "2mm", 0},
    {"Table_20_Contents", "Table Contents", "Standard", "10pt", false, false, "0.5mm", "0.5mm", 0},
    {"Table_20_Heading", "Table Heading", "Table_20_Contents", "10pt", true, false, "0.5mm", "0.5mm", 0},
    {"Table_20_End", "Table End", "Standard", "6pt", false, false, "0mm", "0mm", 0},
    {"Footer", "Footer", "Standard", "8pt", false, false, "0mm", "0mm", 0},
};

void add_style(Node parent, const Style& style, const std::string& colour) {
  Node node = add_element(parent, "style:style",
                          {{"style:name", style.name},
                           {"style:display-name", style.shown},
                           {"style:family", "paragraph"},
                           {"style:parent-style-name", style.parent}});
  if (style.outline > 0) {
    node.append_attribute("style:next-style-name").set_value("Text_20_body");
    node.append_attribute("style:default-outline-level").set_value(style.outline);
  }
  Node paragraph = add_element(node, "style:paragraph-properties",
                               {{"fo:margin-top", style.before}, {"fo:margin-bottom", style.after}});
  if (std::string_view(style.name) == "Quotations")
    paragraph.append_attribute("fo:margin-left").set_value("6mm");
  if (style.outline > 0) paragraph.append_attribute("fo:keep-with-next").set_value("always");
  Node text = node.append_child("style:text-properties");
  if (*style.size != '\0') text.append_attribute("fo:font-size").set_value(style.size);
  if (style.bold) text.append_attribute("fo:font-weight").set_value("bold");
  if (style.coloured) text.append_attribute("fo:color").set_value(colour.c_str());
  if (std::string_view(style.name) == "Code") text.append_attribute("fo:font-family").set_value("monospace");
}

void add_words_style(Node parent, const char* name, const char* shown, XmlAttributes look) {
  Node node = add_element(parent, "style:style",
                          {{"style:name", name}, {"style:display-name", shown}, {"style:family", "text"}});
  add_element(node, "style:text-properties", look);
}

void add_list_style(Node parent, const char* name, ListKind kind) {
  Node list = add_element(parent, "text:list-style", {{"style:name", name}});
  for (int level = 1; level <= levels_of_lists; ++level) {
    Node node = kind == ListKind::numbers
                    ? add_element(list, "text:list-level-style-number",
                                  {{"text:level", std::to_string(level)},
                                   {"style:num-suffix", "."},
                                   {"style:num-format", "1"}})
                    : add_element(list, "text:list-level-style-bullet",
                                  {{"text:level", std::to_string(level)},
                                   {"text:bullet-char", kind == ListKind::boxes ? "\u2610" : "\u2022"}});
    Node place = add_element(node, "style:list-level-properties",
                             {{"text:list-level-position-and-space-mode", "label-alignment"}});
    add_element(place, "style:list-level-label-alignment",
                {{"text:label-followed-by", "listtab"},
                 {"text:list-tab-stop-position", fmt::format("{}mm", 6 * level)},
                 {"fo:text-indent", "-6mm"},
                 {"fo:margin-left", fmt::format("{}mm", 6 * level)}});
  }
}

void add_footer(Node root, const TextDocument& document) {
  Node master = add_element(root.append_child("office:master-styles"), "style:master-page",
                            {{"style:name", "Standard"}, {"style:page-layout-name", "A4"}});
  Node paragraph =
      add_element(master.append_child("style:footer"), "text:p", {{"text:style-name", "Footer"}});
  add_text(paragraph, fmt::format("{} \u00b7 {} \u00b7 ", document.organisation, document.title));
  add_text(add_element(paragraph, "text:page-number", {{"text:select-page", "current"}}), "1");
  add_text(paragraph, " / ");
  add_text(paragraph.append_child("text:page-count"), "1");
}

std::string styles_part(const TextDocument& document, const std::string& colour) {
  pugi::xml_document xml;
  Node root = add_root(xml, "office:document-styles");
  Node named = root.append_child("office:styles");
  const std::size_t dash = document.language.find('-');
  Node defaults = add_element(named, "style:default-style", {{"style:family", "paragraph"}});
  add_element(defaults, "style:paragraph-properties", {{"fo:line-height", "108%"}});
  Node text = add_element(defaults, "style:text-properties",
                          {{"fo:font-family", "Calibri, Carlito, sans-serif"},
                           {"fo:font-size", "10.5pt"},
                           {"fo:language", document.language.substr(0, dash)}});
  text.append_attribute("fo:country")
      .set_value(dash == std::string::npos ? "none" : document.language.substr(dash + 1).c_str());
  add_element(named, "style:style", {{"style:name", "Standard"}, {"style:family", "paragraph"}});
  for (const Style& style : styles) add_style(named, style, colour);
  add_words_style(named, "Strong", "Strong", {{"fo:font-weight", "bold"}});
  add_words_style(named, "Emphasis", "Emphasis", {{"fo:font-style", "italic"}});
  add_words_style(named, "Strong_20_Emphasis", "Strong Emphasis",
                  {{"fo:font-weight", "bold"}, {"fo:font-style", "italic"}});
  add_words_style(named, "Code_20_Words", "Code Words", {{"fo:font-family", "monospace"}});
  add_list_style(named, "Bullets", ListKind::bullets);
  add_list_style(named, "Boxes", ListKind::boxes);
  add_list_style(named, "Numbers", ListKind::numbers);
  Node layout =
      add_element(root.append_child("office:automatic-styles"), "style:page-layout", {{"style:name", "A4"}});
  add_element(layout, "style:page-layout-properties",
              {{"fo:page-width", "210mm"}, {"fo:page-height", "297mm"}, {"fo:margin", "16mm"}});
  add_element(layout.append_child("style:footer-style"), "style:header-footer-properties",
              {{"fo:min-height", "8mm"}, {"fo:margin-top", "4mm"}});
  add_footer(root, document);
  return xml_bytes(xml);
}

std::string meta_part(const TextDocument& document) {
  pugi::xml_document xml;
  Node meta = add_root(xml, "office:document-meta").append_child("office:meta");
  add_text(meta.append_child("dc:title"), document.title);
  add_text(meta.append_child("dc:creator"), document.organisation);
  add_text(meta.append_child("dc:language"), document.language);
  return xml_bytes(xml);
}

std::string manifest_part() {
  pugi::xml_document xml;
  Node root = add_element(xml, "manifest:manifest",
                          {{"xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"},
                           {"manifest:version", version}});
  const auto add = [&](const char* path, const char* type) {
    return add_element(root, "manifest:file-entry",
                       {{"manifest:full-path", path}, {"manifest:media-type", type}});
  };
  add("/", mime_type).append_attribute("manifest:version").set_value(version);
  for (const char* path : {"content.xml", "styles.xml", "meta.xml"}) add(path, "text/xml");
  return xml_bytes(xml);
}

}  // namespace

OfficeFiles odt_files(const TextDocument& document, const std::string& colour) {
  return {
      {"mimetype", mime_type},
      {"content.xml", content_part(document)},
      {"styles.xml", styles_part(document, colour)},
      {"meta.xml", meta_part(document)},
      {"META-INF/manifest.xml", manifest_part()},
  };
}

}  // namespace tailorbird
