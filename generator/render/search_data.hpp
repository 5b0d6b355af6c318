#pragma once
// Writes the script of search.hpp.

#include <string>
#include <vector>

#include "render/search.hpp"
#include "render/vocabulary.hpp"

namespace tailorbird {

/// `vocabulary` is the one that the pages' words are numbered in, under its reading().
std::string search_data(const std::vector<SearchPage>& pages, const std::vector<std::string>& same,
                        const Vocabulary& vocabulary);

}  // namespace tailorbird
