#include "import/headings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/strings.hpp"
#include "compile/parse/markdown.hpp"
#include "import/content_counts.hpp"
#include "import/tool_attributes.hpp"
#include "read/schema/scalar_readers.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

struct FoundHeading {
  std::size_t first = 0;  // lines, from 0
  std::size_t last = 0;
  std::size_t column = 0;
  int level = 1;
  bool in_questions = false;  // of a `faq`: its level is part of the component
  std::string words;          // as readers see them
};

void collect_words(cmark_node* node, std::string& words) {
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
    const cmark_node_type type = cmark_node_get_type(child);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) words += literal(child);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) words += ' ';
    collect_words(child, words);
  }
}

void collect_headings(cmark_node* node, bool in_questions, std::vector<FoundHeading>& found) {
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
    if (cmark_node_get_type(child) == CMARK_NODE_HEADING) {
      FoundHeading heading;
      heading.first = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(child))) - 1;
      heading.last =
          std::max(heading.first, static_cast<std::size_t>(std::max(1, cmark_node_get_end_line(child))) - 1);
      heading.column = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(child))) - 1;
      heading.level = cmark_node_get_heading_level(child);
      heading.in_questions = in_questions;
      collect_words(child, heading.words);
      heading.words = std::string(trim(heading.words));
      found.push_back(std::move(heading));
    } else if (cmark_node_get_type(child) != CMARK_NODE_PARAGRAPH) {
      collect_headings(
          child, in_questions || (is_div(child) && div_info(child).find("faq") != std::string_view::npos),
          found);
    }
  }
}

/// cmark says where an underlined heading begins; its line of `=` or `-` ends it.
void find_underline(FoundHeading& heading, const ImportLines& body) {
  const std::string_view first = std::string_view(body[heading.first].text)
                                     .substr(std::min(heading.column, body[heading.first].text.size()));
  if (first.starts_with('#')) return;
  for (std::size_t line = heading.first + 1; line < body.size(); ++line) {
    const std::string_view bare = trim(body[line].text);
    if (bare.empty()) return;
    heading.last = line;
    if (bare.find_first_not_of(bare.front()) == std::string_view::npos &&
        (bare.front() == '=' || bare.front() == '-'))
      return;
  }
}

std::vector<FoundHeading> headings_of(const ImportLines& body) {
  const std::string text = joined(body);
  std::vector<FoundHeading> found;
  {
    const MarkdownTree tree(text);
    collect_headings(tree.root(), false, found);
  }
  std::erase_if(found, [&](const FoundHeading& one) { return one.last >= body.size(); });
  for (FoundHeading& heading : found) find_underline(heading, body);
  return found;
}

/// The words of a heading as written, without its markers.
std::string written_words(const FoundHeading& heading, const ImportLines& body) {
  std::string words =
      body[heading.first].text.substr(std::min(heading.column, body[heading.first].text.size()));
  if (words.starts_with('#')) {
    words.erase(0, std::min(words.find_first_not_of('#'), words.size()));
    const std::string_view bare = trim(words);
    const std::size_t end = bare.find_last_not_of('#');
    const bool closed = end != std::string_view::npos && end + 1 < bare.size() && bare[end] == ' ';
    return std::string(trim(closed ? bare.substr(0, end) : bare));
  }
  for (std::size_t line = heading.first + 1; line < heading.last; ++line)
    words += " " + std::string(trim(body[line].text));
  return std::string(trim(words));
}

/// Takes `{#id .class}` off the end of a heading's words; its id.
std::string take_id(std::string& words) {
  if (!words.ends_with('}')) return {};
  const std::size_t open = words.rfind('{');
  if (open == std::string::npos) return {};
  const std::string inside = words.substr(open + 1, words.size() - open - 2);
  if (inside.find(".only") != std::string::npos || inside.find(".except") != std::string::npos) return {};
  const bool is_mark = inside.starts_with('#') || inside.starts_with('.') || inside.starts_with(':') ||
                       inside == "-" || inside.find('=') != std::string::npos;
  if (!is_mark) return {};
  words = std::string(trim(std::string_view(words).substr(0, open)));
  return tool_attributes(inside.starts_with(':') ? std::string_view(inside).substr(1)
                                                 : std::string_view(inside))
      .id;
}

class Headings {
 public:
  explicit Headings(ImportPage& page) : page_(page) {}

  void settle() {
    space_out();
    std::vector<FoundHeading> found = headings_of(page_.body);
    const bool title_goes = !page_.partial && takes_title(found);
    const auto shown = found.begin() + (title_goes ? 1 : 0);
    const bool shift = std::any_of(
        shown, found.end(), [](const FoundHeading& one) { return one.level == 1 && !one.in_questions; });
    int before = 1;
    for (auto heading = shown; heading != found.end(); ++heading) {
      if (!heading->in_questions) {
        const int level = std::min({heading->level + (shift ? 1 : 0), before + 1, 6});
        if (level != heading->level)
          page_.lose("heading-changed", source(*heading),
                     fmt::format("“{}” from level {} to {}", heading->words, heading->level, level));
        before = heading->level = level;
      }
      write(*heading);
    }
    if (title_goes) {
      remove(found.front());
      ++page_.out.headings;  // it stands in the front matter now
      page_.out.words += count_plain_words(found.front().words);
    }
    name_places();
    std::erase_if(page_.body, [](const ImportLine& line) { return line.text == gone; });
    while (!page_.body.empty() && trim(page_.body.front().text).empty()) page_.body.erase(page_.body.begin());
  }

