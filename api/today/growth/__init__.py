"""Growth file 成长档案: what one person learned and gave, twelve weeks at a time, for that person first; it only reads."""
