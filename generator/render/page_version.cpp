#include "render/page_version.hpp"

#include <cstdint>
#include <fmt/format.h>

#include "base/hash.hpp"

namespace tailorbird {

std::string with_page_version(std::string document) {
  std::size_t hole = document.find(page_version_hole);
  if (hole == std::string::npos) return document;
  const std::uint64_t hash = quick_hash(document);
  const std::string version = fmt::format("{:08x}", hash >> 32U);
  for (; hole != std::string::npos; hole = document.find(page_version_hole, hole + version.size()))
    document.replace(hole, page_version_hole.size(), version);
  return document;
}

}  // namespace tailorbird
