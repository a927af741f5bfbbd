"""Media (录音): what somebody recorded on the phone, as a file beside the record that it belongs to.

It knows files, lengths and owners; who may hear a recording is said by the record, and never by an address here.
"""
