#include "text/marked_text.hpp"

#include "base/strings.hpp"
#include "text/holes.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {

void MarkedText::add_runs(std::string_view bytes, std::span<const Run> runs) {
  std::size_t at = bytes_.size();
  for (const Run& run : runs) {
    if (ends_in_words() != run.is_words) borders_.push_back(static_cast<std::uint32_t>(at));
    at += run.size;
  }
  bytes_ += bytes;
}

void MarkedText::add_value_markup(std::string_view html) {
  const std::size_t begin = size();
  add_markup(html);
  add_value(begin);
}

void MarkedText::add_value_words(std::string_view words) {
  const std::size_t begin = size();
  add_words(words);
  add_value(begin);
}

/// What was added from `begin` on is a value.
void MarkedText::add_value(std::size_t begin) {
  if (begin == size()) return;
  values_.push_back(static_cast<std::uint32_t>(begin));
  values_.push_back(static_cast<std::uint32_t>(size()));
}

void MarkedText::append(const MarkedText& other) {
  for (const std::uint32_t offset : other.values_)
    values_.push_back(static_cast<std::uint32_t>(size()) + offset);
  other.each_run([this](std::string_view html) { add_markup(html); },
                 [this](std::string_view words) { add_words(words); });
}

void MarkedText::truncate(std::size_t size) {
  bytes_.resize(size);
  while (!borders_.empty() && borders_.back() >= size) borders_.pop_back();
  while (!values_.empty() && values_.back() > size) values_.resize(values_.size() - 2);
}

bool MarkedText::remove_last_markup(std::string_view markup) {
  const std::size_t begin = borders_.empty() ? 0 : borders_.back();
  if (ends_in_words() || !std::string_view(bytes_).substr(begin).ends_with(markup)) return false;
  truncate(size() - markup.size());
  return true;
}

bool MarkedText::is_blank_after(std::size_t from) const {
  return trim(std::string_view(bytes_).substr(from)).empty();
}

std::string_view MarkedText::first_markup() const {
  return std::string_view(bytes_).substr(0, borders_.empty() ? std::string_view::npos : borders_.front());
}

bool MarkedText::has_markup(std::string_view part) const {
  bool found = false;
  each_run([&](std::string_view html) { found = found || html.find(part) != std::string_view::npos; },
           [](std::string_view) {});
  return found;
}

MarkedText MarkedText::with_holes(std::size_t first) const {
  MarkedText text;
  text.reserve(size());
  text.borders_ = borders_;
  std::size_t at = 0;  // what is before has been copied
  auto border = text.borders_.begin();
  const auto copy_to = [&](std::size_t end) {
    const auto moved = static_cast<std::uint32_t>(text.size() - at);  // modulo 2^32: back or forth
    text.bytes_.append(bytes_, at, end - at);
    for (; border != text.borders_.end() && *border <= end; ++border) *border += moved;
    at = end;
  };
  for (std::size_t index = 0; index < values_.size(); index += 2) {
    copy_to(values_[index]);
    text.bytes_ += hole(first + index / 2);
    at = values_[index + 1];  // a value is all words or all markup
  }
  copy_to(size());
  return text;
}

void append_html(std::string& out, const MarkedText& text) {
  // What needs no escape is copied together, whether it is words or markup: most words need none.
  const std::string_view bytes = text.bytes();
  const std::span<const std::uint32_t> borders = text.borders();
  std::size_t begin = 0;  // of what is not in `out` yet
  for (std::size_t border = 0; border < borders.size(); border += 2) {
    const std::size_t end = border + 1 < borders.size() ? borders[border + 1] : bytes.size();
    for (std::size_t at = find_escaped(bytes, borders[border], end); at < end;
         at = find_escaped(bytes, begin, end)) {
      out.append(bytes, begin, at - begin);
      begin = append_escaped_sign(out, bytes.substr(0, end), at);
    }
  }
  out.append(bytes, begin);
}

std::string html_from(const MarkedText& text) {
  std::string html;
  html.reserve(text.size() + text.size() / 16);
  append_html(html, text);
  return html;
}

}  // namespace tailorbird
