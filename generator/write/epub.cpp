// Format `epub`: an edition as an EPUB 3.3 for each language, each page a chapter.

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/names.hpp"
#include "base/uuid.hpp"
#include "text/html_escape.hpp"
#include "write/all_formats.hpp"
#include "write/edition_files.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view container =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>"
    "</rootfiles>\n</container>\n";

struct Entry {
  std::string path;  // below EPUB/
  std::string type;
  HashedBytes bytes;
  std::string properties = {};
  bool in_spine = false;
};

/// The latest day on which a page was checked. The day of the build would make the same content differ
/// between builds.
std::string modified(const Edition& edition) {
  std::string latest = "2000-01-01";
  for (std::size_t page = 0; page < edition.pages.size(); ++page)
    latest = std::max(latest, edition.page(page).front.reviewed);
  return latest + "T00:00:00Z";
}

/// Accessibility metadata. Every edition has text in reading order, a contents list and headings. Pictures
/// have descriptions, since the checks require them; they are mentioned only if there are pictures.
std::string accessibility(const std::vector<Entry>& entries, std::string_view summary) {
  const bool pictures = std::any_of(entries.begin(), entries.end(), [](const Entry& one) {
    return one.type.starts_with("image/") ||
           one.bytes.view().find("<svg class=\"drawing\"") != std::string::npos;
  });
  std::string text;
  const auto meta = [&](std::string_view property, std::string_view value) {
    text += fmt::format("<meta property=\"schema:{}\">{}</meta>\n", property, html_escaped(value));
  };
  meta("accessMode", "textual");
  if (pictures) meta("accessMode", "visual");
  meta("accessModeSufficient", "textual");
  for (const std::string_view feature :
       {"tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"})
    meta("accessibilityFeature", feature);
  if (pictures) meta("accessibilityFeature", "alternativeText");
  meta("accessibilityHazard", "none");
  meta("accessibilitySummary", summary);
  return text;
}

std::string package_document(const Edition& edition, const Theme& theme, const std::vector<Entry>& entries) {
  const Site& site = edition.project->site;
  std::string title(site.title.in(edition.locale));
  if (const auto bundle = edition.bundle->title.in(edition.locale); !bundle.empty())
    title.append(": ").append(bundle);
  const std::string organisation = html_escaped(edition.profile->name.in(edition.locale));
  std::string manifest;
  std::string spine;
  for (std::size_t index = 0; index < entries.size(); ++index) {
    const Entry& entry = entries[index];
    const std::string properties =
        entry.properties.empty() ? "" : fmt::format(" properties=\"{}\"", entry.properties);
    manifest += fmt::format("<item id=\"f{}\" href=\"{}\" media-type=\"{}\"{}/>\n", index, entry.path,
                            entry.type, properties);
    if (entry.in_spine) spine += fmt::format("<itemref idref=\"f{}\"/>\n", index);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" "
      "xml:lang=\"{0}\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
      "<dc:identifier id=\"id\">{1}</dc:identifier>\n<dc:title>{2}</dc:title>\n"
      "<dc:language>{0}</dc:language>\n<dc:creator>{3}</dc:creator>\n<dc:publisher>{3}</dc:publisher>\n{4}"
      "<meta property=\"dcterms:modified\">{5}</meta>\n{6}</metadata>\n<manifest>\n{7}</manifest>\n"
      "<spine>\n{8}</spine>\n</package>\n",
      edition.language, uuid_address("tailorbird epub " + edition.id()), html_escaped(title), organisation,
      site.licence_name.empty() ? ""
                                : fmt::format("<dc:rights>{}</dc:rights>\n", html_escaped(site.licence_name)),
      modified(edition), accessibility(entries, theme.word(edition.language, "epub-accessibility")), manifest,
      spine);
}

// The pages that every book has.
constexpr std::string_view cover_page = "cover-page.xhtml";
constexpr std::string_view nav_page = "nav-page.xhtml";
constexpr std::string_view people_page = "people-page.xhtml";

