"""Materials 资料 of a class: a short text, a file or a link, laid out before it and read again afterwards."""
