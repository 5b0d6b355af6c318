// Addresses that tell what somebody has. They stay in the browser's history, in logs and in mails, where the
// page itself is long gone.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "base/strings.hpp"
#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

/// Words that name an illness or its treatment, by how they begin. Names of files are often English in all
/// languages, so each name is compared with all of them.
struct Words {
  std::string_view language;
  std::string_view beginnings;
};
constexpr auto health_words = std::to_array<Words>({
    {"en",
     "addict alcohol alzheimer anxiety breast burnout cancer chemo depress diabet epilep hiv leukaem leukem "
     "lymphoma melanoma menopaus metasta miscarr oncolog parkinson psychia psychos radiother sclerosis "
     "stroke "
     "suicid tumor tumour"},
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

/// The word of a name such as "after-chemo" that tells too much; empty: none does.
std::string_view telling_word(std::string_view address) {
  for (const std::string_view segment : split(address, '/')) {
    for (const std::string_view word : split(segment.substr(0, segment.find('.')), '-')) {
      for (const Words& row : health_words) {
        for (const std::string_view beginning : split(row.beginnings, ' ')) {
          if (word.starts_with(beginning)) return word;
        }
      }
    }
  }
  return {};
}

}  // namespace

void check_addresses(const Project& project, const ProgramOf& /*programs*/, Diagnostics& diagnostics) {
  for (const Page& page : project.pages) {
    if (page.partial || page.front.draft) continue;
    const std::string address = output_path(page);
    const std::string_view word = telling_word(address);
    if (word.empty()) continue;
    diagnostics.add("address-tells-health", {page.file, page.front.title_at, 0},
                    fmt::format("the address `{}` tells of `{}`", address, word));
  }
}

}  // namespace tailorbird
