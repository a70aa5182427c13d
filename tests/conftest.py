import pytest

from apologint.cache.folder import VARIABLE

BUILD_SERVER = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory):
    """The tests have a cache to themselves, and leave that of the developer alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_build_server():
    """The tests say themselves when they play a build server, wherever they run."""
    with pytest.MonkeyPatch.context() as patch:
        for name in BUILD_SERVER:
            patch.delenv(name, raising=False)
        yield
