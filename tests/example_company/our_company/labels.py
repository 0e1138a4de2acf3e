from commerce.labels.kinds import FOREVER, LabelKind


class Outlet(LabelKind):
    code, name = "outlet", "A third off"
    slug, priority = "outlet", 40
    text = "Outlet"

    def until(self, facts, *, known, market, at):
        return FOREVER if facts.discount >= 33 else None
