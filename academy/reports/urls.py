from django.urls import path

from . import own_record

account_urlpatterns = [path("courses/record/", own_record.record, name="course_record")]
