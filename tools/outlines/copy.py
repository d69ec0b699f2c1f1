"""Copy Natural Earth's outlines of countries from npm's `world-atlas` into the package. Nothing of it is committed.

`python tools/outlines/copy.py [npm]`. Where npm is missing or has no network, maps are drawn without outlines and say so.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "world-atlas@2.0.2"
FILES = {
    "countries-10m.json": "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79",
    "countries-110m.json": "2516c915867c7baf18ddec727aec46c315541a07cfb3d79a6559b05d5e94eee8",
}
SECONDS = 60


def copy_outlines(root: Path) -> str:
    """Fill src/isnad/publish/places/outlines under `root`; says in one sentence what came of it and never raises."""
    folder = root / "src" / "isnad" / "publish" / "places" / "outlines"
    if all(_is_right(folder / name) for name in FILES):
        return "outlines of countries: there already"
    npm = shutil.which("npm")
    if npm is None:
        return "outlines of countries: left out (npm is not installed); maps say so"
    try:
        return _fetch(npm, folder)
    except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError) as error:
        return f"outlines of countries: left out ({type(error).__name__}: {error}); maps say so"


def _fetch(npm: str, folder: Path) -> str:
    with tempfile.TemporaryDirectory() as name:
        command = [npm, "pack", PACKAGE, "--silent", "--ignore-scripts"]
        subprocess.run(command, cwd=name, check=True, capture_output=True, timeout=SECONDS)
        [packed] = Path(name).glob("*.tgz")
        found = _unpack(packed)
    wrong = [one for one, raw in found.items() if hashlib.sha256(raw).hexdigest() != FILES[one]]
    if wrong:
        return f"outlines of countries: left out ({', '.join(wrong)} of {PACKAGE} is not the file that was expected)"
    folder.mkdir(parents=True, exist_ok=True)
    for one, raw in found.items():
        (folder / one).write_bytes(raw)
    return f"outlines of countries: copied from {PACKAGE}"


def _unpack(packed: Path) -> dict[str, bytes]:
    with tarfile.open(packed) as archive:
        return {name: archive.extractfile(f"package/{name}").read() for name in FILES}  # type: ignore[union-attr]


def _is_right(path: Path) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == FILES[path.name]


if __name__ == "__main__":
    print(copy_outlines(Path(__file__).parents[2]), file=sys.stderr)
