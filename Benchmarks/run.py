#!/usr/bin/env python3
"""Measures dossier on a generated store, side by side with a bare process and a bare transaction.

    make release && Benchmarks/run.py                 # 2,000 cases
    Benchmarks/run.py --cases 100000 --keep big.dossier
    Benchmarks/run.py --store big.dossier             # a store that is there already
"""
import argparse
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

TODAY = "2026-11-20"


def spawn(command, environment):
    """Runs a command: milliseconds of wall time, resident memory in MB at its peak, its output."""
    with tempfile.TemporaryFile() as output:
        begun = time.perf_counter()
        child = subprocess.Popen(
            command, stdout=output, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
            env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        spent = (time.perf_counter() - begun) * 1000
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return spent, usage.ru_maxrss / 1024, child.returncode, output.read().decode()


def bare_transaction(folder, count=200):
    """Milliseconds of one durable SQLite transaction of one row, as the store commits its own."""
    path = os.path.join(folder, "bare.sqlite")
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA wal_autocheckpoint = 0")
    database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, bytes BLOB)")
    spent = []
    for _ in range(count):
        begun = time.perf_counter()
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO t (bytes) VALUES (?)", (os.urandom(900),))
        database.execute("COMMIT")
        spent.append((time.perf_counter() - begun) * 1000)
    database.close()
    return statistics.median(spent)


KEYS = {"down": b"\x1bOB", "page": b"\x1b[6~", "enter": b"\r", "escape": b"\x1b"}


class Desk:
    """The desk in a pseudo-terminal of 40 lines and 120 columns, timed from outside."""

    def __init__(self, command, environment, quiet=0.04):
        self.quiet, self.begun = quiet, time.perf_counter()
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execve(command[0], command, {**environment, "TERM": "xterm-256color",
                                            "LC_ALL": "C.UTF-8"})
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def settle(self, patience=10):
        """When the last byte of a burst came, or nil; the burst ends after a while without output."""
        last, end = None, time.perf_counter() + patience
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.terminal], [], [], self.quiet if last else patience)
            if not ready:
                break
            try:
                if not os.read(self.terminal, 1 << 16):
                    break
            except OSError:
                break
            last = time.perf_counter()
        return last

    def first_frame(self):
        last = self.settle()
        return (last - self.begun) * 1000 if last else None

    def press(self, key):
        """Milliseconds from a key to the last byte of what it changed."""
        begun = time.perf_counter()
        os.write(self.terminal, KEYS.get(key, key.encode()))
        last = self.settle(patience=1)
        return (last - begun) * 1000 if last else None

    def leave(self):
        """Ends the desk; its memory at the peak, in MB."""
        memory = 0
        try:
            with open(f"/proc/{self.child}/status") as status:
                memory = next(int(line.split()[1]) / 1024 for line in status
                              if line.startswith("VmHWM"))
        except (OSError, StopIteration):
            pass
        os.kill(self.child, signal.SIGHUP)
        os.waitpid(self.child, 0)
        os.close(self.terminal)
        return memory


class Bench:
    def __init__(self, program, store, rounds):
        self.program, self.store, self.rounds = program, store, rounds
        self.environment = {**os.environ, "DOSSIER_LANG": "en"}
        self.environment.pop("DOSSIER_STORE", None)
        self.bare = statistics.median(
            spawn(["/bin/true"], self.environment)[0] for _ in range(30))
        folder = os.path.dirname(os.path.abspath(store))
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            self.transaction = bare_transaction(scratch)
        self.rows = []

    def dossier(self, *arguments):
        return [self.program, "--store", self.store, *arguments]

    def measure(self, name, *commands, rounds=None):
        """The median over some rounds; each command is run once a round, all counted together."""
        spent, memory, codes = [], 0, set()
        for number in range(rounds or self.rounds):
            for command in commands:
                arguments = command(number) if callable(command) else command
                wall, peak, code, _ = spawn(self.dossier(*arguments), self.environment)
                spent.append(wall)
                memory = max(memory, peak)
                codes.add(code)
        self.add(name, statistics.median(spent), memory, codes)

    def add(self, name, wall, memory, codes=frozenset({0})):
        ratio, transactions = wall / self.bare, wall / self.transaction
        note = "" if codes <= {0} else f"  exit {sorted(codes)}"
        self.rows.append((name, wall, ratio, transactions, memory))
        print(f"{name:34}{wall:10.1f} ms {ratio:8.1f} × process {transactions:9.1f} × commit"
              f" {memory:7.1f} MB{note}", flush=True)


