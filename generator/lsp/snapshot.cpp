#include "lsp/snapshot.hpp"

#include <algorithm>

namespace tailorbird {

Result<std::shared_ptr<const Snapshot>> Snapshot::make(const EditorSetting& setting, const OpenTexts& open) {
  auto files = std::make_shared<MemoryFiles>(setting.files);
  for (const auto& [file, text] : open) files->put(setting.root / file, text);
  auto loaded = load_project(setting.root, 0, *files);
  if (!loaded) return loaded.error();
  return std::shared_ptr<const Snapshot>(
      new Snapshot(setting, std::move(files), std::move(loaded).value()));  // its constructor is private
}

Result<std::vector<Diagnostic>> Snapshot::findings(bool only_open, const std::atomic<bool>& stop) const {
  BuildRequest request;
  request.root = setting_.root;
  request.files = files_.get();
  request.theme_folders = setting_.theme_folders;
  request.data_folder = setting_.data_folder;
  request.write = false;
  request.checks = !only_open;
  request.stop = &stop;
  if (only_open && !project().profiles.empty()) request.filter.profiles = {project().profiles.front().id};
  Result<BuildReport> report = build(request, *loaded_);
  if (!report) return report.error();
  return std::move(report->diagnostics);
}

std::string Snapshot::text(const std::string& file) const {
  Result<std::string> bytes = files_->read(setting_.root / file, largest_file);
  return bytes ? std::move(bytes).value() : std::string{};
}

const Page* Snapshot::page_of(std::string_view file) const {
  const auto& pages = project().pages;
  const auto page =
      std::find_if(pages.begin(), pages.end(), [&](const Page& one) { return one.file == file; });
  return page == pages.end() ? nullptr : &*page;
}

const Page* Snapshot::page_at(std::string_view language, std::string_view path) const {
  const auto& pages = project().pages;
  const auto page = std::find_if(pages.begin(), pages.end(), [&](const Page& one) {
    return one.language == language && one.path == path && one.overlay_of.empty();
  });
  return page == pages.end() ? nullptr : &*page;
}

}  // namespace tailorbird
