#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The completions at work in the shells they are for.

    completions_test.py MEDLINT

A line is typed at a real prompt, then the tab key; what became of the line is
read from its words when it is run.  A shell that is not installed is skipped.
"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

MEDLINT = os.path.abspath(sys.argv.pop(1))
BASH_COMPLETION = "/usr/share/bash-completion/bash_completion"
TIMEOUT = 60  # seconds


def script(shell):
    return subprocess.run([MEDLINT, "completions", shell], check=True,
                          capture_output=True, text=True).stdout


class Prompt:
    """An interactive shell at a terminal of its own."""

    def __init__(self, command, folder, variables):
        self.command, self.folder = command, folder
        self.seen = ""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, {
                "PATH": os.path.dirname(MEDLINT) + ":/usr/bin:/bin",
                "HOME": folder, "TERM": "dumb", "LC_ALL": "C.UTF-8",
                "COLUMNS": "200", **variables})

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def read_until(self, pattern):
        """Returns what appeared up to and with the pattern."""
        end = time.monotonic() + TIMEOUT
        while not (match := re.search(pattern, self.seen)):
            ready = select.select([self.terminal], [], [],
                                  end - time.monotonic())[0]
            if not ready:
                raise AssertionError(f"no {pattern!r} in {self.seen!r}")
            self.seen += os.read(self.terminal, 65536).decode()
        text, self.seen = self.seen[:match.end()], self.seen[match.end():]
        return text

    def completed(self, typed):
        """The words of the line after the tab key."""
        # Then to the line's begin, to make it the arguments of a command.
        self.type(typed + "\t\x01printf '<%s>' \x05; echo END$((1+1))\n")
        answer = self.read_until(r"END2").replace("\r", "")
        return re.findall(r"<([^<>%]*)>", answer)

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


