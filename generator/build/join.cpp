#include "build/join.hpp"

#include <fmt/format.h>
#include <map>
#include <set>

#include "base/hash.hpp"
#include "base/input_files.hpp"
#include "base/parallel.hpp"
#include "build/delivery.hpp"
#include "build/shard.hpp"
#include "write/build_record.hpp"

namespace tailorbird {
namespace {

struct ReadShard {
  fs::path folder;
  BuildRecord record;
  Shard shard;
};

/// The shards, as far as the folders hold some; the others are problems.
Result<std::vector<ReadShard>> read_shards(const JoinRequest& request, JoinReport& report) {
  std::vector<ReadShard> shards;
  for (const fs::path& folder : request.shards) {
    const auto problem = [&](std::string_view what) {
      report.problems.push_back(fmt::format("{}: {}", folder.string(), what));
    };
    const Result<FileStatus> there = disk().stat(folder / build_record_name);
    if (!there) return there.error();
    if (there->kind == FileStatus::Kind::missing) {
      problem("no build.json: the shard was not made, or its build failed");
      continue;
    }
    Result<BuildRecord> record = read_build_record_file(folder / build_record_name);
    if (!record) return record.error();
    const Result<Shard> shard = parse_shard(record->shard);
    if (!shard) {
      problem("this is a whole output, not a shard; build shards with --shard");
    } else if (!record->complete) {
      problem("its build was interrupted; run it again");
    } else {
      shards.push_back({folder, std::move(record).value(), *shard});
    }
  }
  return shards;
}

/// All come from one build, and each is there once.
void check_set(const std::vector<ReadShard>& shards, JoinReport& report) {
  const ReadShard& first = shards.front();
  std::map<std::size_t, const ReadShard*> by_index;
  for (const ReadShard& one : shards) {
    const auto differs = [&](std::string_view what, const std::string& own, const std::string& other) {
      if (own == other) return;
      report.problems.push_back(fmt::format("{}: {} {}, but {} has {}", one.folder.string(), what, own,
                                            first.folder.string(), other));
    };
    differs("made by", one.record.tool, first.record.tool);
    differs("made from content", one.record.revision, first.record.revision);
    differs("made with options", one.record.options, first.record.options);
    differs("one of", std::to_string(one.shard.count), std::to_string(first.shard.count));
    const auto [before, is_new] = by_index.emplace(one.shard.index, &one);
    if (!is_new) {
      report.problems.push_back(fmt::format("{}: shard {} again, as in {}", one.folder.string(),
                                            one.shard.text(), before->second->folder.string()));
    }
  }
  for (std::size_t index = 1; index <= first.shard.count; ++index) {
    if (!by_index.contains(index))
      report.problems.push_back(fmt::format("shard {} is missing", Shard{index, first.shard.count}.text()));
  }
}

/// What moves into place as a whole. A folder of a format (`site`), or each file beside it; of a kit, whose
/// files lie in the bundle's own folder, that one.
std::set<std::string> units_of(const std::string& key, const BuildEntry& entry) {
  const std::string bundle = key.substr(0, key.rfind('/'));
  const bool is_kit = key.ends_with("/kit");
  std::set<std::string> units;
  for (const WrittenFile& file : entry.files) {
    const bool in_folder = file.path.starts_with(key + "/");
    units.insert(is_kit ? bundle : in_folder ? key : file.path);
  }
  return units;
}

/// Stages a file of a shard whose bytes are what its build.json says; else that is a problem.
Result<std::optional<std::string>> stage(const ReadShard& shard, const WrittenFile& file,
                                         const Staging& staging) {
  const fs::path place = shard.folder / file.path;
  const auto problem = [&](std::string_view what) {
    return std::optional(fmt::format("{}: {}", place.string(), what));
  };
  if (!stays_inside(file.path)) return problem("is not in the shard");
  const Result<FileStatus> there = disk().stat(place);
  if (!there) return there.error();
  if (there->kind != FileStatus::Kind::file) return problem("is missing");
  const Result<std::string> bytes = read_file(place);
  if (!bytes) return bytes.error();
  if (bytes->size() != file.size || sha256_hex(*bytes) != file.sha256) return problem("other bytes");
  if (auto written = staging.write(file.path, *bytes); !written) return written.error();
  return std::optional<std::string>{};
}

Result<void> stage_all(const std::vector<ReadShard>& shards, const Staging& staging, JoinReport& report) {
  struct Work {
    const ReadShard* shard;
    const WrittenFile* file;
  };
  std::vector<Work> work;
  for (const ReadShard& shard : shards) {
    for (const auto& [key, entry] : shard.record.entries) {
      for (const WrittenFile& file : entry.files) work.push_back({&shard, &file});
    }
  }
  std::vector<Result<std::optional<std::string>>> problems(work.size(), std::optional<std::string>{});
  parallel_for(work.size(), 0, [&](std::size_t index) {
    problems[index] = stage(*work[index].shard, *work[index].file, staging);
  });
  for (const auto& problem : problems) {
    if (!problem) return problem.error();
    if (*problem) report.problems.push_back(**problem);
  }
  report.files = work.size();
  return {};
}

Result<void> deliver_shards(const std::vector<ReadShard>& shards, const JoinRequest& request,
                            JoinReport& report) {
  Result<Staging> staging = Staging::open(request.out);
  if (!staging) return staging.error();
  if (auto staged = stage_all(shards, *staging, report); !staged) return staged;
  if (!report.problems.empty()) return {};
  const BuildRecord& first = shards.front().record;
  Delivery delivery{{first.tool, first.revision, {}}, {}, {}, request.prune};
  for (const ReadShard& shard : shards) {
    for (const auto& [key, entry] : shard.record.entries) {
      for (const std::string& unit : units_of(key, entry)) delivery.units.push_back(unit);
      delivery.wanted.insert(key);
      delivery.record.entries.emplace(key, entry);
    }
  }
  report.bundles = delivery.record.entries.size();
  Result<Delivered> delivered = deliver(*staging, request.out, delivery);
  if (!delivered) return delivered.error();
  report.pruned = std::move(delivered->pruned);
  report.stale = std::move(delivered->stale);
  report.kept = std::move(delivered->kept);
  return {};
}

}  // namespace

Result<JoinReport> join(const JoinRequest& request) {
  JoinReport report;
  const Result<std::vector<ReadShard>> shards = read_shards(request, report);
  if (!shards) return shards.error();
  if (!shards->empty()) check_set(*shards, report);
  if (!report.problems.empty() || shards->empty()) return report;
  if (auto done = deliver_shards(*shards, request, report); !done) return done.error();
  return report;
}

}  // namespace tailorbird
