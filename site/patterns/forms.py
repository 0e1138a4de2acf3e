"""Forms for the pattern pages: every kind of field that the shop shows."""

from django import forms


class AddressForm(forms.Form):
    """An address as checkout asks for it in the United States."""

    email = forms.EmailField(
        label="Email",
        help_text="For your order confirmation.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    first_name = forms.CharField(
        label="First name", widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label="Last name", widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    line1 = forms.CharField(
        label="Address", widget=forms.TextInput(attrs={"autocomplete": "address-line1"})
    )
    line2 = forms.CharField(
        label="Apartment, suite",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-line2"}),
    )
    city = forms.CharField(
        label="City", widget=forms.TextInput(attrs={"autocomplete": "address-level2"})
    )
    state = forms.ChoiceField(
        label="State",
        choices=[("", "Choose a state"), ("CA", "California"), ("FL", "Florida")],
        widget=forms.Select(attrs={"autocomplete": "address-level1"}),
    )
    postcode = forms.RegexField(
        r"^\d{5}$",
        label="ZIP code",
        error_messages={"invalid": "Enter the five digits of the ZIP code."},
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "inputmode": "numeric"}),
    )
    phone = forms.CharField(
        label="Phone",
        help_text="The courier calls only if something is unclear.",
        widget=forms.TextInput(attrs={"autocomplete": "tel-national", "inputmode": "tel"}),
    )
    news = forms.BooleanField(
        label="Write to me when something new is ready, about twice a month.", required=False
    )


class SignInForm(forms.Form):
    """Email and password."""

    email = forms.EmailField(
        label="Email", widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label="Password",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    remember = forms.BooleanField(label="Keep me signed in on this device", required=False)


class ContactForm(forms.Form):
    """A message, with every kind of choice."""

    name = forms.CharField(label="Your name", max_length=60)
    email = forms.EmailField(label="Email")
    topic = forms.ChoiceField(
        label="What is it about?",
        choices=[("", "Choose one"), ("order", "An order"), ("product", "A product")],
    )
    answer = forms.ChoiceField(
        label="How should we answer?",
        choices=[("mail", "By mail"), ("phone", "By phone")],
        widget=forms.RadioSelect,
    )
    message = forms.CharField(
        label="Your message", widget=forms.Textarea(attrs={"rows": 5}), max_length=2000
    )
    photo = forms.FileField(label="Photo", required=False, help_text="JPEG or PNG, up to 5 MB.")
    consent = forms.BooleanField(
        label="I agree that this message is kept until it is answered.",
        error_messages={"required": "Tick the box so that we may keep your message."},
    )
