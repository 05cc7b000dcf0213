"""A list of customers of whom some stand in it twice or three times, and who is who.

    python3 tests/expectations/merge-customers/make.py

Copies are corrupted as FEBRL's generator does it (Christen and Pudjijono 2009, Accurate Synthetic Generation of Realistic
Personal Information): each gets one to three errors in its fields, letters inserted, left out, replaced and transposed,
first and last name swapped, initials, values missing, and people who moved. Beside them stand people who are easily taken
for one: couples with one telephone, and other people of the same name elsewhere.
"""

import json
import pathlib
import random

random.seed(20090427)
FIRST = """Alice Amelia Andrew Anna Arthur Barbara Benjamin Brigitte Carla Charlotte Christopher Daniel Diana Dorothea Edward
Eleanor Elisabeth Emily Ernst Felix Florence Frank Gabriele George Gisela Hannah Harold Heinrich Helen Henry Ingrid Isabel
Jack Jakob James Jan Jessica Johanna John Julia Karin Karl Katharina Kevin Laura Leonard Lucy Ludwig Magdalena Margaret Maria
Martin Matthew Megan Michael Monika Nicholas Nora Oliver Oscar Patrick Paula Peter Rachel Rebecca Robert Rosa Samuel Sarah
Sebastian Simon Sophie Stefan Susan Theodor Thomas Ursula Victoria Walter William""".split()
LAST = """Adams Albrecht Allen Bailey Baker Bauer Becker Bennett Berger Brandt Brooks Brown Campbell Carter Clarke Collins Cooper
Davies Dietrich Edwards Engel Evans Fischer Fletcher Foster Franke Friedrich Gibson Graham Green Griffiths Hall Hansen Harrison
Hartmann Hoffmann Hughes Hunter Jackson Jenkins Johnson Jones Kaiser Keller Kelly Kennedy Koch Lehmann Lewis Lindner Lorenz
Marshall Mason Mitchell Morgan Morris Murphy Murray Neumann Otto Palmer Parker Pearson Phillips Pohl Powell Reynolds Richards
Richter Roberts Robinson Rogers Russell Schmidt Schneider Schreiber Schubert Schulz Shaw Simpson Sommer Stevens Stewart Taylor
Thompson Turner Vogel Wagner Walker Watson Weber Wilkinson Williams Winkler Wright Ziegler Zimmermann""".split()
TOWNS = ["Leeds", "York", "Bath", "Hull", "Derby", "Exeter", "Oxford", "Norwich"]
HOSTS = ["mail.example", "post.example", "web.example", "home.example"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FIELDS = ["first", "last", "mail", "phone", "postcode", "town"]


def home():
    town = random.choice(TOWNS)
    code = f"{town[0]}{town[-1].upper()}{random.randint(1, 19)} {random.randint(1, 9)}{random.choice('ABDEF')}{random.choice('GHJLN')}"
    return {"postcode": code, "town": town}


def phone():
    return f"01{random.randint(10, 99)} {random.randint(100, 999)} {random.randint(1000, 9999)}"


def person():
    first, last = random.choice(FIRST), random.choice(LAST)
    mail = f"{first}.{last}{random.randint(1, 99)}@{random.choice(HOSTS)}".lower()
    return {"first": first, "last": last, "mail": mail, "phone": phone(), **home()}


def typo(text):
    at = random.randrange(1, len(text))
    letter = random.choice(LETTERS)
    kind = random.choice(["insert", "delete", "substitute", "transpose"])
    if kind == "insert":
        return text[:at] + letter + text[at:]
    if kind == "delete":
        return text[:at] + text[at + 1 :]
    if kind == "substitute":
        return text[:at] + letter + text[at + 1 :]
    at = min(at, len(text) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def swapped(one):
    one["first"], one["last"] = one["last"], one["first"]


def written_otherwise(one):
    if one["phone"]:
        one["phone"] = "+44 (0)" + one["phone"][1:].replace(" ", "-")


ERRORS = [
    lambda one: one.update(first=typo(one["first"])),
    lambda one: one.update(last=typo(one["last"])),
    swapped,
    lambda one: one.update(first=one["first"][0] + "."),
    lambda one: one.update(mail=None),
    lambda one: one.update(mail=f"{one['last']}{random.randint(100, 999)}@{random.choice(HOSTS)}".lower()),
    lambda one: one.update(mail=one["mail"] and one["mail"].upper()),
    lambda one: one.update(phone=None),
    lambda one: one.update(phone=phone()),
    written_otherwise,
    lambda one: one.update(home()),
    lambda one: one.update(postcode=one["postcode"].replace(" ", "").lower()),
]


def copy(one):
    made = dict(one)
    for error in random.sample(ERRORS, random.randint(1, 3)):
        error(made)
    return made


people = [person() for _ in range(260)]
couples = [{**person(), **{key: one[key] for key in ("last", "phone", "postcode", "town")}} for one in people[:20]]
namesakes = [{**person(), "first": one["first"], "last": one["last"]} for one in people[20:40]]
everyone = people + couples + namesakes
rows = [(who, one) for who, one in enumerate(everyone)]
for who in random.sample(range(len(everyone)), 110):
    for _ in range(random.choice([1, 1, 1, 2])):
        rows.append((who, copy(everyone[who])))
random.shuffle(rows)
table = {field: [one[field] for _, one in rows] for field in FIELDS}
said = {"id": [f"K{at:03}" for at in range(len(rows))], **table}
out = pathlib.Path(__file__).parent / "customers.json"
lines = [f'  "{name}": {json.dumps(cells)}' for name, cells in {**said, "who": [who for who, _ in rows]}.items()]
out.write_text("{\n" + ",\n".join(lines) + "\n}\n")
