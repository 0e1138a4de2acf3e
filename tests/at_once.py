"""The same thing at the same moment, on real connections: for tests marked ``postgres``."""

import threading

from django.db import connections


def at_once(*jobs, refused=()):
    """Run the jobs in threads that start together; returns what each returned or raised.

    ``refused``: what a job may raise because another one was faster.
    """
    barrier = threading.Barrier(len(jobs))
    results = [None] * len(jobs)

    def run(index, job):
        try:
            barrier.wait(timeout=10)
            results[index] = job()
        except Exception as error:  # noqa: BLE001 - the test looks at each
            results[index] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(index, job)) for index, job in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not any(thread.is_alive() for thread in threads), "a deadlock"
    unexpected = [r for r in results if isinstance(r, Exception) and not isinstance(r, refused)]
    assert not unexpected, unexpected
    return results
