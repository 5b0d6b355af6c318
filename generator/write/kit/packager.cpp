// Format `kit`: what an organisation needs to introduce the guidance. Each document is a page that prints on
// its own; those in the usual layout can be edited as DOCX and ODT too. There are also calendars, a page that
// tests a host, and a list of all packages with their hashes.

#include <algorithm>
#include <fmt/format.h>

#include "render/colours.hpp"
#include "write/all_formats.hpp"
#include "write/kit/calendar_file.hpp"
#include "write/kit/office_files.hpp"
#include "write/kit/package_lists.hpp"
#include "write/sink.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view html_ending = ".html";

/// Languages for which word processors need a region.
std::string with_region(const std::string& locale) {
  if (locale == "en") return "en-GB";
  if (locale == "nl") return "nl-NL";
  if (locale == "fr") return "fr-FR";
  if (locale == "de") return "de-DE";
  return locale;
}

class KitPackager : public Packager {
 public:
  explicit KitPackager(const PackageRequest& request)
      : request_(request),
        folder_(fmt::format("{}/{}", request.profile.id, request.bundle.id)),
        files_(request.staging),
        sink_(request.guard, files_, folder_) {}

  /// Takes documents only, not the assets of the guidance's pages.
  Result<void> add(std::string_view language, const FinishedFile& file) override {
    const std::string prefix = fmt::format("{}/{}", language, kit_folder);
    if (language.empty() || !file.path.starts_with(prefix)) return {};
    const std::string name = file.path.substr(prefix.size());
    const std::string stem = name.substr(0, name.size() - html_ending.size());
    const std::string place = fmt::format("{}/{}", language, stem);
    if (auto put = sink_.put(language, place + std::string(html_ending), file.bytes); !put) return put;
    const Edition* edition = edition_in(language);
    const int index = edition == nullptr ? -1 : edition->find(fmt::format("{}{}.md", kit_folder, stem));
    if (index < 0) return {};
    const Page& page = edition->page(static_cast<std::size_t>(index));
    if (auto put = put_calendar(language, place, file.bytes); !put) return put;
    if (!is_kit_document(page)) return {};
    std::vector<TextBlock> blocks = read_text_blocks(file.bytes);
    if (blocks.empty())
      return Error{fmt::format("cannot make {}.docx: {} is not well-formed XML", place, file.path)};
    const TextDocument document{page.front.title, std::string(request_.profile.name.in(edition->locale)),
                                with_region(edition->locale), std::move(blocks)};
    const std::string colour = readable_on_paper(request_.profile.primary);
    if (auto put = put_office(language, place + ".docx", docx_files(document, colour)); !put) return put;
    return put_office(language, place + ".odt", odt_files(document, colour));
  }

  void hear_of(std::vector<WrittenFile> files) override { delivered_ = std::move(files); }

  Result<void> finish(Diagnostics& /*diagnostics*/) override {
    for (const auto& [path, bytes] : request_.theme.kit_files) {
      if (auto put = sink_.put({}, path, bytes); !put) return put;
    }
    if (request_.editions.empty()) return {};
    for (OutputFile& list : package_lists(*request_.editions.front(), delivered_)) {
      if (auto put = sink_.put({}, list.path, std::move(list.bytes)); !put) return put;
    }
    return {};
  }

  std::vector<WrittenFile> written() const override { return files_.sorted(); }
  std::vector<WrittenFile> take_written() override { return files_.take(); }
  std::vector<std::string> units() const override { return {folder_}; }

 private:
  const Edition* edition_in(std::string_view language) const {
    for (const Edition* edition : request_.editions) {
      if (edition->language == language) return edition;
    }
    return nullptr;
  }

  Result<void> put_calendar(std::string_view language, const std::string& place, std::string_view page) {
    std::string calendar = calendar_file(page, fmt::format("{}/{}", request_.profile.id, place));
    if (calendar.empty()) return {};
    return sink_.put(language, place + ".ics", std::move(calendar));
  }

  Result<void> put_office(std::string_view language, const std::string& path, OfficeFiles files) {
    ZipSink zip(request_.guard, request_.staging, files_, folder_ + "/" + path, request_.packed);
    std::vector<std::string> order;  // as programs for office documents expect it
    for (auto& [name, bytes] : files) {
      order.push_back(name);
      if (auto put = zip.put(language, name, std::move(bytes)); !put) return put;
    }
    zip.begin_with(std::move(order));
    return zip.close();
  }

  PackageRequest request_;
  std::string folder_;  // relative to dist/
  WrittenFiles files_;
  FolderSink sink_;
  std::vector<WrittenFile> delivered_;  // files of the other bundles
};

std::unique_ptr<Packager> open_kit(const PackageRequest& request) {
  return std::make_unique<KitPackager>(request);
}

}  // namespace

/// <profile>/kit/<language>/…, the documents as HTML, DOCX and ODT, with pictures and calendars.
const Format kit_format = {
    .id = "kit",
    .summary =
        "the roll-out kit of an organisation: documents to print and to edit, calendar, code, files for IT",
    .open = open_kit,
    .cost = 4280,
};

}  // namespace tailorbird
