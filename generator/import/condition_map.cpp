#include "import/condition_map.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "components/component.hpp"
#include "import/yaml_text.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {
namespace {

using Kind = MappedReaders::Kind;

/// The types of callouts.
std::vector<std::string_view> callouts() {
  const ComponentSpec& spec = component_specs()[static_cast<std::size_t>(find_component("callout"))];
  return split(spec.attributes.front().choices, ' ');
}

/// Values that need no table: Tailorbird makes pages for screens and for paper from the same text.
struct KnownValue {
  std::string_view attribute;
  std::string_view value;
};
constexpr auto for_everyone = std::to_array<KnownValue>({{"when-format", "html"}});

Error at(const std::string& file, const YamlNode& node, const std::string& message) {
  return Error{fmt::format("{}:{}:{}: {}", file, node.where.line, node.where.column, message)};
}

/// One value of the table.
Result<MappedReaders> read_readers(const YamlNode& node, const std::string& file, const Site& site) {
  MappedReaders readers;
  if (node.blank()) return MappedReaders{Kind::unknown, {}, false};
  if (node.kind == YamlNode::Kind::scalar) {
    if (node.text == "everyone") return readers;
    if (node.text == "nobody") return MappedReaders{Kind::nobody, {}, false};
    return at(
        file, node,
        fmt::format("`{}` is not everyone, nobody or readers such as {{audience: manager}}", node.text));
  }
  if (node.kind != YamlNode::Kind::map) return at(file, node, "readers are written as {audience: manager}");
  readers.kind = Kind::some;
  for (const YamlEntry& entry : node.entries) {
    const int index = site.find_dimension(entry.key.text);
    if (index < 0) return at(file, entry.key, fmt::format("the site has no dimension `{}`", entry.key.text));
    const Dimension& dimension = site.dimensions[static_cast<std::size_t>(index)];
    for (const std::string_view value : words(entry.value.text)) {
      const bool known = std::any_of(dimension.values.begin(), dimension.values.end(),
                                     [&](const DimensionValue& one) { return one.id == value; });
      if (!known)
        return at(file, entry.value, fmt::format("`{}` is not a value of `{}`", value, dimension.id));
      readers.values[dimension.id].emplace(value);
    }
    if (readers.values[dimension.id].empty())
      return at(file, entry.value, fmt::format("no value of `{}` is named", dimension.id));
  }
  return readers;
}

}  // namespace

std::string MappedReaders::mark() const {
  if (kind != Kind::some) return {};
  std::string mark = negated ? ".except" : ".only";
  for (const auto& [dimension, ids] : values)
    mark += fmt::format(" {}=\"{}\"", dimension, join({ids.begin(), ids.end()}, " "));
  return mark;
}

MappedReaders either(const MappedReaders& a, const MappedReaders& b) {
  if (a.kind == Kind::unknown || b.kind == Kind::unknown) return {Kind::unknown, {}, false};
  if (a.kind == Kind::everyone || b.kind == Kind::nobody) return a;
  if (b.kind == Kind::everyone || a.kind == Kind::nobody) return b;
  const bool one_dimension = a.values.size() == 1 && b.values.size() == 1 && !a.negated && !b.negated &&
                             a.values.begin()->first == b.values.begin()->first;
  if (!one_dimension) return {Kind::unknown, {}, false};
  MappedReaders readers = a;
  readers.values.begin()->second.insert(b.values.begin()->second.begin(), b.values.begin()->second.end());
  return readers;
}

MappedReaders both(const MappedReaders& a, const MappedReaders& b) {
  if (a.kind == Kind::unknown || b.kind == Kind::unknown) return {Kind::unknown, {}, false};
  if (a.kind == Kind::nobody || b.kind == Kind::everyone) return a;
  if (b.kind == Kind::nobody || a.kind == Kind::everyone) return b;
  if (a.negated || b.negated) return {Kind::unknown, {}, false};
  MappedReaders readers = a;
  for (const auto& [dimension, ids] : b.values) {
    const auto [entry, added] = readers.values.emplace(dimension, ids);
    if (added) continue;
    std::erase_if(entry->second, [&ids = ids](const std::string& id) { return !ids.contains(id); });
    if (entry->second.empty()) return {Kind::nobody, {}, false};
  }
  return readers;
}

MappedReaders all_but(MappedReaders readers) {
  if (readers.kind == Kind::everyone) return {Kind::nobody, {}, false};
  if (readers.kind == Kind::nobody) return {};
  readers.negated = !readers.negated;
  return readers;
}

