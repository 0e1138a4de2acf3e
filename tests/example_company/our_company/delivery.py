from decimal import Decimal

from commerce.delivery.kinds import DeliveryKind

REGIONS_WITH_A_STORE = {"Antioquia", "Bogotá"}


class PickUpInStore(DeliveryKind):
    code, name = "pick-up", "Pick up in a store"

    def reaches(self, method, destination):
        return destination.region in REGIONS_WITH_A_STORE

    def price(self, method, *, destination, goods_shown):
        return Decimal(0)

    def days(self, method, destination):
        return 1, 2
