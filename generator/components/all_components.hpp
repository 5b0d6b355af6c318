#pragma once
// Declarations of the rows of the table of components (components.cpp). Each is defined in the file of its
// name.

#include "components/component.hpp"

namespace tailorbird {

extern const ComponentSpec key_points_component;
extern const ComponentSpec next_step_component;
extern const ComponentSpec say_dont_component;
extern const ComponentSpec checklist_component;
extern const ComponentSpec steps_component;
extern const ComponentSpec faq_component;
extern const ComponentSpec conversation_component;
extern const ComponentSpec plan_component;
extern const ComponentSpec timeline_component;
extern const ComponentSpec contacts_component;
extern const ComponentSpec responsibilities_component;
extern const ComponentSpec video_component;
extern const ComponentSpec audio_component;
extern const ComponentSpec question_component;
extern const ComponentSpec quote_component;
extern const ComponentSpec figure_component;
extern const ComponentSpec sources_component;
extern const ComponentSpec glossary_component;
extern const ComponentSpec callout_component;
extern const ComponentSpec term_component;
extern const ComponentSpec events_component;
extern const ComponentSpec qr_code_component;

}  // namespace tailorbird
