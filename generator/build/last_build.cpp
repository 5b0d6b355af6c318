#include "build/last_build.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <set>
#include <utility>

#include "base/hash.hpp"
#include "base/program_files.hpp"
#include "build/report_text.hpp"
#include "build/sealed_file.hpp"
#include "build/version.hpp"
#include "write/pdf_engine.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view kept_name = "last-build";
constexpr std::string_view zips_name = "zips";
constexpr std::string_view bundles_name = "bundles";
constexpr std::string_view unfinished_name = "unfinished";
constexpr std::string_view check_name = "last-check";
constexpr std::string_view unfinished_check_name = "unfinished-check";

/// A program counts as changed when the state of its file has changed: hashing it would take longer than a
/// small build.
std::string state_line(const std::string& file) {
  const FileState state = state_of(file, Links::follow).value_or(FileState{});
  return fmt::format("{} {} {} {} {} {}\n", file, state.device, state.inode, state.size, state.modified,
                     state.changed);
}

std::string program_text() {
  std::string text = fmt::format("{}\n", version());
  for (const std::string& file : program_files()) text += state_line(file);
  return text;
}

/// Absolute first: of a relative path that is not there yet weakly_canonical makes none.
std::string path_line(const fs::path& path) {
  std::error_code cause;
  const fs::path place = fs::absolute(path, cause);
  fs::path real = fs::weakly_canonical(place, cause);
  if (cause) real = place.lexically_normal();
  return fmt::format("{} {}\n", path.string(), real.string());
}

/// Everything besides the input files that affects bundles: the program, those it calls, and the request. The
/// number of threads and the format of findings do not affect them.
std::string options_text(const BuildRequest& request) {
  std::string text = program_text();
  if (const std::optional<fs::path> engine = find_pdf_engine()) text += state_line(engine->string());
  text += path_line(request.root) + path_line(request.out) + path_line(request.data_folder);
  for (const fs::path& folder : request.theme_folders) text += path_line(folder);
  for (const std::string& format : request.formats) text += format + '\n';
  return text + fmt::format("{} {} {}\n", request.zip, request.marks, request.checks);
}

/// SHA-256 of everything besides the input files that affects a build.
std::string key_of(const BuildRequest& request) {
  std::string text = options_text(request);
  if (request.shard) text += request.shard->text() + '\n';
  const EditionFilter& filter = request.filter;
  for (const auto* names : {&filter.profiles, &filter.bundles, &filter.languages}) {
    for (const std::string& name : *names) text += name + '\n';
    text += '\n';
  }
  text += fmt::format("{} {} {}\n", request.strict, request.prune, request.today);
  return sha256_hex(text);
}

/// The folders on the way to `place`, below `out`.
void add_ways(std::set<std::string>& folders, const std::string& place) {
  for (std::size_t slash = place.find('/'); slash != std::string::npos; slash = place.find('/', slash + 1))
    folders.insert(place.substr(0, slash));
}

/// Every folder in which the build would find a file that is not its own, by path; nothing when one cannot be
/// listed.
std::optional<std::map<std::string, KnownFolder>> output_folders(const fs::path& out,
                                                                 const BuildOutput& output) {
  std::set<std::string> ways;
  std::map<std::string, KnownFolder> folders;
  for (const std::string& unit : output.units) {
    add_ways(ways, unit);
    std::error_code cause;
    if (!fs::is_directory(fs::symlink_status(out / unit, cause))) continue;
    std::optional<std::vector<KnownFolder>> known = known_folders(Side::output, (out / unit).string());
    if (!known) return std::nullopt;
    for (KnownFolder& folder : *known) folders.insert_or_assign(folder.path, std::move(folder));
  }
  for (const std::string& way : ways) {
    std::optional<KnownFolder> known = known_folder(Side::output, (out / way).string());
    if (!known) return std::nullopt;
    folders.insert_or_assign(known->path, std::move(*known));
  }
  return folders;
}

