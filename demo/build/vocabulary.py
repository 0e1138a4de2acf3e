"""Product classes, what variants differ by, and what that is called in each language."""

from dataclasses import dataclass

from django.apps import apps
from django.db import transaction
from wagtail.models import Locale

from commerce.copy.models import AttributeCopy, OptionCopy
from commerce.listings.services import set_filterable
from commerce.media.models import OptionSwatch
from commerce.pricing.models import ClassTax, OptionContent
from demo.company import COLOURS, SIZES
from demo.company.options import SIZES_BY_KEY
from demo.company.schema import ProductSeed, Words
from markets.lookup import default_language

from .languages import spoken

AttributeOption = apps.get_model("catalogue", "AttributeOption")
AttributeOptionGroup = apps.get_model("catalogue", "AttributeOptionGroup")
ProductAttribute = apps.get_model("catalogue", "ProductAttribute")
ProductClass = apps.get_model("catalogue", "ProductClass")

# Name → tax class. A product class says which attributes a product has and how it is taxed.
CLASSES = {"Cosmética": "standard", "Hogar y textiles": "standard", "Alimentos": "food"}

GROUPS = {
    "colour": ("Colores", Words("Color", "Color"), COLOURS),
    "size": ("Tallas", Words("Talla", "Size"), [one for one in SIZES if not one.unit]),
    "content": ("Contenidos", Words("Contenido", "Contents"), [one for one in SIZES if one.unit]),
}
# Creams have no garment sizes.
ONLY_IN = {"size": "Hogar y textiles"}


@dataclass(frozen=True)
class Vocabulary:
    """Product classes by name; attributes by (class, code); options by (code, key)."""

    classes: dict[str, object]
    attributes: dict[tuple[str, str], object]
    options: dict[tuple[str, str], object]

    def values(
        self, class_name: str, *, colour: str | None = None, size: str | None = None
    ) -> dict:
        """``{attribute: option}`` of what a variant is: ``values("Cosmética", colour="fig")``."""
        keys = {"colour": colour}
        if size:
            keys[SIZES_BY_KEY[size].attribute] = size
        return {
            self.attributes[class_name, code]: self.options[code, key]
            for code, key in keys.items()
            if key
        }


def class_of(seed: ProductSeed) -> str:
    """The name of the product class that a product belongs to."""
    if seed.tax_class == "food":
        return "Alimentos"
    return "Hogar y textiles" if seed.category in ("ritual-home", "ritual-gifts") else "Cosmética"


@transaction.atomic
def build_vocabulary() -> Vocabulary:
    """Classes, attributes and options with their names and swatches; what is there stays."""
    found = Vocabulary({}, {}, {})
    for name, tax_class in CLASSES.items():
        product_class, _made = ProductClass.objects.get_or_create(
            name=name, defaults={"requires_shipping": True, "track_stock": True}
        )
        ClassTax.objects.get_or_create(
            product_class=product_class, defaults={"tax_class": tax_class}
        )
        found.classes[name] = product_class
    for code, (group_name, label, seeds) in GROUPS.items():
        group, _made = AttributeOptionGroup.objects.get_or_create(name=group_name)
        for class_name, product_class in found.classes.items():
            if ONLY_IN.get(code, class_name) != class_name:
                continue
            attribute, made = ProductAttribute.objects.get_or_create(
                product_class=product_class,
                code=code,
                defaults={
                    "name": label[default_language()],
                    "type": ProductAttribute.OPTION,
                    "option_group": group,
                },
            )
            if made:
                _name(AttributeCopy, "attribute", attribute, label)
                set_filterable(attribute=attribute, on=True)
            found.attributes[class_name, code] = attribute
        for seed in seeds:
            found.options[code, seed.key] = _option(group, seed)
    return found


def _option(group, seed):
    option, made = AttributeOption.objects.get_or_create(
        code=seed.key, defaults={"group": group, "option": seed.label[default_language()]}
    )
    if made:
        _name(OptionCopy, "option", option, seed.label)
        if hasattr(seed, "hex"):
            OptionSwatch.objects.create(option=option, hex=seed.hex)
        elif seed.unit:
            OptionContent.objects.create(option=option, amount=seed.amount, unit=seed.unit)
    return option


def _name(model, field: str, subject, words: Words) -> None:
    first = None
    for language in spoken():
        locale = Locale.objects.get(language_code=language)
        copy = model(**{field: subject}, locale=locale, name=words[language])
        if first is not None:
            copy.translation_key = first.translation_key
        copy.save()
        first = first or copy
