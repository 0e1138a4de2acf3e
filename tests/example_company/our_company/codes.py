from people.code_purposes import Purpose

GUEST_LIST = Purpose("guest-list", "our_company/mail/code")
