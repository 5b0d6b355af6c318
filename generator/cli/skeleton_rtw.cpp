// The sample on returning to work, in each language that it is written in.

#include <array>

#include "cli/skeleton.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view en_index = R"(---
title: Start here
summary: The next step, whatever your role.
layout: start
order: 10
---

Here you find what to do next at {{< var organisation.name >}}, in small steps.

::: {.only audience="manager"}
You need no answers today. Begin with [the first talk](news/first-talk.md).
:::

::: {.only audience="employee"}
You decide what you tell. See [your first day back](return/first-day.md).
:::

## Someone to ask {#someone-to-ask}

{{< include _shared/who-to-call.md >}}
)";

constexpr std::string_view en_shared_who_to_call =
    R"(Call {{< var contact.oh.name >}} on {{< var contact.oh.phone >}}. You need no reason.
)";

constexpr std::string_view en_news_index = R"(---
title: The news
summary: The first days after you hear it.
phase: news
order: 20
---

Nothing has to be settled this week.
)";

constexpr std::string_view en_news_first_talk = R"(---
title: The first talk
summary: Ten minutes, and what to say.
audience: manager
phase: news
order: 10
---

::: key-points
- Listen first.
- Ask who may know.
- Agree when you talk again.
:::

::: {.checklist #first-talk title="Before you talk"}
- [ ] Find a quiet room.
- [ ] Keep half an hour free.
:::
)";

constexpr std::string_view en_news_whom_to_tell = R"(---
title: Whom to tell
summary: You decide who knows what.
audience: employee
phase: news
order: 20
---

Nobody at work needs a diagnosis. Say what you can do, and when you will know more.
)";

constexpr std::string_view en_return_index = R"(---
title: Back at work
summary: From the first day back.
phase: return
order: 30
---

Small steps last longer than big ones.
)";

constexpr std::string_view en_return_first_day = R"(---
title: Your first day back
summary: What may help on the day itself.
phase: return
order: 10
---

Come for two hours. Leave on time.

- Have lunch with someone you like.
- Ask for a quiet place. {.only audience="employee"}
- Keep the first hour free of meetings. {.only audience="manager"}

When it is too much, [ask for help](../index.md#someone-to-ask).
)";

constexpr std::string_view nl_index = R"(---
title: Begin hier
summary: De volgende stap, wat je rol ook is.
layout: start
order: 10
---

Hier lees je wat je nu doet bij {{< var organisation.name >}}, in kleine stappen.

::: {.only audience="manager"}
Je hoeft vandaag niets te weten. Begin met [het eerste gesprek](news/first-talk.md).
:::

::: {.only audience="employee"}
Jij bepaalt wat je vertelt. Kijk bij [je eerste dag terug](return/first-day.md).
:::

## Iemand om te vragen {#someone-to-ask}

{{< include _shared/who-to-call.md >}}
)";

constexpr std::string_view nl_shared_who_to_call =
    R"(Bel {{< var contact.oh.name >}} op {{< var contact.oh.phone >}}. Een reden hoeft niet.
)";

constexpr std::string_view nl_news_index = R"(---
title: Het bericht
summary: De eerste dagen nadat je het hoort.
phase: news
order: 20
---

Deze week hoeft er niets vast te staan.
)";

constexpr std::string_view nl_news_first_talk = R"(---
title: Het eerste gesprek
summary: Tien minuten, en wat je zegt.
audience: manager
phase: news
order: 10
---

::: key-points
- Luister eerst.
- Vraag wie het mag weten.
- Spreek af wanneer jullie weer praten.
:::

::: {.checklist #first-talk title="Voor het gesprek"}
- [ ] Zoek een rustige kamer.
- [ ] Houd een half uur vrij.
:::
)";

constexpr std::string_view nl_news_whom_to_tell = R"(---
title: Wie vertel je het
summary: Jij bepaalt wie wat weet.
audience: employee
phase: news
order: 20
---

Niemand op het werk heeft een diagnose nodig. Zeg wat je kunt, en wanneer je meer weet.
)";

constexpr std::string_view nl_return_index = R"(---
title: Weer aan het werk
summary: Vanaf de eerste dag terug.
phase: return
order: 30
---

Kleine stappen houd je langer vol dan grote.
)";

constexpr std::string_view nl_return_first_day = R"(---
title: Je eerste dag terug
summary: Wat kan helpen op de dag zelf.
phase: return
order: 10
---

Kom twee uur. Ga op tijd naar huis.

- Lunch met iemand die je graag mag.
- Vraag om een rustige plek. {.only audience="employee"}
- Houd het eerste uur vrij van overleg. {.only audience="manager"}

Is het te veel, [vraag dan hulp](../index.md#someone-to-ask).
)";

constexpr std::string_view fr_index = R"(---
title: Commencez ici
summary: L’étape suivante, quel que soit votre rôle.
layout: start
order: 10
---

Vous trouvez ici ce qu’il y a à faire chez {{< var organisation.name >}}, à petits pas.

