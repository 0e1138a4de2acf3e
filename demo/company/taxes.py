"""Sales tax in the United States, as shares of the price.

State rates: Tax Foundation, "State and Local Sales Tax Rates, 2025" (table 1, January 2025),
mandatory statewide local shares included (California 1.25 %, Utah 1.25 %, Virginia 1 %).
Rates on groceries: Tax Foundation, "Does Your State Tax Groceries?", with the cuts that Alabama
(September 2025), Mississippi (July 2025) and Illinois (January 2026) made since. Combined rates
of a few cities: the states' own rate finders, 2025. Enough to show how the table works; a shop
that sells keeps its rates current, or asks a tax service instead.
"""

STANDARD = {
    "AL": "0.04", "AZ": "0.056", "AR": "0.065", "CA": "0.0725", "CO": "0.029", "CT": "0.0635",
    "DC": "0.06", "FL": "0.06", "GA": "0.04", "HI": "0.04", "ID": "0.06", "IL": "0.0625",
    "IN": "0.07", "IA": "0.06", "KS": "0.065", "KY": "0.06", "LA": "0.05", "ME": "0.055",
    "MD": "0.06", "MA": "0.0625", "MI": "0.06", "MN": "0.06875", "MS": "0.07", "MO": "0.04225",
    "NE": "0.055", "NV": "0.0685", "NJ": "0.06625", "NM": "0.04875", "NY": "0.04", "NC": "0.0475",
    "ND": "0.05", "OH": "0.0575", "OK": "0.045", "PA": "0.06", "RI": "0.07", "SC": "0.06",
    "SD": "0.042", "TN": "0.07", "TX": "0.0625", "UT": "0.061", "VT": "0.06", "VA": "0.053",
    "WA": "0.065", "WV": "0.06", "WI": "0.05", "WY": "0.04",
}  # fmt: skip
"""State → rate. Alaska, Delaware, Montana, New Hampshire and Oregon have no state sales tax."""

FOOD = {
    "AL": "0.02", "HI": "0.04", "ID": "0.06", "MO": "0.01225", "MS": "0.05", "SD": "0.042",
    "TN": "0.04", "UT": "0.03", "VA": "0.01",
}  # fmt: skip
"""State → rate on groceries, such as tea. The other states do not tax them."""

CITIES = (
    ("TX", "770", "0.0825"),  # Houston: state 6.25, city 1, transit authority 1
    ("TX", "772", "0.0825"),
    ("CA", "900", "0.0975"),  # Los Angeles
    ("IL", "606", "0.1025"),  # Chicago
    ("NY", "100", "0.08875"),  # Manhattan
    ("FL", "331", "0.07"),  # Miami
)
"""State, first digits of the ZIP code, and the combined rate there."""
