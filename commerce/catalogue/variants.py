"""Finding the variant for options that a form sends."""

from collections.abc import Mapping

from oscar.core.loading import get_model

from commerce.copy.options import option_code

ProductAttributeValue = get_model("catalogue", "ProductAttributeValue")


def chosen_variant_id(product, options: Mapping[str, str]) -> int | None:
    """The sibling of a variant that has all these options (codes by attribute code).

    Without a script the buy form still names the variant that the page was drawn for while its
    radios say another one: the radios are what the shopper saw. The product itself where it has
    no variants or no option is named; None where that combination is not made. One query at most.
    """
    if not product.parent_id:
        return product.pk
    values = ProductAttributeValue.objects.filter(
        product__parent_id=product.parent_id,
        product__is_public=True,
        value_option__isnull=False,
    ).select_related("attribute", "value_option")
    variants: dict[int, dict[str, str]] = {}
    for value in values.order_by("product_id"):
        own = variants.setdefault(value.product_id, {})
        own[value.attribute.code] = option_code(value.value_option)
    codes = {code for own in variants.values() for code in own}
    wanted = {code: options[code] for code in codes if options.get(code)}
    if not wanted:
        return product.pk
    return next(
        (
            pk
            for pk, own in variants.items()
            if all(own.get(code) == option for code, option in wanted.items())
        ),
        None,
    )
