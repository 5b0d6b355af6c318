#include "build/sealed_file.hpp"

#include <string>
#include <utility>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view heading = "tailorbird build 1\n";
constexpr std::size_t hash_length = 64;

}  // namespace

SealedFile::SealedFile(const fs::path& path)
    : file_(std::fopen(path.c_str(), "wbe"), &std::fclose), good_(file_ != nullptr) {
  add(heading);
}

void SealedFile::add(std::string_view text) {
  hash_.add(text);
  write(text);
}

void SealedFile::write(std::string_view bytes) {
  good_ = good_ && std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
  size_ += bytes.size();
}

bool SealedFile::finish() {
  write(std::move(hash_).hex());
  if (std::FILE* const file = file_.release(); file != nullptr) good_ = std::fclose(file) == 0 && good_;
  return good_ && size_ <= largest_sealed_file;
}

std::optional<std::string_view> unsealed(std::string_view bytes) {
  if (bytes.size() < heading.size() + hash_length || !bytes.starts_with(heading)) return std::nullopt;
  const std::string_view hash = bytes.substr(bytes.size() - hash_length);
  bytes.remove_suffix(hash_length);
  if (sha256_hex(bytes) != hash) return std::nullopt;
  return bytes.substr(heading.size());
}

}  // namespace tailorbird
