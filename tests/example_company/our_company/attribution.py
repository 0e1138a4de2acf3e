from datetime import timedelta

from replicated.attribution.reasons import Reason, Record


class MetAtAnEvening(Reason):
    code, name = "evening", "Met at an evening"
    lifetime = timedelta(days=90)
    ways = {"guest list": "was a guest at an evening"}

    def on_record(self, person):
        return [
            Record(guest.consultant_id, guest.at, "guest list") for guest in person.evenings.all()
        ]
