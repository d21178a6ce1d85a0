import js from "@eslint/js"
import globals from "globals"

const SOURCES = ["hooks/theme/assets/javascripts/*.js", "hooks/vanban/features/*/*.js"]
const WORKER = "hooks/vanban/features/offline/sw*.js"
const JUDGE = "hooks/vanban/features/draft/judge-worker.js"

// What Chrome 80 or Safari 13 lacks and tsc's lib does not know to be too new.
const NEWER = "at|checkVisibility|findLast|hasOwn|matchAll|replaceAll|replaceChildren"

export default [
  { ignores: ["**/node_modules/"] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "no-control-regex": "off", // ASCII is meant by it
      "no-empty": ["error", { allowEmptyCatch: true }],
      "no-shadow": "error",
      "no-var": "error",
      "one-var": ["error", "never"], // scripts.py reads one name a statement
      "prefer-const": "error",
      "max-lines": ["error", 250],
    },
  },
  {
    files: SOURCES,
    // As in Safari 13: what is newer cannot even be written.
    languageOptions: { ecmaVersion: 2020, sourceType: "module", globals: globals.browser },
    rules: {
      "no-restricted-globals": ["error", "structuredClone", "queueMicrotask", "globalThis"],
      "no-restricted-syntax": ["error",
        { selector: `CallExpression[callee.property.name=/^(${NEWER})$/]`, message: "Too new." },
        { selector: "ChainExpression", message: "Safari 13.0 does not know ?." },
        { selector: "LogicalExpression[operator='??']", message: "Safari 13.0 does not know ??" },
        { selector: "TemplateLiteral TemplateLiteral", message: "rjsmin does not understand it." },
        { selector: "MemberExpression[property.name=/^__/]", message: "Modules import; no globals." },
        { selector: "ExportAllDeclaration, ExportDefaultDeclaration, ImportDefaultSpecifier, ImportNamespaceSpecifier", message: "See hooks/vanban/publish/scripts.py." },
      ],
    },
  },
  { files: [WORKER], languageOptions: { globals: globals.serviceworker } },
  { files: [JUDGE], languageOptions: { globals: globals.worker } },
  { files: ["tests/scripts/**/*.js"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
]
