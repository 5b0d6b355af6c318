#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "package/rules.hpp"
#include "write/output_name.hpp"

namespace tailorbird {
namespace {

/// Adds one finding for all parts for which `is_wrong` is true. The manifest is named first: it matters most.
template <typename Test>
void report_parts(const Package& package, std::string_view code, std::string_view what, const Test& is_wrong,
                  Diagnostics& found) {
  std::vector<std::string> names;
  for (const ZipPart& part : package.zip.parts) {
    if (is_wrong(part)) names.insert(part.name == package.main_name ? names.begin() : names.end(), part.name);
  }
  if (!names.empty()) found.add(code, package.whole(), fmt::format("{}: {}", what, named(names)));
}

/// Deflated data mark their own end, so their size is not needed in advance.
void check_descriptors(const Package& package, std::string_view code, Diagnostics& found) {
  report_parts(
      package, code, "not compressed, and the sizes come after the data",
      [](const ZipPart& part) { return part.has_descriptor() && part.method == 0 && !part.is_folder(); },
      found);
}

void check_zip64(const Package& package, std::string_view code, Diagnostics& found) {
  const bool parts = std::any_of(package.zip.parts.begin(), package.zip.parts.end(),
                                 [](const ZipPart& part) { return part.zip64; });
  if (package.zip.zip64 || parts) found.add(code, package.whole(), "the zip has the form zip64");
}

void check_encryption(const Package& package, std::string_view code, Diagnostics& found) {
  report_parts(
      package, code, "locked by a password", [](const ZipPart& part) { return part.is_encrypted(); }, found);
}

void check_methods(const Package& package, std::string_view code, Diagnostics& found) {
  report_parts(
      package, code, "compressed by something other than `deflate`",
      [](const ZipPart& part) { return part.method != 0 && part.method != 8; }, found);
}

void check_headers(const Package& package, std::string_view code, Diagnostics& found) {
  report_parts(
      package, code, "the zip says two different things about",
      [](const ZipPart& part) { return !part.headers_agree; }, found);
  const std::size_t there = package.zip.parts.size();
  if (there != package.zip.said)
    found.add(code, package.whole(),
              fmt::format("the zip says that it has {} entries, and has {}", package.zip.said, there),
              "Zip the folder again, with at most 65535 files.");
}

void check_data(const Package& package, std::string_view code, Diagnostics& found) {
  const std::vector<std::string>& damaged = package.files.damaged;
  report_parts(
      package, code, "entries whose data are damaged",
      [&](const ZipPart& part) {
        return std::find(damaged.begin(), damaged.end(), part.name) != damaged.end();
      },
      found);
  // Another finding is the reason why the zip is refused, if there is one.
  if (package.files.is_refused && !found.has_errors())
    found.add(code, package.whole(), "programs do not agree on what is in this zip");
  if (package.files.is_too_large)
    found.add(code, package.whole(),
              fmt::format("unpacked it is larger than {} GB, which is not read", largest_package >> 30U),
              "Take out what is largest, such as films, and link to them.");
}

void check_links(const Package& package, std::string_view code, Diagnostics& found) {
  report_parts(
      package, code, "symbolic links instead of files", [](const ZipPart& part) { return part.is_link; },
      found);
}

void check_folders(const Package& package, std::string_view code, Diagnostics& found) {
  report_parts(
      package, code, "entries for folders", [](const ZipPart& part) { return part.is_folder(); }, found);
}

/// Whether every system unpacks the entry to the same place, inside the folder.
bool is_safe_entry(std::string_view name) {
  if (name.ends_with('/')) name.remove_suffix(1);
  if (name.empty() || name.find('\\') != std::string_view::npos || name.find(':') != std::string_view::npos)
    return false;
  const bool control = std::any_of(name.begin(), name.end(), [](char c) { return c >= 0 && c < ' '; });
  const std::vector<std::string_view> segments = split(name, '/');
  return !control && std::none_of(segments.begin(), segments.end(), [](std::string_view segment) {
    return segment.empty() || segment == "." || segment == "..";
  });
}

void check_entry_names(const Package& package, std::string_view code, Diagnostics& found) {
  report_parts(
      package, code, "names that are not unpacked alike everywhere",
      [](const ZipPart& part) { return !is_safe_entry(part.name); }, found);
}

void check_repeated(const Package& package, std::string_view code, Diagnostics& found) {
  std::set<std::string> seen;
  report_parts(
      package, code, "names that Windows takes for the same",
      [&](const ZipPart& part) { return !seen.insert(ascii_lower(part.name)).second; }, found);
}

/// The names of the manifest and its schemas are fixed by the standard.
bool is_ours_to_name(std::string_view name) {
  return !name.ends_with(".xml") && !name.ends_with(".xsd") && !name.ends_with(".dtd");
}

std::string_view extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || name.find('/', dot) != std::string_view::npos
             ? std::string_view{}
             : name.substr(dot + 1);
}

void check_file_names(const Package& package, std::string_view code, Diagnostics& found) {
  std::vector<std::string> names;
  for (const std::string& name : package.names) {
    if (!is_ours_to_name(name)) continue;
    const std::string_view extension = extension_of(name);
    const std::string stem = name.substr(0, name.size() - extension.size() - (extension.empty() ? 0 : 1));
    if (refused_name(stem + ".html")) names.push_back(name);
  }
  if (!names.empty())
    found.add(code, package.whole(), fmt::format("names that some hosts refuse: {}", named(names)));
}

void check_file_types(const Package& package, std::string_view code, Diagnostics& found) {
  std::vector<std::string> names;
  for (const std::string& name : package.names) {
    if (!is_ours_to_name(name)) continue;
    if (refused_name(fmt::format("x.{}", extension_of(name)))) names.push_back(name);
  }
  if (!names.empty())
    found.add(code, package.whole(), fmt::format("types that some hosts refuse: {}", named(names)));
}

constexpr auto table = std::to_array<PackageRule>({
    {"package-zip-descriptor", RuleKind::breaks, "sizes before data that are not compressed",
     check_descriptors},
    {"package-zip64", RuleKind::advice, "no zip64", check_zip64},
    {"package-zip-encrypted", RuleKind::breaks, "no password", check_encryption},
    {"package-zip-method", RuleKind::breaks, "stored or deflated", check_methods},
    {"package-zip-header", RuleKind::breaks, "both headers agree, and the number of entries", check_headers},
    {"package-entry-link", RuleKind::breaks, "files, not links", check_links},
    {"package-folder-entry", RuleKind::advice, "no entries for folders", check_folders},
    {"package-entry-name", RuleKind::breaks, "names below the root, alike everywhere", check_entry_names},
    {"package-entry-twice", RuleKind::breaks, "each name once, also for Windows", check_repeated},
    {"package-unreadable", RuleKind::breaks, "every entry can be unpacked", check_data},
    {"package-file-name", RuleKind::advice, "names that every host takes", check_file_names},
    {"package-file-type", RuleKind::advice, "types that every host hands out", check_file_types},
});

}  // namespace

std::span<const PackageRule> zip_rules() { return table; }

}  // namespace tailorbird
