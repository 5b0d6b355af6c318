#include "build/kept_bundles.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "build/report_text.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;

json json_of(const KeptPackage& package) {
  json files = json::array();
  for (const WrittenFile& file : package.files) files.push_back({file.path, file.size, file.sha256});
  return {{"key", package.key}, {"units", package.units}, {"files", files}};
}

KeptPackage package_of(const json& value) {
  KeptPackage package{value.at("key"), value.at("units").get<std::vector<std::string>>(), {}};
  for (const json& file : value.at("files")) package.files.push_back({file.at(0), file.at(1), file.at(2)});
  return package;
}

json json_of(const std::map<std::string, KeptEdition>& editions) {
  json value = json::object();
  for (const auto& [language, edition] : editions)
    value[language] = {{"inputs", edition.inputs}, {"files", edition.files}, {"media", edition.media}};
  return value;
}

std::map<std::string, KeptEdition> editions_of(const json& value) {
  std::map<std::string, KeptEdition> editions;
  for (const auto& [language, edition] : value.items()) {
    editions[language] = {edition.at("inputs"), edition.at("files").get<std::map<std::string, std::string>>(),
                          edition.at("media").get<std::set<std::string>>()};
  }
  return editions;
}

json json_of(const KeptBundle& bundle, const std::string& diagnostics) {
  json packages = json::array();
  for (const KeptPackage& package : bundle.packages) packages.push_back(json_of(package));
  return {{"inputs", bundle.inputs},
          {"pages", bundle.pages},
          {"revision", bundle.revision},
          {"diagnostics", diagnostics},
          {"page-inputs", bundle.page_inputs},
          {"packages", packages},
          {"searched", bundle.search.files},
          {"looked-for", bundle.search.marks},
          {"has-all-prints", bundle.search.has_all_prints},
          {"check-inputs", bundle.check.inputs},
          {"check-found", bundle.check.found},
          {"editions", json_of(bundle.editions)}};
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
  bundle.check = {value.at("check-inputs"), value.at("check-found")};
  if (bundle.check.found > bundle.diagnostics.size()) throw std::invalid_argument("more than all were found");
  for (const json& package : value.at("packages")) bundle.packages.push_back(package_of(package));
  return bundle;
}

/// Bundles after so many have no prints: their files are read instead.
constexpr std::size_t most_bytes_of_prints = std::size_t{64} << 20U;

/// By bundle, in the order of all_prints.
json sizes_of_prints(const KeptBundles& kept) {
  json sizes = json::object();
  std::size_t all = 0;
  for (const auto& [id, bundle] : kept.bundles) {
    all += bundle.search.prints.size();
    sizes[id] = all > most_bytes_of_prints ? 0 : bundle.search.prints.size();
  }
  return sizes;
}

/// Bytes that are no text, so they stand behind the JSON.
std::string all_prints(const KeptBundles& kept) {
  std::string all;
  for (const auto& [id, bundle] : kept.bundles) {
    if (all.size() + bundle.search.prints.size() > most_bytes_of_prints) break;
    all += bundle.search.prints;
  }
  return all;
}

/// Throws std::exception when `bytes` are fewer than `sizes` say.
void read_prints(const json& sizes, std::string_view bytes, KeptBundles& kept) {
  for (const auto& [id, size] : sizes.items()) {
    kept.bundles.at(id).search.prints = bytes.substr(0, size.get<std::size_t>());
    bytes.remove_prefix(std::min(bytes.size(), size.get<std::size_t>()));
  }
}

}  // namespace

/// One bundle at a time, as JSON in memory takes several times as much as its text.
std::optional<std::string> kept_bundles_text(const KeptBundles& kept) {
  std::string text = "{\"bundles\":{";
  try {
    for (const auto& [id, bundle] : kept.bundles) {
      const std::optional<std::string> diagnostics = diagnostics_text(bundle.diagnostics);
      if (!diagnostics) return std::nullopt;
      if (id != kept.bundles.begin()->first) text += ',';
      text.append(json(id).dump()).append(":").append(json_of(bundle, *diagnostics).dump());
    }
    text.append("},\"phrases\":").append(json(kept.phrases).dump());
    text.append(",\"prints\":").append(sizes_of_prints(kept).dump()).append("}\n");
    return text + all_prints(kept);
  } catch (const json::exception&) {
    return std::nullopt;
  }
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
