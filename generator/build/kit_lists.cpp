#include "build/kit_lists.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "leak/leak_scan.hpp"
#include "leak/text_prints.hpp"
#include "write/kit/package_lists.hpp"

namespace tailorbird {
namespace {

/// Without the texts of the theme, which might allow more: the kit is then made.
bool may_be_shown(const OutputFile& list, const std::vector<const Edition*>& editions,
                  const LanguageTools& languages) {
  return std::all_of(editions.begin(), editions.end(), [&](const Edition* edition) {
    const LeakScanner scanner(*edition, languages.leak_index(edition->language));
    return scanner.secrets_in(list.path, list.bytes).empty();
  });
}

/// Without its prints, `search` would rule out phrases that only the list contains.
void add_prints(const OutputFile& list, KeptSearch& search) {
  const std::optional<PrintSet> before = PrintSet::read(search.prints);
  if (!before) return;
  PrintSet all;
  all.add(*before);
  all.add(prints_of_file(list.path, list.bytes));
  search.prints = all.text();
  search.has_all_prints = search.has_all_prints && !search.prints.empty();
}

/// With a slash at the end, from the output's folder.
std::string folder_of(const Edition& kit) { return kit.profile->id + "/" + kit.bundle->id + "/"; }

}  // namespace

std::vector<WrittenFile> take_package_lists(const Edition& edition, std::vector<KeptPackage>& packages) {
  const std::string folder = folder_of(edition);
  std::vector<WrittenFile> taken;
  for (KeptPackage& package : packages) {
    std::erase_if(package.files, [&](const WrittenFile& file) {
      const bool is_list = file.path.starts_with(folder) && is_package_list(file.path.substr(folder.size()));
      if (is_list) taken.push_back(file);
      return is_list;
    });
  }
  return taken;
}

bool add_package_lists(const std::vector<const Edition*>& editions, const BuildSetting& setting,
                       const std::vector<WrittenFile>& before, std::vector<KeptPackage>& packages,
                       KeptSearch& search) {
  const Edition& edition = *editions.front();
  const auto delivered = setting.delivered.find(edition.profile);
  if (delivered == setting.delivered.end()) return true;  // the kit is built alone: it has no lists
  std::vector<WrittenFile>& files = packages.front().files;
  for (OutputFile& list : package_lists(edition, delivered->second)) {
    const HashedBytes bytes(list.bytes);
    const WrittenFile file{folder_of(edition) + list.path, bytes.size(), bytes.sha256()};
    const bool is_new = std::find(before.begin(), before.end(), file) == before.end();
    if (is_new && !may_be_shown(list, editions, setting.languages)) return false;
    if (!setting.staging->write_hashed(file.path, bytes)) return false;
    if (is_new) add_prints(list, search);
    files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  return true;
}

}  // namespace tailorbird
