#include "model/readers.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

namespace {

/// Two dimensions: of three values and of two.
const ReaderSet everybody{{0b111, 0b11}};

Condition only(std::uint16_t dimension, ValueSet values) { return {false, {{dimension, values}}}; }
Condition except(std::uint16_t dimension, ValueSet values) { return {true, {{dimension, values}}}; }

}  // namespace

TEST_CASE("readers: whether some reader meets all conditions") {
  CHECK(find_reader(everybody, {}).has_value());
  CHECK(find_reader(everybody, {only(0, 0b001), only(1, 0b10)})->possible ==
        std::vector<ValueSet>{0b001, 0b10});
  CHECK_FALSE(find_reader(everybody, {only(0, 0b001), only(0, 0b110)}).has_value());
  CHECK_FALSE(find_reader(everybody, {only(0, 0b011), except(0, 0b111)}).has_value());
}

TEST_CASE("readers: an `.except` on two dimensions is exact") {
  const Condition both{true, {{0, 0b001}, {1, 0b01}}};
  CHECK(find_reader(everybody, {both, only(0, 0b001)})->possible == std::vector<ValueSet>{0b001, 0b10});
  CHECK_FALSE(find_reader(everybody, {both, only(0, 0b001), only(1, 0b01)}).has_value());
}

TEST_CASE("readers: who is left alone by definitions") {
  CHECK_FALSE(find_reader(everybody, {}, {{only(0, 0b001)}, {except(0, 0b001)}}).has_value());
  CHECK(find_reader(everybody, {}, {{only(0, 0b001)}, {only(0, 0b010)}})->possible ==
        std::vector<ValueSet>{0b100, 0b11});
  CHECK_FALSE(find_reader(everybody, {only(0, 0b010)}, {{only(0, 0b011)}}).has_value());
  CHECK_FALSE(find_reader(everybody, {}, {{}}).has_value());
}

TEST_CASE("readers: nobody, and too many kinds to try") {
  CHECK_FALSE(find_reader({{0, 0b11}}, {}).has_value());
  ReaderSet many;
  Conjunction met;
  for (std::uint16_t dimension = 0; dimension < 5; ++dimension) {
    many.possible.push_back(~ValueSet{0});
    for (unsigned value = 0; value < 64; ++value) met.push_back(except(dimension, ValueSet{1} << value));
  }
  CHECK_FALSE(find_reader(many, met).has_value());
}
