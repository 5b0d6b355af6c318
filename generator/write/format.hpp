#pragma once
// The table of formats. A format packages the documents of one bundle, which are rendered before (render/).
// Packagers receive the same files in every format.

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hashed_bytes.hpp"
#include "diag/diagnostic.hpp"
#include "render/render.hpp"
#include "write/packed.hpp"
#include "write/staging.hpp"
#include "write/written_files.hpp"

namespace tailorbird {

class OutputGuard;

/// A document, asset or picture of a bundle, as packagers receive it.
struct FinishedFile {
  FinishedFile(std::string at, HashedBytes content) : path(std::move(at)), bytes(std::move(content)) {}
  FinishedFile(OutputFile file) : path(std::move(file.path)), bytes(std::move(file.bytes)) {}

  std::string path;  // in the bundle's folder
  HashedBytes bytes;
};

struct PackageRequest {
  const Profile& profile;
  const Bundle& bundle;  // with only the languages that are built
  const Theme& theme;    // for the words of files other than pages, such as START-HERE.html
  const Staging& staging;
  OutputGuard& guard;                         // sees every file, in every format
  const std::string& revision;                // of the bundle's files; set before `finish`
  bool zip = true;                            // also write the zip beside a folder
  fs::path data_folder;                       // installed data: control documents
  std::vector<const Edition*> editions = {};  // of this bundle, one for each language that is built
  const Files* files = &disk();               // for reading control documents
  unsigned jobs = 0;                          // threads for `finish`; 0: one per core
  PackedStore* packed = nullptr;              // compressed content that the zips of this build share
};

/// A picture, clip or download that pages of an edition use.
struct UsedFile {
  std::string file;  // from the project's root
  std::string path;  // from the bundle's folder
  HashedBytes bytes;
};

/// An edition in the rendition that a format requires (Format::rendition).
struct RenderedEdition {
  const EditionRenderer* renderer;  // for layouts around the pages
  std::vector<OutputFile> pages;    // in reading order; those of one file are sections
  std::vector<OutputFile> extras;   // its search data, its accessibility statement
  std::vector<UsedFile> files;      // embedded in the pages, or beside them
};

/// One bundle in one format while it is written. `add` is thread-safe; the result does not depend on the
/// order of calls.
class Packager {
 public:
  virtual ~Packager() = default;
  /// `language` empty: shared by all languages of the bundle.
  virtual Result<void> add(std::string_view language, const FinishedFile& file) = 0;
  /// For formats whose pages are not files of a site: called once for each edition, after all calls of `add`.
  virtual Result<void> add_edition(const RenderedEdition& /*edition*/, Diagnostics& /*diagnostics*/) {
    return {};
  }
  /// Writes what can only be written at the end (zips, manifests).
  virtual Result<void> finish(Diagnostics& diagnostics) = 0;
  /// What was written so far, sorted by path.
  virtual std::vector<WrittenFile> written() const = 0;
  /// Receives the finished files of the organisation's other bundles, before `finish`, for formats that list
  /// them.
  virtual void hear_of(std::vector<WrittenFile> /*files*/) {}
  /// Moves the list of written files out, sorted by path: once, at the very end.
  virtual std::vector<WrittenFile> take_written() = 0;
  /// The units to move into place (Staging::commit). After `finish` and before take_written.
  virtual std::vector<std::string> units() const = 0;
};

/// The descriptor of a format, at the end of its file; formats.def lists all.
struct Format {
  std::string_view id;       // "site"
  std::string_view summary;  // "a folder of HTML that opens from a double click, and a zip of it"
  std::unique_ptr<Packager> (*open)(const PackageRequest& request);
  /// Checks that only this format requires; findings name the edition. May be null.
  void (*check)(const Edition& edition, Diagnostics& diagnostics) = nullptr;
  /// The addressing and medium of pages. The files of a site are passed to `add`, other renditions to
  /// `add_edition`.
  Rendition rendition = {};
  /// Makes extra pages that the format needs in the site. May be null.
  std::vector<OutputFile> (*pages)(const RenderContext& context, Diagnostics& diagnostics) = nullptr;
  /// Whether readers' progress is reported to a learning system, according to the bundle's level of tracking.
  bool tracks = false;
  /// Processor time per page in microseconds, for balancing shards: from docs/performance.md ("What a format
  /// costs"), the seconds beside the site by its 3,044 pages, of the kit by its 170; of the site, those above
  /// `tailorbird check`. Programs that make PDFs are not counted.
  std::size_t cost = 0;
};

std::span<const Format> formats();
/// The ids of all formats.
std::vector<std::string> format_ids();
/// Whether `bundle` is to be written in the format `id`.
bool is_written_as(const Bundle& bundle, std::string_view id);

}  // namespace tailorbird
