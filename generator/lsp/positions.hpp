#pragma once
// Converts between positions of editors, with lines from 0 and columns in UTF-16 units (LSP 3.17, Position),
// and ours, which count code points from 1. Also file URIs.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "diag/diagnostic.hpp"

namespace tailorbird {

/// The lines of `text`, without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

/// The first `units` UTF-16 units of `line`; all of it when it is shorter.
std::string_view before_utf16(std::string_view line, std::size_t units);

/// The number of UTF-16 units in `text`.
std::size_t utf16_length(std::string_view text);

/// The LSP range in a file with these lines. Line 0 means the whole first line.
nlohmann::json lsp_range(const std::vector<std::string_view>& lines, const Position& start,
                         std::uint32_t length);

/// "file:///home/me/a%20b.md" → path; empty for other schemes.
fs::path path_of_uri(std::string_view uri);
std::string uri_of_path(const fs::path& path);

}  // namespace tailorbird
