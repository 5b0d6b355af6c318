// WordprocessingML, the transitional form that Word writes itself. Elements are in the order that the schema
// requires.

#include <fmt/format.h>

#include "write/kit/office_files.hpp"
#include "write/kit/xml_text.hpp"

namespace tailorbird {
namespace {

using Node = pugi::xml_node;

constexpr const char* main_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr int deepest_level = 8;
constexpr int text_width = 9866;    // A4 less two margins of 18 mm, in twentieths of a point
constexpr int first_numbering = 3;  // 1: bullets, 2: boxes; then one for each numbered list
constexpr std::string_view link_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/// The body of a document, and what it needs in other parts.
class DocxBody {
 public:
  explicit DocxBody(Node body) : body_(body) {}

  void add_all(const std::vector<TextBlock>& blocks, Node parent) {
    for (const TextBlock& block : blocks) add(block, parent);
  }
  void add_all(const std::vector<TextBlock>& blocks) { add_all(blocks, body_); }

  int numbered_lists() const { return numbered_lists_; }
  const std::vector<std::string>& links() const { return links_; }

 private:
  void add(const TextBlock& block, Node parent) {
    switch (block.kind) {
      case BlockKind::heading:
        return add_paragraph(block, parent,
                             block.level == 1 ? "Title" : fmt::format("Heading{}", block.level - 1));
      case BlockKind::paragraph:
        return add_paragraph(block, parent, style_);
      case BlockKind::code:
        return add_paragraph(block, parent, "Code");
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

  void add_paragraph(const TextBlock& block, Node parent, const std::string& style) {
    Node paragraph = parent.append_child("w:p");
    Node look = paragraph.append_child("w:pPr");
    const bool in_list = numbering_ != 0 && block.kind == BlockKind::paragraph;
    add_element(look, "w:pStyle", {{"w:val", in_list ? "ListParagraph" : style}});
    if (in_list) {
      if (item_begins_) {
        Node number = look.append_child("w:numPr");
        add_element(number, "w:ilvl", {{"w:val", std::to_string(level_)}});
        add_element(number, "w:numId", {{"w:val", std::to_string(numbering_)}});
        item_begins_ = false;
      } else {
        add_element(look, "w:ind", {{"w:left", std::to_string(360 * (level_ + 1))}});
      }
    }
    for (const TextRun& run : block.runs) add_run(run, paragraph);
  }

  void add_run(const TextRun& run, Node paragraph) {
    Node parent = paragraph;
    if (!run.href.empty()) {
      links_.push_back(run.href);
      parent = add_element(paragraph, "w:hyperlink", {{"r:id", fmt::format("rLink{}", links_.size())}});
    }
    Node node = parent.append_child("w:r");
    if (!run.href.empty() || run.bold || run.italic || run.code) {
      Node look = node.append_child("w:rPr");
      if (!run.href.empty()) add_element(look, "w:rStyle", {{"w:val", "Hyperlink"}});
      if (run.code) add_element(look, "w:rFonts", {{"w:ascii", "Consolas"}, {"w:hAnsi", "Consolas"}});
      if (run.bold) look.append_child("w:b");
      if (run.italic) look.append_child("w:i");
    }
    for (std::size_t from = 0; from <= run.text.size();) {
      const std::size_t end = std::min(run.text.find('\n', from), run.text.size());
      if (from > 0) node.append_child("w:br");
      if (end > from)
        add_text(add_element(node, "w:t", {{"xml:space", "preserve"}}), run.text.substr(from, end - from));
      from = end + 1;
    }
  }

  void add_quote(const TextBlock& block, Node parent) {
    const std::string before = std::exchange(style_, "Quote");
    add_all(block.children, parent);
    style_ = before;
  }

  void add_list(const TextBlock& block, Node parent) {
    const int numbering = numbering_;
    const int level = level_;
    level_ = numbering == 0 ? 0 : std::min(level + 1, deepest_level);
    numbering_ = block.list == ListKind::bullets ? 1
                 : block.list == ListKind::boxes ? 2
                                                 : first_numbering + numbered_lists_++;
    for (const TextBlock& item : block.children) {
      item_begins_ = true;
      add_all(item.children, parent);
    }
    item_begins_ = false;
    numbering_ = numbering;
    level_ = level;
  }

  void add_table(const TextBlock& block, Node parent) {
    std::vector<std::string> widths;
    for (const int width : column_widths(block)) widths.push_back(std::to_string(text_width * width / 1000));
    Node table = parent.append_child("w:tbl");
    Node look = table.append_child("w:tblPr");
    add_element(look, "w:tblStyle", {{"w:val", "TableGrid"}});
    add_element(look, "w:tblW", {{"w:w", "5000"}, {"w:type", "pct"}});
    add_element(look, "w:tblLook", {{"w:val", "0420"}});
    Node grid = table.append_child("w:tblGrid");
    for (const std::string& width : widths) add_element(grid, "w:gridCol", {{"w:w", width}});
    const int numbering = std::exchange(numbering_, 0);
    for (const TextBlock& row : block.children) add_row(row, widths, table);
    numbering_ = numbering;
    Node end = parent.append_child("w:p").append_child("w:pPr");
    add_element(
        end, "w:pStyle",
        {{"w:val", "TableEnd"}});  // between two tables, and after the last one in a cell, Word wants one
  }

  void add_row(const TextBlock& block, const std::vector<std::string>& widths, Node table) {
    Node row = table.append_child("w:tr");
    Node look = row.append_child("w:trPr");
    look.append_child("w:cantSplit");
    if (block.is_header) look.append_child("w:tblHeader");
    for (std::size_t column = 0; column < widths.size(); ++column) {
      Node cell = row.append_child("w:tc");
      Node how = cell.append_child("w:tcPr");
      add_element(how, "w:tcW", {{"w:w", widths[column]}, {"w:type", "dxa"}});
      const TextBlock* text = column < block.children.size() ? &block.children[column] : nullptr;
      if (text != nullptr && block.is_header)
        add_element(how, "w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", "EFEFEA"}});
      const std::string before =
          std::exchange(style_, text != nullptr && text->is_header ? "TableHeading" : "TableText");
      if (text != nullptr) add_all(text->children, cell);
      style_ = before;
      if (std::string_view(cell.last_child().name()) != "w:p") cell.append_child("w:p");
    }
  }

