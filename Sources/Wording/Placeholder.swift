// Wording: placeholder until its first file lands.
