/** What a control or a part of the page is at the moment. */
interface State {
  checked?: boolean
  selected?: boolean
  pressed?: boolean
  expanded?: boolean
  disabled?: boolean
  busy?: boolean
  hidden?: boolean
  modal?: boolean
}

type Spoken = { [Name in keyof State as `aria-${Name}`]: 'true' | 'false' }

/**
 * The state as attributes. ARIA's values are words: WeChat draws a bare `false` as an empty attribute, which a screen
 * reader takes for no state at all, and a tick that is off would be no tick box any more.
 */
export function ariaState(state: State): Spoken {
  return Object.fromEntries(Object.entries(state).map(([name, is]) => [`aria-${name}`, String(is)]))
}

/** Drawn for the eye alone. */
export const unspoken = ariaState({ hidden: true })
