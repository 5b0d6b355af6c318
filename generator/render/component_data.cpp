#include "render/component_data.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

// Its meaning is said at the foot of the page, where paper and readers without a mouse find it too.
constexpr std::string_view term_component = "term";

constexpr int lowest_heading = 6;

// Room for most documents, so that they need not move while they grow.
constexpr std::size_t usual_document = std::size_t{1} << 15U;

/// Where the library writes to; it only asks for `<<`.
struct Sink {
  std::string& out;
  Sink& operator<<(const std::string& text) {
    out += text;
    return *this;
  }
};

const PartSpec* find_role(std::span<const PartSpec> specs, std::string_view role) {
  const auto found =
      std::find_if(specs.begin(), specs.end(), [&](const PartSpec& spec) { return spec.role == role; });
  return found == specs.end() ? nullptr : &*found;
}

/// What the Markdown of an item says, whether or not it says it.
void set_item_attributes(Value& entry, PartFrom from, const Attributes& attributes) {
  if (from == PartFrom::task_item) entry["checked"] = Value(attribute(attributes, "checked") == "true");
  if (from != PartFrom::timed_item) return;
  for (const char* time : {"from", "to"}) entry[time] = text_value(attribute(attributes, time));
}

/// The roles that the parts of one parent can have: those of the grammar, and those that preparing added.
std::vector<std::string> roles_of(const TailoredPart& part, std::span<const PartSpec> specs,
                                  std::string_view adds) {
  std::vector<std::string> roles;
  for (const std::string_view role : words(adds)) roles.emplace_back(role);
  for (const PartSpec& spec : specs) roles.emplace_back(spec.role);
  for (const TailoredPart& child : part.children) {
    if (std::find(roles.begin(), roles.end(), child.role) == roles.end()) roles.push_back(child.role);
  }
  return roles;
}

}  // namespace

std::string FragmentRenderer::html(const Fragment& fragment) {
  std::size_t size = 0;
  for (const Segment& segment : fragment) size += segment.text.size();
  std::string out;
  out.reserve(size);
  for (const Segment& segment : fragment) {
    const std::size_t begin = out.size();
    append_html(out, segment.text);
    pass_headings(std::string_view(out).substr(begin));
    for (const TailoredPart& component : segment.component) out += component_html(component);
  }
  return out;
}

void FragmentRenderer::pass_headings(std::string_view html) {
  for (std::size_t end = html.rfind("</h"); end != std::string_view::npos && end > 0;
       end = html.rfind("</h", end - 1)) {
    const char level = end + 4 < html.size() && html[end + 4] == '>' ? html[end + 3] : '0';
    if (level < '1' || level > '6') continue;
    heading_level_ = level - '0';
    return;
  }
}

std::string FragmentRenderer::component_html(const TailoredPart& component) {
  const int above = heading_level_;
  const int level = std::min(above + 1, lowest_heading);
  if (!attribute(component.attributes, "title").empty()) heading_level_ = level;
  components_.insert(component.role);
  if (component.role == term_component) terms_.emplace(attribute(component.attributes, "key"));
  const int kind = find_component(component.role);
  const auto specs = component_specs();
  const ComponentSpec* spec = kind < 0 ? nullptr : &specs[static_cast<std::size_t>(kind)];
  Value value = spec == nullptr ? part_value(component, {}, {})
                                : part_value(component, spec->attributes, spec->parts, spec->adds);
  heading_level_ = above;
  value["component"] = text_value(component.role);
  value["level"] = text_value(std::to_string(level));
  scope_.push(&value);
  std::string out = with_template(template_of(component.role));
  scope_.pop();
  if (out.ends_with('\n')) out.pop_back();  // the template's line end: no space after a word in a sentence
  return out;
}

std::string FragmentRenderer::template_of(std::string_view component) const {
  const std::string paper = "paper/" + std::string(component);
  return form_.paper && templates_.text(paper) != nullptr ? paper : "components/" + std::string(component);
}

std::string FragmentRenderer::with_template(std::string_view name) {
  Templates::Template* found = templates_.find(name);
  if (found == nullptr) {
    report_template(name);
    return {};
  }
  std::string out;
  Sink sink{out};
  found->render(scope_, sink);
  report_missing(name);
  return out;
}

