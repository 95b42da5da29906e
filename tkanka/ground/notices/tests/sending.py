"""A worker that does nothing but send letters, in a process of its own, so that it can be killed. Its claims are
short, so that nobody waits a minute for what died."""

from datetime import timedelta
from functools import partial

import django

if __name__ == "__main__":
    django.setup()
    from tkanka.ground.kit.work import Job, Worker
    from tkanka.ground.notices import jobs
    from tkanka.ground.notices.actions import delivering

    delivering.LEASE, jobs.STALE = timedelta(seconds=2), timedelta(seconds=0.5)
    send = partial(jobs.deliver_letters, entitled=lambda bases, day: bases)
    Worker([Job(send, every=timedelta(seconds=0.1), shared=True)]).stopped_by_signals().forever(pause=0.05)
