#include "model/page.hpp"

namespace tailorbird {

std::string output_path(const Page& page) {
  return page.language + "/" + page.path.substr(0, page.path.size() - 3) + ".html";
}

}  // namespace tailorbird
