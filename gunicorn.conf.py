"""How the web server runs, on a laptop and in production. The environment decides the numbers."""

import os
import threading

# `site/` is a plain folder on the import path, never a package (docs/architecture.md).
pythonpath = "site"
wsgi_app = "config.wsgi"

bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
# One process unless the cache is shared: lockouts and rate limits count in it.
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
worker_class = "gthread"
# As much as it takes: the application refuses less than that, with a page of the shop's.
limit_request_line = 8190
threads = int(os.environ.get("WEB_THREADS", "8"))
timeout = 60
graceful_timeout = 20
keepalive = 5
max_requests = int(os.environ.get("WEB_MAX_REQUESTS", "0"))
max_requests_jitter = max_requests // 10
# The application logs each request without addresses of people (site/config/logs.py).
accesslog = None
errorlog = "-"
loglevel = os.environ.get("WEB_LOG_LEVEL", "warning")
# A proxy on the same machine ends TLS; another one is named here.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")
# Of what it says one header is believed, the one that docs/running.md names. Gunicorn would also
# take SCRIPT_NAME and PATH_INFO from it: a proxy that passes on what visitors write would let
# them choose where the shop's links lead.
forwarder_headers = ""
secure_scheme_headers = {"X-FORWARDED-PROTO": "https"}
# Gunicorn's own console, which we do not use: its socket would lie in the user's home folder,
# shared by every shop of that user.
control_socket_disable = True


# A market of 100,000 products takes a process that begins many seconds to read, and on a busy
# machine a minute; whoever says nothing for ``timeout`` is taken for hung, and ended.
WARMING_AT_MOST = 600  # seconds


def post_worker_init(worker):
    """A new process draws its first pages itself; until it has, visitors are with the others."""
    from config.garbage import leave_what_is_loaded
    from config.warming import draw_first_pages

    ready = threading.Event()

    def say_that_it_lives():
        for _second in range(WARMING_AT_MOST):
            worker.notify()
            if ready.wait(1):
                return

    threading.Thread(target=say_that_it_lives, name="warming", daemon=True).start()
    try:
        for _path in draw_first_pages(worker.wsgi):
            pass
    finally:
        leave_what_is_loaded()
        ready.set()
