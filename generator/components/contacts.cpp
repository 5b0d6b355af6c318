// People who can help, from the organisation's profile.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "components/all_components.hpp"
#include "components/part_values.hpp"
#include "diag/suggest.hpp"
#include "text/mail_words.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "title"},
    {.name = "roles", .kind = AttributeSpec::Kind::words},
});

std::vector<std::string> role_ids(const Site& site) {
  std::vector<std::string> ids;
  for (const auto& role : site.roles) ids.push_back(role.first);
  return ids;
}

void check(const ComponentCheck& check) {
  const std::vector<std::string> known = role_ids(check.site);
  for (const std::string_view role : words(attribute(check.use.root.attributes, "roles"))) {
    if (std::find(known.begin(), known.end(), role) != known.end()) continue;
    check.at(check.use.root, "roles", "unknown-role", fmt::format("no role `{}`", role),
             suggestion(role, known));
  }
}

TailoredPart person(const Contact& contact, const ComponentContext& context) {
  const std::string_view own = contact.label.in(context.language);
  const std::string_view label = own.empty() ? context.site.role_label(contact.role, context.language) : own;
  return made_part("person", {
                                 {"role", contact.role},
                                 {"role-label", std::string(label)},
                                 {"name", std::string(contact.name.in(context.language))},
                                 {"phone", contact.phone},
                                 {"phone-href", phone_href(contact.phone)},
                                 {"email", contact.email},
                                 {"email-name", std::string(mail_words(contact.email).name)},
                                 {"email-host", std::string(mail_words(contact.email).host)},
                                 {"url", contact.url},
                                 {"hours", std::string(contact.hours.in(context.language))},
                                 {"note", std::string(contact.note.in(context.language))},
                             });
}

/// Adds the people in the roles of the attribute `roles`, in its order; without it all roles of the site.
void prepare(TailoredPart& component, const ComponentContext& context) {
  const std::string roles(attribute(component.attributes, "roles"));
  if (roles.empty()) {
    for (const Contact& contact : context.profile.contacts)
      component.children.push_back(person(contact, context));
    return;
  }
  for (const std::string_view role : words(roles)) {
    const Contact* contact = context.profile.find_contact(role);
    if (contact != nullptr) component.children.push_back(person(*contact, context));
  }
}

}  // namespace

const ComponentSpec contacts_component = {
    .name = "contacts",
    .summary = "People who can help, from the profile",
    .attributes = attributes,
    .adds = "person",
    .check = check,
    .prepare = prepare,
};

}  // namespace tailorbird
