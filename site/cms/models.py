"""All models of the content, where Django looks for them. They live in the rooms that use them."""

from .content.models import (
    Announcement,
    BrandSettings,
    Footer,
    ForAudience,
    FormSubmission,
    HeaderMenu,
    InContentPlan,
    JourneyStage,
    SocialLink,
    SocialNetwork,
    StorefrontPage,
)
from .page_cache.version import StorefrontVersion

__all__ = [
    "Announcement",
    "BrandSettings",
    "Footer",
    "ForAudience",
    "FormSubmission",
    "HeaderMenu",
    "InContentPlan",
    "JourneyStage",
    "SocialLink",
    "SocialNetwork",
    "StorefrontPage",
    "StorefrontVersion",
]
