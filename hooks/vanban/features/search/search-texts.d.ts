// Written by the build: hooks/vanban/features/search/texts.py.
export const data: import("./search-engine.js").Texts
