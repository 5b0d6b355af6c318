#include "model/profile.hpp"

#include <algorithm>

namespace tailorbird {

const Contact* Profile::find_contact(std::string_view role) const {
  const auto at = std::find_if(contacts.begin(), contacts.end(), [&](const Contact& one) { return one.role == role; });
  return at == contacts.end() ? nullptr : &*at;
}

const ProfileLink* Profile::find_link(std::string_view link) const {
  const auto at = std::find_if(links.begin(), links.end(), [&](const ProfileLink& one) { return one.name == link; });
  return at == links.end() ? nullptr : &*at;
}

}  // namespace tailorbird
