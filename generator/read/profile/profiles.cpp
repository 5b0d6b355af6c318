#include "read/profile/profiles.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "base/files.hpp"
#include "base/names.hpp"
#include "diag/suggest.hpp"
#include "read/profile/bundles.hpp"
#include "read/profile/contacts.hpp"
#include "read/profile/extends.hpp"
#include "read/profile/requirements.hpp"
#include "read/profile/rollout.hpp"
#include "read/schema/keyed_maps.hpp"
#include "read/site/learning.hpp"
#include "read/site/responsibilities.hpp"
#include "read/yaml/yaml_file.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view folder = "profiles/";

struct ProfileDraft : Profile {
  const ProfilesSource* source = nullptr;
  BundleContext context;
  bool certain = true;  // its facts are known
};

void already_followed(ProfileDraft&, const YamlNode&, const FieldInfo&, ReadContext&) {}  // extends.hpp

void read_profile_languages(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                            ReadContext& reading) {
  profile.languages = read_site_languages(value, info.key, reading);
  profile.context.languages = profile.languages;
  reading.languages = profile.languages;
}

// --- The organisation ---

constexpr auto colour_fields = std::to_array<Field<ProfileDraft>>({
    {{"primary", Kind::colour, Need::optional, "for headings and buttons: \"#0b5d5b\""},
     into_with_place<&Profile::primary, &Profile::primary_at>},
    {{"accent", Kind::colour, Need::optional, "for what stands out: \"#c8553d\""},
     into_with_place<&Profile::accent, &Profile::accent_at>},
});

void read_colours(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  read_map<ProfileDraft>(profile, value, {fmt::format("`{}`", info.key), reading.range(value)}, colour_fields,
                         reading);
}

template <ProfilePicture Profile::*picture>
void read_logo(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto name = read_value<std::string>(value, info, reading);
  if (!name || name->empty()) return;
  const std::string file = std::string(folder) + normalise_path(*name);
  const std::vector<std::string>& all = profile.source->other_files;
  if (std::find(all.begin(), all.end(), file) != all.end()) {
    profile.*picture = {file, reading.range(value)};
    return;
  }
  std::vector<std::string> beside;
  for (const std::string& other : all) {
    if (other.find('/', folder.size()) == std::string::npos) beside.push_back(other.substr(folder.size()));
  }
  reading.diagnostics.add("logo-missing", reading.range(value), fmt::format("no file `{}`", file),
                          suggestion(*name, beside));
}

constexpr auto organisation_fields = std::to_array<Field<ProfileDraft>>({
    {{"name", Kind::localized, Need::required, "what the organisation is called"}, into<&Profile::name>},
    {{"short", Kind::localized, Need::optional, "a shorter name for narrow places"},
     into<&Profile::short_name>},
    {{"logo", Kind::file, Need::optional, "a picture beside the profile: hospital.svg"},
     read_logo<&Profile::logo>},
    {{"logo-dark", Kind::file, Need::optional,
      "the logo for pages in dark mode; default: `logo` on a light ground"},
     read_logo<&Profile::logo_dark>},
    {{"colours", Kind::object, Need::optional, "of the organisation", colours_shape}, read_colours},
});

void read_organisation(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                       ReadContext& reading) {
  read_map<ProfileDraft>(profile, value, {fmt::format("`{}`", info.key), reading.range(value)},
                         organisation_fields, reading);
}

void read_facts(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  auto space = narrowed_by(profile.context.space, value, {info.key, true, nullptr}, reading);
  profile.certain = profile.certain && space.has_value();
  if (space) profile.context.space = std::move(*space);
  profile.context.facts = &value;
}

void read_theme_name(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                     ReadContext& reading) {
  const auto name = read_value<std::string>(value, info, reading);
  if (!name || name->empty()) return;
  profile.theme = *name;
  profile.theme_at = reading.range(value);
}

void read_overlay(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto name = read_value<std::string>(value, info, reading);
  if (!name || name->empty()) return;
  const std::string overlay = std::string(folder) + normalise_path(*name);
  const std::vector<std::string>& all = profile.source->other_files;
  if (std::any_of(all.begin(), all.end(),
                  [&](const std::string& file) { return file.starts_with(overlay + "/"); })) {
    profile.overlay = overlay;
    return;
  }
  std::set<std::string> folders;
  for (const std::string& file : all) {
    const std::size_t end = file.find('/', folder.size());
    if (end != std::string::npos) folders.insert(file.substr(folder.size(), end - folder.size()));
  }
  reading.diagnostics.add("overlay-missing", reading.range(value), fmt::format("no files in `{}/`", overlay),
                          suggestion(*name, {folders.begin(), folders.end()}));
}

