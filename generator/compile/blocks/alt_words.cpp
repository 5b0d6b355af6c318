#include "compile/blocks/alt_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

/// Words for pictures in the languages of our guidance, and names given by cameras and programs, each between
/// bars.
constexpr auto kinds_of_pictures = std::to_array<std::string_view>({
    "|image|picture|photo|photograph|graphic|figure|illustration|drawing|diagram|chart|screenshot|screen "
    "shot|"
    "icon|logo|untitled|unnamed|scan|alt|alt text|",
    "|img|pic|dsc|dscn|pxl|",
    "|bild|foto|abbildung|abb|grafik|zeichnung|schaubild|diagramm|bildschirmfoto|symbol|",
    "|afbeelding|plaatje|tekening|figuur|schermafbeelding|schermafdruk|grafiek|illustratie|pictogram|",
    "|dessin|schéma|photographie|graphique|image sans titre|capture|capture d’écran|capture d'écran|icône|",
});

constexpr auto endings = std::to_array<std::string_view>(
    {".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic"});

bool is_file_name(std::string_view small) {
  return small.find(' ') == std::string_view::npos &&
         std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view one) { return small.ends_with(one); });
}

/// "image", "image 3", "Image (1)", "IMG_2031", "screenshot 2026-01-02".
bool is_kind_alone(std::string_view small) {
  const std::size_t end = small.find_last_not_of("0123456789 _-:.,()#") + 1;
  const std::string word = fmt::format("|{}|", small.substr(0, end));
  return end > 0 && std::any_of(kinds_of_pictures.begin(), kinds_of_pictures.end(),
                                [&](std::string_view kinds) { return kinds.find(word) != kinds.npos; });
}

}  // namespace

std::string empty_alt_message(std::string_view alt) {
  const std::string small = ascii_lower(trim(alt));
  if (is_file_name(small))
    return fmt::format("`{}` is the name of a file: it says nothing of what the picture shows", alt);
  if (is_kind_alone(small))
    return fmt::format("`{}` says that there is a picture, and nothing of what it shows", alt);
  return {};
}

}  // namespace tailorbird
