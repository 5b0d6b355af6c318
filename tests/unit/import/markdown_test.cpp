// Markdown of other tools as ours, piece by piece. Whole projects are in tests/golden/import.

#include <doctest/doctest.h>

#include "base/strings.hpp"
#include "import/markdown_page.hpp"

using namespace tailorbird;

namespace {

struct Turned {
  std::string text;
  std::vector<std::string> losses;  // "html-lost:3"
};

Turned turned(const std::string& markdown, ConditionMap conditions = {}) {
  ImportPage page;
  page.source = "page.md";
  page.title = "Page";
  page.body = import_lines(markdown, 1);
  turn_markdown(page, conditions);
  tidy(page.body);
  Turned result{joined(page.body), {}};
  for (const Loss& loss : page.losses)
    result.losses.push_back(std::string(loss.kind) + ":" + std::to_string(loss.line));
  return result;
}

std::string text_of(const std::string& markdown) { return turned(markdown).text; }

}  // namespace

TEST_CASE("import: plain Markdown stays as it is") {
  const std::string markdown =
      "Some *words* and `<b>code</b>`.\n\n- [ ] A task\n\n```\n{{ x }} <b>\n```\n\n> A quote\n";
  const Turned result = turned(markdown);
  CHECK(result.text == markdown);
  CHECK(result.losses.empty());
}

TEST_CASE("import: tags among words") {
  CHECK(text_of("A <b>bold</b> <em> word </em>.\n") == "A **bold**  *word* .\n");
  CHECK(text_of("<a href=\"https://a.example\">There</a>\n") == "[There](https://a.example)\n");
  CHECK(text_of("<a href='my page.md'>There</a>\n") == "[There](my%20page.md)\n");
  CHECK(text_of("<a href=\" https://a.example/\nb\">There</a>\n") == "[There](https://a.example/b)\n");
  CHECK(text_of("<p><img src=\"a\n.png\" alt=\"A\"></p>\n") == "![A](a.png)\n");
  CHECK(text_of("<blockquote><a href=\"\n\">There</a></blockquote>\n") == "> There\n");
  CHECK(text_of("One<br>two<br/>\nthree\n") == "One\\\ntwo\\\nthree\n");
  CHECK(text_of("| a | b |\n|---|---|\n| x<br>y | z |\n") == "| a | b |\n|---|---|\n| x y | z |\n");
  CHECK(text_of("<img src=a.png alt=\"\"> and <img src=\"b.png\" alt='B'>\n") ==
        "![](a.png){.decorative} and ![B](b.png)\n");
  CHECK(text_of("Keep <your name> here\n") == "Keep \\<your name> here\n");
  CHECK(text_of("<https://a.example> and a < b\n") == "<https://a.example> and a < b\n");
}

TEST_CASE("import: what has no like here is told with its line") {
  const Turned result = turned("One\n\nTwo <video src=x>three</video>\n\n<iframe src=\"x\"></iframe>\n");
  CHECK(result.text == "One\n\nTwo\n" + std::string());
  CHECK(result.losses == std::vector<std::string>{"html-lost:3", "html-lost:5"});
}

TEST_CASE("import: blocks of HTML") {
  CHECK(text_of("<ul><li>One<li>Two <b>x</b></ul>\n") == "- One\n- Two **x**\n");
  CHECK(text_of("<ol start=3><li><p>One</p><p>More</p></li></ol>\n") == "3. One\n\n   More\n");
  CHECK(text_of("<table><tr><th>A</th><th>B|C</th></tr><tr><td>1<td>2</table>\n") ==
        "| A | B\\|C |\n|---|---|\n| 1 | 2 |\n");
  CHECK(text_of("<blockquote>\n<p>Quoted *text*</p>\n</blockquote>\n") == "> Quoted \\*text\\*\n");
  CHECK(text_of("<div class=x>\n\nStays **here**.\n\n</div>\n") == "Stays **here**.\n");
  CHECK(text_of("<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n") ==
        "::: faq\n### Why?\n\nSo.\n\n:::\n");
  CHECK(text_of("<!-- for editors -->\n") == "<!-- for editors -->\n");
  CHECK(text_of("<pre><code>a\n  &lt;b&gt;</code></pre>\n") == "```\na\n  <b>\n```\n");
}

TEST_CASE("import: callouts of other tools") {
  const std::string tip = "::: {.callout type=\"tip\"}\n**Read**\n\nText.\n:::\n";
  CHECK(text_of("!!! tip \"Read\"\n    Text.\n") == tip);
  CHECK(text_of(":::tip Read\nText.\n:::\n") == tip);
  CHECK(text_of(":::tip[Read]\nText.\n:::\n") == tip);
  CHECK(text_of("::: {.callout-tip title=\"Read\"}\nText.\n:::\n") == tip);
  CHECK(text_of("> [!hint]- Read\n> Text.\n") == "> [!TIP]\n> **Read**\n>\n> Text.\n");
  CHECK(text_of("{{% notice tip %}}\nText.\n{{% /notice %}}\n") ==
        "::: {.callout type=\"tip\"}\nText.\n:::\n");
}

