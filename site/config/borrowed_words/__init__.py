"""Words of other packages, so that our catalogue holds them in our own voice.

Django's Spanish says *usted*, and says it differently for every country; Wagtail's lacks what
its last versions brought. ``makemessages`` reads these modules, nobody imports them. A msgid
must be the package's to the letter: one that is not does no harm and no good.
"""
