"""Help requests 求助: what is hard on the way to a goal, asked of somebody who promises an answer by a time.

The promise binds the helper and never the one who asks. Nobody can refuse; only the asker closes, and says whether it
helped. How often somebody asked is counted nowhere.
"""
