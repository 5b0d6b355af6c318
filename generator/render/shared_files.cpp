#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/names.hpp"
#include "base/strings.hpp"
#include "read/pages/svg.hpp"
#include "read/yaml/text_checks.hpp"
#include "render/colours.hpp"
#include "render/component_data.hpp"
#include "render/render.hpp"
#include "text/direction.hpp"

namespace tailorbird {
namespace {

/// The ending of a path in lower case, with the dot: ".svg".
std::string ending(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string{} : ascii_lower(path.substr(dot));
}

struct ColourRole {
  std::string_view name;      // in messages, as the profile writes it
  std::string_view property;  // in CSS
  const std::string& value;
  const SourceRange& value_at;
};

/// Where a value of the profile stands, or, when it was not written, the profile.
SourceRange place_in(const Profile& profile, const SourceRange& value_at) {
  return value_at.file.empty() ? SourceRange{profile.file, {}, 0} : value_at;
}

/// A colour role's custom properties on one kind of background: `surface` is the theme's least favourable
/// one.
std::string declarations(std::string_view property, const Rgb& wanted, const Rgb& surface,
                         const Rgb& tinted) {
  const Rgb used = readable_on(surface, wanted);
  return fmt::format("{0}:{1};{0}-tint:{2};", property, colour_text(used), colour_text(tint(tinted, used)));
}

std::string colours_css(const Theme& theme, const Profile& profile, Diagnostics& diagnostics) {
  const Rgb white{1, 1, 1};
  const Rgb light_surface = parse_colour(theme.surface_light).value_or(white);
  const Rgb dark_surface = parse_colour(theme.surface_dark).value_or(Rgb{0, 0, 0});
  std::string light;
  std::string dark;
  const auto roles = std::to_array<ColourRole>({{"primary", "--primary", profile.primary, profile.primary_at},
                                                {"accent", "--accent", profile.accent, profile.accent_at}});
  for (const ColourRole& role : roles) {
    const auto wanted = parse_colour(role.value);
    if (!wanted) continue;  // reading the profile reported it; the theme's own colour stays
    const std::string used = colour_text(readable_on(light_surface, *wanted));
    if (used != colour_text(*wanted)) {
      diagnostics.add("colour-contrast", place_in(profile, role.value_at),
                      "the colour `" + std::string(role.name) + "` (" + role.value +
                          ") is too light for text on this theme's background; " + used + " is used instead",
                      "Write " + used + ", or a darker colour of your own.");
    }
    light += declarations(role.property, *wanted, light_surface, white);
    dark += declarations(role.property, *wanted, dark_surface, dark_surface);
  }
  return ":root{" + light + "}\n@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}\n";
}

/// The reader's choices: dimension → values that this bundle leaves open.
nlohmann::ordered_json open_values(const Site& site, const ReaderSet& space) {
  auto dimensions = nlohmann::ordered_json::object();
  for (std::size_t index = 0; index < site.dimensions.size(); ++index) {
    if (space.fixed(index)) continue;
    const Dimension& dimension = site.dimensions[index];
    auto values = nlohmann::ordered_json::array();
    for (std::size_t value = 0; value < dimension.values.size(); ++value) {
      if ((space.possible[index] >> value & 1U) != 0) values.push_back(dimension.values[value].id);
    }
    dimensions[dimension.id] = std::move(values);
  }
  return dimensions;
}

/// What scripts need to know about the edition: the theme's words with keys that begin with `script-`, and
/// the reader's choices.
std::string words_script(const Theme& theme, std::string_view language, const Site& site,
                         const ReaderSet& space) {
  nlohmann::json said = nlohmann::json::object();
  const auto words = theme.words.find(theme.words_language(language));
  if (words != theme.words.end()) {
    constexpr std::string_view prefix = "script-";
    for (const auto& [key, text] : words->second) {
      if (key.starts_with(prefix)) said[key.substr(prefix.size())] = text;
    }
  }
  // An HTML page may hold the script itself: nothing in it may end the element.
  return "window.tailorbirdWords=" + replace_all(said.dump(-1, ' ', true), "</", "<\\/") +
         ";\nwindow.tailorbirdDimensions=" + open_values(site, space).dump(-1, ' ', true) + ";\n";
}

/// One of the profile's logos, as it is handed out at `path`.
std::optional<OutputFile> logo_file(const Profile& profile, const ProfilePicture& logo, std::string path,
                                    const fs::path& root, Diagnostics& diagnostics, const Files& files) {
  if (logo.file.empty()) return std::nullopt;
  const auto refuse = [&](std::string_view code, SourceRange where, std::string message) {
    diagnostics.add(code, std::move(where), std::move(message));
    return std::nullopt;
  };
  if (!is_picture(logo.file)) {
    return refuse("logo-unusable", place_in(profile, logo.at),
                  "the logo `" + logo.file + "` is not an svg, png, jpg or gif file");
  }
  Result<std::string> bytes = files.read(root / logo.file);
  if (!bytes) {
    const Result<FileStatus> status = files.stat(root / logo.file);
    if (!status || status->kind != FileStatus::Kind::missing)
      return refuse("file-unreadable", {logo.file, {}, 0}, bytes.error().message);
    return refuse("logo-unusable", place_in(profile, logo.at),
                  "the logo `" + logo.file + "` cannot be read: " + bytes.error().message);
  }
  if (ending(logo.file) == ".svg") {
    SvgCopy copy = copy_svg(*bytes);
    if (copy.problem) {
      return refuse("svg-unsafe", {logo.file, position_at(*bytes, copy.problem->offset), 1},
                    "the picture `" + logo.file + "` holds " + copy.problem->what);
    }
    return OutputFile{std::move(path), std::move(copy.bytes)};
  }
  return OutputFile{std::move(path), *bytes};
}

Value language_choices(const Theme& theme, const Project& project, const Bundle& bundle, Entries& entries) {
  Value list = empty_list();
  for (const std::string& language : bundle.languages) {
    const std::string_view name =
        theme.words.contains(language) ? theme.word(language, "language-name") : language;
    Value entry = empty_object();
    entry["code"] = text_value(language);
    entry["name"] = text_value(name);
    entry["title"] = text_value(project.site.title.in(language));
    entry["bundle-title"] = text_value(bundle.title.in(language));
    entry["href"] = text_value(language + "/index.html");
    list.push_back(entries.reference(entries.add(std::move(entry))));
  }
  return list;
}

/// index.html of the bundle: which language? The question is in each language and needs no script.
std::string language_choice(const Theme& theme, const Profile& profile, const Bundle& bundle,
                            const Project& project, Diagnostics& diagnostics) {
  const std::string& language = bundle.languages.front();
  Entries entries(Entries::Owner::page);
  const Entries none(Entries::Owner::edition);
  Value names = empty_object();
  names["language"] = text_value(language);
  names["right-to-left"] = Value(is_right_to_left(language));
  names["root"] = Value(false);
  names["up"] = text_value(language + "/");
  names["title"] = text_value(project.site.title.in(language));
  names["summary"] = Value(false);
  names["organisation"] = text_value(profile.name.in(language));
  const std::string_view short_name = profile.short_name.in(language);
  names["organisation-short"] = text_value(short_name.empty() ? profile.name.in(language) : short_name);
  names["logo"] = text_value(logo_path(profile));
  names["logo-dark"] = text_value(dark_logo_path(profile));
  set_list(names, "languages", language_choices(theme, project, bundle, entries));
  Scope scope(none, entries);
  scope.push(&names);
  Templates::Lease templates(*theme.templates, theme.words_language(language));
  return FragmentRenderer(templates, scope, entries, diagnostics).with_template("layouts/languages");
}

}  // namespace

std::string logo_path(const Profile& profile) {
  return profile.logo.file.empty() ? std::string{} : "assets/logo" + ending(profile.logo.file);
}

std::string dark_logo_path(const Profile& profile) {
  return profile.logo_dark.file.empty() ? std::string{} : "assets/logo-dark" + ending(profile.logo_dark.file);
}

std::vector<OutputFile> shared_files(const Theme& theme, const Profile& profile, const Bundle& bundle,
                                     const Project& project, const fs::path& root, Diagnostics& diagnostics,
                                     const Files& input) {
  std::vector<OutputFile> files;
  for (const auto& [path, bytes] : theme.assets) files.push_back({path, bytes});
  files.push_back({"assets/colours.css", colours_css(theme, profile, diagnostics)});
  for (const std::string& language : bundle.languages) {
    if (!theme.words.contains(language)) {
      diagnostics.add(
          "theme-language-missing", {"themes/" + theme.name, {}, 0},
          "the theme `" + theme.name + "` has no words in `" + language + "`; English ones are shown");
    }
    files.push_back(
        {"assets/words-" + language + ".js", words_script(theme, language, project.site, bundle.space)});
  }
  for (const auto& logo :
       {logo_file(profile, profile.logo, logo_path(profile), root, diagnostics, input),
        logo_file(profile, profile.logo_dark, dark_logo_path(profile), root, diagnostics, input)}) {
    if (logo) files.push_back(*logo);
  }
  files.push_back({"index.html", language_choice(theme, profile, bundle, project, diagnostics)});
  return files;
}

}  // namespace tailorbird
