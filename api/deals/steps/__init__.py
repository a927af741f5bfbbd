"""The steps of a deal (商机), whoever takes them: signed, paid, settled. Who may is asked above."""
