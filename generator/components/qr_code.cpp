// A QR code of the start address, with the address in letters below it. The dark part is as wide as a tenth
// of the reading distance. Drawn at build time, so that pages fetch nothing.

#include <array>
#include <fmt/format.h>
#include <memory>
#include <qrencode.h>

#include "components/all_components.hpp"
#include "components/part_values.hpp"

namespace tailorbird {
namespace {

using Kind = AttributeSpec::Kind;

constexpr int quiet_zone = 4;           // white modules on each side, as required by ISO/IEC 18004
constexpr int distance_per_width = 10;  // a code can be read from ten times its width
constexpr int millimetres_per_centimetre = 10;

constexpr auto attributes = std::to_array<AttributeSpec>({
    {.name = "title"},
    {.name = "distance", .kind = Kind::number, .required = true, .least = 20, .most = 1000},  // centimetres
});

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

/// An SVG path of the dark modules, with a rectangle for each horizontal run.
std::string dark_path(const QRcode& code) {
  std::string path;
  for (int row = 0; row < code.width; ++row) {
    for (int column = 0; column < code.width;) {
      int end = column;
      while (end < code.width && (code.data[row * code.width + end] & 1U) != 0) ++end;
      if (end > column) {
        path += fmt::format("M{} {}h{}v1h-{}z", column + quiet_zone, row + quiet_zone, end - column,
                            end - column);
      }
      column = end == column ? column + 1 : end;
    }
  }
  return path;
}

void prepare(TailoredPart& component, const ComponentContext& context) {
  const std::string address = context.profile.rollout ? context.profile.rollout->address : std::string();
  const int distance = number_attribute(component.attributes, "distance").value_or(0);
  set_attribute(component.attributes, "address", address);
  set_attribute(component.attributes, "millimetres", "");
  set_attribute(component.attributes, "size", "");
  set_attribute(component.attributes, "path", "");
  if (address.empty()) return;
  const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString8bit(address.c_str(), 0, QR_ECLEVEL_M));
  if (code == nullptr) return;  // too long for a QR code; the address in letters remains
  const int size = code->width + 2 * quiet_zone;
  const int width = distance * millimetres_per_centimetre / distance_per_width;  // of the dark part
  set_attribute(component.attributes, "size", std::to_string(size));
  set_attribute(component.attributes, "millimetres",
                std::to_string((width * size + code->width - 1) / code->width));
  set_attribute(component.attributes, "path", dark_path(*code));
}

}  // namespace

const ComponentSpec qr_code_component = {
    .name = "qr-code",
    .summary = "The address where readers begin, for a phone's camera",
    .attributes = attributes,
    .prepare = prepare,
};

}  // namespace tailorbird
