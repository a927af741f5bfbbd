"""The demo company: it has the size it promises, breaks no rule of the product, and always ends today."""
