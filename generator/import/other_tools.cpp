#include "import/other_tools.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "components/component.hpp"
#include "import/source_conditions.hpp"
#include "import/tool_attributes.hpp"
#include "import/tool_shortcodes.hpp"

namespace tailorbird {
namespace {

// --- Tables ---

struct CalloutRow {
  std::string_view name;
  std::string_view type;
};
constexpr auto callout_rows = std::to_array<CalloutRow>({
    {"note", "note"},       {"info", "note"},      {"abstract", "note"},
    {"summary", "note"},    {"todo", "note"},      {"example", "note"},
    {"seealso", "note"},    {"notice", "note"},    {"callout", "note"},
    {"alert", "warning"},   {"tip", "tip"},        {"hint", "tip"},
    {"success", "tip"},     {"check", "tip"},      {"important", "important"},
    {"warning", "warning"}, {"warn", "warning"},   {"attention", "warning"},
    {"caution", "caution"}, {"danger", "caution"}, {"error", "caution"},
    {"failure", "caution"}, {"bug", "caution"},    {"admonition", "note"},
    {"question", "note"},   {"help", "note"},      {"quote", "note"},
    {"panel", "note"},      {"primary", "note"},   {"secondary", "note"},
});

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

std::size_t indent_of(std::string_view line) {
  std::size_t width = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    width += c == '\t' ? 4U - width % 4U : 1U;
  }
  return width;
}

/// `line` without `width` columns of white space.
std::string dedented(std::string_view line, std::size_t width) {
  std::size_t columns = 0;
  std::size_t at = 0;
  while (at < line.size() && columns < width && (line[at] == ' ' || line[at] == '\t'))
    columns += line[at++] == '\t' ? 4U - columns % 4U : 1U;
  return std::string(columns > width ? columns - width : 0, ' ') + std::string(line.substr(at));
}

std::string in_quotes_or_all(std::string_view text) {
  text = trim(text);
  const std::size_t begin = text.find('"');
  const std::size_t end = text.rfind('"');
  return std::string(begin != std::string_view::npos && end > begin ? text.substr(begin + 1, end - begin - 1)
                                                                    : text);
}

/// How an open `:::` of another tool ends.
enum class Closing : std::uint8_t { ours, nothing, kept_out };

class OtherTools {
 public:
  OtherTools(ImportPage& page, ConditionMap& conditions)
      : page_(page), conditions_(conditions), lines_(std::move(page.body)) {}

  void turn() {
    while (at_ < lines_.size()) line();
    for (; !open_.empty(); open_.pop_back()) {
      if (open_.back().closing == Closing::ours) put(":::");
      if (open_.back().closing == Closing::kept_out) made_.resize(std::min(open_.back().made, made_.size()));
      page_.lose("shortcode-lost", open_.back().line, "`:::` is never closed");
    }
    page_.body = std::move(made_);
  }

 private:
  struct OpenDiv {
    Closing closing;
    std::uint32_t line;
    std::size_t made = 0;  // kept_out: where its text begins
  };

  const std::string& text() const { return lines_[at_].text; }
  std::uint32_t source() const { return lines_[std::min(at_, lines_.size() - 1)].source; }
  void put(std::string text) { made_.push_back({source(), std::move(text)}); }
  void turned(std::string what) { page_.lose("shortcode-turned", source(), std::move(what)); }
  void lost(std::string what) { page_.lose("shortcode-lost", source(), std::move(what)); }

  void line() {
    const std::string_view bare = trim(text());
    if (is_fence(bare)) return code();
    if (indent_of(text()) >= 4 && (made_.empty() || trim(made_.back().text).empty() ||
                                   was_code_)) {  // code by indentation, or an item's text
      was_code_ = true;
      put(text());
      ++at_;
      return;
    }
    if (!bare.empty()) was_code_ = false;
    if (bare.starts_with("!!!") || bare.starts_with("???")) return admonition(bare);
    if (bare.starts_with("=== \"")) return tab(bare);
    if (bare.starts_with(":::")) return div(bare);
    if (bare.starts_with("> [!")) return alert();
    if (is_left_out(bare)) return leave_out(bare);
    if (conditional_lines(bare)) return;
    put(turn_shortcodes(text(), source(), page_));
    ++at_;
  }

