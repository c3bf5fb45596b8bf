/**
 * Tells when the code of a page could not be fetched. In WeChat opening the page says so itself (`rooms/open.ts`);
 * `unfetched.h5.ts` has the browser's way.
 * @returns to be told of each page that has come to the front
 */
export function followUnfetched(_say: () => void): () => void {
  return () => undefined
}