/// Reports pages that have the name of one that every book has. Other names that are there twice are so in a
/// site too, and are reported there.
void check_names(const Edition& edition, Diagnostics& diagnostics) {
  const Addressing addressing(edition, {PageAddress::xhtml_file, Medium::paper});
  for (std::size_t index = 0; index < edition.pages.size(); ++index) {
    const std::string path = addressing.output(index);
    for (const std::string_view own : {cover_page, nav_page, people_page}) {
      if (path != fmt::format("{}/{}", edition.language, own)) continue;
      diagnostics
          .add("output-twice", {edition.page(index).file, {}, 0},
               fmt::format("each e-book has a page `{}` of its own, and this one would have the same name",
                           path))
          .editions = {edition.id()};
    }
  }
}

/// The manifest must declare what a chapter contains.
std::string properties_of(std::string_view chapter) {
  return chapter.find("<svg") == std::string_view::npos ? "" : "svg";
}

class EpubPackager : public EditionFilePackager {
 public:
  using EditionFilePackager::EditionFilePackager;

  Result<void> add_edition(const RenderedEdition& rendered, Diagnostics& diagnostics) override {
    const Edition& edition = rendered.renderer->context().edition;
    std::vector<Entry> entries = chapters(rendered, diagnostics);
    entries.push_back({"assets/epub.css", "text/css", request().theme.of_format("epub").style});
    for (const UsedFile& file : rendered.files) {
      if (is_shown(file.path, entries))
        entries.push_back({file.path, std::string(file_type(file.path)->mime), file.bytes});
    }
    const std::string package = package_document(edition, request().theme, entries);
    ZipSink zip(request().guard, request().staging, files(), folder() + "/" + name_of(edition) + ".epub",
                request().packed);
    zip.begin_with({"mimetype"});
    const std::string& language = edition.language;
    if (auto put = zip.put(language, "mimetype", "application/epub+zip"); !put) return put;
    if (auto put = zip.put(language, "META-INF/container.xml", std::string(container)); !put) return put;
    if (auto put = zip.put(language, "EPUB/package.opf", package); !put) return put;
    for (Entry& entry : entries) {
      if (auto put = zip.put(language, "EPUB/" + entry.path, entry.bytes); !put) return put;
    }
    return zip.close();
  }

 private:
  std::vector<Entry> chapters(const RenderedEdition& rendered, Diagnostics& diagnostics) const {
    const EditionRenderer& renderer = *rendered.renderer;
    const std::string folder = renderer.context().edition.language + "/";
    std::vector<Entry> entries;
    std::set<std::string> names;
    const auto add = [&](std::string path, std::string bytes, const std::string& properties = {}) {
      // A name that is there twice has been reported. The book is made all the same, for its other findings.
      if (!names.insert(path).second) return;
      const std::string shown = properties_of(bytes);
      const std::string both =
          properties.empty() || shown.empty() ? properties + shown : properties + " " + shown;
      entries.push_back({std::move(path), "application/xhtml+xml", std::move(bytes), both, true});
    };
    const LayoutTexts here = {{"up", ""}};
    add(fmt::format("{}{}", folder, cover_page), renderer.around("epub-cover", here, diagnostics));
    add(fmt::format("{}{}", folder, nav_page), renderer.around("epub-nav", here, diagnostics), "nav");
    for (const OutputFile& page : rendered.pages) add(page.path, page.bytes);
    const LayoutTexts people = {{"people", renderer.around("people-paper", here, diagnostics)}};
    add(fmt::format("{}{}", folder, people_page), renderer.around("epub-people", people, diagnostics));
    for (const OutputFile& extra : rendered.extras) {
      if (extra.path.ends_with(".xhtml")) add(extra.path, extra.bytes);
    }
    return entries;
  }

  /// Files that no chapter shows stay out, such as posters of clips.
  static bool is_shown(const std::string& path, const std::vector<Entry>& entries) {
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& one) {
      return one.bytes.view().find(path + '"') != std::string::npos;
    });
  }
};

std::unique_ptr<Packager> open_epub(const PackageRequest& request) {
  return std::make_unique<EpubPackager>(request);
}

}  // namespace

/// <profile>-<bundle>-<language>.epub, one for each language.
const Format epub_format = {
    .id = "epub",
    .summary = "one e-book for each language (EPUB 3.3)",
    .open = open_epub,
    .check = check_names,
    .rendition = {PageAddress::xhtml_file, Medium::paper},
    .cost = 795,
};

}  // namespace tailorbird
