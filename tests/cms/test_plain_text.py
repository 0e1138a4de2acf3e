from cms.content.plain_text import lines_of_html


def test_lines_of_rich_text_stay_lines():
    html = "<p>Write to us.</p><p>Bank<br/>Account: 1 &amp; 2</p><ul><li>One</li><li>Two</li></ul>"
    assert lines_of_html(html) == "Write to us.\nBank\nAccount: 1 & 2\n- One\n- Two"


def test_nothing_stays_nothing():
    assert lines_of_html("") == ""
