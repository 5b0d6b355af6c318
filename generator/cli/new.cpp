#include <algorithm>
#include <fmt/format.h>
#include <memory>

#include "base/strings.hpp"
#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"
#include "read/pages/file_names.hpp"
#include "read/profile/rollout.hpp"
#include "read/project.hpp"
#include "write/output_name.hpp"

namespace tailorbird {
namespace {

struct NewOptions {
  std::string root = ".";
  std::string name;
};

/// "prepare-the-talk" → "Prepare the talk"; index pages are named after their folder.
std::string title_from(const fs::path& path) {
  const bool is_index = path.stem() == "index" && path.has_parent_path();
  std::string title =
      replace_all((is_index ? path.parent_path().filename() : path.stem()).string(), "-", " ");
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }

/// A line of front matter for each dimension, as a comment: to be used, not to be obeyed.
std::string dimension_lines(const Site& site) {
  std::string lines;
  for (const Dimension& dimension : site.dimensions) {
    std::vector<std::string> values;
    for (const DimensionValue& value : dimension.values) values.push_back(value.id);
    lines += fmt::format("# {}: {}\n", dimension.id, join(values, " "));
  }
  return lines;
}

std::string page_text(const Site& site, const std::string& path) {
  return fmt::format(
      "---\ntitle: {}\nsummary: \"\"          # one sentence, shown where the page is listed\norder: 100\n"
      "draft: true          # take this line away when the page is ready\n"
      "# For whom? Keep the lines that apply, and only the values that fit:\n{}---\n\n"
      "Begin with what the reader should do next.\n",
      in_quotes(title_from(path)), dimension_lines(site));
}

Result<void> write_new(const fs::path& path, std::string_view text) {
  std::error_code ignored;
  if (fs::exists(path, ignored)) {
    return Error{fmt::format("{} is there already; it was left as it is", path.generic_string())};
  }
  if (auto written = write_file(path, text); !written) return written;
  print_result(fmt::format("{}\n", path.lexically_normal().generic_string()));
  return {};
}

constexpr std::string_view allowed_names = "write a short one in small letters a to z, digits and hyphens";

/// A path that a page can have, with the language in front; empty when nothing of `stem` is left.
std::string better_stem(std::string_view stem) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(stem, '/')) {
    if (std::string better = better_name(part); !better.empty()) parts.push_back(std::move(better));
  }
  const std::string path = join(parts, "/");
  return parts.size() < 2 || refused_name(path + ".html") ? std::string{} : path;
}

/// The path below content/: with a language in front and `.md` at the end, whatever was typed.
Result<std::string> page_path(const Site& site, std::string name) {
  if (name.starts_with("content/")) name.erase(0, std::string_view("content/").size());
  if (!name.ends_with(".md")) name += ".md";
  const std::string first = name.substr(0, name.find('/'));
  const bool has_language =
      std::find(site.languages.begin(), site.languages.end(), first) != site.languages.end();
  if (!has_language && !site.languages.empty()) name = site.languages.front() + "/" + name;
  const std::string stem = name.substr(0, name.size() - 3);
  if (const auto refused = refused_name(stem + ".html")) {
    const std::string better = better_stem(stem);
    return Error{fmt::format(
        "a page cannot have this name: {}; {}", *refused,
        better.empty() ? std::string(allowed_names) : fmt::format("what about `{}.md`?", better))};
  }
  return name;
}

Exit run_new_page(const NewOptions& options) {
  const Result<ProjectRead> read = read_project(options.root);
  if (!read) return could_not_run(read.error());
  const Site& site = read->project.site;
  const Result<std::string> path = page_path(site, options.name);
  if (!path) return could_not_run(path.error());
  if (auto written = write_new(fs::path(options.root) / "content" / *path, page_text(site, *path));
      !written) {
    return could_not_run(written.error());
  }
  return Exit::clean;
}

/// The facts that every profile must settle, with a first value to change.
std::string facts_text(const Site& site) {
  std::string text = "facts:               # dimensions that hold for everybody here\n";
  bool some = false;
  for (const std::string& fact : site.requires_.facts) {
    const int index = site.find_dimension(fact);
    if (index < 0) continue;
    std::vector<std::string> values;
    for (const DimensionValue& value : site.dimensions[static_cast<std::size_t>(index)].values)
      values.push_back(value.id);
    text += fmt::format("  {}: {}    # one of: {}\n", fact, values.front(), join(values, ", "));
    some = true;
  }
  return some ? text : "";
}