class ShellCase:
    """What holds in each shell that reads keys; subclasses start it."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        path = self.folder.name
        for name in ("article.html", "house.toml"):
            with open(os.path.join(path, name), "w", encoding="utf-8"):
                pass
        os.mkdir(os.path.join(path, "pages"))
        self.prompt = self.start(path)
        self.prompt.type("echo READY$((1+1))\n")
        self.prompt.read_until(r"READY2")

    def tearDown(self):
        self.prompt.close()
        self.folder.cleanup()

    def test_lines(self):
        for typed, words in (
                ("medlint expl", ["medlint", "explain"]),
                ("medlint hook unin", ["medlint", "hook", "uninstall"]),
                ("medlint check --no-gi", ["medlint", "check",
                                           "--no-gitignore"]),
                ("medlint check arti", ["medlint", "check", "article.html"]),
                ("medlint arti", ["medlint", "article.html"]),
                ("medlint check -c hou", ["medlint", "check", "-c",
                                          "house.toml"]),
                ("medlint check --config=hou", ["medlint", "check",
                                                "--config=house.toml"]),
                ("medlint check --fail-on nev", ["medlint", "check",
                                                 "--fail-on", "never"]),
                ("medlint check --format=sari", ["medlint", "check",
                                                 "--format=sarif"]),
                ("medlint check -f jun", ["medlint", "check", "-f", "junit"]),
                ("medlint check --select claims/clinica",
                 ["medlint", "check", "--select", "claims/clinically-proven"]),
                ("medlint check --select claims/cure,spam/gambling-k",
                 ["medlint", "check", "--select",
                  "claims/cure,spam/gambling-keyword"]),
                ("medlint explain claims/clinica", ["medlint", "explain",
                                                    "claims/clinically-proven"]),
                ("medlint init pag", ["medlint", "init", "pages"])):
            with self.subTest(typed):
                found = self.prompt.completed(typed)
                # zsh takes a last "/" away when the line goes on.
                self.assertEqual([word.rstrip("/") for word in found], words)

    def test_choices(self):
        # A line that can go on in several ways: the shell shows them.
        self.prompt.type("medlint check -f \t\t")
        for name in ("checkstyle", "html", "sarif"):
            self.prompt.read_until(name)


@unittest.skipUnless(shutil.which("bash") and os.path.exists(BASH_COMPLETION),
                     "bash-completion is not installed")
class Bash(ShellCase, unittest.TestCase):
    def start(self, path):
        # Where bash-completion looks when it first meets the command.
        folder = os.path.join(path, "share/bash-completion/completions")
        os.makedirs(folder)
        with open(os.path.join(folder, "medlint"), "w", encoding="utf-8") as f:
            f.write(script("bash"))
        prompt = Prompt(["bash", "--norc", "--noprofile", "-i"], path,
                        {"XDG_DATA_HOME": os.path.join(path, "share"),
                         "INPUTRC": "/dev/null"})
        prompt.type("PS1='$ '; bind 'set completion-query-items 0';"
                    " bind 'set page-completions off';"
                    f" . {BASH_COMPLETION}\n")
        return prompt


class BashAlone(ShellCase, unittest.TestCase):
    def start(self, path):
        with open(os.path.join(path, ".medlint"), "w", encoding="utf-8") as f:
            f.write(script("bash"))
        prompt = Prompt(["bash", "--norc", "--noprofile", "-i"], path,
                        {"INPUTRC": "/dev/null"})
        prompt.type("PS1='$ '; bind 'set completion-query-items 0';"
                    " bind 'set page-completions off'; . ./.medlint\n")
        return prompt


@unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
class Zsh(ShellCase, unittest.TestCase):
    def start(self, path):
        folder = os.path.join(path, "functions")
        os.mkdir(folder)
        with open(os.path.join(folder, "_medlint"), "w",
                  encoding="utf-8") as f:
            f.write(script("zsh"))
        prompt = Prompt(["zsh", "-f", "-i"], path, {})
        prompt.type("PS1='$ '; bindkey -e; LISTMAX=1000; fpath=(./functions"
                    " $fpath); autoload -Uz compinit; compinit -u -D\n")
        return prompt


@unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
class ZshScript(unittest.TestCase):
    def test_can_be_sourced(self):
        # "source <(medlint completions zsh)" in .zshrc
        result = subprocess.run(
            ["zsh", "-f", "-c", "autoload -Uz compinit; compinit -u -D;"
             f" source <({MEDLINT} completions zsh); print $_comps[medlint]"],
            capture_output=True, text=True, check=False)
        self.assertEqual(result.stdout, "_medlint\n")
        self.assertEqual(result.stderr, "")


@unittest.skipUnless(shutil.which("fish"), "fish is not installed")
class Fish(unittest.TestCase):
    """fish tells what it would offer."""

    def complete(self, typed):
        with tempfile.TemporaryDirectory() as path:
            folder = os.path.join(path, "fish/vendor_completions.d")
            os.makedirs(folder)
            os.mkdir(os.path.join(path, "pages"))
            for name, text in (("article.html", ""), ("house.toml", ""),
                               ("fish/vendor_completions.d/medlint.fish",
                                script("fish"))):
                with open(os.path.join(path, name), "w",
                          encoding="utf-8") as f:
                    f.write(text)
            result = subprocess.run(
                ["fish", "-c", f'complete -C "{typed}"'], cwd=path,
                env={"PATH": os.path.dirname(MEDLINT) + ":/usr/bin:/bin",
                     "HOME": path, "XDG_CONFIG_HOME": path + "/none",
                     "XDG_DATA_DIRS": path, "LC_ALL": "C.UTF-8"},
                capture_output=True, text=True, check=False)
        self.assertEqual(result.stderr, "")
        return result.stdout.splitlines()

    def test_lines(self):
        for typed, words in (
                ("medlint expl", ["explain"]),
                ("medlint hook unin", ["uninstall"]),
                ("medlint check --no-gi", ["--no-gitignore"]),
                ("medlint check arti", ["article.html"]),
                ("medlint check -c hou", ["house.toml"]),
                ("medlint check --config=hou", ["--config=house.toml"]),
                ("medlint check --fail-on nev", ["never"]),
                ("medlint check --format=sari", ["--format=sarif"]),
                ("medlint check -f json", ["json", "jsonl"]),
                ("medlint check --select claims/clinica", ["claims/clinically-proven"]),
                ("medlint check --select claims/cure,spam/gambling-k",
                 ["claims/cure,spam/gambling-keyword"]),
                ("medlint init p", ["pages/"])):
            with self.subTest(typed):
                found = [line.split("\t")[0] for line in self.complete(typed)]
                self.assertEqual(found, words)

    def test_help(self):
        line = self.complete("medlint expl")[0]
        self.assertIn("\tsay what a rule looks for", line)


if __name__ == "__main__":
    unittest.main(verbosity=1)
