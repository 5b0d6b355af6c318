#include "build/kept_bundles.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json_writer.hpp"
#include "build/report_text.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;

template <typename Texts>
void write_list(JsonWriter& out, std::string_view key, const Texts& texts) {
  out.key(key).begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_map(JsonWriter& out, std::string_view key, const std::map<std::string, std::string>& map) {
  out.key(key).begin_object();
  for (const auto& [name, text] : map) out.key(name).text(text);
  out.end_object();
}

void write(JsonWriter& out, const KeptPackage& package) {
  out.begin_object().key("key").text(package.key);
  write_list(out, "units", package.units);
  out.key("files").begin_array();
  for (const WrittenFile& file : package.files)
    out.begin_array().text(file.path).number(file.size).text(file.sha256).end_array();
  out.end_array().end_object();
}

KeptPackage package_of(const json& value) {
  KeptPackage package{value.at("key"), value.at("units").get<std::vector<std::string>>(), {}};
  for (const json& file : value.at("files")) package.files.push_back({file.at(0), file.at(1), file.at(2)});
  return package;
}

void write(JsonWriter& out, const KeptEdition& edition) {
  out.begin_object().key("inputs").text(edition.inputs);
  write_map(out, "files", edition.files);
  write_list(out, "media", edition.media);
  out.end_object();
}

std::map<std::string, KeptEdition> editions_of(const json& value) {
  std::map<std::string, KeptEdition> editions;
  for (const auto& [language, edition] : value.items()) {
    editions[language] = {edition.at("inputs"), edition.at("files").get<std::map<std::string, std::string>>(),
                          edition.at("media").get<std::set<std::string>>()};
  }
  return editions;
}

void write(JsonWriter& out, const KeptBundle& bundle, const std::string& diagnostics) {
  out.begin_object();
  out.key("inputs").text(bundle.inputs);
  out.key("pages").number(bundle.pages);
  out.key("revision").text(bundle.revision);
  out.key("diagnostics").text(diagnostics);
  write_map(out, "page-inputs", bundle.page_inputs);
  out.key("packages").begin_array();
  for (const KeptPackage& package : bundle.packages) write(out, package);
  out.end_array();
  out.key("searched").text(bundle.search.files);
  write_map(out, "looked-for", bundle.search.marks);
  out.key("has-all-prints").truth(bundle.search.has_all_prints);
  out.key("found-by-check").number(bundle.found_by_check);
  out.key("editions").begin_object();
  for (const auto& [language, edition] : bundle.editions) write(out.key(language), edition);
  out.end_object().end_object();
}

/// Throws std::exception on what is none.
KeptBundle bundle_of(const json& value) {
  KeptBundle bundle{value.at("inputs"), value.at("pages"), value.at("revision"), {}, {}};
  bundle.page_inputs = value.at("page-inputs").get<std::map<std::string, std::string>>();
  bundle.editions = editions_of(value.at("editions"));
  bundle.search.files = value.at("searched");
  bundle.search.has_all_prints = value.at("has-all-prints");
  bundle.search.marks = value.at("looked-for").get<std::map<std::string, std::string>>();
  auto diagnostics = read_diagnostics(value.at("diagnostics").get_ref<const std::string&>());
  if (!diagnostics) throw std::invalid_argument("no diagnostics");
  bundle.diagnostics = std::move(*diagnostics);
  bundle.found_by_check = value.at("found-by-check");
  if (bundle.found_by_check > bundle.diagnostics.size())
    throw std::invalid_argument("more than all were found");
  for (const json& package : value.at("packages")) bundle.packages.push_back(package_of(package));
  return bundle;
}

/// Throws std::exception when `bytes` are fewer than `sizes` say.
void read_prints(const json& sizes, std::string_view bytes, KeptBundles& kept) {
  for (const auto& [id, size] : sizes.items()) {
    kept.bundles.at(id).search.prints = bytes.substr(0, size.get<std::size_t>());
    bytes.remove_prefix(std::min(bytes.size(), size.get<std::size_t>()));
  }
}

}  // namespace

std::optional<std::string> kept_bundle_text(const KeptBundle& bundle) {
  const std::optional<std::string> diagnostics = diagnostics_text(bundle.diagnostics);
  if (!diagnostics) return std::nullopt;
  JsonWriter out;
  write(out, bundle, *diagnostics);
  return out.is_good() ? std::optional(std::move(out).take()) : std::nullopt;
}

std::optional<KeptBundles> read_kept_bundles(std::string_view text) {
  try {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const json value = json::parse(text.substr(0, end));
    KeptBundles kept;
    for (const auto& [id, bundle] : value.at("bundles").items()) kept.bundles.emplace(id, bundle_of(bundle));
    kept.phrases = value.at("phrases").get<std::map<std::string, std::string>>();
    read_prints(value.at("prints"), text.substr(std::min(end + 1, text.size())), kept);
    return kept;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace tailorbird