/// The output as it is now, line by line: it can be more files than anything else has. Every state in it is
/// older than `now`; false when one is not.
bool add_output(SealedFile& file, const fs::path& out, const BuildOutput& output, std::int64_t now) {
  const auto add = [&file](const std::optional<std::string>& line) {
    if (line) file.add(*line);
    return line.has_value();
  };
  const std::optional<std::map<std::string, KnownFolder>> folders = output_folders(out, output);
  if (!folders) return false;
  for (const auto& [path, folder] : *folders) {
    if (folder.state.changed >= now || !add(snapshot_line(folder))) return false;
  }
  const std::string before_name = (out / "").string();
  // Files that are moved into place by themselves get another state by that; those in a folder keep theirs.
  const std::set<std::string> moved(output.units.begin(), output.units.end());
  const auto add_file = [&](const WrittenFile& written) {
    std::string path = before_name + written.path;
    std::optional<FileState> state = written.state;
    if (!state->is_file() || moved.contains(written.path)) state = state_of(path, Links::keep);
    if (!state || !state->is_file() || state->changed >= now) return false;
    return add(snapshot_line(KnownFile{Side::output, *state, written.sha256, std::move(path)}));
  };
  for (const auto& [key, entry] : output.record.entries) {
    if (!std::all_of(entry.files.begin(), entry.files.end(), add_file)) return false;
  }
  const Result<std::string> record = sha256_of_file(out / build_record_name);
  return record && add_file({std::string(build_record_name), 0, *record});
}

/// The key, the report and the snapshot of the input, the first two a line each.
bool add_input(SealedFile& file, const std::string& key, const DiskSnapshot& snapshot,
               const BuildReport& report) {
  const std::optional<std::string> files = snapshot_text(snapshot);
  const std::optional<std::string> reported = report_text(report);
  if (!files || !reported) return false;
  file.add(fmt::format("{}\n{}\n", key, *reported));
  file.add(*files);
  return true;
}

/// Takes a line off the beginning of `text`.
std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

/// What was kept under `name` with this program, and nothing when another one kept it. `text` must outlive
/// it.
std::optional<std::string_view> kept_by(const std::string& program, const Result<std::string>& text) {
  std::optional<std::string_view> rest = text ? unsealed(*text) : std::nullopt;
  if (!rest || take_line(*rest) != program) return std::nullopt;
  return rest;
}

ZipsByPath kept_zips(const fs::path& folder, const std::string& program) {
  const Result<std::string> text = read_file(folder / zips_name, largest_sealed_file);
  const std::optional<std::string_view> zips = kept_by(program, text);
  return zips ? read_zips(*zips).value_or(ZipsByPath{}) : ZipsByPath{};
}

KeptBundles kept_bundles(const fs::path& folder, const std::string& program) {
  const Result<std::string> text = read_file(folder / bundles_name, largest_sealed_file);
  const std::optional<std::string_view> bundles = kept_by(program, text);
  return bundles ? read_kept_bundles(*bundles).value_or(KeptBundles{}) : KeptBundles{};
}

/// `write` adds the text to a file, and says whether that is good.
bool keep_text(const fs::path& folder, std::string_view name, const std::string& program,
               const std::function<bool(SealedFile& file)>& write) {
  SealedFile file(folder / unfinished_name);
  file.add(program + "\n");
  if (!write(file) || !file.finish()) return false;
  std::error_code cause;
  fs::rename(folder / unfinished_name, folder / name, cause);
  return !cause;
}

bool keep_bundles(const fs::path& folder, const std::string& program, const BuildOutput& output) {
  return keep_text(folder, bundles_name, program, [&](SealedFile& file) {
    return output.bundles.write(output.phrases, [&file](std::string_view text) { file.add(text); });
  });
}

bool keep_zips(const fs::path& folder, const std::string& program, const ZipsByPath& zips) {
  return keep_text(folder, zips_name, program, [&](SealedFile& file) {
    file.add(zips_text(zips));
    return true;
  });
}

/// The folder, for its owner alone, since it names the files of all organisations; and so that git leaves it
/// out.
bool make_cache_folder(const fs::path& folder) {
  std::error_code cause;
  fs::create_directory(folder, cause);
  if (!cause) fs::permissions(folder, fs::perms::owner_all, cause);
  return !cause && static_cast<bool>(write_file(folder / ".gitignore", "*\n"));
}

