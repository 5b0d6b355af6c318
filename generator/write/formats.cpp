#include <algorithm>
#include <array>

#include "write/all_formats.hpp"
#include "write/format.hpp"

namespace tailorbird {

std::span<const Format> formats() {
  static const std::array table = {
#define FORMAT(descriptor) descriptor,
#include "write/formats.def"
  };
  return table;
}

std::vector<std::string> format_ids() {
  std::vector<std::string> ids;
  for (const Format& format : formats()) ids.emplace_back(format.id);
  return ids;
}

bool is_written_as(const Bundle& bundle, std::string_view id) {
  return std::find(bundle.formats.begin(), bundle.formats.end(), id) != bundle.formats.end();
}

}  // namespace tailorbird
