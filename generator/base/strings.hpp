#pragma once
// Splits, joins, trims and replaces in byte strings. Independent of encoding and locale.

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// `text` without white space (space, tab, CR, LF) at either end. Views into `text`.
std::string_view trim(std::string_view text);

/// The words of `text`, split at runs of white space. Views into `text`.
std::vector<std::string_view> words(std::string_view text);

/// The parts of `text` between `separator`s; n separators give n + 1 parts. Views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Views into a temporary string would outlive it in `for (… : words(…))`.
template <std::same_as<std::string> Text>
std::vector<std::string_view> words(Text&& text) = delete;
template <std::same_as<std::string> Text>
std::vector<std::string_view> split(Text&& text, char separator) = delete;

/// `parts` with `separator` between them.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// `text` with each `from` (not empty) replaced by `to`.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

/// ASCII letters in lower case; other bytes as they are.
std::string ascii_lower(std::string_view text);

}  // namespace tailorbird
