#include "write/kit/calendar_file.hpp"

#include <fmt/format.h>
#include <vector>

#include "base/hash.hpp"
#include "text/iso_date.hpp"
#include "write/kit/text_document.hpp"
#include "write/kit/xml_text.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t longest_line = 75;  // octets, as RFC 5545 3.1 asks
constexpr std::size_t uid_digits = 32;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// One content line, folded between characters, with its line end.
std::string content_line(std::string line) {
  std::string folded;
  std::size_t room = longest_line;
  for (std::size_t from = 0; from < line.size();) {
    std::size_t end = std::min(line.size(), from + room);
    while (end < line.size() && continues_character(line[end])) --end;
    folded += (from == 0 ? "" : "\r\n ") + line.substr(from, end - from);
    from = end;
    room = longest_line - 1;  // the space counts
  }
  return folded + "\r\n";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return out;
}

/// "2026-09-07" → "20260907".
std::string compact(std::string_view iso) {
  std::string date;
  for (const char c : iso) {
    if (c != '-') date += c;
  }
  return date;
}

void add_plain(const std::vector<TextBlock>& blocks, std::string& text) {
  for (const TextBlock& block : blocks) {
    if (!block.runs.empty() && !text.empty()) text += '\n';
    for (const TextRun& run : block.runs) text += run.text;
    add_plain(block.children, text);
  }
}

std::string event(const pugi::xml_node& row, std::string_view name) {
  const std::string date = row.attribute("data-date").value();
  const std::string title = row.attribute("data-event").value();
  XmlString words;
  for (const pugi::xml_node child : row.child("td").children()) child.print(words, "", pugi::format_raw);
  std::string text;
  add_plain(read_text_blocks("<main>" + words.text + "</main>"), text);
  const std::string uid = sha256_hex(fmt::format("{}\n{}\n{}", name, date, title)).substr(0, uid_digits);
  return "BEGIN:VEVENT\r\n" + content_line(fmt::format("UID:{}@tailorbird", uid)) +
         content_line(fmt::format("DTSTAMP:{}T000000Z", compact(date))) +
         content_line(fmt::format("DTSTART;VALUE=DATE:{}", compact(date))) +
         content_line(fmt::format("DTEND;VALUE=DATE:{}", compact(days_after(date, 1)))) +
         content_line("SUMMARY:" + escaped(title)) + content_line("DESCRIPTION:" + escaped(text)) +
         "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

}  // namespace

std::string calendar_file(std::string_view page, std::string_view name) {
  pugi::xml_document document;
  const unsigned keep_spaces = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!document.load_buffer(page.data(), page.size(), keep_spaces, pugi::encoding_utf8)) return {};
  std::string events;
  for (const pugi::xpath_node& row :
       document.select_nodes("//tr[string-length(@data-date) > 0][@data-event]"))
    events += event(row.node(), name);
  if (events.empty()) return {};
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tailorbird//Roll-out "
         "kit//EN\r\nCALSCALE:GREGORIAN\r\n" +
         events + "END:VCALENDAR\r\n";
}

}  // namespace tailorbird
