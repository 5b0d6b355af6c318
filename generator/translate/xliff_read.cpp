#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <map>
#include <pugixml.hpp>

#include "text/utf8.hpp"
#include "translate/xliff.hpp"

namespace tailorbird {
namespace {

/// A name without the prefix of its namespace.
std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  return parent.find_child([&](pugi::xml_node one) { return local_name(one) == name; });
}

/// Reads the content of a <target>.
class Content {
 public:
  explicit Content(ReturnedUnit& unit) : unit_(unit) {}

  void read(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = local_name(node);
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        text(node.value());
      } else if (node.type() == pugi::node_element) {
        element(node, name);
      }
    }
  }

  void finish() {
    for (const auto& [id, count] : open_) {
      if (count != 0) damage(fmt::format("code {} is opened and not closed, or the other way round", id));
    }
  }

 private:
  void damage(std::string what) {
    if (unit_.damage.empty()) unit_.damage = std::move(what);
  }

  void text(std::string_view words) {
    if (unit_.pieces.empty() || unit_.pieces.back().is_code()) unit_.pieces.push_back({});
    unit_.pieces.back().data += words;
  }

  void code(Piece::Role role, const std::string& id) {
    if (id.empty()) return damage("a code without an id");
    unit_.pieces.push_back({role, CodeType::none, {}, id});
    if (role == Piece::Role::close) {
      --open_[id];
      return;
    }
    if (!seen_.emplace(id, true).second) damage(fmt::format("code {} is there twice", id));
    if (role == Piece::Role::open) ++open_[id];
  }

  void element(pugi::xml_node node, std::string_view name) {
    const std::string id = node.attribute("id").value();
    if (name == "ph") return code(Piece::Role::alone, id);
    if (name == "sc") return code(Piece::Role::open, id);
    if (name == "ec") {
      const std::string start = node.attribute("startRef").value();
      return code(Piece::Role::close, start.empty() ? id : start);
    }
    if (name == "pc") {
      code(Piece::Role::open, id);
      read(node);
      return code(Piece::Role::close, id);
    }
    if (name == "mrk") return read(node);
    if (name == "sm" || name == "em") return;
    damage(fmt::format("<{}> cannot be in a text", name));
  }

  ReturnedUnit& unit_;
  std::map<std::string, bool> seen_;
  std::map<std::string, int> open_;
};

class Reader {
 public:
  explicit Reader(const std::string& bytes) : bytes_(bytes) {}

  int line_of(std::ptrdiff_t offset) const {
    const auto end =
        bytes_.begin() + std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(bytes_.size()));
    return 1 + static_cast<int>(std::count(bytes_.begin(), end, '\n'));
  }

  /// Units come in order, so lines are counted on from the last one.
  int line_of(pugi::xml_node node) {
    const std::ptrdiff_t offset = std::max<std::ptrdiff_t>(node.offset_debug(), 0);
    if (offset < at_) return line_of(offset);
    line_ += static_cast<int>(std::count(bytes_.begin() + at_, bytes_.begin() + offset, '\n'));
    at_ = offset;
    return line_;
  }

  void units(pugi::xml_node parent, ReturnedFile& file) {
    for (const pugi::xml_node node : parent.children()) {
      if (local_name(node) == "group") units(node, file);
      if (local_name(node) == "unit") file.units.push_back(unit(node));
    }
  }

 private:
  ReturnedUnit unit(pugi::xml_node node) {
    ReturnedUnit unit;
    unit.id = node.attribute("id").value();
    unit.line = line_of(node);
    Content content(unit);
    for (const pugi::xml_node segment : node.children()) {
      const bool text = local_name(segment) == "segment";
      if (!text && local_name(segment) != "ignorable") continue;
      const pugi::xml_node target = child(segment, "target");
      if (text &&
          (target.empty() || std::strcmp(segment.attribute("state").as_string("initial"), "initial") == 0))
        unit.progress = Progress::begun;
      // White space that a tool left between split sentences may have no target.
      content.read(target.empty() && !text ? child(segment, "source") : target);
    }
    content.finish();
    unit.has_text = !unit.pieces.empty();
    return unit;
  }

  const std::string& bytes_;
  std::ptrdiff_t at_ = 0;
  int line_ = 1;
};

void read_notes(pugi::xml_node node, ReturnedFile& file) {
  for (const pugi::xml_node note : child(node, "notes").children()) {
    const std::string_view category = note.attribute("category").value();
    if (category == "tailorbird-source") file.source_mark = note.text().get();
    if (category == "tailorbird-translation") file.translation_state = note.text().get();
  }
}

}  // namespace

Result<ReturnedExchange> read_xliff(const std::string& bytes) {
  if (first_invalid_utf8(bytes)) return Error{"it is not UTF-8"};
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  Reader reader(bytes);
  if (!parsed)
    return Error{fmt::format("line {}: this is not well-formed XML: {}", reader.line_of(parsed.offset),
                             parsed.description())};
  const pugi::xml_node root = document.document_element();
  if (local_name(root) != "xliff" || !std::string_view(root.attribute("version").value()).starts_with("2."))
    return Error{"this is not an XLIFF 2 file"};
  ReturnedExchange exchange;
  exchange.source_language = root.attribute("srcLang").value();
  exchange.language = root.attribute("trgLang").value();
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node) != "file") continue;
    ReturnedFile file;
    file.source = node.attribute("original").value();
    file.line = reader.line_of(node);
    read_notes(node, file);
    reader.units(node, file);
    exchange.files.push_back(std::move(file));
  }
  return exchange;
}

}  // namespace tailorbird
