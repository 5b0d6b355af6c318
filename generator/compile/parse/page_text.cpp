#include "compile/parse/page_text.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// How far ahead something is looked for: enough for a long paragraph between two links, and a bound on
/// what a page of links that are nowhere to be found can cost.
constexpr std::size_t look_ahead = 8192;

}  // namespace

PageText::PageText(const Page& page) : page_(page) {
  const std::string_view body = page.body;
  starts_.reserve(body.size() / 32 + 1);
  starts_.push_back(0);
  std::size_t next_return = body.find('\r');
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min({body.find('\n', at), next_return, body.size()});
    if (end == body.size()) break;
    at = end + (body.substr(end).starts_with("\r\n") ? 2 : 1);
    starts_.push_back(at);
    if (next_return < at) next_return = body.find('\r', at);
  }
}

Position PageText::position(std::size_t offset) const {
  offset = std::min(offset, text().size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto index = static_cast<std::size_t>(after - starts_.begin()) - 1;
  const bool goes_on = last_.offset >= starts_[index] && last_.offset <= offset;
  const std::size_t from = goes_on ? last_.offset : starts_[index];
  const std::size_t counted = goes_on ? last_.before : 0;
  last_ = {offset, counted + code_points(text().substr(from, offset - from))};
  return {page_.body_line + static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(last_.before) + 1};
}

SourceRange PageText::range(std::size_t offset, std::size_t bytes) const {
  offset = std::min(offset, text().size());
  return {page_.file, position(offset),
          static_cast<std::uint32_t>(code_points(text().substr(offset, bytes)))};
}

std::size_t PageText::line_start(int line) const {
  const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
  return index < starts_.size() ? starts_[index] : text().size();
}

std::string_view PageText::line(int line) const {
  const std::size_t begin = line_start(line);
  std::string_view bytes = text().substr(begin, line_start(line + 1) - begin);
  while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r')) bytes.remove_suffix(1);
  return bytes;
}

void PageText::move_to_line(int line) { cursor_ = line_start(line); }

std::optional<std::size_t> PageText::find(std::string_view needle) {
  if (needle.empty() || cursor_ >= text().size()) return std::nullopt;
  const std::string_view window = text().substr(cursor_, look_ahead + needle.size());
  const std::size_t at = window.find(needle);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t found = cursor_ + at;
  cursor_ = found + needle.size();
  return found;
}

}  // namespace tailorbird
