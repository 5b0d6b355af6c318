#include "build/renditions.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/base64.hpp"
#include "base/names.hpp"
#include "base/parallel.hpp"
#include "base/strings.hpp"
#include "tailor/file_target.hpp"

namespace tailorbird {
namespace {

/// The largest size of a single file for screens: mail systems accept it, and phones open it.
constexpr std::size_t one_file_budget = std::size_t{5} << 20U;

std::string data_address(const UsedFile& file) {
  const FileType* type = file_type(file.file);
  return fmt::format("data:{};base64,{}", type == nullptr ? "application/octet-stream" : type->mime,
                     base64(file.bytes));
}

/// The files that pages of the edition use and that it may use. A drawing that is more than a drawing was
/// reported with the pages of the site.
Result<std::vector<UsedFile>> used_files(const Edition& edition, const EditionSetting& setting,
                                         const MediaUse& media) {
  const BuildRequest& request = setting.build.request;
  std::vector<UsedFile> files;
  for (const auto& [file, languages] : media) {
    if (!languages.contains(edition.language) || !is_media(file) || !may_use(edition, file)) continue;
    Result<std::string> bytes = request.files->read(request.root / file);
    if (!bytes) return bytes.error();
    Diagnostics said_before;
    if (ascii_lower(file).ends_with(".svg") && !make_safe(file, *bytes, said_before)) continue;
    files.push_back({file, file_output_path(edition, file), std::move(*bytes)});
  }
  return files;
}

std::string megabytes(std::size_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / (1024.0 * 1024.0));
}

/// One rendition of one edition. Threads write only to their own page's place.
class RenditionRun {
 public:
  RenditionRun(const Edition& edition, const EditionSetting& setting, const Rendition& rendition,
               std::vector<UsedFile> files)
      : edition_(edition),
        setting_(setting),
        rendition_(rendition),
        navigation_(make_navigation(edition)),
        files_(std::move(files)) {
    // Clips and downloads are useless on paper.
    if (rendition.medium == Medium::paper)
      std::erase_if(files_, [](const UsedFile& one) { return !is_picture(one.file); });
  }

  Result<void> hand_to(const std::vector<OpenPackage>& packages, Diagnostics& diagnostics) {
    RenderedEdition rendered = render(diagnostics);
    if (is_stopped(setting_.build.request)) return Error{"stopped"};
    if (rendition_.address == PageAddress::one_file && rendition_.medium == Medium::screen &&
        leave_out_the_largest(rendered, diagnostics)) {
      Diagnostics said_before;
      rendered = render(said_before);
    }
    for (const OpenPackage& package : packages) {
      if (package.rendition != rendition_) continue;
      if (auto added = package.packager->add_edition(rendered, diagnostics); !added) return added;
    }
    return {};
  }

 private:
  Addressing addressing() const {
    EmbeddedFiles embedded;
    embedded.left_out_note = setting_.theme.word(edition_.language, "left-out");
    if (rendition_.address == PageAddress::one_file) {
      for (const UsedFile& file : files_) embedded.data[file.file] = data_address(file);
    }
    return Addressing(edition_, rendition_, std::move(embedded));
  }

  RenderedEdition render(Diagnostics& diagnostics) {
    renderer_ =
        std::make_unique<EditionRenderer>(render_context(edition_, navigation_, setting_, addressing()));
    std::vector<OutputFile> pages(edition_.pages.size());
    std::vector<Diagnostics> found(pages.size());
    parallel_for(pages.size(), setting_.build.request.jobs, [&](std::size_t index) {
      if (is_stopped(setting_.build.request)) return;
      const TailoredPage page =
          tailor_page(edition_, index, setting_.build.programs, renderer_->context().addressing);
      pages[index] = renderer_->page(page, found[index]);
    });
    for (Diagnostics& one : found) diagnostics.append(std::move(one));
    std::vector<OutputFile> extras = renderer_->extras(diagnostics);
    return {renderer_.get(), std::move(pages), std::move(extras), files_};
  }

  /// Keeps a single file within its limit: the largest pictures, clips and downloads are left out first.
  /// Pages contain their pictures, so the sizes of pages are added up.
  bool leave_out_the_largest(const RenderedEdition& rendered, Diagnostics& diagnostics) {
    std::size_t size = 0;
    for (const OutputFile& page : rendered.pages) size += page.bytes.size();
    if (size <= one_file_budget) return false;
    std::sort(files_.begin(), files_.end(), [](const UsedFile& a, const UsedFile& b) {
      return std::pair(a.bytes.size(), a.file) < std::pair(b.bytes.size(), b.file);
    });
    const std::size_t before = size;
    std::string report;
    while (size > one_file_budget && !files_.empty()) {
      const std::string address = data_address(files_.back());
      std::size_t freed = 0;
      for (const OutputFile& page : rendered.pages) {
        for (std::size_t at = page.bytes.find(address); at != std::string::npos;
             at = page.bytes.find(address, at + address.size()))
          freed += address.size();
      }
      size -= freed;
      report += fmt::format("{}`{}` ({})", report.empty() ? "" : ", ", files_.back().path, megabytes(freed));
      files_.pop_back();
    }
    for (const UsedFile& file : files_)
      report += fmt::format("; kept: `{}` ({})", file.path, megabytes(file.bytes.size() * 4 / 3));
    const bool enough = size <= one_file_budget;
    diagnostics
        .add("single-over-budget", {edition_.profile->file, {}, 0},
             fmt::format("in one file the edition has {}, more than {}; left out: {}", megabytes(before),
                         megabytes(one_file_budget), report.empty() ? "nothing, it is all text" : report))
        .editions = {edition_.id()};
    return enough || !report.empty();
  }

  const Edition& edition_;
  const EditionSetting& setting_;
  const Rendition rendition_;
  const Navigation navigation_;
  std::vector<UsedFile> files_;
  std::unique_ptr<EditionRenderer> renderer_;
};

}  // namespace

Result<void> add_renditions(const Edition& edition, const EditionSetting& setting, const MediaUse& media,
                            BundleOutput& output, Diagnostics& diagnostics) {
  std::set<Rendition> renditions;
  for (const OpenPackage& package : output.packages()) renditions.insert(package.rendition);
  renditions.erase(Rendition{});
  if (renditions.empty()) return {};
  Result<std::vector<UsedFile>> files = used_files(edition, setting, media);
  if (!files) return files.error();
  for (const Rendition& rendition : renditions) {
    RenditionRun run(edition, setting, rendition, *files);
    if (auto handed = run.hand_to(output.packages(), diagnostics); !handed) return handed;
  }
  return {};
}

}  // namespace tailorbird
