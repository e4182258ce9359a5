#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The recipes of ci/recipes: their syntax, and their shell parts at work.

    recipes_test.py MEDLINT

Each shell part is run as its service would, in a repository with a bad article;
what the service does with the result is not tried.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import yaml

MEDLINT = os.path.abspath(sys.argv.pop(1))
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
RECIPES = os.path.join(SOURCE, "ci/recipes")

BAD = "<h1>Our garden</h1>\n<p>Come in. 1xbet apk</p>\n"
GOOD = "<h1>Our garden</h1>\n<p>Come in.</p>\n"


def read(name):
    with open(os.path.join(RECIPES, name), encoding="utf-8") as file:
        return file.read()


class Site:
    """A git repository with articles/a.html, and medlint in PATH."""

    def __init__(self, page):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "site")
        self.tools = os.path.join(self.folder.name, "tools")
        os.makedirs(self.tools)
        os.makedirs(os.path.join(self.path, "articles"))
        os.symlink(MEDLINT, os.path.join(self.tools, "medlint"))
        self.git("init", "-q", "-b", "main")
        self.commit(page)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def variables(self, more=None):
        return {"PATH": self.tools + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                "HOME": self.folder.name, "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": "/dev/null", "CI": "true",
                "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                "GIT_COMMITTER_NAME": "A",
                "GIT_COMMITTER_EMAIL": "a@example.org", **(more or {})}

    def git(self, *arguments):
        return subprocess.run(["git", *arguments], cwd=self.path, check=True,
                              env=self.variables(), capture_output=True,
                              text=True).stdout.strip()

    def commit(self, page):
        """Commits the article, and returns the commit before."""
        self.write("articles/a.html", page)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x")
        log = self.git("log", "-2", "--format=%H").split()
        return log[-1]

    def write(self, name, text):
        with open(os.path.join(self.path, name), "w", encoding="utf-8") as f:
            f.write(text)

    def read(self, name):
        with open(os.path.join(self.path, name), encoding="utf-8") as file:
            return file.read()

    def run(self, shell, text, variables=None):
        script = os.path.join(self.folder.name, "script.sh")
        with open(script, "w", encoding="utf-8") as file:
            file.write(text)
        return subprocess.run([*shell, script], cwd=self.path, check=False,
                              env=self.variables(variables),
                              capture_output=True, text=True)


