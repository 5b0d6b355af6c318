// DITA: topics become pages, passages that others reuse become partials, profiling attributes conditions.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <set>

#include "base/strings.hpp"
#include "import/all_import_kinds.hpp"
#include "import/content_counts.hpp"
#include "import/dita_conditions.hpp"
#include "import/dita_elements.hpp"
#include "import/dita_map.hpp"
#include "import/element_inlines.hpp"
#include "import/headings.hpp"
#include "import/markdown_page.hpp"
#include "import/source_conditions.hpp"
#include "import/tool_attributes.hpp"
#include "package/xml_document.hpp"

namespace tailorbird {
namespace {

constexpr int most_phrases = 20000;  // most phrases inserted where they are reused

bool is_dita(std::string_view path) { return path.ends_with(".dita") || path.ends_with(".ditamap"); }
bool is_topic_file(std::string_view path) { return path.ends_with(".dita") || path.ends_with(".xml"); }

/// The files of a tree, read once.
class DitaFiles {
 public:
  explicit DitaFiles(const SourceTree& tree) : tree_(tree) {}

  /// Null: no such file, or no XML.
  const XmlDocument* at(const std::string& path) {
    const auto known = files_.find(path);
    if (known != files_.end()) return known->second.get();
    const Result<std::string> bytes = tree_.read(path);
    std::unique_ptr<XmlDocument> document = bytes ? read_xml(*bytes) : nullptr;
    return files_.emplace(path, std::move(document)).first->second.get();
  }

 private:
  const SourceTree& tree_;
  std::map<std::string, std::unique_ptr<XmlDocument>> files_;
};

pugi::xml_node with_id(pugi::xml_node root, const std::string& id) {
  return root.find_node([&](pugi::xml_node node) { return id == node.attribute("id").value(); });
}

bool is_topic(pugi::xml_node element) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"topic", "concept", "task", "reference", "troubleshooting", "glossentry"});
  return std::find(names.begin(), names.end(), element.name()) != names.end();
}

ElementRow dita_row(pugi::xml_node element) {
  const std::string_view name = element.name();
  const ElementRow* found = dita_element(name);
  if (name == "title") {
    const std::string_view parent = element.parent().name();
    const bool heads =
        is_topic(element.parent()) || parent == "section" || parent == "example" || parent == "refsyn";
    return {name, heads ? ElementRole::heading : ElementRole::term};
  }
  if (is_topic(element)) return {name, ElementRole::through};
  return found == nullptr ? ElementRow{name, ElementRole::unknown} : *found;
}

ElementRole dita_role(pugi::xml_node element) { return dita_row(element).role; }

/// What all topics of an import share.
struct DitaImport {
  DitaFiles files;
  DitaMap map;
  ConditionMap& conditions;
  std::map<std::string, ImportPage> partials;  // of reused blocks: "file#id" → page
  std::set<std::string> open;                  // phrases that are being inserted
  int phrases = 0;                             // inserted so far
};

class DitaLanguage : public ElementLanguage {
 public:
  DitaLanguage(DitaImport& import, ImportPage& page, std::string file, const XmlDocument& document)
      : import_(import), page_(page), file_(std::move(file)), document_(document) {}

  ElementRow row(pugi::xml_node element) const override {
    const ElementRow row = dita_row(element);
    return row.role == ElementRole::callout ? ElementRow{row.name, row.role, note_type(element)} : row;
  }

  std::string address(pugi::xml_node link) const override {
    const std::string href = link.attribute("href").value();
    const std::string key = link.attribute("keyref").value();
    if (!key.empty()) {
      const auto path = import_.map.keys.find(key);
      return path == import_.map.keys.end() ? std::string() : from_root(path->second);
    }
    if (href.find("://") != std::string::npos || href.starts_with("mailto:")) return href;
    if (href.empty()) return {};
    const DitaTarget target = dita_target(href, file_);
    const std::string place = target.element.empty() ? target.topic : target.element;
    return (target.path.empty() ? std::string() : from_root(target.path)) +
           (place.empty() ? "" : "#" + place);
  }

