"""Generate coupon codes in bulk, as for a mailing with a code for each reader."""

import secrets

from django.db import transaction
from oscar.core.loading import get_model
from wagtail.log_actions import log

from markets.reference_numbers import new_number

from ..coupon_codes import normalized
from .offers import ALWAYS

ConditionalOffer = get_model("offer", "ConditionalOffer")
Voucher = get_model("voucher", "Voucher")
VoucherSet = get_model("voucher", "VoucherSet")

MOST = 5000


@transaction.atomic
def generate_codes(*, offer, count: int, usage: str, prefix: str = "", by=None):
    """Generate ``count`` codes for a coupon offer: ``NAVIDAD-7K2M-9QDX``. Returns Oscar's
    voucher set.

    Raises ValueError for more than ``MOST``, or for an offer without a code.
    """
    if not 1 <= count <= MOST or offer.offer_type != ConditionalOffer.VOUCHER:
        raise ValueError(count)
    starts, ends = offer.start_datetime or ALWAYS[0], offer.end_datetime or ALWAYS[1]
    number = offer.vouchers.values("voucher_set").distinct().count() + 1
    batch = VoucherSet.objects.create(
        name=f"{offer.name[:80]} {offer.pk}-{number}-{secrets.token_hex(2)}",
        count=count,
        description="",
        start_datetime=starts,
        end_datetime=ends,
    )
    codes = _free_codes(count, normalized(prefix)[:20])
    vouchers = Voucher.objects.bulk_create(
        [
            Voucher(
                name=code,
                code=code,
                usage=usage,
                start_datetime=starts,
                end_datetime=ends,
                voucher_set=batch,
            )
            for code in codes
        ],
        batch_size=500,
    )
    link = Voucher.offers.through
    link.objects.bulk_create(
        [link(voucher_id=voucher.pk, conditionaloffer_id=offer.pk) for voucher in vouchers],
        batch_size=500,
    )
    log(instance=offer, action="wagtail.edit", user=by, data={"codes": count})
    return batch


def _free_codes(count: int, prefix: str) -> set[str]:
    codes: set[str] = set()
    while len(codes) < count:
        codes |= {_code(prefix) for _ in range(count - len(codes))}
        codes -= set(Voucher.objects.filter(code__in=codes).values_list("code", flat=True))
    return codes


def _code(prefix: str) -> str:
    return "-".join(filter(None, [prefix, new_number()]))
