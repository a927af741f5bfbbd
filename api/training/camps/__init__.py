"""The newcomers' camp 新人训练营: five days from joining to the handshake. A day that was missed stays open; nothing is scored."""
