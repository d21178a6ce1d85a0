// Written by the build: hooks/vanban/export/jump.py.
export const data: import("./nhay-muc.js").Index
