/// <reference lib="dom" />

/** Says whether the browser has a network, now and whenever that changes: its kinds of network never say "none". */
export function followNetwork(setOnline: (isOnline: boolean) => void): () => void {
  const say = () => setOnline(window.navigator.onLine)
  window.addEventListener('online', say)
  window.addEventListener('offline', say)
  say()
  return () => {
    window.removeEventListener('online', say)
    window.removeEventListener('offline', say)
  }
}