  Node body_;
  std::string style_ = "Normal";
  int numbering_ = 0;  // 0: not in a list
  int level_ = 0;
  bool item_begins_ = false;
  int numbered_lists_ = 0;
  std::vector<std::string> links_;
};

std::string document_part(const TextDocument& document, int& numbered_lists,
                          std::vector<std::string>& links) {
  pugi::xml_document xml;
  Node root = add_element(xml, "w:document", {{"xmlns:w", main_namespace}, {"xmlns:r", relation_namespace}});
  Node body = root.append_child("w:body");
  DocxBody text(body);
  text.add_all(document.blocks);
  Node section = body.append_child("w:sectPr");
  add_element(section, "w:footerReference", {{"w:type", "default"}, {"r:id", "rFooter"}});
  add_element(section, "w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});
  add_element(section, "w:pgMar",
              {{"w:top", "850"},
               {"w:right", "1020"},
               {"w:bottom", "850"},
               {"w:left", "1020"},
               {"w:header", "425"},
               {"w:footer", "425"},
               {"w:gutter", "0"}});
  numbered_lists = text.numbered_lists();
  links = text.links();
  return xml_bytes(xml);
}

struct Style {
  const char* id;
  const char* name;
  int half_points;
  bool bold;
  bool coloured;
  int before;
  int after;
  int outline;  // -1: no heading
};

constexpr Style styles[] = {
    {"Title", "Title", 36, true, true, 0, 120, -1},
    {"Heading1", "heading 1", 26, true, true, 200, 40, 0},
    {"Heading2", "heading 2", 24, true, true, 200, 60, 1},
    {"Heading3", "heading 3", 22, true, false, 160, 40, 2},
    {"Heading4", "heading 4", 22, true, false, 160, 40, 3},
    {"Heading5", "heading 5", 22, true, false, 160, 40, 4},
    {"ListParagraph", "List Paragraph", 0, false, false, 0, 60, -1},
    {"Quote", "Quote", 0, false, false, 80, 120, -1},
    {"Code", "Code", 18, false, false, 60, 120, -1},
    {"TableText", "Table Text", 20, false, false, 30, 30, -1},
    {"TableHeading", "Table Heading", 20, true, false, 30, 30, -1},
    {"TableEnd", "Table End", 8, false, false, 0, 0, -1},
    {"Footer", "footer", 16, false, false, 0, 0, -1},
};

void add_style(Node root, const Style& style, const std::string& colour) {
  Node node = add_element(root, "w:style", {{"w:type", "paragraph"}, {"w:styleId", style.id}});
  add_element(node, "w:name", {{"w:val", style.name}});
  add_element(node, "w:basedOn", {{"w:val", "Normal"}});
  if (style.outline >= 0) add_element(node, "w:next", {{"w:val", "Normal"}});
  node.append_child("w:qFormat");
  Node paragraph = node.append_child("w:pPr");
  if (style.outline >= 0) paragraph.append_child("w:keepNext");
  add_element(paragraph, "w:spacing",
              {{"w:before", std::to_string(style.before)}, {"w:after", std::to_string(style.after)}});
  if (std::string_view(style.id) == "Quote") add_element(paragraph, "w:ind", {{"w:left", "360"}});
  if (style.outline >= 0) add_element(paragraph, "w:outlineLvl", {{"w:val", std::to_string(style.outline)}});
  Node run = node.append_child("w:rPr");
  if (std::string_view(style.id) == "Code")
    add_element(run, "w:rFonts", {{"w:ascii", "Consolas"}, {"w:hAnsi", "Consolas"}});
  if (style.bold) run.append_child("w:b");
  if (style.coloured) add_element(run, "w:color", {{"w:val", colour.substr(1)}});
  if (style.half_points > 0) add_element(run, "w:sz", {{"w:val", std::to_string(style.half_points)}});
}

void add_table_style(Node root) {
  Node normal =
      add_element(root, "w:style", {{"w:type", "table"}, {"w:default", "1"}, {"w:styleId", "TableNormal"}});
  add_element(normal, "w:name", {{"w:val", "Normal Table"}});
  Node style = add_element(root, "w:style", {{"w:type", "table"}, {"w:styleId", "TableGrid"}});
  add_element(style, "w:name", {{"w:val", "Table Grid"}});
  add_element(style, "w:basedOn", {{"w:val", "TableNormal"}});
  Node look = style.append_child("w:tblPr");
  Node borders = look.append_child("w:tblBorders");
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
    add_element(borders, side, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "9A9A94"}});
  }
  Node margins = look.append_child("w:tblCellMar");
  add_element(margins, "w:left", {{"w:w", "90"}, {"w:type", "dxa"}});
  add_element(margins, "w:right", {{"w:w", "90"}, {"w:type", "dxa"}});
}

