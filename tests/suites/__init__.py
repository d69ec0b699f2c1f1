"""Other projects' suites, measured where they lie beside the repository (../shared/suites); they are never committed."""
