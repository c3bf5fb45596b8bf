/** A keyboard scrolls only what it can reach. */
export function scrollable(label: string): object {
  return { tabindex: '0', role: 'region', 'aria-label': label }
}
