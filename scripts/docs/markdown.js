/**
 * Changes the links of a Markdown text, those in code left alone.
 *
 * @param {string} markdown
 * @param {(link: {text: string, target: string, whole: string}) => string} change gives what stands instead;
 *   `whole` is the link as it stands
 * @returns {string}
 */
export function mapLinks(markdown, change) {
  return markdown.replaceAll(
    /^```[\s\S]*?^```$|`[^`\n]*`|(!?)\[((?:`[^`\n]*`|[^\]`])*)\]\(([^)\s]+)\)/gm,
    (whole, _image, text, target) => (target === undefined ? whole : change({ text, target, whole })),
  );
}

/** @returns {boolean} whether a link leads to a file beside the one that it stands in, and not to an address or a heading */
export function isRelative(target) {
  return !/^(?:[a-z]+:|#|\/)/.test(target);
}
