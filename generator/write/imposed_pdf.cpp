#include "write/imposed_pdf.hpp"

#define POINTERHOLDER_TRANSITION 4  // qpdf 11: std::shared_ptr everywhere

#include <exception>
#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace tailorbird {
namespace {

using Rectangle = QPDFObjectHandle::Rectangle;

// A4 landscape, in points. Two A5 pages are a millimetre less.
constexpr double sheet_width = 841.89;
constexpr double sheet_height = 595.276;

/// A document under construction: sheets that hold pages of another document as form XObjects.
class Imposition {
 public:
  explicit Imposition(QPDF& source) : pages_(QPDFPageDocumentHelper(source).getAllPages()) {
    target_.emptyPDF();
    copy_title(source);
  }

  void add(const SheetSide& side) {
    QPDFPageObjectHelper sheet(target_.makeIndirectObject(empty_sheet()));
    QPDFObjectHandle drawings = QPDFObjectHandle::newDictionary();
    std::string content = place(side.left, "/Left", {0, 0, sheet_width / 2, sheet_height}, sheet, drawings);
    content += place(side.right, "/Right", {sheet_width / 2, 0, sheet_width, sheet_height}, sheet, drawings);
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/XObject", drawings);
    sheet.getObjectHandle().replaceKey("/Resources", resources);
    sheet.getObjectHandle().replaceKey("/Contents", target_.newStream(content));
    QPDFPageDocumentHelper(target_).addPage(sheet, false);
  }

  void write(const fs::path& path) {
    QPDFWriter writer(target_, path.c_str());
    writer.setDeterministicID(true);
    writer.write();
  }

  std::size_t pages() const { return pages_.size(); }

 private:
  /// The title and language, for screen readers and title bars.
  void copy_title(QPDF& source) {
    QPDFObjectHandle about = source.getTrailer().getKey("/Info");
    if (about.isDictionary() && about.hasKey("/Title")) {
      QPDFObjectHandle ours = target_.makeIndirectObject(QPDFObjectHandle::newDictionary());
      ours.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(about.getKey("/Title").getUTF8Value()));
      target_.getTrailer().replaceKey("/Info", ours);
    }
    QPDFObjectHandle language = source.getRoot().getKey("/Lang");
    if (language.isString())
      target_.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString(language.getStringValue()));
  }

  static QPDFObjectHandle empty_sheet() {
    QPDFObjectHandle sheet = QPDFObjectHandle::newDictionary();
    sheet.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
    sheet.replaceKey("/MediaBox", QPDFObjectHandle::newArray(Rectangle(0, 0, sheet_width, sheet_height)));
    return sheet;
  }

  /// The content stream that draws page `number` in `where`; empty for an empty page.
  std::string place(std::size_t number, const std::string& name, const Rectangle& where,
                    QPDFPageObjectHelper& sheet, QPDFObjectHandle& drawings) {
    if (number > pages_.size()) return {};
    const QPDFObjectHandle drawing = target_.copyForeignObject(pages_[number - 1].getFormXObjectForPage());
    drawings.replaceKey(name, drawing);
    return sheet.placeFormXObject(drawing, name, where);
  }

  std::vector<QPDFPageObjectHelper> pages_;
  QPDF target_;
};

}  // namespace

std::vector<SheetSide> saddle_stitched(std::size_t pages) {
  const std::size_t filled = (pages + 3) / 4 * 4;
  std::vector<SheetSide> sides;
  for (std::size_t sheet = 0; sheet < filled / 4; ++sheet) {
    sides.push_back({filled - 2 * sheet, 1 + 2 * sheet});
    sides.push_back({2 + 2 * sheet, filled - 1 - 2 * sheet});
  }
  return sides;
}

Result<void> impose(const fs::path& pdf, const fs::path& imposed) {
  try {
    QPDF source;
    source.setSuppressWarnings(true);  // broken pages are reported as errors instead
    source.processFile(pdf.c_str());
    Imposition imposition(source);
    for (const SheetSide& side : saddle_stitched(imposition.pages())) imposition.add(side);
    imposition.write(imposed);
    return {};
  } catch (const std::exception& wrong) {
    return Error{fmt::format("cannot make {}: {}", imposed.filename().string(), wrong.what())};
  }
}

}  // namespace tailorbird
