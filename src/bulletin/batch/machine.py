"""What a machine is that makes bulletins: two that are alike in all of it make the same bytes."""

from __future__ import annotations

import functools
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.batch.identity import identity, layouts_digest
from bulletin.messages import N_, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A machine, by its name and by all that shows in what it makes."""

    host: str
    parts: Mapping[str, str]
    """Versions and digests by what they are of."""

    def differences(self, other: Machine) -> tuple[str, ...]:
        """What another has otherwise, in the reader's language: what it is, theirs, and ours."""
        names = dict.fromkeys((*self.parts, *other.parts))
        return tuple(
            say("{what}: {theirs} there, {ours} here", what=say(name), theirs=other.parts.get(name, "-"),
                ours=self.parts.get(name, "-"))
            for name in names
            if self.parts.get(name) != other.parts.get(name)
        )  # fmt: skip


@functools.cache
def machine() -> Machine:
    """This one; looked at once."""
    own = identity()
    return Machine(
        host=platform.node(),
        parts={
            N_("program"): own.program,
            N_("layouts"): layouts_digest()[:16],
            N_("fonts"): own.fonts,
            N_("packages"): own.engine,
            **own.natives,
            N_("system"): f"{sys.platform} {platform.machine()}",
        },
    )
