#pragma once
// The parsed templates of a theme, lent to one thread at a time: the Mustache library changes a template
// while it renders it. Nothing outside render/ needs this.

#include <kainjow/mustache.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "render/template_text.hpp"

namespace tailorbird {

/// "layouts/page" → its text, per language.
using PreparedTemplates =
    std::map<std::string, std::map<std::string, TemplateText, std::less<>>, std::less<>>;

class Templates {
 public:
  Templates(std::string theme, PreparedTemplates prepared)
      : theme_(std::move(theme)), prepared_(std::move(prepared)) {}

  /// The text of a template, or null.
  const TemplateText* text(std::string_view language, std::string_view name) const;

  using Template = kainjow::mustache::mustache;
  using Pieces = std::vector<Template>;

  /// What one thread has parsed, by name.
  struct Parsed {
    std::map<std::string, Template, std::less<>> whole;
    std::map<std::string, Pieces, std::less<>> in_pieces;
  };

  /// Templates of one language for the thread that holds this; given back at the end of its life.
  class Lease {
   public:
    Lease(const Templates& owner, std::string language);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    /// The template ready to render, parsed at its first use; null when there is none of that name.
    Template* find(std::string_view name);
    /// The same in its pieces (TemplateText::pieces).
    Pieces* find_pieces(std::string_view name);
    const TemplateText* text(std::string_view name) const { return owner_.text(language_, name); }
    /// The name of the theme, for messages.
    const std::string& theme() const { return owner_.theme_; }

   private:
    const Templates& owner_;
    std::string language_;
    std::unique_ptr<Parsed> parsed_;
  };

 private:
  std::string theme_;
  PreparedTemplates prepared_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::vector<std::unique_ptr<Parsed>>, std::less<>> idle_;  // by language
};

}  // namespace tailorbird
