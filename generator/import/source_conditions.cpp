#include "import/source_conditions.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "components/component.hpp"
#include "import/html_elements.hpp"
#include "import/literal_spans.hpp"

namespace tailorbird {
namespace {

using Kind = ConditionKind;

// --- Names by which tools choose readers ---

constexpr auto attribute_names = std::to_array<std::string_view>(
    {"access",     "audience", "condition",  "conditions", "deliverytarget", "if",       "ng-hide",
     "ng-if",      "ng-show",  "otherprops", "permission", "permissions",    "platform", "product",
     "profile",    "props",    "restricted", "unless",     "v-if",           "v-show",   "visibility",
     "visible-to", "when",     "x-if",       "x-show",     "*ngif",          "only-for"});
constexpr auto attribute_beginnings =
    std::to_array<std::string_view>({"when-", "unless-", "show-if", "hide-if", "visible-"});

constexpr auto class_names = std::to_array<std::string_view>(
    {"content-visible", "content-hidden", "only", "except", "hidden", "hide", "is-hidden", "d-none",
     "invisible", "private", "internal", "confidential", "unlisted-content"});

constexpr auto tag_names = std::to_array<std::string_view>(
    {"access",     "audience",    "authenticated", "case",      "condition",  "conditional", "confidential",
     "draft",      "each",        "elif",          "else",      "elseif",     "elsif",       "except",
     "for",        "hidden",      "hide",          "if",        "ifdef",      "ifeq",        "ifndef",
     "ifversion",  "includeonly", "internal",      "members",   "noinclude",  "only",        "onlyinclude",
     "permission", "private",     "profile",       "protected", "restricted", "role",        "show",
     "signedin",   "signedout",   "unless",        "visible",   "when",       "with",        "capture"});

/// Liquid tags in pairs that choose nobody; others may.
constexpr auto open_pairs = std::to_array<std::string_view>(
    {"raw",   "highlight", "tabs", "tab",     "hint",       "code",    "content-ref",
     "embed", "stepper",   "step", "columns", "column",     "swagger", "note",
     "tip",   "warning",   "info", "details", "blockquote", "quote",   "notice"});

/// Words behind `{{#` of mdBook that begin no block.
constexpr auto mdbook_words = std::to_array<std::string_view>(
    {"include", "title", "playground", "rustdoc_include", "template", "playpen"});

template <typename Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_condition_of_quarto(const ToolAttributes& attributes) {
  const bool keyed = std::any_of(attributes.values.begin(), attributes.values.end(), [](const auto& one) {
    return one.first.starts_with("when-") || one.first.starts_with("unless-");
  });
  return keyed || attributes.has_class("content-visible") || attributes.has_class("content-hidden");
}

/// Whether attributes are written as ours: a condition, or a component with attributes.
bool is_own(const ToolAttributes& attributes) {
  if (has_condition_of_quarto(attributes)) return false;
  return attributes.has_class("only") || attributes.has_class("except") ||
         std::any_of(attributes.classes.begin(), attributes.classes.end(),
                     [](const std::string& name) { return find_component(name) >= 0; });
}

/// The name at the beginning of a text, in lower case.
std::string first_word(std::string_view text) {
  text = trim(text);
  const auto* const end = std::find_if(text.begin(), text.end(), [](char c) {
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
             c == '_');
  });
  return ascii_lower(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

// --- The search ---

constexpr std::size_t longest = 2000;  // bytes of a condition

/// The text with code and comments blanked out; a comment that is a condition stays.
std::string without_literals(const std::string& text) {
  std::string masked = text;
  for (const LiteralSpan& span : literal_spans(text)) {
    if (span.kind == LiteralSpan::Kind::unclosed) continue;
    for (std::size_t at = span.begin; at < span.end; ++at)
      if (masked[at] != '\n') masked[at] = ' ';
  }
  return masked;
}

class ConditionSearch {
 public:
  ConditionSearch(ImportPage& page, const ConditionMap* conditions)
      : page_(page), conditions_(conditions), written_(joined(page.body)), text_(without_literals(written_)) {
    is_mdx_ = page.source.ends_with(".mdx");
  }

  void search() {
    comments();
    for (at_ = 0; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (at_ == 0 || text_[at_ - 1] == '\n') container();
      if (c == '\\') ++at_;
      if (c == '{') brace();
      if (c == '<') element();
      if (c == '\n') ++line_;
    }
  }

 private:
  std::string_view rest() const { return std::string_view(text_).substr(at_); }

  void see(Kind kind, std::string_view text) {
    const std::size_t line = std::min(line_, page_.body.size() - 1);
    page_.unsettled.emplace(std::pair(page_.body[line].source, kind), text);
  }

  /// Conditions in comments: `<!--@if audience=hr-->`.
  void comments() {
    if (conditions_ == nullptr) return;
    for (const LiteralSpan& span : literal_spans(written_)) {
      if (span.kind != LiteralSpan::Kind::html_comment) continue;
      const std::string_view all = std::string_view(written_).substr(span.begin, span.end - span.begin);
      if (!is_conditional_comment(all)) continue;
      line_ = static_cast<std::size_t>(
          std::count(written_.begin(), written_.begin() + static_cast<std::ptrdiff_t>(span.begin), '\n'));
      see(Kind::tag, all.substr(0, 60));
    }
    line_ = 0;
  }

  /// `::: internal`, `!!! internal`, `> [!internal]`
  void container() {
    if (conditions_ == nullptr) return;
    std::string_view line = trim(rest().substr(0, rest().find('\n')));
    for (const std::string_view sign : {":::", "!!!", "???", "> [!"}) {
      if (!line.starts_with(sign)) continue;
      line.remove_prefix(std::min(line.find_first_not_of(":!?+> ["), line.size()));
      if (const std::string name = first_word(line); is_conditional_tag(name))
        see(Kind::tag, line.substr(0, 60));
      return;
    }
  }

  void brace() {
    if (rest().starts_with("{{") || rest().starts_with("{%")) {
      if (conditions_ != nullptr) tag();
      if (text_[at_ + 1] == '{') ++at_;
      return;
    }
    const std::string_view near = rest().substr(0, longest);
    const std::size_t within = near.find('}');
    if (within == std::string_view::npos || within > near.find("\n\n")) return;
    const std::size_t end = at_ + within;
    const std::string_view whole = rest().substr(0, end + 1 - at_);
    std::string inside(whole.substr(1, whole.size() - 2));
    std::replace(inside.begin(), inside.end(), '\n', ' ');
    const ToolAttributes attributes = tool_attributes(
        inside.starts_with(':') ? std::string_view(inside).substr(1) : std::string_view(inside));
    if (conditions_ == nullptr) {
      if (is_own(attributes)) see(Kind::own, whole);
      return;
    }
    const bool chooses = is_conditional(attributes, *conditions_);
    const bool shows_perhaps = is_mdx_ && (whole.find("&&") != std::string_view::npos ||
                                           whole.find(" ? ") != std::string_view::npos);
    if (chooses || shows_perhaps) see(chooses && is_own(attributes) ? Kind::own : Kind::mark, whole);
  }

  /// `{% if boss %}`, `{{#if boss}}`, `{{< only audience="hr" >}}`
  void tag() {
    const bool liquid = text_[at_ + 1] == '%';
    const std::size_t within = rest().substr(0, longest).find(liquid ? "%}" : "}}", 2);
    if (within == std::string_view::npos) return;
    const std::size_t end = at_ + within;
    const std::string_view whole = rest().substr(0, end + 2 - at_);
    std::string_view inside = whole.substr(2, whole.size() - 4);
    const bool block = inside.starts_with('#') || inside.starts_with('^');
    inside.remove_prefix(std::min(inside.find_first_not_of("#^<%-~ \n"), inside.size()));
    if (inside.starts_with('/')) return;
    const std::string name = first_word(inside);
    const std::string_view closed =
        liquid && name.starts_with("end") ? std::string_view(name).substr(3) : std::string_view();
    const ToolAttributes attributes = tool_attributes(inside);
    const bool chooses = (closed.empty() && is_conditional_tag(name)) ||
                         (block && !holds(mdbook_words, name)) ||
                         (!closed.empty() && !is_conditional_tag(closed) && !holds(open_pairs, closed)) ||
                         is_conditional(attributes, *conditions_);
    if (chooses) see(Kind::tag, whole);
  }

  /// `<p hidden>`, `<If audience="hr">`
  void element() {
    if (conditions_ == nullptr) return;
    const HtmlTag tag = html_tag(rest());
    if (tag.name.empty() || tag.closes) return;
    const bool chooses =
        (html_element(tag.name) == nullptr && is_conditional_tag(tag.name)) ||
        is_hidden_html(tag.attributes) ||
        std::any_of(tag.attributes.begin(), tag.attributes.end(), [&](const auto& one) {
          return is_conditional_attribute(one.first, *conditions_) || says_hidden(one.first, one.second);
        });
    if (chooses) see(Kind::element, rest().substr(0, std::min<std::size_t>(tag.length, 80)));
  }

  /// A class, whose meaning its style sheet decides, or a style that only a program can read.
  static bool says_hidden(const std::string& name, const std::string& value) {
    if (name == "style") return value.find('{') != std::string::npos;
    if (name != "class" && name != "classname") return false;
    const std::string lower = ascii_lower(value);
    const std::vector<std::string_view> all = words(lower);
    return std::any_of(all.begin(), all.end(), [](std::string_view one) { return holds(class_names, one); });
  }

  ImportPage& page_;
  const ConditionMap* conditions_;  // null: only our own are looked for
  std::string written_;
  std::string text_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  bool is_mdx_ = false;  // where braces hold a program
};

/// Takes `mark` out of a line on which it stands and works.
bool take_mark(std::string& line, const std::string& mark) {
  for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, at + 1)) {
    if (at > 0 && line[at - 1] == '\\') continue;
    line.erase(at, mark.size());
    return true;
  }
  return false;
}

}  // namespace

