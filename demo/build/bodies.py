"""From the company's blocks to the raw data of page bodies."""

from collections.abc import Callable, Iterator, Mapping
from uuid import uuid4

from demo.company import SCENES
from demo.company.schema import Block, PageSeed, Words

from .links import Links
from .picture_desk import Picture
from .scenes import portrait_alt, portrait_picture, scene_picture

# What a link is called where the company gave it no words.
SHOP_NOW = Words("Ver productos", "See products")
READ_MORE = Words("Leer más", "Read more")


def body_pictures(pages: tuple[PageSeed, ...]) -> list[Picture]:
    """Every picture that the pages' bodies ask for."""
    return [picture for page in pages for block in page.blocks for picture in _pictures(block)]


def _pictures(block: Block) -> Iterator[Picture]:
    value = block.value
    match block.kind:
        case "hero":
            yield scene_picture(value["image"], "close", place="hero")
        case "banner":
            yield scene_picture(value["scene"], "panel", place="half")
        case "image":
            yield scene_picture(value["scene"], "wide", place="wide")
        case "film":
            yield scene_picture(value["scene"], "close", place="poster")
        case "gallery":
            for item in value["scenes"]:
                yield scene_picture(item["scene"], "close", place="square")
        case "features":
            for item in value["items"]:
                if "scene" in item:
                    yield scene_picture(item["scene"], "close", place="feature")
        case "quote":
            yield portrait_picture(_author(value["author"])[0].es)


def _author(words: Words) -> tuple[Words, Words]:
    """ "Nubia Restrepo, consultora desde 2011" → name and role."""
    es, en = words.es.partition(", "), words.en.partition(", ")
    return Words(es[0], en[0]), Words(es[2], en[2])


def list_item(value) -> dict:
    """An item of a ``ListBlock``."""
    return {"type": "item", "value": value, "id": str(uuid4())}


class BodyWriter:
    """Writes bodies in one language; ``images`` are the library's by title."""

    def __init__(self, language: str, *, links: Links, images: Mapping[str, object]):
        self.language, self.links, self.images = language, links, images

    def body(self, page: PageSeed) -> list[dict]:
        """The page's body as raw stream data."""
        found = []
        for position, block in enumerate(page.blocks):
            writer: Callable = getattr(self, f"_{block.kind}")
            kind, value = writer(block.value, position)
            value["markets"] = list(block.markets)
            found.append({"type": kind, "value": value, "id": str(uuid4())})
        return found

    def _text(self, words: Words | None) -> str:
        return words[self.language] if words else ""

    def _picture(self, key: str, cut: str = "close") -> dict:
        image = self.images[scene_picture(key, cut).title]
        return {"image": image.pk, "alt": SCENES[key][self.language]}

    def _action(self, label: Words | None, link: str | None) -> dict:
        return {"label": self._text(label), "link": self.links.block(link)}

    def _hero(self, value, position):
        return "hero", {
            "eyebrow": "",
            "title": self._text(value["title"]),
            "text": self._text(value["text"]),
            "actions": [list_item(self._action(value["button_label"], value["button_link"]))],
            **self._picture(value["image"]),
            "tone": "blush" if position == 0 else "plain",
        }

    def _rich_text(self, value, position):
        html = self.links.html(self._text(value["html"]))
        # Below the page's h1: the first level of its own.
        html = html.replace("<h3>", "<h2>").replace("</h3>", "</h2>")
        return "text", {"text": html}

    def _image(self, value, position):
        return "image", {
            **self._picture(value["scene"], "wide"),
            "caption": self._text(value.get("caption")),
            "width": "wide",
        }

    def _gallery(self, value, position):
        pictures = [
            list_item({**self._picture(item["scene"]), "caption": self._text(item.get("caption"))})
            for item in value["scenes"]
        ]
        return "gallery", {"title": self._text(value.get("title")), "pictures": pictures}

    def _quote(self, value, position):
        name, role = _author(value["author"])
        portrait = self.images[portrait_picture(name.es).title]
        return "quote", {
            "quote": self._text(value["text"]),
            "author": self._text(name),
            "role": self._text(role)[:1].upper() + self._text(role)[1:],
            "image": portrait.pk,
            "alt": portrait_alt(name.es)[self.language],
        }

    def _features(self, value, position):
        items = []
        for item in value["items"]:
            link = item.get("link")
            label = SHOP_NOW if link and link.startswith("category") else READ_MORE
            picture = self._picture(item["scene"]) if "scene" in item else {}
            items.append(
                list_item(
                    {
                        "icon": item.get("icon", ""),
                        "image": picture.get("image"),
                        "alt": picture.get("alt", ""),
                        "title": self._text(item["title"]),
                        "text": self._text(item["text"]),
                        "action": self._action(label if link else None, link),
                    }
                )
            )
        tone = "plain" if "scene" in value["items"][0] else "sand"
        return "features", {
            "title": self._text(value.get("title")),
            "text": "",
            "items": items,
            "tone": tone,
        }

    def _accordion(self, value, position):
        items = [
            list_item(
                {
                    "title": self._text(item["question"]),
                    "text": self.links.html(self._text(item["answer"])),
                }
            )
            for item in value["items"]
        ]
        return "accordion", {"title": self._text(value.get("title")), "items": items}

    def _cta(self, value, position):
        return "call_to_action", {
            "title": self._text(value["title"]),
            "text": self._text(value["text"]),
            "actions": [list_item(self._action(value["button_label"], value["button_link"]))],
            "tone": "blush",
        }

    def _banner(self, value, position):
        return "banner", {
            "title": self._text(value["title"]),
            "text": self._text(value["text"]),
            "action": self._action(value["button_label"], value["link"]),
            **self._picture(value["scene"], "panel"),
            "side": value.get("side", "end"),
            "tone": value.get("tone", "sage"),
        }

    def _carousel(self, value, position):
        return "carousel", {
            "title": self._text(value["title"]),
            "source": value["source"],
            "products": [],
            "label": value.get("label", ""),
            "category": "",
            "days": value.get("days", 30),
            "most": value.get("most", 12),
            "action": self._action(value.get("action"), value.get("link")),
        }

    def _products(self, value, position):
        skus = value.get("skus", ())
        category = value.get("category")
        return "products", {
            "title": self._text(value["title"]),
            "source": "category" if category else "chosen",
            "products": [list_item(self.links.product_id(sku)) for sku in skus],
            "category": self.links.category_key(category) if category else "",
            # Whole rows of four stand as a grid.
            "layout": "grid" if category or len(skus) % 4 == 0 else "row",
            "action": self._action(
                SHOP_NOW if category else None, f"category:{category}" if category else None
            ),
        }
