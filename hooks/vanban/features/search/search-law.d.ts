// Written by the build: hooks/vanban/features/search/texts.py.
export const data: {pages: import("./search-index.js").Page[]}
