// Format `site`: the folder as it is copied to a share or a web server, and a zip of it for mail and
// download.

#include <fmt/format.h>
#include <map>
#include <mutex>

#include "write/all_formats.hpp"
#include "write/sink.hpp"
#include "write/start_here.hpp"

namespace tailorbird {
namespace {

class SitePackager : public Packager {
 public:
  explicit SitePackager(const PackageRequest& request)
      : request_(request),
        name_(fmt::format("{}-{}", request.profile.id, request.bundle.id)),
        folder_(fmt::format("{}/{}/site", request.profile.id, request.bundle.id)),
        zip_(fmt::format("{}/{}/{}-site.zip", request.profile.id, request.bundle.id, name_)),
        files_(request.staging),
        sink_(request.guard, files_, folder_) {}

  Result<void> add(std::string_view language, const FinishedFile& file) override {
    if (request_.zip) note(language, file);
    return sink_.put(language, file.path, file.bytes);
  }

  Result<void> finish(Diagnostics& /*diagnostics*/) override {
    if (!request_.zip) return {};
    if (auto written = add({}, {std::string(start_here_style_path), std::string(start_here_style())});
        !written)
      return written;
    return write_zip();
  }

  std::vector<WrittenFile> written() const override { return files_.sorted(); }

  std::vector<WrittenFile> take_written() override { return files_.take(); }

  std::vector<std::string> units() const override {
    return request_.zip ? std::vector<std::string>{folder_, zip_} : std::vector<std::string>{folder_};
  }

 private:
  struct Noted {
    std::string language;
    std::string sha256;
  };

  void note(std::string_view language, const FinishedFile& file) {
    Noted noted{std::string(language), file.bytes.sha256()};
    const std::lock_guard lock(mutex_);
    noted_.insert_or_assign(file.path, std::move(noted));
  }

  Result<void> write_zip() {
    ZipSink zip(request_.guard, request_.staging, files_, zip_, request_.packed);
    zip.begin_with({"START-HERE.html"});
    if (auto put = zip.put(
            {}, "START-HERE.html",
            start_here_page(request_.profile, request_.bundle, request_.theme, {name_, request_.revision}));
        !put) {
      return put;
    }
    for (const auto& [path, noted] : noted_) {
      const fs::path from = request_.staging.staged(folder_ + "/" + path);
      if (auto put = zip.put_copy(noted.language, name_ + "/" + path, from, noted.sha256); !put) return put;
    }
    return zip.close();
  }

  PackageRequest request_;
  std::string name_;    // of the folder inside the zip, so that it can be recognised where it is extracted
  std::string folder_;  // relative to dist/
  std::string zip_;
  WrittenFiles files_;
  FolderSink sink_;
  std::mutex mutex_;
  std::map<std::string, Noted> noted_;  // the files of the folder, by path
};

std::unique_ptr<Packager> open_site(const PackageRequest& request) {
  return std::make_unique<SitePackager>(request);
}

}  // namespace

/// <profile>/<bundle>/site/… and <profile>-<bundle>-site.zip.
const Format site_format = {
    .id = "site",
    .summary = "a folder of HTML that opens from a double click or any web server, and a zip of it",
    .open = open_site,
    .cost = 1150,
};

}  // namespace tailorbird
