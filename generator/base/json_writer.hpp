#pragma once
// Writes JSON from front to back, on one line. For what has many thousands of texts: as a tree in memory they
// would take several times as much space, and time.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tailorbird {

/// Appends `text` as a JSON string. Throws std::exception when it is not UTF-8.
void append_json_string(std::string& out, std::string_view text, bool ascii_only = false);

/// Commas come by themselves. Every `begin_…` needs its `end_…`, and every value in an object its `key`.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view text);
  JsonWriter& number(std::uint64_t number);
  JsonWriter& truth(bool value);

  /// Whether all texts were UTF-8 so far: the JSON is void otherwise.
  bool is_good() const { return good_; }
  std::string take() && { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string out_;
  bool good_ = true;
};

}  // namespace tailorbird
