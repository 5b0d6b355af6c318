#include "build/delivery.hpp"

#include <fmt/format.h>

namespace tailorbird {
namespace {

Result<void> swap_in(Staging& staging, std::vector<std::string> units, const BuildRecord& record) {
  if (auto written = staging.write(build_record_name, build_record_text(record)); !written) return written;
  units.emplace_back(build_record_name);
  return staging.commit(units);
}

/// Files that the last build of `now` made outside its units and this one did not, such as the zip after
/// --no-zip: left alone it would be handed on with old content.
BuildEntry left_over(const BuildEntry& before, const BuildEntry& now) {
  std::set<std::string> made;
  for (const WrittenFile& file : now.files) made.insert(file.path);
  BuildEntry left = before;
  std::erase_if(left.files, [&](const WrittenFile& file) { return made.contains(file.path); });
  return left;
}

}  // namespace

std::string record_key(const Profile& profile, const Bundle& bundle, std::string_view format) {
  return fmt::format("{}/{}/{}", profile.id, bundle.id, format);
}

std::set<std::string> wanted_keys(const Project& project) {
  std::set<std::string> keys;
  for (const Profile& profile : project.profiles) {
    for (const Bundle& bundle : profile.bundles) {
      for (const std::string& format : bundle.formats) keys.insert(record_key(profile, bundle, format));
    }
  }
  return keys;
}

Result<Delivered> deliver(Staging& staging, const fs::path& out, Delivery delivery) {
  Result<BuildRecord> old = read_build_record(out);
  if (!old) return old.error();
  BuildRecord& record = delivery.record;
  std::vector<BuildEntry> left;
  for (const auto& [key, entry] : record.entries) {
    if (const auto before = old->entries.find(key); before != old->entries.end()) {
      left.push_back(left_over(before->second, entry));
    }
  }
  record.entries.merge(old->entries);  // what is built now has been entered already and stays

  Delivered result;
  for (const auto& [key, entry] : record.entries) {
    if (!delivery.wanted.contains(key)) (delivery.prune ? result.pruned : result.stale).push_back(key);
  }
  // The entries are taken out after their files: killed in between, the next --prune finds them still listed.
  if (auto swapped = swap_in(staging, std::move(delivery.units), record); !swapped) return swapped.error();
  for (const BuildEntry& entry : left) {
    if (auto removed = remove_entry(out, entry); !removed) return removed.error();
  }
  if (result.pruned.empty()) return result;
  for (const std::string& key : result.pruned) {
    if (auto removed = remove_entry(out, record.entries[key]); !removed) return removed.error();
    record.entries.erase(key);
  }
  if (auto swapped = swap_in(staging, {}, record); !swapped) return swapped.error();
  return result;
}

}  // namespace tailorbird
