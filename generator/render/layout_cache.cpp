#include "render/layout_cache.hpp"

namespace tailorbird {

std::shared_ptr<const LayoutPieces> LayoutCache::find(const Key& key) const {
  const std::lock_guard lock(mutex_);
  const auto known = frames_.find(key);
  return known == frames_.end() ? nullptr : known->second;
}

void LayoutCache::put(const Key& key, LayoutPieces pieces) {
  auto shared = std::make_shared<const LayoutPieces>(std::move(pieces));
  const std::lock_guard lock(mutex_);
  frames_.try_emplace(key, std::move(shared));
}

}  // namespace tailorbird
