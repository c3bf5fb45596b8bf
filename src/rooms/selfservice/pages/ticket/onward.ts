import { ticketActionNames } from '../../ticketWords'
import type { Opened } from './useNewWords'
import type { Action } from './useSteps'

/** In the order in which they lead on; what ends a ticket or sends it back is never offered first. */
const ONWARD: readonly Action[] = ['confirm', 'resolve', 'start', 'assign']

/** The step that leads on from here. */
export function onwardOf({ ticket: { actions, assignee } }: Opened): Action | undefined {
  return ONWARD.find(action => actions.includes(action) && !(action === 'assign' && assignee !== null))
}

export function actionWords(action: Action, { ticket: { assignee } }: Opened): string {
  if (action !== 'assign') return ticketActionNames[action]
  return assignee ? '转交' : '接单或分派'
}