// --- People, links, texts ---

void read_profile_contacts(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                           ReadContext& reading) {
  profile.contacts = read_contacts(value, info.key, reading);
}

void read_profile_links(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                        ReadContext& reading) {
  profile.links = read_links(value, info.key, reading);
}

void read_profile_variables(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                            ReadContext& reading) {
  for (auto& [name, text] : read_localized_map(value, info.key, "a variable", reading))
    profile.variables[name] = std::move(text);
}

void read_changes(ProfileDraft& profile, const YamlNode& value, const FieldInfo&, ReadContext& reading) {
  profile.responsibilities = changed_responsibilities(*reading.site, value, reading);
}

void read_profile_completion(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                             ReadContext& reading) {
  read_completion(profile.context.learning, value, info, reading);
}

void read_profile_tracking(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                           ReadContext& reading) {
  profile.context.learning.tracking = read_tracking(value, info, reading);
}

void read_profile_scorm(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                        ReadContext& reading) {
  read_scorm(profile.context.learning, value, info, reading);
}

void read_profile_bundles(ProfileDraft& profile, const YamlNode& value, const FieldInfo&,
                          ReadContext& reading) {
  profile.bundles = read_bundles(value, profile.context, reading);
}

void read_profile_rollout(ProfileDraft& profile, const YamlNode& value, const FieldInfo& info,
                          ReadContext& reading) {
  profile.rollout = read_rollout(value, info.key, reading);
}

// In the order of reading: languages and facts before what depends on them.
constexpr auto profile_fields = std::to_array<Field<ProfileDraft>>({
    {{"extends", Kind::text, Need::optional, "another profile to start from: _base"}, already_followed},
    {{"languages", Kind::words, Need::required, "the first one is offered first: [nl, en]", nullptr,
      Names::languages},
     read_profile_languages},
    {{"organisation", Kind::object, Need::required, "who it is for", organisation_shape}, read_organisation},
    {{"facts", Kind::condition, Need::optional,
      "dimensions that hold for everybody here: {jurisdiction: nl}"},
     read_facts},
    {{"theme", Kind::id, Need::optional, "what it looks like; default: default"}, read_theme_name},
    {{"overlay", Kind::file, Need::optional, "a folder beside this file whose files replace or add pages"},
     read_overlay},
    {{"contacts", Kind::map_of, Need::optional, "people by role", contact_shape, Names::roles},
     read_profile_contacts},
    {{"links", Kind::map_of, Need::optional, "addresses by name", link_shape}, read_profile_links},
    {{"variables", Kind::localized_map, Need::optional, "values for `{{< var name >}}`"},
     read_profile_variables},
    {{"responsibilities", Kind::list_of, Need::optional,
      "rows that differ from content/responsibilities.yaml", responsibility_change_shape},
     read_changes},
    {{"quick-exit", Kind::url, Need::optional, "shows \"leave this page\", which goes there"},
     into<&Profile::quick_exit>},
    {{"completion", Kind::text, Need::optional,
      "when a learning system hears \"completed\"; default: as site.yaml says", nullptr, Names::any,
      completion_choices},
     read_profile_completion},
    {{"tracking", Kind::text, Need::optional,
      "what a learning system is told: status, place or pages; default: as site.yaml says", nullptr,
      Names::any, tracking_choices},
     read_profile_tracking},
    {{"scorm", Kind::object, Need::optional, "packages for learning systems; default: as site.yaml says",
      scorm_shape},
     read_profile_scorm},
    {{"rollout", Kind::object, Need::optional, "how it is brought in; with it comes a roll-out kit",
      rollout_shape},
     read_profile_rollout},
    {{"bundles", Kind::list_of, Need::required, "what each group of readers gets", bundle_shape},
     read_profile_bundles},
});

