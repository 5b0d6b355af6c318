#pragma once
// Unpacks every entry of a package once: only that shows whether a learning system could. Private to
// package/.

#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "package/zip_directory.hpp"

namespace tailorbird {

inline constexpr std::uint64_t largest_package = 4ULL << 30U;  // bytes, of the zip and of all that is in it
inline constexpr std::size_t largest_text = std::size_t{16} << 20U;  // bytes of a text that is read

struct Unpacked {
  std::map<std::string, std::string> texts;  // of XML, HTML and JS; no more than `largest_text` of each
  std::vector<std::string> damaged;          // entries whose data do not become what the directory says
  bool is_all = true;                        // false: some entries were not unpacked, or not whole
  bool is_refused = false;                   // the file cannot be opened as the zip that its directory shows
  bool is_too_large = false;                 // more than `largest_package`; what is beyond is not unpacked
};

/// Entries that the rules refuse for their form (encrypted, another method, headers that disagree) are left
/// out.
Unpacked unpack_entries(const fs::path& path, const ZipDirectory& directory);

}  // namespace tailorbird
