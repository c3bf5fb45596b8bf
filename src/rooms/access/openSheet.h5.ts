/// <reference lib="dom" />

/** The browser downloads a table by itself. */
export function openSheet(url: string): Promise<void> {
  window.open(url, '_blank')
  return Promise.resolve()
}
