#include "import/docx_hidden.hpp"

#include <fmt/format.h>
#include <map>
#include <set>
#include <sstream>

#include "base/strings.hpp"
#include "package/xml_document.hpp"

namespace tailorbird {
namespace {

bool is(pugi::xml_node node, std::string_view name) { return name == node.name(); }

/// `<w:vanish/>`, `<w:vanish w:val="0"/>`; nothing: the properties do not say.
std::optional<bool> vanishes(pugi::xml_node properties) {
  const pugi::xml_node vanish = properties.child("w:vanish");
  if (!vanish) return std::nullopt;
  const std::string_view value = vanish.attribute("w:val").value();
  return value != "0" && value != "false" && value != "off";
}

std::string value_of(pugi::xml_node element, const char* child) {
  return element.child(child).attribute("w:val").value();
}

/// The styles that hide their text.
class HidingStyles {
 public:
  explicit HidingStyles(const DocxArchive& archive) {
    const std::optional<std::string> bytes = docx_part(archive, "word/styles.xml");
    if (!bytes) return;
    const auto document = read_xml(*bytes);
    const pugi::xml_node root = document->root();
    always_ = vanishes(root.child("w:docDefaults").child("w:rPrDefault").child("w:rPr")).value_or(false);
    for (const pugi::xml_node style : root.children("w:style")) {
      const std::string id = style.attribute("w:styleId").value();
      styles_[id] = {vanishes(style.child("w:rPr")), value_of(style, "w:basedOn")};
      if (*style.attribute("w:default").value() == '1' &&
          style.attribute("w:type").value() == std::string("paragraph"))
        usual_ = id;
    }
  }

  bool hides(const std::string& id) const {
    std::set<std::string> seen;
    for (auto style = styles_.find(id); style != styles_.end() && seen.insert(style->first).second;
         style = styles_.find(style->second.based_on))
      if (style->second.vanishes) return *style->second.vanishes;
    return false;
  }
  bool hides_paragraph(const std::string& id) const { return hides(id.empty() ? usual_ : id); }
  bool always() const { return always_; }

 private:
  struct Style {
    std::optional<bool> vanishes;
    std::string based_on;
  };
  std::map<std::string, Style> styles_;
  std::string usual_;  // of paragraphs that name none
  bool always_ = false;
};

/// What the elements around a run say.
struct Around {
  bool style_hides = false;
  std::size_t paragraph = 0;
};

class HiddenText {
 public:
  HiddenText(const HidingStyles& styles, std::vector<DocxPlace>& hidden) : styles_(styles), hidden_(hidden) {}

  void remove(pugi::xml_node element, const Around& around) {
    for (pugi::xml_node child = element.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      one(child, around);
      child = next;
    }
  }

  /// How many elements with something in them were removed.
  std::size_t removed() const { return removed_; }

 private:
  void one(pugi::xml_node child, const Around& around) {
    if (is(child, "w:tbl")) {
      Around inside = around;
      inside.style_hides =
          around.style_hides || styles_.hides(value_of(child.child("w:tblPr"), "w:tblStyle"));
      remove(child, inside);
    } else if (is(child, "w:p")) {
      paragraph(child, around);
    } else if (is(child, "w:tr") && child.child("w:trPr").child("w:hidden")) {
      row(child);
    } else if (is(child, "w:r") && hides(child, around)) {
      leave_out(child, around, "");
    } else if (is(child, "w:drawing") &&
               child.first_child().child("wp:docPr").attribute("hidden").as_bool()) {
      leave_out(child, around, "a picture");
    } else {
      remove(child, around);
    }
  }

  /// Its paragraphs count, so that those after it keep the numbers that people see.
  void row(pugi::xml_node element) {
    const std::size_t first = number_ + 1;
    for (const pugi::xpath_node& one : element.select_nodes(".//*[name()='w:p']"))
      number_ += is_in_box(one.node()) ? 0U : 1U;
    Around around;
    around.paragraph = first;
    leave_out(element, around, "a row of a table");
  }

