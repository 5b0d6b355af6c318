#include "read/yaml/yaml.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>
#include <optional>
#include <sstream>
#include <utility>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/limits.hpp"
#include "read/yaml/text_checks.hpp"
#include "read/yaml/yaml_problems.hpp"
#include "read/yaml/yaml_text.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// Thrown through yaml-cpp to stop it after a mistake that has been reported.
struct Stopped {};

/// A map or list that is still open.
struct OpenNode {
  YamlNode node;
  std::size_t offset = 0;
  bool flow = false;  // in brackets
  int column = -1;    // in bytes, from 0, of the innermost map or list written in lines
  std::optional<YamlNode> key;
};

bool is_list(const OpenNode& open) { return open.node.kind == YamlNode::Kind::list; }

/// yaml-cpp's events → tree. yaml-cpp accepts more than we do, and tells only where a node begins: how it is
/// written and where it ends is read from the source (yaml_text.hpp).
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const YamlSource& source)
      : source_(source), positions_(source.text, source.first_line) {}

  YamlRead build();

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;

 private:
  [[noreturn]] void stop(std::string_view code, std::size_t begin, std::size_t end, std::string message,
                         std::string fix = {});
  /// Stops with the words for `problem` (yaml-cpp's, or one of yaml_problems.hpp).
  [[noreturn]] void stop_at(std::string_view problem, std::size_t offset);
  YamlProblem explained(std::string_view problem, std::size_t offset) const;
  /// Stops where a value or key may not be missing. `next`: what comes instead; `at`: where it is missing.
  void refuse_missing(std::size_t next, std::size_t at);
  void open(YamlNode::Kind kind, const YAML::Mark& mark, bool flow);
  void close();
  void add(YamlNode node);
  void add_entry(YamlNode& map, YamlNode key, YamlNode value);
  void drop_repeated_keys(YamlNode& map);
  /// Skips tags and anchors before a node; tags are reported.
  std::size_t node_begin(const YAML::Mark& mark);
  /// Whether a supposed value is not indented further than the key or hyphen that it would belong to.
  bool is_outdented(const YAML::Mark& mark) const;
  /// `~` or `null` as written; empty when no value was written.
  std::string_view null_word(const YAML::Mark& mark) const;

  YamlNode node_at(YamlNode::Kind kind, std::size_t begin, std::size_t end);
  /// Bytes `begin` to `end`, which are on one line.
  SourceRange range(std::size_t begin, std::size_t end);
  SourceRange range(const YamlNode& node) const { return {source_.file, node.where, node.length}; }
  int column() const { return open_.empty() ? -1 : open_.back().column; }

  const YamlSource& source_;
  YamlPositions positions_;
  YamlRead result_;
  std::vector<OpenNode> open_;
  std::size_t read_to_ = 0;  // everything before has been read
  bool has_document_ = false;
};

std::size_t offset_of(const YAML::Mark& mark) { return static_cast<std::size_t>(std::max(mark.pos, 0)); }

std::uint32_t length_of(std::string_view text, std::size_t begin, std::size_t end) {
  return static_cast<std::uint32_t>(code_points(text.substr(begin, end - begin)));
}

YamlRead TreeBuilder::build() {
  result_.root.kind = YamlNode::Kind::map;
  result_.root.source = source_.source;
  result_.root.where = {source_.first_line, 1};
  try {
    if (const auto at = directive_offset(source_.text))
      stop("yaml-directive", *at, *at + 1, "a line that begins with `%`");
    std::istringstream input(hide_question_marks(source_.text));
    YAML::Parser parser(input);
    while (parser.HandleNextDocument(*this)) {
    }
    if (const auto at = first_word(source_.text, read_to_)) stop_at(second_root, *at);
  } catch (const Stopped&) {
    result_.complete = false;
  } catch (const YAML::ParserException& failure) {
    YamlProblem problem = explained(failure.msg, offset_of(failure.mark));
    result_.diagnostics.add(problem.code, range(problem.offset, problem.offset + 1),
                            std::move(problem.message), std::move(problem.fix));
    result_.complete = false;
  }
  if (!result_.complete) result_.root = node_at(YamlNode::Kind::refused, 0, 0);
  return std::move(result_);
}

