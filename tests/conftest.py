"""Settings of all tests. This folder is on the import path, so each test may use `support`."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "shared-machine", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared-machine")
