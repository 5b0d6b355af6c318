#include "read/yaml/yaml.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <utility>
#include <yaml.h>

#include "base/strings.hpp"
#include "read/yaml/text_checks.hpp"
#include "read/yaml/yaml_problems.hpp"

namespace tailorbird {
namespace {

std::string_view view(const yaml_char_t* text, std::size_t length) {
  // libyaml's bytes are unsigned char; looking at them as char is allowed.
  return {reinterpret_cast<const char*>(text), length};
}

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view{} : std::string_view(text);
}

/// One event of libyaml, freed with its owner.
class Event {
 public:
  Event() = default;
  ~Event() { yaml_event_delete(&event_); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  yaml_event_t* get() { return &event_; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

/// Events → tree. After `stop`, everything unwinds and the tree is not used.
class TreeBuilder {
 public:
  explicit TreeBuilder(const YamlSource& source) : source_(source) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(source.text.data()),
                                 source.text.size());
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  }
  ~TreeBuilder() { yaml_parser_delete(&parser_); }
  TreeBuilder(const TreeBuilder&) = delete;
  TreeBuilder& operator=(const TreeBuilder&) = delete;

  YamlRead build();

 private:
  bool next(Event& event);
  void stop(std::string_view code, const yaml_mark_t& at, std::string message, std::string fix = {});
  void report_syntax();
  void read_document(const Event& start);
  YamlNode node(const Event& event, unsigned depth);
  YamlNode scalar(const Event& event) const;
  void read_items(YamlNode& list, unsigned depth);
  void read_entries(YamlNode& map, unsigned depth);
  void add_entry(YamlNode& map, YamlNode key, YamlNode value);
  void drop_repeated_keys(YamlNode& map);
  YamlNode container(YamlNode::Kind kind, const Event& event, bool flow) const;
  void refuse_marks(const yaml_char_t* anchor, const yaml_char_t* tag, const yaml_mark_t& at);

  Position position(const yaml_mark_t& mark) const;
  /// What stands on the mark's line before it, trimmed.
  std::string_view before(const yaml_mark_t& mark) const;
  SourceRange range(const yaml_mark_t& mark, std::uint32_t length) const {
    return {source_.file, position(mark), length};
  }
  SourceRange range(const YamlNode& node) const { return {source_.file, node.where, node.length}; }

  const YamlSource& source_;
  yaml_parser_t parser_{};
  YamlRead result_;
  bool stopped_ = false;
};

Position TreeBuilder::position(const yaml_mark_t& mark) const {
  return {static_cast<std::uint32_t>(mark.line) + source_.first_line,
          static_cast<std::uint32_t>(mark.column) + 1};
}

void TreeBuilder::stop(std::string_view code, const yaml_mark_t& at, std::string message, std::string fix) {
  if (stopped_) return;
  stopped_ = true;
  result_.diagnostics.add(code, range(at, 1), std::move(message), std::move(fix));
}

void TreeBuilder::report_syntax() {
  const std::string_view said = view(parser_.problem);
  if (said.starts_with("found undefined tag handle")) {
    stop("yaml-tag", parser_.problem_mark, "a tag, `!…`, before a value");
    return;
  }
  YamlProblem problem = extract_text(said, view(parser_.context), before(parser_.problem_mark));
  stop("yaml-syntax",
       problem.at_context && parser_.context != nullptr ? parser_.context_mark : parser_.problem_mark,
       std::move(problem.message), std::move(problem.fix));
}

std::string_view TreeBuilder::before(const yaml_mark_t& mark) const {
  std::string_view rest = source_.text;
  for (std::size_t line = 0; line < mark.line && !rest.empty(); ++line) {
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  }
  std::size_t end = 0;
  for (std::size_t column = 0; column < mark.column && end < rest.size(); ++column) {
    while (++end < rest.size() && (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U) {
    }
  }
  return trim(rest.substr(0, end));
}

bool TreeBuilder::next(Event& event) {
  if (stopped_) return false;
  if (yaml_parser_parse(&parser_, event.get()) == 1) return true;
  report_syntax();
  return false;
}

YamlRead TreeBuilder::build() {
  result_.root.kind = YamlNode::Kind::map;
  result_.root.source = source_.source;
  result_.root.where = {source_.first_line, 1};
  for (bool seen = false; !stopped_;) {
    Event event;
    if (!next(event) || event->type == YAML_STREAM_END_EVENT) break;
    if (event->type != YAML_DOCUMENT_START_EVENT) continue;
    if (seen) {
      stop("yaml-several-documents", event->start_mark, "a second document begins here");
    } else {
      read_document(event);
    }
    seen = true;
  }
  result_.complete = !stopped_;
  if (stopped_) result_.root.kind = YamlNode::Kind::refused;
  return std::move(result_);
}

void TreeBuilder::read_document(const Event& start) {
  const auto& document = start->data.document_start;
  if (document.version_directive != nullptr || document.tag_directives.start != document.tag_directives.end) {
    stop("yaml-directive", start->start_mark, "a line that begins with `%`");
    return;
  }
  Event event;
  if (!next(event)) return;
  YamlNode root = node(event, 1);
  if (!stopped_ && !root.blank()) result_.root = std::move(root);
}

YamlNode TreeBuilder::node(const Event& event, unsigned depth) {
  const yaml_mark_t& at = event->start_mark;
  if (depth > deepest_yaml) {
    stop("yaml-too-deep", at, fmt::format("more than {} maps and lists inside each other", deepest_yaml));
    return {};
  }
  if (event->type == YAML_SCALAR_EVENT) {
    refuse_marks(event->data.scalar.anchor, event->data.scalar.tag, at);
    return scalar(event);
  }
  if (event->type == YAML_SEQUENCE_START_EVENT) {
    const auto& start = event->data.sequence_start;
    refuse_marks(start.anchor, start.tag, at);
    YamlNode list = container(YamlNode::Kind::list, event, start.style == YAML_FLOW_SEQUENCE_STYLE);
    read_items(list, depth);
    return list;
  }
  if (event->type == YAML_MAPPING_START_EVENT) {
    const auto& start = event->data.mapping_start;
    refuse_marks(start.anchor, start.tag, at);
    YamlNode map = container(YamlNode::Kind::map, event, start.style == YAML_FLOW_MAPPING_STYLE);
    read_entries(map, depth);
    return map;
  }
  const auto length = static_cast<std::uint32_t>(event->end_mark.index - at.index);
  result_.diagnostics.add("yaml-anchor", range(at, length),
                          fmt::format("an alias, `*{}`, that repeats another value",
                                      view(reinterpret_cast<const char*>(event->data.alias.anchor))));
  return container(YamlNode::Kind::refused, event, true);
}

void TreeBuilder::refuse_marks(const yaml_char_t* anchor, const yaml_char_t* tag, const yaml_mark_t& at) {
  if (anchor != nullptr) {
    const std::string_view name = view(reinterpret_cast<const char*>(anchor));
    result_.diagnostics.add("yaml-anchor", range(at, static_cast<std::uint32_t>(name.size()) + 1),
                            fmt::format("an anchor, `&{}`, that names a value", name));
  }
  if (tag != nullptr) result_.diagnostics.add("yaml-tag", range(at, 1), "a tag, `!…`, before a value");
}

YamlNode TreeBuilder::container(YamlNode::Kind kind, const Event& event, bool flow) const {
  YamlNode made;
  made.kind = kind;
  made.source = source_.source;
  made.where = position(event->start_mark);
  made.length = flow ? 1 : 0;
  return made;
}

YamlNode TreeBuilder::scalar(const Event& event) const {
  const auto& said = event->data.scalar;
  YamlNode made = container(YamlNode::Kind::scalar, event, true);
  made.quoted = said.style != YAML_PLAIN_SCALAR_STYLE;
  made.text = view(said.value, said.length);
  if (event->start_mark.line == event->end_mark.line) {
    made.length = static_cast<std::uint32_t>(event->end_mark.column - event->start_mark.column);
  }
  return made;
}

void TreeBuilder::read_items(YamlNode& list, unsigned depth) {
  for (Event event; next(event) && event->type != YAML_SEQUENCE_END_EVENT; yaml_event_delete(event.get())) {
    list.items.push_back(node(event, depth + 1));
  }
  if (list.length == 0 && !list.items.empty()) list.length = list.items.front().length;
}

void TreeBuilder::read_entries(YamlNode& map, unsigned depth) {
  for (Event event; next(event) && event->type != YAML_MAPPING_END_EVENT; yaml_event_delete(event.get())) {
    YamlNode key = node(event, depth + 1);
    Event value;
    if (!next(value)) return;
    add_entry(map, std::move(key), node(value, depth + 1));
  }
  if (map.length == 0 && !map.entries.empty()) map.length = map.entries.front().key.length;
  drop_repeated_keys(map);
}

void TreeBuilder::add_entry(YamlNode& map, YamlNode key, YamlNode value) {
  if (key.kind == YamlNode::Kind::refused) return;
  if (key.kind != YamlNode::Kind::scalar) {
    result_.diagnostics.add("yaml-complex-key", range(key), "a key that is itself a list or a map");
  } else if (key.text == "<<" && !key.quoted) {
    result_.diagnostics.add("yaml-merge-key", range(key), "a merge key, `<<`");
  } else if (key.blank()) {
    result_.diagnostics.add("yaml-syntax", range(key), "a value without a key",
                            "Write the key before the colon.");
  } else {
    map.entries.push_back({std::move(key), std::move(value)});
  }
}

void TreeBuilder::drop_repeated_keys(YamlNode& map) {
  std::vector<std::size_t> order(map.entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto text = [&](std::size_t index) -> const std::string& { return map.entries[index].key.text; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int compared = text(a).compare(text(b));
    return compared != 0 ? compared < 0 : a < b;
  });
  std::vector<bool> repeated(order.size(), false);
  std::size_t first = 0;
  for (std::size_t at = 1; at < order.size(); ++at) {
    if (text(order[at]) != text(order[first])) {
      first = at;
      continue;
    }
    const YamlNode& key = map.entries[order[at]].key;
    Diagnostic& added = result_.diagnostics.add("yaml-duplicate-key", range(key),
                                                fmt::format("`{}` stands here twice", key.text));
    added.related.push_back({range(map.entries[order[first]].key), "first here"});
    repeated[order[at]] = true;
  }
  if (std::find(repeated.begin(), repeated.end(), true) == repeated.end()) return;
  std::vector<YamlEntry> kept;
  for (std::size_t index = 0; index < repeated.size(); ++index) {
    if (!repeated[index]) kept.push_back(std::move(map.entries[index]));
  }
  map.entries = std::move(kept);
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto at =
      std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& one) { return one.key.text == key; });
  return at == entries.end() ? nullptr : &at->value;
}

YamlRead parse_yaml(const YamlSource& source) {
  Diagnostics tabs = tabs_in_indentation(source.text, source.file, source.first_line);
  if (!tabs.empty()) {
    YamlRead refused;
    refused.root.kind = YamlNode::Kind::refused;
    refused.complete = false;
    refused.diagnostics = std::move(tabs);
    return refused;
  }
  return TreeBuilder(source).build();
}

}  // namespace tailorbird
