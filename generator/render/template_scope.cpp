#include "render/template_scope.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace tailorbird {
namespace {

// A reference is a string of an owner byte (a control character, which text_value never lets begin a text)
// and the index.
constexpr std::size_t reference_size = 1 + sizeof(std::uint32_t);

bool is_control(char c) { return c == '\1' || c == '\2'; }

/// Equal on all pages of one folder depth.
bool is_way_up(std::string_view name) { return name == "up" || name == "root"; }

bool holds(const std::vector<const Value*>& values, const Value* value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

Value text_value(std::string_view text) {
  while (!text.empty() && is_control(text.front())) text.remove_prefix(1);
  return text.empty() ? Value(false) : Value(std::string(text));
}

Value text_value(const std::string& text) {
  if (text.empty() || is_control(text.front())) return text_value(std::string_view(text));
  return Value(text);
}

void set_list(Value& object, const std::string& name, Value list) {
  object["any-" + name] = Value(list.is_non_empty_list());
  object[name] = std::move(list);
}

Value empty_list() { return Value(Value::type::list); }
Value empty_object() { return Value(Value::type::object); }

std::size_t Entries::add(Value value) {
  values_.push_back(std::move(value));
  return values_.size() - 1;
}

Value Entries::reference(std::size_t index) const {
  const auto number = static_cast<std::uint32_t>(index);
  std::array<char, reference_size> bytes{};
  bytes[0] = static_cast<char>(owner_);
  std::memcpy(bytes.data() + 1, &number, sizeof(number));
  return Value(std::string(bytes.data(), bytes.size()));
}

const Value* Scope::resolved(const Value* value) const {
  if (!value->is_string()) return value;
  const std::string& text = value->string_value();
  if (text.size() != reference_size || !is_control(text[0])) return value;
  std::uint32_t number = 0;
  std::memcpy(&number, text.data() + 1, sizeof(number));
  return text[0] == static_cast<char>(Entries::Owner::edition) ? &edition_[number] : &page_[number];
}

const Value* Scope::entry_at_hand() const {
  const auto entry =
      std::find_if(items_.rbegin(), items_.rend(), [](const Value* item) { return item->is_object(); });
  return entry == items_.rend() ? nullptr : *entry;
}

const Value* Scope::get(const std::string& name) const {
  const std::string_view asked = name;  // compared with others by its size first
  if (asked == ".") return items_.back();
  if (asked == "is-current" || asked == "is-within") {
    asked_page_ = true;
    const Value* entry = entry_at_hand();
    return holds(current_, entry) || (asked == "is-within" && holds(around_, entry)) ? &yes_ : &no_;
  }
  for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
    const Value* found = (*item)->get(name);
    if (found == nullptr) continue;
    if (holds(page_names_, *item) && !is_way_up(name)) asked_page_ = true;
    return resolved(found);
  }
  asked_page_ = true;
  if (std::find(missing_.begin(), missing_.end(), name) == missing_.end()) missing_.push_back(name);
  return nullptr;
}

std::vector<std::string> Scope::take_missing() {
  std::vector<std::string> missing;
  missing.swap(missing_);
  return missing;
}

}  // namespace tailorbird