void TreeBuilder::stop(std::string_view code, std::size_t begin, std::size_t end, std::string message,
                       std::string fix) {
  result_.diagnostics.add(code, range(begin, end), std::move(message), std::move(fix));
  throw Stopped();
}

YamlProblem TreeBuilder::explained(std::string_view problem, std::size_t offset) const {
  return explain_stop({problem, source_.text, std::min(offset, source_.text.size()), read_to_,
                       !open_.empty() && open_.back().flow ? open_.back().offset : none});
}

void TreeBuilder::stop_at(std::string_view problem, std::size_t offset) {
  YamlProblem found = explained(problem, offset);
  stop(found.code, found.offset, found.offset + 1, std::move(found.message), std::move(found.fix));
}

SourceRange TreeBuilder::range(std::size_t begin, std::size_t end) {
  const std::size_t size = source_.text.size();
  begin = std::min(begin, size);
  const std::uint32_t length = end > size ? 1 : length_of(source_.text, begin, end);
  return {source_.file, positions_.at(begin), std::max(length, 1U)};
}

YamlNode TreeBuilder::node_at(YamlNode::Kind kind, std::size_t begin, std::size_t end) {
  YamlNode node;
  node.kind = kind;
  node.source = source_.source;
  begin = std::min(begin, source_.text.size());
  node.where = positions_.at(begin);
  node.length = length_of(source_.text, begin, end);
  return node;
}

// --- Events ---

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!std::exchange(has_document_, true)) return;
  const std::size_t at = offset_of(mark);
  const std::string_view between = source_.text.substr(read_to_, at - read_to_);
  if (source_.text.substr(at).starts_with("---") || between.find("\n...") != none)
    stop("yaml-several-documents", at, at + 1, "a second document begins here");
  stop_at(second_root, at);
}

/// yaml-cpp has one event for no value, whose mark is that of whatever follows, and for `~` and `null`, which
/// are texts here.
void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t next = std::min(offset_of(mark), source_.text.size());
  if (const std::string_view word = null_word(mark); !word.empty()) {
    OnScalar(mark, "?", anchor, std::string(word));
    return;
  }
  const std::size_t at = end_of_indicators(source_.text, read_to_, next);
  if (!open_.empty()) refuse_missing(next, at);
  read_to_ = std::max(read_to_, next);
  add(node_at(YamlNode::Kind::scalar, at, at));
}

void TreeBuilder::refuse_missing(std::size_t next, std::size_t at) {
  const OpenNode& parent = open_.back();
  const char found = next < source_.text.size() ? source_.text[next] : '\0';
  if (parent.flow && (is_list(parent) || (!parent.key && found == ','))) {
    stop("yaml-syntax", next, next + 1, "something is missing between the brackets or commas here",
         "Remove the extra comma or bracket, or quote the text.");
  }
  if (is_list(parent)) return;
  if (!parent.key && parent.flow && found != ':') stop_at("end of map flow not found", next);
  if (!parent.key)
    stop("yaml-syntax", next, next + 1, "a value without a key", "Write the key before the colon.");
  if (!parent.flow && at == read_to_) stop_at(missing_colon, next);
}

bool TreeBuilder::is_outdented(const YAML::Mark& mark) const {
  if (open_.empty() || open_.back().flow) return false;
  return (is_list(open_.back()) || open_.back().key) && mark.column <= column();
}

std::string_view TreeBuilder::null_word(const YAML::Mark& mark) const {
  constexpr auto words = std::to_array<std::string_view>({"~", "null", "Null", "NULL"});
  if (is_outdented(mark)) return {};  // the next key or item
  const std::size_t begin = yaml_properties(source_.text, offset_of(mark)).end;
  const std::string_view rest = source_.text.substr(std::min(begin, source_.text.size()));
  const auto found =
      std::find_if(words.begin(), words.end(), [&](std::string_view word) { return rest.starts_with(word); });
  return found == words.end() ? std::string_view{} : *found;
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  const std::size_t at = offset_of(mark);
  const std::size_t end = std::min(source_.text.find_first_of(" \t\r\n,[]{}", at), source_.text.size());
  result_.diagnostics.add(
      "yaml-anchor", range(at, end),
      fmt::format("an alias, `{}`, that repeats another value", source_.text.substr(at, end - at)));
  read_to_ = end;
  add(node_at(YamlNode::Kind::refused, at, at + 1));
}

