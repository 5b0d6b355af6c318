#include "lsp/navigation.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/files.hpp"
#include "components/component.hpp"
#include "lsp/completion.hpp"
#include "lsp/positions.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;
using Kind = PlaceInText::Kind;

/// The page that a link written in `file` leads to; without a path, the page itself.
const Page* link_target(const Snapshot& snapshot, const std::string& file, std::string_view path) {
  return snapshot.page_of(path.empty() ? file
                                       : normalise_path(std::string(folder_of(file)) + std::string(path)));
}

const Program& program_of(const Snapshot& snapshot, const Page& page) {
  return snapshot.program(static_cast<std::size_t>(&page - snapshot.project().pages.data()));
}

std::string about_page(const Page* page) {
  if (page == nullptr) return {};
  return page->front.summary.empty() ? fmt::format("**{}**", page->front.title)
                                     : fmt::format("**{}**\n\n{}", page->front.title, page->front.summary);
}

std::string about_value(const Site& site, std::string_view dimension, std::string_view value,
                        std::string_view language) {
  const int index = site.find_dimension(dimension);
  if (index < 0) return {};
  const Dimension& one = site.dimensions[static_cast<std::size_t>(index)];
  const int at = one.find(value);
  if (at < 0) return {};
  return fmt::format("**{}**: {}", one.label.in(language),
                     one.values[static_cast<std::size_t>(at)].label.in(language));
}

std::string about_component(std::string_view name) {
  const int index = find_component(name);
  if (index < 0) return {};
  const ComponentSpec& spec = component_specs()[static_cast<std::size_t>(index)];
  std::string text = fmt::format("**{}**: {}", spec.name, spec.summary);
  for (const AttributeSpec& one : spec.attributes)
    text += fmt::format("\n- `{}`{}", one.name, one.required ? " (required)" : "");
  return text;
}

json location(const Snapshot& snapshot, const EditorSetting& setting, const SourceRange& where) {
  const std::string text = snapshot.text(where.file);
  return {{"uri", uri_of_path(setting.root / where.file)},
          {"range", lsp_range(lines_of(text), where.start, where.length)}};
}

json page_location(const Snapshot& snapshot, const EditorSetting& setting, const Page* page) {
  if (page == nullptr) return nullptr;
  return location(snapshot, setting, {page->file, page->front.title_at, 0});
}

json heading_location(const Snapshot& snapshot, const EditorSetting& setting, const Page* page,
                      std::string_view id) {
  if (page == nullptr) return nullptr;
  for (const Heading& heading : program_of(snapshot, *page).headings) {
    if (heading.id == id) return location(snapshot, setting, {page->file, heading.where, 0});
  }
  return page_location(snapshot, setting, page);
}

/// A place of an id; its column counts UTF-16 units from 1.
struct Found {
  Position where;
  bool there = false;
};

/// Where `#id` stands in a line of the file, not before `from`; as a whole word.
Found find_id(const std::vector<std::string_view>& lines, Position from, const std::string& id) {
  if (from.line == 0 || from.line > lines.size()) return {};
  const std::string_view line = lines[from.line - 1];
  for (std::size_t at = line.find("#" + id); at != std::string_view::npos; at = line.find("#" + id, at + 1)) {
    const std::size_t end = at + 1 + id.size();
    const char next = end < line.size() ? line[end] : ' ';
    const bool is_whole = std::string_view(" )}\"'>").find(next) != std::string_view::npos;
    const auto column = static_cast<std::uint32_t>(utf16_length(line.substr(0, at + 1)) + 1);
    if (is_whole && column >= from.column) return {{from.line, column}, true};
  }
  return {};
}

class Renaming {
 public:
  Renaming(const Snapshot& snapshot, const EditorSetting& setting, const Page& target, std::string id,
           std::string name)
      : snapshot_(snapshot), setting_(setting), target_(target), id_(std::move(id)), name_(std::move(name)) {}

  bool add_heading() {
    const std::string text = snapshot_.text(target_.file);
    for (const Heading& heading : program_of(snapshot_, target_).headings) {
      if (heading.id == id_ && heading.explicit_id && add(target_.file, text, {heading.where.line, 1}))
        return true;
    }
    return false;
  }

