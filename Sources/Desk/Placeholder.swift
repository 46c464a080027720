// Desk: placeholder until its first file lands.