  ElementPicture picture(pugi::xml_node element) const override {
    const pugi::xml_node alt = element.child("alt");
    const std::string words = !alt                ? element.attribute("alt").value()
                              : says_readers(alt) ? ""
                                                  : alt.text().get();
    const std::string href = element.attribute("href").value();
    if (href.find("://") != std::string::npos) return {href, words, false};
    return {href.empty() ? std::string() : from_root(dita_target(href, file_).path), words, false};
  }

  /// Topics in topics, sections in them.
  int level(pugi::xml_node heading) const override {
    int level = is_topic(heading.parent()) ? 0 : 1;
    for (pugi::xml_node node = heading.parent(); node; node = node.parent()) level += is_topic(node) ? 1 : 0;
    return std::max(level, 1);
  }

  std::uint32_t line(pugi::xml_node element) const override {
    for (; element; element = element.parent())
      if (const Position where = document_.position(element); where.line > 0) return where.line;
    return 1;
  }

  bool says_readers(pugi::xml_node element) const override {
    return has_dita_condition(element, import_.conditions);
  }

  /// Who reads an element, and what it takes from elsewhere.
  MappedReaders readers_of(pugi::xml_node element);

  std::string replaced(pugi::xml_node element) override;
  std::optional<std::string> words_instead(pugi::xml_node element) override;
  std::optional<ImportLines> blocks_instead(pugi::xml_node element) override;

  void lose(std::string_view kind, pugi::xml_node element, std::string what) override {
    page_.lose({kind, file_, line(element), std::move(what)});
  }

  /// Text of a title or a short description on one line, without what is only for some.
  std::string plain_text(pugi::xml_node element);

 protected:
  std::optional<std::string> readers_here(pugi::xml_node element) override {
    const MappedReaders readers = readers_of(element);
    if (!is_for_some(readers)) return std::nullopt;
    return readers.mark();
  }

 private:
  /// What an element reuses.
  struct Reused {
    std::string written;  // for people
    std::string path;
    std::string id;
    const XmlDocument* document = nullptr;
    pugi::xml_node element;
    std::string key() const { return fmt::format("{}#{}", path, id); }
  };
  std::optional<Reused> reused(pugi::xml_node element);
  /// Reports what is left out: there is none, it includes itself, or there are too many. Else it is `open`.
  bool begins(const Reused& found, pugi::xml_node element);
  /// By the element's own attributes.
  MappedReaders said(pugi::xml_node element) {
    Losses told;
    const MappedReaders readers = dita_readers(element, file_, line(element), import_.conditions, told);
    return take(readers, told);
  }
  MappedReaders take(const MappedReaders& readers, const Losses& told) {
    for (const Loss& loss : told) page_.lose(loss);
    return readers;
  }
  /// Who reads the place in `path` that `element` of this file shows: by what is around it, and by the maps.
  MappedReaders readers_of_target(pugi::xml_node target, const std::string& path, const XmlDocument& document,
                                  pugi::xml_node element);
  void text_for_all(pugi::xml_node element, std::string& text);
  /// A link whose words are the title of its target.
  std::string link_without_words(pugi::xml_node link);

  static std::string_view note_type(pugi::xml_node element) {
    const std::string_view type = element.attribute("type").value();
    static constexpr auto same = std::to_array<std::string_view>({"tip", "important", "warning", "caution"});
    for (const std::string_view one : same)
      if (type == one) return one;
    if (type == "danger" || type == "trouble") return "caution";
    return type == "attention" || type == "restriction" ? "warning" : "note";
  }

  /// Links are relative to the page's own folder, even in passages from other files.
  static std::string from_root(const std::string& path) { return "/" + replace_all(path, " ", "%20"); }

  DitaImport& import_;
  ImportPage& page_;
  std::string file_;
  const XmlDocument& document_;
};

