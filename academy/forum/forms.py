"""What members and moderators fill in. Text keeps its lines and loses what nobody can see."""

import unicodedata
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .access import Viewer
from .models import Board, Follow, Member, Picture, Post, Report, Thread
from .pictures import MOST_PICTURES, drawn_anew
from .services.membership import check_name, suggested_name


def cleaned_text(text: str) -> str:
    """Without control characters; raises ValidationError where nothing is left to read."""
    text = "".join(
        char
        for char in text.replace("\r\n", "\n").replace("\r", "\n")
        if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
    ).strip()
    if not any(unicodedata.category(char)[0] not in "CZ" for char in text):
        raise ValidationError(_("Write something."))
    return text


class TextField(forms.CharField):
    def clean(self, value):
        value = super().clean(value)
        return cleaned_text(value) if value or self.required else value


class TitleField(TextField):
    def clean(self, value):
        return " ".join(super().clean(value).split())


class PicturesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class PicturesField(forms.FileField):
    """Several uploads, each drawn anew: a list of (content, width, height)."""

    widget = PicturesInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif,image/avif"})

    def clean(self, data, initial=None):
        uploads = [one for one in (data if isinstance(data, list) else [data]) if one]
        if len(uploads) > MOST_PICTURES:
            raise ValidationError(
                _("A post has room for %(most)d pictures."), params={"most": MOST_PICTURES}
            )
        drawn = []
        for upload in uploads:
            super().clean(upload, initial)
            drawn.append(drawn_anew(upload))
        return drawn


class PostForm(forms.Form):
    """A post. Asks for a name in the forum whoever has none yet; ``kept``: public ids of pictures
    that came with an earlier try."""

    name = forms.CharField(
        label=_("Your name in the forum"),
        max_length=Member.LONGEST_NAME,
        help_text=_("This is what others see. You can change it in your account."),
        widget=forms.TextInput({"autocomplete": "nickname"}),
    )
    text = TextField(
        label=_("Your post"),
        max_length=Post.LONGEST_TEXT,
        widget=forms.Textarea({"rows": 8}),
    )
    pictures = PicturesField(
        label=_("Pictures"),
        required=False,
        help_text=_("Up to 4, 8 MB each. They are shown below your text."),
    )
    follow = forms.BooleanField(label=_("Email me about replies"), required=False, initial=True)
    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data=None, files=None, *, viewer: Viewer, with_follow=True, **kwargs):
        initial = {"form_key": uuid.uuid4(), **kwargs.pop("initial", {})}
        self.viewer = viewer
        if viewer.member is None and viewer.person is not None and data is None:
            initial["name"] = suggested_name(viewer.person)
        super().__init__(data, files, initial=initial, **kwargs)
        if viewer.member is not None:
            del self.fields["name"]
        if not with_follow:
            del self.fields["follow"]
        self.kept = self._kept(data)

    def _kept(self, data) -> list[Picture]:
        """Own pictures that came before and were not taken away again."""
        if data is None or self.viewer.member is None:
            return []
        wanted = []
        for text in data.getlist("kept")[: MOST_PICTURES * 2]:
            try:
                wanted.append(uuid.UUID(text))
            except ValueError:
                continue
        if not wanted:
            return []
        own = Picture.objects.filter(owner=self.viewer.member, post=None, public_id__in=wanted)
        return list(own)

    def clean_name(self):
        return check_name(self.viewer.person, self.cleaned_data["name"])

    def clean_pictures(self):
        drawn = self.cleaned_data["pictures"]
        if len(drawn) + len(self.kept) > MOST_PICTURES:
            raise ValidationError(
                _("A post has room for %(most)d pictures."), params={"most": MOST_PICTURES}
            )
        return drawn


class ThreadForm(PostForm):
    title = TitleField(
        label=_("Title"),
        max_length=Thread.LONGEST_TITLE,
        help_text=_("One sentence that says what it is about."),
    )
    field_order = ["name", "title", "text", "pictures", "follow"]


class EditForm(forms.Form):
    title = TitleField(label=_("Title"), max_length=Thread.LONGEST_TITLE)
    text = TextField(
        label=_("Your post"), max_length=Post.LONGEST_TEXT, widget=forms.Textarea({"rows": 10})
    )

    def __init__(self, data=None, *, post: Post, **kwargs):
        initial = {"text": post.text, "title": post.thread.title}
        super().__init__(data, initial=initial, **kwargs)
        if not post.opens:
            del self.fields["title"]


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("What is wrong with it?"), choices=Report.Reason, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("What should moderators know?"),
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean_note(self):
        note = self.cleaned_data["note"]
        return cleaned_text(note) if note else ""


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Your name in the forum"),
        max_length=Member.LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "nickname"}),
    )

    def __init__(self, data=None, *, viewer: Viewer, **kwargs):
        member = viewer.member
        name = member.name if member else suggested_name(viewer.person)
        super().__init__(data, initial={"name": name}, **kwargs)
        self.viewer = viewer

    def clean_name(self):
        return check_name(self.viewer.person, self.cleaned_data["name"])


class ModeForm(forms.Form):
    mode = forms.ChoiceField(choices=[*Follow.Mode.choices, ("", "")], required=False)


class WarningForm(forms.Form):
    text = TextField(
        label=_("What the member reads"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("They get it by email, and it stands on their page of the forum."),
    )


class MoveForm(forms.Form):
    board = forms.ModelChoiceField(
        label=_("Move to"), queryset=Board.objects.none(), empty_label=_("Choose a board")
    )

    def __init__(self, data=None, *, thread: Thread, **kwargs):
        super().__init__(data, **kwargs)
        same_language = Board.objects.filter(locale=thread.board.locale_id)
        self.fields["board"].queryset = same_language.exclude(pk=thread.board_id)