::: {.only audience="manager"}
Vous n’avez besoin d’aucune réponse aujourd’hui. Commencez par [le premier entretien](news/first-talk.md).
:::

::: {.only audience="employee"}
Vous décidez de ce que vous dites. Voyez [votre premier jour de retour](return/first-day.md).
:::

## Quelqu’un à qui demander {#someone-to-ask}

{{< include _shared/who-to-call.md >}}
)";

constexpr std::string_view fr_shared_who_to_call =
    R"(Appelez {{< var contact.oh.name >}} au {{< var contact.oh.phone >}}. Aucune raison n’est demandée.
)";

constexpr std::string_view fr_news_index = R"(---
title: La nouvelle
summary: Les premiers jours après l’annonce.
phase: news
order: 20
---

Rien ne doit être décidé cette semaine.
)";

constexpr std::string_view fr_news_first_talk = R"(---
title: Le premier entretien
summary: Dix minutes, et ce que l’on dit.
audience: manager
phase: news
order: 10
---

::: key-points
- Écoutez d’abord.
- Demandez qui peut savoir.
- Convenez du prochain échange.
:::

::: {.checklist #first-talk title="Avant l’entretien"}
- [ ] Trouvez une pièce calme.
- [ ] Gardez une demi-heure libre.
:::
)";

constexpr std::string_view fr_news_whom_to_tell = R"(---
title: À qui le dire
summary: Vous décidez qui sait quoi.
audience: employee
phase: news
order: 20
---

Personne au travail n’a besoin d’un diagnostic. Dites ce que vous pouvez faire, et quand vous en saurez plus.
)";

constexpr std::string_view fr_return_index = R"(---
title: De retour au travail
summary: Dès le premier jour.
phase: return
order: 30
---

Les petits pas tiennent plus longtemps que les grands.
)";

constexpr std::string_view fr_return_first_day = R"(---
title: Votre premier jour de retour
summary: Ce qui peut aider ce jour-là.
phase: return
order: 10
---

Venez deux heures. Partez à l’heure.

- Déjeunez avec quelqu’un que vous aimez bien.
- Demandez un endroit calme. {.only audience="employee"}
- Gardez la première heure sans réunion. {.only audience="manager"}

Si c’est trop, [demandez de l’aide](../index.md#someone-to-ask).
)";

constexpr std::string_view de_index = R"(---
title: Beginnen Sie hier
summary: Der nächste Schritt, in jeder Rolle.
layout: start
order: 10
---

Hier steht, was bei {{< var organisation.name >}} jetzt zu tun ist, in kleinen Schritten.

::: {.only audience="manager"}
Sie müssen heute nichts wissen. Beginnen Sie mit [dem ersten Gespräch](news/first-talk.md).
:::

::: {.only audience="employee"}
Sie entscheiden, was Sie erzählen. Lesen Sie [Ihr erster Tag zurück](return/first-day.md).
:::

## Jemand zum Fragen {#someone-to-ask}

{{< include _shared/who-to-call.md >}}
)";

constexpr std::string_view de_shared_who_to_call =
    R"(Rufen Sie {{< var contact.oh.name >}} an: {{< var contact.oh.phone >}}. Einen Grund brauchen Sie nicht.
)";

constexpr std::string_view de_news_index = R"(---
title: Die Nachricht
summary: Die ersten Tage, nachdem Sie es hören.
phase: news
order: 20
---

Diese Woche muss nichts entschieden werden.
)";

constexpr std::string_view de_news_first_talk = R"(---
title: Das erste Gespräch
summary: Zehn Minuten, und was Sie sagen.
audience: manager
phase: news
order: 10
---

::: key-points
- Hören Sie erst zu.
- Fragen Sie, wer es wissen darf.
- Vereinbaren Sie das nächste Gespräch.
:::

::: {.checklist #first-talk title="Vor dem Gespräch"}
- [ ] Einen ruhigen Raum finden.
- [ ] Eine halbe Stunde freihalten.
:::
)";

constexpr std::string_view de_news_whom_to_tell = R"(---
title: Wem Sie es sagen
summary: Sie entscheiden, wer was weiß.
audience: employee
phase: news
order: 20
---

Niemand bei der Arbeit braucht eine Diagnose. Sagen Sie, was Sie können, und wann Sie mehr wissen.
)";

constexpr std::string_view de_return_index = R"(---
title: Wieder bei der Arbeit
summary: Vom ersten Tag an.
phase: return
order: 30
---

Kleine Schritte halten länger als große.
)";

constexpr std::string_view de_return_first_day = R"(---
title: Ihr erster Tag zurück
summary: Was an diesem Tag helfen kann.
phase: return
order: 10
---

Kommen Sie zwei Stunden. Gehen Sie pünktlich.

- Essen Sie mit jemandem, den Sie mögen.
- Bitten Sie um einen ruhigen Platz. {.only audience="employee"}
- Halten Sie die erste Stunde frei von Besprechungen. {.only audience="manager"}

