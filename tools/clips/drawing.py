"""One picture of the first talk, 640 × 360: two people at a table by a window, in the hand of the theme's portraits."""

PAPER, SOFT, PINE, WARM, INK = "#fffdf9", "#e3eeec", "#1f5f5b", "#b4532a", "#2b211c"

# Each person in a box of 96 × 110, as in the theme's portraits: what lies behind the face, skin, and hair in front.
PEOPLE = {
    "manager": {
        "behind": "",
        "skin": "#f0cfb2",
        "cloth": PINE,
        "hair": '<path fill="#a9a49c" d="M29 42q1-12 19-13t19 13q3-23-19-23T29 42z"/><path fill="none" stroke="#33302c" '
                'stroke-width="2" d="M34 41a7 6 0 1 0 13 0 7 6 0 1 0-13 0zm15 0a7 6 0 1 0 13 0 7 6 0 1 0-13 0z"/>',
    },
    "employee": {
        "behind": '<path fill="#3b2a22" d="M26 64V38a22 24 0 0 1 44 0v26z"/>',
        "skin": "#c98f62",
        "cloth": WARM,
        "hair": '<path fill="#3b2a22" d="M29 44q2-16 19-16t19 16q4-28-19-28T29 44z"/>',
    },
}
MOUTHS = {
    "calm": "M42 54h12",
    "good": "M40 52q8 8 16 0",
    "low": "M42 56q6-6 12 0M37 37l6-3m16 3l-6-3",
}
BROWS = {"low": "M37 37l6-3m16 3l-6-3"}


def face(mood, mouth, blinks):
    stroke = f'fill="none" stroke="{INK}" stroke-width="2.2" stroke-linecap="round"'
    eyes = (f'<path {stroke} d="M39 42h4M53 42h4"/>' if blinks else
            f'<g fill="{INK}"><circle cx="41" cy="42" r="2.2"/><circle cx="55" cy="42" r="2.2"/></g>')
    if mouth == 0:
        return eyes + f'<path {stroke} d="{MOUTHS[mood]}"/>'
    brows = f'<path {stroke} d="{BROWS[mood]}"/>' if mood in BROWS else ""
    return eyes + brows + f'<ellipse fill="#6d2b22" cx="48" cy="54.5" rx="{4 + 0.6 * mouth:.1f}" ry="{1 + 1.3 * mouth:.1f}"/>'


def person(name, mood, mouth, blinks, place):
    one = PEOPLE[name]
    return (f'<g transform="{place}">{one["behind"]}'
            f'<path fill="{one["cloth"]}" d="M5 120V98c2-22 19-32 43-32s41 10 43 32v22z"/>'
            f'<g fill="{one["skin"]}"><path d="M40 54h16v13a8 6 0 0 1-16 0z"/>'
            f'<ellipse cx="48" cy="42" rx="18" ry="21"/></g>{one["hair"]}{face(mood, mouth, blinks)}</g>')


def room(shift):
    """The wall and the window, moved sideways as the picture turns to one of the two."""
    return (f'<rect width="640" height="360" fill="{SOFT}"/><g transform="translate({shift} 0)">'
            f'<rect x="232" y="36" width="176" height="132" rx="8" fill="{PAPER}"/>'
            '<path fill="#cfe3da" d="M240 160v-34q30-30 58-12 34-34 102 10v36z"/>'
            f'<path fill="none" stroke="{PINE}" stroke-width="5" d="M320 36v132M232 102h176"/>'
            f'<rect x="232" y="36" width="176" height="132" rx="8" fill="none" stroke="{PINE}" stroke-width="6"/></g>')


def cup(x, colour):
    return (f'<path fill="{colour}" d="M{x} 262h34v20q0 12-12 12h-10q-12 0-12-12z"/>'
            f'<path fill="none" stroke="{colour}" stroke-width="4" d="M{x + 34} 268q12 0 10 9t-12 9"/>')


def table(cups):
    return f'<path fill="#d8c3a5" d="M0 292h640v68H0z"/><path fill="#c4aa86" d="M0 292h640v8H0z"/>{cups}'


def label(mark):
    if not mark:
        return ""
    width = 8.2 * len(mark) + 24
    return (f'<rect x="12" y="12" width="{width:.0f}" height="28" rx="14" fill="{PAPER}"/>'
            f'<text x="24" y="31" font-family="DejaVu Sans" font-size="14" fill="{INK}">{mark}</text>')


def draw(speaker, shot, mood, mouth, blinks, mark):
    """SPEAKER opens the mouth as far as MOUTH (0 to 2); MOOD is the employee's; BLINKS names who blinks, or nobody."""
    def one(name, place):
        own_mood = mood if name == "employee" else ("good" if mood == "good" else "calm")
        return person(name, own_mood, mouth if name == speaker else 0, blinks == name, place)
    if shot == "near":
        shift = 150 if speaker == "manager" else -150
        people = one(speaker, "translate(182 34) scale(2.9)")
        cups = ""
    else:
        shift = 0
        people = one("manager", "translate(52 94) scale(2)") + one("employee", "translate(396 94) scale(2)")
        cups = cup(238, PINE) + cup(368, WARM)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360">{room(shift)}'
            f'{people}{table(cups)}{label(mark)}</svg>')
