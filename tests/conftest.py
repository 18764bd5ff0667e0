"""Settings of all tests. What tests share is imported as `tests.…`."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "shared-machine", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared-machine")
