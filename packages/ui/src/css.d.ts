/** Style sheets are imported as constructable sheets and adopted by a shadow root or a document. */
declare module '*.css' {
  const sheet: CSSStyleSheet;
  export default sheet;
}
