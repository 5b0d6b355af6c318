#include "build/version.hpp"

namespace tailorbird {

std::string_view version() {
  return TAILORBIRD_VERSION;
}  // set for this file alone, in generator/CMakeLists.txt

}  // namespace tailorbird