ConditionMap::ConditionMap(const Site& site) {
  for (const Dimension& dimension : site.dimensions) {
    std::set<std::string, std::less<>>& values = dimensions_[dimension.id];
    for (const DimensionValue& value : dimension.values) values.insert(value.id);
  }
}

bool ConditionMap::has_values(std::string_view dimension, std::string_view values) const {
  const auto found = dimensions_.find(dimension);
  const std::vector<std::string_view> all = words(values);
  return found != dimensions_.end() && !all.empty() &&
         std::all_of(all.begin(), all.end(),
                     [&](std::string_view one) { return found->second.contains(one); });
}

Result<ConditionMap> ConditionMap::read(const std::string& text, const std::string& file, const Site& site) {
  ConditionMap map(site);
  map.text_ = text;
  const YamlRead yaml = parse_yaml({text, file, 0, 1});
  for (const Diagnostic& problem : yaml.diagnostics.all()) {
    return Error{fmt::format("{}:{}:{}: {}", file, problem.where.start.line, problem.where.start.column,
                             problem.message)};
  }
  if (yaml.root.kind != YamlNode::Kind::map)
    return at(file, yaml.root, "the table is a map: attribute, value, readers");
  for (const YamlEntry& attribute : yaml.root.entries) {
    for (const YamlEntry& entry : attribute.value.entries) {
      if (attribute.key.text == "style") {
        const std::string& type = entry.value.text;
        const auto known = callouts();
        const bool is_known = std::find(known.begin(), known.end(), type) != known.end();
        if (!is_known && !entry.value.blank() && type != "text")
          return at(file, entry.value,
                    fmt::format("`{}` is not a callout; one of {}, or text", type, fmt::join(known, ", ")));
        if (!entry.value.blank()) map.styles_[entry.key.text] = type;
        continue;
      }
      Result<MappedReaders> readers = read_readers(entry.value, file, site);
      if (!readers) return readers.error();
      map.readers_[attribute.key.text][entry.key.text] = std::move(readers).value();
    }
  }
  return map;
}

MappedReaders ConditionMap::readers(std::string_view attribute, std::string_view value,
                                    std::string_view place) {
  const auto values = readers_.find(attribute);
  if (values != readers_.end()) {
    const auto readers = values->second.find(value);
    if (readers != values->second.end() && readers->second.kind != Kind::unknown) return readers->second;
  }
  const bool everyone = std::any_of(for_everyone.begin(), for_everyone.end(), [&](const KnownValue& one) {
    return one.attribute == attribute && one.value == value;
  });
  if (everyone) return {};
  unknown_[std::string(attribute)].emplace(value, place);
  return {Kind::unknown, {}, false};
}

std::string ConditionMap::style(std::string_view name) const {
  const auto found = styles_.find(name);
  return found == styles_.end() ? std::string() : found->second;
}

std::string ConditionMap::draft(const Site& site) const {
  std::string text =
      "# How conditions of the imported pages become ours. Behind each value: readers, such as\n"
      "# {audience: manager hr}, or everyone, or nobody. What has no answer is kept out of the pages.\n";
  std::map<std::string, std::map<std::string, std::string>>
      lines;  // attribute → value → the rest of the line
  for (const auto& [attribute, values] : readers_) {
    for (const auto& [value, readers] : values) {
      std::string written = readers.kind == Kind::everyone ? " everyone"
                            : readers.kind == Kind::nobody ? " nobody"
                                                           : "";
      for (const auto& [dimension, ids] : readers.values)
        written += fmt::format("{}{}: {}", written.empty() ? " {" : ", ", dimension,
                               join({ids.begin(), ids.end()}, " "));
      lines[attribute][value] = written + (readers.values.empty() ? "" : "}");
    }
  }
  for (const auto& [attribute, values] : unknown_) {
    for (const auto& [value, place] : values) {
      std::string guess;
      for (const Dimension& dimension : site.dimensions) {
        const bool known =
            std::any_of(dimension.values.begin(), dimension.values.end(),
                        [&value = value](const DimensionValue& one) { return one.id == value; });
        if (known && guess.empty()) guess = fmt::format(" {{{}: {}}}", dimension.id, value);
      }
      lines[attribute][value] = fmt::format("{}   # {}", guess, place);
    }
  }
  for (const auto& [attribute, values] : lines) {
    text += fmt::format("{}:\n", yaml_quoted(attribute));
    for (const auto& [value, rest] : values) text += fmt::format("  {}:{}\n", yaml_quoted(value), rest);
  }
  return text;
}

}  // namespace tailorbird
