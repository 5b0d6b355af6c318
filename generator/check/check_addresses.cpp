// Reports page addresses that reveal an illness. Addresses remain in browser histories, logs and mails long
// after the page itself is gone.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

/// Beginnings of words that name an illness or its treatment, separated by spaces. File names are often
/// English in every language, so each name is compared with the words of all languages.
struct Words {
  std::string_view language;
  std::string_view beginnings;
};
constexpr auto health_words = std::to_array<Words>({
    {"en",
     "addict alcohol alzheimer anxiety breast burnout cancer chemo depress diabet epilep hiv leukaem leukem "
     "lymphoma melanoma menopaus metasta miscarr oncolog parkinson psychia psychos radiother sclerosis "
     "stroke suicid tumor tumour"},
    {"nl",
     "angststoornis beroerte borstkanker chemokuur darmkanker depressie epilepsie kanker leukemie longkanker "
     "miskraam uitzaai verslav zelfmoord"},
    {"fr",
     "alcool anxiete avc cancer chimio depressi diabete epilepsi fausse-couche leucemi menopaus metastas "
     "oncologi radiotherap suicid tumeur"},
    {"de",
     "alkohol angststoerung brustkrebs chemotherap depression diabetes epilepsie fehlgeburt krebs leukaemie "
     "metastas onkolog schlaganfall selbstmord strahlentherap tumor wechseljahr"},
});

/// The beginnings for all languages.
std::vector<std::string_view> all_beginnings() {
  std::vector<std::string_view> all;
  for (const Words& row : health_words) {
    const auto beginnings = split(row.beginnings, ' ');
    all.insert(all.end(), beginnings.begin(), beginnings.end());
  }
  return all;
}

bool tells(std::string_view words) {
  static const std::vector<std::string_view> beginnings = all_beginnings();
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return words.starts_with(beginning); });
}

/// A name from the first word that reveals an illness on: "chemo" of "after-chemo". Empty: none does.
std::string_view telling_words(std::string_view address) {
  for (std::string_view words : split(address, '/')) {
    words = words.substr(0, words.find('.'));
    while (!words.empty()) {
      if (tells(words)) return words;
      words.remove_prefix(std::min(words.find('-'), words.size() - 1) + 1);
    }
  }
  return {};
}

}  // namespace

void check_addresses(const Project& project, const ProgramOf& /*programs*/, Diagnostics& diagnostics) {
  for (const Page& page : project.pages) {
    if (page.partial || page.front.draft) continue;
    const std::string address = output_path(page);
    const std::string_view words = telling_words(address);
    if (words.empty()) continue;
    diagnostics.add("address-tells-health", {page.file, page.front.title_at, 0},
                    fmt::format("the address `{}` gives away `{}`", address, words));
  }
}

}  // namespace tailorbird
