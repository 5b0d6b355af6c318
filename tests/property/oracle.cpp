#include "property/oracle.hpp"

#include <algorithm>
#include <cctype>

#include "base/strings.hpp"
#include "property/random_condition.hpp"
#include "support/diff.hpp"
#include "support/run_program.hpp"
#include "support/temp_dir.hpp"
#include "support/tree.hpp"

namespace tailorbird::test {
namespace {

const std::string layout = R"(<!DOCTYPE html>
<html lang="{{language}}">
<head><title>{{title}}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"/></head>
<body>
<p id="tb-privacy"><a href="#tb-main">{{title}}</a> <a href="{{quick-exit}}">{{title}}</a></p>
<h1 id="tb-main">{{title}}</h1>
{{{body}}}
{{> footnotes}}
{{> terms}}
{{> outline}}
{{> children}}
</body>
</html>
)";

/// What all profiles say.
const std::string common = R"(organisation: {name: Mill}
languages: [en]
theme: bare
contacts:
  hr: {name: Sam Hale, phone: "+44 1632 960101", email: sam@mill.example}
  oh: {name: Ruth Penn, email: ruth@mill.example}
variables: {room: room 12}
)";

std::string facts_of(const std::string& profile) {
  if (profile == "anywhere") return "";
  return profile == "dutch" ? "facts: {country: nl}\n" : "facts: {country: gb}\n";
}

const std::map<std::string, std::string> bundles = {
    {"managers", "  - {id: managers, fixed: {audience: manager}}\n"},
    {"employees-away", "  - {id: employees-away, fixed: {audience: employee, phase: away}}\n"},
    {"hr", "  - {id: hr, fixed: {audience: hr}, narrow: {phase: plan back}}\n"},
    {"all", "  - {id: all}\n"}};

/// One black point.
const std::string dot_png(
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\1\0\0\0\0\x37\x6e\xf9\x24\0\0\0\nIDATx\x01\x63\x60\0\0\0\2"
    "\0\1"
    "\x73\x75\x01\x18\0\0\0\0IEND\xae\x42\x60\x82",
    67);

void write_common(const TempDir& dir) {
  dir.write("themes/bare/theme.yaml", "extends: default\n");
  dir.write("themes/bare/layouts/page.mustache", layout);
  dir.write("themes/bare/layouts/start.mustache", layout);
  dir.write("content/site.yaml", site_yaml());
  dir.write("content/glossary.yaml",
            "work-ability: {term: {en: work ability}, meaning: {en: What can be done.}}\n");
  dir.write("content/sources.yaml", "S1: {title: A book}\n");
  dir.write("content/responsibilities.yaml",
            "letters: {A: leads, R: does}\nrows:\n  - {id: talk, task: Talk, roles: {hr: A, oh: R}}\n");
  dir.write("content/media/dot.png", dot_png);
}

bool is_asked(std::optional<std::size_t> only, std::size_t edition) { return !only || *only == edition; }

/// The project as it is, with all editions that are asked for.
void write_whole(const TempDir& dir, const RandomProject& project, std::optional<std::size_t> only) {
  write_common(dir);
  for (const RandomFile& file : project) dir.write("content/en/" + file.path, file.text());
  std::map<std::string, std::string> profiles;
  for (std::size_t at = 0; at < made_editions().size(); ++at) {
    if (is_asked(only, at)) profiles[made_editions()[at].profile] += bundles.at(made_editions()[at].bundle);
  }
  for (const auto& [id, its_bundles] : profiles) {
    dir.write("profiles/" + id + ".yaml", common + facts_of(id) + "bundles:\n" + its_bundles);
  }
}

/// What is left of the project for each edition, as the overlay of a profile of its own: one build makes them
/// all.
void write_cut(const TempDir& dir, const RandomProject& project, std::optional<std::size_t> only) {
  write_common(dir);
  dir.write("content/en/index.md", "---\ntitle: Replaced\n---\n\nReplaced.\n");
  for (std::size_t at = 0; at < made_editions().size(); ++at) {
    if (!is_asked(only, at)) continue;
    const MadeEdition& edition = made_editions()[at];
    const std::string id = edition.profile + "-" + edition.bundle;
    for (const RandomFile& file : project) {
      if (const auto cut = cut_source(file.text(), edition.readers)) {
        dir.write("profiles/" + id + "/en/" + file.path, *cut);
      }
    }
    dir.write("profiles/" + id + ".yaml", common + facts_of(edition.profile) + "overlay: " + id +
                                              "\nbundles:\n" + bundles.at(edition.bundle));
  }
}

