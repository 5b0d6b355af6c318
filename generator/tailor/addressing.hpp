#pragma once
// The spelling of links and ids in an edition: each page is an HTML file, a section of one file, or a file of
// an EPUB. Tailoring and page data call it while they write; finished markup is never changed.

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

/// What the pages are made for: a screen with scripts, or paper and e-books.
enum class Medium { screen, paper };

/// The form that an edition is rendered in. Formats that ask for the same rendition share the work.
struct Rendition {
  PageAddress address = PageAddress::html_file;
  Medium medium = Medium::screen;
  auto operator<=>(const Rendition&) const = default;
};

/// The pictures, clips and downloads that are embedded in a single-file edition.
struct EmbeddedFiles {
  std::map<std::string, std::string, std::less<>> data;  // file, from the project's root → its data: address
  std::string left_out_note;  // plain text with {file}, for those that are not in `data`
};

/// Spells the links, ids and file names of one edition in one rendition. Immutable.
class Addressing {
 public:
  /// `edition` must outlive the addressing.
  explicit Addressing(const Edition& edition, Rendition rendition = {}, EmbeddedFiles embedded = {});

  const Rendition& rendition() const { return rendition_; }
  bool is_one_file() const { return rendition_.address == PageAddress::one_file; }
  /// Whether documents are written as XML that is also HTML: all but those for a browser on a screen.
  bool is_xml() const { return rendition_.address == PageAddress::xhtml_file || is_paper(); }
  bool is_paper() const { return rendition_.medium == Medium::paper; }

  /// The address of `fragment` (may be empty) on page `to`, as seen from `from`: indices in
  /// Edition::pages.
  std::string link(std::size_t from, std::size_t to, std::string_view fragment) const;
  /// The spelling of the page's `id` in the output: "manager-plan--talk" in one file.
  std::string id(std::size_t page, std::string_view id) const;
  /// The prefix of all ids of the page; empty except in one file.
  std::string id_prefix(std::size_t page) const;
  /// The page's file, relative to the bundle's folder: "en/manager/plan.html". No file has this name when all
  /// pages are in one.
  std::string output(std::size_t page) const;
  /// The page's own address: "manager-plan" in one file, else its path below the language's folder.
  std::string path(std::size_t page) const;
  /// What precedes `path` in a link from the page: "../" up to the language's folder, or "#" in one file.
  std::string up(std::size_t page) const;
  /// The relative path from the page's folder to the bundle's; empty in one file.
  std::string root(std::size_t page) const;
  /// The address of a project file as seen from a page. Empty when the file is left out: a single file holds
  /// only what fits, an EPUB only pictures.
  std::string file(std::size_t from, const std::string& file) const;
  /// The note that readers see in place of a file that is left out, in plain text.
  std::string left_out_note(std::string_view file) const;

 private:
  const Edition* edition_;
  Rendition rendition_;
  EmbeddedFiles embedded_;
  std::vector<std::string> anchors_;  // by index in Edition::pages: "manager-plan"; unique
};

}  // namespace tailorbird
