#include "read/pages/pages.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/strings.hpp"
#include "read/pages/file_names.hpp"
#include "read/pages/front_matter.hpp"

namespace tailorbird {
namespace {

/// Whether a partial's front matter has no condition. Front matter is allowed there for notes, but a
/// condition would be easy to overlook.
bool check_partial(const YamlNode& root, const Site& site, ReadContext& reading) {
  bool free = true;
  for (const YamlEntry& entry : root.entries) {
    if (site.find_dimension(entry.key.text) < 0) continue;
    reading.diagnostics.add("partial-condition", reading.range(entry.key),
                            fmt::format("`{}` in the front matter of a partial", entry.key.text));
    free = false;
  }
  return free;
}

/// Parses and reads the front matter; the page is not usable when that fails.
void read_front(PageRead& result, const FrontMatterSplit& cut, const std::string& file, const Site& site) {
  YamlRead yaml = parse_yaml({cut.yaml, file, 0, 2});
  ReadContext reading;
  reading.files = {file};
  reading.site = &site;
  reading.fragment = result.page.partial;
  reading.diagnostics = std::move(yaml.diagnostics);
  FrontMatterRead read = read_front_matter(yaml.root, {"the front matter", {file, {1, 1}, 3}}, reading);
  result.page.front = std::move(read.front);
  result.usable = read.readable;
  if (result.page.partial) result.usable = check_partial(yaml.root, site, reading) && result.usable;
  result.diagnostics.append(std::move(reading.diagnostics));
}

void report_no_front_matter(PageRead& result, const FrontMatterSplit& cut, const std::string& file) {
  const SourceRange top{file, {1, 1}, cut.found ? 3U : 1U};
  if (cut.found) {
    result.diagnostics.add("front-matter-unclosed", top, "the front matter is not closed");
  } else {
    const bool too_late = trim(cut.body).starts_with("---");
    result.diagnostics.add(
        "front-matter-missing", top,
        too_late ? "the front matter does not begin on the first line" : "the page has no front matter");
  }
  result.usable = false;
}

/// With line feeds, so that the output does not depend on the author's editor.
std::string markdown_of(const FrontMatterSplit& cut) { return replace_all(cut.body, "\r\n", "\n"); }

/// The front matter with its fences; empty when it is not closed.
std::string_view lines_before_body(std::string_view bytes) {
  return bytes.substr(0, bytes.size() - split_front_matter(bytes).body.size());
}

/// Fills in the page from the file.
void read_text_of_page(PageRead& result, const TextFile& file, const Site& site) {
  const FrontMatterSplit cut = split_front_matter(file.bytes);
  if (cut.closed) {
    read_front(result, cut, file.file, site);
  } else if (cut.found || !result.page.partial) {
    report_no_front_matter(result, cut, file.file);
  }
  result.page.body = markdown_of(cut);
  result.page.body_line = cut.body_line;
  result.page.has_text = !trim(cut.body).empty();
  result.page.may_silence = cut.body.find(ignore_mark) != std::string_view::npos;
}

Page page_at(const TextFile& file, const PagePlace& place) {
  Page page;
  page.language = place.language;
  page.path = place.path;
  page.file = file.file;
  page.overlay_of = place.overlay_of;
  page.partial = is_partial_path(place.path);
  page.hash = quick_hash(file.bytes);
  page.front_sha256 = sha256_hex(lines_before_body(file.bytes));
  return page;
}

}  // namespace

bool is_partial_path(std::string_view path) {
  return path.starts_with('_') || path.find("/_") != std::string_view::npos;
}

Condition nobody_at_all() { return {false, {Atom{0, 0}}}; }

std::string markdown_in(std::string_view bytes) { return markdown_of(split_front_matter(bytes)); }

PageRead read_page(const TextFile& file, const PagePlace& place, const Site& site) {
  PageRead result;
  Page& page = result.page;
  page = page_at(file, place);
  result.diagnostics = check_page_name(page);
  if (is_left_behind(page.path)) {  // a leftover of another program, not an author's text
    page.front.condition = nobody_at_all();
    page.front.draft = true;
    return result;
  }
  Diagnostics unreadable = check_text(file.bytes, file.file);
  result.usable = unreadable.empty();
  result.diagnostics.append(std::move(unreadable));
  if (result.usable) read_text_of_page(result, file, site);
  if (page.front.id.empty()) page.front.id = page.path.substr(0, page.path.size() - 3);
  if (!result.usable) page.front.condition = nobody_at_all();
  if (!result.usable && page.partial) {  // an include ignores the condition of a partial
    page.body.clear();
    page.has_text = page.may_silence = false;
  }
  return result;
}

}  // namespace tailorbird
