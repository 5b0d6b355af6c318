#pragma once
// The base class of formats that write one file for each language of a bundle: `single`, `text`, `epub`.

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "write/format.hpp"
#include "write/sink.hpp"

namespace tailorbird {

class EditionFilePackager : public Packager {
 public:
  explicit EditionFilePackager(const PackageRequest& request);

  /// Keeps files that all languages share, such as styles and scripts, for use in documents.
  Result<void> add(std::string_view language, const FinishedFile& file) override;
  Result<void> finish(Diagnostics& /*diagnostics*/) override { return {}; }
  std::vector<WrittenFile> written() const override { return files_.sorted(); }
  std::vector<WrittenFile> take_written() override { return files_.take(); }
  std::vector<std::string> units() const override;

 protected:
  const PackageRequest& request() const { return request_; }
  /// "meander-managers-en", without an extension.
  std::string name_of(const Edition& edition) const;
  /// "meander/managers", from the output's folder.
  const std::string& folder() const { return folder_; }
  /// A file that `add` received; empty when the theme has none.
  std::string_view shared(std::string_view path) const;
  /// All pages and the accessibility statement, one after another, in reading order.
  static std::string sections(const RenderedEdition& edition);
  /// The organisation's logo as a data: address; empty when it has none.
  std::string logo() const;
  /// The same for its logo for dark pages.
  std::string dark_logo() const;
  /// Passes embedded files (data: addresses, zip entries) to the guard, which has not seen them yet.
  void show_to_guard(const RenderedEdition& edition);
  /// Writes a file into the bundle's folder.
  Result<void> put(const Edition& edition, const std::string& name, std::string bytes);
  /// The same for a file that all languages share.
  Result<void> put_shared(const std::string& name, std::string bytes);
  WrittenFiles& files() { return files_; }

 private:
  /// A shared picture as a data: address; empty when there is none.
  std::string picture(const std::string& path) const;

  PackageRequest request_;
  std::string folder_;
  WrittenFiles files_;
  FolderSink sink_;
  std::mutex mutex_;
  std::map<std::string, HashedBytes, std::less<>> shared_;
};

}  // namespace tailorbird
