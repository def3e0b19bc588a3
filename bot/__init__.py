"""The conversation: questions understood, answers assembled, rendered and sent."""