TEST_CASE("import: text under a condition that is not understood is kept out") {
  const Turned liquid = turned("Before\n\n{% if boss %}\nSecret\n{% endif %}\n\nAfter\n");
  CHECK(liquid.text == "Before\n\nAfter\n");
  CHECK(liquid.losses == std::vector<std::string>{"condition-unmapped:3"});
  const Turned quarto =
      turned("::: {.content-visible when-profile=\"boss\"}\nSecret\n\n::: tip\nInner\n:::\n:::\n\nAfter\n");
  CHECK(quarto.text == "After\n");
  CHECK(quarto.losses.back() == "shortcode-turned:4");
}

TEST_CASE("import: a condition that nothing translated makes its page a draft") {
  const auto is_draft = [](const std::string& markdown, const std::string& source = "page.md") {
    ImportPage page;
    page.source = source;
    page.body = import_lines(markdown, 1);
    ConditionMap conditions;
    turn_markdown(page, conditions);
    return page.draft;
  };
  CHECK(is_draft("## Words {.content-visible when-profile=\"x\"}\n"));
  CHECK(is_draft("![a](a.png){.content-visible when-profile=\"x\"}\n"));
  CHECK(is_draft("[a\nb]{.content-visible\nwhen-profile=\"x\"}\n"));
  CHECK(is_draft("- item\n\n    ::: {.content-visible when-profile=\"x\"}\n    Secret\n    :::\n"));
  CHECK(is_draft("::: {.checklist .content-visible when-format=\"html\"}\n- a\n:::\n"));
  CHECK(is_draft("```x``` [a]{audience=\"hr\"}\n"));
  CHECK(is_draft("{: .hidden }\nSecret\n"));
  CHECK(is_draft(":::internal\nSecret\n:::\n"));
  CHECK(is_draft("!!! private\n    Secret\n"));
  CHECK(is_draft("Words {{#each list}}secret{{/each}}\n"));
  CHECK(is_draft("Words {% mine %}secret{% endmine %}\n"));
  CHECK(is_draft("{isBoss && <p>secret</p>}\n", "page.mdx"));
  CHECK(is_draft("<p data-audience=\"hr\">Secret</p>\n"));
  CHECK(is_draft("Words <span hidden>secret\n\nmore</span>\n"));
  CHECK(is_draft("Words\n\n<!-- secret\n\nmore\n"));
  CHECK(is_draft("# [Secret]{.only audience=\"hr\"} title\n\nWords\n"));
  CHECK_FALSE(is_draft("Words, [some]{.only audience=\"hr\"} [more]{.only audience=\"hr\"}\n"));
  CHECK_FALSE(is_draft("`{.content-visible when-profile=\"x\"}`\n\n```\n{{#if x}}\n```\n"));
  CHECK_FALSE(is_draft("{% if x %}\n{% if y %}\nSecret\n{% endif %}\n{% endif %}\n"));
  CHECK_FALSE(is_draft("<!-- if you change this, ask -->\n\nWords {#id .x}\n"));
}

TEST_CASE("import: a span for some readers is left out whole, whatever brackets are in it") {
  for (const std::string inside : {"a \\[ b", "a \\] b", "a `[` b", "a `]` b", "a [b](c) d", "[a] b"})
    CHECK(text_of("One [" + inside + "]{.content-visible when-profile=\"x\"} two\n") == "One  two\n");
  const Turned two = turned("One [a]{.content-visible when-format=\"html\" audience=\"hr\"} two\n");
  CHECK(two.text == "One  two\n");
  CHECK(two.losses == std::vector<std::string>{"condition-unmapped:1"});
}

TEST_CASE("import: comments of all tools are left out, whatever stands behind them") {
  CHECK(text_of("<!-- a\nb --> Text\n") == "Text\n");
  CHECK(text_of("One <!-- a\n\nb --> two\n") == "One two\n");
  CHECK(text_of("- a\n  <!-- x\n  y -->\n- b\n") == "- a\n- b\n");
  CHECK(text_of("One %%a%% two\n\n%%\nb\n%%\n\n{/* c\nd */}\n") == "One two\n");
  CHECK(text_of("`%%a%%`\n\n```\n<!-- b --> c\n```\n") == "`%%a%%`\n\n```\n<!-- b --> c\n```\n");
  CHECK(text_of("[//]: # (a)\n\nText\n") == "Text\n");
}

TEST_CASE("import: headings begin at two, leave no level out, and have each an address") {
  CHECK(text_of("# One\n\n### Two\n\nUnder\n-----\n") == "## One\n\n### Two\n\n### Under\n");
  CHECK(text_of("## Same\n\n## Same\n\n## Same {#own .x}\n") ==
        "## Same\n\n## Same {#same-2}\n\n## Same {#own}\n");
  CHECK(text_of("##No space\n") == "## No space\n");
  CHECK(text_of("# Page\n\nText\n") == "Text\n");  // the title once more
}
