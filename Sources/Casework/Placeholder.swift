// Casework: placeholder until its first file lands.
