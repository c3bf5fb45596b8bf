/// <reference lib="dom" />

/** What does not fit: the page sideways, or words in a box that hides the rest of them without an ellipsis. */
export function overflowing(): string[] {
  const isVisible = (element: Element) => element.getClientRects().length > 0
  const nameOf = (element: Element) => `${element.className}: ${(element.textContent ?? '').slice(0, 24)}`
  const scrollsSideways = (element: Element) => {
    for (let above = element.parentElement; above; above = above.parentElement)
      if (
        ['auto', 'scroll'].includes(getComputedStyle(above).overflowX) &&
        above.className.includes('scroll')
      )
        return true
    return false
  }
  const hasWords = (element: Element) =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  const tooWide = [...document.querySelectorAll<HTMLElement>('body *')].filter(element => {
    if (!isVisible(element) || !hasWords(element) || scrollsSideways(element)) return false
    if (element.closest('.unseen')) return false
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const outside = box.right > window.innerWidth + 1 || box.left < -1
    const hidden = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && !style.webkitLineClamp
    const range = document.createRange()
    range.selectNodeContents(element)
    const words = range.getBoundingClientRect()
    const sticksOut = style.display !== 'inline' && (words.right > box.right + 1 || words.left < box.left - 1)
    const clipped = hidden && element.scrollWidth > element.clientWidth + 1
    return outside || clipped || (sticksOut && style.overflowX === 'visible')
  })
  const sideways =
    document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : []
  return [...sideways, ...tooWide.map(nameOf)]
}

/** Controls that a thumb would miss. Links in running text are exempt, as WCAG 2.5.8 has it. */
export function smallTargets(least: number): string[] {
  const controls = document.querySelectorAll('[role=button], [role=tab], [role=checkbox], [role=radio]')
  return [...controls].flatMap(control => {
    // In a row the words are the control, and the whole row takes the tap.
    const box = (
      control.matches('.list-row__body') ? control.closest('.list-row') : control
    )?.getBoundingClientRect()
    if (!box || box.width === 0) return []
    // A control may reach beyond its face by a pseudo-element of its own.
    const reach = getComputedStyle(control, '::after')
    const beyond = (side: string) =>
      reach.position === 'absolute' ? Math.max(0, -Number.parseFloat(side) || 0) : 0
    const width = box.width + beyond(reach.left) + beyond(reach.right)
    const height = box.height + beyond(reach.top) + beyond(reach.bottom)
    const isLarge = width > least - 0.5 && height > least - 0.5
    const name = control.getAttribute('aria-label') ?? control.textContent
    return isLarge ? [] : [`${control.className} ${Math.round(width)}×${Math.round(height)}: ${name}`]
  })
}
