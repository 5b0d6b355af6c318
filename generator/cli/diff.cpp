#include "report/diff.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

#include "base/strings.hpp"
#include "base/temporary_folder.hpp"
#include "build/filter.hpp"
#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/run_options.hpp"
#include "diag/suggest.hpp"
#include "read/project.hpp"

namespace tailorbird {
namespace {

struct DiffOptions {
  RunOptions run;
  std::string before;
  std::string after;
  std::string form = "text";
};

/// "meander/managers/en" in its parts; nothing for anything else.
std::vector<std::string> edition_parts(const std::string& name) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(name, '/')) parts.emplace_back(part);
  if (parts.size() != 3) parts.clear();
  return parts;
}

bool is_edition(const Project& project, const std::string& name) {
  const std::vector<Edition> editions = make_editions(project, {});
  return std::any_of(editions.begin(), editions.end(), [&](const Edition& one) { return one.id() == name; });
}

/// The pages that a build of these editions makes now.
Result<OutputEditions> built(const DiffOptions& options, EditionFilter filter) {
  const TemporaryFolder work;
  if (work.path().empty()) return Error{"cannot make a temporary folder"};
  RunOptions run = options.run;
  run.quiet = true;
  BuildRequest request = make_request(run);
  request.out = work.path() / "dist";
  request.filter = std::move(filter);
  request.formats = {"site"};
  request.zip = false;
  const Result<BuildReport> report = build(request);
  if (!report) return report.error();
  if (!report->written)
    return Error{"the project has errors, so there is nothing to compare; `tailorbird check` shows them"};
  return read_output_folder(request.out);
}

/// "one-managers-site.zip" → "one/managers".
std::string bundle_of_zip(const Project& project, const fs::path& zip) {
  const std::string name = zip.filename().string();
  std::string found;
  for (const Profile& profile : project.profiles) {
    for (const Bundle& bundle : profile.bundles) {
      if (name.starts_with(fmt::format("{}-{}-", profile.id, bundle.id)))
        found = profile.id + "/" + bundle.id;
    }
  }
  return found;
}

Result<OutputEditions> delivered(const Project& project, const std::string& name) {
  std::error_code ignored;
  if (fs::is_directory(name, ignored)) return read_output_folder(name);
  const std::string bundle = bundle_of_zip(project, name);
  if (bundle.empty() && fs::is_regular_file(name, ignored))
    return Error{
        fmt::format("no bundle of this project makes `{}`; its name tells which one it is, so keep the name",
                    fs::path(name).filename().string())};
  if (bundle.empty()) {
    std::vector<std::string> editions;
    for (const Edition& edition : make_editions(project, {})) editions.push_back(edition.id());
    return Error{fmt::format("`{}` is not an edition, folder or zip; {}", name, suggestion(name, editions))};
  }
  return read_output_zip(name, bundle, project.site.languages);
}

