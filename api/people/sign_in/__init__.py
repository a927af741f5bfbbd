"""Signing in (登录): passwords, devices that stay signed in, one-time links. It never says which names exist."""
