#pragma once
// Components as HTML: a tailored part becomes values, the theme's components/<name>.mustache shows them.
// Nothing outside render/ needs this.

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

/// A day of the calendar in words.
using DayInWords = std::function<std::string(std::string_view iso_date)>;

/// How components are shown.
struct ComponentForm {
  bool paper = false;     // by paper/<name>.mustache where the theme has one
  std::string id_prefix;  // of the page (tailor/addressing.hpp)
  DayInWords day_in_words = {};
};

/// Renders what one page holds, with the names in reach of that page.
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
  /// Its title, if it has one, is a heading one level below the one that it stands under.
  std::string component_html(const TailoredPart& component);
  /// `html` came out before the next component: its last heading is the one that the component stands under.
  void pass_headings(std::string_view html);
  /// From here on what is rendered stands under a heading of this level. Returns the level until now.
  int set_heading_level(int level) { return std::exchange(heading_level_, level); }
  /// Renders template `name` with the names now in reach; empty when it cannot be used.
  std::string with_template(std::string_view name);
  /// The same of a layout, with what is known of its frame and is the same on all pages.
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
  int heading_level_ = 1;  // of the heading that what is rendered now stands under; 1: the page's title
  std::set<std::string, std::less<>> terms_;
  std::set<std::string, std::less<>> components_;
};

}  // namespace tailorbird
