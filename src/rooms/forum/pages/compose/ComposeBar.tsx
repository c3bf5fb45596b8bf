import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import type { useMentioning } from '../../useMentioning'
import type { Draft } from './draft'
import { lengthOf } from './problems'
import { Tools } from './Tools'
import type { useDraft } from './useDraft'

interface ComposeBarProps extends Pick<ReturnType<typeof useDraft>, 'change'> {
  draft: Draft
  mentioning: ReturnType<typeof useMentioning>
  silent: boolean
  onPicture: (() => void) | undefined
  onPublish: () => Promise<void>
}

/** How much is written, and once it is too much how much has to go: what is to be done is said, and no longer. */
function Count({ body }: Pick<Draft, 'body'>) {
  const written = lengthOf(body)
  const over = written - limits.bodyMax
  return (
    <View
      className={`compose__count${over > 0 ? ' compose__count--over' : ''}`}
      aria-live={over > 0 ? 'polite' : 'off'}
      aria-label={`正文已写 ${written} 字，最多 ${limits.bodyMax} 字`}
    >
      {over > 0 ? `多了 ${over} 字` : `${written} / ${limits.bodyMax}`}
    </View>
  )
}

/** What goes into a post, how much of it there is, and the way out; what is too long doesn't go. */
export function ComposeBar({ draft, change, mentioning, silent, onPicture, onPublish }: ComposeBarProps) {
  return (
    <BottomBar>
      <View className="row gap-8">
        <Tools draft={draft} mentioning={mentioning} onChange={change} onPicture={onPicture} />
        <Count body={draft.body} />
      </View>
      <Button disabled={silent || lengthOf(draft.body) > limits.bodyMax} onTap={onPublish}>
        发布
      </Button>
    </BottomBar>
  )
}
