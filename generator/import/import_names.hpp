#pragma once
// Names for imported files, made from those of the source, that every host accepts.

#include <set>
#include <string>
#include <string_view>

namespace tailorbird {

/// "Guide/1 Getting Started/README.md" → "guide/1-getting-started/index.md". The name is added to `taken`; a
/// number is appended when it is there already.
std::string page_name(std::string_view source, std::string_view folder, std::set<std::string>& taken);
/// The same for a picture or download: "img/My Photo.PNG" → "media/handbook/my-photo.png".
std::string media_name(std::string_view source, std::string_view folder, std::set<std::string>& taken);

/// A normalised key of a source page's path: without its extension and index name, in lower case:
/// "Guide/README.md", "guide/index.html" and "guide/" are all "guide".
std::string page_key(std::string_view path);

}  // namespace tailorbird
