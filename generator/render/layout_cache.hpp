#pragma once
// A cache of the pieces of a layout that are equal on all pages of an edition: the footer, the contacts, the
// search. Private to render/.

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tailorbird {

/// The pieces of a layout (TemplateText::pieces), in order: the rendered text of each piece that depends on
/// nothing of the page but its folder depth, else nothing.
using LayoutPieces = std::vector<std::optional<std::string>>;

/// The rendered pieces of one edition's layouts. Thread-safe.
class LayoutCache {
 public:
  /// The layout, and the relative path from the page's folder to the root ("../../"), which all addresses
  /// begin with.
  using Key = std::pair<std::string, std::string>;

  /// Null until a page of that layout and folder depth has been rendered.
  std::shared_ptr<const LayoutPieces> find(const Key& key) const;
  /// Keeps the pieces of the first page; those of others would be equal.
  void put(const Key& key, LayoutPieces pieces);

 private:
  mutable std::mutex mutex_;
  std::map<Key, std::shared_ptr<const LayoutPieces>> frames_;
};

}  // namespace tailorbird
