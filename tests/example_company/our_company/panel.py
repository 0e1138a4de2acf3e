from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.back_office.start_page import StartPanel
from replicated.consultants.models import Consultant


class NewSellersPanel(StartPanel):
    code, order = "new-sellers", 45
    heading = _("New consultants this week")
    icon = "group"
    kept_for = 600
    template_name = "our_company/start/new_sellers.html"

    def is_for(self, user):
        return user.has_perm("consultants.view_consultant")

    def values(self, request):
        since = timezone.now() - timedelta(days=7)
        return {"number": Consultant.objects.filter(created_at__gte=since).count()}
