#include "build/verify.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "base/hash.hpp"
#include "base/input_files.hpp"
#include "write/build_record.hpp"

namespace tailorbird {
namespace {

using RecordedFiles = std::map<std::string, WrittenFile>;

RecordedFiles recorded_files(const BuildRecord& record) {
  RecordedFiles files;
  for (const auto& [key, entry] : record.entries) {
    for (const WrittenFile& file : entry.files) files.emplace(file.path, file);
  }
  return files;
}

/// build.json beside the file, or in a folder above it.
Result<fs::path> find_record(const fs::path& delivered) {
  std::error_code cause;
  const fs::path whole = fs::absolute(delivered, cause);
  if (cause) return file_error("find", delivered, cause.value());
  for (fs::path folder = whole.parent_path(); folder != folder.root_path(); folder = folder.parent_path()) {
    const Result<FileStatus> status = disk().stat(folder / build_record_name);
    if (!status) return status.error();
    if (status->kind != FileStatus::Kind::missing) return folder / build_record_name;
  }
  return Error{fmt::format("there is no {} beside {} or above it; name it with --record", build_record_name,
                           delivered.string())};
}

/// What is wrong with the file; empty: nothing.
Result<std::string> difference(const fs::path& file, const WrittenFile& recorded) {
  std::error_code cause;
  const std::uint64_t size = fs::file_size(file, cause);
  if (cause) return file_error("read", file, cause.value());
  if (size != recorded.size) return fmt::format("{} bytes instead of {}", size, recorded.size);
  const Result<std::string> hash = sha256_of_file(file);
  if (!hash) return hash.error();
  return *hash == recorded.sha256 ? std::string{} : std::string("other bytes");
}

/// All files below `folder`, including hidden ones and links, as each would be copied with the delivery.
Result<std::map<std::string, bool>> all_files(const fs::path& folder) {
  std::map<std::string, bool> files;  // → whether it is a regular file
  std::error_code cause;
  fs::recursive_directory_iterator entry(folder, cause);
  for (const fs::recursive_directory_iterator end; !cause && entry != end; entry.increment(cause)) {
    std::error_code failed;
    const fs::file_status status = entry->symlink_status(failed);
    if (failed) return file_error("look at", entry->path(), failed.value());
    if (!fs::is_directory(status))
      files.emplace(entry->path().lexically_relative(folder).generic_string(), fs::is_regular_file(status));
  }
  if (cause) return file_error("list", folder, cause.value());
  return files;
}

Result<VerifyReport> verify_folder(const fs::path& folder, const RecordedFiles& recorded,
                                   const VerifyRequest& request) {
  const Result<std::map<std::string, bool>> found = all_files(folder);
  if (!found) return found.error();
  VerifyReport report;
  for (const auto& [path, file] : recorded) {
    const auto there = found->find(path);
    if (there == found->end()) {
      report.problems.push_back(path + ": missing");
      continue;
    }
    if (!there->second) {
      report.problems.push_back(path + ": no file");
      continue;
    }
    const Result<std::string> different = difference(folder / path, file);
    if (!different) return different.error();
    if (!different->empty()) report.problems.push_back(fmt::format("{}: {}", path, *different));
    ++report.files;
  }
  std::error_code ignored;
  for (const auto& [path, regular] : *found) {
    const bool of_the_record = path == build_record_name ||
                               fs::equivalent(folder / path, request.record, ignored) ||
                               fs::equivalent(folder / path, request.signature, ignored) ||
                               fs::equivalent(folder / path, request.key, ignored);
    if (!of_the_record && !recorded.contains(path)) report.problems.push_back(path + ": not in build.json");
  }
  std::sort(report.problems.begin(), report.problems.end());
  return report;
}

/// The file may be any of that name, as every bundle has an index.html.
Result<VerifyReport> verify_file(const fs::path& file, const RecordedFiles& recorded) {
  VerifyReport report;
  const std::string name = file.filename().string();
  std::string problem = "not in build.json";
  for (const auto& [path, row] : recorded) {
    if (fs::path(path).filename() != name) continue;
    Result<std::string> different = difference(file, row);
    if (!different) return different.error();
    problem = std::move(different).value();
    report.files = 1;
    if (problem.empty()) return report;
  }
  report.problems.push_back(fmt::format("{}: {}", name, problem));
  return report;
}

template <auto free>
struct Free {
  template <typename T>
  void operator()(T* object) const {
    free(object);
  }
};

/// Whether `signature` is that of `bytes` by the owner of the PEM key.
Result<bool> is_signed(std::string_view bytes, std::string_view signature, const std::string& key,
                       const fs::path& key_file) {
  const std::unique_ptr<BIO, Free<BIO_free>> text(BIO_new_mem_buf(key.data(), static_cast<int>(key.size())));
  const std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>> owner(
      text ? PEM_read_bio_PUBKEY(text.get(), nullptr, nullptr, nullptr) : nullptr);
  if (!owner || EVP_PKEY_id(owner.get()) != EVP_PKEY_ED25519)
    return Error{fmt::format("{} is not a public Ed25519 key in PEM", key_file.string())};
  const std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
  if (!context || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, owner.get()) != 1)
    return Error{"cannot check the signature: OpenSSL refuses the key"};
  const auto data = [](std::string_view text_bytes) {
    return reinterpret_cast<const unsigned char*>(text_bytes.data());
  };
  return EVP_DigestVerify(context.get(), data(signature), signature.size(), data(bytes), bytes.size()) == 1;
}

Result<void> check_signature(const VerifyRequest& request, VerifyReport& report) {
  if (request.signature.empty()) return {};
  const Result<std::string> bytes = read_file(request.record);
  if (!bytes) return bytes.error();
  const Result<std::string> signature = read_file(request.signature);
  if (!signature) return signature.error();
  const Result<std::string> key = read_file(request.key);
  if (!key) return key.error();
  const Result<bool> good = is_signed(*bytes, *signature, *key, request.key);
  if (!good) return good.error();
  if (!*good) report.problems.insert(report.problems.begin(), "build.json: not signed with this key");
  return {};
}

}  // namespace

Result<VerifyReport> verify(const VerifyRequest& asked) {
  VerifyRequest request = asked;
  std::error_code cause;
  const bool is_folder = fs::is_directory(request.delivered, cause);
  if (cause) return file_error("read", request.delivered, cause.value());
  if (request.record.empty() && is_folder) request.record = request.delivered / build_record_name;
  if (request.record.empty()) {
    Result<fs::path> found = find_record(request.delivered);
    if (!found) return found.error();
    request.record = std::move(found).value();
  }
  const Result<FileStatus> recorded = disk().stat(request.record);
  if (!recorded) return recorded.error();
  if (recorded->kind == FileStatus::Kind::missing) {
    return Error{fmt::format("there is no {}, which tells what was made; name it with --record",
                             request.record.string())};
  }
  const Result<BuildRecord> record = read_build_record_file(request.record);
  if (!record) return record.error();
  const RecordedFiles files = recorded_files(*record);
  Result<VerifyReport> report =
      is_folder ? verify_folder(request.delivered, files, request) : verify_file(request.delivered, files);
  if (!report) return report;
  if (!record->complete) {
    report->problems.insert(report->problems.begin(),
                            "build.json: the build was interrupted; run any tailorbird command to finish it");
  }
  if (auto checked = check_signature(request, *report); !checked) return checked.error();
  return report;
}

}  // namespace tailorbird
