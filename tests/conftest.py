"""What many tests start from."""

from pathlib import Path

import pytest
from hypothesis import settings

from index.build import build_index

# No test depends on time.
settings.register_profile("byline", deadline=None)
settings.load_profile("byline")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample articles indexed; read it only."""
    data = tmp_path_factory.mktemp("sample") / "data"
    build_index(ROOT / "articles", data, "sample")
    return data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where a data folder may come to be."""
    return tmp_path / "data"
