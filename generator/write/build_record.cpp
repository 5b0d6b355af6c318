#include "write/build_record.hpp"

#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/input_files.hpp"
#include "base/json_writer.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;

std::string json_string(std::string_view text) {
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

void append_entry(std::string& text, std::string_view key, const BuildEntry& entry) {
  const auto at_end = std::back_inserter(text);
  fmt::format_to(at_end, "  {}: {{\n   \"files\": {{", json_string(key));
  append_lines(text, entry.files, [&](const WrittenFile& file) {
    text += "    ";
    append_json_string(text, file.path, true);
    text += ": {\"sha256\": ";
    append_json_string(text, file.sha256, true);
    text.append(", \"size\": ").append(std::to_string(file.size)).append("}");
  });
  fmt::format_to(at_end, "   }},\n   \"languages\": {},\n   \"pages\": {},\n   \"revision\": {}\n  }}",
                 json(entry.languages).dump(), entry.pages, json_string(entry.revision));
}

/// Nearly the length of the record's text: a string that grows on its way has twice the memory.
std::size_t length_of(const ListedEntries& entries) {
  constexpr std::size_t around_file = 120;  // its hash, size, quotes and names
  constexpr std::size_t around_entry = 200;
  std::size_t length = around_entry;
  for (const auto& [key, entry] : entries) {
    length += key.size() + around_entry;
    for (const WrittenFile& file : entry->files) length += file.path.size() + around_file;
  }
  return length;
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

ListedEntries listed_entries(const BuildRecord& record) {
  ListedEntries entries;
  for (const auto& [key, entry] : record.entries) entries.emplace(key, &entry);
  return entries;
}

std::string build_record_text(const BuildRecord& record) {
  return build_record_text(record, listed_entries(record));
}

std::string build_record_text(const BuildRecord& record, const ListedEntries& entries) {
  // Written piece by piece: as a JSON tree, a record of many files would take more memory than anything else.
  std::string text;
  text.reserve(length_of(entries));
  text += "{\n \"bundles\": {";
  append_lines(text, entries, [&](const auto& one) { append_entry(text, one.first, *one.second); });
  text += " },\n";
  const auto at_end = std::back_inserter(text);
  if (!record.complete) text += " \"complete\": false,\n";
  if (!record.shard.empty()) fmt::format_to(at_end, " \"options\": {},\n", json_string(record.options));
  fmt::format_to(at_end, " \"revision\": {},\n", json_string(record.revision));
  if (!record.shard.empty()) fmt::format_to(at_end, " \"shard\": {},\n", json_string(record.shard));
  fmt::format_to(at_end, " \"tool\": {}\n}}\n", json_string(record.tool));
  return text;
}

}  // namespace tailorbird
