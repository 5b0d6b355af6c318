#include "write/build_record.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tailorbird {
namespace {

using nlohmann::json;

json entry_json(const BuildEntry& entry) {
  json files = json::object();
  for (const WrittenFile& file : entry.files)
    files[file.path] = {{"sha256", file.sha256}, {"size", file.size}};
  return {
      {"files", files}, {"languages", entry.languages}, {"pages", entry.pages}, {"revision", entry.revision}};
}

/// Throws json::exception on a shape that is not ours.
BuildEntry parse_entry(const json& value) {
  BuildEntry entry;
  value.at("languages").get_to(entry.languages);
  value.at("pages").get_to(entry.pages);
  value.at("revision").get_to(entry.revision);
  for (const auto& [path, file] : value.at("files").get_ref<const json::object_t&>()) {
    entry.files.push_back({path, file.at("size").get<std::uint64_t>(), file.at("sha256").get<std::string>()});
  }
  return entry;
}

BuildRecord parse_record(const json& value) {
  BuildRecord record;
  value.at("tool").get_to(record.tool);
  value.at("revision").get_to(record.revision);
  for (const auto& [key, entry] : value.at("bundles").get_ref<const json::object_t&>())
    record.entries[key] = parse_entry(entry);
  return record;
}

}  // namespace

Result<BuildRecord> read_build_record(const fs::path& out) {
  const fs::path path = out / build_record_name;
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return BuildRecord{};
  const Result<std::string> text = read_file(path);
  if (!text) return text.error();
  try {
    return parse_record(json::parse(*text));
  } catch (const json::exception&) {
    return Error{fmt::format(
        "cannot understand {}: it is damaged or from another version; move it away and run the command again",
        path.string())};
  }
}

std::string build_record_text(const BuildRecord& record) {
  json bundles = json::object();
  for (const auto& [key, entry] : record.entries) bundles[key] = entry_json(entry);
  const json value = {{"bundles", bundles}, {"revision", record.revision}, {"tool", record.tool}};
  return value.dump(1, ' ', true) + "\n";
}

Result<void> remove_entry(const fs::path& out, const BuildEntry& entry) {
  for (const WrittenFile& file : entry.files) {
    if (!stays_inside(file.path)) continue;
    std::error_code cause;
    fs::remove(out / file.path, cause);
    if (cause) return file_error("remove", out / file.path, cause.value());
    // Upward until a folder still holds something: remove() refuses those.
    for (fs::path folder = fs::path(file.path).parent_path(); !folder.empty();
         folder = folder.parent_path()) {
      if (!fs::remove(out / folder, cause)) break;
    }
  }
  return {};
}

}  // namespace tailorbird
