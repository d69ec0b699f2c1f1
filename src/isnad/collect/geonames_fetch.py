"""GeoNames' dump of one country, fetched when a person asks for it: the only place where isnad goes to the network."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from isnad.errors import InputError

ADDRESS = "https://download.geonames.org/export/dump/{country}.zip"
CHUNK = 1 << 16
PATIENCE = 60.0  # seconds without a byte


def fetch_country(
    country: str, folder: Path, expected: str = "", progress: Callable[[int, int], object] = max
) -> tuple[Path, str]:
    """(file, SHA-256) of a country's dump, written into `folder`; `progress` is told (bytes so far, bytes in all or 0).

    Raises InputError where there is no network, where bytes are missing, where the archive is broken, or where
    the checksum is not the `expected` one.
    """
    address = ADDRESS.format(country=country.upper())
    target, part = folder / f"{country.upper()}.zip", folder / f"{country.upper()}.zip.part"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        digest = _download(address, part, progress)
        _verify(part, address, digest, expected)
        part.replace(target)
    except (URLError, TimeoutError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise InputError(
            f"{address}: could not be fetched ({reason}); fetch it elsewhere and give the file to `isnad places add`"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    target.with_suffix(".zip.sha256").write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    return target, digest


def _download(address: str, part: Path, progress: Callable[[int, int], object]) -> str:
    total, digest = 0, hashlib.sha256()
    with urlopen(Request(address, headers={"User-Agent": "isnad"}), timeout=PATIENCE) as answer, part.open("wb") as file:
        length = int(answer.headers.get("Content-Length") or 0)
        while chunk := answer.read(CHUNK):
            file.write(chunk)
            digest.update(chunk)
            total += len(chunk)
            progress(total, length)
    if length and total != length:
        raise InputError(f"{address}: {total:,} bytes came of {length:,}")
    return digest.hexdigest()


def _verify(part: Path, address: str, digest: str, expected: str) -> None:
    if expected and digest != expected.lower():
        raise InputError(f"{address}: SHA-256 is {digest}, not {expected.lower()}")
    try:
        with zipfile.ZipFile(part) as archive:
            broken = archive.testzip()
    except zipfile.BadZipFile as error:
        raise InputError(f"{address}: what came is no zip file") from error
    if broken:
        raise InputError(f"{address}: {broken} is broken inside")