/// Whether an element is among words: then what it reuses is inserted there.
bool is_phrase(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"ph",      "keyword",   "term",    "b",        "i",         "u",       "xref", "image",
       "codeph",  "uicontrol", "cmd",     "title",    "entry",     "stentry", "q",    "cite",
       "varname", "apiname",   "cmdname", "filepath", "userinput", "wintitle"});
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<DitaLanguage::Reused> DitaLanguage::reused(pugi::xml_node element) {
  const std::string conref = element.attribute("conref").value();
  const std::string conkeyref = element.attribute("conkeyref").value();
  if (conref.empty() && conkeyref.empty()) return std::nullopt;
  DitaTarget target;
  if (!conref.empty()) {
    target = dita_target(conref, file_);
  } else {
    const std::size_t slash = conkeyref.find('/');
    const auto path = import_.map.keys.find(std::string_view(conkeyref).substr(0, slash));
    if (path != import_.map.keys.end()) target.path = path->second;
    if (slash != std::string::npos) target.element = conkeyref.substr(slash + 1);
  }
  Reused found;
  found.written = fmt::format("`{}`", conref.empty() ? conkeyref : conref);
  found.path = target.path.empty() && !conref.empty() ? file_ : target.path;
  found.id = target.element.empty() ? target.topic : target.element;
  found.document = import_.files.at(found.path);
  if (found.document != nullptr && !found.id.empty())
    found.element = with_id(found.document->root(), found.id);
  return found;
}

MappedReaders DitaLanguage::readers_of_target(pugi::xml_node target, const std::string& path,
                                              const XmlDocument& document, pugi::xml_node element) {
  DitaLanguage language(import_, page_, path, document);
  MappedReaders readers;
  const auto around = [&](pugi::xml_node node) {
    for (pugi::xml_node up = element; up; up = up.parent())
      if (up == node) return true;
    return false;
  };
  for (; target && !around(target); target = target.parent()) readers = both(readers, language.said(target));
  const auto use = import_.map.topics.find(path);
  if (path != page_.source && use != import_.map.topics.end())
    readers = both(readers, take(use->second.readers, use->second.told));
  return readers;
}

MappedReaders DitaLanguage::readers_of(pugi::xml_node element) {
  MappedReaders readers = said(element);
  if (std::string_view(element.attribute("status").value()) == "deleted") {
    lose("hidden-text", element, fmt::format("`<{} status=\"deleted\">`", element.name()));
    return {MappedReaders::Kind::nobody, {}, false};
  }
  const std::string conkeyref = element.attribute("conkeyref").value();
  for (const std::string& key :
       {std::string(element.attribute("keyref").value()), conkeyref.substr(0, conkeyref.find('/'))}) {
    const auto use = import_.map.defined.find(key);
    if (use != import_.map.defined.end())
      readers = both(readers, take(use->second.readers, use->second.told));
  }
  if (const std::optional<Reused> found = reused(element); found && found->element) {
    const bool apart = !is_phrase(element.name()) && dita_role(element) != ElementRole::item;
    // A partial says for itself whom its own element is for.
    readers = both(readers, readers_of_target(apart ? found->element.parent() : found->element, found->path,
                                              *found->document, element));
  } else if (std::string_view(element.name()) == "xref" && !element.first_child()) {
    const DitaTarget target = dita_target(element.attribute("href").value(), file_);
    const std::string path = target.path.empty() ? file_ : target.path;
    if (const XmlDocument* document = import_.files.at(path); document != nullptr && document->root()) {
      const pugi::xml_node node =
          target.element.empty() ? document->root() : with_id(document->root(), target.element);
      readers = both(readers, readers_of_target(node, path, *document, element));
    }
  }
  return readers;
}

bool DitaLanguage::begins(const Reused& found, pugi::xml_node element) {
  const bool again = !import_.open.insert(found.key()).second;
  if (found.element && !again && ++import_.phrases <= most_phrases) return true;
  lose("include-lost", element, again ? fmt::format("{}: it includes itself", found.written) : found.written);
  if (!again) import_.open.erase(found.key());
  return false;
}

