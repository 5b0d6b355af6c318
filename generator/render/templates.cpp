#include "render/templates.hpp"

#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

Templates::Template parsed(const std::string& text) {
  Templates::Template fresh(text);
  fresh.set_custom_escape([](const std::string& value) { return html_escaped(value); });
  return fresh;
}

}  // namespace

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

Templates::Template* Templates::Lease::find(std::string_view name) {
  if (const auto known = parsed_->whole.find(name); known != parsed_->whole.end()) return &known->second;
  const TemplateText* source = text(name);
  if (source == nullptr) return nullptr;
  return &parsed_->whole.emplace(std::string(name), parsed(source->text)).first->second;
}

Templates::Pieces* Templates::Lease::find_pieces(std::string_view name) {
  if (const auto known = parsed_->in_pieces.find(name); known != parsed_->in_pieces.end())
    return &known->second;
  const TemplateText* source = text(name);
  if (source == nullptr) return nullptr;
  Pieces pieces;
  for (const std::string& piece : source->pieces) pieces.push_back(parsed(piece));
  return &parsed_->in_pieces.emplace(std::string(name), std::move(pieces)).first->second;
}

}  // namespace tailorbird
