import { type Spoken, spokenAs } from './spoken'

/** What makes a View a control: its role and name for the ear, and an answer to the finger. */
export interface Tappable extends Spoken {
  hoverClass: string
  hoverStayTime: number
}

/**
 * Spread on a View beside its `onClick`.
 * @param label what is read aloud; leave it out when the text inside says it
 * @param role 'button' unless the control is a link, tab, checkbox or radio
 */
export function tappable(label?: string, role = 'button'): Tappable {
  return {
    ...spokenAs(role),
    ...(label ? { 'aria-label': label } : {}),
    hoverClass: 'pressed',
    hoverStayTime: 120,
  }
}
