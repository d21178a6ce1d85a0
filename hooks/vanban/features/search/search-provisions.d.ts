// Written by the build: hooks/vanban/features/search/provisions.py.
export const data: import("./citation-documents.js").Index
