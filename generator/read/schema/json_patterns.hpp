#pragma once
// Regular expressions for JSON Schemas, with the same meaning in ECMA-262 and Python. Each accepts what the
// reader of the same kind of value accepts (scalar_readers.cpp, schema_fields.cpp).

#include <string_view>

#include "read/schema/schema_fields.hpp"

namespace tailorbird::json_patterns {

constexpr std::string_view id = "^[a-z0-9][a-z0-9-]{0,63}$";
constexpr std::string_view page_id = "^[a-z0-9][a-z0-9-]{0,63}(/[a-z0-9][a-z0-9-]{0,63})*$";
constexpr std::string_view old_path =
    "^/?[a-z0-9][a-z0-9-]{0,63}(/[a-z0-9][a-z0-9-]{0,63})*(\\.html)?(\\.md)?$";
constexpr std::string_view source_id = "^[A-Za-z0-9][A-Za-z0-9-]{0,63}$";
constexpr std::string_view not_blank = "^(?![ \\t\\r\\n]+$)";
constexpr std::string_view language_parts = "(-[a-z0-9]{2,8})*";  // after the code: region, script
constexpr std::string_view language_key = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";
constexpr std::string_view region = "^[A-Z]{2}$";
constexpr std::string_view letter = "^[A-Za-z]$";
constexpr std::string_view hash = "^[0-9a-f]{8,64}$";
constexpr std::string_view date =
    "^[2-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
    "02-(0[1-9]|[12][0-9]))$";
constexpr std::string_view colour = "^#[0-9a-fA-F]{6}$";
constexpr std::string_view email =
    "^[^\\s\"'<>()\\[\\]\\\\,;:?&%@]+@(?!\\.)(?=[^@]*\\.)[^\\s\"'<>()\\[\\]\\\\,;:?&%@]*"
    "[^\\s\"'<>()\\[\\]\\\\,;:?&%@.]$";
constexpr std::string_view phone = "^(?=([^0-9]*[0-9]){3,15}[^0-9]*$)(?!.+\\+)(?!.* / )[-+0-9 ()./]+$";
constexpr std::string_view url =
    "^https://(?![.:])[^@,;!$&()*+=~%/?#\\s\"'<>\\\\`{}|^]+([/?#][^\\s\"'<>\\\\`{}|^]*)?$";
constexpr std::string_view after_host = "([/?#][^\\s\"'<>\\\\`{}|^]*)?$";
constexpr std::string_view host =
    "^(?=[^:\\s]{1,253}(:|\\s|$))(?!([^:\\s]*\\.)?([0-9]+|0[xX][0-9A-Fa-f]*)(:|\\s|$))"
    "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
    "(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?$";
constexpr std::string_view file = "^(?!\\s+$)(?!/)(?!(.*/)?\\.\\.(/|$))[^\\\\]+$";
/// Of at most ten years: 3650 days.
constexpr std::string_view duration =
    "^\\s*0*(([1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-4][0-9]|3650)\\s+days?"
    "|([1-9][0-9]?|[1-4][0-9]{2}|5[01][0-9]|52[01])\\s+weeks?"
    "|([1-9][0-9]?|1[01][0-9]|120)\\s+months?"
    "|([1-9]|10)\\s+years?)\\s*$";

/// The form of names that are declared here, or chosen freely.
std::string_view of_names(Names names);

}  // namespace tailorbird::json_patterns
