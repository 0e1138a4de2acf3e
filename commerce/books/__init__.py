"""What providers and banks say of our money, held against what we wrote down (decision 0031)."""