/// The part of the project to build for a comparison with `editions`.
EditionFilter filter_of(const Project& project, const DiffOptions& options, const OutputEditions& editions) {
  EditionFilter filter{options.run.profiles, options.run.bundles, options.run.languages};
  const auto add = [](std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  const bool given = !filter.profiles.empty() || !filter.bundles.empty() || !filter.languages.empty();
  for (const auto& [name, pages] : editions) {
    if (given || !is_edition(project, name)) continue;
    const std::vector<std::string> parts = edition_parts(name);
    add(filter.profiles, parts[0]);
    add(filter.bundles, parts[1]);
    add(filter.languages, parts[2]);
  }
  return filter;
}

/// Keeps only what the options select, and of `after` only editions that are in `before` too.
void keep_comparable(const DiffOptions& options, const OutputEditions& before, OutputEditions& after,
                     OutputEditions& kept) {
  const auto is_asked = [](const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const auto& [name, pages] : before) {
    const std::vector<std::string> parts = edition_parts(name);
    if (is_asked(options.run.profiles, parts[0]) && is_asked(options.run.bundles, parts[1]) &&
        is_asked(options.run.languages, parts[2]))
      kept.emplace(name, pages);
  }
  std::erase_if(after, [&](const auto& one) { return !kept.contains(one.first); });
}

Result<DiffReport> with_delivery(const Project& project, const DiffOptions& options) {
  Result<OutputEditions> before = delivered(project, options.before);
  if (!before) return before.error();
  Result<OutputEditions> after = options.after.empty() ? built(options, filter_of(project, options, *before))
                                                       : delivered(project, options.after);
  if (!after) return after.error();
  OutputEditions kept;
  keep_comparable(options, *before, *after, kept);
  if (kept.empty())
    return Error{fmt::format("nothing in `{}` is of the editions that were asked for", options.before)};
  DiffReport report{options.before, options.after.empty() ? "now" : options.after, true, {}, 0};
  report.pages = page_changes(project, kept, *after, report.same);
  return report;
}

Result<DiffReport> of_editions(const Project& project, const DiffOptions& options) {
  const std::vector<std::string> a = edition_parts(options.before);
  const std::vector<std::string> b = edition_parts(options.after);
  Result<OutputEditions> made = built(options, {{a[0], b[0]}, {a[1], b[1]}, {a[2], b[2]}});
  if (!made) return made.error();
  DiffReport report{options.before, options.after, false, {}, 0};
  report.pages = page_changes(project, {{options.after, (*made)[options.before]}},
                              {{options.after, (*made)[options.after]}}, report.same);
  return report;
}

Exit run_diff(const DiffOptions& options) {
  const Result<ProjectRead> read = read_project(options.run.root);
  if (!read) return could_not_run(read.error());
  const Project& project = read->project;
  BuildRequest asked;
  asked.filter = {options.run.profiles, options.run.bundles, options.run.languages};
  if (auto known = check_filter(project, asked); !known) return could_not_run(known.error());
  const bool editions = is_edition(project, options.before);
  if (editions && !is_edition(project, options.after))
    return could_not_run(Error{fmt::format("name a second edition to compare `{}` with", options.before)});
  const Result<DiffReport> report =
      editions ? of_editions(project, options) : with_delivery(project, options);
  if (!report) return could_not_run(report.error());
  if (options.form == "review") {
    print_result(diff_review_html(project, *report));
  } else {
    print_result(options.form == "html" ? diff_html(*report) : diff_text(*report));
  }
  return report->pages.empty() ? Exit::clean : Exit::findings;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<DiffOptions>();  // shared: the parser and the returned function need it
  app.add_option("BEFORE", options->before,
                 "An edition (meander/managers/en), or an earlier delivery: a folder that `build` wrote, or "
                 "a zip of it")
      ->required();
  app.add_option("AFTER", options->after,
                 "The same; without it, an earlier delivery is compared with what is built now");
  declare_root(app, options->run.root);
  declare_filter(app, options->run.profiles, options->run.bundles, options->run.languages);
  app.add_option("--as", options->form,
                 "text, html (side by side) or review (one document to print, with owners and sources)")
      ->type_name("FORM")
      ->check(CLI::IsMember({"text", "html", "review"}));
  return [options] { return run_diff(*options); };
}

}  // namespace

const Command diff_command{
    "diff",
    "Compare two editions, or an earlier delivery with what is built now",
    "Compares the words that readers see, page by page. Against an earlier delivery it also lists the pages "
    "whose review date needs an update. The exit status is 1 when something differs.",
    "tailorbird diff meander/managers/en harrow-vale/managers/en\n"
    "tailorbird diff ../delivered/dist                    since the last delivery\n"
    "tailorbird diff meander-managers-site.zip --as html > changes.html\n"
    "tailorbird diff ../delivered/dist --language nl --as review > for-review.html",
    declare,
    {.is_file = true}};

}  // namespace tailorbird
