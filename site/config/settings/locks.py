"""In which order rows are locked (background.locks). A company adds its own models where they
belong: before what is locked while they are held."""

LOCK_ORDER = [
    "django_tasks_database.DBTaskResult",
    "people.MailCode",
    # A customer who signs in, before what they left in several baskets.
    "people.User",
    # With it all that hangs on it: its payment and refunds are written under its row.
    "order.Order",
    "basket.Basket",
    "offer.ConditionalOffer",
    "voucher.Voucher",
    # What is sold: the editor takes a product, all of its stock, and then its prices.
    "catalogue.Product",
    "partner.StockRecord",
    "pricing.Price",
    # The academy: what somebody did, before who they are, who gets a certificate or a group by it.
    # All that hangs on an attempt is written under its row.
    "evaluations.Attempt",
    "courses.Course",
    "progress.Enrolment",
    # Placing and settling end with whose customer it is. Who erases a person locks their user and
    # their orders first.
    "people.Person",
    "consultants.Consultant",
    "storefronts.SiteProfile",
    "network.NetworkLock",
    # A thread keeps counts of its posts.
    "forum.Thread",
    "forum.Post",
    # Lists, and last what all writers of listings share.
    "recommendations.BoughtTogether",
    "arrangement.CatalogueOrder",
    "listings.ListingVersion",
]
