"""Settings of all tests. What tests share is imported as `tests.…`."""

from hypothesis import HealthCheck, settings

# No clock decides, and nothing is kept on the disk that another run, or a worker beside this one, would read.
settings.register_profile(
    "shared-machine",
    deadline=None,
    max_examples=60,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("shared-machine")