/// Contacts and links as comments: an invented name must not reach a reader, and `check` asks for each.
std::string people_text(const Site& site) {
  std::string text;
  if (!site.requires_.contacts.empty()) {
    text += "# Take away the # and fill in; `tailorbird check` names what is missing.\n# contacts:\n";
    for (const std::string& role : site.requires_.contacts) {
      text +=
          fmt::format("#   {}:             # {}\n#     name: \"\"\n#     phone: \"\"\n#     email: \"\"\n",
                      role, site.role_label(role, site.languages.empty() ? "" : site.languages.front()));
    }
  }
  if (!site.requires_.links.empty()) {
    text += "# links:\n";
    for (const std::string& link : site.requires_.links)
      text += fmt::format("#   {}: {{label: \"\", url: \"https://\"}}\n", link);
  }
  return text;
}

/// The keys of a map as comments, with what each is for.
std::string commented_fields(const Shape& shape, const std::string& indent) {
  std::string text;
  for (const FieldInfo& field : shape.fields) {
    if (field.of != nullptr) {
      text += fmt::format("# {}{}:\n{}", indent, field.key, commented_fields(field.of(), indent + "  "));
    } else {
      text += fmt::format("# {}{}: \"\"    # {}\n", indent, field.key, field.doc);
    }
  }
  return text;
}

/// The roll-out as comments, where the content has documents for it.
std::string rollout_text(const Project& project) {
  if (std::none_of(project.pages.begin(), project.pages.end(), is_kit_page)) return {};
  return "# Take away the # for a roll-out kit: documents for those who bring the guidance in.\n# "
         "rollout:\n" +
         commented_fields(rollout_shape(), "  ");
}

std::string profile_text(const Project& project, const std::string& id) {
  const Site& site = project.site;
  const std::string language = site.languages.empty() ? "en" : site.languages.front();
  std::string bundles = "bundles:\n";
  const Dimension* dimension = site.dimensions.empty() ? nullptr : &site.dimensions.front();
  if (dimension == nullptr) bundles += "  - id: everyone\n    formats: [site]\n";
  for (std::size_t index = 0; dimension != nullptr && index < dimension->values.size(); ++index) {
    const std::string& value = dimension->values[index].id;
    bundles += fmt::format("  - id: {}\n    fixed: {{{}: {}}}\n    formats: [site]\n", value, dimension->id,
                           in_quotes(value));
  }
  return fmt::format(
      "# One organisation: who to call, and who gets what.\norganisation:\n  name: {}\nlanguages: "
      "[{}]\n{}{}{}{}",
      in_quotes(title_from(id)), language, facts_text(site), people_text(site), rollout_text(project),
      bundles);
}

Exit run_new_profile(const NewOptions& options) {
  const Result<ProjectRead> read = read_project(options.root);
  if (!read) return could_not_run(read.error());
  if (const auto refused = refused_name(options.name + ".html");
      refused || options.name.find('/') != std::string::npos) {
    const std::string better = better_name(options.name);
    return could_not_run(Error{
        fmt::format("a profile cannot be called `{}`; {}", options.name,
                    better.empty() ? std::string(allowed_names) : fmt::format("what about `{}`?", better))});
  }
  const fs::path path = fs::path(options.root) / "profiles" / (options.name + ".yaml");
  if (auto written = write_new(path, profile_text(read->project, options.name)); !written) {
    return could_not_run(written.error());
  }
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<NewOptions>();  // shared: the parser and the returned function need it
  CLI::App* page = app.add_subcommand("page", "A new page with its front matter: manager/plan/first-talk");
  page->add_option("PATH", options->name,
                   "Where, below content/: manager/plan/first-talk, or with its language in front")
      ->required();
  declare_root(*page, options->root);
  CLI::App* profile = app.add_subcommand("profile", "A new organisation, ready to be filled in");
  profile->add_option("ID", options->name, "A short name in lower case: it becomes a folder in dist/")
      ->required();
  declare_root(*profile, options->root);
  app.require_subcommand(1);
  return [options, page] { return page->parsed() ? run_new_page(*options) : run_new_profile(*options); };
}

}  // namespace

const Command new_command{"new", "Add a page or an organisation",
                          "Adds a page with its front matter, or the profile of an organisation, ready to be "
                          "filled in. Existing files are not overwritten.",
                          "tailorbird new page manager/plan/first-talk   in the first language\n"
                          "tailorbird new page nl/manager/plan/index\n"
                          "tailorbird new profile meander",
                          declare};

}  // namespace tailorbird