class Syntax(unittest.TestCase):
    def files(self, ending):
        found = []
        for folder, _, names in os.walk(RECIPES):
            found += [os.path.join(folder, n) for n in names
                      if n.endswith(ending)]
        self.assertTrue(found)
        return found

    def test_yaml(self):
        for path in self.files(".yml"):
            with self.subTest(path), open(path, encoding="utf-8") as file:
                self.assertIsInstance(yaml.safe_load(file), dict)

    @unittest.skipUnless(shutil.which("yamllint"), "yamllint is not installed")
    def test_yamllint(self):
        result = subprocess.run(
            ["yamllint", "--strict", "-d", "{extends: default, rules: "
             "{document-start: disable, truthy: {check-keys: false}}}",
             *self.files(".yml")], capture_output=True, text=True, check=False)
        self.assertEqual(result.stdout, "")

    @unittest.skipUnless(shutil.which("groovy"), "groovy is not installed")
    def test_jenkinsfile(self):
        result = subprocess.run(
            ["groovy", "-e", "new GroovyShell().parse(new File(args[0]))",
             os.path.join(RECIPES, "Jenkinsfile")],
            capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_dockerfile(self):
        lines = re.sub(r"\\\n", " ", read("Dockerfile")).splitlines()
        steps = [line.split(None, 1) for line in lines
                 if line and not line.startswith("#")]
        known = {"FROM", "COPY", "WORKDIR", "RUN", "ENTRYPOINT", "CMD"}
        self.assertLessEqual({word for word, _ in steps}, known)
        self.assertEqual(steps[0][0], "FROM")
        stages = re.findall(r"^FROM \S+ AS (\S+)$", read("Dockerfile"), re.M)
        for word, rest in steps:
            if match := re.search(r"--from=(\S+)", rest):
                self.assertIn(match[1], stages)
            if word in ("ENTRYPOINT", "CMD"):
                self.assertIsInstance(json.loads(rest), list)
            if word == "RUN":
                check = subprocess.run(["sh", "-n"], input=rest, text=True,
                                       capture_output=True, check=False)
                self.assertEqual(check.stderr, "")

    @unittest.skipUnless(shutil.which("shellcheck"),
                         "shellcheck is not installed")
    def test_shell_parts(self):
        parts = [("bash", step["run"]) for step in action()["runs"]["steps"]
                 if "run" in step]
        parts += [("sh", "\n".join(gitlab_job()["script"])),
                  ("sh", jenkins_script()), ("sh", reviewdog_command())]
        for shell, text in parts:
            with self.subTest(text):
                result = subprocess.run(
                    ["shellcheck", "-s", shell, "-"], input=text, text=True,
                    capture_output=True, check=False)
                self.assertEqual(result.stdout, "")


def action():
    return yaml.safe_load(read("github/action.yml"))


def gitlab_job():
    return yaml.safe_load(read("gitlab-ci.yml"))["medlint"]


def jenkins_script():
    return re.search(r"sh '''(.*?)'''", read("Jenkinsfile"), re.S)[1]


def reviewdog_command():
    return yaml.safe_load(read("reviewdog.yml"))["runner"]["medlint"]["cmd"]


class Github(unittest.TestCase):
    BASH = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail"]

    action_path = os.path.join(RECIPES, "github")

    def run_action(self, site, base="", **inputs):
        """Runs the shell steps in order, as far as they succeed."""
        values = {name: row.get("default", "")
                  for name, row in action()["inputs"].items()}
        self.assertLessEqual(set(inputs), set(values))
        values.update(inputs)
        outputs = {}

        def evaluate(text):
            def value(match):
                name = match[1].strip()
                for context, known in (
                        ("inputs.", values),
                        ("steps.lint.outputs.", outputs),
                        ("github.", {"event.pull_request.base.sha": base})):
                    if name.startswith(context):
                        return known[name[len(context):]]
                raise AssertionError(f"unknown expression {name}")
            return re.sub(r"\$\{\{(.*?)\}\}", value, text)

        files = {name: os.path.join(site.folder.name, name) for name in
                 ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
        log = ""
        for step in action()["runs"]["steps"]:
            if "run" not in step:
                self.assertEqual(step["uses"].split("@")[0],
                                 "github/codeql-action/upload-sarif")
                continue
            self.assertEqual(step["shell"], "bash")
            variables = {k: evaluate(v)
                         for k, v in step.get("env", {}).items()}
            result = site.run(self.BASH, step["run"], {
                **files, "RUNNER_TEMP": site.folder.name,
                "GITHUB_ACTION_PATH": self.action_path,
                "GITHUB_ACTIONS": "true", **variables})
            log += result.stdout + result.stderr
            if os.path.exists(files["GITHUB_OUTPUT"]):
                with open(files["GITHUB_OUTPUT"], encoding="utf-8") as file:
                    outputs = dict(line.rstrip("\n").split("=", 1)
                                   for line in file)
            if result.returncode != 0:
                return result.returncode, log
        return 0, log

    def test_bad_article(self):
        with Site(BAD) as site:
            status, log = self.run_action(site)
            self.assertEqual(status, 1)
            self.assertIn("::error file=articles/a.html,line=2,", log)
            run = json.loads(site.read("medlint.sarif"))["runs"][0]
            self.assertIn("spam/gambling-keyword",
                          [r["ruleId"] for r in run["results"]])
            with open(os.path.join(site.folder.name, "GITHUB_STEP_SUMMARY"),
                      encoding="utf-8") as file:
                self.assertIn("spam/gambling-keyword", file.read())

    def test_good_article(self):
        with Site(GOOD) as site:
            status, log = self.run_action(site)
            self.assertEqual(status, 0, log)

    def test_install(self):
        """Without medlint in PATH, it is built where the action lies."""
        step = action()["runs"]["steps"][0]
        with Site(GOOD) as site:
            os.remove(os.path.join(site.tools, "medlint"))
            source = os.path.join(site.folder.name, "source")
            os.makedirs(os.path.join(source, "ci/recipes/github"))
            os.makedirs(os.path.join(source, "build/static"))
            shutil.copy(MEDLINT, os.path.join(source, "build/static/medlint"))
            # In place of what takes minutes; what was called is kept.
            calls = os.path.join(site.folder.name, "calls")
            for tool in (os.path.join(source, "ci/install"),
                         os.path.join(site.tools, "cmake")):
                with open(tool, "w", encoding="utf-8") as file:
                    file.write(f'#!/bin/sh\necho "${{0##*/}} $*" >>{calls}\n')
                os.chmod(tool, 0o755)
            paths = os.path.join(site.folder.name, "paths")
            result = site.run(self.BASH, step["run"], {
                "RUNNER_TEMP": site.folder.name, "GITHUB_PATH": paths,
                "GITHUB_ACTION_PATH":
                    os.path.join(source, "ci/recipes/github")})
            self.assertEqual(result.returncode, 0, result.stderr)
            with open(calls, encoding="utf-8") as file:
                self.assertEqual(file.read().splitlines(), [
                    "install ", "cmake --preset static",
                    "cmake --build --preset static --target medlint"])
            with open(paths, encoding="utf-8") as file:
                built = os.path.join(file.read().strip(), "medlint")
            self.assertTrue(os.access(built, os.X_OK))

    def test_inputs(self):
        with Site(BAD) as site:
            self.assertEqual(self.run_action(
                site, **{"fail-on": "never", "sarif": "x.sarif"})[0], 0)
            self.assertTrue(site.read("x.sarif"))
            status, log = self.run_action(site, paths="articles none")
            self.assertEqual(status, 2)
            self.assertIn("none", log)
            site.write("medlint.toml", "nonsense = 1\n")
            self.assertEqual(self.run_action(site)[0], 2)

    def test_changed_only(self):
        with Site(BAD) as site:
            base = site.commit(BAD + "<p>And stay.</p>\n")
            flags = {"changed-only": "true", "base": base}
            status, log = self.run_action(site, **flags)
            self.assertEqual(status, 0, log)
            base = site.commit(BAD + "<p>1xbet apk here, too.</p>\n")
            status, log = self.run_action(site, **dict(flags, base=base))
            self.assertEqual(status, 1)
            self.assertNotIn("line=2,", log)
            self.assertIn("line=3,", log)
            # Not a pull request: everything.
            self.assertIn("line=2,", self.run_action(
                site, **{"changed-only": "true"})[1])

    def test_problem_matcher(self):
        matchers = json.loads(read("github/problem-matcher.json"))
        pattern = matchers["problemMatcher"][0]["pattern"][0]
        with Site(BAD) as site:
            status, log = self.run_action(site, **{"problem-matcher": "true"})
            self.assertEqual(status, 1)
            self.assertIn(f"::add-matcher::{RECIPES}/github/problem-matcher",
                          log)
            found = [match for line in log.splitlines()
                     if (match := re.search(pattern["regexp"], line))]
            report = json.loads(site.read("medlint.sarif"))["runs"][0]
            levels = [r["level"] for r in report["results"]]
            self.assertEqual([m[pattern["severity"]] for m in found].count(
                "error"), levels.count("error"))
            self.assertEqual([m[pattern["severity"]] for m in found].count(
                "warning"), levels.count("warning"))
            spam = [m for m in found
                    if m[pattern["code"]] == "spam/gambling-keyword"][0]
            self.assertEqual(
                [spam[pattern[part]] for part in ("file", "line", "column")],
                ["articles/a.html", "2", "13"])
            self.assertIn("1xbet", spam[pattern["message"]])

    def test_workflow(self):
        job = yaml.safe_load(read("github/workflow.yml"))["jobs"]["medlint"]
        used = [step for step in job["steps"]
                if step.get("uses", "").startswith("MEDLINT/")][0]
        folder = used["uses"].split("@")[0].split("/", 1)[1]
        self.assertTrue(os.path.exists(
            os.path.join(SOURCE, folder, "action.yml")))
        self.assertLessEqual(set(used["with"]), set(action()["inputs"]))


class Gitlab(unittest.TestCase):
    # The runner joins the lines, and stops at the first that fails.
    SHELL = ["sh", "-e"]

    def run_job(self, site, variables=None):
        job = gitlab_job()
        return site.run(self.SHELL, "\n".join(job["script"]), {
            **job["variables"], "GITLAB_CI": "true", **(variables or {})})

    def test_job(self):
        with Site(BAD) as site:
            result = self.run_job(site)
            self.assertEqual(result.returncode, 1, result.stderr)
            self.assertIn("a.html:2:13: error[", result.stdout)
            reports = gitlab_job()["artifacts"]["reports"]
            issues = json.loads(site.read(reports["codequality"]))
            self.assertIn("articles/a.html",
                          [issue["location"]["path"] for issue in issues])
            xml.etree.ElementTree.fromstring(site.read(reports["junit"]))
            base = site.commit(BAD + "<p>And stay.</p>\n")
            result = self.run_job(site,
                                  {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base})
            self.assertEqual(result.returncode, 0, result.stdout)


class Jenkins(unittest.TestCase):
    def test_script(self):
        with Site(BAD) as site:
            run = lambda: site.run(["sh", "-xe"], jenkins_script(),
                                   {"ARTICLES": "articles"})
            result = run()
            self.assertEqual(result.returncode, 0, result.stderr)
            for name in re.findall(r"(?:testResults|pattern): '(.*?)'",
                                   read("Jenkinsfile")):
                root = xml.etree.ElementTree.fromstring(site.read(name))
                self.assertIn("1xbet", xml.etree.ElementTree.tostring(
                    root, encoding="unicode"))
            self.assertIn("<html", site.read("medlint.html"))
            site.write("medlint.toml", "nonsense = 1\n")
            self.assertEqual(run().returncode, 2)


class Reviewdog(unittest.TestCase):
    def test_command(self):
        with Site(GOOD) as site:
            base = site.commit(BAD)
            result = site.run(["sh"], reviewdog_command(),
                              {"MEDLINT_BASE": base})
            self.assertEqual(result.returncode, 0, result.stderr)
            places = [(d["location"]["path"],
                       d["location"]["range"]["start"]["line"])
                      for d in json.loads(result.stdout)["diagnostics"]
                      if d["code"]["value"] == "spam/gambling-keyword"]
            self.assertEqual(places, [("articles/a.html", 2)])


if __name__ == "__main__":
    unittest.main(verbosity=1)
