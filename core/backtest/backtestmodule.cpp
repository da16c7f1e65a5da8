// Placeholder-free start: the module's first source replaces this file.