void TreeBuilder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
  const std::size_t at = offset_of(mark);
  result_.diagnostics.add("yaml-anchor", range(at, at + name.size() + 1),
                          fmt::format("an anchor, `&{}`, that names a value", name));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                           const std::string& value) {
  if (is_outdented(mark)) stop_at("end of map not found", offset_of(mark));
  const std::size_t begin = node_begin(mark);
  const YamlScalar scalar = yaml_scalar(source_.text, begin, value, column());
  if (auto problem = scalar_problem(source_.text, scalar, column())) {
    stop(problem->code, problem->begin, problem->end, std::move(problem->message), std::move(problem->fix));
  }
  YamlNode node = node_at(YamlNode::Kind::scalar, begin, scalar.one_line ? scalar.end : begin);
  node.quoted = scalar.style != YamlScalar::Style::plain;
  node.text = value;
  std::replace(node.text.begin(), node.text.end(), hidden_question_mark, '?');
  read_to_ = std::max(read_to_, scalar.end);
  add(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                                  YAML::EmitterStyle::value style) {
  open(YamlNode::Kind::list, mark, style == YAML::EmitterStyle::Flow);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                             YAML::EmitterStyle::value style) {
  open(YamlNode::Kind::map, mark, style == YAML::EmitterStyle::Flow);
}

// --- The tree ---

std::size_t TreeBuilder::node_begin(const YAML::Mark& mark) {
  const std::size_t at = offset_of(mark);
  const YamlProperties properties = yaml_properties(source_.text, at);
  if (properties.tag) result_.diagnostics.add("yaml-tag", range(at, at + 1), "a tag, `!…`, before a value");
  return properties.end;
}

void TreeBuilder::open(YamlNode::Kind kind, const YAML::Mark& mark, bool flow) {
  const std::size_t at = offset_of(mark);
  if (flow && is_outdented(mark)) stop_at("end of map not found", at);
  if (open_.size() >= deepest_yaml) {
    stop("yaml-too-deep", at, at + 1,
         fmt::format("more than {} maps and lists inside each other", deepest_yaml));
  }
  const std::size_t begin = node_begin(mark);
  YamlNode node = node_at(kind, begin, flow ? begin + 1 : begin);
  open_.push_back({std::move(node), begin, flow, flow ? column() : mark.column, {}});
  read_to_ = std::max(read_to_, flow ? begin + 1 : begin);
}

void TreeBuilder::close() {
  OpenNode closed = std::move(open_.back());
  open_.pop_back();
  YamlNode& node = closed.node;
  if (node.length == 0 && !node.items.empty()) node.length = node.items.front().length;
  if (node.length == 0 && !node.entries.empty()) node.length = node.entries.front().key.length;
  drop_repeated_keys(node);
  add(std::move(node));
}

void TreeBuilder::add(YamlNode node) {
  if (open_.empty()) {
    if (!node.blank()) result_.root = std::move(node);
    return;
  }
  OpenNode& parent = open_.back();
  if (is_list(parent)) {
    parent.node.items.push_back(std::move(node));
  } else if (!parent.key) {
    parent.key = std::move(node);
  } else {
    YamlNode key = *std::exchange(parent.key, std::nullopt);
    add_entry(parent.node, std::move(key), std::move(node));
  }
}

void TreeBuilder::add_entry(YamlNode& map, YamlNode key, YamlNode value) {
  if (key.kind == YamlNode::Kind::refused) return;
  if (key.kind != YamlNode::Kind::scalar) {
    result_.diagnostics.add("yaml-complex-key", range(key), "a key that is itself a list or a map");
  } else if (key.text == "<<" && !key.quoted) {
    result_.diagnostics.add("yaml-merge-key", range(key), "a merge key, `<<`");
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
                                                fmt::format("`{}` is here twice", key.text));
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
