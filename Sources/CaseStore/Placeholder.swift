// CaseStore: placeholder until its first file lands.
