"""Results that are kept by what they were worked out from, for answers come one at a time.

What is given is compared, not hashed: answers and results hold mappings.  What is the same object
as before costs nothing to compare, so whoever remembers a result gives the next one a start.
"""

from collections import deque
from collections.abc import Callable
from functools import wraps

MOST = 4
"""How many results of one function are kept: a page asks for two or three in a turn."""


def remembered[**P, R](find: Callable[P, R]) -> Callable[P, R]:
    """`find`, which must be pure, with its last results; nobody may change what was given.

    An exception is not kept: what raised it is tried again.
    """
    known: deque[tuple[object, R]] = deque(maxlen=MOST)

    @wraps(find)
    def found(*args: P.args, **kwargs: P.kwargs) -> R:
        asked = (args, kwargs)
        for given, result in known:
            if given == asked:
                return result
        result = find(*args, **kwargs)
        known.append((asked, result))
        return result

    return found