  void code() {
    const std::string opening(trim(text()));
    const std::size_t ticks = std::min(opening.find_first_not_of(opening.front()), opening.size());
    const std::string info(trim(std::string_view(opening).substr(ticks)));
    const bool runs = info.starts_with('{') && !info.starts_with("{.");
    const std::size_t brace = info.find('{');
    const ToolAttributes attributes =
        brace == std::string::npos
            ? ToolAttributes{}
            : tool_attributes(std::string_view(info).substr(brace + 1, info.rfind('}') - brace - 1));
    const std::uint32_t line = source();
    const std::size_t first = at_;
    for (++at_; at_ < lines_.size(); ++at_) {
      const std::string_view bare = trim(text());
      const std::size_t run = std::min(bare.find_first_not_of(opening.front()), bare.size());
      if (run >= ticks && run == bare.size()) break;
    }
    const std::size_t end = std::min(at_ + 1, lines_.size());
    at_ = first;
    if (runs) {
      lost(fmt::format("`{}`: code that makes a part of the page", info));
    } else if (const MappedReaders readers = readers_of(attributes); !is_for_some(readers)) {
      at_ = end;
      return;
    } else {
      if (!readers.mark().empty()) made_.push_back({line, fmt::format("::: {{{}}}", readers.mark())});
      made_.insert(made_.end(), lines_.begin() + static_cast<std::ptrdiff_t>(first),
                   lines_.begin() + static_cast<std::ptrdiff_t>(end));
      // After the fence we only keep the name of a language.
      const std::string_view name = std::string_view(info).substr(0, info.find_first_of(" {,:"));
      made_[made_.size() - (end - first)].text =
          text().substr(0, text().find(opening.front()) + ticks) + std::string(name);
      if (!readers.mark().empty()) made_.push_back({line, ":::"});
    }
    at_ = end;
  }

  // --- Blocks by indentation ---

