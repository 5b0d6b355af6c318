#include "build/page_bodies.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "read/pages/pages.hpp"

namespace tailorbird {

std::string PageBodies::read(const Page& page) const {
  if (!page.has_text) return {};
  const Result<std::string> bytes = files_.read(root_ / page.file);
  if (bytes && quick_hash(*bytes) == page.hash) return markdown_in(*bytes);
  fail(bytes ? Error{fmt::format("{} was changed while it was read: run the command again", page.file)}
             : bytes.error());
  return {};
}

void PageBodies::fail(Error error) const {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = std::move(error);
}

std::optional<Error> PageBodies::failure() const {
  const std::lock_guard lock(mutex_);
  return failure_;
}

}  // namespace tailorbird
