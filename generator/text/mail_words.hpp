#pragma once
// Splits a mail address into two pieces, between which a line may break.

#include <string_view>

namespace tailorbird {

/// "sam@" and "mill.example" of "sam@mill.example".
struct MailWords {
  std::string_view name;
  std::string_view host;
};

/// The name is the whole address when it contains no @.
constexpr MailWords mail_words(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos) return {address, {}};
  return {address.substr(0, at + 1), address.substr(at + 1)};
}

}  // namespace tailorbird