  /// Lines indented by four more than `base`, and the blank ones between: pushed back into what is read.
  void push_block(std::size_t base, const std::string& begin, const std::string& title,
                  const std::string& end) {
    const std::uint32_t line = source();
    ImportLines block;
    if (!begin.empty()) block.push_back({line, begin});
    if (!title.empty()) {
      block.push_back({line, title});
      block.push_back({line, ""});
    }
    std::size_t next = at_ + 1;
    while (next < lines_.size() &&
           (trim(lines_[next].text).empty() || indent_of(lines_[next].text) >= base + 4))
      ++next;
    std::size_t last = next;
    while (last > at_ + 1 && trim(lines_[last - 1].text).empty()) --last;
    for (std::size_t index = at_ + 1; index < last; ++index)
      block.push_back(
          {lines_[index].source, std::string(base, ' ') + dedented(lines_[index].text, base + 4)});
    if (!end.empty()) block.push_back({lines_[last - 1].source, end});
    block.push_back({lines_[last - 1].source, ""});
    lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at_),
                 lines_.begin() + static_cast<std::ptrdiff_t>(last));
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at_), block.begin(), block.end());
  }

  void admonition(std::string_view bare) {
    const std::string_view rest = trim(bare.substr(std::min(bare.find_first_not_of("!?+"), bare.size())));
    const std::string name = ascii_lower(rest.substr(0, rest.find_first_of(" \"")));
    const std::string_view type = callout_type(name);
    turned(fmt::format("`{} {}`", bare.substr(0, 3), name));
    const std::size_t quote = rest.find('"');
    const std::string title = quote == std::string_view::npos ? "" : in_quotes_or_all(rest.substr(quote));
    const std::size_t base = indent_of(text());
    const std::string space(base, ' ');
    push_block(base, fmt::format("{}::: {{.callout type=\"{}\"}}", space, type.empty() ? "note" : type),
               title.empty() ? "" : fmt::format("{}**{}**", space, title), space + ":::");
    put_line();  // our fence
  }

  /// A line that is ours already.
  void put_line() {
    put(text());
    if (trim(text()).starts_with(":::")) open_.push_back({Closing::ours, source()});
    ++at_;
  }

  void tab(std::string_view bare) {
    turned("`===` tabs, one below the other");
    push_block(indent_of(text()), "", fmt::format("**{}**", in_quotes_or_all(bare.substr(3))), "");
    put_line();
  }

  // --- Divs ---

  void div(std::string_view bare) {
    const std::size_t colons = std::min(bare.find_first_not_of(':'), bare.size());
    const std::string info(trim(bare.substr(colons)));
    if (info.empty()) return close_div();
    if (info.starts_with('{') || !callout_type(info).empty() || find_component(info) >= 0) {
      ToolAttributes attributes = tool_attributes(
          info.starts_with('{') ? std::string_view(info).substr(1, info.rfind('}') - 1) : std::string_view());
      if (!info.starts_with('{')) attributes.classes.push_back(info);
      return open_div(attributes);
    }
    const std::size_t end = std::min(info.find_first_of(" [{"), info.size());
    const std::string name = info.substr(0, end);
    std::string title(trim(std::string_view(info).substr(end)));
    if (title.starts_with('['))
      title = title.substr(1, title.find(']') == std::string::npos ? title.size() : title.find(']') - 1);
    if (const std::string_view type = callout_type(name); !type.empty()) return callout(name, type, title);
    if (name == "details") return details(title);
    lost(fmt::format("`::: {}`; its text stayed", name));
    open_.push_back({Closing::nothing, source()});
    ++at_;
  }

  void details(const std::string& title) {
    turned("`::: details`");
    put("::: faq");
    put("### " + (title.empty() ? std::string("Details") : title));
    open_.push_back({Closing::ours, source()});
    ++at_;
  }

  void callout(const std::string& name, std::string_view type, const std::string& title,
               const std::string& mark = {}) {
    turned(fmt::format("`::: {}`", name));
    put(fmt::format("::: {{.callout type=\"{}\"{}{}}}", type, mark.empty() ? "" : " ", mark));
    if (!title.empty()) {
      put(fmt::format("**{}**", title));
      put("");
    }
    open_.push_back({Closing::ours, source()});
    ++at_;
  }

  /// A div may have several classes, of which one is a condition: that is asked first.
  void open_div(const ToolAttributes& attributes) {
    const MappedReaders readers = readers_of(attributes);
    if (!is_for_some(readers)) {
      open_.push_back({Closing::kept_out, source(), made_.size()});
      ++at_;
      return;
    }
    for (const std::string& name : attributes.classes) {
      const std::string_view type = callout_type(
          name.starts_with("callout-") ? std::string_view(name).substr(8) : std::string_view(name));
      if (name.starts_with("callout-") || (!type.empty() && find_component(name) < 0))
        return callout(name, type.empty() ? "note" : type, attributes.value("title"),
                       readers.mark().empty() ? own_mark(attributes) : readers.mark());
      if (find_component(name) < 0) continue;
      if (is_condition(attributes))
        page_.lose("readers-unknown", source(), fmt::format("`{}`", trim(text())));
      return put_line();
    }
    if (attributes.has_class("only") || attributes.has_class("except")) return put_line();
    if (is_condition(attributes)) {
      const bool everyone = readers.mark().empty();
      if (!everyone) put(fmt::format("::: {{{}}}", readers.mark()));
      open_.push_back({everyone ? Closing::nothing : Closing::ours, source()});
    } else {
      lost(fmt::format("`{}`; its text stayed", trim(text())));
      open_.push_back({Closing::nothing, source()});
    }
    ++at_;
  }

  /// The condition as this program writes it, of a container that gets other attributes.
  std::string own_mark(const ToolAttributes& attributes) {
    std::string mark = attributes.has_class("only")     ? ".only"
                       : attributes.has_class("except") ? ".except"
                                                        : "";
    if (mark.empty()) return mark;
    settle_condition(page_, ConditionKind::own, source());
    for (const auto& [key, value] : attributes.values)
      if (key != "title" && key != "type") mark += fmt::format(" {}=\"{}\"", key, value);
    return mark;
  }

  static bool is_condition(const ToolAttributes& attributes) {
    return attributes.has_class("content-visible") || attributes.has_class("content-hidden");
  }

  /// Who reads what has these attributes of Quarto; everyone when they say nothing.
  MappedReaders readers_of(const ToolAttributes& attributes) {
    if (!is_condition(attributes)) return {};
    return quarto_readers(attributes, attributes.has_class("content-hidden"), page_, source(), conditions_);
  }

  /// Whether a text stays in the page.
  static bool is_for_some(const MappedReaders& readers) {
    return readers.kind == MappedReaders::Kind::everyone || readers.kind == MappedReaders::Kind::some;
  }

  void close_div() {
    if (open_.empty()) {
      lost("`:::` closes nothing");
      ++at_;
      return;
    }
    const OpenDiv open = open_.back();
    open_.pop_back();
    if (open.closing == Closing::ours) put(text());
    if (open.closing == Closing::kept_out) made_.resize(std::min(open.made, made_.size()));
    ++at_;
  }

  // --- Lines ---

  /// `> [!info]+ Title`: ours has no title on that line.
  void alert() {
    const std::string bare(trim(text()));
    const std::size_t end = bare.find(']');
    const std::string name =
        ascii_lower(std::string_view(bare).substr(4, end == std::string::npos ? 0 : end - 4));
    const std::string title(trim(std::string_view(bare).substr(
        end == std::string::npos ? bare.size()
                                 : std::min(bare.size(), bare.find_first_not_of("+-", end + 1)))));
    const std::string_view type = callout_type(name);
    const bool ours = title.empty() && type == name && !name.empty();
    if (ours) {
      put(text());
    } else {
      turned(fmt::format("`[!{}]`", name));
      std::string upper(type.empty() ? "note" : type);
      for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
      put(fmt::format("> [!{}]", upper));
      if (!title.empty()) {
        put(fmt::format("> **{}**", title));
        put(">");
      }
    }
    ++at_;
  }

  /// Lines that are only for a program.
  static bool is_left_out(std::string_view bare) {
    static constexpr auto lines = std::to_array<std::string_view>(
        {"[TOC]", "[[_TOC_]]", "{:toc}", "{{TOC}}", "<!-- toc -->", "<!-- more -->", "<!--more-->"});
    if (std::find(lines.begin(), lines.end(), bare) != lines.end()) return true;
    if (bare.starts_with("{:") && bare.ends_with('}')) return true;  // attributes of the block before
    const bool from = bare.starts_with("import ") && (bare.find(" from '") != std::string_view::npos ||
                                                      bare.find(" from \"") != std::string_view::npos);
    return from || bare.starts_with("export const ") || bare.starts_with("export default ");
  }

  void leave_out(std::string_view bare) {
    turned(fmt::format("`{}` was left out", bare.substr(0, 60)));
    const bool goes_on = bare.starts_with("export ") && bare.find('{') != std::string_view::npos &&
                         bare.find('}') == std::string_view::npos;
    ++at_;
    while (goes_on && at_ < lines_.size() && !trim(lines_[at_ - 1].text).starts_with('}')) ++at_;
  }

  /// `{% if … %}` … `{% endif %}` over lines: its readers are unknown, so it is for nobody.
  bool conditional_lines(std::string_view bare) {
    static constexpr auto begins =
        std::to_array<std::string_view>({"if", "unless", "case", "for", "comment"});
    if (!bare.starts_with("{%")) return false;
    const std::vector<std::string_view> parts =
        words(bare.substr(std::min(bare.find_first_not_of("{%-"), bare.size())));
    const std::string_view name = parts.empty() ? std::string_view() : parts.front();
    if (std::find(begins.begin(), begins.end(), name) == begins.end()) return false;
    std::size_t last = at_;
    int depth = 0;
    for (std::size_t line = at_; line < lines_.size(); ++line) {
      for (std::size_t at = lines_[line].text.find("{%"); at != std::string::npos;
           at = lines_[line].text.find("{%", at + 2)) {
        const std::string_view rest = std::string_view(lines_[line].text).substr(at);
        const std::vector<std::string_view> tag =
            words(rest.substr(std::min(rest.find_first_not_of("{%-"), rest.size())));
        if (tag.empty()) continue;
        if (tag.front() == name) ++depth;
        if (tag.front() == fmt::format("end{}", name)) --depth;
      }
      if (depth == 0) {
        last = line;
        break;
      }
    }
    if (depth != 0) return false;
    settle_lines(page_, source(), lines_[last].source);
    if (name != "comment")
      page_.lose("condition-unmapped", source(),
                 fmt::format("`{}` and {} lines after it", bare.substr(0, 60), last - at_));
    at_ = last + 1;
    return true;
  }

  ImportPage& page_;
  ConditionMap& conditions_;
  ImportLines lines_;
  std::size_t at_ = 0;
  ImportLines made_;
  std::vector<OpenDiv> open_;
  bool was_code_ = false;
};

}  // namespace

std::string_view callout_type(std::string_view name) {
  const auto* const row = std::find_if(callout_rows.begin(), callout_rows.end(),
                                       [&](const CalloutRow& one) { return one.name == name; });
  return row == callout_rows.end() ? std::string_view{} : row->type;
}

void turn_other_tools(ImportPage& page, ConditionMap& conditions) { OtherTools(page, conditions).turn(); }

}  // namespace tailorbird
