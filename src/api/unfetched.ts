/**
 * Tells when the code of a page could not be fetched. In WeChat it comes with the app; `unfetched.h5.ts` has the browser's.
 * @returns to be told of each page that has come to the front
 */
export function followUnfetched(_say: () => void): () => void {
  return () => undefined
}
