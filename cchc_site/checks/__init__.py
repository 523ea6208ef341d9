"""Judgement on what was read: one small rule a function, registered by its code."""

from cchc_site.checks.registry import run_checks

__all__ = ["run_checks"]