bool is_conditional_tag(std::string_view name) { return holds(tag_names, ascii_lower(name)); }

bool is_conditional_attribute(std::string_view name, const ConditionMap& conditions) {
  std::string lower = ascii_lower(name);
  if (lower.starts_with("data-")) lower.erase(0, 5);
  return holds(attribute_names, lower) || conditions.is_dimension(lower) ||
         std::any_of(attribute_beginnings.begin(), attribute_beginnings.end(),
                     [&](std::string_view one) { return lower.starts_with(one); });
}

bool is_conditional(const ToolAttributes& attributes, const ConditionMap& conditions) {
  return std::any_of(attributes.classes.begin(), attributes.classes.end(),
                     [](const std::string& name) { return holds(class_names, ascii_lower(name)); }) ||
         std::any_of(attributes.values.begin(), attributes.values.end(),
                     [&](const auto& one) { return is_conditional_attribute(one.first, conditions); });
}

bool is_conditional_comment(std::string_view comment) {
  const std::string_view inside = trim(comment.substr(std::min<std::size_t>(comment.size(), 4)));
  const bool signs = inside.starts_with('@') || inside.starts_with('[') || inside.starts_with('#');
  return signs && is_conditional_tag(first_word(inside.substr(1)));
}

bool is_hidden_html(const std::vector<std::pair<std::string, std::string>>& attributes) {
  return std::any_of(attributes.begin(), attributes.end(), [](const auto& one) {
    std::string style = one.first == "style" ? ascii_lower(one.second) : std::string();
    std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    return one.first == "hidden" || style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
  });
}

