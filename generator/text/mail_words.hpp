#pragma once
// A mail address as it is shown: in two pieces, between which a line may break.

#include <string_view>

namespace tailorbird {

/// "sam@" and "mill.example" of "sam@mill.example".
struct MailWords {
  std::string_view name;
  std::string_view host;
};

/// All of it is the name when there is no @ in it.
constexpr MailWords mail_words(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos) return {address, {}};
  return {address.substr(0, at + 1), address.substr(at + 1)};
}

}  // namespace tailorbird
