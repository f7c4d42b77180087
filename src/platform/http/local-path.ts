/** A path on this site, or null: `//elsewhere` and `/\\elsewhere` would lead away. */
export function localPath(path: string | null | undefined): string | null {
  return path && /^\/(?![/\\])/.test(path) && !/[\u0000-\u001f]/.test(path) ? path : null;
}
