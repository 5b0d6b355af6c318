// Format `site`: the folder as it is copied to a share or a web server, and a zip of it for mail and
// download.

#include <fmt/format.h>

#include "write/packagers.hpp"
#include "write/start_here.hpp"
#include "write/written_files.hpp"
#include "write/zip.hpp"

namespace tailorbird {
namespace {

class SitePackager : public Packager {
 public:
  explicit SitePackager(const PackageRequest& request)
      : request_(request),
        name_(fmt::format("{}-{}", request.profile.id, request.bundle.id)),
        folder_(fmt::format("{}/{}/site", request.profile.id, request.bundle.id)),
        zip_(fmt::format("{}/{}/{}-site.zip", request.profile.id, request.bundle.id, name_)),
        files_(request.staging) {}

  Result<void> add(std::string_view /*language*/, const OutputFile& file) override {
    return files_.write(folder_ + "/" + file.path, file.bytes);
  }

  Result<void> finish(Diagnostics& /*diagnostics*/) override {
    if (!request_.zip) return {};
    if (auto written = files_.write(fmt::format("{}/{}", folder_, start_here_style_path), start_here_style());
        !written) {
      return written;
    }
    if (auto written = write_zip(request_.staging.staged(zip_), zip_entries()); !written) return written;
    return files_.note(zip_);
  }

  std::vector<WrittenFile> take_written() override { return files_.take(); }

  std::vector<std::string> units() const override {
    return request_.zip ? std::vector<std::string>{folder_, zip_} : std::vector<std::string>{folder_};
  }

 private:
  std::vector<ZipEntry> zip_entries() const {
    std::vector<ZipEntry> entries = {
        {"START-HERE.html", start_here_page(request_.profile, request_.bundle, request_.theme, name_), {}}};
    for (const WrittenFile& file : files_.sorted()) {
      entries.push_back({name_ + file.path.substr(folder_.size()), {}, request_.staging.staged(file.path)});
    }
    return entries;
  }

  PackageRequest request_;
  std::string name_;    // of the folder inside the zip: it says whose it is where it is extracted
  std::string folder_;  // relative to dist/
  std::string zip_;
  WrittenFiles files_;
};

}  // namespace

std::unique_ptr<Packager> open_site(const PackageRequest& request) {
  return std::make_unique<SitePackager>(request);
}

}  // namespace tailorbird
