"""Builds the derived tables of `src/dateline/knowledge/data` from the pinned sets: codes, ids, offices, agents, cities, words.

Run it as `python tools/build_knowledge.py PATH`, PATH being the folder of pinned sets (default `../shared/data/knowledge`). A second path, a count of
lower-case words in running text, rebuilds `ordinary_words.csv` too.
Tables that are written by hand are read, never written, except that `offices.csv` rows which a pinned set confirms get its
day and date of checking. The same input gives the same files.
"""

from __future__ import annotations

import csv
import datetime
import difflib
import gzip
import io
import json
import re
import sys
import tarfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "src/dateline/knowledge/data"
PINNED = ROOT.parent / "shared/data/knowledge"
SMALLEST_CITY = 50_000
FACTBOOK, LEADERS, MINISTERS, EXECUTIVE = (
    "factbook-leaders-2026",
    "world-leaders-2021",
    "foreign-ministers-2022",
    "us-executive",
)
MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}
COUNTRIES_BY_HAND = {
    "Q148": "CHN",
    "Q55": "NLD",
    "Q756617": "DNK",
    "Q29999": "NLD",
    "Q219060": "PSE",
    "Q458": "",
}
OF_ANOTHER = re.compile(r"WILLEM-ALEXANDER of|FREDERIK X of|HARALD V of|President of China")
RIVALS = {"Q17985658", "Q16187308", "Q12223068"}
"""Ministers of governments that rival the one whose seat the tables follow (Myanmar, Yemen)."""
UNCLEAR = {("KWT", "2022"), ("GUY", "2015")}
"""Rows of the pinned set that overlap with others of their seat."""
GOVERNING = {"prime minister", "premier", "chancellor", "chief executive"}
SHARED_SEATS = {"CHE", "SMR", "BIH", "AND"}
SHARED = {"CHARLES III": "GBR", "MACRON": "FRA", "TRUMP": "USA"}
NOT_HEADS = re.compile(
    r"Governor|Commissioner|Prefect|Administrator|represented|Co-prince|Episcopal|monarch of|Monarch of",
    re.IGNORECASE,
)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, header: str, rows: Iterable[Sequence[object]]) -> None:
    columns = header.split()
    with (TABLES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        count = 0
        for row in rows:
            writer.writerow(row)
            count += 1
    print(f"{name}.csv: {count} rows")


def folded(name: str) -> list[str]:
    plain = unicodedata.normalize(
        "NFD", name.replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("-", " ")
    )
    return re.findall(r"[a-z]+", "".join(c for c in plain if not unicodedata.combining(c)).lower())


SAME_PERSON = {
    "S. Jaishankar": "Subrahmanyam Jaishankar",
    "Pope Francis": "Francis",
    "Abdrabbuh Mansour Hadi": "Abed Rabbo Mansour Hadi",
    "Mohamed Abdullahi Farmajo": "Mohamed Abdullahi Mohamed",
    "Alyaksandr Lukashenka": "Alexander Lukashenko",
    "Sadyr Zhaparov": "Sadyr Japarov",
    "Salome Zurabishvili": "Salome Zourabichvili",
    "Irakli Gharibashvili": "Irakli Garibashvili",
    "Nawaf Al-Ahmad Al-Jaber Al-Sabah": "Nawaf al-Ahmad al-Sabah",
    "Recep Tayyip Erdoğan": "Recep Tayyip Erdogan",
    "Mohammed bin Rashid Al Maktoum": "Mohammed bin Rashid",
    "Mohammed bin Zayed Al Nahyan": "Mohammed bin Zayed",
    "Haitham bin Tarik Al Said": "Haitham bin Tariq",
    "Mohammad bin Salman": "Mohammed bin Salman",
    "Salman bin Abdulaziz Al Saud": "Salman bin Abdulaziz",
    "Vajiralongkorn": "Maha Vajiralongkorn",
    "Abdullah II of Jordan": "Abdullah II",
    "Luiz Inácio Lula da Silva": "Luiz Inacio Lula da Silva",
    "Alihan Smaiylov": "Alikhan Smailov",
    "Khurelsukh Ukhnaa": "Ukhnaagiin Khurelsukh",
    "Kim Jong-un": "Kim Jong Un",
    "Mohammed VI of Morocco": "Mohammed VI",
    "Felipe VI of Spain": "Felipe VI",
    "Charles III of the United Kingdom": "Charles III",
    "Qohir Rasulzoda": "Kokhir Rasulzoda",
    "Salman bin Abd al-Aziz Al Saud": "Salman bin Abdulaziz",
    "Oyunerdene Luvsannamsrai": "Luvsannamsrain Oyun-Erdene",
    "Sam Matekane": "Ntsokoane Samuel Matekane",
}
"""Names of pinned sets that are far from the spelling of the tables written by hand."""

OTHER_PERSON = {
    "Ahmed Nawaf Al-Ahmad Al-Sabah",
    "Sabah Al-Khalid Al-Sabah",
    "Muhammad Sabah Al-Salem Al-Sabah",
    "Ahmad Abdullah Al-Ahmad al Sabah",
}


def alike(one: str, other: str) -> bool:
    """True when every word of the shorter name is, but for spelling, in the other one."""
    if SAME_PERSON.get(other, other) == one:
        return True
    if other in OTHER_PERSON:
        return False
    a, b = sorted((folded(one), folded(other)), key=len)
    return all(any(difflib.SequenceMatcher(None, x, y).ratio() >= 0.75 for y in b) for x in a)


def by_hand(names: Iterable[str], person: str) -> str | None:
    """The name under which the tables written by hand have a person of a pinned set, if they do."""
    same = [name for name in names if alike(name, person)]
    score = {
        name: difflib.SequenceMatcher(None, " ".join(folded(name)), " ".join(folded(person))).ratio()
        for name in same
    }
    best = max(same, key=lambda name: score[name], default=None)
    if best and folded(best) != folded(person):
        print(f"  taken for one person: {best} (by hand), {person}")
    return best


# --- states -------------------------------------------------------------------------------------------------------


def territories(pinned: Path) -> dict[str, dict[str, str]]:
    rows = (
        json.loads(line)
        for line in (pinned / "countries/rigour-territories-1.8.2.jsonl").open(encoding="utf-8")
    )
    return {row["alpha3"].upper(): row for row in rows if row.get("alpha3")}


def build_codes(pinned: Path, known: dict[str, dict[str, str]]) -> dict[str, str]:
    crosswalk = {r["country_qid"]: r for r in read(pinned / "countries/histwardb-cow-gw-qid-crosswalk.csv")}
    codes = []
    for state in read(TABLES / "states.csv"):
        row = known[state["iso3"]]
        cow = crosswalk.get(row["qid"], {})
        iso2 = "XK" if state["iso3"] == "XKX" else row["code"].upper()[:2]
        source = "rigour-territories-1.8.2 histwardb-0.5.2"
        codes.append(
            (
                state["iso3"],
                iso2,
                row["qid"],
                cow.get("cow_code", ""),
                cow.get("gw_code", ""),
                source,
                "2026-10",
            )
        )
    write("state_codes", "iso3 iso2 qid cow gw source as_of", codes)
    return {qid: iso3 for iso3, _, qid, *_ in codes} | {q: i for q, i in COUNTRIES_BY_HAND.items() if i}


# --- offices ------------------------------------------------------------------------------------------------------


def day_of(since: str) -> str:
    parts = since.replace("Sep ", "September ").replace("Oct ", "October ").split()
    if len(parts) == 3:
        return f"{parts[2]}-{MONTHS[parts[1]]:02}-{int(parts[0]):02}"
    return f"{parts[1]}-{MONTHS[parts[0]]:02}" if len(parts) == 2 else parts[0]


def factbook(pinned: Path, by_iso2: dict[str, str]) -> Iterator[tuple[str, str, str, str, str]]:
    """State, office, title, person, since, for states with a head of their own."""
    for row in read(pinned / "factbook/leaders-2026.csv"):
        state = by_iso2.get(row["code"]) or by_iso2.get({"Dominican Republic": "DO"}.get(row["country"], ""))
        text = row["text"]
        is_shared = any(name in text and state != home for name, home in SHARED.items())
        if not state or is_shared or OF_ANOTHER.search(text) or NOT_HEADS.search(text):
            continue
        office = "head_of_state" if row["office"].startswith("chief") else "head_of_government"
        title, person = split_title(text)
        is_given_name = office == "head_of_state" and " " not in person and title != "emperor"
        if title and person and not is_given_name:
            yield state, office, title, person, day_of(row["since"])


def split_title(text: str) -> tuple[str, str]:
    """A factbook entry as title and name in ordinary case: "Prime Minister Evika SILINA"."""
    match = re.match(
        r"((?:Interim |Acting |Transition(?:al)? |Caretaker )?(?:President|Prime Minister|King|Premier|Chancellor|"
        r"Sultan|Amir|Emperor|Pope|Prince|Grand Duke|Chief Executive|Vice President))\s(.+)$",
        text,
    )
    if not match or match.group(2)[0].islower():
        return "", ""
    words = re.sub(r"^(?:Col\.|Gen\.|Sr\. Gen\.|Capt\.|Dr\.|Sir|Crown Prince)\s", "", match.group(2).strip())
    name = " ".join(
        w if re.fullmatch(r"[IVX]+", w) else cased(w) for w in words.replace(", Jr.", " Jr.").split()
    )
    title = re.sub(r"^(Interim|Acting|Transition(al)?|Caretaker) ", "", match.group(1))
    return title.lower(), name


def cased(word: str) -> str:
    return "-".join(p.capitalize() if p.isupper() and len(p) > 1 else p for p in word.split("-"))


def leaders(pinned: Path, by_qid: dict[str, str]) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """State, office, title, person, Wikidata id, first and last year, for heads of state and government in 2021-22."""
    for row in read(pinned / "officeholders/world-leaders-2021.wikidata.csv"):
        state, label = by_qid.get(row["countryid"]), row["positionLabel"]
        is_own = not (
            label.lower().startswith("monarch")
            and row["officeholderLabel"] in {"Elizabeth II", "Charles III"}
        )
        is_shared = state in SHARED_SEATS and not re.search("minister|council", label, re.IGNORECASE)
        is_own = is_own and row["officeholder"] not in RIVALS and (state, row["start_year"]) not in UNCLEAR
        if (
            not state
            or row["officeholderLabel"].startswith("Q")
            or not is_own
            or is_shared
            or NOT_HEADS.search(label)
        ):
            continue
        person = re.sub(r" of [A-Z].*$", "", row["officeholderLabel"])
        of_government = re.search(
            r"prime|chancellor|premier|taoiseach|head of government|chairman of the council|minister",
            label,
            re.IGNORECASE,
        )
        office = "head_of_government" if of_government else "head_of_state"
        title = re.split(r" (?:of|for) ", label, maxsplit=1)[0].lower().removeprefix("federal ")
        yield state, office, title, person, row["officeholder"], row["start_year"], row["end_year"]


def ministers(pinned: Path, by_qid: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """State, person, Wikidata id, start, of foreign ministers in office about the turn of 2022 to 2023."""
    for row in read(pinned / "officeholders/foreign-ministers-2022.wikidata.csv"):
        state = by_qid.get(row["country"])
        if (
            state
            and row["person"]
            and row["name"]
            and row["person"] not in RIVALS
            and state not in {"GGY", "JEY", "FRO", "PRI", "ESH"}
        ):
            name = re.sub(r"^(?:Dr\.|Archbishop|Sheikh|Prince) ", "", row["name"])
            yield state, name, row["person"], row["start"]


PRESIDENTS = {
    "Joseph Biden": "Joe Biden",
    "James Carter": "Jimmy Carter",
    "William Clinton": "Bill Clinton",
    "Richard Cheney": "Dick Cheney",
    "Albert Gore": "Al Gore",
    "John Kennedy": "John F. Kennedy",
    "J. Danforth Quayle": "Dan Quayle",
    "J.D. Vance": "JD Vance",
    "James Vance": "JD Vance",
    "Lyndon Johnson": "Lyndon B. Johnson",
    "Michael Pence": "Mike Pence",
}


def president_name(name: dict[str, str]) -> str:
    """The name that the press uses."""
    if name["last"] == "Bush":
        return "George W. Bush" if name.get("middle", "").startswith("Walker") else "George H.W. Bush"
    usual = f"{name.get('nickname') or name['first']} {name['last']}"
    return PRESIDENTS.get(f"{name['first']} {name['last']}", PRESIDENTS.get(usual, usual))


def presidents(pinned: Path) -> Iterator[tuple[str, str, str, str]]:
    """Office, person, first and last day, of presidents and vice presidents of the United States since 1961."""
    for person in yaml.safe_load((pinned / "officeholders/us-executive.yaml").read_text("utf-8")):
        for term in person["terms"]:
            if str(term["start"]) >= "1961":
                office = "head_of_state" if term["type"] == "prez" else "vice_president"
                yield office, president_name(person["name"]), str(term["start"]), str(term["end"])


def joined(terms: Iterable[tuple[str, str, str, str]]) -> list[list[str]]:
    """Terms that follow on one another, made one."""
    rows: list[list[str]] = []
    for term in sorted(terms, key=lambda t: (t[1], t[0], t[2])):
        if rows and rows[-1][:2] == list(term[:2]) and rows[-1][3] == term[2]:
            rows[-1][3] = term[3]
        else:
            rows.append(list(term))
    return rows


Authored = dict[tuple[str, str], list[dict[str, str]]]


def by_seat(rows: list[dict[str, str]]) -> Authored:
    seats: Authored = {}
    for row in rows:
        seats.setdefault((row["of"], row["office"]), []).append(row)
    return seats


def build_offices(pinned: Path, by_qid: dict[str, str], by_iso2: dict[str, str]) -> None:
    rows = read(TABLES / "offices.csv")
    seats = by_seat(rows)
    ids: dict[tuple[str, str], tuple[str, str]] = {}
    more: list[tuple[str, ...]] = []
    confirm(seats, factbook(pinned, by_iso2), more)
    add_leaders(seats, leaders(pinned, by_qid), more, ids)
    add_ministers(seats, ministers(pinned, by_qid), more, ids)
    for office, person, start, end in joined(presidents(pinned)):
        title = "president" if office == "head_of_state" else "vice president"
        is_open = end > "2026-06-15"
        more.append(
            ("USA", office, title, person, start, "" if is_open else end, "", "", "", EXECUTIVE, "2026-06")
        )
    write("offices", " ".join(rows[0]), (tuple(row.values()) for row in rows))
    header = "of office title person start end sector aliases qid source as_of"
    write("offices_pinned", header, sorted(set(more)))
    write_ids(pinned, ids, rows)


def names_in(seats: Authored, state: str) -> dict[str, None]:
    return {row["person"]: None for (of, _), rows in seats.items() if of == state for row in rows}


def confirm(seats: Authored, leaders_now: Iterable[tuple[str, ...]], more: list[tuple[str, ...]]) -> None:
    for state, office, title, person, since in leaders_now:
        if state in {"IRN", "USA"}:
            continue
        authored = seats.get((state, office), [])
        current = [r for r in authored if not r["end"]]
        hand = by_hand(names_in(seats, state), person)
        same = [r for r in current if r["person"] == hand]
        if same:
            if since.startswith(same[0]["start"]):
                same[0]["start"] = since
            same[0].update(source=f"{same[0]['source'].split()[0]} {FACTBOOK}", as_of="2026-02")
        elif current:
            print(
                f"  differs: {state} {office}: {current[0]['person']} by hand, {person} since {since} in {FACTBOOK}"
            )
        elif office == "head_of_state" or title in GOVERNING:
            is_next = all(row["end"] <= since for row in authored)
            row = (state, office, title, hand or person, since, "", "", "", "", FACTBOOK, "2026-02")
            more.extend([row] if is_next else [])


def add_leaders(
    seats: Authored,
    rows: Iterable[tuple[str, ...]],
    more: list[tuple[str, ...]],
    ids: dict[tuple[str, str], tuple[str, str]],
) -> None:
    later = {(r[0], r[1]): r for r in more if FACTBOOK in r[9]}
    for state, office, title, person, qid, start, end in rows:
        hand = by_hand(names_in(seats, state), person)
        if hand:
            ids[hand, state] = (qid, LEADERS)
        if (hand and any(r["person"] == hand for r in seats.get((state, office), []))) or state == "USA":
            continue
        successor = later.get((state, office))
        if (state, office) in seats or (hand and title not in {"prime minister", "premier", "chancellor"}):
            continue
        is_same = successor and (alike(successor[3], person) or (not end and successor[4][:4] == start))
        if successor and is_same and start <= successor[4][:4] <= "2022":
            if successor in more:
                more.remove(successor)
                alias = successor[3] if " " in successor[3] else ""
                first = successor[4] if successor[4].startswith(start) else start
                source = f"{LEADERS} {FACTBOOK}"
                more.append(
                    (
                        state,
                        office,
                        title,
                        hand or person,
                        first,
                        "",
                        "",
                        alias,
                        qid,
                        source,
                        "2026-02",
                    )
                )
            continue
        more.append((state, office, title, hand or person, start, end, "", "", qid, LEADERS, "2022-10"))


def add_ministers(
    seats: Authored,
    rows: Iterable[tuple[str, str, str, str]],
    more: list[tuple[str, ...]],
    ids: dict[tuple[str, str], tuple[str, str]],
) -> None:
    for state, person, qid, start in rows:
        authored = seats.get((state, "foreign_minister"), [])
        hand = by_hand(names_in(seats, state), person)
        if hand:
            ids[hand, state] = (qid, MINISTERS)
        known = [r for r in authored if r["person"] == hand]
        for row in known:
            if row["start"] and start.startswith(row["start"]):
                row.update(start=start, source=f"{row['source'].split()[0]} {MINISTERS}")
        if not known:
            title = "foreign minister"
            more.append(
                (
                    state,
                    "foreign_minister",
                    title,
                    hand or person,
                    start,
                    "",
                    "",
                    "",
                    qid,
                    MINISTERS,
                    "2023-01",
                )
            )
        elif not known and start > max(r["start"] for r in authored):
            print(f"  no row by hand for {person}, foreign minister of {state} since {start}")


def write_ids(
    pinned: Path, ids: dict[tuple[str, str], tuple[str, str]], offices: list[dict[str, str]]
) -> None:
    """Wikidata ids for persons of the tables that are written by hand, by name."""
    people = {r["person"]: r["of"] if len(r["of"]) == 3 else "" for r in reversed(offices)}
    people |= {name: "USA" for _, name, _, _ in presidents(pinned)}
    people |= {r["name"]: r["state"] for r in read(TABLES / "people.csv")}
    keys = {" ".join(folded(name)): name for name in people}
    found = {name: (state, qid, source) for (name, state), (qid, source) in ids.items() if name in people}
    for name, state, qid, source in labelled(pinned):
        hand = keys.get(" ".join(folded(name)))
        if hand and hand not in found and state in {"", people[hand]}:
            found[hand] = (people[hand], qid, source)
    rows = [
        ("person", name, people[name], qid, source, "2026-06") for name, (_, qid, source) in found.items()
    ]
    write("qids", "kind name state qid source as_of", sorted([*rows, *body_ids(pinned)]))


def body_ids(pinned: Path) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Wikidata ids of bodies and parties, by exact name."""
    tables = ("bodies", "organs", "institutes", "parties", "armed_groups", "companies", "initiatives")
    known = {row["name"]: row for table in tables for row in read(TABLES / f"{table}.csv")}
    lines = (pinned / "countries/rigour-territories-1.8.2.jsonl").read_text("utf-8").splitlines()
    found = [(row["name"], row.get("qid", ""), "rigour-territories-1.8.2") for row in map(json.loads, lines)]
    with tarfile.open(pinned / "wikidata_fixtures.tar.gz") as archive:
        for member in archive.getmembers():
            if member.name.endswith(".json"):
                answer = json.load(archive.extractfile(member) or io.BytesIO())
                for qid, item in (answer.get("entities") or {}).items():
                    label = item.get("labels", {}).get("en", {}).get("value", "")
                    found.append((label, qid, "wikidata-fixtures"))
    for name, qid, source in dict.fromkeys(found):
        if name in known and re.fullmatch(r"Q\d+", qid):
            yield known[name]["kind"], name, known[name]["state"], qid, source, "2025-01"


def labelled(pinned: Path) -> Iterator[tuple[str, str, str, str]]:
    """Names with state ("" unknown) and Wikidata id, of the pinned sets that are not matched by office."""
    for row in read(pinned / "officeholders/igo-officeholders-2001-2023.wikidata.csv"):
        yield row["person"], "", row["personID"], "igo-officeholders-2001-2023"
    for person in yaml.safe_load((pinned / "officeholders/us-executive.yaml").read_text("utf-8")):
        if person["id"].get("wikidata"):
            yield president_name(person["name"]), "USA", person["id"]["wikidata"], EXECUTIVE
    legislators = gzip.decompress((pinned / "officeholders/us-legislators-current.yaml.gz").read_bytes())
    for person in yaml.load(legislators, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        names = person["name"]
        for first in (names["first"], names.get("nickname", "")):
            if first and person["id"].get("wikidata"):
                yield f"{first} {names['last']}", "USA", person["id"]["wikidata"], "us-legislators-2026"


# --- agents, cities, words ----------------------------------------------------------------------------------------


SECTORS = set(
    "GOV MIL REB OPP PTY COP JUD SPY MED JRN EDU BUS CRM CVL ELI LAB LEG AGR REL REF PRM UAF NGO IGO SOC".split()
)
AGENTS_BY_HAND = {
    "police": "COP",
    "officer": "COP",
    "police officer": "COP",
    "troops": "MIL",
    "troop": "MIL",
    "soldier": "MIL",
    "army": "MIL",
    "navy": "MIL",
    "air force": "MIL",
    "military": "MIL",
    "warship": "MIL",
    "warplane": "MIL",
    "fighter jet": "MIL",
    "paratrooper": "MIL",
    "marine": "MIL",
    "sailor": "MIL",
    "coast guard": "MIL",
    "conscript": "MIL",
    "commander": "MIL",
    "lawmaker": "LEG",
    "legislator": "LEG",
    "senator": "LEG",
    "congressman": "LEG",
    "parliament": "LEG",
    "congresswoman": "LEG",
    "deputy": "LEG",
    "member of parliament": "LEG",
    "journalist": "JRN",
    "reporter": "JRN",
    "media": "JRN",
    "press": "JRN",
    "newspaper": "JRN",
    "broadcaster": "JRN",
    "news agency": "JRN",
    "editor": "JRN",
    "protester": "CVLOPP",
    "demonstrator": "CVLOPP",
    "activist": "CVLOPP",
    "dissident": "CVLOPP",
    "opposition": "OPP",
    "student": "EDU",
    "teacher": "EDU",
    "professor": "EDU",
    "university": "EDU",
    "school": "EDU",
    "farmer": "AGR",
    "fisherman": "AGR",
    "fishermen": "AGR",
    "worker": "LAB",
    "union": "LAB",
    "trade union": "LAB",
    "company": "BUS",
    "nurse": "MED",
    "doctor": "MED",
    "hospital": "MED",
    "judge": "JUD",
    "court": "JUD",
    "prosecutor": "JUD",
    "tribunal": "JUD",
    "jury": "JUD",
    "lawyer": "JUD",
    "government": "GOV",
    "president": "GOV",
    "minister": "GOV",
    "ministry": "GOV",
    "official": "GOV",
    "diplomat": "GOV",
    "ambassador": "GOV",
    "envoy": "GOV",
    "embassy": "GOV",
    "consulate": "GOV",
    "prime minister": "GOV",
    "authorities": "GOV",
    "authority": "GOV",
    "regime": "GOV",
    "mayor": "GOV",
    "governor": "GOV",
    "cabinet": "GOV",
    "spokesman": "GOV",
    "spokeswoman": "GOV",
    "spokesperson": "GOV",
    "king": "GOV",
    "central bank": "GOV",
    "customs": "GOV",
    "rebel": "REB",
    "insurgent": "REB",
    "militant": "REB",
    "guerrilla": "REB",
    "separatist": "REB",
    "terrorist": "REB",
    "mercenary": "REB",
    "militia": "REB",
    "militiaman": "REB",
    "gunman": "UAF",
    "gunmen": "UAF",
    "jihadist": "REB",
    "extremist": "REB",
    "spy": "SPY",
    "intelligence agency": "SPY",
    "intelligence service": "SPY",
    "secret service": "SPY",
    "priest": "REL",
    "bishop": "REL",
    "cleric": "REL",
    "imam": "REL",
    "monk": "REL",
    "church": "REL",
    "pope": "REL",
    "civilian": "CVL",
    "villager": "CVL",
    "resident": "CVL",
    "citizen": "CVL",
    "people": "CVL",
    "refugee": "REF",
    "migrant": "REF",
    "asylum seeker": "REF",
    "children": "CVL",
    "child": "CVL",
    "woman": "CVL",
    "women": "CVL",
    "passenger": "CVL",
    "tourist": "CVL",
    "businessman": "BUS",
    "businessmen": "BUS",
    "investor": "BUS",
    "trader": "BUS",
    "executive": "BUS",
    "bank": "BUS",
    "firm": "BUS",
    "gang": "CRM",
    "smuggler": "CRM",
    "trafficker": "CRM",
    "cartel": "CRM",
    "hacker": "CRM",
    "pirate": "CRM",
    "former president": "ELI",
    "former prime minister": "ELI",
    "former minister": "ELI",
    "party": "PTY",
    "politician": "PTY",
    "candidate": "PTY",
    "aid worker": "NGO",
    "peacekeeper": "IGO",
    "charity": "NGO",
    "border guard": "COP",
    "security forces": "COP",
    "riot police": "COP",
    "policeman": "COP",
    "policemen": "COP",
    "detective": "COP",
    "national guard": "MIL",
    "analyst": "EDU",
    "scholar": "EDU",
    "researcher": "EDU",
    "expert": "EDU",
}
MINISTRIES = {
    **dict.fromkeys(
        "agriculture,commerce,communications,culture,economic development,economy,education,emergency situations,energy,environment,"
        "external affairs,finance,foreign,foreign affairs,health,home affairs,human rights,industry,information,interior,internal affairs,"
        "justice,labor,labour,oil,planning,public health,science,security,sports,tourism,trade,transport".split(
            ","
        ),
        "GOV",
    ),
    **dict.fromkeys(("defence", "defense", "national defence", "national defense"), "MIL"),
    "intelligence": "SPY",
}
"""Portfolios of ministries, and the sector of the ministry."""


def build_agents(pinned: Path) -> None:
    found = dict(AGENTS_BY_HAND)
    for portfolio, sector in MINISTRIES.items():
        found |= {
            f"{portfolio} ministry": sector,
            f"ministry of {portfolio}": sector,
            f"ministry of the {portfolio}": sector,
        }
    source = dict.fromkeys(found, "authored")
    for line in (pinned / "dictionaries/PLOVER_agents.txt").read_text("latin-1").splitlines():
        match = re.match(r"([A-Z][A-Z_'\- ]+?)_? +\[~([A-Z]+)\]", line)
        if not match or "!" in line:
            continue
        noun = match.group(1).replace("_", " ").strip().lower()
        sectors = [match.group(2)[i : i + 3] for i in range(0, len(match.group(2)), 3)]
        if all(s in SECTORS for s in sectors) and len(sectors) <= 2 and len(noun) > 2:
            found.setdefault(noun, "".join(sectors))
            source.setdefault(noun, "PLOVER_agents")
    write(
        "agents", "noun sector source as_of", ((n, s, source[n], "2024-02") for n, s in sorted(found.items()))
    )


def build_cities(pinned: Path, by_iso2: dict[str, str]) -> None:
    lines = (
        gzip.decompress((pinned / "places/geonames-cities15000.tsv.gz").read_bytes()).decode().splitlines()
    )
    rows = []
    for line in lines[1:]:
        geoname, name, country, admin, lat, lon, population, _ = line.split("\t")
        state = by_iso2.get(country, "")
        if int(population) < SMALLEST_CITY or not state or "," in name:
            continue
        rows.append(
            (
                name,
                "|".join(english(name)),
                state,
                admin,
                population,
                round(float(lat), 2),
                round(float(lon), 2),
                geoname,
            )
        )
    rows.sort(key=lambda row: (-int(row[4]), row[7]))
    write("cities", "name alternates state admin population lat lon geonameid", rows)


CITY_ALIASES = {
    "Kyiv": "Kiev",
    "Kharkiv": "Kharkov",
    "Odesa": "Odessa",
    "Dnipro": "Dnipropetrovsk|Dnepropetrovsk",
    "Lviv": "Lvov",
    "Astana": "Nur-Sultan|Nursultan",
    "Bengaluru": "Bangalore",
    "Mumbai": "Bombay",
    "Chennai": "Madras",
    "Kolkata": "Calcutta",
    "Yangon": "Rangoon",
    "Beijing": "Peking",
    "Guangzhou": "Canton",
    "Mykolayiv": "Mykolaiv|Nikolaev",
    "New York City": "New York",
    "Zaporizhzhia": "Zaporizhia|Zaporozhye",
    "Sanaa": "Sana'a|Sana",
    "Al Basrah": "Basra",
    "Al Mawsil al Jadidah": "",
    "Mosul": "",
    "Saint Petersburg": "St. Petersburg|St Petersburg",
    "Mecca": "Makkah",
    "Jeddah": "Jiddah",
    "Ho Chi Minh City": "Saigon",
    "Washington": "Washington, D.C.|Washington D.C.|Washington DC",
    "Almaty": "Alma-Ata",
    "Shymkent": "Chimkent",
    "Nicosia": "",
    "Tbilisi": "Tiflis",
    "Gaza": "Gaza City",
    "Ürümqi": "Urumqi",
    "Xi’an": "Xi'an|Xian",
    "Köln": "Cologne",
    "Hannover": "Hanover",
    "Antwerpen": "Antwerp",
    "Makiyivka": "Makiivka|Makeevka",
    "Sievierodonetsk": "Severodonetsk|Sievierodonetsk",
    "Luhansk": "Lugansk",
}


def english(name: str) -> list[str]:
    """The name without diacritics, and spellings of the press."""
    plain = " ".join(
        "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).split()
    )
    found = [plain.replace("’", "'").replace("ʼ", "'")] + [
        a for a in CITY_ALIASES.get(name, "").split("|") if "," not in a
    ]
    return [a for a in dict.fromkeys(found) if a and a != name]


def build_words(counts: Path) -> None:
    """Surface forms that are also ordinary lower-case words, by a count of running text: one word a line, then its count."""
    from dateline.knowledge import Knowledge

    tables = Knowledge()
    surfaces = {s.lower() for s in [*tables.registry.names, *tables.gazetteer.surfaces(), *BY_EAR]}
    ordinary = {line.split("\t")[0] for line in counts.read_text("utf-8").splitlines()}
    states = set(tables.registry.states.values())
    of_states = {
        s.lower() for s, names in tables.registry.names.items() if any(n.entity in states for n in names)
    }
    words = sorted((ordinary | BY_EAR) & surfaces - NAMES_ALL_THE_SAME - (of_states - {"male"}))
    rows = [(word, "count", "2026-11") for word in words] + [
        (word, "authored", "2026-11") for word in SHOUTED
    ]
    write("ordinary_words", "word source as_of", rows)


SHOUTED = ("CAR", "EC", "GAM", "IS", "NAM", "PA", "PT", "SPA", "francis")
"""Acronyms that are words in a headline in capitals, or something else as a rule; given names of monarchs and others."""

NAMES_ALL_THE_SAME = set(
    "beijing moscow kremlin china congress senate republicans democrats republican democrat taliban conservatives "
    "labour twitter apple amazon israel moderna xi abe modi democratic".split()
)
BY_EAR = set(
    "little song silk tan sang baron may march rice bush brown black white green young king price wine page stone cook banks mobile nice reading of male "
    "split bath orange clark cotton fox gates hunt grant long may sharp short snow walker bishop butcher baker carter cook "
    "hope love joy faith will mark rich frank grace amber rose lance chase bill drew pat sue ray art sunny dick jack "
    "turkey polish swiss apple amazon meta target shell gap visa oracle total bild time fars dawn ring union commons diet "
    "anonymous discord variety wired billboard townhall house ford major lead born fields field wells waters forest lake hill mountain bay sun moon star best worth man men woman".split()
)


def main() -> None:
    pinned = Path(sys.argv[1]) if len(sys.argv) > 1 else PINNED
    known = territories(pinned)
    by_qid = build_codes(pinned, known)
    codes = read(TABLES / "state_codes.csv")
    by_iso2 = {row["iso2"]: row["iso3"] for row in codes}
    build_offices(pinned, by_qid, by_iso2)
    build_agents(pinned)
    build_cities(pinned, by_iso2)
    if len(sys.argv) > 2:
        build_words(Path(sys.argv[2]))
    print(f"built on {datetime.date.today()}")


if __name__ == "__main__":
    main()
