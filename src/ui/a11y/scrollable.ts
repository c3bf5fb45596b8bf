/** Attributes of a stretch that scrolls and holds nothing to tap. A finger needs none. */
export function scrollable(_label: string): object {
  return {}
}
