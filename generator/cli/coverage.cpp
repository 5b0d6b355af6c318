#include "report/coverage.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

#include "base/strings.hpp"
#include "cli/all_commands.hpp"
#include "cli/compilation.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"
#include "diag/suggest.hpp"
#include "model/condition_names.hpp"
#include "read/project.hpp"
#include "report/two_readers.hpp"

namespace tailorbird {
namespace {

struct CoverageOptions {
  std::string root;
  std::vector<std::string> dimensions;
  std::vector<std::string> where;    // "audience=manager"
  std::vector<std::string> between;  // two readers: "audience=manager,jurisdiction=gb"
  int least = 0;                     // percent of words that must differ between them
  std::string profile;               // an organisation; empty: all readers
  std::string language;
  std::string form = "text";
};

Result<std::size_t> dimension_named(const Site& site, const std::string& name) {
  const int index = site.find_dimension(name);
  if (index >= 0) return static_cast<std::size_t>(index);
  return Error{fmt::format("no dimension `{}`; {}", name, suggestion(name, dimension_ids(site)))};
}

/// "audience=manager" takes the other values of the dimension out of `readers`.
Result<void> narrow(const Site& site, const std::string& where, ReaderSet& readers) {
  const std::size_t equals = where.find('=');
  const Result<std::size_t> dimension = dimension_named(site, where.substr(0, equals));
  if (!dimension) return dimension.error();
  const std::string value = equals == std::string::npos ? "" : where.substr(equals + 1);
  const int index = site.dimensions[*dimension].find(value);
  if (index < 0) {
    return Error{fmt::format("no value `{}` of `{}`; {}", value, site.dimensions[*dimension].id,
                             suggestion(value, value_ids(site.dimensions[*dimension])))};
  }
  readers.possible[*dimension] &= ValueSet{1} << static_cast<unsigned>(index);
  return {};
}

/// The first dimension and the one of the path, when nobody names others.
std::vector<std::size_t> usual_dimensions(const Site& site) {
  std::vector<std::size_t> dimensions = {0};
  const std::size_t path = site.path_dimension.value_or(1);
  if (path > 0 && path < site.dimensions.size()) dimensions.push_back(path);
  return dimensions;
}

Result<std::string> language_of(const Site& site, const CoverageOptions& options) {
  const std::string language = options.language.empty() ? site.languages.front() : options.language;
  if (std::find(site.languages.begin(), site.languages.end(), language) == site.languages.end())
    return Error{fmt::format("no language `{}`; {}", language, suggestion(language, site.languages))};
  return language;
}

/// Keeps only the readers for whom an organisation has bundles.
Result<void> narrow_to_profile(const Project& project, const std::string& id, ReaderSet& readers) {
  const auto profile = std::find_if(project.profiles.begin(), project.profiles.end(),
                                    [&](const Profile& one) { return one.id == id; });
  if (profile == project.profiles.end()) {
    std::vector<std::string> ids;
    for (const Profile& one : project.profiles) ids.push_back(one.id);
    return Error{fmt::format("no profile `{}`; {}", id, suggestion(id, ids))};
  }
  for (std::size_t dimension = 0; dimension < readers.possible.size(); ++dimension) {
    ValueSet values = 0;
    for (const Bundle& bundle : profile->bundles)
      if (!bundle.is_kit) values |= bundle.space.possible[dimension];
    readers.possible[dimension] &= values;
  }
  return {};
}

Result<CoverageRequest> make_coverage_request(const Project& project, const CoverageOptions& options) {
  const Site& site = project.site;
  CoverageRequest request;
  if (site.dimensions.empty() || site.languages.empty())
    return Error{"content/site.yaml has no dimensions or no languages; `tailorbird check` says more"};
  Result<std::string> language = language_of(site, options);
  if (!language) return language.error();
  request.language = std::move(language).value();
  for (const std::string& name : options.dimensions) {
    const Result<std::size_t> dimension = dimension_named(site, name);
    if (!dimension) return dimension.error();
    request.dimensions.push_back(*dimension);
  }
  if (request.dimensions.size() > 2) return Error{"a map has one or two dimensions; name --by once or twice"};
  if (request.dimensions.empty()) request.dimensions = usual_dimensions(site);
  request.readers = site.everybody();
  if (!options.profile.empty()) {
    if (auto narrowed = narrow_to_profile(project, options.profile, request.readers); !narrowed)
      return narrowed.error();
  }
  for (const std::string& where : options.where) {
    if (auto narrowed = narrow(site, where, request.readers); !narrowed) return narrowed.error();
  }
  return request;
}

/// "audience=manager,jurisdiction=gb": those among `readers` who fit it all.
Result<ReaderSet> readers_named(const Site& site, const std::string& text, ReaderSet readers) {
  for (const std::string_view part : split(text, ',')) {
    if (auto narrowed = narrow(site, std::string(part), readers); !narrowed) return narrowed.error();
  }
  return readers;
}

Exit run_between(const Compilation& compiled, const CoverageOptions& options, const ReaderSet& among) {
  const Site& site = compiled.project.site;
  const Result<std::string> language = language_of(site, options);
  if (!language) return could_not_run(language.error());
  if (options.form == "html") return could_not_run(Error{"two readers are compared as text or json"});
  if (options.between.size() != 2) return could_not_run(Error{"name --between twice, once for each reader"});
  const Result<ReaderSet> one = readers_named(site, options.between[0], among);
  if (!one) return could_not_run(one.error());
  const Result<ReaderSet> other = readers_named(site, options.between[1], among);
  if (!other) return could_not_run(other.error());
  const TwoReaders result = compare_readers(compiled.project, compiled.programs, *language, *one, *other);
  const auto print = options.form == "json" ? two_readers_json : two_readers_text;
  print_result(print(compiled.project, result));
  return result.all.percent() < options.least ? Exit::findings : Exit::clean;
}

using Print = std::string (*)(const Site&, const Coverage&);

Exit run_coverage(const CoverageOptions& options) {
  Result<ProjectRead> read = read_project(options.root);
  if (!read) return could_not_run(read.error());
  if (read->diagnostics.has_errors())
    print_error("The project has errors, so this may not be complete; `tailorbird check` shows them.\n");
  const Compilation compiled(std::move(read->project));
  Result<CoverageRequest> request = make_coverage_request(compiled.project, options);
  if (!request) return could_not_run(request.error());
  if (!options.between.empty()) return run_between(compiled, options, request->readers);
  const Coverage result = coverage(compiled.project, compiled.programs, std::move(request).value());
  const Print print = options.form == "json"   ? coverage_json
                      : options.form == "html" ? coverage_html
                                               : coverage_text;
  print_result(print(compiled.project.site, result));
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<CoverageOptions>();  // shared: the parser and the returned function need it
  declare_root(app, options->root);
  app.add_option(
         "--by", options->dimensions,
         "A dimension of the map: rows, and given again, columns (default: the first one and the path)")
      ->type_name("DIMENSION")
      ->expected(1)
      ->take_all();
  app.add_option("--where", options->where,
                 "Only these readers: audience=manager; may be given several times")
      ->type_name("DIMENSION=VALUE")
      ->expected(1)
      ->take_all();
  app.add_option("--between", options->between,
                 "Instead of the map: how much the texts of two readers differ, page by page; give it twice")
      ->type_name("DIMENSION=VALUE,…")
      ->expected(1)
      ->take_all();
  app.add_option("--least", options->least,
                 "With --between: the exit status is 1 when fewer percent of their words differ")
      ->type_name("PERCENT")
      ->check(CLI::Range(0, 100));
  app.add_option("--profile", options->profile, "Only the readers of this organisation's bundles")
      ->type_name("ID");
  app.add_option("--language", options->language, "Texts in this language (default: the source language)")
      ->type_name("CODE");
  app.add_option("--as", options->form, "text (for people), json (for programs) or html (a heat map)")
      ->type_name("FORM")
      ->check(CLI::IsMember({"text", "json", "html"}));
  return [options] { return run_coverage(*options); };
}

}  // namespace

const Command coverage_command{
    "coverage", "Show how texts cover readers: a map, thin variants, dead conditions",
    "Counts, for each combination of two dimensions, the pages, words, components and conditions that its "
    "readers can see, and reports variants that hardly differ, values that nothing names, and conditions "
    "that admit nobody or exclude nobody, each with its cause. Overlays of organisations are not counted.",
    "tailorbird coverage                                         audience by phase\n"
    "tailorbird coverage --by phase --by jurisdiction --where audience=manager\n"
    "tailorbird coverage --profile meander                       of one organisation's readers\n"
    "tailorbird coverage --as html > coverage.html               a heat map\n"
    "tailorbird coverage --between audience=manager,setting=plant --between audience=manager,setting=care",
    declare};

}  // namespace tailorbird
