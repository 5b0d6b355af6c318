#include "import/tool_shortcodes.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "import/literal_spans.hpp"
#include "import/other_tools.hpp"
#include "import/source_conditions.hpp"

namespace tailorbird {
namespace {

/// Begins and ends of marks, longest first.
struct MarkRow {
  std::string_view begin;
  std::string_view end;
};
constexpr auto mark_rows = std::to_array<MarkRow>({
    {"{{<", ">}}"},
    {"{{%", "%}}"},
    {"{{#", "}}"},
    {"{{{", "}}}"},
    {"{{", "}}"},
    {"{%", "%}"},
    {"{:", "}"},
    {"[[", "]]"},
});

/// What a mark becomes.
struct Turned {
  bool known = false;
  bool quiet = false;  // a loss that nobody would notice
  std::string text;
};

Turned as(std::string text) { return {true, false, std::move(text)}; }

Turned include(std::string path) { return as(fmt::format("{{{{< include {} >}}}}", path)); }

/// The first word of a shortcode that is a path.
std::string path_in(const ToolAttributes& attributes, std::size_t word) {
  return attributes.words.size() > word ? attributes.words[word] : attributes.value("file");
}

Turned figure(const ToolAttributes& attributes) {
  const std::string source =
      attributes.value("src").empty() ? attributes.value("link") : attributes.value("src");
  if (source.empty()) return {};
  const std::string words =
      attributes.value("alt").empty() ? attributes.value("caption") : attributes.value("alt");
  return as(fmt::format("![{}]({})", words, source));
}

/// Paired shortcodes that are callouts: `{{% notice tip %}}` … `{{% /notice %}}`.
Turned callout(const ToolAttributes& attributes) {
  static constexpr auto names =
      std::to_array<std::string_view>({"notice", "hint", "callout", "alert", "admonition", "note", "tip",
                                       "warning", "info", "danger", "caution", "important"});
  std::string name = attributes.words.front();
  const bool closes = name.starts_with('/');
  if (closes) name.erase(0, 1);
  if (std::find(names.begin(), names.end(), name) == names.end()) return {};
  if (closes) return as(":::");
  std::string type = attributes.words.size() > 1 ? attributes.words[1] : attributes.value("type");
  if (type.empty()) type = attributes.value("context");
  std::string_view ours = callout_type(type);
  if (ours.empty()) ours = callout_type(name);
  return as(fmt::format("::: {{.callout type=\"{}\"}}", ours.empty() ? "note" : ours));
}

Turned hugo(std::string_view inside) {
  ToolAttributes attributes = tool_attributes(inside);
  if (attributes.words.empty()) return {};
  if (attributes.words.front() == "/" && attributes.words.size() > 1) {
    attributes.words.erase(attributes.words.begin());
    attributes.words.front().insert(0, "/");
  }
  const std::string& name = attributes.words.front();
  if (name == "figure" || name == "img" || name == "image") return figure(attributes);
  if (name == "ref" || name == "relref") return as(path_in(attributes, 1));
  if (name == "include" || name == "readfile") return include(path_in(attributes, 1));
  if (name == "pagebreak" || name == "toc") return {true, true, ""};
  return callout(attributes);
}

Turned liquid(std::string_view inside) {
  while (inside.starts_with('-')) inside.remove_prefix(1);
  while (inside.ends_with('-')) inside.remove_suffix(1);
  const ToolAttributes attributes = tool_attributes(trim(inside));
  if (attributes.words.empty()) return {};
  const std::string& name = attributes.words.front();
  if (name == "raw" || name == "endraw" || name == "endcomment") return {true, true, ""};
  if (name == "link" || name == "post_url" || name == "page") return as(path_in(attributes, 1));
  const bool includes = name == "include" || name == "include_relative" || name == "include-markdown";
  if (includes && path_in(attributes, 1).ends_with(".md")) return include(path_in(attributes, 1));
  return {};
}

Turned braces(std::string_view inside) {
  inside = trim(inside);
  if (inside == "site.baseurl" || inside == "site.url" || inside == "base_url") return {true, true, ""};
  const std::size_t filter = inside.find("| relative_url");
  const std::size_t absolute = inside.find("| absolute_url");
  const std::size_t end = std::min(filter, absolute);
  if (end != std::string_view::npos) {
    const ToolAttributes attributes = tool_attributes(trim(inside.substr(0, end)));
    if (!attributes.words.empty() && inside.find_first_of("\"'") < end) return as(attributes.words.front());
  }
  return {};
}

Turned mdbook(std::string_view inside) {
  const ToolAttributes attributes = tool_attributes(inside);
  if (attributes.words.size() < 2 || attributes.words.front() != "include") return {};
  const std::string& path = attributes.words[1];
  return path.find(':') == std::string::npos && path.ends_with(".md") ? include(path) : Turned{};
}

/// `[[page]]`, `[[page#place|words]]`
Turned wiki(std::string_view inside) {
  const std::size_t bar = inside.find('|');
  std::string page(trim(inside.substr(0, bar)));
  std::string words(trim(bar == std::string_view::npos ? inside : inside.substr(bar + 1)));
  if (page.empty() || page.find('[') != std::string::npos) return {};
  const std::size_t place = page.find('#');
  if (place != 0 && page.substr(0, place).find('.') == std::string::npos)
    page.insert(std::min(place, page.size()), ".md");
  if (bar == std::string_view::npos) words = replace_all(replace_all(words, "-", " "), "#", ", ");
  return as(fmt::format("[{}]({})", words, replace_all(page, " ", "%20")));
}

Turned turned_mark(std::string_view begin, std::string_view inside) {
  if (begin == "{{<" || begin == "{{%") return hugo(trim(inside));
  if (begin == "{{#") return mdbook(trim(inside));
  if (begin == "{%") return liquid(inside);
  if (begin == "{:") return {true, true, ""};
  if (begin == "[[") return wiki(inside);
  return braces(inside);
}

std::size_t code_end(const std::string& line, std::size_t at) {
  const std::size_t ticks = std::min(line.find_first_not_of('`', at), line.size()) - at;
  const std::size_t end = line.find(std::string(ticks, '`'), at + ticks);
  return end == std::string::npos ? at + ticks : end + ticks;
}

/// A line with blanks for its code and its escaped characters, whose brackets open and close nothing.
std::string without_code(const std::string& line) {
  std::string plain = line;
  for (const LiteralSpan& span : literal_spans(line))
    if (span.kind != LiteralSpan::Kind::unclosed)
      std::fill(plain.begin() + static_cast<std::ptrdiff_t>(span.begin),
                plain.begin() + static_cast<std::ptrdiff_t>(span.end), ' ');
  for (std::size_t at = 0; at + 1 < plain.size(); ++at)
    if (plain[at] == '\\') {
      plain[at] = plain[at + 1] = ' ';
      ++at;
    }
  return plain;
}

}  // namespace

std::string turn_shortcodes(const std::string& line, std::uint32_t source, ImportPage& page) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '\\' && at + 1 < line.size()) {
      out += line.substr(at, 2);
      at += 2;
      continue;
    }
    if (line[at] == '`') {
      const std::size_t end = code_end(line, at);
      out += line.substr(at, end - at);
      at = end;
      continue;
    }
    const std::string_view rest = std::string_view(line).substr(at);
    const auto* const row = std::find_if(mark_rows.begin(), mark_rows.end(),
                                         [&](const MarkRow& one) { return rest.starts_with(one.begin); });
    const std::size_t end =
        row == mark_rows.end() ? std::string::npos : rest.find(row->end, row->begin.size());
    if (end == std::string::npos) {
      out += line[at++];
      continue;
    }
    const std::string_view whole = rest.substr(0, end + row->end.size());
    const Turned turned = turned_mark(row->begin, rest.substr(row->begin.size(), end - row->begin.size()));
    const std::string excerpt = fmt::format("`{}`", whole.substr(0, 80));
    if (!turned.known) {
      page.lose("shortcode-lost", source, excerpt);
    } else {
      page.lose("shortcode-turned", source, excerpt);
    }
    out += turned.text;
    at += whole.size();
  }
  return out;
}

