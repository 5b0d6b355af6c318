#include "read/pages/mp4_boxes.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>
#include <optional>

#include "read/pages/big_endian.hpp"

namespace tailorbird {
namespace {

struct Box {
  std::string_view kind;   // four characters: "moov"
  std::string_view holds;  // its content, as far as the file has it
  bool is_whole = false;   // the file does not end within the box
};

/// Takes the next box from `rest`; nothing when there is none.
std::optional<Box> take_box(std::string_view& rest) {
  constexpr std::size_t short_header = 8;
  constexpr std::size_t long_header = 16;
  if (rest.size() < short_header) return std::nullopt;
  std::uint64_t size = big_endian(rest, 0, 4);
  std::size_t header = short_header;
  if (size == 1) {  // a 64-bit size follows
    if (rest.size() < long_header) return std::nullopt;
    size = big_endian(rest, short_header, 8);
    header = long_header;
  }
  const std::string_view kind = rest.substr(4, 4);
  if (size == 0 && kind != std::string_view("\0\0\0\0", 4)) size = rest.size();  // up to the end of the file
  if (size < header) return std::nullopt;
  const auto there = static_cast<std::size_t>(std::min<std::uint64_t>(size, rest.size()));
  const Box box{kind, rest.substr(header, there - header), size <= rest.size()};
  rest.remove_prefix(there);
  return box;
}

/// The content of the first box of this kind in `holds`.
std::optional<Box> find_box(std::string_view holds, std::string_view kind) {
  while (const std::optional<Box> box = take_box(holds)) {
    if (box->kind == kind) return box;
  }
  return std::nullopt;
}

/// The content of the box at the path `way`, a box in a box; empty when there is none.
std::string_view inside(std::string_view holds, std::initializer_list<std::string_view> way) {
  for (const std::string_view kind : way) {
    const std::optional<Box> box = find_box(holds, kind);
    if (!box) return {};
    holds = box->holds;
  }
  return holds;
}

std::uint32_t milliseconds(std::uint64_t units, std::uint64_t units_per_second) {
  constexpr std::uint64_t thousand = 1000;
  constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();  // 49 days
  if (units_per_second == 0 || units / units_per_second >= most / thousand) return 0;
  return static_cast<std::uint32_t>(units * thousand / units_per_second);
}

/// The duration from `mvhd`. Fragmented films have it in `mehd`, or nowhere.
std::uint32_t length_of(std::string_view movie) {
  const std::string_view header = inside(movie, {"mvhd"});
  const std::string_view fragments = inside(movie, {"mvex", "mehd"});
  const bool is_long = big_endian(header, 0, 1) == 1;
  const std::uint64_t units_per_second = big_endian(header, is_long ? 20 : 12, 4);
  const std::uint64_t units = is_long ? big_endian(header, 24, 8) : big_endian(header, 16, 4);
  const bool is_unknown = units == (is_long ? ~std::uint64_t{0} : 0xffffffffU);
  if (units != 0 && !is_unknown) return milliseconds(units, units_per_second);
  return milliseconds(big_endian(fragments, 4, big_endian(fragments, 0, 1) == 1 ? 8 : 4), units_per_second);
}

/// Video codecs that phones and cameras write but many browsers cannot play.
struct Codec {
  std::string_view kind;
  std::string_view name;
};

constexpr auto rare_codecs = std::to_array<Codec>({
    {"hvc1", "H.265"},
    {"hev1", "H.265"},
    {"dvh1", "Dolby Vision"},
    {"dvhe", "Dolby Vision"},
    {"mp4v", "MPEG-4 Part 2"},
    {"s263", "H.263"},
});

struct Tracks {
  bool any = false;
  std::string_view rare;  // the name of a codec that many browsers cannot play; empty: none
};

Tracks tracks_of(std::string_view movie) {
  Tracks tracks;
  while (const std::optional<Box> box = take_box(movie)) {
    if (box->kind != "trak") continue;
    tracks.any = true;
    const std::string_view samples = inside(box->holds, {"mdia", "minf", "stbl", "stsd"});
    const std::string_view kind = samples.size() < 16 ? "" : samples.substr(12, 4);
    const auto* const rare = std::find_if(rare_codecs.begin(), rare_codecs.end(),
                                          [&](const Codec& one) { return one.kind == kind; });
    if (rare != rare_codecs.end()) tracks.rare = rare->name;
  }
  return tracks;
}

}  // namespace

ClipRead read_mp4(std::string_view bytes) {
  constexpr std::string_view cut = "the clip is cut short";
  std::optional<Box> movie;
  bool has_samples = false;
  for (std::string_view rest = bytes; const std::optional<Box> box = take_box(rest);) {
    if ((box->kind == "moov" || box->kind == "mdat") && !box->is_whole) return std::string(cut);
    if (box->kind == "moov") movie = box;
    if (box->kind == "mdat") has_samples = true;
  }
  if (!movie || !has_samples) return std::string(cut);
  const Tracks tracks = tracks_of(movie->holds);
  if (!tracks.any) return std::string("there is nothing to play in the clip");
  if (!tracks.rare.empty())
    return fmt::format("the film in it is {}, which many browsers do not show", tracks.rare);
  return Clip{length_of(movie->holds)};
}

}  // namespace tailorbird
