#include "import/import.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/memory_files.hpp"
#include "base/strings.hpp"
#include "build/build.hpp"
#include "diag/suggest.hpp"
#include "import/content_counts.hpp"
#include "import/import_check.hpp"
#include "read/project.hpp"
#include "read/schema/scalar_readers.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view map_name = "import-map.yaml";

Result<const ImportKind*> kind_of(const ImportRequest& request, const SourceTree& tree) {
  const auto kinds = import_kinds();
  if (!request.kind.empty()) {
    const auto row = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const ImportKind& one) { return one.name == request.kind; });
    std::vector<std::string> names;
    for (const ImportKind& one : kinds) names.emplace_back(one.name);
    if (row == kinds.end())
      return Error{
          fmt::format("there is no kind of source `{}`; {}", request.kind, suggestion(request.kind, names))};
    return &*row;
  }
  const std::vector<std::string>& signs = tree.pages.empty() ? tree.paths : tree.pages;
  for (const ImportKind& kind : kinds) {
    if (std::any_of(signs.begin(), signs.end(), kind.is_sign)) return &kind;
  }
  return Error{fmt::format("{} contains no Markdown, Quarto, DITA or Word file", request.source.string())};
}

/// "content/en/handbook", "en/handbook" → language and folder.
Result<ImportPlaces> places_of(const ImportRequest& request, const Site& site) {
  std::string into = replace_all(request.into, "\\", "/");
  if (into.starts_with("./")) into.erase(0, 2);
  if (into.starts_with("content/")) into.erase(0, std::string_view("content/").size());
  while (into.ends_with('/')) into.pop_back();
  const std::string language = into.substr(0, into.find('/'));
  if (std::find(site.languages.begin(), site.languages.end(), language) == site.languages.end())
    return Error{
        fmt::format("--into begins with the folder of a language, such as content/{}/handbook; `{}` is not a "
                    "language of the site",
                    site.languages.empty() ? "en" : site.languages.front(), language)};
  ImportPlaces places;
  places.language = language;
  if (into.size() > language.size()) places.folder = into.substr(language.size() + 1);
  for (const std::string_view part : split(places.folder, '/')) {
    if (!places.folder.empty() && !is_id(part))
      return Error{
          fmt::format("a folder cannot be called `{}`; small letters, digits and hyphens are safe", part)};
  }
  return places;
}

/// Pages of the source that are there already are left alone.
Result<void> leave_existing(const ImportRequest& request, ImportReport& report) {
  for (ImportPage& page : report.pages) {
    const Result<FileStatus> status = request.files->stat(request.root / "content" / page.target);
    if (!status) return status.error();
    if (status->kind == FileStatus::Kind::missing) continue;
    page.losses.clear();
    page.lose("page-exists", 0, fmt::format("content/{}", page.target));
  }
  return {};
}

/// If a picture of the same name but with other bytes exists, the new one gets another name: nothing is
/// overwritten.
Result<void> check_media(const ImportRequest& request, ImportReport& report) {
  std::erase_if(report.media, [&](const ImportMedia& media) {
    const Result<std::string> there = request.files->read(request.root / "content" / media.target);
    return there && *there == media.bytes;
  });
  for (const ImportMedia& media : report.media) {
    const Result<FileStatus> status = request.files->stat(request.root / "content" / media.target);
    if (!status) return status.error();
    if (status->kind != FileStatus::Kind::missing)
      return Error{fmt::format(
          "content/{} is there already and is another picture; import into another folder, or rename it",
          media.target)};
  }
  return {};
}

Result<void> write_all(const ImportRequest& request, ImportReport& report) {
  for (const ImportMedia& media : report.media) {
    if (auto written = write_file(request.root / "content" / media.target, media.bytes); !written)
      return written;
  }
  for (ImportPage& page : report.pages) {
    if (!page.written) continue;
    if (auto written = write_file(request.root / "content" / page.target, page.text()); !written)
      return written;
  }
  report.written = true;
  return {};
}

