import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'

interface SaveBarProps {
  /** What is still missing; undefined when it can be saved. */
  problem: string | undefined
  onSave: () => unknown
}

/** The bar under a form: what is missing, or the way to keep it. */
export function SaveBar({ problem, onSave }: SaveBarProps) {
  return (
    <BottomBar {...(problem ? { consequence: problem } : {})}>
      <Button disabled={problem !== undefined} onTap={onSave}>
        保存
      </Button>
    </BottomBar>
  )
}
