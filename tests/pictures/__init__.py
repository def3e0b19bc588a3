"""Draws the pictures of docs/discord.md: real answers, as a renderer of Discord shows them.

    make pictures

The real client answers from the sample articles on a simulated Discord, whose preview page is
opened in headless Chromium. Each picture is a PNG in docs/pictures. What is offered while somebody
types, which that page has no picture of, is drawn by a small page of our own.
"""
