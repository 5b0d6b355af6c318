#include "support/cut_mark.hpp"

#include <algorithm>
#include <vector>

namespace tailorbird::test {
namespace {

/// Splits at spaces outside quotes.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  std::string piece;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == ' ' || c == '\n')) {
      if (!piece.empty()) pieces.push_back(piece);
      piece.clear();
    } else {
      piece += c;
    }
  }
  if (!piece.empty()) pieces.push_back(piece);
  return pieces;
}

std::set<std::string> values_of(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '"'), text.end());
  const std::vector<std::string> values = pieces_of(text);
  return {values.begin(), values.end()};
}

/// Adds a demand. Two demands on one dimension leave the values that are in both.
void demand(CutMark& mark, const std::string& dimension, const std::set<std::string>& values) {
  const auto [at, added] = mark.wanted.emplace(dimension, values);
  if (added) return;
  std::set<std::string> both;
  for (const std::string& value : at->second) {
    if (values.contains(value)) both.insert(value);
  }
  at->second = both;
}

using Reader = std::map<std::string, std::string>;

bool has_all(const Reader& reader, const ValuesOf& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const auto& one) { return one.second.contains(reader.at(one.first)); });
}

std::vector<Reader> readers_of(const EditionReaders& edition) {
  std::vector<Reader> readers(1);
  for (const auto& [dimension, values] : edition.possible) {
    std::vector<Reader> more;
    for (const Reader& reader : readers) {
      for (const std::string& value : values) {
        more.push_back(reader);
        more.back()[dimension] = value;
      }
    }
    readers = more;
  }
  return readers;
}

bool is_outside(const Reader& reader, const EditionReaders& edition) {
  return std::any_of(edition.outside.begin(), edition.outside.end(),
                     [&](const ValuesOf& outside) { return has_all(reader, outside); });
}

bool meets(const Reader& reader, const CutMark& mark) {
  return has_all(reader, mark.wanted) != mark.is_except;
}

}  // namespace

CutMark read_mark(std::string_view inside_braces, const EditionReaders& edition) {
  CutMark mark;
  for (const std::string& piece : pieces_of(inside_braces)) {
    const std::size_t equals = piece.find('=');
    const std::string key = piece.substr(0, equals);
    if (piece == ".only" || piece == ".except") {
      mark.is_condition = true;
      mark.is_except = piece == ".except";
    } else if (piece == ".section") {
      mark.is_section = true;
    } else if (piece[0] == '.' && edition.named.contains(piece.substr(1))) {
      for (const auto& [dimension, values] : edition.named.at(piece.substr(1)))
        demand(mark, dimension, values);
    } else if (equals != std::string::npos && mark.is_condition && edition.possible.contains(key)) {
      demand(mark, key, values_of(piece.substr(equals + 1)));
    } else {
      mark.rest += (mark.rest.empty() ? "" : " ") + piece;
    }
  }
  return mark;
}

CutVerdict verdict_of(const CutMark& mark, const EditionReaders& edition) {
  if (!mark.is_condition) return CutVerdict::keep;
  const std::vector<Reader> readers = readers_of(edition);
  const auto meeting = std::count_if(readers.begin(), readers.end(),
                                     [&](const Reader& reader) { return meets(reader, mark); });
  const bool read_by_somebody = std::any_of(readers.begin(), readers.end(), [&](const Reader& reader) {
    return meets(reader, mark) && !is_outside(reader, edition);
  });
  if (!read_by_somebody) return CutVerdict::drop;
  return meeting == static_cast<long>(readers.size()) ? CutVerdict::keep : CutVerdict::open;
}

EditionReaders readers_inside(const CutMark& mark, EditionReaders edition) {
  if (verdict_of(mark, edition) != CutVerdict::open) return edition;
  std::vector<std::string> undecided;
  for (const auto& [dimension, values] : mark.wanted) {
    const std::set<std::string>& possible = edition.possible.at(dimension);
    if (!std::includes(values.begin(), values.end(), possible.begin(), possible.end())) {
      undecided.push_back(dimension);
    }
  }
  if (mark.is_except && undecided.size() > 1) {
    edition.outside.push_back(mark.wanted);
    return edition;
  }
  for (const std::string& dimension : undecided) {
    std::erase_if(edition.possible[dimension], [&](const std::string& value) {
      return mark.wanted.at(dimension).contains(value) == mark.is_except;
    });
  }
  return edition;
}

std::string mark_left(const CutMark& mark, const EditionReaders& edition) {
  std::string left = mark.rest;
  const auto say = [&](const std::string& piece) { left += (left.empty() ? "" : " ") + piece; };
  if (verdict_of(mark, edition) == CutVerdict::open) {
    say(mark.is_except ? ".except" : ".only");
    for (const auto& [dimension, values] : mark.wanted) {
      std::string shown;
      bool decides = false;
      for (const std::string& value : edition.possible.at(dimension)) {
        if (values.contains(value)) {
          shown += (shown.empty() ? "" : " ") + value;
        } else {
          decides = true;
        }
      }
      if (decides) say(dimension + "=\"" + shown + "\"");
    }
    if (mark.is_section) say(".section");
  }
  return left.empty() ? "" : "{" + left + "}";
}

}  // namespace tailorbird::test
