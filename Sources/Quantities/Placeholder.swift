// Quantities: placeholder until its first file lands.
