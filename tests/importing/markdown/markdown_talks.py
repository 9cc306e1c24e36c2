"""Talks in Markdown, and the outlines that they become: name, source, outline, what is told."""

CASES = {
    "pandoc: headings, notes, columns": (
        """\
---
title: The town
author: [Anna, Bob]
---

# Looking back

## What we do {#do}

- ask **many**
    1. often
    2. early
- build $x^2$

::: notes
Say *hello*.

Twice.
:::

## Two

:::: {.columns}
::: {.column width="50%"}
- left
:::
::: {.column}
right
:::
::::
""",
        """\
title: The town
speaker: Anna, Bob

slides:
  - cover: The town
  - section: Looking back
  - id: do
    title: What we do
    bullets:
      - ask **many**:
          - 1. often
          - 2. early
      - build $x^2$
    notes: |
      Say *hello*.

      Twice.
  - title: Two
    columns:
      - bullets:
          - left
      - text: right
""",
    ),
    "Marp: rules, comments, directives": (
        """\
---
marp: true
theme: gaia
---
<!-- _class: lead -->
# The town

Anna Muster

---

# The square

![bg right](market.png "Spring")

- trees

<!-- Tell of the trees. -->
""",
        """\
title: The town

slides:
  - cover: The town
    subtitle: Anna Muster
  - title: The square
    bullets:
      - trees
    image: {file: pictures/market.png, alt: bg right, caption: Spring}
    notes: Tell of the trees.
""",
    ),
    "Slidev: keys of a slide, slots, code": (
        """\
---
title: The town
layout: cover
---

# The town

---
layout: two-cols
hide: true
---

# Two

left

::right::

- right

---

# Code

```ts {1|2}
const x = "${y}"
```
""",
        """\
title: The town

slides:
  - cover: The town
  - title: Two
    columns:
      - text: left
      - bullets:
          - right
    hidden: yes
  - title: Code
    code: |
      const x = "$${y}"
    language: ts
""",
    ),
    "md2pptx: settings, four levels, notes, cards, targets": (
        """\
template: town.pptx
pageTitleSize: 24
Transition: Fades
style.fgcolor.blue: 0000FF

# The town
Anna Muster, Tarnwick

## What we did

### Trees [trees]

* Eleven
\t1. on the square
\t1. at the school

Tell of the man.

And of his dog.

### Two pictures

|![left](market.png)|![right](market.png)|

### Cards
<a id="three"></a>

#### Before

* cars

#### After

* see [the trees](#trees)

### Spare
<!-- md2pptx: hidden: yes -->

* Only if asked
<br/>

### &nbsp;
<!-- md2pptx: hidden: no -->

```python
print(1)
```
""",
        """\
title: The town
transition: fade

slides:
  - cover: The town
    subtitle: Anna Muster, Tarnwick
  - section: What we did
  - id: trees
    title: Trees
    bullets:
      - Eleven:
          - 1. on the square
          - 2. at the school
    notes: |
      Tell of the man.

      And of his dog.
  - title: Two pictures
    image:
      - {file: pictures/market.png, alt: left}
      - {file: pictures/market.png, alt: right}
  - id: three
    title: Cards
    columns:
      - heading: Before
        bullets:
          - cars
      - heading: After
        bullets:
          - see [the trees](#trees)
  - title: Spare
    bullets:
      - Only if asked
    hidden: yes
  - title: Spare
    code: |
      print(1)
    language: python
""",
    ),
    "MultiMarkdown: settings alone": (
        """\
Title: The town
Author: Anna Muster

# Trees

Eleven.
""",
        """\
title: The town
speaker: Anna Muster

slides:
  - cover: The town
  - title: Trees
    text: Eleven.
""",
    ),
    "tables, quotations, formulas": (
        """\
## Numbers

| Town | Size |
|------|-----:|
| Gera, east | 9 |

## Said

> Who dares, wins.

## Maths

$$
\\frac{a}{b}
$$
""",
        """\
title: Numbers

slides:
  - title: Numbers
    table:
      - [Town, Size]
      - ['Gera, east', 9]
  - title: Said
    text: Who dares, wins.
  - title: Maths
    text: $\\frac{a}{b}$
""",
    ),
}
