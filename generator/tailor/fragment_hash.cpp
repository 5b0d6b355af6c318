#include "tailor/fragment_hash.hpp"

#include "base/hash.hpp"

namespace tailorbird {
namespace {

std::uint64_t text_hash(const MarkedText& text, std::uint64_t seed) {
  const std::span<const std::uint32_t> borders = text.borders();
  return quick_hash({reinterpret_cast<const char*>(borders.data()), borders.size_bytes()},
                    quick_hash(text.bytes(), seed));
}

std::uint64_t part_hash(const TailoredPart& part, std::uint64_t seed) {
  for (const std::string_view text :
       {std::string_view(part.role), std::string_view(part.id), std::string_view(part.open_condition),
        std::string_view(part.open_label)})
    seed = quick_hash(text, seed);
  for (const auto& [name, value] : part.attributes) seed = quick_hash(value, quick_hash(name, seed));
  seed = fragment_hash(part.body, seed + part.attributes.size());
  for (const TailoredPart& child : part.children) seed = part_hash(child, seed);
  return seed + part.children.size();
}

}  // namespace

std::uint64_t fragment_hash(const Fragment& fragment, std::uint64_t seed) {
  for (const Segment& segment : fragment) {
    seed = text_hash(segment.text, seed);
    for (const TailoredPart& component : segment.component) seed = part_hash(component, seed + 1);
  }
  return seed + fragment.size();
}

}  // namespace tailorbird
