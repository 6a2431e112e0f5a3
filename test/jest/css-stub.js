/** What a `*.css` import is in tests: an empty constructable sheet (jsdom has no `CSSStyleSheet` constructor). */
export default { replaceSync() {}, cssRules: [] };
