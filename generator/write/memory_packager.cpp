#include "write/memory_packager.hpp"

namespace tailorbird {

Result<void> MemoryPackager::add(std::string_view language, const FinishedFile& file) {
  return sink_.put(language, file.path, file.bytes);
}

Result<void> MemoryPackager::finish(Diagnostics& /*diagnostics*/) {
  files_ = {sink_.files().begin(), sink_.files().end()};
  return {};
}

}  // namespace tailorbird
