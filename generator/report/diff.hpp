#pragma once
// Differences in what readers see: between two editions, or between an earlier delivery and the present.

#include <string>
#include <vector>

#include "model/project.hpp"
#include "report/output_text.hpp"

namespace tailorbird {

/// Lines that were replaced; either side may be empty.
struct TextChange {
  std::vector<std::string> before;
  std::vector<std::string> after;
  auto operator<=>(const TextChange&) const = default;
};

enum class PageFate : std::uint8_t { changed, added, removed };

/// A page that differs. Changes that several editions share are reported once.
struct PageChange {
  PageFate fate = PageFate::changed;
  std::string path;  // "en/manager/plan/index.html"
  std::string title;
  std::vector<TextChange> changes;
  std::vector<std::string> editions;
  const Page* source = nullptr;  // the page of the project, if it still exists
};

struct DiffReport {
  std::string before;  // names of what is compared, for the heading
  std::string after;
  bool is_delivery = false;  // the first is an earlier delivery of the second: review dates matter
  std::vector<PageChange> pages;
  std::size_t same = 0;  // pages of editions that do not differ
};

/// Compares editions of the same name. `same` receives the number of pages that do not differ.
std::vector<PageChange> page_changes(const Project& project, const OutputEditions& before,
                                     const OutputEditions& after, std::size_t& same);

/// Changed pages whose `reviewed` date must be updated after review; each once.
std::vector<const Page*> pages_to_review(const DiffReport& report);

std::string diff_text(const DiffReport& report);
/// An HTML page with both sides next to each other, for reviewers.
std::string diff_html(const DiffReport& report);
/// One document to print and sign: each changed page with its changes, owner and sources.
std::string diff_review_html(const Project& project, const DiffReport& report);

}  // namespace tailorbird
