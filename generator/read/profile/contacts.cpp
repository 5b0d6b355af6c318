#include "read/profile/contacts.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "read/schema/keyed_maps.hpp"
#include "read/site/site.hpp"

namespace tailorbird {
namespace {

constexpr auto contact_fields = std::to_array<Field<Contact>>({
    {{"name", Kind::localized, Need::required, "the person or desk"}, into<&Contact::name>},
    {{"role", Kind::localized, Need::optional, "the organisation's own word for the role"},
     into<&Contact::label>},
    {{"phone", Kind::phone, Need::optional, "\"+31 00 000 0101\""}, into<&Contact::phone>},
    {{"email", Kind::email, Need::optional, "name@organisation.example"}, into<&Contact::email>},
    {{"url", Kind::url, Need::optional, "a page about this contact"}, into<&Contact::url>},
    {{"hours", Kind::localized, Need::optional, "when to reach them"}, into<&Contact::hours>},
    {{"note", Kind::localized, Need::optional, "a sentence that helps: Calls are confidential."},
     into<&Contact::note>},
});

constexpr auto link_fields = std::to_array<Field<ProfileLink>>({
    {{"label", Kind::localized, Need::required, "the words that are linked"}, into<&ProfileLink::label>},
    {{"url", Kind::url, Need::required, "where it leads: https://…"}, into<&ProfileLink::url>},
});

}  // namespace

const Shape& contact_shape() {
  static const Shape shape =
      shape_of<Contact>("contact", "A person or desk", contact_fields, OtherKeys::none, Inherits::yes);
  return shape;
}

const Shape& link_shape() {
  static const Shape shape = shape_of<ProfileLink>("link", "An address of the organisation", link_fields,
                                                   OtherKeys::none, Inherits::yes);
  return shape;
}

std::vector<Contact> read_contacts(const YamlNode& map, std::string_view key, ReadContext& reading) {
  std::vector<Contact> contacts;
  const std::vector<std::string> roles = role_ids(*reading.site);
  for (const YamlEntry* entry : named_entries(map, key, "a role", reading)) {
    if (!check_known(entry->key, as_word(entry->key), "role", roles, "unknown-role", reading)) continue;
    Contact contact;
    contact.role = entry->key.text;
    contact.where = reading.range(entry->key);
    read_map<Contact>(contact, entry->value, {fmt::format("the contact `{}`", contact.role), contact.where},
                      contact_fields, reading);
    contacts.push_back(std::move(contact));
  }
  const auto rank = [&](const Contact& one) { return std::find(roles.begin(), roles.end(), one.role); };
  std::stable_sort(contacts.begin(), contacts.end(),
                   [&](const Contact& a, const Contact& b) { return rank(a) < rank(b); });
  return contacts;
}

std::vector<ProfileLink> read_links(const YamlNode& map, std::string_view key, ReadContext& reading) {
  std::vector<ProfileLink> links;
  for (const YamlEntry* entry : named_entries(map, key, "a link", reading)) {
    ProfileLink link;
    link.name = entry->key.text;
    link.where = reading.range(entry->key);
    read_map<ProfileLink>(link, entry->value, {fmt::format("the link `{}`", link.name), link.where},
                          link_fields, reading);
    links.push_back(std::move(link));
  }
  std::sort(links.begin(), links.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return links;
}

}  // namespace tailorbird
