#include "write/pdf_engine.hpp"

#include <fmt/format.h>

#include "base/programs.hpp"

namespace tailorbird {

std::optional<fs::path> find_pdf_engine() { return find_program("weasyprint"); }

/// The engine's output is discarded: it warns about every style that it does not know.
Result<void> make_pdf(const fs::path& engine, const fs::path& html, const fs::path& pdf) {
  const Result<int> status = run_quietly(
      engine, {"--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", html.string(), pdf.string()});
  if (!status) return status.error();
  if (*status == 0 && fs::exists(pdf)) return {};
  return Error{fmt::format("{} made no PDF of {}", engine.string(), html.filename().string())};
}

}  // namespace tailorbird
