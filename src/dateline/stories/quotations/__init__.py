"""One utterance in several wordings, aligned phrase by phrase."""
