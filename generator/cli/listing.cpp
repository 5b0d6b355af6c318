#include "cli/listing.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "components/component.hpp"
#include "diag/codes.hpp"
#include "tailor/edition.hpp"
#include "text/utf8.hpp"
#include "write/format.hpp"

namespace tailorbird {
namespace {

std::string source_language(const Project& project) {
  return project.site.languages.empty() ? "" : project.site.languages.front();
}

Listing profiles(const Project& project) {
  Listing listing{{"id", "name", "bundles"}, {}};
  for (const Profile& profile : project.profiles) {
    std::vector<std::string> bundles;
    for (const Bundle& bundle : profile.bundles) bundles.push_back(bundle.id);
    const std::string language =
        profile.languages.empty() ? source_language(project) : profile.languages.front();
    listing.rows.push_back({profile.id, std::string(profile.name.in(language)), join(bundles, " ")});
  }
  return listing;
}

/// "audience=manager phase=news,return": all dimensions that are not wholly open.
std::string space_text(const Site& site, const ReaderSet& space) {
  std::vector<std::string> parts;
  for (std::size_t index = 0; index < site.dimensions.size(); ++index) {
    if (space.possible[index] == site.dimensions[index].all()) continue;
    parts.push_back(
        condition_code(site, {false, {{static_cast<std::uint16_t>(index), space.possible[index]}}}));
  }
  return join(parts, " ");
}

Listing bundles(const Project& project) {
  Listing listing{{"profile", "bundle", "languages", "formats", "for"}, {}};
  for (const Profile& profile : project.profiles) {
    for (const Bundle& bundle : profile.bundles) {
      listing.rows.push_back({profile.id, bundle.id, join(bundle.languages, " "), join(bundle.formats, " "),
                              space_text(project.site, bundle.space)});
    }
  }
  return listing;
}

Listing editions(const Project& project) {
  Listing listing{{"edition", "pages"}, {}};
  for (const Edition& edition : make_editions(project, {})) {
    listing.rows.push_back({edition.id(), std::to_string(edition.pages.size())});
  }
  return listing;
}

Listing dimensions(const Project& project) {
  Listing listing{{"dimension", "value", "label"}, {}};
  for (const Dimension& dimension : project.site.dimensions) {
    for (const DimensionValue& value : dimension.values) {
      listing.rows.push_back({dimension.id, value.id, std::string(value.label.in(source_language(project)))});
    }
  }
  return listing;
}

Listing components(const Project& /*project*/) {
  Listing listing{{"component", "about"}, {}};
  for (const ComponentSpec& spec : component_specs())
    listing.rows.push_back({std::string(spec.name), std::string(spec.summary)});
  return listing;
}

Listing all_formats(const Project& /*project*/) {
  Listing listing{{"format", "about"}, {}};
  for (const Format& format : formats())
    listing.rows.push_back({std::string(format.id), std::string(format.summary)});
  return listing;
}

Listing all_checks(const Project& /*project*/) {
  Listing listing{{"check", "about"}, {}};
  for (const Check& check : checks())
    listing.rows.push_back({std::string(check.id), std::string(check.summary)});
  return listing;
}

Listing codes(const Project& /*project*/) {
  constexpr auto names = std::to_array<std::string_view>({"error", "warning", "note"});
  Listing listing{{"code", "severity", "why"}, {}};
  for (const DiagnosticCode& row : diagnostic_codes()) {
    listing.rows.push_back({std::string(row.code), std::string(names[static_cast<std::size_t>(row.severity)]),
                            std::string(row.why)});
  }
  return listing;
}

constexpr auto kinds = std::to_array<ListingKind>({
    {"profiles", "the organisations", true, profiles},
    {"bundles", "what each organisation gets", true, bundles},
    {"editions", "every bundle in every language, with its number of pages", true, editions},
    {"dimensions", "along which the content is tailored, and their values", true, dimensions},
    {"components", "blocks with behaviour, such as checklists", false, components},
    {"formats", "what a bundle can be written as", false, all_formats},
    {"checks", "what is looked at", false, all_checks},
    {"codes", "everything that can be found wrong", false, codes},
});

}  // namespace

std::span<const ListingKind> listing_kinds() { return kinds; }

std::string listing_text(const Listing& listing) {
  std::vector<std::vector<std::string>> lines = {listing.columns};
  lines.insert(lines.end(), listing.rows.begin(), listing.rows.end());
  std::vector<std::size_t> widths(listing.columns.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t column = 0; column < line.size(); ++column) {
      widths[column] = std::max(widths[column], code_points(line[column]));
    }
  }
  std::string text;
  for (const auto& line : lines) {
    std::string padded;
    for (std::size_t column = 0; column < line.size(); ++column) {
      padded += line[column] + std::string(widths[column] - code_points(line[column]) + 2, ' ');
    }
    text += padded.substr(0, padded.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string listing_json(const Listing& listing) {
  nlohmann::ordered_json array = nlohmann::ordered_json::array();
  for (const auto& row : listing.rows) {
    nlohmann::ordered_json object;
    for (std::size_t column = 0; column < row.size(); ++column) object[listing.columns[column]] = row[column];
    array.push_back(std::move(object));
  }
  return array.dump(2) + "\n";
}

}  // namespace tailorbird