def desk(bench, rounds):
    """The desk: its first frame, keys, a page, letters of a filter, a case page."""
    command = [os.path.abspath(bench.program), "--store", os.path.abspath(bench.store),
               "--today", TODAY, "--as", "wangmin"]
    with tempfile.TemporaryDirectory() as home:
        environment = {**bench.environment, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
        first, memory = [], 0
        for _ in range(rounds):
            screen = Desk(command, environment)
            first.append(screen.first_frame())
            memory = max(memory, screen.leave())
        bench.add("desk: first frame", statistics.median(filter(None, first)), memory)
        screen = Desk(command, environment)
        screen.first_frame()
        for name, keys in [
            ("a key", ["down"] * 200), ("a page", ["page"] * 30),
            ("a letter of a filter (common)", ["/", *"青岛中心"]),
            ("a letter of a filter (rare)", ["escape", "/", *"栈桥量子"]),
            ("a case page", ["escape", "escape"] + ["enter", "escape"] * 10),
        ]:
            spent = []
            for key in keys:
                took = screen.press(key)
                if took and key not in ("/", "escape"):
                    spent.append(took)
            if spent:
                spent.sort()
                bench.add(f"desk: {name}", statistics.median(spent), 0)
                bench.add(f"desk: {name}, 99 of 100", spent[int(len(spent) * 0.99)], 0)
        memory = screen.leave()
        bench.add("desk: all of that", 0, memory)


def references(bench, count):
    _, _, _, text = spawn(
        bench.dossier("--today", TODAY, "queue", "--json", "--limit", str(count), "--view", "all",
                      "--filter", "stage:on_roster"), bench.environment)
    rows = json.loads(text)["rows"]
    return [row["case"] for row in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--program", default=os.path.join(here, "../.build/release/dossier"))
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--store", help="a demonstration store that is there already")
    parser.add_argument("--keep", help="where to leave the store that is made")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--import-lines", type=int, default=0, help="also import so many applications")
    parser.add_argument("--slow", action="store_true", help="also verify and rebuild")
    parser.add_argument("--desk", action="store_true", help="also the desk, in a pseudo-terminal")
    options = parser.parse_args()
    scratch = tempfile.mkdtemp(prefix="dossier-bench-")
    store = options.store or options.keep or os.path.join(scratch, "bench.dossier")
    made = None
    try:
        if not options.store:
            made = spawn([options.program, "demo", store, "--cases", str(options.cases), "--today",
                          TODAY, "--json"], {**os.environ})
            if made[2] != 0:
                sys.exit(f"dossier demo failed: {made[2]}")
        bench = Bench(options.program, store, options.rounds)
        print(f"a bare process takes {bench.bare:.2f} ms, a bare durable commit"
              f" {bench.transaction:.2f} ms here; medians of {options.rounds} rounds")
        if made:
            size = json.loads(made[3])
            bench.add(f"make {size['cases']} cases, {size['events']} events", made[0], made[1])
        today = ["--today", TODAY]
        cases = references(bench, options.rounds) or ["QD-2026-001"]
        case = cases[0]
        bench.measure("--version", ["--version"])
        bench.measure("queue, first 40 by due", [*today, "queue", "--limit", "40"])
        bench.measure("queue --filter (common words)",
                      [*today, "queue", "--limit", "40", "--filter", "技术创新"])
        bench.measure("queue --filter (rare words)",
                      [*today, "queue", "--limit", "40", "--filter", "栈桥量子"])
        bench.measure("show", [*today, "show", case, "--json"])
        bench.measure("check", [*today, "check", case, "--json"])
        bench.measure("actions", [*today, "actions", case, "--json"])
        bench.measure("history", [*today, "history", case, "--json"])
        bench.measure("act (durable)", lambda number: [
            *today, "--as", "wangmin", "act", cases[number % len(cases)], "correct",
            "--set", f"correction=第{number}次更正（虚构）", "--json"])
        if options.desk:
            desk(bench, options.rounds)
        if options.import_lines:
            path = os.path.join(scratch, "applications.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                for number in range(options.import_lines):
                    file.write(json.dumps(application(number), ensure_ascii=False) + "\n")
            bench.measure(f"import {options.import_lines} applications",
                          [*today, "import", path, "--json"], rounds=1)
        if options.slow:
            bench.measure("verify", ["verify", "--json"], rounds=1)
            bench.measure("rebuild", ["rebuild", "--json"], rounds=1)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def application(number):
    """An invented application (虚构)."""
    return {
        "name": f"青岛市量测试{number}技术创新中心", "field": "量测", "applied_on": "2026-11-02",
        "english_name": f"Qingdao Center of Technology Innovation for Trials {number}",
        "department": "qd-laoshan", "origin": "new", "route": "recommended",
        "mode": "leading_enterprise",
        "host": {"name": f"量测{number}（虚构）有限公司", "kind": "enterprise",
                 "founded_on": "2012-06-01", "high_tech": True,
                 "registered_in_city": True, "operates_in_city": True, "legal_person": True},
        "finance": [{"year": year, "rd": "700 万元", "main_revenue": "1.6 亿元"}
                    for year in (2023, 2024, 2025)],
        "premises": {"area": "1200 平方米", "equipment": "1100 万元", "pilot_base": True},
        "staff": {"fixed": 34, "qualified": 20},
    }


if __name__ == "__main__":
    main()