/// A partial has no front matter: one that named its readers there is not written.
void hold_partials_for_some(std::vector<ImportPage>& pages, const Site& site) {
  for (ImportPage& page : pages) {
    for (const auto& [key, value] : page.keys) {
      if (page.partial && site.find_dimension(key) >= 0)
        page.lose("readers-unknown", 0, fmt::format("`{}: {}` of a text that others include", key, value));
    }
  }
}

bool exists_already(const ImportPage& page) {
  return std::any_of(page.losses.begin(), page.losses.end(),
                     [](const Loss& loss) { return loss.kind == "page-exists"; });
}

/// Without a table, no readers are guessed: the author fills the table in first.
Result<ImportReport> ask_for_map(const ImportRequest& request, const ConditionMap& conditions,
                                 const Site& site, ImportReport report) {
  report.map_draft = conditions.draft(site);
  report.map_file = request.root / map_name;
  report.media.clear();
  if (request.dry_run) return report;
  const Result<FileStatus> status = request.files->stat(report.map_file);
  if (!status) return status.error();
  if (status->kind != FileStatus::Kind::missing)
    return Error{
        fmt::format("conditions were found that need a table, and {} is there already; use it with --map {}",
                    report.map_file.string(), report.map_file.string())};
  if (auto written = write_file(report.map_file, report.map_draft); !written) return written.error();
  return report;
}

Result<ConditionMap> read_map(const ImportRequest& request, const Site& site) {
  if (request.map.empty()) return ConditionMap{site};
  const Result<std::string> text = request.files->read(request.map, largest_text_file);
  if (!text) return text.error();
  return ConditionMap::read(*text, request.map.generic_string(), site);
}

}  // namespace

std::size_t ImportReport::count(LossFate fate) const {
  return static_cast<std::size_t>(
      std::count_if(pages.begin(), pages.end(), [&](const ImportPage& page) { return page.fate() == fate; }));
}

Result<ImportReport> import_source(const ImportRequest& request) {
  const Result<ProjectRead> project = read_project(request.root, 0, {}, *request.files);
  if (!project) return project.error();
  const Site& site = project->project.site;
  Result<ImportPlaces> places = places_of(request, site);
  if (!places) return places.error();
  Result<SourceTree> tree = read_source_tree(request.source, *request.files);
  if (!tree) return tree.error();
  const Result<const ImportKind*> kind = kind_of(request, *tree);
  if (!kind) return kind.error();
  Result<ConditionMap> conditions = read_map(request, site);
  if (!conditions) return conditions.error();
  if (tree->pages.empty())
    std::copy_if(tree->paths.begin(), tree->paths.end(), std::back_inserter(tree->pages), (*kind)->is_page);
  Result<SourcePages> source = (*kind)->read(*tree, *conditions);
  if (!source) return source.error();

  ImportReport report;
  report.kind = (*kind)->name;
  report.into =
      fmt::format("content/{}{}{}", places->language, places->folder.empty() ? "" : "/", places->folder);
  report.pages = std::move(source->pages);
  report.losses = std::move(source->losses);
  places->site = &site;
  places->tree = &*tree;
  places->extracted = std::move(source->extracted);
  if (conditions->has_unknown() && request.map.empty())
    return ask_for_map(request, *conditions, site, std::move(report));

  place_pages(report.pages, *places);
  hold_partials_for_some(report.pages, site);
  report.media = repair_links(report.pages, *places);
  for (ImportPage& page : report.pages) page.target = fmt::format("{}/{}", places->language, page.target);
  if (auto left = leave_existing(request, report); !left) return left.error();
  if (auto checked = check_media(request, report); !checked) return checked.error();
  for (ImportPage& page : report.pages) page.written = !exists_already(page) && !(page.partial && page.draft);
  if (auto checked = check_import(request, report); !checked) return checked.error();
  for (ImportPage& page : report.pages) {
    page.out += count_markdown(joined(page.body));
    std::sort(page.losses.begin(), page.losses.end(), [](const Loss& a, const Loss& b) {
      return std::tie(a.line, a.kind, a.what) < std::tie(b.line, b.kind, b.what);
    });
    page.losses.erase(std::unique(page.losses.begin(), page.losses.end()), page.losses.end());
  }
  if (!request.dry_run) {
    if (auto written = write_all(request, report); !written) return written.error();
  }
  return report;
}

}  // namespace tailorbird
