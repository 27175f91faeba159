"""What answers are made of, whoever asks, an assistant or a program: citations, evidence, places in a list, what a question may hold."""
