#include "read/pages/clip_file.hpp"

#include <algorithm>
#include <array>

#include "read/pages/mp3_frames.hpp"
#include "read/pages/mp4_boxes.hpp"

namespace tailorbird {
namespace {

using namespace std::string_view_literals;

/// The first bytes of each kind of file; the first row that matches counts.
struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view kind;
};

constexpr auto signatures = std::to_array<Signature>({
    {4, "ftypqt  "sv, "mov"},
    {4, "ftypM4A "sv, "m4a"},
    {4, "ftypM4B "sv, "m4a"},
    {4, "ftypheic"sv, "heic"},
    {4, "ftypmif1"sv, "heic"},
    {4, "ftypavif"sv, "avif"},
    {4, "ftyp"sv, "mp4"},
    {4, "moov"sv, "mov"},  // QuickTime files from before `ftyp` was introduced
    {4, "wide"sv, "mov"},
    {0, "\x1a\x45\xdf\xa3"sv, "webm"},
    {0, "OggS"sv, "ogg"},
    {0, "fLaC"sv, "flac"},
    {8, "WAVEfmt"sv, "wav"},
    {8, "AVI LIST"sv, "avi"},
    {8, "WEBP"sv, "webp"},
    {0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"sv, "wmv"},
    {0, "FLV\x01"sv, "flv"},
    {0, "#!AMR"sv, "amr"},
    {0, "\xff\xf1"sv, "aac"},
    {0, "\xff\xf9"sv, "aac"},
    {0, "\x00\x00\x01\xba"sv, "mpg"},
    {0, "%PDF-"sv, "pdf"},
    {0, "PK\x03\x04"sv, "zip"},
});

}  // namespace

std::string_view clip_kind(std::string_view bytes) {
  const auto* const row = std::find_if(signatures.begin(), signatures.end(), [&](const Signature& one) {
    return bytes.size() >= one.at && bytes.substr(one.at).starts_with(one.bytes);
  });
  if (row != signatures.end()) return row->kind;
  return begins_like_mp3(bytes) ? "mp3" : "";
}

ClipRead read_clip(std::string_view bytes) {
  const std::string_view kind = clip_kind(bytes);
  if (kind == "mp4") return read_mp4(bytes);
  if (kind == "mp3") return read_mp3(bytes);
  return std::string("this is not a clip that pages can play");
}

}  // namespace tailorbird
