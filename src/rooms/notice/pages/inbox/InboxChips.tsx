import { Chip, ChipRow } from '@/ui/chip/Chip'
import { type Kind, kindNames } from './noticeTarget'

export type UnreadCounts = Partial<Record<Kind, number>>

const kinds = Object.keys(kindNames) as Kind[]

const counted = (count: number) => (count === 0 ? '' : count > 99 ? ' 99+' : ` ${count}`)

interface InboxChipsProps {
  kind: Kind | undefined
  onKind: (kind: Kind | undefined) => void
  unread: UnreadCounts
}

/** The kinds of notices, and how many of each are unread. */
export function InboxChips({ kind, onKind, unread }: InboxChipsProps) {
  const total = Object.values(unread).reduce((sum, count) => sum + count, 0)
  return (
    <ChipRow>
      <Chip
        on={kind === undefined}
        onTap={() => onKind(undefined)}
        {...(total > 0 ? { label: `全部，${total} 条未读` } : {})}
      >
        全部{counted(total)}
      </Chip>
      {kinds.map(one => {
        const count = unread[one] ?? 0
        return (
          <Chip
            key={one}
            on={one === kind}
            onTap={() => onKind(one)}
            {...(count > 0 ? { label: `${kindNames[one]}，${count} 条未读` } : {})}
          >
            {kindNames[one]}
            {counted(count)}
          </Chip>
        )
      })}
    </ChipRow>
  )
}