  void add_links() {
    for (const Page& page : snapshot_.project().pages) {
      if (page.language != target_.language) continue;
      const std::string text = snapshot_.text(page.file);
      for (const LinkUse& link : program_of(snapshot_, page).links) {
        if (link.fragment != id_) continue;
        const bool here = link.kind == LinkUse::Kind::fragment && page.file == target_.file;
        const bool there = link.kind == LinkUse::Kind::page && link.target == target_.path;
        if (here || there) add(page.file, text, link.where);
      }
    }
  }

  json edit() const { return {{"changes", changes_}}; }

 private:
  bool add(const std::string& file, std::string_view text, Position from) {
    const std::vector<std::string_view> lines = lines_of(text);
    const Found found = find_id(lines, from, id_);
    if (!found.there) return false;
    const std::size_t start = found.where.column - 1;
    const json range = {{"start", {{"line", found.where.line - 1}, {"character", start}}},
                        {"end", {{"line", found.where.line - 1}, {"character", start + utf16_length(id_)}}}};
    json& edits = changes_[uri_of_path(setting_.root / file)];
    const json edit = {{"range", range}, {"newText", name_}};
    if (std::find(edits.begin(), edits.end(), edit) == edits.end()) edits.push_back(edit);
    return true;
  }

  const Snapshot& snapshot_;
  const EditorSetting& setting_;
  const Page& target_;
  const std::string id_;
  const std::string name_;
  json changes_ = json::object();
};

bool is_id(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::string hover_text(const Snapshot& snapshot, const std::string& file, const PlaceInText& place) {
  const Page* page = snapshot.page_of(file);
  const std::string language = page == nullptr ? "en" : page->language;
  const Site& site = snapshot.project().site;
  switch (place.kind) {
    case Kind::variable:
      return value_of_variable(snapshot, language, place.word);
    case Kind::include:
      return about_page(snapshot.page_at(language, place.word));
    case Kind::link:
      return about_page(link_target(snapshot, file, place.word));
    case Kind::fragment:
      return about_page(link_target(snapshot, file, place.around));
    case Kind::term: {
      const GlossaryTerm* term = site.find_term(place.word);
      return term == nullptr ? ""
                             : fmt::format("**{}**: {}", term->term.in(language), term->meaning.in(language));
    }
    case Kind::dimension_value:
      return about_value(site, place.around, place.word, language);
    case Kind::component:
      return about_component(place.word);
    case Kind::source: {
      const Source* source = site.find_source(place.word);
      return source == nullptr ? "" : fmt::format("**{}**\n\n{}", source->title.in(language), source->url);
    }
    default:
      return {};
  }
}

json definition(const Snapshot& snapshot, const EditorSetting& setting, const std::string& file,
                const PlaceInText& place) {
  const Page* page = snapshot.page_of(file);
  const std::string language = page == nullptr ? "" : page->language;
  const Site& site = snapshot.project().site;
  switch (place.kind) {
    case Kind::include:
      return page_location(snapshot, setting, snapshot.page_at(language, place.word));
    case Kind::link:
      return page_location(snapshot, setting, link_target(snapshot, file, place.word));
    case Kind::fragment:
      return heading_location(snapshot, setting, link_target(snapshot, file, place.around), place.word);
    case Kind::term: {
      const GlossaryTerm* term = site.find_term(place.word);
      return term == nullptr ? json(nullptr) : location(snapshot, setting, term->where);
    }
    case Kind::condition: {
      for (const NamedCondition& one : site.conditions) {
        if ("." + one.name == place.word) return location(snapshot, setting, one.where);
      }
      return nullptr;
    }
    default:
      return nullptr;
  }
}

Result<json> rename_id(const Snapshot& snapshot, const EditorSetting& setting, const std::string& file,
                       const PlaceInText& place, const std::string& name) {
  if (place.kind != Kind::heading_id && place.kind != Kind::fragment)
    return Error{"only the id of a heading can be renamed, in {#…} or after the # of a link"};
  if (!is_id(name)) return Error{"an id is made of small letters a to z, digits and hyphens"};
  const Page* target =
      place.kind == Kind::heading_id ? snapshot.page_of(file) : link_target(snapshot, file, place.around);
  if (target == nullptr) return Error{"the page that this leads to is not in the project"};
  Renaming renaming(snapshot, setting, *target, std::string(place.word), name);
  if (!renaming.add_heading())
    return Error{
        fmt::format("no heading of {} has the id {{#{}}}; give it one first", target->file, place.word)};
  renaming.add_links();
  return renaming.edit();
}

}  // namespace tailorbird
