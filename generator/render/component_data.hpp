#pragma once
// Renders components: a tailored part becomes template values, and the theme's components/<name>.mustache
// turns them into HTML. Private to render/.

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "components/component.hpp"
#include "render/layout_cache.hpp"
#include "render/template_scope.hpp"
#include "render/templates.hpp"

namespace tailorbird {

/// Formats an ISO date in words.
using DayInWords = std::function<std::string(std::string_view iso_date)>;

/// How components are rendered.
struct ComponentForm {
  bool paper = false;     // with paper/<name>.mustache where the theme has one
  std::string id_prefix;  // of the page (tailor/addressing.hpp)
  DayInWords day_in_words = {};
};

/// Renders the fragments of one page, with the template names in that page's scope.
class FragmentRenderer {
 public:
  FragmentRenderer(Templates::Lease& templates, Scope& scope, Entries& entries, Diagnostics& diagnostics,
                   ComponentForm form = {})
      : templates_(templates),
        scope_(scope),
        entries_(entries),
        diagnostics_(diagnostics),
        form_(std::move(form)) {}

  std::string html(const Fragment& fragment);
  /// A title becomes a heading one level below the heading that the component stands under.
  std::string component_html(const TailoredPart& component);
  /// Notes the last heading in `html`, which was written before the next component.
  void pass_headings(std::string_view html);
  /// Sets the level of the heading that the following content stands under. Returns the previous one.
  int set_heading_level(int level) { return std::exchange(heading_level_, level); }
  /// Renders template `name` with the names in the current scope; empty when the template cannot be used.
  std::string with_template(std::string_view name);
  /// The same for a layout, taking pieces that are equal on all pages from `frames`.
  std::string with_layout(std::string_view name, const std::string& up, LayoutCache& frames);
  /// Keys of the glossary's terms that were rendered so far, sorted.
  const std::set<std::string, std::less<>>& terms() const { return terms_; }
  /// Names of the components that were rendered so far, sorted.
  const std::set<std::string, std::less<>>& components() const { return components_; }

 private:
  /// `adds`: roles that the part may have besides those of its grammar.
  Value part_value(const TailoredPart& part, std::span<const AttributeSpec> attributes,
                   std::span<const PartSpec> children, std::string_view adds = {});
  void set_children(Value& value, const TailoredPart& part, std::span<const PartSpec> specs,
                    std::string_view adds);
  std::string template_of(std::string_view component) const;
  void report_template(std::string_view name);
  void report_missing(std::string_view name);

  Templates::Lease& templates_;
  Scope& scope_;
  Entries& entries_;
  Diagnostics& diagnostics_;
  const ComponentForm form_;
  int heading_level_ = 1;  // of the heading above the content being rendered; 1: the page's title
  std::set<std::string, std::less<>> terms_;
  std::set<std::string, std::less<>> components_;
};

}  // namespace tailorbird
