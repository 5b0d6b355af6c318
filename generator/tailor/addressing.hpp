#pragma once
// How links and ids of an edition are spelled: each page a file, each page a section of one file, or each
// page a file of an EPUB. Tailoring and page data ask here; finished markup is never changed.

#include <map>
#include <string>
#include <string_view>

#include "tailor/edition.hpp"

namespace tailorbird {

enum class PageAddress {
  html_file,   // "manager/plan.html", relative to the page that links
  one_file,    // "#manager-plan": pages are sections of one file, and files are in it as data: addresses
  xhtml_file,  // "manager/plan.xhtml", written as XML
};

/// What the pages are for: a screen with scripts, or paper and what is read like it.
enum class Medium { screen, paper };

/// Which of its forms an edition is rendered in. Formats with the same form share the work.
struct Rendition {
  PageAddress address = PageAddress::html_file;
  Medium medium = Medium::screen;
  auto operator<=>(const Rendition&) const = default;
};

/// What one file holds of the edition's pictures, clips and downloads.
struct EmbeddedFiles {
  std::map<std::string, std::string, std::less<>> data;  // file from the project's root → its data: address
  std::string left_out_note;  // plain text with {file}, for those that are not in `data`
};

class Addressing {
 public:
  /// `edition` must outlive the addressing.
  explicit Addressing(const Edition& edition, Rendition rendition = {}, EmbeddedFiles embedded = {});

  const Rendition& rendition() const { return rendition_; }
  bool is_one_file() const { return rendition_.address == PageAddress::one_file; }
  /// Written as XML that is also HTML: what is not read by a browser on a screen.
  bool is_xml() const { return rendition_.address == PageAddress::xhtml_file || is_paper(); }
  bool is_paper() const { return rendition_.medium == Medium::paper; }

  /// The address of `fragment` (may be empty) on page `to`, as seen from `from`: indices in
  /// Edition::pages.
  std::string link(std::size_t from, std::size_t to, std::string_view fragment) const;
  /// The id that stands for `id` of the page: "manager-plan--talk" in one file.
  std::string id(std::size_t page, std::string_view id) const;
  /// What comes before each id of the page; empty but in one file.
  std::string id_prefix(std::size_t page) const;
  /// The page's file from the bundle's folder: "en/manager/plan.html". In one file nothing has this name.
  std::string output(std::size_t page) const;
  /// The page itself: "manager-plan" in one file, else its path below the language's folder.
  std::string path(std::size_t page) const;
  /// What stands before `path` in a link from a page: the way up to the language's folder, or "#".
  std::string up(std::size_t page) const;
  /// From the page's folder to that of the bundle; empty in one file.
  std::string root(std::size_t page) const;
  /// The address of a file of the project from a page; empty when it is left out: one file holds what fits,
  /// an EPUB only pictures.
  std::string file(std::size_t from, const std::string& file) const;
  /// What readers are told instead, in plain text.
  std::string left_out_note(std::string_view file) const;

 private:
  const Edition* edition_;
  Rendition rendition_;
  EmbeddedFiles embedded_;
  std::vector<std::string> anchors_;  // by index in Edition::pages: "manager-plan", each once
};

}  // namespace tailorbird
