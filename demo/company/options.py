"""Colours and sizes that the company's products come in."""

from __future__ import annotations

from .schema import ColourSeed, SizeSeed, Words

COLOUR_FAMILIES = {
    "orange": Words("Naranja", "Orange"),
    "red": Words("Rojo", "Red"),
    "pink": Words("Rosa", "Pink"),
    "purple": Words("Morado", "Purple"),
    "brown": Words("Café", "Brown"),
    "neutral": Words("Neutro", "Neutral"),
    "green": Words("Verde", "Green"),
    "blue": Words("Azul", "Blue"),
    "black": Words("Negro", "Black"),
}

COLOURS = (
    # The orange family: what an "orange day" and the filter "colour = orange" find.
    ColourSeed("orange", Words("Naranja", "Orange"), "#D9772B", "orange"),
    ColourSeed("papaya", Words("Papaya", "Papaya"), "#E57F4F", "orange"),
    ColourSeed("apricot", Words("Albaricoque", "Apricot"), "#E8A06C", "orange"),
    ColourSeed("terracotta", Words("Terracota", "Terracotta"), "#B65A38", "orange"),
    ColourSeed("brick", Words("Ladrillo", "Brick"), "#9C3F2C", "red"),
    ColourSeed("cherry", Words("Cereza", "Cherry"), "#8C1F2F", "red"),
    ColourSeed("hibiscus", Words("Jamaica", "Hibiscus"), "#B3263F", "red"),
    ColourSeed("petal", Words("Pétalo", "Petal"), "#D4868A", "pink"),
    ColourSeed("rosewood", Words("Palo de rosa", "Rosewood"), "#A65F5C", "pink"),
    ColourSeed("guava", Words("Guayaba", "Guava"), "#E0787A", "pink"),
    ColourSeed("fig", Words("Higo", "Fig"), "#5E2A3C", "purple"),
    ColourSeed("cinnamon", Words("Canela", "Cinnamon"), "#8A5233", "brown"),
    ColourSeed("coffee", Words("Tinto", "Black coffee"), "#4A2E22", "brown"),
    ColourSeed("cocoa", Words("Cacao", "Cocoa"), "#6B4230", "brown"),
    ColourSeed("panela", Words("Panela", "Raw sugar"), "#B98048", "brown"),
    ColourSeed("wheat", Words("Trigo", "Wheat"), "#DDB68F", "neutral"),
    ColourSeed("shell", Words("Concha", "Shell"), "#EBCFB4", "neutral"),
    ColourSeed("raw", Words("Crudo", "Undyed"), "#E6DCC8", "neutral"),
    ColourSeed("sage", Words("Salvia", "Sage"), "#8FA188", "green"),
    ColourSeed("leaf", Words("Hoja", "Leaf"), "#5E7361", "green"),
    ColourSeed("lagoon", Words("Laguna", "Lagoon"), "#3E6A74", "blue"),
    ColourSeed("charcoal", Words("Carbón", "Charcoal"), "#2B2A2A", "black"),
)

# Garment sizes, then what a pack holds.
SIZES = (
    SizeSeed("s", Words("S", "S")),
    SizeSeed("m", Words("M", "M")),
    SizeSeed("l", Words("L", "L")),
    SizeSeed("10ml", Words("10 ml", "10 ml / 0.3 fl oz"), "10", "ml"),
    SizeSeed("15ml", Words("15 ml", "15 ml / 0.5 fl oz"), "15", "ml"),
    SizeSeed("30ml", Words("30 ml", "30 ml / 1 fl oz"), "30", "ml"),
    SizeSeed("50ml", Words("50 ml", "50 ml / 1.7 fl oz"), "50", "ml"),
    SizeSeed("75ml", Words("75 ml", "75 ml / 2.5 fl oz"), "75", "ml"),
    SizeSeed("100ml", Words("100 ml", "100 ml / 3.4 fl oz"), "100", "ml"),
    SizeSeed("150ml", Words("150 ml", "150 ml / 5.1 fl oz"), "150", "ml"),
    SizeSeed("200ml", Words("200 ml", "200 ml / 6.8 fl oz"), "200", "ml"),
    SizeSeed("250ml", Words("250 ml", "250 ml / 8.5 fl oz"), "250", "ml"),
    SizeSeed("400ml", Words("400 ml", "400 ml / 13.5 fl oz"), "400", "ml"),
    SizeSeed("40g", Words("40 g", "40 g / 1.4 oz"), "40", "g"),
    SizeSeed("80g", Words("80 g", "80 g / 2.8 oz"), "80", "g"),
    SizeSeed("100g", Words("100 g", "100 g / 3.5 oz"), "100", "g"),
    SizeSeed("180g", Words("180 g", "180 g / 6.3 oz"), "180", "g"),
    SizeSeed("250g", Words("250 g", "250 g / 8.8 oz"), "250", "g"),
)

COLOURS_BY_KEY = {colour.key: colour for colour in COLOURS}
SIZES_BY_KEY = {size.key: size for size in SIZES}
