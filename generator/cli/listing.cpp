#include "cli/listing.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "base/strings.hpp"
#include "check/check.hpp"
#include "components/component.hpp"
#include "diag/codes.hpp"
#include "diag/print.hpp"
#include "report/condition_lines.hpp"
#include "tailor/edition.hpp"
#include "text/utf8.hpp"
#include "write/format.hpp"

namespace tailorbird {
namespace {

std::string source_language(const Project& project) {
  return project.site.languages.empty() ? "" : project.site.languages.front();
}

Listing profiles(const Compilation& compiled) {
  const Project& project = compiled.project;
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

Listing bundles(const Compilation& compiled) {
  const Project& project = compiled.project;
  Listing listing{{"profile", "bundle", "languages", "formats", "for"}, {}};
  for (const Profile& profile : project.profiles) {
    for (const Bundle& bundle : profile.bundles) {
      listing.rows.push_back({profile.id, bundle.id, join(bundle.languages, " "), join(bundle.formats, " "),
                              space_text(project.site, bundle.space)});
    }
  }
  return listing;
}

Listing editions(const Compilation& compiled) {
  const Project& project = compiled.project;
  Listing listing{{"edition", "pages"}, {}, {"pages"}};
  for (const Edition& edition : make_editions(project, {})) {
    listing.rows.push_back({edition.id(), std::to_string(edition.pages.size())});
  }
  return listing;
}

Listing dimensions(const Compilation& compiled) {
  const Project& project = compiled.project;
  Listing listing{{"dimension", "value", "label"}, {}};
  for (const Dimension& dimension : project.site.dimensions) {
    for (const DimensionValue& value : dimension.values) {
      listing.rows.push_back({dimension.id, value.id, std::string(value.label.in(source_language(project)))});
    }
  }
  return listing;
}

/// How many editions have each page, by index in Project::pages.
std::vector<std::size_t> editions_of_pages(const Project& project) {
  std::vector<std::size_t> counts(project.pages.size());
  for (const Edition& edition : make_editions(project, {})) {
    for (const EditionPage& page : edition.pages) ++counts[page.page];
  }
  return counts;
}

Listing pages(const Compilation& compiled) {
  const Project& project = compiled.project;
  Listing listing{{"page", "title", "editions", "for"}, {}, {"editions"}};
  const std::vector<std::size_t> counts = editions_of_pages(project);
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    if (page.partial) continue;
    const Condition& condition = page.front.condition;
    listing.rows.push_back({page.file, page.front.title, std::to_string(counts[index]),
                            condition.always() ? "" : condition_code(project.site, condition)});
  }
  return listing;
}

Listing conditions(const Compilation& compiled) {
  const Project& project = compiled.project;
  Listing listing{{"condition", "place", "written"}, {}};
  for (const NamedCondition& named : project.site.conditions) {
    listing.rows.push_back({condition_code(project.site, named.condition),
                            fmt::format("{}:{}", named.where.file, named.where.start.line), named.name});
  }
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const PageLines lines(project.pages[index]);
    for (const ConditionUse& use : compiled.programs(index).conditions) {
      listing.rows.push_back({condition_code(project.site, use.condition),
                              fmt::format("{}:{}", project.pages[index].file, use.where.line),
                              lines.mark(use)});
    }
  }
  return listing;
}

/// Names of variables with how often the texts use them.
std::map<std::string, std::size_t> variable_uses(const Compilation& compiled) {
  std::map<std::string, std::size_t> uses;
  for (std::size_t index = 0; index < compiled.project.pages.size(); ++index) {
    const Program& program = compiled.programs(index);
    for (const VariableUse& use : program.variables) ++uses[use.name];
    for (const LinkUse& use : program.links) {
      if (use.kind == LinkUse::Kind::variable) ++uses[use.target];
    }
  }
  return uses;
}

Listing variables(const Compilation& compiled) {
  Listing listing{{"variable", "uses", "editions"}, {}, {"uses", "editions"}};
  std::map<std::string, std::size_t> uses = variable_uses(compiled);
  std::map<std::string, std::size_t> editions;
  for (const Edition& edition : make_editions(compiled.project, {})) {
    for (const auto& [name, value] : edition.variables) {
      ++editions[name];
      uses.try_emplace(name, 0);
    }
  }
  for (const auto& [name, count] : uses)
    listing.rows.push_back({name, std::to_string(count), std::to_string(editions[name])});
  return listing;
}

Listing components(const Compilation& /*compiled*/) {
  Listing listing{{"component", "about"}, {}};
  for (const ComponentSpec& spec : component_specs())
    listing.rows.push_back({std::string(spec.name), std::string(spec.summary)});
  return listing;
}

Listing all_formats(const Compilation& /*compiled*/) {
  Listing listing{{"format", "about"}, {}};
  for (const Format& format : formats())
    listing.rows.push_back({std::string(format.id), std::string(format.summary)});
  return listing;
}

Listing all_checks(const Compilation& /*compiled*/) {
  Listing listing{{"check", "about"}, {}};
  for (const Check& check : checks())
    listing.rows.push_back({std::string(check.id), std::string(check.summary)});
  return listing;
}

Listing codes(const Compilation& /*compiled*/) {
  Listing listing{{"code", "severity", "why"}, {}};
  for (const DiagnosticCode& row : diagnostic_codes()) {
    listing.rows.push_back(
        {std::string(row.code), std::string(severity_word(row.severity)), std::string(row.why)});
  }
  return listing;
}

constexpr auto kinds = std::to_array<ListingKind>({
    {"profiles", "the organisations", true, profiles},
    {"bundles", "what each organisation gets", true, bundles},
    {"editions", "every bundle in every language, with its number of pages", true, editions},
    {"pages", "every page, with the number of editions that have it", true, pages},
    {"conditions", "every condition, where it is written", true, conditions},
    {"variables", "what `var` can name, how often it does, and how many editions have a value", true,
     variables},
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
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::string& name = listing.columns[column];
      const bool counts =
          std::find(listing.counts.begin(), listing.counts.end(), name) != listing.counts.end();
      if (counts) {
        object[name] = std::stoull(row[column]);
      } else {
        object[name] = row[column];
      }
    }
    array.push_back(std::move(object));
  }
  return json_text(array, 2) + "\n";
}

}  // namespace tailorbird
