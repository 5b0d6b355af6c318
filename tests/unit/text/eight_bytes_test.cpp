// What reads eight bytes at once (text/swar.hpp) finds a sign wherever it stands among others.

#include <doctest/doctest.h>
#include <string>

#include "text/html_escape.hpp"
#include "text/leftover_markup.hpp"
#include "text/swar.hpp"
#include "text/utf8.hpp"

using namespace tailorbird;

namespace {

constexpr std::size_t farthest = 20;

std::string among(std::size_t before, std::string_view sign) {
  return std::string(before, 'a').append(sign).append(farthest - before, 'z');
}

}  // namespace

TEST_CASE("eight bytes at once: signs are escaped wherever they stand") {
  for (std::size_t at = 0; at <= farthest; ++at) {
    CAPTURE(at);
    CHECK(html_escaped(among(at, "&")) == among(at, "&amp;"));
    CHECK(html_escaped(among(at, "\"<b>\u00e9")) == among(at, "&quot;&lt;b&gt;&#233;"));
    std::string html;
    append_ascii_html(html, among(at, "<b>\u00e9\U0001F33F"));
    CHECK(html == among(at, "<b>&#233;&#127807;"));
  }
}

TEST_CASE("eight bytes at once: bytes that are not UTF-8, characters and control characters are found") {
  for (std::size_t at = 0; at <= farthest; ++at) {
    CAPTURE(at);
    CHECK(first_invalid_utf8(among(at, "\xff")) == at);
    CHECK_FALSE(first_invalid_utf8(among(at, "\u00e9")));
    CHECK(code_points(among(at, "\u00e9\U0001F33F")) == farthest + 2);
    const auto found = find_leftover(among(at, "\x01"), TextPlace::block);
    REQUIRE(found);
    CHECK(found->offset == at);
    CHECK(find_leftover(among(at, "\u0085"), TextPlace::block));
    CHECK_FALSE(find_leftover(among(at, "\u00e9"), TextPlace::block));
  }
}

TEST_CASE("eight bytes at once: each byte has its own answer") {
  for (unsigned byte = 0; byte < 0x100; ++byte) {
    CAPTURE(byte);
    const std::uint64_t bytes = swar::each(static_cast<unsigned char>(byte));
    const bool plain = (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
    CHECK((swar::plain(bytes) & swar::high_bits) == (plain ? swar::high_bits : 0));
    const bool capital = byte >= 'A' && byte <= 'Z';
    CHECK(swar::lower_case(bytes) == swar::each(static_cast<unsigned char>(capital ? byte + 0x20 : byte)));
  }
}
