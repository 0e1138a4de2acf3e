"""The one rule of every search of the staff: every word stands somewhere, capitals, accents and
the order of the words do not matter. Half a word is enough, and no character means anything else.
"""

from django.db.backends.signals import connection_created
from django.db.models import CharField, Q, TextField, Transform
from django.dispatch import receiver

from .folding import fold

# A longer text is no name, and each word costs a condition.
MOST_WORDS = 6


@CharField.register_lookup
@TextField.register_lookup
class Folded(Transform):
    """``name__folded__contains=fold(word)``: the database's ``fold``, without an extension."""

    lookup_name = "folded"
    function = "vitrina_fold"
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        return super().as_sql(
            compiler,
            connection,
            # Lower case last: by then nothing is left that a database in the C locale leaves.
            template=(
                "lower(translate(regexp_replace("
                r"normalize((%(expressions)s)::text, NFKD), '[\u0300-\u036f]', '', 'g'), "
                "'''’ʼ`´', ''))"
            ),
            **context,
        )


@receiver(connection_created, dispatch_uid="markets.fold")
def teach_sqlite_to_fold(connection, **kwargs):
    if connection.vendor == "sqlite":
        connection.connection.create_function(
            "vitrina_fold",
            1,
            lambda text: None if text is None else fold(str(text)),
            deterministic=True,
        )


def matches(model, wanted: str, fields) -> Q:
    """The condition that every word of ``wanted`` is in one of the fields (lookup paths).

    Rows never come twice: what leads to many is asked in a query within the query. Words without
    a letter that counts are no condition.
    """
    found = Q()
    for word in fold(wanted).split()[:MOST_WORDS]:
        somewhere = Q()
        for field in fields:
            here = Q(**{f"{field}__folded__contains": word})
            if _leads_to_many(model, field):
                here = Q(pk__in=model._default_manager.filter(here).order_by().values("pk"))
            somewhere |= here
        found &= somewhere
    return found


def _leads_to_many(model, path: str) -> bool:
    for name in path.split("__"):
        field = model._meta.get_field(name)
        if field.one_to_many or field.many_to_many:
            return True
        model = field.related_model
    return False