Wird es zu viel, [holen Sie Hilfe](../index.md#someone-to-ask).
)";

constexpr auto pages = std::to_array<SamplePage>({
    {"index.md", "en", en_index},
    {"_shared/who-to-call.md", "en", en_shared_who_to_call},
    {"news/index.md", "en", en_news_index},
    {"news/first-talk.md", "en", en_news_first_talk},
    {"news/whom-to-tell.md", "en", en_news_whom_to_tell},
    {"return/index.md", "en", en_return_index},
    {"return/first-day.md", "en", en_return_first_day},
    {"index.md", "nl", nl_index},
    {"_shared/who-to-call.md", "nl", nl_shared_who_to_call},
    {"news/index.md", "nl", nl_news_index},
    {"news/first-talk.md", "nl", nl_news_first_talk},
    {"news/whom-to-tell.md", "nl", nl_news_whom_to_tell},
    {"return/index.md", "nl", nl_return_index},
    {"return/first-day.md", "nl", nl_return_first_day},
    {"index.md", "fr", fr_index},
    {"_shared/who-to-call.md", "fr", fr_shared_who_to_call},
    {"news/index.md", "fr", fr_news_index},
    {"news/first-talk.md", "fr", fr_news_first_talk},
    {"news/whom-to-tell.md", "fr", fr_news_whom_to_tell},
    {"return/index.md", "fr", fr_return_index},
    {"return/first-day.md", "fr", fr_return_first_day},
    {"index.md", "de", de_index},
    {"_shared/who-to-call.md", "de", de_shared_who_to_call},
    {"news/index.md", "de", de_news_index},
    {"news/first-talk.md", "de", de_news_first_talk},
    {"news/whom-to-tell.md", "de", de_news_whom_to_tell},
    {"return/index.md", "de", de_return_index},
    {"return/first-day.md", "de", de_return_first_day},
});

}  // namespace

const std::string_view rtw_site = R"(# What your guidance is called, and for whom its parts can be.
title: @{en: Back to work together|nl: Samen terug aan het werk|fr: Reprendre le travail ensemble|de: Gemeinsam zurück zur Arbeit}
languages: @languages

dimensions:
  audience:
    label: @{en: Your role|nl: Jouw rol|fr: Votre rôle|de: Ihre Rolle}
    question: @{en: Who are you?|nl: Wie ben je?|fr: Qui êtes-vous ?|de: Wer sind Sie?}
    values:
      manager:
        label: @{en: Manager|nl: Leidinggevende|fr: Responsable|de: Führungskraft}
        when: @{en: If you are the manager|nl: Als je leidinggevende bent|fr: Si vous êtes responsable|de: Wenn Sie die Führungskraft sind}
      employee:
        label: @{en: Employee|nl: Medewerker|fr: Personne salariée|de: Beschäftigte Person}
        when: @{en: If you are the employee|nl: Als je medewerker bent|fr: Si vous êtes la personne salariée|de: Wenn es um Sie selbst geht}
  phase:
    label: @{en: Where things stand|nl: Waar het nu staat|fr: Où en sont les choses|de: Wo es gerade steht}
    question: @{en: Where do things stand now?|nl: Waar staat het nu?|fr: Où en êtes-vous ?|de: Wo stehen Sie jetzt?}
    ordered: true
    values:
      news:
        label: @{en: The news|nl: Het bericht|fr: La nouvelle|de: Die Nachricht}
        when: @{en: When the news is fresh|nl: Als het bericht nog vers is|fr: Quand la nouvelle est récente|de: Wenn die Nachricht noch frisch ist}
      return:
        label: @{en: Back at work|nl: Weer aan het werk|fr: De retour au travail|de: Wieder bei der Arbeit}
        when: @{en: Once back at work|nl: Als het werk weer begonnen is|fr: Une fois de retour au travail|de: Wenn die Arbeit wieder begonnen hat}

navigation:
  path: phase        # the steps of the start page

# People whom an organisation's profile names.
roles:
  oh: @{en: Occupational physician|nl: Bedrijfsarts|fr: Médecin du travail|de: Betriebsärztin oder Betriebsarzt}

requires:
  contacts: [oh]     # a profile without this contact is an error
)";

const std::string_view rtw_profile = R"(# One organisation: who to call, and who gets what.
organisation:
  name: @organisation
facts: {}
languages: @languages
contacts:
  oh:
    name: Dr Alex Example
    phone: "+44 1632 960123"
bundles:
  - id: managers
    title: @{en: For managers|nl: Voor leidinggevenden|fr: Pour les responsables|de: Für Führungskräfte}
    fixed: {audience: manager}
    formats: [site]
  - id: employees
    title: @{en: For employees|nl: Voor medewerkers|fr: Pour les personnes salariées|de: Für Beschäftigte}
    fixed: {audience: employee}
    formats: [site]
)";

std::span<const SamplePage> rtw_pages() { return pages; }

}  // namespace tailorbird
