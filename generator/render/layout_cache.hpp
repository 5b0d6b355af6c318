#pragma once
// What a layout makes around the text of a page, put together once where it is the same on all pages of an
// edition: the footer, the people who help, the search. Nothing outside render/ needs this.

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tailorbird {

/// The pieces of a layout (TemplateText::pieces), in order: what each comes to where it asked the page for
/// nothing but its folder, else nothing.
using LayoutPieces = std::vector<std::optional<std::string>>;

/// The frames of one edition. Thread-safe.
class LayoutCache {
 public:
  /// A layout, and the way up from the page's folder ("../../"), as pages refer to everything from there.
  using Key = std::pair<std::string, std::string>;

  /// Null as long as no page of that layout and folder depth was made.
  std::shared_ptr<const LayoutPieces> find(const Key& key) const;
  /// Keeps the pieces of the first page; all others would say the same.
  void put(const Key& key, LayoutPieces pieces);

 private:
  mutable std::mutex mutex_;
  std::map<Key, std::shared_ptr<const LayoutPieces>> frames_;
};

}  // namespace tailorbird
