#pragma once
// Components with made-up parts, some of them under conditions.

#include "property/random_words.hpp"

namespace tailorbird::test {

Piece random_component(Random& random, RandomWords& words, const Place& place);

}  // namespace tailorbird::test
