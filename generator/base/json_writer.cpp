#include "base/json_writer.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <nlohmann/json.hpp>

namespace tailorbird {
namespace {

/// By byte: whether it is in a string of JSON as it is. A table, since a record has megabytes of texts.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (unsigned byte = ' '; byte < 0x7F; ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}();

constexpr auto stays_as_it_is = [](char c) { return plain_bytes[static_cast<unsigned char>(c)]; };

}  // namespace

void append_json_string(std::string& out, std::string_view text, bool ascii_only) {
  if (std::all_of(text.begin(), text.end(), stays_as_it_is)) {
    out.append(1, '"').append(text).append(1, '"');
  } else {
    out += nlohmann::json(text).dump(-1, ' ', ascii_only);
  }
}

/// Before a key or a value.
void JsonWriter::separate() {
  if (!out_.empty() && std::string_view("{[:").find(out_.back()) == std::string_view::npos) out_ += ',';
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  text(name);
  out_ += ':';
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view text) {
  separate();
  try {
    append_json_string(out_, text);
  } catch (const std::exception&) {
    good_ = false;
  }
  return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t number) {
  separate();
  out_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::truth(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

}  // namespace tailorbird
