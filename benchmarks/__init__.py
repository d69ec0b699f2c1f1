"""What reading costs, measured beside a known tool in the same run. `python -m benchmarks`."""