void see_conditions(ImportPage& page, const ConditionMap& conditions) {
  if (!page.body.empty()) ConditionSearch(page, &conditions).search();
}

void see_own_conditions(ImportPage& page) {
  if (!page.body.empty()) ConditionSearch(page, nullptr).search();
}

void settle_condition(ImportPage& page, ConditionKind kind, std::uint32_t line) {
  const auto first = page.unsettled.find(std::pair(line, kind));
  if (first != page.unsettled.end()) page.unsettled.erase(first);
}

void settle_lines(ImportPage& page, std::uint32_t first, std::uint32_t last) {
  if (first == 0) return;  // a document without lines
  page.unsettled.erase(page.unsettled.lower_bound(std::pair(first, Kind::mark)),
                       page.unsettled.upper_bound(std::pair(last, Kind::element)));
}

void hold_unsettled(ImportPage& page) {
  std::multimap<std::uint32_t, std::string> lines;
  for (const ImportLine& line : page.body)
    if (line.text.find('{') != std::string::npos) lines.emplace(line.source, line.text);
  for (const auto& [where, text] : page.unsettled) {
    const auto [first, last] = lines.equal_range(where.first);
    const bool stands = where.second == Kind::own && std::any_of(first, last, [&text = text](auto& line) {
                          return take_mark(line.second, text);
                        });
    if (!stands) page.lose("readers-unknown", where.first, fmt::format("`{}`", replace_all(text, "\n", " ")));
  }
  page.unsettled.clear();
}

}  // namespace tailorbird
