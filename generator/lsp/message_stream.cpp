#include "lsp/message_stream.hpp"

#include <charconv>
#include <string>

namespace tailorbird {
namespace {

constexpr std::string_view length_header = "Content-Length: ";
constexpr std::size_t longest_message = 64U << 20U;  // bytes

}  // namespace

std::optional<nlohmann::json> MessageStream::read() {
  std::size_t length = 0;
  std::string line;
  while (std::getline(in_, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) break;
    if (line.starts_with(length_header)) {
      const char* begin = line.data() + length_header.size();
      std::from_chars(begin, line.data() + line.size(), length);
    }
  }
  if (!in_ || length == 0 || length > longest_message) return std::nullopt;
  std::string body(length, '\0');
  if (!in_.read(body.data(), static_cast<std::streamsize>(length))) return std::nullopt;
  nlohmann::json message = nlohmann::json::parse(body, nullptr, false);
  if (!message.is_object()) return std::nullopt;
  return message;
}

void MessageStream::write(const nlohmann::json& message) {
  const std::string body = message.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  const std::lock_guard lock(mutex_);
  out_ << length_header << body.size() << "\r\n\r\n" << body << std::flush;
}

}  // namespace tailorbird
