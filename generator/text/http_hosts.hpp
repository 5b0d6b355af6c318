#pragma once
// Hosts that `http:` links may point to: those of an organisation's own network (`http-hosts` in
// content/site.yaml). All other addresses must begin with `https:`.

#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// Whether `address` begins with `https:` or `http:`, and so leads out of the guidance.
bool is_web_address(std::string_view address);

/// Whether `text` is the name of one host, with or without a port: "intranet.mill.example", "intranet:8080".
/// Neither IP addresses (10.0.0.5) nor patterns (*.mill.example) are names. Each label has at most 63
/// characters, the whole at most 253 (RFC 1035).
bool is_host_name(std::string_view text);

/// Whether `url` begins with `http://` and one of `hosts`, which are in lower case, with their ports if any.
bool is_http_to(std::string_view url, const std::vector<std::string>& hosts);

}  // namespace tailorbird
