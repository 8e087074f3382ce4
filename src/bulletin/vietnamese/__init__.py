"""The Vietnamese language as pure functions, text in and text out: letters, spaces, dates, numbers, names, words."""
