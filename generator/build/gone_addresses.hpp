#pragma once
// Addresses of the last build that no longer exist, and why: what can be done about one depends on that.

#include <string>
#include <vector>

#include "model/project.hpp"

namespace tailorbird {

struct GoneAddress {
  enum class Why : char {
    page,     // there is no such page any more; it may have moved
    readers,  // the page is there, and not for this bundle's readers
    profile,  // the profile no longer asks for this language or format
    made,     // no page of an author had this address, such as that of a short link
  };
  std::string path;  // in the output: "meander/managers/site/en/plan/talk.html"
  Why why = Why::page;
};

/// `paths` with the reasons, in the same order.
std::vector<GoneAddress> gone_addresses(const std::vector<std::string>& paths, const Project& project);

}  // namespace tailorbird
