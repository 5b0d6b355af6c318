#include "tailor/variables.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "text/http_hosts.hpp"

namespace tailorbird {
namespace {

/// Addresses were checked when they were read; `http:` is one of the site's `http-hosts`.
std::string outside_href(std::string_view url) {
  return is_web_address(url) ? std::string(url) : std::string();
}

std::string mail_href(std::string_view email) {
  return email.empty() ? std::string() : fmt::format("mailto:{}", email);
}

/// The fields of a contact, `contact.ROLE.FIELD`.
struct ContactField {
  std::string_view name;
  VariableValue (*value)(const Contact& contact, std::string_view language);
};

constexpr auto contact_fields = std::to_array<ContactField>({
    {"name",
     [](const Contact& c, std::string_view l) {
       return VariableValue{std::string(c.name.in(l)), {}};
     }},
    {"phone",
     [](const Contact& c, std::string_view) {
       return VariableValue{c.phone, phone_href(c.phone)};
     }},
    {"email",
     [](const Contact& c, std::string_view) {
       return VariableValue{c.email, mail_href(c.email)};
     }},
    {"url",
     [](const Contact& c, std::string_view) {
       return VariableValue{c.url, outside_href(c.url)};
     }},
    {"hours",
     [](const Contact& c, std::string_view l) {
       return VariableValue{std::string(c.hours.in(l)), {}};
     }},
    {"note",
     [](const Contact& c, std::string_view l) {
       return VariableValue{std::string(c.note.in(l)), {}};
     }},
});

bool is_contact_field(std::string_view name) {
  return std::any_of(contact_fields.begin(), contact_fields.end(),
                     [&](const auto& field) { return field.name == name; });
}

/// The text as an address, if links to it are allowed. It has not been checked before.
std::string checked_href(std::string_view text, const Site& site) {
  const bool may_be_linked = text.starts_with("https:") || is_http_to(text, site.http_hosts);
  return may_be_linked ? std::string(text) : std::string();
}

/// Adds a value unless it is empty, which counts as missing.
void put(VariableMap& variables, std::string name, VariableValue value) {
  if (!value.text.empty()) variables.insert_or_assign(std::move(name), std::move(value));
}

void put_texts(VariableMap& variables, const std::map<std::string, LocalizedText, std::less<>>& texts,
               const Site& site, std::string_view language) {
  for (const auto& [name, text] : texts) {
    put(variables, name, {std::string(text.in(language)), checked_href(text.in(language), site)});
  }
}

bool is_role(const Site& site, std::string_view role) {
  return std::any_of(site.roles.begin(), site.roles.end(),
                     [&](const auto& one) { return one.first == role; });
}

bool some_profile_has_link(const Project& project, std::string_view name) {
  const auto& required = project.site.requires_.links;
  return std::find(required.begin(), required.end(), name) != required.end() ||
         std::any_of(project.profiles.begin(), project.profiles.end(),
                     [&](const Profile& profile) { return profile.find_link(name) != nullptr; });
}

bool some_place_has_variable(const Project& project, std::string_view name) {
  return project.site.variables.contains(name) ||
         std::any_of(project.profiles.begin(), project.profiles.end(),
                     [&](const Profile& profile) { return profile.variables.contains(name); });
}

bool some_profile_has_rollout(const Project& project, std::string_view name) {
  return std::any_of(project.profiles.begin(), project.profiles.end(), [&](const Profile& profile) {
    return profile.rollout && (profile.rollout->texts.contains(name) || name == "start" || name == "address");
  });
}

void put_rollout(VariableMap& variables, const Rollout& rollout, std::string_view language) {
  for (const auto& [name, text] : rollout.texts)
    put(variables, "rollout." + name, {std::string(text.in(language)), {}});
  put(variables, "rollout.address", {rollout.address, outside_href(rollout.address)});
}

/// Does not name the profile, so that a misspelt name is one finding for all organisations.
std::string unknown_variable_fix(const Edition& edition, std::string_view name) {
  std::vector<std::string> known;
  for (const auto& [one, value] : edition.variables) known.push_back(one);
  if (const std::string meant = nearest(name, known); !meant.empty())
    return fmt::format("did you mean `{}`?", meant);
  constexpr std::string_view link = "link.";
  if (name.starts_with(link))
    return fmt::format("correct the name, or add `{}` under `links` in each profile",
                       name.substr(link.size()));
  if (name.starts_with("rule.")) return "correct the name, or add the rule to content/rules.yaml";
  if (name.starts_with("contact."))
    return "write `contact.ROLE.name` (or `.phone`, `.email`, `.url`, `.hours`, `.note`), with a role of "
           "content/site.yaml";
  return fmt::format("correct the name, or add `{}` under `variables` in each profile", name);
}

}  // namespace

VariableMap make_variables(const Site& site, const Profile& profile, std::string_view language) {
  VariableMap variables;
  put_texts(variables, site.variables, site, language);
  put_texts(variables, profile.variables, site, language);
  const std::string_view name = profile.name.in(language);
  const std::string_view short_name = profile.short_name.in(language);
  put(variables, "organisation.name", {std::string(name), {}});
  put(variables, "organisation.short", {std::string(short_name.empty() ? name : short_name), {}});
  for (const Contact& contact : profile.contacts) {
    for (const ContactField& field : contact_fields) {
      put(variables, fmt::format("contact.{}.{}", contact.role, field.name), field.value(contact, language));
    }
  }
  if (profile.rollout) put_rollout(variables, *profile.rollout, language);
  for (const ProfileLink& link : profile.links) {
    const std::string_view label = link.label.in(language);
    put(variables, "link." + link.name,
        {std::string(label.empty() ? std::string_view(link.url) : label), outside_href(link.url)});
  }
  return variables;
}

MissingVariable missing_variable(const Edition& edition, std::string_view name) {
  const std::string& file = edition.profile->file;
  const std::string message = fmt::format("`{}` has no value in `{}`", name, file);
  const std::vector<std::string_view> parts = split(name, '.');
  if (parts.size() == 3 && parts[0] == "contact" && is_role(edition.project->site, parts[1]) &&
      is_contact_field(parts[2])) {
    return {message, fmt::format("fill in `{}` of `{}` under `contacts` in `{}`", parts[2], parts[1], file)};
  }
  if (parts.size() == 2 && parts[0] == "link" && some_profile_has_link(*edition.project, parts[1])) {
    return {message, fmt::format("add `{}` under `links` in `{}`", parts[1], file)};
  }
  constexpr std::string_view rollout = "rollout.";
  if (name.starts_with(rollout) && some_profile_has_rollout(*edition.project, name.substr(rollout.size()))) {
    return {message, fmt::format("fill in `{}` under `rollout` in `{}`", name.substr(rollout.size()), file)};
  }
  if (parts.size() == 2 && parts[0] == "organisation" && (parts[1] == "name" || parts[1] == "short")) {
    return {message, fmt::format("fill in `{}` under `organisation` in `{}`", parts[1], file)};
  }
  if (some_place_has_variable(*edition.project, name)) {
    return {message,
            fmt::format("give `{}` a text in `{}` under `variables` in `{}`", name, edition.language, file)};
  }
  return {fmt::format("no variable `{}`", name), unknown_variable_fix(edition, name)};
}

}  // namespace tailorbird
