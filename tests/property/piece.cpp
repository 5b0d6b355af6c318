#include "property/piece.hpp"

namespace tailorbird::test {
namespace {

using Kind = Piece::Kind;
using Lines = std::vector<std::string>;

std::string mark_of(const Piece& piece) {
  std::string mark = piece.extra;
  const auto say = [&](const std::string& text) { mark += (mark.empty() ? "" : " ") + text; };
  if (!piece.condition.empty()) say(piece.condition);
  if (!piece.condition.empty() && piece.is_section) say(".section");
  return mark.empty() ? "" : "{" + mark + "}";
}

std::string words_of(const std::vector<Piece>& pieces);

std::string words_of(const Piece& piece) {
  const std::string inside = words_of(piece.inside);
  const std::string mark = mark_of(piece);
  switch (piece.kind) {
    case Kind::span:
      return mark.empty() ? inside : "[" + inside + "]" + mark;
    case Kind::emphasis:
      return piece.text + inside + piece.text;
    case Kind::link:
      return "[" + inside + "](" + piece.text + ")" + mark;
    default:
      return piece.text;
  }
}

std::string words_of(const std::vector<Piece>& pieces) {
  std::string words;
  for (const Piece& piece : pieces) {
    if (!words.empty() && !piece.is_close) words += " ";
    words += words_of(piece);
  }
  return words;
}

Lines lines_of(const std::string& text) {
  Lines lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

Lines lines_of(const Piece& piece);

Lines lines_of(const std::vector<Piece>& blocks, bool is_tight) {
  Lines all;
  for (const Piece& block : blocks) {
    const bool follows = block.is_close && block.kind == Kind::div;
    if (!all.empty() && !is_tight && !follows) all.emplace_back();
    for (std::string& line : lines_of(block)) all.push_back(std::move(line));
  }
  return all;
}

Lines div_lines(const Piece& piece) {
  const std::string mark = mark_of(piece);
  Lines lines = lines_of(piece.inside, false);
  if (mark.empty()) return lines;
  lines.insert(lines.begin(), "::: " + mark);
  lines.emplace_back(":::");
  return lines;
}

Lines list_lines(const Piece& list) {
  Lines all;
  for (const Piece& item : list.inside) {
    if (!all.empty() && !list.is_close) all.emplace_back();
    Lines lines = lines_of(item.inside, list.is_close);
    const std::string mark = mark_of(item);
    const std::size_t last = item.inside.empty() ? 0 : lines_of(item.inside[0]).size() - 1;
    if (!mark.empty() && !lines.empty()) lines[last] += " " + mark;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      const std::string indent =
          at == 0 ? list.text + " " + item.text : std::string(list.text.size() + 1, ' ');
      all.push_back(lines[at].empty() ? "" : indent + lines[at]);
    }
  }
  return all;
}

Lines table_lines(const Piece& table) {
  Lines lines;
  for (const Piece& row : table.inside) {
    std::string line = "|";
    for (std::size_t at = 0; at < row.inside.size(); ++at) {
      const std::string mark = at + 1 == row.inside.size() ? mark_of(row) : "";
      line += " " + words_of(row.inside[at].inside) + (mark.empty() ? "" : " " + mark) + " |";
    }
    lines.push_back(line);
    if (lines.size() > 1) continue;
    lines.emplace_back("|");
    for (std::size_t at = 0; at < row.inside.size(); ++at) lines.back() += "---|";
  }
  return lines;
}

Lines quote_lines(const Piece& quote) {
  Lines lines = lines_of(quote.inside, false);
  if (!quote.text.empty()) lines.insert(lines.begin(), quote.text);
  for (std::string& line : lines) line = line.empty() ? ">" : "> " + line;
  return lines;
}

Lines lines_of(const Piece& piece) {
  switch (piece.kind) {
    case Kind::paragraph:
      return lines_of(words_of(piece.inside));
    case Kind::heading: {
      const std::string mark = mark_of(piece);
      return {piece.text + " " + words_of(piece.inside) + (mark.empty() ? "" : " " + mark)};
    }
    case Kind::div:
      return div_lines(piece);
    case Kind::quote:
      return quote_lines(piece);
    case Kind::list:
      return list_lines(piece);
    case Kind::table:
      return table_lines(piece);
    default:
      return lines_of(piece.text);
  }
}

}  // namespace

std::string markdown_of(const std::vector<Piece>& blocks) {
  std::string text;
  for (const std::string& line : lines_of(blocks, false)) text += line + "\n";
  return text;
}

}  // namespace tailorbird::test