bool try_to_keep(const fs::path& folder, const BuildRequest& request, const BuildStart& start,
                 const BuildOutput& output, const BuildReport& report) {
  std::optional<DiskSnapshot> seen = start.disk.seen();
  if (!seen || !make_cache_folder(folder)) return false;
  const fs::path unfinished = folder / unfinished_name;
  const std::optional<std::int64_t> now = next_tick(unfinished);
  if (!now) return false;
  const std::optional<DiskSnapshot> input = settled(std::move(*seen), start.clock, *now);
  std::error_code cause;
  const fs::path out = fs::canonical(request.out, cause);
  if (cause || !input) return false;
  if (key_of(request) != start.key) return false;  // the program was replaced meanwhile
  const std::string program = sha256_hex(program_text());
  if (!keep_zips(folder, program, output.zips) || !keep_bundles(folder, program, output)) return false;
  SealedFile file(unfinished);
  if (!add_input(file, start.key, *input, report) || !add_output(file, out, output, *now)) return false;
  if (!file.finish()) return false;
  fs::rename(unfinished, folder / kept_name, cause);
  return !cause;
}

}  // namespace

fs::path cache_folder(const fs::path& out) {
  std::error_code cause;
  const fs::path place = fs::weakly_canonical(out, cause);
  if (cause || place.filename().empty()) return {};
  return place.parent_path() / fmt::format(".{}.tailorbird-cache", place.filename().string());
}

namespace {

std::optional<BuildReport> unchanged(const BuildRequest& request, std::string_view name) {
  const fs::path folder = cache_folder(request.out);
  if (folder.empty()) return std::nullopt;
  const Result<std::string> text = read_file(folder / name, largest_sealed_file);
  if (!text) return std::nullopt;
  std::optional<std::string_view> rest = unsealed(*text);
  if (!rest || take_line(*rest) != key_of(request)) return std::nullopt;
  const std::string_view report = take_line(*rest);
  const std::optional<DiskSnapshot> snapshot = read_snapshot(*rest);
  if (!snapshot || !still_holds(*snapshot)) return std::nullopt;
  return read_report(report);
}

}  // namespace

std::optional<BuildReport> unchanged_build(const BuildRequest& request) {
  return unchanged(request, kept_name);
}

std::optional<BuildReport> unchanged_check(const BuildRequest& request) {
  return unchanged(request, check_name);
}

bool has_cache(const fs::path& out) {
  const fs::path folder = cache_folder(out);
  std::error_code ignored;
  return !folder.empty() && fs::is_directory(fs::symlink_status(folder, ignored));
}

namespace {

/// Whatever the options of the build that left it.
KnownOutput kept_output(const fs::path& folder) {
  const Result<std::string> text = read_file(folder / kept_name, largest_sealed_file);
  std::optional<std::string_view> rest = text ? unsealed(*text) : std::nullopt;
  if (!rest) return {};
  take_line(*rest);  // the key
  take_line(*rest);  // the report
  std::optional<DiskSnapshot> snapshot = read_snapshot(*rest);
  return snapshot ? KnownOutput(std::move(*snapshot)) : KnownOutput{};
}

}  // namespace

std::unique_ptr<BuildStart> start_build(const BuildRequest& request) {
  auto start = std::make_unique<BuildStart>();
  start->clock = coarse_clock();
  start->key = key_of(request);
  start->options = sha256_hex(options_text(request));
  const std::string program = sha256_hex(program_text());
  start->zips = kept_zips(cache_folder(request.out), program);
  start->bundles = kept_bundles(cache_folder(request.out), program);
  if (request.write) start->output = kept_output(cache_folder(request.out));
  return start;
}

void keep_build(const BuildRequest& request, const BuildStart& start, const BuildOutput& output,
                const BuildReport& report) {
  const fs::path folder = cache_folder(request.out);
  if (folder.empty()) return;
  if (try_to_keep(folder, request, start, output, report)) return;
  std::error_code ignored;  // what stays describes files that are no longer there
  fs::remove(folder / kept_name, ignored);
  fs::remove(folder / unfinished_name, ignored);
}

/// Two checks at the same time may write into each other's file: its hash is then wrong.
void keep_check(const BuildRequest& request, const BuildStart& start, const BuildReport& report) {
  const fs::path folder = cache_folder(request.out);
  std::optional<DiskSnapshot> seen = start.disk.seen();
  if (folder.empty() || !seen) return;
  const fs::path unfinished = folder / unfinished_check_name;
  const std::optional<std::int64_t> now = next_tick(unfinished);
  if (!now) return;
  const std::optional<DiskSnapshot> input = settled(std::move(*seen), start.clock, *now);
  if (!input || key_of(request) != start.key) return;
  SealedFile file(unfinished);
  if (!add_input(file, start.key, *input, report) || !file.finish()) return;
  std::error_code ignored;
  fs::rename(unfinished, folder / check_name, ignored);
}

}  // namespace tailorbird
