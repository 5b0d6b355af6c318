// Runs a fuzz entry point without libFuzzer: every seed as it is, then mutations of it made from fixed
// numbers, so that a failure can be repeated.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int mutations_per_seed = 300;

void run(std::string_view input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::uint64_t next(std::uint64_t& state) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return state >> 33U;
}

/// Cuts, doubles or changes a piece: what finds most mistakes in parsers.
std::string mutated(std::string input, std::uint64_t& state) {
  using std::literals::operator""sv;  // a NUL is one of the odd bytes
  constexpr std::string_view odd = "\0\xff\xc3\t\r\n{}[]()<>:`*_~\"'#&|-"sv;
  for (std::uint64_t times = 1 + next(state) % 6; times > 0 && !input.empty(); --times) {
    const std::size_t at = next(state) % input.size();
    const std::size_t length = 1 + next(state) % 24;
    switch (next(state) % 3) {
      case 0:
        input.erase(at, length);
        break;
      case 1:
        input.insert(at, input.substr(next(state) % input.size(), length));
        break;
      default:
        input[at] = odd[next(state) % odd.size()];
    }
  }
  return input;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::set<std::filesystem::path> seeds;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) seeds.insert(entry.path());
  std::uint64_t state = 1;
  for (const auto& seed : seeds) {
    std::ifstream file(seed, std::ios::binary);
    const std::string input{std::istreambuf_iterator<char>(file), {}};
    run(input);
    for (int mutation = 0; mutation < mutations_per_seed; ++mutation) run(mutated(input, state));
  }
  std::cout << seeds.size() * (mutations_per_seed + 1) << " inputs survived\n";
  return seeds.empty() ? 1 : 0;
}
