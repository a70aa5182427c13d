"""HTML and MJML: what a mail program shows of it."""

from __future__ import annotations

from apologint.sources.markup.html_page import seen
from apologint.sources.markup.quoting import attributions, earlier_mail
from apologint.sources.markup.visible import Visible, with_gaps
from apologint.sources.placeholders import masked
from apologint.text.mapped import MappedText


def read(body: MappedText) -> Visible:
    """Its words as they are laid out, code among them passed over.

    A text that is hidden before the first words is the preview that a list of mails shows, and is read; hidden later
    on, it is not. Quoted mail is left out, with the line that introduces it.
    """
    page = seen(masked(body.text))
    text = body.edited(page.edits)
    skip = [*page.code, *attributions(text.text, page.quoted_after)]
    earlier = earlier_mail(text.text)
    return with_gaps(text, [*skip, earlier] if earlier else skip)
