"""Plots of growth as SVG: processor time and memory against what grows, with a straight line through the first and
the last point to compare with."""

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 340, 220, 60, 40, 30
QUANTITIES = [("cpu", "processor time", "s", 2), ("memory", "peak memory", "MB", 0)]


def panel(line, quantity, column, row):
    name, label, unit, digits = quantity
    values = [(point["value"], point[name]) for point in line["points"]]
    most_x, most_y = values[-1][0], max(y for _, y in values)
    left, base = column * WIDTH + LEFT, row * HEIGHT + HEIGHT - BOTTOM
    across, up = WIDTH - LEFT - 20, HEIGHT - BOTTOM - TOP

    def place(value):
        return f"{left + across * value[0] / most_x:.1f},{base - up * value[1] / most_y:.1f}"

    parts = [f'<path class="axis" d="M{left},{base - up}V{base}H{left + across}"/>',
             f'<path class="straight" d="M{place(values[0])}L{place(values[-1])}"/>',
             f'<polyline class="line" points="{" ".join(map(place, values))}"/>',
             f'<text x="{left}" y="{base - up - 10}">{label}, {most_y:.{digits}f} {unit} at most</text>']
    for value in values:
        x, y = place(value).split(",")
        parts.append(f'<circle cx="{x}" cy="{y}" r="3"/>')
        parts.append(f'<text class="tick" x="{x}" y="{base + 16}">{value[0]}</text>')
    parts.append(f'<text class="tick" x="{left + across / 2}" y="{base + 32}">{line["option"]}</text>')
    return parts


def growth(lines):
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * len(QUANTITIES)} {HEIGHT * len(lines)}" '
             'role="img" aria-label="Processor time and memory grow in a straight line">',
             "<style>svg{background:#fff}text{font:12px sans-serif;fill:#333}.tick{text-anchor:middle}"
             ".axis{fill:none;stroke:#333}.straight{stroke:#bbb;stroke-dasharray:4}"
             ".line{fill:none;stroke:#0f6b5c;stroke-width:2}circle{fill:#0f6b5c}</style>"]
    for row, line in enumerate(lines):
        for column, quantity in enumerate(QUANTITIES):
            parts += panel(line, quantity, column, row)
    return "\n".join([*parts, "</svg>"]) + "\n"
