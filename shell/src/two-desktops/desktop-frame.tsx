/** A desktop as a page of its own inside this one: what it asks of its window is true for the frame. */
export function DesktopFrame({
  title,
  address,
  widthPx,
}: {
  title: string;
  address: string;
  /** How wide its window is. Default: as wide as its place. */
  widthPx?: number | undefined;
}) {
  if (widthPx === undefined) return <iframe className="desktop-frame" title={title} src={address} />;
  const style = { inlineSize: `${widthPx}px` };
  return <iframe className="desktop-frame desktop-frame-fixed" title={title} src={address} style={style} />;
}
