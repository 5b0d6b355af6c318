#include "import/losses.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace tailorbird {
namespace {

constexpr auto kinds = std::to_array<LossKind>({
    {"page-exists", "Pages that are there already and were left as they are", LossFate::person},
    {"unreadable", "Files that could not be read", LossFate::person},
    {"check", "What `tailorbird check` says; these pages are drafts until it is put right", LossFate::person},
    {"readers-unknown", "Conditions that could not be read; their pages are drafts", LossFate::person, true},
    {"not-published", "Pages that their source shows to nobody; they are drafts", LossFate::person, true},
    {"condition-unmapped", "Conditions that have no meaning here; their text was kept out", LossFate::person},
    {"hidden-text", "Texts that nobody sees in the source; they were left out", LossFate::person},
    {"include-lost", "Texts that could not be included", LossFate::person},
    {"picture-lost", "Pictures that did not come along", LossFate::person},
    {"text-box", "Text boxes and drawings that did not come along", LossFate::person},
    {"style-unmapped", "Styles that have no meaning here", LossFate::person},
    {"html-lost", "HTML and other elements that have no equivalent here", LossFate::person},
    {"shortcode-lost", "Marks of other tools that have no equivalent here", LossFate::person},
    {"link-lost", "Links that lead nowhere here; their words stayed", LossFate::person},
    {"anchor-lost", "Links whose place in the page is not there; they lead to its top", LossFate::person},
    {"note-lost", "Comments, changes and notes that did not come along", LossFate::person},
    {"encoding", "Files in another encoding, and characters that nobody sees", LossFate::fixed},
    {"title-made", "Titles that were made from the name of the file", LossFate::fixed},
    {"html-turned", "Raw HTML turned into Markdown", LossFate::fixed},
    {"shortcode-turned", "Marks of other tools turned into ours", LossFate::fixed},
    {"condition-mapped", "Conditions turned into ours", LossFate::fixed},
    {"link-repaired", "Links that were repaired", LossFate::fixed},
    {"heading-changed", "Headings whose level changed", LossFate::fixed},
    {"heading-named", "Headings that got an address of their own", LossFate::fixed},
    {"key-left-out", "Keys of the front matter that have no equivalent here", LossFate::noted},
    {"file-left-out", "Files that no page uses", LossFate::noted},
});

}  // namespace

std::span<const LossKind> loss_kinds() { return kinds; }

const LossKind& loss_kind(std::string_view id) {
  const auto* const row =
      std::find_if(kinds.begin(), kinds.end(), [&](const LossKind& one) { return one.id == id; });
  if (row == kinds.end()) throw std::logic_error("no such kind of loss: " + std::string(id));
  return *row;
}

}  // namespace tailorbird