struct Built {
  std::string errors;  // empty: it was built
  Tree files;
};

Built build(const TempDir& dir) {
  const ProgramRun run =
      run_program(TAILORBIRD_PROGRAM, {"build", "--no-zip", "--jobs", "1", "--quiet"}, {dir.path(), {}, 0});
  if (run.status != 0) return {run.out + run.err, {}};
  return {"", read_tree(dir.path() / "dist")};
}

Tree pages_of(const Tree& files, const std::string& edition) {
  Tree pages;
  const std::string folder = edition + "/site/";
  for (const auto& [path, bytes] : files) {
    if (!path.starts_with(folder + "en/") || !path.ends_with(".html")) continue;
    if (path.find("statement") == std::string::npos) pages[path.substr(folder.size())] = comparable(bytes);
  }
  return pages;
}

void compare_pages(std::size_t edition, const Tree& got, const Tree& expected, Comparison& comparison) {
  comparison.pages += got.size();
  for (const std::string& path : differing(got, expected)) {
    const std::string both = unified_diff(expected.contains(path) ? expected.at(path) : "(no such page)\n",
                                          got.contains(path) ? got.at(path) : "(no such page)\n");
    comparison.differences.push_back({edition, path, both});
  }
}

bool is_made(const std::string& id) { return !id.starts_with("x-"); }

/// Takes the label of an open condition off the end of `lines` when it is all that stands in its element.
void drop_lone_label(std::vector<std::string_view>& lines) {
  const std::size_t count = lines.size();
  if (count < 4 || lines[count - 1] != "</span>" || lines[count - 3] != "<span class=\"when-label\">") return;
  if (lines[count - 4].find(" data-when=") != std::string_view::npos) lines.resize(count - 3);
}

/// Without elements that have nothing in them: an edition leaves out an item of which nothing is left, and
/// the cut source still has its hyphen. `lines`: one tag a line.
std::string without_empties(const std::string& lines) {
  static const std::set<std::string, std::less<>> left_out = {"li", "ul",     "ol",  "p",
                                                              "em", "strong", "del", "blockquote"};
  std::vector<std::string_view> kept;
  for (const std::string_view line : split(lines, '\n')) {
    const bool closes = line.starts_with("</") && line.ends_with('>');
    const std::string_view name = closes ? line.substr(2, line.size() - 3) : std::string_view{};
    if (closes && left_out.contains(name)) drop_lone_label(kept);
    const std::string_view before = kept.empty() ? std::string_view{} : kept.back();
    const bool opened = closes && left_out.contains(name) && before.starts_with('<') &&
                        before.substr(1).starts_with(name) && before.size() > name.size() + 1 &&
                        (before[name.size() + 1] == '>' || before[name.size() + 1] == ' ');
    if (opened) {
      kept.pop_back();
    } else {
      kept.push_back(line);
    }
  }
  std::string result;
  for (const std::string_view line : kept) result.append(line).append("\n");
  return result;
}

/// Old id → new id, for those that the program made up.
std::map<std::string, std::string> renamed_ids(const std::string& html) {
  std::map<std::string, std::string> names;
  const std::string key = " id=\"";
  for (std::size_t at = html.find(key); at != std::string::npos; at = html.find(key, at + 1)) {
    const std::size_t begin = at + key.size();
    const std::string id = html.substr(begin, html.find('"', begin) - begin);
    if (is_made(id)) names.emplace(id, "made-" + std::to_string(names.size()));
  }
  return names;
}

/// The value of an attribute, with all ids in it renamed: "a b", "#a", "page.html#a".
std::string renamed(const std::string& value, const std::map<std::string, std::string>& names) {
  std::string result;
  std::string piece;
  const auto finish = [&] {
    const auto at = names.find(piece);
    result += at == names.end() ? piece : at->second;
    piece.clear();
  };
  for (const char c : value) {
    if (c == ' ' || c == '#') {
      finish();
      result += c;
    } else {
      piece += c;
    }
  }
  finish();
  return result;
}