MappedReaders quarto_readers(const ToolAttributes& attributes, bool hides, ImportPage& page,
                             std::uint32_t source, ConditionMap& conditions) {
  settle_condition(page, ConditionKind::mark, source);
  MappedReaders readers;
  std::string written = hides ? ".content-hidden" : ".content-visible";
  bool some = false;
  for (const auto& [key, value] : attributes.values) {
    const bool unless = key.starts_with("unless-");
    if (!unless && !key.starts_with("when-")) {
      if (!is_conditional_attribute(key, conditions)) continue;
      written += fmt::format(" {}=\"{}\"", key, value);  // of some other tool
      readers.kind = MappedReaders::Kind::unknown;
      some = true;
      continue;
    }
    written += fmt::format(" {}=\"{}\"", key, value);
    const std::string attribute = "when-" + key.substr(key.find('-') + 1);
    const MappedReaders one = conditions.readers(attribute, value, fmt::format("{}:{}", page.source, source));
    readers = both(readers, unless != hides ? all_but(one) : one);
    some = true;
  }
  if (!some && hides) readers.kind = MappedReaders::Kind::nobody;
  if (readers.kind == MappedReaders::Kind::unknown) {
    page.lose("condition-unmapped", source, fmt::format("`{}`", written));
  } else {
    page.lose("condition-mapped", source,
              fmt::format("`{}` is {}", written,
                          readers.kind == MappedReaders::Kind::some     ? "`" + readers.mark() + "`"
                          : readers.kind == MappedReaders::Kind::nobody ? "for nobody here"
                                                                        : "for everyone"));
  }
  return readers;
}

std::string turn_spans(const std::string& line, std::uint32_t source, ImportPage& page,
                       ConditionMap& conditions) {
  std::string out = line;
  std::string plain = without_code(out);
  for (std::size_t at = plain.find("]{"); at != std::string::npos; at = plain.find("]{", at + 1)) {
    const std::size_t end = out.find('}', at);
    if (end == std::string::npos) break;
    const ToolAttributes attributes = tool_attributes(std::string_view(out).substr(at + 2, end - at - 2));
    const bool hides = attributes.has_class("content-hidden");
    if (!hides && !attributes.has_class("content-visible")) continue;
    int depth = 0;
    std::size_t open = at;
    while (open > 0 && !(plain[open - 1] == '[' && depth == 0)) {
      --open;
      depth += plain[open] == ']' ? 1 : plain[open] == '[' ? -1 : 0;
    }
    if (open == 0) continue;
    const MappedReaders readers = quarto_readers(attributes, hides, page, source, conditions);
    const std::string words = out.substr(open, at - open);
    const std::string instead = readers.kind == MappedReaders::Kind::some
                                    ? fmt::format("[{}]{{{}}}", words, readers.mark())
                                : readers.kind == MappedReaders::Kind::everyone ? words
                                                                                : std::string();
    out.replace(open - 1, end + 1 - (open - 1), instead);
    plain = without_code(out);
    at = open - 1 + instead.size();
    if (at > 0) --at;
  }
  return out;
}

}  // namespace tailorbird