/// An item has no include of its own: its text is inserted.
std::optional<ImportLines> DitaLanguage::blocks_instead(pugi::xml_node element) {
  const std::optional<Reused> found =
      dita_role(element) == ElementRole::item ? reused(element) : std::nullopt;
  if (!found) return std::nullopt;
  if (!begins(*found, element)) return ImportLines{};
  DitaLanguage language(import_, page_, found->path, *found->document);
  language.readers_known(found->element);
  ImportLines lines = element_blocks(found->element, language);
  hold_unasked(found->element, language);
  import_.open.erase(found->key());
  for (ImportLine& line : lines) line.source = this->line(element);
  lose("shortcode-turned", element, fmt::format("{} was inserted", found->written));
  return lines;
}

std::string DitaLanguage::replaced(pugi::xml_node element) {
  const bool inserted = is_phrase(element.name()) || dita_role(element) == ElementRole::item;
  const std::optional<Reused> found = inserted ? std::nullopt : reused(element);
  if (!found) return {};
  if (!found->element) {
    lose("include-lost", element, found->written);
    return std::string(replaced_by_nothing);
  }
  const std::string name =
      fmt::format("{}-{}.dita", found->path.substr(0, found->path.rfind('.')), found->id);
  const auto [partial, added] = import_.partials.try_emplace(found->key());
  if (added) {  // first, so that a circle ends; `check` reports it
    partial->second.source = name;
    partial->second.partial = true;
    ImportPage made;
    made.source = found->path;
    DitaLanguage language(import_, made, found->path, *found->document);
    ImportPage& kept = partial->second;  // maps keep their places
    kept.body = element_block(found->element, language);
    hold_unasked(found->element, language);
    for (Loss& loss : made.losses) kept.lose(std::move(loss));
    kept.in = count_elements(found->element, dita_role);
  }
  lose("shortcode-turned", element, fmt::format("{} is an include", found->written));
  return fmt::format("{{{{< include /{} >}}}}", replace_all(name, " ", "%20"));
}

void DitaLanguage::text_for_all(pugi::xml_node element, std::string& text) {
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    if (child.type() != pugi::node_element) continue;
    if (says_readers(child)) {
      lose("condition-unmapped", child,
           fmt::format("`<{}>` in a title, a summary or a picture's words", child.name()));
    } else {
      text_for_all(child, text);
    }
  }
}

std::string DitaLanguage::plain_text(pugi::xml_node element) {
  std::string all;
  text_for_all(element, all);
  std::vector<std::string> parts;
  for (const std::string_view word : words(all)) parts.emplace_back(word);
  return join(parts, " ");
}

std::string DitaLanguage::link_without_words(pugi::xml_node link) {
  const std::string address = this->address(link);
  if (address.empty()) {
    lose("link-lost", link, "a link that leads nowhere");
    return {};
  }
  const DitaTarget target = dita_target(link.attribute("href").value(), file_);
  const XmlDocument* document = import_.files.at(target.path.empty() ? file_ : target.path);
  pugi::xml_node element = document == nullptr ? pugi::xml_node() : document->root();
  if (element && !target.element.empty()) element = with_id(element, target.element);
  const std::string title = plain_text(element.child("title"));
  const std::string shown = title.empty() ? std::string(link.attribute("href").value()) : title;
  return fmt::format("[{}]({})", markdown_escaped(shown), address);
}

std::optional<std::string> DitaLanguage::words_instead(pugi::xml_node element) {
  if (std::string_view(element.name()) == "xref" && !element.first_child())
    return link_without_words(element);
  const std::string keyref = element.attribute("keyref").value();
  const auto word = import_.map.words.find(keyref);
  if (word != import_.map.words.end() && !element.first_child()) return markdown_escaped(word->second);
  const std::optional<Reused> found = reused(element);
  if (!found) return std::nullopt;
  if (!begins(*found, element)) return std::string();
  DitaLanguage language(import_, page_, found->path, *found->document);
  language.readers_known(found->element);
  std::string words = element_words(found->element, language);
  hold_unasked(found->element, language);
  import_.open.erase(found->key());
  return words;
}

