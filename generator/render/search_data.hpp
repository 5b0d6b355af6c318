#pragma once
// Serialises search data: the script that search.hpp describes.

#include <string>
#include <vector>

#include "render/search.hpp"
#include "render/vocabulary.hpp"

namespace tailorbird {

/// `vocabulary` numbers the pages' words. The caller holds its lock, reading().
std::string search_data(const std::vector<SearchPage>& pages, const std::vector<std::string>& same,
                        const Vocabulary& vocabulary);

}  // namespace tailorbird
