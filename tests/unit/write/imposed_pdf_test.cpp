#define POINTERHOLDER_TRANSITION 4  // qpdf 11: std::shared_ptr everywhere

#include "write/imposed_pdf.hpp"

#include <doctest/doctest.h>
#include <ostream>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

using Sides = std::vector<SheetSide>;

/// A document of A5 pages, each with its number as content.
void write_pages(const fs::path& path, int count) {
  QPDF pdf;
  pdf.emptyPDF();
  for (int number = 1; number <= count; ++number) {
    QPDFObjectHandle page =
        QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 420 595] /Resources << >> >>");
    page.replaceKey("/Contents", pdf.newStream("% page " + std::to_string(number) + "\n"));
    QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(page)), false);
  }
  QPDFWriter writer(pdf, path.c_str());
  writer.setStaticID(true);
  writer.write();
}

}  // namespace

TEST_CASE("saddle stitch: folded and stapled, the pages follow each other") {
  CHECK(saddle_stitched(0) == Sides{});
  CHECK(saddle_stitched(4) == Sides{{4, 1}, {2, 3}});
  CHECK(saddle_stitched(8) == Sides{{8, 1}, {2, 7}, {6, 3}, {4, 5}});
}

TEST_CASE("saddle stitch: the last pages of a number that is no multiple of four are empty") {
  CHECK(saddle_stitched(1) == saddle_stitched(4));
  CHECK(saddle_stitched(5) == saddle_stitched(8));
}

TEST_CASE("impose: each side is A4 landscape with two pages") {
  const TempDir dir;
  write_pages(dir.path() / "pages.pdf", 6);
  REQUIRE(impose(dir.path() / "pages.pdf", dir.path() / "fold.pdf"));
  QPDF folded;
  folded.processFile((dir.path() / "fold.pdf").c_str());
  std::vector<QPDFPageObjectHelper> sides = QPDFPageDocumentHelper(folded).getAllPages();
  REQUIRE(sides.size() == 4);
  const std::vector<std::size_t> pages_on = {1, 1, 2, 2};  // 8 and 7 are empty
  for (std::size_t side = 0; side < sides.size(); ++side) {
    const QPDFObjectHandle::Rectangle size = sides[side].getMediaBox().getArrayAsRectangle();
    CHECK(size.urx == doctest::Approx(841.89));
    CHECK(size.ury == doctest::Approx(595.276));
    CHECK(sides[side].getFormXObjects().size() == pages_on[side]);
  }
}

TEST_CASE("impose: the same pages make the same bytes") {
  const TempDir dir;
  write_pages(dir.path() / "pages.pdf", 3);
  REQUIRE(impose(dir.path() / "pages.pdf", dir.path() / "a.pdf"));
  REQUIRE(impose(dir.path() / "pages.pdf", dir.path() / "b.pdf"));
  CHECK(dir.read("a.pdf") == dir.read("b.pdf"));
}

TEST_CASE("impose: what is no PDF is an error that names the file") {
  const TempDir dir;
  dir.write("pages.pdf", "no PDF");
  const Result<void> made = impose(dir.path() / "pages.pdf", dir.path() / "fold.pdf");
  REQUIRE(!made);
  CHECK(made.error().message.starts_with("cannot make fold.pdf: "));
}
