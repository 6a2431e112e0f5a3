/** The product's mark, as in the icon of the tab. */
export function ProductMark() {
  return (
    <svg className="product-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" />
      <path d="M10 22 22 10" strokeWidth="7" strokeLinecap="round" />
    </svg>
  );
}
