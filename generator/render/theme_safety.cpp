#include "render/theme_safety.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "read/yaml/text_checks.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// What a layout must keep when the layout that it replaces has it.
struct Safeguard {
  std::string_view text;  // as it stands in the template once partials are put in
  std::string_view what;
};

constexpr std::string_view condition_tag = "{{when}}";

constexpr auto safeguards = std::to_array<Safeguard>({
    {"{{quick-exit}}", "the quick exit"},
    {"href=\"#tb-main\"", "the link that skips to the text"},
    {"id=\"tb-main\"", "the place to which the skip link leads"},
    {"id=\"tb-privacy\"", "the note on privacy"},
    {" lang=\"{{language}}\"", "the language of the page"},
    {"Content-Security-Policy", "the rule that the page loads nothing from elsewhere"},
});

/// What each entry of a list must keep, wherever the list is shown.
struct EntrySafeguard {
  std::string_view text;
  std::string_view what;
  std::string_view fix;
};

constexpr auto entry_safeguards = std::to_array<EntrySafeguard>({
    {condition_tag, "condition",
     "write `{{> when}}` into the tag of each entry, and `{{> when-label}}` before its words"},
    {"lang=\"{{code}}\"", "language", "write `lang=\"{{code}}\"` into the tag of each entry"},
});

using Folders = std::span<const ThemeFolder>;

/// The templates that a line of themes shows: each file of the nearest theme that has it.
class ShownTemplates {
 public:
  explicit ShownTemplates(Folders folders) {
    for (const ThemeFolder& folder : folders) {
      for (const auto& [path, file] : folder.files) {
        if (path.ends_with(".mustache")) files_.try_emplace(path, &file);
      }
    }
  }

  const std::map<std::string_view, const ThemeFile*>& files() const { return files_; }
  const ThemeFile* find(std::string_view path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : found->second;
  }

  /// `text` with each partial inlined. Problems in partials are reported when they are prepared.
  std::string expanded(std::string_view text, std::size_t depth = 0) const {
    constexpr std::size_t deepest = 16;
    std::string result;
    std::size_t at = 0;
    for (std::size_t tag = text.find("{{>"); tag != std::string_view::npos; tag = text.find("{{>", at)) {
      result += text.substr(at, tag - at);
      const std::size_t end = std::min(text.find("}}", tag), text.size());
      const std::string_view name = trim(text.substr(tag + 3, end - tag - 3));
      const ThemeFile* partial = find(fmt::format("partials/{}.mustache", name));
      if (partial != nullptr && depth < deepest) result += expanded(partial->text, depth + 1);
      at = std::min(end + 2, text.size());
    }
    return result += text.substr(at);
  }

 private:
  std::map<std::string_view, const ThemeFile*> files_;
};

/// {{#name}}…{{/name}} of a template.
struct Section {
  std::string_view name;
  std::string_view inside;
};

