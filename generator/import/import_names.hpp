#pragma once
// Names for what is imported: those of the source as names that every host takes.

#include <set>
#include <string>
#include <string_view>

namespace tailorbird {

/// "Guide/1 Getting Started/README.md" → "guide/1-getting-started/index.md". `taken` gets the name; when it
/// is in there already, a number is added.
std::string page_name(std::string_view source, std::string_view folder, std::set<std::string>& taken);
/// The same of a picture or download: "img/My Photo.PNG" → "media/handbook/my-photo.png".
std::string media_name(std::string_view source, std::string_view folder, std::set<std::string>& taken);

/// The path of a page of the source without its ending, and without the name that stands for its folder, in
/// small letters: "Guide/README.md", "guide/index.html" and "guide/" are all "guide".
std::string page_key(std::string_view path);

}  // namespace tailorbird
