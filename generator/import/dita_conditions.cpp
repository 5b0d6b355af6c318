#include "import/dita_conditions.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

using Kind = MappedReaders::Kind;

constexpr auto profiling = std::to_array<std::string_view>(
    {"audience", "platform", "product", "otherprops", "props", "deliveryTarget"});

bool is_condition(const pugi::xml_attribute& attribute, const ConditionMap& conditions) {
  const std::string_view name = attribute.name();
  const bool known = std::find(profiling.begin(), profiling.end(), name) != profiling.end();
  return *attribute.value() != '\0' && (known || conditions.is_dimension(name));
}

/// Values of one attribute: a space means or. `otherprops="group(a b)"` is read too.
MappedReaders any_of(std::string name, std::string value, const std::string& place,
                     ConditionMap& conditions) {
  if (const std::size_t open = value.find('('); open != std::string::npos) {
    name = std::string(trim(std::string_view(value).substr(0, open)));
    value = value.substr(open + 1, value.rfind(')') - open - 1);
  }
  MappedReaders readers{Kind::nobody, {}, false};
  for (const std::string_view one : words(value))
    readers = either(readers, conditions.readers(name, one, place));
  return readers;
}

}  // namespace

bool has_dita_condition(pugi::xml_node element, const ConditionMap& conditions) {
  const auto attributes = element.attributes();
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const pugi::xml_attribute& one) { return is_condition(one, conditions); });
}

MappedReaders dita_readers(pugi::xml_node element, const std::string& file, std::uint32_t line,
                           ConditionMap& conditions, Losses& told) {
  MappedReaders readers;
  std::string written;
  for (const pugi::xml_attribute attribute : element.attributes()) {
    if (!is_condition(attribute, conditions)) continue;
    written += fmt::format(" {}=\"{}\"", attribute.name(), attribute.value());
    readers = both(readers,
                   any_of(attribute.name(), attribute.value(), fmt::format("{}:{}", file, line), conditions));
  }
  if (written.empty()) return readers;
  const std::string element_written = fmt::format("`<{}{}>`", element.name(), written);
  const std::string meaning = readers.kind == Kind::some     ? "`" + readers.mark() + "`"
                              : readers.kind == Kind::nobody ? std::string("for nobody here")
                                                             : std::string("for everyone");
  if (readers.kind == Kind::unknown)
    told.push_back({"condition-unmapped", file, line, element_written});
  else
    told.push_back({"condition-mapped", file, line, fmt::format("{} is {}", element_written, meaning)});
  return readers;
}

bool is_for_some(const MappedReaders& readers) {
  return readers.kind == Kind::everyone || readers.kind == Kind::some;
}

}  // namespace tailorbird
