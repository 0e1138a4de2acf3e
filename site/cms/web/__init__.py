"""What a request may do, and what belongs to one visitor: knows neither pages nor addresses."""
