import Taro from '@tarojs/taro'

/** Where an element is in the window, and how far it is scrolled itself; in px. */
export interface Measured {
  left: number
  top: number
  width: number
  height: number
  /** Of what scrolls by itself alone. */
  scrollLeft?: number
}

/**
 * Measures elements of the page on top by their ids.
 * @returns one for each id, in their order; null for what is not drawn, or no longer, as on a page that is left meanwhile
 */
export function measure(...ids: string[]): Promise<(Measured | null)[]> {
  return new Promise(resolve => {
    const query = Taro.createSelectorQuery()
    // Asked of no page by name, the browser's edition throws, unheard, where that page is left before it answers.
    const { page } = Taro.getCurrentInstance()
    if (page) query.in(page)
    for (const id of ids) query.select(`#${id}`).fields({ rect: true, size: true, scrollOffset: true })
    query.exec((found: (Measured | null | undefined)[]) => resolve(ids.map((_, at) => found[at] ?? null)))
  })
}
