"""What third parties may rely on: lists, the OpenAPI document, and records that arrive more than once."""
