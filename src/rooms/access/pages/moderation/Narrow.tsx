import { reportReasonNames, reportReasons } from '@domain/forum/reports'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { api, Input } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Icon } from '@/ui/icon/Icon'
import { Sheet } from '@/ui/sheet/Sheet'
import { kindWords } from '../../moderation'
import '../../reasonSheet.scss'

/** What narrows the queue beside how a thing stands. */
export type Narrowing = Pick<Input<typeof api.forum.listReviews>, 'kind' | 'reason'>
type Facet = keyof Narrowing

const facets: Record<Facet, { title: string; names: Record<string, string> }> = {
  kind: { title: '类型', names: kindWords },
  reason: { title: '原因', names: reportReasons },
}
const keysOf = { kind: ['post', 'comment'], reason: reportReasonNames } as const

interface NarrowProps {
  narrowing: Narrowing
  onChange: (narrowing: Narrowing) => void
}

/** One chip for each way to narrow the queue, in its row; what can be chosen stands in a sheet. */
export function Narrow({ narrowing, onChange }: NarrowProps) {
  const [asked, setAsked] = useState<Facet>()
  const [shown, setShown] = useState<Facet>('kind')
  const ask = (facet: Facet) => {
    setShown(facet)
    setAsked(facet)
  }
  const choose = (key: string | undefined) => {
    const { [shown]: _before, ...others } = narrowing
    onChange((key === undefined ? others : { ...others, [shown]: key }) as Narrowing)
    setAsked(undefined)
  }
  const { title, names } = facets[shown]
  return (
    <>
      {(['kind', 'reason'] as const).map(facet => (
        <Chip key={facet} soft={narrowing[facet] !== undefined} onTap={() => ask(facet)}>
          {facets[facet].names[narrowing[facet] ?? ''] ?? facets[facet].title}
          <Icon name="down" size={16} />
        </Chip>
      ))}
      <Sheet
        open={asked !== undefined}
        title={title}
        onClose={() => setAsked(undefined)}
        action={
          <Button kind="secondary" block onTap={() => choose(undefined)}>
            不限
          </Button>
        }
      >
        <View className="reason-sheet__ready">
          {keysOf[shown].map(key => (
            <Chip key={key} on={narrowing[shown] === key} onTap={() => choose(key)}>
              {names[key]}
            </Chip>
          ))}
        </View>
      </Sheet>
    </>
  )
}
