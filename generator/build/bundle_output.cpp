#include "build/bundle_output.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "write/output_name.hpp"

namespace tailorbird {
namespace {

/// A classic script, which pages can load from a disk too. The one file that says what all pages together
/// are, so that none of them changes with another.
OutputFile version_script(const std::string& version) {
  return {"assets/version.js", fmt::format("window.tailorbirdVersion=\"{}\";\n", version)};
}

}  // namespace

bool BundleOutput::take_path(const std::string& path, const std::string& made_from,
                             Diagnostics& diagnostics) {
  const std::lock_guard lock(mutex_);
  const auto [at, is_new] = taken_.try_emplace(path, made_from);
  if (is_new) return true;
  // Which of the two came first depends on threads; the message must not.
  const auto [first, second] = std::minmax(at->second, made_from);
  if (first == second) {
    diagnostics.add("output-twice", {second, {}, 0},
                    fmt::format("the page has the address `{}` twice: one of its `aliases` names it", path),
                    "Take it out of `aliases`, which are for addresses that the page had before.");
    return false;
  }
  diagnostics.add("output-twice", {second, {}, 0},
                  fmt::format("the output `{}` would be made from `{}` and from `{}`", path, first, second));
  return false;
}

void BundleOutput::fail(Error failure) {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = std::move(failure);
}

void BundleOutput::add(std::string_view language, const FinishedFile& file, const std::string& made_from,
                       Diagnostics& diagnostics) {
  if (const auto reason = refused_name(file.path)) {
    diagnostics.add("output-name-refused", {made_from, {}, 0},
                    fmt::format("the output `{}`: {}", file.path, *reason));
    return;
  }
  if (!take_path(file.path, made_from, diagnostics)) return;
  if (packages_.empty()) return guard_.inspect(language, file.path, file.bytes);
  note_hash(file);
  for (const OpenPackage& package : packages_) {
    {
      const std::lock_guard lock(mutex_);
      if (failure_) return;
    }
    if (auto added = package.packager->add(language, file); !added) fail(added.error());
  }
}

void BundleOutput::note_hash(const FinishedFile& file) {
  const std::uint64_t hash = quick_hash(file.bytes);
  const std::lock_guard lock(mutex_);
  hashes_.emplace(file.path, hash);
}

std::string BundleOutput::add_version(const std::string& made_from, Diagnostics& diagnostics) {
  if (packages_.empty()) return {};
  std::string list;
  for (const auto& [path, hash] : hashes_) list += fmt::format("{:016x} {}\n", hash, path);
  std::string version = sha256_hex(list).substr(0, 12);
  add({}, version_script(version), made_from, diagnostics);
  return version;
}

void BundleOutput::close() {
  taken_.clear();
  hashes_.clear();
}

}  // namespace tailorbird
