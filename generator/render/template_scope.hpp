#pragma once
// Resolves the names in a template: first in the component's values, then the page's, then the edition's.
// Lists hold references instead of copies, so that a page's navigation costs a few bytes per entry, whatever
// the size of the entries. Private to render/.

#include <deque>
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tailorbird {

using Value = kainjow::mustache::data;

/// A text. Empty texts are false, so that {{#summary}} tests for one.
Value text_value(std::string_view text);
Value text_value(const std::string& text);  // the same, copied once less
inline Value text_value(const char* text) { return text_value(std::string_view(text)); }
/// Sets the list, and "any-<name>" to whether it has entries: a Mustache section on the list itself would
/// repeat.
void set_list(Value& object, const std::string& name, Value list);
Value empty_list();
Value empty_object();

/// Values that lists refer to. Their addresses are stable when more are added.
class Entries {
 public:
  enum class Owner : char { edition = 1, page = 2 };
  explicit Entries(Owner owner) : owner_(owner) {}

  /// Keeps `value` and returns its index.
  std::size_t add(Value value);
  /// A reference to the entry, for use in a list or under a name.
  Value reference(std::size_t index) const;
  Value& operator[](std::size_t index) { return values_[index]; }
  const Value& operator[](std::size_t index) const { return values_[index]; }
  std::size_t size() const { return values_.size(); }

 private:
  Owner owner_;
  std::deque<Value> values_;
};

/// The scope in which one page is rendered. `is-current` is true for an entry of the page's own (its
/// navigation node, its step, its language), `is-within` also for the sections around it.
class Scope : public kainjow::mustache::basic_context<std::string> {
 public:
  Scope(const Entries& edition, const Entries& page) : edition_(edition), page_(page) {}

  void push(const Value* value) override { items_.push_back(resolved(value)); }
  /// Pushes values that differ between pages; take_asked_page() reports accesses to them.
  void push_page(const Value* value) {
    page_names_.push_back(value);
    push(value);
  }
  void pop() override { items_.pop_back(); }
  const Value* get(const std::string& name) const override;
  const Value* get_partial(const std::string&) const override { return nullptr; }  // inlined before parsing

  void mark_current(const Value* entry) { current_.push_back(entry); }
  void mark_around(const Value* entry) { around_.push_back(entry); }
  /// Whether, since the last call, a template read a value that differs between pages of one folder depth, or
  /// an unknown name.
  bool take_asked_page() { return std::exchange(asked_page_, false); }
  /// Unknown names that templates used since the last call, in order, without repetitions.
  std::vector<std::string> take_missing();

 private:
  const Value* resolved(const Value* value) const;
  const Value* entry_at_hand() const;

  const Entries& edition_;
  const Entries& page_;
  std::vector<const Value*> items_;
  std::vector<const Value*> current_;
  std::vector<const Value*> around_;
  std::vector<const Value*> page_names_;
  // get() is const in the library
  mutable bool asked_page_ = false;
  mutable std::vector<std::string> missing_;
  Value yes_{true};
  Value no_{false};
};

}  // namespace tailorbird
