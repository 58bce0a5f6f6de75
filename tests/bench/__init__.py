"""Measures the budgets of the guide and writes the speed page; never fails on a time."""
