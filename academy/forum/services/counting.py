"""The numbers that a thread keeps of its posts; changed under the thread's lock alone."""

from ..models import Post, Thread


def add(thread: Thread, post: Post) -> None:
    """A post is shown from now on."""
    thread.post_count += 1
    _note_last(thread)


def take_away(thread: Thread, post: Post) -> None:
    """A post is not shown any more."""
    thread.post_count -= 1
    if thread.answer_id == post.pk:
        thread.answer = None
    _note_last(thread)


def _note_last(thread: Thread) -> None:
    """Read by an index, however many posts there are."""
    shown = thread.posts.filter(state=Post.State.SHOWN).order_by("-pk")
    last = shown.values_list("created_at", "author_id").first()
    thread.last_post_at, thread.last_author_id = last or (thread.created_at, None)
    thread.save(update_fields=["post_count", "last_post_at", "last_author", "answer"])
