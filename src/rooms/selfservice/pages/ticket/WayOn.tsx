import { Button } from '@/ui/button/Button'
import { actionWords, onwardOf } from './onward'
import type { Opened } from './useNewWords'
import type { Steps } from './useSteps'

/** The one step that leads on, beside the box. */
export function WayOn({ opened, steps }: { opened: Opened; steps: Steps }) {
  const action = onwardOf(opened)
  if (action === undefined) return null
  return (
    <Button size="small" onTap={() => steps.tap(action)}>
      {actionWords(action, opened)}
    </Button>
  )
}
