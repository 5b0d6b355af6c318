#include "read/profile/extends.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view extends_key = "extends";

void report_missing_base(const ProfileNodes& nodes, const YamlNode& extends, ReadContext& reading) {
  std::vector<std::string> known;
  for (const auto& [id, node] : nodes) known.push_back(id);
  reading.diagnostics.add("profile-extends-missing", reading.range(extends),
                          fmt::format("no profile `{}` to extend", extends.text),
                          suggestion(extends.text.substr(0, extends.text.rfind(".y")), known));
}

void report_circle(const std::vector<std::string>& chain, const YamlNode& extends, ReadContext& reading) {
  const auto start = std::find(chain.begin(), chain.end(), extends.text);
  std::vector<std::string> circle(start, chain.end());
  circle.push_back(extends.text);
  reading.diagnostics.add("profile-extends-circle", reading.range(extends),
                          fmt::format("the profiles extend each other in a circle: {}", join(circle, " → ")));
}

/// Adds the profile that the last one of the chain extends; false at the end of the chain, or when that
/// profile cannot be read.
bool lengthen(ExtendedProfile& result, const ProfileNodes& nodes, ReadContext& reading) {
  const YamlNode& last = nodes.find(result.chain.back())->second;
  if (last.kind != YamlNode::Kind::map) {
    result.complete = false;
    return false;
  }
  const YamlNode* const extends = last.find(extends_key);
  if (extends == nullptr) return false;
  result.complete = false;  // until the next one is found
  const auto text = read_text(*extends, extends_key, reading);
  if (!text) return false;
  if (std::find(result.chain.begin(), result.chain.end(), *text) != result.chain.end()) {
    report_circle(result.chain, *extends, reading);
    return false;
  }
  if (!nodes.contains(*text)) {
    report_missing_base(nodes, *extends, reading);
    return false;
  }
  result.complete = true;
  result.chain.push_back(*text);
  return true;
}

}  // namespace

YamlNode joined(YamlNode base, const YamlNode& own) {
  if (base.kind != YamlNode::Kind::map || own.kind != YamlNode::Kind::map) return own;
  base.where = own.where;
  base.length = own.length;
  base.source = own.source;
  for (const YamlEntry& entry : own.entries) {
    const auto same = std::find_if(base.entries.begin(), base.entries.end(),
                                   [&](const YamlEntry& one) { return one.key.text == entry.key.text; });
    if (same == base.entries.end()) {
      base.entries.push_back(entry);
    } else {
      same->key = entry.key;
      same->value = joined(std::move(same->value), entry.value);
    }
  }
  return base;
}

ExtendedProfile extended_profile(const ProfileNodes& nodes, const std::string& id, ReadContext& reading) {
  ExtendedProfile result;
  result.chain.push_back(id);
  const YamlNode& own = nodes.find(id)->second;
  if (own.kind != YamlNode::Kind::map) {  // problems with it are reported where it was parsed, or is read
    result.complete = false;
    result.root = own;
    return result;
  }
  while (lengthen(result, nodes, reading)) {
  }
  for (auto one = result.chain.rbegin(); one != result.chain.rend(); ++one) {
    const YamlNode& node = nodes.find(*one)->second;
    if (node.kind == YamlNode::Kind::map) result.root = joined(std::move(result.root), node);
  }
  return result;
}

}  // namespace tailorbird
