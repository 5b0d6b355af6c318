#pragma once
// The table of formats. A format packages the documents of one bundle; what they look like is decided
// before (render/). A Packager receives the same files whatever the format.

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "render/render.hpp"
#include "write/packed.hpp"
#include "write/staging.hpp"
#include "write/written_files.hpp"

namespace tailorbird {

class OutputGuard;

struct PackageRequest {
  const Profile& profile;
  const Bundle& bundle;  // its languages: those that are built
  const Theme& theme;    // for words on what is no page, such as START-HERE.html
  const Staging& staging;
  OutputGuard& guard;                         // sees every file, in every format
  const std::string& revision;                // of the bundle's files: known when the packager finishes
  bool zip = true;                            // also the zip beside a folder
  fs::path data_folder;                       // installed data: control documents
  std::vector<const Edition*> editions = {};  // of this bundle, one for each language that is built
  const Files* files = &disk();               // what control documents are read through
  unsigned jobs = 0;                          // how many things `finish` does side by side; 0: one a core
  PackedStore* packed = nullptr;              // what the zips of this build share
};

/// A picture, clip or download that pages of an edition use.
struct UsedFile {
  std::string file;  // from the project's root
  std::string path;  // from the bundle's folder
  std::string bytes;
};

/// An edition in the form that a format asked for (Format::rendition).
struct RenderedEdition {
  const EditionRenderer* renderer;  // for what stands around the pages
  std::vector<OutputFile> pages;    // in reading order; those of one file are sections
  std::vector<OutputFile> extras;   // its search data, its accessibility statement
  std::vector<UsedFile> files;      // that are in the pages, or stand beside them
};

/// One bundle in one format while it is written. `add` is thread-safe; the result does not depend on the
/// order of calls.
class Packager {
 public:
  virtual ~Packager() = default;
  /// `language` empty: shared by all languages of the bundle.
  virtual Result<void> add(std::string_view language, const OutputFile& file) = 0;
  /// For formats whose pages are no files of a site: called once for each edition, after all of `add`.
  virtual Result<void> add_edition(const RenderedEdition& /*edition*/, Diagnostics& /*diagnostics*/) {
    return {};
  }
  /// Writes what can only be written at the end (zips, manifests).
  virtual Result<void> finish(Diagnostics& diagnostics) = 0;
  /// What was written so far, sorted by path.
  virtual std::vector<WrittenFile> written() const = 0;
  /// The finished files of the organisation's other bundles, before `finish`: for those who list them.
  virtual void hear_of(std::vector<WrittenFile> /*files*/) {}
  /// Hands over the list of what was written, sorted by path: once, at the very end.
  virtual std::vector<WrittenFile> take_written() = 0;
  /// The units to move into place (Staging::commit). After `finish` and before take_written.
  virtual std::vector<std::string> units() const = 0;
};

struct Format {
  std::string_view id;       // "site"
  std::string_view summary;  // "a folder of HTML that opens from a double click, and a zip of it"
  std::unique_ptr<Packager> (*open)(const PackageRequest& request);
  /// What only this format asks of an edition; findings name the edition. May be null.
  void (*check)(const Edition& edition, Diagnostics& diagnostics) = nullptr;
  /// How pages are addressed, and what for: files of a site are handed to `add`, others to `add_edition`.
  Rendition rendition = {};
  /// Pages that the format needs in the site. May be null.
  std::vector<OutputFile> (*pages)(const RenderContext& context, Diagnostics& diagnostics) = nullptr;
  /// Whether a learning system is told of readers, as far as the bundle's level of tracking says.
  bool tracks = false;
  /// Processor time for each page, in microseconds, as docs/performance.md has it: what shards are balanced
  /// by.
  std::size_t cost = 0;
};

std::span<const Format> formats();
/// The ids of all formats.
std::vector<std::string> format_ids();
/// Whether `bundle` is to be written in the format `id`.
bool is_written_as(const Bundle& bundle, std::string_view id);

}  // namespace tailorbird