std::string styles_part(const TextDocument& document, const std::string& colour) {
  pugi::xml_document xml;
  Node root = add_element(xml, "w:styles", {{"xmlns:w", main_namespace}});
  Node defaults = root.append_child("w:docDefaults");
  Node run = defaults.append_child("w:rPrDefault").append_child("w:rPr");
  add_element(run, "w:rFonts", {{"w:ascii", "Calibri"}, {"w:hAnsi", "Calibri"}, {"w:cs", "Calibri"}});
  add_element(run, "w:sz", {{"w:val", "21"}});
  add_element(run, "w:lang", {{"w:val", document.language}});
  Node paragraph = defaults.append_child("w:pPrDefault").append_child("w:pPr");
  add_element(paragraph, "w:spacing", {{"w:after", "100"}, {"w:line", "252"}, {"w:lineRule", "auto"}});
  Node normal =
      add_element(root, "w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
  add_element(normal, "w:name", {{"w:val", "Normal"}});
  normal.append_child("w:qFormat");
  for (const Style& style : styles) add_style(root, style, colour);
  Node link = add_element(root, "w:style", {{"w:type", "character"}, {"w:styleId", "Hyperlink"}});
  add_element(link, "w:name", {{"w:val", "Hyperlink"}});
  Node look = link.append_child("w:rPr");
  add_element(look, "w:color", {{"w:val", "0B4A8F"}});
  add_element(look, "w:u", {{"w:val", "single"}});
  add_table_style(root);
  return xml_bytes(xml);
}

void add_abstract_list(Node root, int id, ListKind kind) {
  Node list = add_element(root, "w:abstractNum", {{"w:abstractNumId", std::to_string(id)}});
  add_element(list, "w:multiLevelType", {{"w:val", "hybridMultilevel"}});
  for (int level = 0; level <= deepest_level; ++level) {
    Node node = add_element(list, "w:lvl", {{"w:ilvl", std::to_string(level)}});
    add_element(node, "w:start", {{"w:val", "1"}});
    add_element(node, "w:numFmt", {{"w:val", kind == ListKind::numbers ? "decimal" : "bullet"}});
    add_element(node, "w:lvlText",
                {{"w:val", kind == ListKind::numbers ? fmt::format("%{}.", level + 1)
                           : kind == ListKind::boxes ? "\u2610"
                                                     : "\u2022"}});
    add_element(node, "w:lvlJc", {{"w:val", "left"}});
    Node paragraph = node.append_child("w:pPr");
    add_element(paragraph, "w:ind", {{"w:left", std::to_string(360 * (level + 1))}, {"w:hanging", "360"}});
  }
}

std::string numbering_part(int numbered_lists) {
  pugi::xml_document xml;
  Node root = add_element(xml, "w:numbering", {{"xmlns:w", main_namespace}});
  add_abstract_list(root, 0, ListKind::bullets);
  add_abstract_list(root, 1, ListKind::boxes);
  add_abstract_list(root, 2, ListKind::numbers);
  for (int id = 1; id < first_numbering + numbered_lists; ++id) {
    Node number = add_element(root, "w:num", {{"w:numId", std::to_string(id)}});
    add_element(number, "w:abstractNumId", {{"w:val", std::to_string(std::min(id, first_numbering) - 1)}});
    if (id < first_numbering) continue;
    Node again = add_element(number, "w:lvlOverride", {{"w:ilvl", "0"}});  // each list begins at 1
    add_element(again, "w:startOverride", {{"w:val", "1"}});
  }
  return xml_bytes(xml);
}

void add_field(Node paragraph, const char* instruction) {
  Node field = add_element(paragraph, "w:fldSimple", {{"w:instr", instruction}});
  add_text(field.append_child("w:r").append_child("w:t"), "1");
}

std::string footer_part(const TextDocument& document) {
  pugi::xml_document xml;
  Node root = add_element(xml, "w:ftr", {{"xmlns:w", main_namespace}});
  Node paragraph = root.append_child("w:p");
  add_element(paragraph.append_child("w:pPr"), "w:pStyle", {{"w:val", "Footer"}});
  const auto words = [&](const std::string& text) {
    add_text(add_element(paragraph.append_child("w:r"), "w:t", {{"xml:space", "preserve"}}), text);
  };
  words(fmt::format("{} \u00b7 {} \u00b7 ", document.organisation, document.title));
  add_field(paragraph, "PAGE");
  words(" / ");
  add_field(paragraph, "NUMPAGES");
  return xml_bytes(xml);
}

std::string links_part(const std::vector<std::string>& links) {
  pugi::xml_document xml;
  Node root = add_element(xml, "Relationships",
                          {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
  const auto add = [&](const std::string& id, std::string_view kind, const std::string& target) {
    return add_element(
        root, "Relationship",
        {{"Id", id}, {"Type", fmt::format("{}/{}", relation_namespace, kind)}, {"Target", target}});
  };
  add("rStyles", "styles", "styles.xml");
  add("rNumbering", "numbering", "numbering.xml");
  add("rFooter", "footer", "footer1.xml");
  for (std::size_t index = 0; index < links.size(); ++index) {
    add_element(root, "Relationship",
                {{"Id", fmt::format("rLink{}", index + 1)},
                 {"Type", std::string(link_type)},
                 {"Target", links[index]},
                 {"TargetMode", "External"}});
  }
  return xml_bytes(xml);
}

std::string core_part(const TextDocument& document) {
  pugi::xml_document xml;
  Node root =
      add_element(xml, "cp:coreProperties",
                  {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                   {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  add_text(root.append_child("dc:title"), document.title);
  add_text(root.append_child("dc:creator"), document.organisation);
  add_text(root.append_child("dc:language"), document.language);
  return xml_bytes(xml);
}

constexpr const char* content_types =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.numbering+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.footer+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    "</Types>";

constexpr const char* package_relations =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rDocument\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rCore\" "
    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/>"
    "</Relationships>";

}  // namespace

OfficeFiles docx_files(const TextDocument& document, const std::string& colour) {
  int numbered_lists = 0;
  std::vector<std::string> links;
  std::string text = document_part(document, numbered_lists, links);
  return {
      {"[Content_Types].xml", content_types},
      {"_rels/.rels", package_relations},
      {"docProps/core.xml", core_part(document)},
      {"word/document.xml", std::move(text)},
      {"word/_rels/document.xml.rels", links_part(links)},
      {"word/styles.xml", styles_part(document, colour)},
      {"word/numbering.xml", numbering_part(numbered_lists)},
      {"word/footer1.xml", footer_part(document)},
  };
}

}  // namespace tailorbird
