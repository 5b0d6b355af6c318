#pragma once
// Makes PDF from HTML with WeasyPrint where it is installed: tagged (PDF/UA-1), with title, language and
// outline. WeasyPrint is an optional external program, run without a shell and without network.

#include <optional>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// The path of WeasyPrint, by PATH; nothing when it is not installed.
std::optional<fs::path> find_pdf_engine();

/// Writes `pdf` from `html`. Fails when the engine does.
Result<void> make_pdf(const fs::path& engine, const fs::path& html, const fs::path& pdf);

}  // namespace tailorbird
