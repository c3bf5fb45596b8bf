/// <reference lib="dom" />

/** Webpack's words for a script or a style sheet that did not come. */
const UNFETCHED = /^Loading (CSS )?chunk /

const isUnfetched = (reason: unknown) => reason instanceof Error && UNFETCHED.test(reason.message)

/** How many entries lie below this one in the router's own history. */
const depth = () => (window.history.state as { idx?: number } | null)?.idx ?? 0

/**
 * Tells when the code of a page could not be fetched: a browser fetches it when the page is opened first. The router has
 * written the page's address by then and lets the error go, with the page before still in sight. Where the new address
 * lies above that page's it is taken back, or going back would lead to it.
 * @returns to be told of each page that has come to the front
 */
export function followUnfetched(say: () => void): () => void {
  let shownDepth = depth()
  window.addEventListener('unhandledrejection', event => {
    if (!isUnfetched(event.reason)) return
    event.preventDefault()
    if (depth() > shownDepth) window.history.back()
    say()
  })
  return () => {
    shownDepth = depth()
  }
}
