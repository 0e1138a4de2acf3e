"""Files that somebody uploads: what is taken, how it is kept, and how it is answered.

Three doors, each of which would be enough: a document is one of a few kinds by what is in it
(``documents``), a picture keeps nothing but the picture (``pictures``), and no answer with an
uploaded file in it can run anything here (``serving``).
"""