// --- Files ---

void note_places(pugi::xml_node element, const DitaLanguage& language, ImportPage& page) {
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    if (const std::string id = child.attribute("id").value(); !id.empty())
      page.places.emplace_back(id, language.line(child));
    note_places(child, language, page);
  }
}

/// Who reads a whole topic: dimensions of the front matter. False: nobody.
bool take_page_readers(const MappedReaders& readers, ImportPage& page) {
  if (!is_for_some(readers) || readers.negated) return false;
  for (const auto& [dimension, ids] : readers.values)
    page.keys.emplace_back(dimension, join({ids.begin(), ids.end()}, " "));
  return true;
}

void read_topic(const std::string& path, DitaImport& import, SourcePages& found) {
  const XmlDocument* document = import.files.at(path);
  if (document == nullptr || document->problem || !is_topic(document->root())) {
    const std::string why =
        document != nullptr && document->problem ? document->problem->what : "it is not a topic";
    const std::uint32_t line = document != nullptr && document->problem ? document->problem->where.line : 0;
    if (document != nullptr && document->problem)
      found.losses.push_back({"unreadable", path, line, why});
    else
      found.losses.push_back({"file-left-out", path, line, why});
    return;
  }
  const pugi::xml_node root = document->root();
  ImportPage page;
  page.source = path;
  DitaLanguage language(import, page, path, *document);
  page.in = count_elements(root, dita_role);
  const pugi::xml_node summary =
      root.child("shortdesc") ? root.child("shortdesc") : root.child("abstract").child("shortdesc");
  if (!language.says_readers(summary)) {
    page.summary = language.plain_text(summary);
  } else {
    language.lose("condition-unmapped", summary, "`<shortdesc>`: a summary is for all readers of its page");
  }
  page.out.words += count_plain_words(page.summary);
  const auto order = import.map.order.find(path);
  if (order != import.map.order.end()) page.order = order->second;
  MappedReaders readers = language.readers_of(root);
  language.readers_known(root);
  if (const auto use = import.map.topics.find(path); use != import.map.topics.end()) {
    readers = both(readers, use->second.readers);
    for (const Loss& loss : use->second.told) page.lose(loss);
  }
  for (const Loss& map : import.map.unreadable)
    page.lose("readers-unknown", 0, fmt::format("`{}`, which may say who reads it, is no XML", map.file));
  if (!take_page_readers(readers, page)) {
    page.draft = true;
  } else {
    page.body = element_blocks(root, language);
    hold_unasked(root, language);
  }
  see_own_conditions(page);
  page.anchors.emplace(root.attribute("id").value(), "");
  note_places(root, language, page);
  settle_headings(page);
  hold_unsettled(page);
  if (page.title.empty()) page.title = language.plain_text(root.child("title"));
  if (page.title.empty()) page.title = title_from_name(path);
  found.pages.push_back(std::move(page));
}

Result<SourcePages> read_dita(const SourceTree& tree, ConditionMap& conditions) {
  DitaImport import{DitaFiles(tree), read_dita_maps(tree, conditions), conditions, {}, {}, 0};
  SourcePages found;
  found.losses = import.map.unreadable;
  for (const std::string& path : tree.pages) read_topic(path, import, found);
  for (auto& [key, partial] : import.partials) {
    see_own_conditions(partial);
    settle_headings(partial);
    hold_unsettled(partial);
    found.pages.push_back(std::move(partial));
  }
  if (found.pages.empty())
    return Error{fmt::format("{} contains no topic that can be read", tree.folder.string())};
  return found;
}

}  // namespace

const ImportKind dita_import{"dita", "DITA topics and maps", is_dita, is_topic_file, read_dita};

}  // namespace tailorbird
