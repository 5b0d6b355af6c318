#include "lsp/message_stream.hpp"

#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace tailorbird {
namespace {

using nlohmann::json;

constexpr std::string_view length_header = "Content-Length: ";
constexpr std::size_t longest_message = 64U << 20U;  // bytes
constexpr int deepest_message = 100;                 // nested values; those of the protocol have about ten

/// The code unit of the escape `\uXXXX` at `text[at]`; nothing when there is none.
std::optional<unsigned> escaped_unit(std::string_view text, std::size_t at) {
  constexpr std::size_t size = 6;
  if (at + size > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  const char* const end = text.data() + at + size;
  if (std::from_chars(text.data() + at + 2, end, unit, 16).ptr != end) return std::nullopt;
  return unit;
}

/// `text` with `\ufffd` for each escape of half a surrogate pair, which no JSON parser and no UTF-8 takes.
std::string with_whole_characters(std::string text) {
  for (std::size_t at = text.find('\\'); at < text.size(); at = text.find('\\', at)) {
    const std::optional<unsigned> unit = escaped_unit(text, at);
    const bool is_first = unit && *unit >= 0xD800 && *unit < 0xDC00;
    const bool is_second = unit && *unit >= 0xDC00 && *unit < 0xE000;
    const std::optional<unsigned> next = is_first ? escaped_unit(text, at + 6) : std::nullopt;
    const bool is_pair = next && *next >= 0xDC00 && *next < 0xE000;
    if (is_second || (is_first && !is_pair)) text.replace(at + 2, 4, "fffd");
    at += is_pair ? 12 : unit ? 6 : 2;  // an escape of two characters may be a backslash
  }
  return text;
}

Incoming parsed(std::string body) {
  bool is_too_deep = false;
  const auto within = [&](int depth, json::parse_event_t, json&) {
    is_too_deep |= depth > deepest_message;
    return depth <= deepest_message;
  };
  try {
    json message = json::parse(with_whole_characters(std::move(body)), within);
    if (is_too_deep)
      return {Incoming::Kind::broken, {}, fmt::format("more than {} values in each other", deepest_message)};
    if (!message.is_object()) return {Incoming::Kind::broken, {}, "a message is a JSON object", true};
    return {Incoming::Kind::message, std::move(message)};
  } catch (const json::exception& problem) {
    return {Incoming::Kind::broken, {}, problem.what()};
  }
}

}  // namespace

Incoming MessageStream::read() {
  std::optional<std::size_t> length;
  std::string line;
  bool has_header = false;
  while (std::getline(in_, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) break;
    has_header = true;
    if (line.starts_with(length_header)) {
      const char* begin = line.data() + length_header.size();
      std::size_t number = 0;
      if (std::from_chars(begin, line.data() + line.size(), number).ec == std::errc()) length = number;
    }
  }
  if (!in_) return {Incoming::Kind::end, {}, has_header ? "the input ends inside of a message" : ""};
  if (!length) return {Incoming::Kind::end, {}, "a message without Content-Length"};
  if (*length > longest_message) {
    in_.ignore(static_cast<std::streamsize>(*length));
    return {Incoming::Kind::broken, {}, fmt::format("a message of more than {} MB", longest_message >> 20U)};
  }
  std::string body(*length, '\0');
  if (!in_.read(body.data(), static_cast<std::streamsize>(*length)))
    return {Incoming::Kind::end, {}, "the input ends inside of a message"};
  return parsed(std::move(body));
}

void MessageStream::write(const json& message) {
  const std::string body = message.dump(-1, ' ', false, json::error_handler_t::replace);
  const std::lock_guard lock(mutex_);
  out_ << length_header << body.size() << "\r\n\r\n" << body << std::flush;
}

}  // namespace tailorbird
