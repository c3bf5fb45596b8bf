/// <reference lib="dom" />
import { spokenAs } from './spoken'
import type { Tappable } from './tappable'

export type { Tappable } from './tappable'

/** A View is a plain element in the browser: Enter and Space have to be taught to it. */
function clickOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  if (event.target !== event.currentTarget) return
  event.preventDefault()
  ;(event.currentTarget as HTMLElement).click()
}

export function tappable(label?: string, role = 'button'): Tappable {
  const control = {
    ...spokenAs(role),
    ...(label ? { 'aria-label': label } : {}),
    hoverClass: 'pressed',
    hoverStayTime: 120,
    // Taro writes attributes in dashes, so the DOM's own spelling is needed.
    tabindex: '0',
    onKeyDown: clickOnEnter,
  }
  return control
}
