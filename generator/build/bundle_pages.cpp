#include "build/bundle_pages.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "build/loaded_project.hpp"
#include "build/media.hpp"
#include "render/rollout_dates.hpp"
#include "tailor/file_target.hpp"

namespace tailorbird {

/// What renders the pages of one edition.
struct BundlePages::Rendered {
  Rendered(const Edition& edition, const Theme& theme, const std::vector<Edition>& editions)
      : navigation(make_navigation(edition)),
        lexicon(edition.language),
        renderer(render_context(edition, {navigation, theme, editions, lexicon})) {}

  struct Parts {
    const Navigation& navigation;
    const Theme& theme;
    const std::vector<Edition>& editions;
    SearchLexicon& lexicon;
  };
  static RenderContext render_context(const Edition& edition, const Parts& parts) {
    std::vector<std::string> languages;
    for (const Edition& one : parts.editions) languages.push_back(one.language);
    const auto has_page = [&editions = parts.editions](std::string_view language, std::string_view path) {
      return std::any_of(editions.begin(), editions.end(),
                         [&](const Edition& one) { return one.language == language && one.find(path) >= 0; });
    };
    return {edition, parts.navigation, parts.theme, std::move(languages), has_page, parts.lexicon};
  }

  const Navigation navigation;
  SearchLexicon lexicon;
  const EditionRenderer renderer;
};

BundlePages::BundlePages(BuildRequest request, std::shared_ptr<const LoadedProject> loaded)
    : request_(std::move(request)),
      loaded_(std::move(loaded)),
      programs_([this](std::size_t page) -> const Program& { return loaded_->compiled.program(page); }),
      editions_(make_editions(loaded_->project, request_.filter)) {}

BundlePages::~BundlePages() = default;

Result<std::unique_ptr<const BundlePages>> BundlePages::open(BuildRequest request,
                                                             std::shared_ptr<const LoadedProject> loaded) {
  std::unique_ptr<BundlePages> pages(new BundlePages(std::move(request), std::move(loaded)));
  if (pages->editions_.empty()) return Error{"there is no such bundle"};
  const Profile& profile = *pages->editions_.front().profile;
  const BuildRequest& asked = pages->request_;
  Result<ThemeRead> theme = read_theme(profile.theme, asked.theme_folders, profile.theme_at, *asked.files,
                                       pages->loaded_->project.site.languages);
  if (!theme) return theme.error();
  if (!theme->complete) return Error{fmt::format("the theme `{}` cannot be loaded", profile.theme)};
  pages->theme_ = std::move(theme->theme);
  for (Edition& edition : pages->editions_) {
    add_rollout_dates(edition, pages->theme_);
    pages->rendered_.push_back(std::make_unique<Rendered>(edition, pages->theme_, pages->editions_));
  }
  Diagnostics told_by_checks;
  for (OutputFile& file : shared_files(pages->theme_, profile, *pages->editions_.front().bundle,
                                       pages->loaded_->project, asked.root, told_by_checks, *asked.files))
    pages->made_.emplace(std::move(file.path), std::move(file.bytes));
  return std::unique_ptr<const BundlePages>(std::move(pages));
}

std::optional<std::string> BundlePages::file(const std::string& path) const {
  {
    const std::lock_guard lock(mutex_);
    const auto made = made_.find(path);
    if (made != made_.end()) return made->second;
  }
  std::optional<std::string> bytes = page(path);
  return bytes ? bytes : picture(path);
}

std::optional<std::string> BundlePages::page(const std::string& path) const {
  for (std::size_t at = 0; at < editions_.size(); ++at) {
    const Edition& edition = editions_[at];
    for (std::size_t index = 0; index < edition.pages.size(); ++index) {
      if (output_path(edition.page(index)) != path) continue;
      Diagnostics told_by_checks;
      const TailoredPage tailored = tailor_page(edition, index, programs_, {request_.marks});
      OutputFile file = rendered_[at]->renderer.page(tailored, told_by_checks);
      const std::lock_guard lock(mutex_);
      used_.insert(tailored.files.begin(), tailored.files.end());
      return made_.emplace(path, std::move(file.bytes)).first->second;
    }
  }
  return std::nullopt;
}

std::optional<std::string> BundlePages::picture(const std::string& path) const {
  std::set<std::string> used;
  {
    const std::lock_guard lock(mutex_);
    used = used_;
  }
  for (const std::string& file : used) {
    if (file_output_path(editions_.front(), file) != path) continue;
    Result<std::string> bytes = request_.files->read(request_.root / file);
    if (!bytes) return std::nullopt;
    Diagnostics told_by_checks;
    const bool is_svg = ascii_lower(file).ends_with(".svg");
    if (is_svg && !make_safe(file, *bytes, told_by_checks)) return std::nullopt;
    return std::move(bytes).value();
  }
  return std::nullopt;
}

}  // namespace tailorbird
