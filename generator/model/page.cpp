#include "model/page.hpp"

namespace tailorbird {

std::string output_path(const Page& page) {
  const std::string& slug = page.front.slug;
  return page.language + "/" + (slug.empty() ? page.path.substr(0, page.path.size() - 3) : slug) + ".html";
}

}  // namespace tailorbird
