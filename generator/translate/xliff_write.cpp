#include <fmt/format.h>
#include <map>

#include "translate/xliff.hpp"
#include "translate/xml_text.hpp"

namespace tailorbird {
namespace {

/// The bytes of codes, each once, for <originalData>.
class OriginalData {
 public:
  void add(const Pieces& pieces) {
    for (const Piece& piece : pieces) {
      if (piece.is_code() && !ids_.contains(piece.data)) {
        ids_[piece.data] = fmt::format("d{}", order_.size() + 1);
        order_.push_back(piece.data);
      }
    }
  }
  const std::string& id(const std::string& data) const { return ids_.find(data)->second; }
  std::string xml() const {
    if (order_.empty()) return {};
    std::string text = "      <originalData>\n";
    for (const std::string& data : order_) {
      text += fmt::format("        <data id=\"{}\" xml:space=\"preserve\">{}</data>\n", id(data),
                          xml_escaped(data));
    }
    return text + "      </originalData>\n";
  }

 private:
  std::map<std::string, std::string> ids_;
  std::vector<std::string> order_;
};

/// XLIFF's own kinds of codes; the others are shown by their bytes alone.
std::string_view type_attribute(CodeType type) {
  switch (type) {
    case CodeType::emphasis:
    case CodeType::strong:
    case CodeType::strike:
    case CodeType::line_break:
      return " type=\"fmt\"";
    case CodeType::link:
      return " type=\"link\"";
    case CodeType::picture:
      return " type=\"image\"";
    case CodeType::variable:
      return " type=\"ui\"";
    default:
      return " type=\"other\"";
  }
}

/// `closing`: the bytes of the closing ends by id.
std::string content(const Pieces& pieces, const OriginalData& data) {
  std::map<std::string, std::string> closing;
  for (const Piece& piece : pieces) {
    if (piece.role == Piece::Role::close) closing[piece.id] = piece.data;
  }
  std::string text;
  for (const Piece& piece : pieces) {
    switch (piece.role) {
      case Piece::Role::text:
        text += xml_escaped(piece.data);
        break;
      case Piece::Role::alone:
        text += fmt::format("<ph id=\"{}\"{}{} dataRef=\"{}\"/>", piece.id,
                            piece.type == CodeType::line_end ? "" : " canDelete=\"no\"",
                            type_attribute(piece.type), data.id(piece.data));
        break;
      case Piece::Role::open:
        text +=
            fmt::format("<pc id=\"{}\" canDelete=\"no\"{} dataRefStart=\"{}\" dataRefEnd=\"{}\">", piece.id,
                        type_attribute(piece.type), data.id(piece.data), data.id(closing[piece.id]));
        break;
      case Piece::Role::close:
        text += "</pc>";
        break;
    }
  }
  return text;
}

std::string note(std::string_view category, std::string_view text) {
  return fmt::format("        <note category=\"{}\">{}</note>\n", category, xml_escaped(text));
}

std::string unit_xml(const TranslationUnit& unit, const TranslationFile& file) {
  OriginalData data;
  data.add(unit.source);
  data.add(unit.translation);
  std::string notes = note("kind", unit.about);
  if (!unit.readers.empty()) notes += note("readers", unit.readers);
  notes += note("place", fmt::format("{}:{}", file.source, unit.where.line));
  if (unit.state == Freshness::stale && !unit.translation.empty())
    notes += note("stale", "The source has changed since this translation was made.");
  std::string target;
  if (!unit.translation.empty())
    target =
        fmt::format("        <target xml:space=\"preserve\">{}</target>\n", content(unit.translation, data));
  return fmt::format(
      "    <unit id=\"{}\">\n      <notes>\n{}      </notes>\n{}"
      "      <segment state=\"{}\">\n        <source xml:space=\"preserve\">{}</source>\n{}      </segment>\n"
      "    </unit>\n",
      unit.id, notes, data.xml(), unit.state == Freshness::current ? "final" : "initial",
      content(unit.source, data), target);
}

}  // namespace

std::string write_xliff(const Exchange& exchange) {
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"{}\" "
      "trgLang=\"{}\">\n",
      exchange.source_language, exchange.language);
  std::size_t number = 0;
  for (const TranslationFile& file : exchange.files) {
    text += fmt::format(
        "  <file id=\"f{}\" original=\"{}\">\n    <notes>\n"
        "      <note category=\"tailorbird-source\">{}</note>\n"
        "      <note category=\"tailorbird-translation\">{}</note>\n    </notes>\n",
        ++number, xml_escaped(file.source), file.source_mark, file.translation_state);
    for (const TranslationUnit& unit : file.units) text += unit_xml(unit, file);
    text += "  </file>\n";
  }
  return text + "</xliff>\n";
}

}  // namespace tailorbird