/// The text of a page, with each tag on a line of its own, so that spaces beside tags do not count.
std::string one_tag_a_line(const std::string& html) {
  std::string lines;
  bool in_tag = false;
  for (const char c : html) {
    const bool is_space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (c == '<') {
      while (!lines.empty() && lines.back() == ' ') lines.pop_back();
      if (!lines.empty() && lines.back() != '\n') lines += '\n';
      in_tag = true;
    }
    if (!is_space) {
      lines += c;
    } else if (!lines.empty() && lines.back() != ' ' && lines.back() != '\n') {
      lines += ' ';
    }
    if (c == '>' && in_tag) {
      lines += '\n';
      in_tag = false;
    }
  }
  return lines;
}

}  // namespace

const std::vector<MadeEdition>& made_editions() {
  static const std::vector<MadeEdition> editions = [] {
    std::vector<MadeEdition> made;
    const std::set<std::string> audiences = {"manager", "employee", "hr"};
    const std::set<std::string> phases = {"away", "plan", "back"};
    const std::map<std::string, ValuesOf> named = {
        {"early", {{"phase", {"away"}}}},
        {"dutch-manager", {{"audience", {"manager"}}, {"country", {"nl"}}}}};
    const std::map<std::string, std::set<std::string>> profiles = {
        {"dutch", {"nl"}}, {"british", {"gb"}}, {"anywhere", {"nl", "gb"}}};
    for (const auto& [profile, countries] : profiles) {
      const auto add = [&](const std::string& bundle, const std::set<std::string>& audience,
                           const std::set<std::string>& phase) {
        made.push_back(
            {profile, bundle, {{{"audience", audience}, {"phase", phase}, {"country", countries}}, named}});
      };
      add("managers", {"manager"}, phases);
      add("employees-away", {"employee"}, {"away"});
      add("hr", {"hr"}, {"plan", "back"});
      add("all", audiences, phases);
    }
    return made;
  }();
  return editions;
}

std::string comparable(const std::string& html) {
  const std::map<std::string, std::string> names = renamed_ids(html);
  std::string text;
  bool in_tag = false;
  for (std::size_t at = 0; at < html.size();) {
    if (in_tag && html[at] == '"') {
      const std::size_t end = html.find('"', at + 1);
      text += '"' + renamed(html.substr(at + 1, end - at - 1), names) + '"';
      at = end + 1;
      continue;
    }
    if (html[at] == '<') in_tag = true;
    if (html[at] == '>') in_tag = false;
    text += html[at++];
  }
  return without_empties(one_tag_a_line(text));
}

namespace {

Comparison compare_one_by_one(const RandomProject& project) {
  Comparison all;
  for (std::size_t at = 0; at < made_editions().size(); ++at) {
    const Comparison comparison = compare_with_cut(project, at);
    all.pages += comparison.pages;
    all.differences.insert(all.differences.end(), comparison.differences.begin(),
                           comparison.differences.end());
  }
  return all;
}

}  // namespace

Comparison compare_with_cut(const RandomProject& project, std::optional<std::size_t> only) {
  Comparison comparison;
  const TempDir whole_dir;
  write_whole(whole_dir, project, only);
  const Built whole = build(whole_dir);
  if (!whole.errors.empty()) {
    comparison.differences.push_back({0, "", "the project itself cannot be built:\n" + whole.errors});
    return comparison;
  }
  const TempDir cut_dir;
  write_cut(cut_dir, project, only);
  const Built cut = build(cut_dir);
  // The leak scan takes words that two overlays share, under other conditions each, for words of the other
  // one.
  if (!cut.errors.empty() && !only) return compare_one_by_one(project);
  if (!cut.errors.empty()) {
    comparison.differences.push_back({only, "", "what is left of it cannot be built:\n" + cut.errors});
    return comparison;
  }
  for (std::size_t at = 0; at < made_editions().size(); ++at) {
    if (!is_asked(only, at)) continue;
    const MadeEdition& edition = made_editions()[at];
    compare_pages(at, pages_of(whole.files, edition.profile + "/" + edition.bundle),
                  pages_of(cut.files, edition.profile + "-" + edition.bundle + "/" + edition.bundle),
                  comparison);
  }
  return comparison;
}

}  // namespace tailorbird::test
