// RulePacks: placeholder until its first file lands.
