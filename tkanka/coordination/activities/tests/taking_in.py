"""A worker that does nothing but take files in, in a process of its own, so that it can be killed. Its claims are
short, so that nobody waits for what died, and its parts are small, so that there is much to be killed in."""

from datetime import timedelta

import django

if __name__ == "__main__":
    django.setup()
    from tkanka.coordination.activities import jobs, taking
    from tkanka.ground.kit.work import Job, Worker

    taking.PART = 50
    job = Job(jobs.take_files_in, every=timedelta(seconds=0.05), lease=timedelta(seconds=0.4))
    Worker([job]).stopped_by_signals().forever(pause=0.02)
