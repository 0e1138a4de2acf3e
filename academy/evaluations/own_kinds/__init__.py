"""The kinds of questions that come with the academy."""

from .choosing import One, Several, TrueFalse
from .essays import LongText
from .pictures import PictureSpots
from .sequences import Match, Order
from .typed import Number, ShortText

KINDS = (
    One(),
    Several(),
    TrueFalse(),
    Order(),
    Match(),
    Number(),
    ShortText(),
    PictureSpots(),
    LongText(),
)