 private:
  static constexpr std::string_view gone = "\x01";  // of a line that is to be taken out

  std::uint32_t source(const FoundHeading& heading) const { return page_.body[heading.first].source; }

  /// `##Title` without a space is a heading in other tools but not for cmark.
  void space_out() {
    bool code = false;
    for (ImportLine& line : page_.body) {
      if (line.text.starts_with("```") || line.text.starts_with("~~~")) code = !code;
      const std::size_t signs = std::min(line.text.find_first_not_of('#'), line.text.size());
      if (code || signs < 2 || signs > 6 || signs == line.text.size() || line.text[signs] == ' ') continue;
      const char c = line.text[signs];
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) line.text.insert(signs, " ");
    }
  }

  /// Whether the first heading is the page's title, which is then only in the front matter.
  bool takes_title(const std::vector<FoundHeading>& found) {
    if (found.empty() || found.front().in_questions || found.front().words.empty()) return false;
    const FoundHeading& first = found.front();
    bool leads = true;
    for (std::size_t line = 0; line < first.first; ++line)
      if (!trim(page_.body[line].text).empty() && !trim(page_.body[line].text).starts_with("<!--"))
        leads = false;
    if (page_.title.empty()) {
      if (first.level != 1 && !leads) return false;
      page_.title = first.words;
      return true;
    }
    return first.level == 1 && leads && slug(first.words) == slug(page_.title);
  }

  void write(FoundHeading& heading) {
    std::string words = written_words(heading, page_.body);
    const std::string given = take_id(words);
    if (!given.empty()) heading.words = plain(heading, words);
    std::string own = slug(heading.words);
    std::string id = given.empty() || is_id(given) ? given : slug(given);
    const std::string wanted = id.empty() ? own : id;
    std::string name = wanted.empty() ? std::string("section") : wanted;
    for (int number = 2; !taken_.insert(name).second; ++number)
      name = fmt::format("{}-{}", wanted.empty() ? "section" : wanted, number);
    const bool says_id = !given.empty() || name != own;
    if (name != own && given.empty())
      page_.lose("heading-named", source(heading), fmt::format("“{}” is `#{}`", heading.words, name));
    const std::string before = page_.body[heading.first].text.substr(
        0, std::min(heading.column, page_.body[heading.first].text.size()));
    page_.body[heading.first].text =
        fmt::format("{}{} {}{}", before, std::string(static_cast<std::size_t>(heading.level), '#'), words,
                    says_id ? " {#" + name + "}" : std::string());
    for (std::size_t line = heading.first + 1; line <= heading.last; ++line) page_.body[line].text = gone;
    name_anchor(heading, given, name);
  }

  /// The words without the mark at their end, which cmark left in them.
  static std::string plain(const FoundHeading& heading, const std::string& written) {
    const std::size_t open = heading.words.rfind('{');
    return open == std::string::npos ? (heading.words.empty() ? written : heading.words)
                                     : std::string(trim(std::string_view(heading.words).substr(0, open)));
  }

  void name_anchor(const FoundHeading& heading, const std::string& given, const std::string& name) {
    for (const std::string& written : {foreign_anchor(heading.words), slug(heading.words)}) {
      const int times = seen_[written]++;
      page_.anchors.emplace(times == 0 ? written : fmt::format("{}-{}", written, times), name);
      if (foreign_anchor(heading.words) == slug(heading.words)) break;
    }
    if (!given.empty()) page_.anchors[given] = name;
    page_.anchors.emplace(name, name);
    names_.emplace_back(source(heading), name);
  }

  /// Anchors of HTML lead to the heading below or above.
  void name_places() {
    constexpr std::uint32_t near = 3;  // lines
    for (const auto& [place, line] : page_.places) {
      std::string id;
      for (const auto& [at, name] : names_) {
        if (at <= line || (at <= line + near && (id.empty() || at == line))) id = name;
        if (at > line) {
          if (at <= line + near) id = name;
          break;
        }
      }
      page_.anchors.emplace(place, id);  // empty: the top of the page
    }
  }

  void remove(const FoundHeading& heading) {
    for (std::size_t line = heading.first; line <= heading.last; ++line) page_.body[line].text = gone;
    page_.anchors.emplace(foreign_anchor(heading.words), "");
    page_.anchors.emplace(slug(heading.words), "");
  }

  ImportPage& page_;
  std::set<std::string> taken_;
  std::map<std::string, int> seen_;
  std::vector<std::pair<std::uint32_t, std::string>> names_;  // line of the source, id
};

}  // namespace

std::string foreign_anchor(std::string_view words) {
  std::string anchor;
  for (const char c : ascii_lower(words)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                      static_cast<unsigned char>(c) >= 0x80;
    if (kept) anchor += c;
    if (c == ' ') anchor += '-';
  }
  return anchor;
}

void settle_headings(ImportPage& page) { Headings(page).settle(); }

}  // namespace tailorbird
