#include "cli/skeleton.hpp"

#include <array>

namespace tailorbird {
namespace {

constexpr std::string_view site = R"(# What your guidance is called, and for whom its parts can be.
title: {en: Back to work together}
languages: [en]

dimensions:
  audience:
    label: {en: Your role}
    question: {en: Who are you?}
    values:
      manager:
        label: {en: Manager}
        when: {en: If you are the manager}
      employee:
        label: {en: Employee}
        when: {en: If you are the employee}
  phase:
    label: {en: Where things stand}
    question: {en: Where do things stand now?}
    ordered: true
    values:
      news:
        label: {en: The news}
        when: {en: When the news is fresh}
      return:
        label: {en: Back at work}
        when: {en: Once back at work}

navigation:
  path: phase        # the steps of the start page

# People whom an organisation's profile names.
roles:
  oh: {en: Occupational physician}

requires:
  contacts: [oh]     # a profile without this contact is an error
)";

constexpr std::string_view index = R"(---
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

## Someone to ask

{{< include _shared/who-to-call.md >}}
)";

constexpr std::string_view who_to_call =
    R"(Call {{< var contact.oh.name >}} on {{< var contact.oh.phone >}}. You need no reason.
)";

constexpr std::string_view news = R"(---
title: The news
summary: The first days after you hear it.
phase: news
order: 20
---

Nothing has to be settled this week.
)";

constexpr std::string_view first_talk = R"(---
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

constexpr std::string_view whom_to_tell = R"(---
title: Whom to tell
summary: You decide who knows what.
audience: employee
phase: news
order: 20
---

Nobody at work needs a diagnosis. Say what you can do, and when you will know more.
)";

constexpr std::string_view back = R"(---
title: Back at work
summary: From the first day back.
phase: return
order: 30
---

Small steps last longer than big ones.
)";

constexpr std::string_view first_day = R"(---
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

constexpr std::string_view profile = R"(# One organisation: who to call, and who gets what.
organisation:
  name: Example Works
facts: {}
languages: [en]
contacts:
  oh:
    name: Dr Alex Example
    phone: "+44 1632 960123"
bundles:
  - id: managers
    title: {en: For managers}
    fixed: {audience: manager}
    formats: [site]
  - id: employees
    title: {en: For employees}
    fixed: {audience: employee}
    formats: [site]
)";

constexpr auto files = std::to_array<SkeletonFile>({
    {"content/site.yaml", site},
    {"content/en/index.md", index},
    {"content/en/_shared/who-to-call.md", who_to_call},
    {"content/en/news/index.md", news},
    {"content/en/news/first-talk.md", first_talk},
    {"content/en/news/whom-to-tell.md", whom_to_tell},
    {"content/en/return/index.md", back},
    {"content/en/return/first-day.md", first_day},
    {"profiles/example.yaml", profile},
    {".gitignore", "/dist/\n"},
});

}  // namespace

std::span<const SkeletonFile> skeleton_files() { return files; }

}  // namespace tailorbird
