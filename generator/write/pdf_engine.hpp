#pragma once
// PDF from HTML, by WeasyPrint where it is installed: tagged (PDF/UA-1), with title, language and outline. It
// is a program of its own, run without a shell and without network; Tailorbird does not need it.

#include <optional>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// Where WeasyPrint is, by PATH; nothing when it is not installed.
std::optional<fs::path> find_pdf_engine();

/// Makes `pdf` of `html`. Fails when the engine does.
Result<void> make_pdf(const fs::path& engine, const fs::path& html, const fs::path& pdf);

}  // namespace tailorbird
