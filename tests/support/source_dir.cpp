#include "support/source_dir.hpp"

namespace tailorbird::test {

std::filesystem::path source_dir() { return TAILORBIRD_SOURCE_DIR; }

}  // namespace tailorbird::test