  bool hides(pugi::xml_node run, const Around& around) const {
    const pugi::xml_node properties = run.child("w:rPr");
    if (const std::optional<bool> said = vanishes(properties)) return *said;
    return styles_.always() || around.style_hides || styles_.hides(value_of(properties, "w:rStyle"));
  }

  void paragraph(pugi::xml_node element, const Around& around) {
    const bool in_box = is_in_box(element);
    if (!in_box) ++number_;
    Around inside = around;
    inside.paragraph = number_;
    inside.style_hides =
        around.style_hides || styles_.hides_paragraph(value_of(element.child("w:pPr"), "w:pStyle"));
    const std::size_t before = removed_;
    remove(element, inside);
    const bool needed = is(element.parent(), "w:tc") || in_box;  // each cell has a paragraph
    if (removed_ > before && !needed && trim(docx_text(element)).empty() && !holds_more(element))
      element.parent().remove_child(element);
  }

  static bool is_in_box(pugi::xml_node element) {
    for (; element; element = element.parent())
      if (is(element, "w:txbxContent")) return true;
    return false;
  }

  /// A run that is no text: a picture, a mark of a comment.
  static bool holds_more(pugi::xml_node paragraph) {
    return !paragraph.find_node([](pugi::xml_node node) { return is(node, "w:r"); }).empty();
  }

  void leave_out(pugi::xml_node element, const Around& around, std::string_view what) {
    const std::string text = docx_text(element);
    element.parent().remove_child(element);
    if (what.empty() && trim(text).empty()) return;
    const bool goes_on =
        what.empty() && removed_ > 0 && !hidden_.empty() && hidden_.back().paragraph == around.paragraph;
    ++removed_;
    if (!goes_on) hidden_.push_back({around.paragraph, first_words(what.empty() ? text : what)});
  }

  const HidingStyles& styles_;
  std::vector<DocxPlace>& hidden_;
  std::size_t number_ = 0;
  std::size_t removed_ = 0;
};

std::string as_text(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw);
  return std::move(out).str();
}

}  // namespace

Result<VisibleDocx> without_hidden_text(const fs::path& document, const fs::path& folder) {
  VisibleDocx made{document, {}};
  const DocxArchive archive = open_docx(document);
  if (archive == nullptr) return made;
  const HidingStyles styles(archive);
  std::map<std::string, std::string> changed;
  for (const std::string& name : docx_part_names(archive)) {
    if (!name.starts_with("word/") || !name.ends_with(".xml")) continue;
    const std::optional<std::string> bytes = docx_part(archive, name);
    if (!bytes) continue;
    const auto part = read_xml(*bytes);
    if (part->problem && bytes->find("vanish") != std::string::npos)
      return Error{fmt::format("its hidden text cannot be found: {}", part->problem->what)};
    if (part->problem) continue;
    HiddenText text(styles, made.hidden);
    text.remove(part->root(), {});
    if (text.removed() > 0) changed.emplace(name, as_text(part->tree));
  }
  if (changed.empty()) return made;
  made.path = folder / "visible.docx";
  std::error_code problem;
  fs::copy_file(document, made.path, fs::copy_options::overwrite_existing, problem);
  DocxArchive copy = problem ? nullptr : open_docx(made.path, 0);
  bool written = copy != nullptr;
  for (const auto& [name, bytes] : changed) {
    zip_source_t* source = written ? zip_source_buffer(copy.get(), bytes.data(), bytes.size(), 0) : nullptr;
    written = source != nullptr && zip_file_add(copy.get(), name.c_str(), source, ZIP_FL_OVERWRITE) >= 0;
  }
  if (!written || zip_close(copy.get()) != 0)
    return Error{"a copy without its hidden text cannot be written"};
  static_cast<void>(copy.release());  // zip_close has freed it
  return made;
}

}  // namespace tailorbird
