#include "write/build_record.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/input_files.hpp"
#include "base/json_writer.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;

std::string quoted(const std::string& text) {
  std::string result;
  append_json_string(result, text, true);
  return result;
}

/// Appends `items`, each on a line of its own, with commas between.
template <typename Items, typename Append>
void append_lines(std::string& text, const Items& items, const Append& append) {
  bool first = true;
  for (const auto& item : items) {
    text += first ? "\n" : ",\n";
    append(item);
    first = false;
  }
  if (!first) text += '\n';
}

void append_entry(std::string& text, const std::string& key, const BuildEntry& entry) {
  text += fmt::format("  {}: {{\n   \"files\": {{", quoted(key));
  append_lines(text, entry.files, [&](const WrittenFile& file) {
    text += fmt::format("    {}: {{\"sha256\": {}, \"size\": {}}}", quoted(file.path), quoted(file.sha256),
                        file.size);
  });
  text += fmt::format("   }},\n   \"languages\": {},\n   \"pages\": {},\n   \"revision\": {}\n  }}",
                      json(entry.languages).dump(), entry.pages, quoted(entry.revision));
}

/// Throws json::exception when the structure is not that of a build record.
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
  record.complete = value.value("complete", true);
  record.shard = value.value("shard", "");
  record.options = value.value("options", "");
  for (const auto& [key, entry] : value.at("bundles").get_ref<const json::object_t&>())
    record.entries[key] = parse_entry(entry);
  return record;
}

}  // namespace

Result<BuildRecord> read_build_record(const fs::path& out) {
  const fs::path path = out / build_record_name;
  const Result<FileStatus> status = disk().stat(path);
  if (!status) return status.error();
  if (status->kind == FileStatus::Kind::missing) return BuildRecord{};
  return read_build_record_file(path);
}

Result<BuildRecord> read_build_record_file(const fs::path& path) {
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
  // Written piece by piece: as a JSON tree, a record of many files would take more memory than anything else.
  std::string text = "{\n \"bundles\": {";
  append_lines(text, record.entries, [&](const auto& one) { append_entry(text, one.first, one.second); });
  text += " },\n";
  if (!record.complete) text += " \"complete\": false,\n";
  if (!record.shard.empty()) text += fmt::format(" \"options\": {},\n", quoted(record.options));
  text += fmt::format(" \"revision\": {},\n", quoted(record.revision));
  if (!record.shard.empty()) text += fmt::format(" \"shard\": {},\n", quoted(record.shard));
  return text + fmt::format(" \"tool\": {}\n}}\n", quoted(record.tool));
}

}  // namespace tailorbird
