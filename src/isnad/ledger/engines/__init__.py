"""Where reading runs and rows live: DuckDB with a process pool on one machine."""