Profile read_profile(const std::string& id, const ProfilesSource& source, const ExtendedProfile& extended,
                     ReadContext& reading) {
  ProfileDraft profile;
  profile.id = id;
  profile.file = std::string(folder) + id + ".yaml";
  profile.source = &source;
  profile.context.space = reading.site->everybody();
  profile.context.formats = source.formats;
  std::erase(profile.context.formats, kit_id);  // comes with `rollout`
  profile.context.learning = reading.site->learning;
  profile.responsibilities = reading.site->responsibilities.rows;
  profile.certain = extended.complete;
  reading.languages.clear();
  read_map<ProfileDraft>(profile, extended.root, {"the profile", {profile.file, {}, 0}}, profile_fields,
                         reading);
  if (extended.complete && !reading.fragment)
    check_requirements(profile, *reading.site, extended.root, reading);
  if (profile.rollout) profile.bundles.push_back(kit_bundle(profile, profile.context.space));
  if (!profile.certain) profile.bundles.clear();
  return profile;
}

/// "profiles/meander.yaml" → "meander".
std::string id_of(const std::string& file) {
  return file.substr(folder.size(), file.size() - folder.size() - std::string_view(".yaml").size());
}

bool check_profile_name(const std::string& id, const std::string& file, ReadContext& reading) {
  if (const std::string_view keeper = reserved_by(id); !keeper.empty()) {
    reading.diagnostics.add("file-name-reserved", {file, {}, 0},
                            fmt::format("`{}` is a name that {} keeps for itself", id, keeper));
    return false;
  }
  if (is_id(id.starts_with('_') ? std::string_view(id).substr(1) : std::string_view(id))) return true;
  reading.diagnostics.add("file-name", {file, {}, 0},
                          fmt::format("`{}` cannot be the name of a profile", id));
  return false;
}

/// A profile that is only there to be extended, and has nothing to give.
void check_base_says_something(const std::string& id, const YamlNode& node, const std::string& file,
                               ReadContext& reading) {
  if (!id.starts_with('_') || node.kind != YamlNode::Kind::map || !node.entries.empty()) return;
  reading.diagnostics.add("value-empty", {file, {}, 0},
                          fmt::format("`{}` says nothing, and profiles can get nothing from it", id),
                          fmt::format("Write what they share, or remove the file and `extends: {}`.", id));
}

ProfileNodes parse_all(const ProfilesSource& source, ReadContext& reading) {
  ProfileNodes nodes;
  for (const TextFile& file : source.files) {
    const std::string id = id_of(file.file);
    YamlNode node = read_yaml_file(file, reading);
    check_base_says_something(id, node, file.file, reading);
    if (check_profile_name(id, file.file, reading)) nodes.emplace(id, std::move(node));
  }
  return nodes;
}

/// Base profiles that nothing extends yet are checked too, so that their mistakes show now and not on first
/// use.
void check_unused_bases(const ProfilesSource& source, const ProfileNodes& nodes,
                        const std::set<std::string>& used, ReadContext& reading) {
  reading.fragment = true;
  for (const auto& [id, node] : nodes) {
    if (!id.starts_with('_') || used.contains(id)) continue;
    read_profile(id, source, extended_profile(nodes, id, reading), reading);
  }
}

}  // namespace

const Shape& profile_shape() {
  static const Shape shape =
      shape_of<ProfileDraft>("profile", "One organisation: profiles/<id>.yaml of a Tailorbird project",
                             profile_fields, OtherKeys::none, Inherits::yes);
  return shape;
}

const Shape& organisation_shape() {
  static const Shape shape = shape_of<ProfileDraft>("organisation", "Who the profile is for",
                                                    organisation_fields, OtherKeys::none, Inherits::yes);
  return shape;
}

const Shape& colours_shape() {
  static const Shape shape = shape_of<ProfileDraft>("colours", "The organisation's colours", colour_fields,
                                                    OtherKeys::none, Inherits::yes);
  return shape;
}

ProfilesRead read_profiles(const ProfilesSource& source, const Site& site) {
  ProfilesRead result;
  ReadContext reading;
  reading.site = &site;
  const ProfileNodes nodes = parse_all(source, reading);
  std::set<std::string> used;
  for (const auto& [id, node] : nodes) {
    if (id.starts_with('_')) continue;
    const ExtendedProfile extended = extended_profile(nodes, id, reading);
    used.insert(extended.chain.begin(), extended.chain.end());
    for (const std::string& one : extended.chain)
      result.files[id].push_back(std::string(folder) + one + ".yaml");
    result.profiles.push_back(read_profile(id, source, extended, reading));
  }
  check_unused_bases(source, nodes, used, reading);
  result.diagnostics = std::move(reading.diagnostics);
  return result;
}

}  // namespace tailorbird
