#include "tailor/missing_page.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "tailor/condition_text.hpp"

namespace tailorbird {
namespace {

/// Whether a page belongs to the content this edition is made from.
bool is_ours(const Edition& edition, const Page& page) {
  return page.overlay_of.empty() || page.overlay_of == edition.profile->id;
}

/// The page of the project at this path; the profile's own rather than the content's. Null when there is
/// none.
const Page* find_page(const Edition& edition, std::string_view language, std::string_view path) {
  const std::vector<Page>& pages = edition.project->pages;
  auto at = std::lower_bound(
      pages.begin(), pages.end(), std::pair(language, path), [](const Page& page, const auto& key) {
        return std::pair<std::string_view, std::string_view>(page.language, page.path) < key;
      });
  const Page* found = nullptr;
  for (; at != pages.end() && at->language == language && at->path == path; ++at) {
    if (is_ours(edition, *at)) found = &*at;
  }
  return found;
}

/// Paths worth comparing with a mistyped one: beside it, or of the same name elsewhere. Not all: a site may
/// have tens of thousands of pages.
std::vector<std::string> candidates(const Edition& edition, std::string_view target, bool partials) {
  std::vector<std::string> paths;
  for (const Page& page : edition.project->pages) {
    if (page.language != edition.language || page.partial != partials || page.front.draft ||
        !is_ours(edition, page))
      continue;
    if (folder_of(page.path) == folder_of(target) || name_of(page.path) == name_of(target))
      paths.push_back(page.path);
  }
  return paths;
}

/// "did you mean `../plan/index.md`?": the nearest path, else the only one of that name.
std::string meant(std::string_view target, const std::vector<std::string>& paths, std::string_view from) {
  std::string best = nearest(target, paths);
  if (best.empty()) {
    const auto same_name = [&](const std::string& path) { return name_of(path) == name_of(target); };
    if (std::count_if(paths.begin(), paths.end(), same_name) == 1)
      best = *std::find_if(paths.begin(), paths.end(), same_name);
  }
  if (best.empty()) return {};
  return fmt::format("did you mean `{}`?", from.empty() ? best : relative_path(from, best));
}

bool is_draft(const Edition& edition, std::string_view path) {
  const std::vector<std::string>& drafts = edition.project->drafts;
  return std::binary_search(drafts.begin(), drafts.end(), fmt::format("{}/{}", edition.language, path));
}

MissingPage left_out(const Edition& edition, const Page& page, std::string_view written) {
  if (page.partial) {
    return {fmt::format("`{}` is a partial and has no page of its own", written),
            fmt::format("put it in with `{{{{< include {} >}}}}`, or link to a page", page.path), page.file};
  }
  return {
      fmt::format("`{}` is left out of this edition", written),
      fmt::format(
          "that page is for {}: put the link under the same condition, or link to a page that all readers "
          "of this text have",
          condition_text(edition.project->site, page.front.condition)),
      page.file};
}

/// The file that the page would have if it existed.
std::string file_of(const Edition& edition, std::string_view path) {
  return fmt::format("content/{}/{}", edition.language, path);
}

}  // namespace

MissingPage missing_page(const Edition& edition, std::string_view from, std::string_view target,
                         std::string_view written) {
  if (const Page* page = find_page(edition, edition.language, target))
    return left_out(edition, *page, written);
  if (is_draft(edition, target)) {
    return {fmt::format("`{}` is a draft, so it is in no edition", written),
            "take `draft: true` out of it, or take the link out", file_of(edition, target)};
  }
  const std::string& source =
      edition.project->site.languages.empty() ? edition.language : edition.project->site.languages[0];
  if (find_page(edition, source, target) != nullptr) {
    return {
        fmt::format("`{}` is not translated into `{}`", written, edition.language),
        fmt::format("write `content/{}/{}`, or take the link out of this language", edition.language, target),
        file_of(edition, target)};
  }
  std::string fix = meant(target, candidates(edition, target, false), from);
  if (fix.empty()) fix = fmt::format("write `content/{}/{}`, or correct the link", edition.language, target);
  return {fmt::format("no page `{}`", written), std::move(fix), file_of(edition, target)};
}

MissingPage missing_partial(const Edition& edition, std::string_view path) {
  if (const Page* page = find_page(edition, edition.language, path)) {
    return {fmt::format("`{}` is left out of this edition", path),
            "put the include under the same condition as that page", page->file};
  }
  if (is_draft(edition, path))
    return {fmt::format("`{}` is a draft, so it is in no edition", path), "take `draft: true` out of it",
            file_of(edition, path)};
  const std::string with_slashes = replace_all(std::string(path), "\\", "/");
  std::string fix = meant(with_slashes, candidates(edition, with_slashes, true), {});
  if (fix.empty()) fix = fmt::format("write `content/{}/{}`, or correct the path", edition.language, path);
  return {fmt::format("no partial `{}` in `{}`", path, edition.language), std::move(fix),
          file_of(edition, path)};
}

}  // namespace tailorbird