std::string FragmentRenderer::with_layout(std::string_view name, const std::string& up, LayoutCache& frames) {
  Templates::Pieces* pieces = templates_.find_pieces(name);
  if (pieces == nullptr) {
    report_template(name);
    return {};
  }
  const LayoutCache::Key key{name, up};
  const std::shared_ptr<const LayoutPieces> known = frames.find(key);
  LayoutPieces fresh(pieces->size());
  std::string out;
  out.reserve(usual_document);
  Sink sink{out};
  for (std::size_t index = 0; index < pieces->size(); ++index) {
    if (known != nullptr && (*known)[index]) {
      out += *(*known)[index];
      continue;
    }
    const std::size_t from = out.size();
    scope_.take_asked_page();
    (*pieces)[index].render(scope_, sink);
    if (known == nullptr && !scope_.take_asked_page()) fresh[index] = out.substr(from);
  }
  if (known == nullptr) frames.put(key, std::move(fresh));
  report_missing(name);
  return out;
}

void FragmentRenderer::report_template(std::string_view name) {
  const std::string& theme = templates_.theme();
  diagnostics_.add("theme-template-missing", {"themes/" + theme, {}, 0},
                   "the theme `" + theme + "` has no `" + std::string(name) + ".mustache`");
}

void FragmentRenderer::report_missing(std::string_view name) {
  for (const std::string& missing : scope_.take_missing()) {
    const auto& names = templates_.text(name)->names;
    const auto written = names.find(missing);
    if (written == names.end()) continue;
    diagnostics_.add("theme-name-missing", written->second, "nothing is called `" + missing + "` here");
  }
}

Value FragmentRenderer::part_value(const TailoredPart& part, std::span<const AttributeSpec> attributes,
                                   std::span<const PartSpec> children, std::string_view adds) {
  Value value = empty_object();
  for (const AttributeSpec& spec : attributes) {
    value[std::string(spec.name)] = Value(false);
    const std::string_view chosen = attribute(part.attributes, spec.name);
    if (spec.kind != AttributeSpec::Kind::choice) continue;
    // Mustache compares nothing: a template asks {{#is-tip}}.
    for (const std::string_view choice : words(spec.choices))
      value["is-" + std::string(choice)] = Value(choice == chosen);
  }
  for (const auto& [name, text] : part.attributes) {
    value[name] = text_value(text);
    if (name == "date" && form_.day_in_words) value["date-in-words"] = text_value(form_.day_in_words(text));
  }
  value["id"] = text_value(part.id.empty() ? part.id : form_.id_prefix + part.id);
  value["when"] = text_value(part.open_condition);
  value["when-label"] = text_value(part.open_label);
  value["body"] = text_value(html(part.body));
  set_children(value, part, children, adds);
  return value;
}

void FragmentRenderer::set_children(Value& value, const TailoredPart& part, std::span<const PartSpec> specs,
                                    std::string_view adds) {
  const std::vector<std::string> roles = roles_of(part, specs, adds);
  Value all = empty_list();
  std::map<std::string, Value> by_role;
  std::map<std::string, std::size_t> count;
  for (const std::string& role : roles) by_role.emplace(role, empty_list());
  for (const TailoredPart& child : part.children) {
    const PartSpec* spec = find_role(specs, child.role);
    Value entry =
        spec == nullptr ? part_value(child, {}, {}) : part_value(child, spec->attributes, spec->children);
    if (spec != nullptr) set_item_attributes(entry, spec->from, child.attributes);
    entry["number"] = text_value(std::to_string(++count[child.role]));
    for (const std::string& role : roles) entry["is-" + role] = Value(role == child.role);
    const std::size_t index = entries_.add(std::move(entry));
    by_role.at(child.role).push_back(entries_.reference(index));
    all.push_back(entries_.reference(index));
  }
  for (auto& [role, list] : by_role) set_list(value, role, std::move(list));
  set_list(value, "parts", std::move(all));
}

}  // namespace tailorbird
