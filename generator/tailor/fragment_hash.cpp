#include "tailor/fragment_hash.hpp"

#include "base/hash.hpp"
#include "tailor/shared_parts.hpp"

namespace tailorbird {
namespace {

std::uint64_t text_hash(const MarkedText& text, std::uint64_t seed) {
  const std::span<const std::uint32_t> borders = text.borders();
  return quick_hash({reinterpret_cast<const char*>(borders.data()), borders.size_bytes()},
                    quick_hash(text.bytes(), seed));
}

/// Of a part without its body and children.
std::uint64_t part_hash(const TailoredPart& part, std::uint64_t seed) {
  for (const std::string_view text :
       {std::string_view(part.role), std::string_view(part.id), std::string_view(part.open_condition),
        std::string_view(part.open_label)})
    seed = quick_hash(text, seed);
  for (const auto& [name, value] : part.attributes) seed = quick_hash(value, quick_hash(name, seed));
  return seed + part.attributes.size();
}

/// Hashes what editions share and what is an edition's own, each in order.
struct Hasher {
  std::uint64_t shared = 0;
  std::uint64_t own = 0;

  void add(const Fragment& fragment) {
    for (const Segment& segment : fragment) {
      add(segment.text);
      for (const TailoredPart& component : segment.component) {
        ++shared;
        add(component);
      }
    }
    shared += fragment.size();
  }

 private:
  void add(const MarkedText& text) {
    shared = text_hash(text.has_values() ? text.with_holes(0) : text, shared);
    text.each_value([this](std::string_view value) { own = quick_hash(value, own); });
  }

  void add(const TailoredPart& part) {
    shared = part_hash(part, shared);
    add(part.body);
    std::size_t written = 0;
    for (const TailoredPart& child : part.children) {
      if (is_own(child)) {
        own += written;  // which it stands behind
        add_own(child);
      } else {
        ++written;
        add(child);
      }
    }
    shared += written;
  }

  void add_own(const TailoredPart& part) {
    own = part_hash(part, own);
    for (const TailoredPart& child : part.children) add_own(child);
    own += part.children.size();
  }
};

}  // namespace

FragmentHash fragment_hash(const Fragment& fragment) {
  Hasher hasher;
  hasher.add(fragment);
  const std::string_view own(reinterpret_cast<const char*>(&hasher.own), sizeof hasher.own);
  return {hasher.shared, quick_hash(own, hasher.shared)};
}

}  // namespace tailorbird
