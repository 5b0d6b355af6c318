#include "render/templates.hpp"

#include "base/text.hpp"

namespace tailorbird {

const TemplateText* Templates::text(std::string_view language, std::string_view name) const {
  const auto of_language = prepared_.find(language);
  if (of_language == prepared_.end()) return nullptr;
  const auto found = of_language->second.find(name);
  return found == of_language->second.end() ? nullptr : &found->second;
}

Templates::Lease::Lease(const Templates& owner, std::string language)
    : owner_(owner), language_(std::move(language)) {
  const std::lock_guard lock(owner_.mutex_);
  auto& idle = owner_.idle_[language_];
  if (idle.empty()) {
    parsed_ = std::make_unique<Parsed>();
  } else {
    parsed_ = std::move(idle.back());
    idle.pop_back();
  }
}

Templates::Lease::~Lease() {
  const std::lock_guard lock(owner_.mutex_);
  owner_.idle_[language_].push_back(std::move(parsed_));
}

kainjow::mustache::mustache* Templates::Lease::find(std::string_view name) {
  if (const auto known = parsed_->find(name); known != parsed_->end()) return &known->second;
  const TemplateText* source = text(name);
  if (source == nullptr) return nullptr;
  auto& fresh = parsed_->emplace(std::string(name), kainjow::mustache::mustache(source->text)).first->second;
  fresh.set_custom_escape([](const std::string& value) { return html_escaped(value); });
  return &fresh;
}

}  // namespace tailorbird
