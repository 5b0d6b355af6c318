#include "base/uuid.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"

namespace tailorbird {

std::string uuid_address(std::string_view name) {
  std::string digits = sha256_hex(name).substr(0, 32);
  digits[12] = '8';  // the version
  digits[16] = 'a';  // the variant
  const std::string_view all = digits;
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", all.substr(0, 8), all.substr(8, 4), all.substr(12, 4),
                     all.substr(16, 4), all.substr(20));
}

}  // namespace tailorbird
