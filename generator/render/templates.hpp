#pragma once
// A pool of a theme's parsed templates. Each is used by one thread at a time, since the Mustache library
// modifies a template while it renders it. Private to render/.

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

  /// Parsed templates by name, for one thread.
  struct Parsed {
    std::map<std::string, Template, std::less<>> whole;
    std::map<std::string, Pieces, std::less<>> in_pieces;
  };

  /// The templates of one language, leased by one thread. The destructor returns them to the pool.
  class Lease {
   public:
    Lease(const Templates& owner, std::string language);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    /// The template, parsed at its first use; null when there is none of that name.
    Template* find(std::string_view name);
    /// The same, in pieces (TemplateText::pieces).
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
