"""Work outside the request: retries, the timetable, and jobs whose worker died.

The lowest layer: every app may import it, it imports none of them.
"""
