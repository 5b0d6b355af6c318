// Blank pages: nothing about any subject, and what there is to change said where it stands.

#include <array>

#include "cli/skeleton.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view en_index = R"(---
title: Start here
summary: What you find here.
layout: start
order: 10
---

Welcome to the guidance of {{< var organisation.name >}}. Say here what readers do first, and lead them on: [a first page](first-page.md).
)";

constexpr std::string_view en_first_page = R"(---
title: A first page
summary: One sentence, shown where the page is listed.
order: 20
---

Write what all readers are told. Then say what only some of them need:

::: {.only reader="beginner"}
This is for beginners.
:::

::: {.only reader="expert"}
This is for experts.
:::
)";

constexpr std::string_view nl_index = R"(---
title: Begin hier
summary: Wat je hier vindt.
layout: start
order: 10
---

Welkom bij de gids van {{< var organisation.name >}}. Zeg hier wat lezers eerst doen, en leid ze verder: [een eerste pagina](first-page.md).
)";

constexpr std::string_view nl_first_page = R"(---
title: Een eerste pagina
summary: Een zin, die je ziet waar de pagina genoemd wordt.
order: 20
---

Schrijf wat alle lezers moeten weten. Zeg daarna wat alleen sommigen nodig hebben:

::: {.only reader="beginner"}
Dit is voor beginners.
:::

::: {.only reader="expert"}
Dit is voor gevorderden.
:::
)";

constexpr std::string_view fr_index = R"(---
title: Commencez ici
summary: Ce que vous trouvez ici.
layout: start
order: 10
---

Bienvenue dans le guide de {{< var organisation.name >}}. Dites ici ce qu’il faut faire d’abord, et menez plus loin : [une première page](first-page.md).
)";

constexpr std::string_view fr_first_page = R"(---
title: Une première page
summary: Une phrase, montrée là où la page est citée.
order: 20
---

Écrivez ce que tout le monde doit savoir. Dites ensuite ce dont seuls certains ont besoin :

::: {.only reader="beginner"}
Ceci est pour les débutants.
:::

::: {.only reader="expert"}
Ceci est pour les experts.
:::
)";

constexpr std::string_view de_index = R"(---
title: Beginnen Sie hier
summary: Was Sie hier finden.
layout: start
order: 10
---

Willkommen beim Leitfaden von {{< var organisation.name >}}. Sagen Sie hier, was zuerst zu tun ist, und führen Sie weiter: [eine erste Seite](first-page.md).
)";

constexpr std::string_view de_first_page = R"(---
title: Eine erste Seite
summary: Ein Satz, der dort steht, wo die Seite genannt wird.
order: 20
---

Schreiben Sie, was alle wissen sollen. Sagen Sie dann, was nur manche brauchen:

::: {.only reader="beginner"}
Das ist für alle, die neu sind.
:::

::: {.only reader="expert"}
Das ist für Erfahrene.
:::
)";

constexpr auto pages = std::to_array<SamplePage>({
    {"index.md", "en", en_index},
    {"first-page.md", "en", en_first_page},
    {"index.md", "nl", nl_index},
    {"first-page.md", "nl", nl_first_page},
    {"index.md", "fr", fr_index},
    {"first-page.md", "fr", fr_first_page},
    {"index.md", "de", de_index},
    {"first-page.md", "de", de_first_page},
});

}  // namespace

const std::string_view blank_site = R"(# What your guidance is called, and for whom its parts can be.
title: @{en: Our guidance|nl: Onze gids|fr: Notre guide|de: Unser Leitfaden}
languages: @languages

dimensions:
  reader:            # rename it, and its values, to what tells your readers apart
    label: @{en: You are|nl: Je bent|fr: Vous êtes|de: Sie sind}
    question: @{en: Who are you?|nl: Wie ben je?|fr: Qui êtes-vous ?|de: Wer sind Sie?}
    values:
      beginner:
        label: @{en: A beginner|nl: Een beginner|fr: Débutant|de: Neu hier}
        when: @{en: If this is new to you|nl: Als dit nieuw voor je is|fr: Si c’est nouveau pour vous|de: Wenn das neu für Sie ist}
      expert:
        label: @{en: An expert|nl: Een gevorderde|fr: Expert|de: Erfahren}
        when: @{en: If you know your way|nl: Als je de weg kent|fr: Si vous connaissez le sujet|de: Wenn Sie sich auskennen}
)";

const std::string_view blank_profile =
    R"(# One organisation, and who gets what. A bundle fixes what its readers have in common; what it leaves open they
# choose themselves.
organisation:
  name: @organisation
facts: {}
languages: @languages
bundles:
  - id: everyone
    formats: [site]
)";

std::span<const SamplePage> blank_pages() { return pages; }

}  // namespace tailorbird
