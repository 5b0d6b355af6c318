#include "build/delivery.hpp"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "base/file_state.hpp"
#include "base/hash.hpp"
#include "base/input_files.hpp"

namespace tailorbird {
namespace {

// build.json during the switch.
constexpr std::string_view incomplete_record = "build.json-incomplete";

using Paths = std::set<std::string>;

Paths recorded_paths(const ListedEntries& entries) {
  Paths paths;
  for (const auto& [key, entry] : entries) {
    for (const WrittenFile& file : entry->files) paths.insert(file.path);
  }
  return paths;
}

/// Regular files and links in `out`/`folder`, at any depth, relative to `out`; hidden ones too.
Result<std::vector<std::string>> files_in(const fs::path& out, const std::string& folder, bool deep) {
  std::vector<std::string> files;
  std::error_code cause;
  const fs::file_status there = fs::symlink_status(out / folder, cause);
  if (there.type() == fs::file_type::none) return file_error("look at", out / folder, cause.value());
  if (!fs::is_directory(there)) return files;
  const std::size_t path_at = (out / "").native().size();
  fs::recursive_directory_iterator entry(out / folder, cause);
  for (const fs::recursive_directory_iterator end; !cause && entry != end; entry.increment(cause)) {
    if (!deep) entry.disable_recursion_pending();
    std::error_code failed;  // what the folder itself says of its entries needs no call for each of them
    const bool is_folder = !entry->is_symlink(failed) && !failed && entry->is_directory(failed);
    if (failed) return file_error("look at", entry->path(), failed.value());
    if (!is_folder) files.push_back(entry->path().native().substr(path_at));
  }
  if (cause) return file_error("list", out / folder, cause.value());
  return files;
}

/// Whether something stands in the output where `file` of an entry `key` belongs: below <profile>/<bundle>/.
bool is_of_entry(const std::string& key, const std::string& file) {
  return stays_inside(file) && normalise_path(file) == file &&
         file.starts_with(key.substr(0, key.rfind('/') + 1));
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

/// A file is ours while it is as Tailorbird wrote it. One that somebody changed or replaced is theirs.
enum class Owner : std::uint8_t { nobody, ours, somebody };

Result<Owner> owner_of(const fs::path& out, const std::string& key, const WrittenFile& file) {
  if (!is_of_entry(key, file.path)) return Owner::nobody;
  std::error_code cause;
  const fs::path place = out / file.path;
  const fs::file_status status = fs::symlink_status(place, cause);
  if (status.type() == fs::file_type::none) return file_error("look at", place, cause.value());
  if (!fs::exists(status)) return Owner::nobody;
  if (!fs::is_regular_file(status)) return Owner::somebody;
  const std::uintmax_t size = fs::file_size(place, cause);
  if (cause) return file_error("look at", place, cause.value());
  if (size != file.size) return Owner::somebody;
  const Result<std::string> hash = sha256_of_file(place);
  if (!hash) return hash.error();
  return *hash == file.sha256 ? Owner::ours : Owner::somebody;
}

/// The files and folders at and below `place`, with the inodes of files; nothing when one cannot be looked
/// at.
std::optional<std::map<std::string, std::uint64_t>> inodes_below(const fs::path& place) {
  std::map<std::string, std::uint64_t> inodes;
  const std::size_t path_at = place.native().size();
  const auto add = [&](const fs::path& path) {
    const std::optional<FileState> state = state_of(path.native(), Links::keep);
    if (state) inodes[path.native().substr(path_at)] = state->is_folder() ? 0 : state->inode;
    return state && state->is_folder();
  };
  if (!add(place)) return inodes.empty() ? std::nullopt : std::optional(inodes);
  std::error_code cause;
  fs::recursive_directory_iterator entry(place, cause);
  for (const fs::recursive_directory_iterator end; !cause && entry != end; entry.increment(cause))
    add(entry->path());
  return cause ? std::nullopt : std::optional(inodes);
}

/// Whether a staged unit consists of hard links to what the output already has.
bool is_in_place(const fs::path& old, const fs::path& staged) {
  const auto before = inodes_below(old);
  return before && before == inodes_below(staged);
}

/// Everything that is decided before the switch.
class Plan {
 public:
  Plan(Staging& staging, const fs::path& out, const Delivery& delivery, const BuildRecord& old)
      : staging_(staging),
        out_(out),
        delivery_(delivery),
        old_(old),
        entries_(listed_entries(delivery.record)) {}

  Result<Delivered> carry_out() {
    if (auto found = find_left_over(); !found) return found.error();
    entries_.merge(listed_entries(old_));  // what is built now is listed already and stays
    if (auto found = find_unwanted(); !found) return found.error();
    result_.settled =
        removals_.empty() && result_.pruned.empty() && result_.gone.empty() && result_.kept.empty();
    if (auto kept = keep_foreign_files(); !kept) return kept.error();
    if (auto written = write_records(); !written) return written.error();
    if (auto done = staging_.commit(steps()); !done) return done.error();
    return std::move(result_);
  }

 private:
  Result<void> find_left_over() {
    for (const auto& [key, entry] : delivery_.record.entries) {
      const auto before = old_.entries.find(key);
      if (before == old_.entries.end()) continue;
      const BuildEntry left = left_over(before->second, entry);
      for (const WrittenFile& file : left.files) {
        if (file.path.ends_with(".html")) result_.gone.push_back(file.path);
      }
      if (auto removed = remove(key, left); !removed) return removed;
    }
    return {};
  }

  Result<void> find_unwanted() {
    for (const auto& [name, entry] : entries_) {
      const std::string key(name);
      if (!delivery_.wanted.contains(key)) (delivery_.prune ? result_.pruned : result_.stale).push_back(key);
    }
    for (const std::string& key : result_.pruned) {
      const auto pruned = entries_.find(key);
      if (auto removed = remove(key, *pruned->second); !removed) return removed;
      entries_.erase(pruned);
    }
    return {};
  }

  /// Files in folders that are replaced as a whole are moved in again with the new ones.
  Result<void> remove(const std::string& key, const BuildEntry& entry) {
    for (const WrittenFile& file : entry.files) {
      const bool replaced = std::any_of(delivery_.units.begin(), delivery_.units.end(),
                                        [&](const auto& unit) { return file.path.starts_with(unit + "/"); });
      if (replaced) continue;
      const Result<Owner> owner = owner_of(out_, key, file);
      if (!owner) return owner.error();
      if (*owner == Owner::ours) removals_.push_back(file.path);
      if (*owner == Owner::somebody) result_.kept.push_back(file.path);
    }
    return {};
  }

  Result<void> keep_foreign_files() {
    const Paths ours = recorded_paths(listed_entries(old_));
    for (const std::string& unit : delivery_.units) {
      if (auto kept = copy_foreign_files(unit, ours); !kept) return kept;
    }
    Paths known = recorded_paths(entries_);
    known.insert(ours.begin(), ours.end());
    std::set<std::string> folders;
    for (const auto* units : {&delivery_.units, &delivery_.standing}) {
      for (const std::string& unit : *units) folders.insert(unit.substr(0, unit.rfind('/')));
    }
    for (const std::string& unit : delivery_.standing) {
      if (auto noted = note_foreign_files(unit, true, known); !noted) return noted;
    }
    for (const std::string& folder : folders) {
      if (auto noted = note_foreign_files(folder, false, known); !noted) return noted;
    }
    std::sort(result_.kept.begin(), result_.kept.end());
    return {};
  }

  /// Into the folder that takes the place of `unit`.
  Result<void> copy_foreign_files(const std::string& unit, const Paths& ours) {
    if (auto free = check_free(unit); !free) return free;
    const Result<std::vector<std::string>> files = files_in(out_, unit, true);
    if (!files) return files.error();
    for (const std::string& file : *files) {
      if (ours.contains(file)) continue;
      const Result<FileStatus> made = disk().stat(staging_.staged(file));
      if (!made) return made.error();
      if (made->kind != FileStatus::Kind::missing) continue;
      if (auto copied = copy_in(file); !copied) return copied;
      result_.kept.push_back(file);
    }
    return {};
  }

  /// Those in a folder that stays; `deep`: at any depth.
  Result<void> note_foreign_files(const std::string& folder, bool deep, const Paths& known) {
    const Result<std::vector<std::string>> files = files_in(out_, folder, deep);
    if (!files) return files.error();
    for (const std::string& file : *files) {
      if (!known.contains(file)) result_.kept.push_back(file);
    }
    return {};
  }

  /// A folder of ours takes the place of a folder, not of somebody's file or pipe.
  Result<void> check_free(const std::string& unit) const {
    std::error_code cause;
    const fs::path place = out_ / unit;
    const fs::file_status there = fs::symlink_status(place, cause);
    if (there.type() == fs::file_type::none) return file_error("look at", place, cause.value());
    if (!fs::exists(there) || fs::is_directory(there) || fs::is_symlink(there)) return {};
    const Result<FileStatus> made = disk().stat(staging_.staged(unit));
    if (!made) return made.error();
    if (made->kind != FileStatus::Kind::folder) return {};
    return file_error("make the folder", place, ENOTDIR);
  }

  Result<void> copy_in(const std::string& file) const {
    const fs::path place = staging_.staged(file);
    std::error_code cause;
    const fs::file_status status = fs::symlink_status(out_ / file, cause);
    if (!cause && !fs::is_regular_file(status) && !fs::is_symlink(status)) {
      return Error{
          fmt::format("cannot keep {}: it is a pipe, a socket or a device; move it away and run the "
                      "command again",
                      (out_ / file).string())};
    }
    fs::create_directories(place.parent_path(), cause);
    if (!cause) fs::create_hard_link(out_ / file, place, cause);
    if (cause) {  // a link, or a disk where a file has but one name
      cause.clear();
      fs::copy(out_ / file, place, fs::copy_options::copy_symlinks, cause);
    }
    if (cause) return file_error("copy", out_ / file, cause.value());
    return {};
  }

  Result<void> write_records() {
    const BuildRecord& made = delivery_.record;
    BuildRecord record{made.tool, made.revision, {}, false, made.shard, made.options};
    if (auto written = staging_.write(incomplete_record, build_record_text(record, entries_)); !written)
      return written.error();
    record.complete = true;
    if (auto written = staging_.write(build_record_name, build_record_text(record, entries_)); !written)
      return written.error();
    return {};
  }

  std::vector<SwitchStep> steps() const {
    const std::string record(build_record_name);
    std::vector<SwitchStep> steps = {{record, std::string(incomplete_record)}};
    for (const std::string& unit : delivery_.units) {
      if (!is_in_place(out_ / unit, staging_.staged(unit))) steps.push_back({unit, unit});
    }
    for (const std::string& file : removals_) steps.push_back({file, {}});
    steps.push_back({record, record});
    return steps;
  }

  Staging& staging_;
  const fs::path& out_;
  const Delivery& delivery_;
  const BuildRecord& old_;
  ListedEntries entries_;  // that build.json is to have, of this build and of the last one
  std::vector<std::string> removals_;
  Delivered result_;
};

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

Result<Delivered> deliver(Staging& staging, const fs::path& out, const Delivery& delivery) {
  const Result<BuildRecord> old = read_build_record(out);
  if (!old) return old.error();
  const std::string& shard = delivery.record.shard;
  if (!shard.empty() && !old->tool.empty() && old->shard != shard) {
    return Error{
        fmt::format("{} holds {}, which shard {} would mix with: build each shard to a folder of its own",
                    out.string(), old->shard.empty() ? "a whole build" : "shard " + old->shard, shard)};
  }
  return Plan(staging, out, delivery, *old).carry_out();
}

}  // namespace tailorbird
