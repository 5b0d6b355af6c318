#include "model/profile.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tailorbird {

const Contact* Profile::find_contact(std::string_view role) const {
  const auto at =
      std::find_if(contacts.begin(), contacts.end(), [&](const Contact& one) { return one.role == role; });
  return at == contacts.end() ? nullptr : &*at;
}

const ProfileLink* Profile::find_link(std::string_view link) const {
  const auto at =
      std::find_if(links.begin(), links.end(), [&](const ProfileLink& one) { return one.name == link; });
  return at == links.end() ? nullptr : &*at;
}

Tracking default_tracking(const ReaderSet& space, const Site& site) {
  Tracking least = Tracking::place;
  for (std::size_t dimension = 0; dimension < site.dimensions.size(); ++dimension) {
    const std::vector<DimensionValue>& values = site.dimensions[dimension].values;
    for (std::size_t value = 0; value < values.size(); ++value) {
      const bool possible = ((space.possible[dimension] >> value) & 1U) != 0;
      if (possible) least = std::min(least, values[value].tracking);
    }
  }
  return least;
}

Tracking tracking_of(const Bundle& bundle, const Site& site) {
  return bundle.learning.tracking.value_or(default_tracking(bundle.space, site));
}

std::string phone_href(std::string_view phone) {
  // "(0)" is dialled only without the country code.
  const std::string dialled = phone.starts_with('+') ? replace_all(phone, "(0)", "") : std::string(phone);
  std::string digits;
  for (const char c : dialled) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.empty()) return {};
  return (dialled.starts_with('+') ? "tel:+" : "tel:") + digits;
}

}  // namespace tailorbird
