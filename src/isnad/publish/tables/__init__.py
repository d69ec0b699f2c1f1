"""The tables that csv and parquet write, column by column: one definition for both."""
