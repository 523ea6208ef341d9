"""Judgement on what was read: one small rule a function, registered by its code."""

from cchc_site.checks.registry import run_checks, run_dated_checks, run_rules, run_style

__all__ = ["run_checks", "run_dated_checks", "run_rules", "run_style"]
