#include "render/frame.hpp"

namespace tailorbird {

std::shared_ptr<const FramePieces> Frames::find(const Key& key) const {
  const std::lock_guard lock(mutex_);
  const auto known = frames_.find(key);
  return known == frames_.end() ? nullptr : known->second;
}

void Frames::put(const Key& key, FramePieces pieces) {
  auto shared = std::make_shared<const FramePieces>(std::move(pieces));
  const std::lock_guard lock(mutex_);
  frames_.try_emplace(key, std::move(shared));
}

}  // namespace tailorbird
