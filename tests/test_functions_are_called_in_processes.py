"""Functions run in processes of their own: what ends one of these ends nothing else, and none outlives its parent."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap

import pytest

from conductatlas.processes import InThread, ProcessEndedError, Processes

_WITHIN = 60.0


def _twice(number: int) -> int:
    return 2 * number


def _refuse(number: int) -> int:
    raise ValueError(f"not {number}")


def _die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def _never_end(number: int) -> int:
    while True:
        number += 1


def test_a_function_that_takes_too_long_is_ended() -> None:
    async def calls() -> None:
        async with Processes(most=1, longest=0.2) as processes:
            with pytest.raises(ProcessEndedError):
                await processes.call(_never_end, 1)
            assert await processes.call(_twice, 9) == 18

    asyncio.run(asyncio.wait_for(calls(), _WITHIN))


def test_what_a_function_gives_or_raises_comes_back() -> None:
    async def calls() -> None:
        async with Processes(most=1) as processes:
            assert await processes.call(os.getpid) != os.getpid()
            assert await asyncio.gather(*(processes.call(_twice, number) for number in range(4))) == [0, 2, 4, 6]
            with pytest.raises(ValueError, match="not 3"):
                await processes.call(_refuse, 3)
        assert await InThread().call(_twice, 3) == 6

    asyncio.run(asyncio.wait_for(calls(), _WITHIN))


def test_a_function_that_ends_its_process_is_named_and_takes_no_other_call_with_it() -> None:
    async def calls() -> list[int | BaseException]:
        async with Processes(most=1) as processes:
            wanted = [processes.call(_die if number == 1 else _twice, number) for number in range(4)]
            found = await asyncio.gather(*wanted, return_exceptions=True)
            assert await processes.call(_twice, 9) == 18
        return found

    found = asyncio.run(asyncio.wait_for(calls(), _WITHIN))
    assert isinstance(found.pop(1), ProcessEndedError)
    assert found == [0, 4, 6]


def test_no_process_outlives_a_parent_that_was_killed() -> None:
    program = """
        import asyncio, os, sys
        from conductatlas.processes import Processes

        async def main():
            async with Processes(most=1) as processes:
                print(await processes.call(os.getpid), flush=True)
                await asyncio.sleep(60)

        if __name__ == "__main__":
            asyncio.run(main())
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        os.kill(child, 0)
        parent.kill()
        # The child holds the other end of this pipe as long as it lives.
        assert parent.stdout.read() == ""
