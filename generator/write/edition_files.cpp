#include "write/edition_files.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"
#include "base/names.hpp"

namespace tailorbird {

EditionFilePackager::EditionFilePackager(const PackageRequest& request)
    : request_(request),
      folder_(fmt::format("{}/{}", request.profile.id, request.bundle.id)),
      files_(request.staging),
      sink_(request.guard, files_, folder_) {}

Result<void> EditionFilePackager::add(std::string_view /*language*/, const FinishedFile& file) {
  if (!file.path.starts_with("assets/")) return {};
  const std::lock_guard lock(mutex_);
  shared_.emplace(file.path, file.bytes);
  return {};
}

std::vector<std::string> EditionFilePackager::units() const {
  std::vector<std::string> paths;
  for (const WrittenFile& file : files_.sorted()) paths.push_back(file.path);
  return paths;
}

std::string EditionFilePackager::name_of(const Edition& edition) const {
  return fmt::format("{}-{}-{}", request_.profile.id, request_.bundle.id, edition.language);
}

std::string_view EditionFilePackager::shared(std::string_view path) const {
  const auto found = shared_.find(path);
  return found == shared_.end() ? std::string_view{} : found->second.view();
}

std::string EditionFilePackager::sections(const RenderedEdition& edition) {
  std::string sections;
  for (const OutputFile& page : edition.pages) sections += page.bytes;
  for (const OutputFile& extra : edition.extras) {
    if (extra.path.ends_with(".html")) sections += extra.bytes;  // the accessibility statement
  }
  return sections;
}

std::string EditionFilePackager::logo() const { return picture(logo_path(request_.profile)); }

std::string EditionFilePackager::dark_logo() const { return picture(dark_logo_path(request_.profile)); }

std::string EditionFilePackager::picture(const std::string& path) const {
  const std::string_view bytes = path.empty() ? std::string_view{} : shared(path);
  if (bytes.empty()) return {};
  const FileType* type = file_type(path);
  return fmt::format("data:{};base64,{}", type == nullptr ? "" : type->mime, base64(bytes));
}

void EditionFilePackager::show_to_guard(const RenderedEdition& edition) {
  const std::string& language = edition.renderer->context().edition.language;
  for (const UsedFile& file : edition.files) request_.guard.inspect(language, file.path, file.bytes);
}

Result<void> EditionFilePackager::put(const Edition& edition, const std::string& name, std::string bytes) {
  return sink_.put(edition.language, name, std::move(bytes));
}

Result<void> EditionFilePackager::put_shared(const std::string& name, std::string bytes) {
  return sink_.put({}, name, std::move(bytes));
}

}  // namespace tailorbird