std::vector<Section> sections_of(std::string_view text) {
  std::vector<Section> sections;
  for (std::size_t tag = text.find("{{#"); tag != std::string_view::npos; tag = text.find("{{#", tag + 3)) {
    const std::size_t end = std::min(text.find("}}", tag), text.size());
    const std::string_view name = trim(text.substr(tag + 3, end - tag - 3));
    const std::size_t close = text.find(fmt::format("{{{{/{}}}}}", name), end);
    if (close != std::string_view::npos) sections.push_back({name, text.substr(end + 2, close - end - 2)});
  }
  return sections;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string without(std::string_view text, std::string_view begin, std::string_view end) {
  std::string result;
  for (std::size_t at = text.find(begin); at != std::string_view::npos; at = text.find(begin)) {
    result += text.substr(0, at);
    const std::size_t close = text.find(end, at);
    text.remove_prefix(close == std::string_view::npos ? text.size() : close + end.size());
  }
  return result += text;
}

/// `text` with one spelling for what a template can write in several: `{{ name }}`, `{{{name}}}`, `'…'`.
/// Comments are removed.
std::string normalised(std::string_view text) {
  std::string result = replace_all(without(without(text, "{{!", "}}"), "<!--", "-->"), "'", "\"");
  for (const std::string_view tag : {"{{{", "{{&", "{{ "}) result = replace_all(result, tag, "{{");
  for (const std::string_view tag : {"}}}", " }}"}) result = replace_all(result, tag, "}}");
  return result;
}

/// What an entry shows itself, without what sections within it show. The condition is a section too.
std::string own_text(std::string_view inside) {
  std::string own;
  std::size_t at = 0;
  for (const Section& section : sections_of(inside)) {
    const auto begin = static_cast<std::size_t>(section.inside.data() - inside.data());
    if (begin < at || section.name == "when") continue;
    own += inside.substr(at, begin - at);
    at = begin + section.inside.size();
  }
  return own += inside.substr(at);
}

/// How many lists of one name there are, and how many have a text in their entries.
struct Kept {
  std::size_t lists = 0;
  std::size_t with = 0;
  bool by_all() const { return lists > 0 && with == lists; }
};

using KeptByName = std::map<std::string, Kept, std::less<>>;

/// What the lists in a template keep of `text`, by their names.
KeptByName kept_in(const ShownTemplates& templates, std::string_view template_text, std::string_view text) {
  KeptByName kept;
  for (const Section& section : sections_of(template_text)) {
    Kept& list = kept[std::string(section.name)];
    ++list.lists;
    if (has(normalised(own_text(templates.expanded(section.inside))), text)) ++list.with;
  }
  return kept;
}

KeptByName kept_in_all(const ShownTemplates& templates, std::string_view text) {
  KeptByName all;
  for (const auto& [path, file] : templates.files()) {
    for (const auto& [name, kept] : kept_in(templates, file->text, text)) {
      all[name].lists += kept.lists;
      all[name].with += kept.with;
    }
  }
  return all;
}

/// The layout that `path` stands in for: the one of the same name, or that of ordinary pages. Documents of
/// the roll-out kit are no pages.
std::string_view replaced_layout(const ShownTemplates& before, std::string_view path) {
  if (before.find(path) != nullptr || path.starts_with("layouts/kit")) return path;
  return "layouts/page.mustache";
}

/// A theme of the line, with those it extends.
class Compared {
 public:
  Compared(const ThemeFolder& theme, Folders line, Diagnostics& diagnostics)
      : theme_(theme), now_(line), before_(line.subspan(1)), diagnostics_(diagnostics) {}

  void check() {
    for (const auto& [path, file] : now_.files()) {
      if (path.starts_with("layouts/")) check_layout(path, *file);
    }
    for (const EntrySafeguard& guard : entry_safeguards) check_entries(guard);
    for (const auto& [path, dropped] : dropped_) report(path, dropped);
  }

 private:
  void check_layout(std::string_view path, const ThemeFile& file) {
    const ThemeFile* original = before_.find(replaced_layout(before_, path));
    if (original == nullptr) return;
    const std::string now = normalised(now_.expanded(file.text));
    const std::string before = normalised(before_.expanded(original->text));
    for (const Safeguard& guard : safeguards) {
      if (has(before, guard.text) && !has(now, guard.text)) drop(guilty_of(guard.text, path), guard.what);
    }
  }

  void check_entries(const EntrySafeguard& guard) {
    const KeptByName everywhere = kept_in_all(before_, guard.text);
    for (const auto& [path, file] : now_.files()) {
      const ThemeFile* original = before_.find(path);
      const KeptByName here =
          original != nullptr ? kept_in(before_, original->text, guard.text) : KeptByName{};
      for (const Section& section : sections_of(file->text)) {
        const auto own = here.find(section.name);
        const auto any = everywhere.find(section.name);
        const bool wanted =
            own != here.end() ? own->second.by_all() : any != everywhere.end() && any->second.by_all();
        if (wanted && section.name != "when" && !has(normalised(now_.expanded(section.inside)), guard.text))
          drop_from_list(path, *file, section, guard);
      }
    }
  }

  /// The smallest template of the theme that replaces one with `text` in it and has none.
  std::string_view guilty_of(std::string_view text, std::string_view otherwise) const {
    std::string_view guilty = otherwise;
    std::size_t smallest = std::string::npos;
    for (const auto& [path, file] : theme_.files) {
      const ThemeFile* original = before_.find(path);
      if (original == nullptr || !path.ends_with(".mustache")) continue;
      const bool drops = has(normalised(before_.expanded(original->text)), text) &&
                         !has(normalised(now_.expanded(file.text)), text);
      if (!drops || original->text.size() >= smallest) continue;
      smallest = original->text.size();
      guilty = path;
    }
    return guilty;
  }

  void drop_from_list(std::string_view path, const ThemeFile& file, const Section& section,
                      const EntrySafeguard& guard) {
    if (!theme_.files.contains(path))
      return drop(guilty_of(guard.text, path), fmt::format("the {} of lists", guard.what));
    const auto offset = static_cast<std::size_t>(section.name.data() - file.text.data());
    diagnostics_.add(
        "theme-drops-safeguard",
        {file.file, position_at(file.text, offset), static_cast<std::uint32_t>(code_points(section.name))},
        fmt::format("`{}` is shown without its {}", section.name, guard.what), std::string(guard.fix));
  }

  void drop(std::string_view path, std::string_view what) {
    std::vector<std::string>& dropped = dropped_[path];
    if (std::find(dropped.begin(), dropped.end(), what) == dropped.end()) dropped.emplace_back(what);
  }

  /// One template, one finding, however much it drops.
  void report(std::string_view path, const std::vector<std::string>& dropped) {
    const std::string list =
        dropped.size() == 1 ? dropped.back()
                            : join({dropped.begin(), dropped.end() - 1}, ", ") + " and " + dropped.back();
    std::string_view from = before_.find(path) != nullptr ? path : "layouts/page.mustache";
    diagnostics_.add("theme-drops-safeguard", {now_.find(path)->file, {}, 0}, "this template drops " + list,
                     fmt::format("take these lines over from `{}` of the theme that this one extends", from));
  }

  const ThemeFolder& theme_;
  const ShownTemplates now_;
  const ShownTemplates before_;
  Diagnostics& diagnostics_;
  std::map<std::string_view, std::vector<std::string>> dropped_;  // template → what it no longer has
};

}  // namespace

void check_theme_safety(const ThemeLine& line, Diagnostics& diagnostics) {
  for (std::size_t index = 0; index + 1 < line.size(); ++index)
    Compared(line[index], Folders(line).subspan(index), diagnostics).check();
}

}  // namespace tailorbird
