"""Settings of all tests. What tests share is imported as `tests.…`.

Properties try the same examples in each run, so that a test that fails tells of a change and not of luck.
`THOROUGH=1` has the longest tests repeat themselves more often, as in the run of each week.
With `--hypothesis-profile=explore` they try others each time: CI does so where that fails nobody's change.
With `few` they try few: CI does so on the lowest versions, where the versions are in question, not our code.
"""

import gc

from hypothesis import HealthCheck, settings

from tests.thorough import times

# No clock decides, and nothing is kept on the disk that another run, or a worker beside this one, would read.
COMMON = settings(
    deadline=None,
    max_examples=60,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", COMMON)
settings.register_profile("same-each-time", COMMON, derandomize=True, max_examples=times(60, 20))
settings.register_profile("few", COMMON, derandomize=True, max_examples=8)
settings.load_profile("same-each-time")

# Thousands of tests are held: they need not be looked through for garbage again and again.
gc.set_threshold(20_000, 20, 50)
